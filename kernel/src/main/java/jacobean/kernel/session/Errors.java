package jacobean.kernel.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jdk.jshell.Diag;
import jdk.jshell.spi.SPIResolutionException;

/** Turns diagnostics and exceptions into errors that name the cell, its line and its own text. */
final class Errors {
  private static final String RED = "\u001b[31m";
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String RESET = "\u001b[0m";
  private static final int MAX_FRAMES = 12;

  private Errors() {}

  /** An error of the session itself: a bad magic, an interrupted start. */
  static CellError plain(String name, String message, Optional<Throwable> cause) {
    return new CellError(name, message, List.of(RED + BOLD + name + RESET + ": " + message), cause);
  }

  static CellError compilation(Snippets.Ended.Rejected rejected, Snippets.Place place) {
    List<Diag> errors =
        rejected.diagnostics().stream()
            .filter(Diag::isError)
            .sorted(Comparator.comparingLong(Diag::getPosition))
            .toList();
    if (errors.isEmpty()) {
      return plain("CompilationError", "javac rejected the cell without saying why", Optional.empty());
    }
    List<String> traceback = new ArrayList<>();
    for (Diag error : errors) {
      String message = error.getMessage(Locale.ROOT);
      int start = rejected.source().originOf((int) error.getStartPosition());
      int end =
          Math.max(start + 1, rejected.source().originOfEnd((int) error.getEndPosition()));
      traceback.add(RED + BOLD + "CompilationError" + RESET + ": " + message);
      traceback.addAll(underlined(place, start, end, (int) rejected.source().originOf((int) error.getPosition())));
    }
    return new CellError(
        "CompilationError", errors.getFirst().getMessage(Locale.ROOT), traceback, Optional.empty());
  }

  private static List<String> underlined(Snippets.Place place, int start, int end, int caret) {
    String cell = place.cellText();
    start = Math.clamp(start, 0, cell.length());
    int line = SourceLines.lineAt(cell, start);
    int lineStart = cell.lastIndexOf('\n', start - 1) + 1;
    int lineEnd = cell.indexOf('\n', lineStart);
    String text = cell.substring(lineStart, lineEnd < 0 ? cell.length() : lineEnd);
    int from = start - lineStart;
    int to = Math.clamp(end - lineStart, from + 1, Math.max(from + 1, text.length()));
    int at = Math.clamp(caret - lineStart, from, to - 1);
    String marks = "~".repeat(at - from) + "^" + "~".repeat(to - at - 1);
    return List.of(
        "In [" + place.cell() + "], line " + line + ":",
        "    " + text,
        "    " + blanks(text.substring(0, Math.min(from, text.length()))) + RED + marks + RESET);
  }

  private static String blanks(String text) {
    return text.codePoints()
        .collect(StringBuilder::new, (b, c) -> b.append(c == '\t' ? '\t' : ' '), StringBuilder::append)
        .toString();
  }

  static CellError thrown(Throwable error, Snippets.Place place) {
    if (error instanceof SPIResolutionException) {
      return plain("UnresolvedReference", "the code that was called is not whole yet", Optional.of(error));
    }
    String name = error.getClass().getSimpleName();
    String message = String.valueOf(error.getMessage());
    List<String> traceback = new ArrayList<>();
    traceback.add(
        RED + BOLD + error.getClass().getName() + RESET
            + (error.getMessage() == null ? "" : ": " + message));
    frames(error, place, traceback);
    Throwable cause = error.getCause();
    for (int depth = 0; cause != null && depth < 8; depth++, cause = cause.getCause()) {
      traceback.add(BOLD + "caused by " + cause + RESET);
      frames(cause, place, traceback);
    }
    return new CellError(name, message, traceback, Optional.of(error));
  }

  private static void frames(Throwable error, Snippets.Place place, List<String> traceback) {
    int shown = 0;
    int folded = 0;
    for (StackTraceElement frame : error.getStackTrace()) {
      if (frame.getClassName().startsWith(SnippetControl.class.getName())) {
        break;
      }
      if (frame.getClassName().startsWith("jacobean.")
          || frame.getClassName().startsWith("java.lang.reflect.")
          || frame.getClassName().startsWith("java.lang.invoke.")
          || frame.getClassName().startsWith("jdk.internal.")) {
        folded++;
        continue;
      }
      if (shown++ == MAX_FRAMES) {
        traceback.add(DIM + "  ..." + RESET);
        break;
      }
      String file = String.valueOf(frame.getFileName());
      if (file.startsWith("In [")) {
        traceback.add(
            "  " + file + ", line " + frame.getLineNumber()
                + (file.equals("In [" + place.cell() + "]")
                    ? ": " + line(place.cellText(), frame.getLineNumber())
                    : method(frame)));
      } else {
        traceback.add(DIM + "  at " + frame + RESET);
      }
    }
    if (folded > 0) {
      traceback.add(DIM + "  (" + folded + " frames of the library and the session)" + RESET);
    }
  }

  private static String method(StackTraceElement frame) {
    return frame.getMethodName().startsWith("do_it$") ? "" : " in " + frame.getMethodName();
  }

  private static String line(String cell, int line) {
    return cell.lines().skip(Math.max(0, line - 1L)).findFirst().orElse("").strip();
  }
}
