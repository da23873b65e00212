package jacobean.kernel.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Exceptions of cells as a user should read them: what happened first, then the cell's own lines,
 * with the frames of the session, the library and reflection folded.
 */
final class ThrownErrors {
  private static final int MAX_FRAMES = 12;
  private static final int MAX_CAUSES = 8;

  private final IntFunction<Optional<String>> cells;
  private final UnaryOperator<String> files;

  /**
   * @param cells the text of a cell by its execution count
   * @param files the source file of a snippet's class, such as {@code In [3]}: HotSpot keeps the
   *     name that a class had in its first stack trace, even when the class is redefined
   */
  ThrownErrors(IntFunction<Optional<String>> cells, UnaryOperator<String> files) {
    this.cells = cells;
    this.files = files;
  }

  /** An error with nothing but a message: a bad magic, a method that is not whole. */
  static CellError plain(String name, String message, Optional<Throwable> cause) {
    return new CellError(name, message, List.of(Ansi.RED.of(name) + ": " + message), cause);
  }

  CellError report(Throwable error) {
    List<String> traceback = new ArrayList<>();
    Set<Throwable> seen = new HashSet<>();
    int depth = 0;
    for (Throwable each = error;
        each != null && seen.add(each) && depth < MAX_CAUSES;
        each = each.getCause(), depth++) {
      traceback.add(
          (depth == 0 ? "" : "caused by ")
              + Ansi.RED.of(name(each))
              + explained(each).map(m -> ": " + m).orElse(""));
      frames(each, traceback);
    }
    return new CellError(
        error.getClass().getSimpleName(),
        error.getMessage() == null ? name(error) : message(error),
        traceback,
        Optional.of(error));
  }

  /** What is said of an error; empty where its name says it all. */
  private static Optional<String> explained(Throwable error) {
    StackTraceElement[] frames = error.getStackTrace();
    boolean immutable =
        error instanceof UnsupportedOperationException
            && frames.length > 0
            && frames[0].getClassName().startsWith("java.util.ImmutableCollections");
    return immutable
        ? Optional.of(
            "List.of(...) and Map.of(...) cannot be changed; what can is new ArrayList<>(list) or"
                + " new HashMap<>(map)")
        : Optional.ofNullable(error.getMessage()).map(_ -> message(error));
  }

  /** The message without JShell's wrappers, which the JVM's own messages name. */
  private static String message(Throwable error) {
    return error.getMessage().replaceAll("REPL\\.\\$JShell\\$[0-9A-Z_]+[.$]", "");
  }

  private static String name(Throwable error) {
    String qualified = error.getClass().getName();
    return qualified.startsWith("REPL.") || qualified.startsWith("java.lang.")
        ? error.getClass().getSimpleName()
        : qualified.replace('$', '.');
  }

  private void frames(Throwable error, List<String> traceback) {
    int shown = 0;
    int folded = 0;
    String initializer = "";
    for (StackTraceElement frame : error.getStackTrace()) {
      if (frame.getClassName().startsWith(SnippetControl.class.getName())) {
        break;
      }
      if (frame.getMethodName().equals("do_it$") && frame.getClassName().equals(initializer)) {
        continue; // JShell's second method for the same variable
      }
      initializer = frame.getMethodName().equals("do_it$Aux") ? frame.getClassName() : "";
      boolean cell = inCell(frame);
      if (!cell && inside(frame.getClassName())) {
        folded++;
        continue;
      }
      String line = cell ? "  " + cellFrame(frame) : Ansi.DIM.of("  at " + frame);
      if (line.equals(traceback.getLast())) {
        continue; // a lambda on the line that calls it, or a method that calls itself
      }
      if (shown++ == MAX_FRAMES) {
        traceback.add(Ansi.DIM.of("  ..."));
        break;
      }
      traceback.add(line);
    }
    if (folded > 0) {
      traceback.add(
          Ansi.DIM.of(
              "  (" + folded + (folded == 1 ? " frame" : " frames") + " of libraries folded)"));
    }
  }

  private static boolean inside(String className) {
    return className.startsWith("jacobean.")
        || className.startsWith("java.")
        || className.startsWith("jdk.")
        || className.startsWith("REPL.");
  }

  private static boolean inCell(StackTraceElement frame) {
    return frame.getFileName() != null
        && frame.getFileName().startsWith("In [")
        && frame.getLineNumber() > 0;
  }

  private String cellFrame(StackTraceElement frame) {
    String file = files.apply(frame.getClassName());
    int number = Integer.parseInt(file.substring("In [".length(), file.length() - 1));
    String line =
        cells
            .apply(number)
            .flatMap(text -> text.lines().skip(frame.getLineNumber() - 1L).findFirst())
            .map(text -> ": " + text.strip())
            .orElse("");
    return Ansi.BOLD.of(file + ", line " + frame.getLineNumber()) + line;
  }
}
