/**
 * The Java session: what runs cells, behind the {@link jacobean.kernel.session.Session} interface.
 *
 * <p>A cell's way, in the order to read:
 *
 * <ol>
 *   <li>{@code Pieces} splits it into magics and single snippets of Java.
 *   <li>{@code CellRunner} gives each snippet to {@code Snippets}, which gives it to JShell. Where
 *       javac rejects it, {@code Repairer} compiles it by itself ({@code Trial}), finds what the
 *       diagnostics point at in the attributed tree ({@code RepairFinder}), writes the snippet with
 *       its repairs ({@code RepairWriter}), and goes round again. Text that javac accepts is never
 *       touched.
 *   <li>{@code SnippetControl} weaves the classes ({@code Weaver}: stop checks, cell lines), loads
 *       them in this process, carries the values of variables over when a class is replaced, and
 *       runs them on the session's one {@code CellThread}.
 *   <li>{@code CellOutput} streams what is printed; {@code Rendering} turns the last value into
 *       what is shown; {@code CompileErrors} and {@code ThrownErrors} turn failures into messages.
 * </ol>
 *
 * <p>A {@code Text} remembers for each character where in the cell it came from, so everything is
 * reported at what the user typed.
 */
package jacobean.kernel.session;
