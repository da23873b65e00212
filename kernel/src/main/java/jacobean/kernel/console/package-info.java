/**
 * The terminal: {@link jacobean.kernel.console.Repl} reads, runs and prints cells, on JLine where there
 * is a terminal.
 */
package jacobean.kernel.console;
