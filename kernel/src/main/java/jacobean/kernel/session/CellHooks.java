package jacobean.kernel.session;

import java.util.Optional;

/**
 * What the code of cells is woven to call: see {@link Weaver}. Public because the snippets' class
 * loader must reach it; not for use by hand.
 */
public final class CellHooks {
  /** True while any session is stopping a cell; the common case costs one read. */
  private static volatile boolean stopping;

  private CellHooks() {}

  /** At method entries and backward branches: ends the cell if the user interrupted it. */
  public static void check() {
    if (stopping) {
      CellThread.stopIfAsked();
    }
  }

  /** In place of {@code System.exit}. */
  public static void exit(int status) {
    throw new CellExit(status);
  }

  /** In place of {@code Runtime.exit} and {@code Runtime.halt}. */
  public static void exit(Runtime runtime, int status) {
    throw new CellExit(status);
  }

  /** Takes the value of the cell's last expression. */
  public static void result(Object value) {
    if (Thread.currentThread() instanceof CellThread thread) {
      thread.offer(value);
    }
  }

  /**
   * The cell that a class came from last, such as {@code In [3]}: stack traces have the one that it
   * had in the first of them. Empty for what is no class of a cell.
   */
  public static Optional<String> sourceFile(String className) {
    return className.startsWith("REPL.") ? Cell.sourceFile(className) : Optional.empty();
  }

  static void stopping(boolean now) {
    stopping = now;
  }

  /** Thrown at a stop check; an Error, so that {@code catch (Exception e)} does not swallow it. */
  static final class CellStopped extends Error {
    private static final long serialVersionUID = 1;

    CellStopped() {
      super("the cell was interrupted", null, false, false);
    }
  }

  /** Thrown in place of ending the process. */
  static final class CellExit extends Error {
    private static final long serialVersionUID = 1;

    CellExit(int status) {
      super(
          "System.exit("
              + status
              + ") would end the whole session, so it ended the cell only;"
              + " use return, or shut the session down from the front end",
          null,
          false,
          true);
    }
  }
}
