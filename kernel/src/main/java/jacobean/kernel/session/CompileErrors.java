package jacobean.kernel.session;

import jacobean.kernel.spi.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.Diag;

/**
 * javac's diagnostics as an error that names the cell and its line, underlines what the user typed
 * and says how to mend it where that is known.
 */
final class CompileErrors {
  private static final String NAME = "CompilationError";
  private static final int MAX_ERRORS = 4;

  private CompileErrors() {}

  /**
   * @param became the Java that the piece was read as, empty if it was not repaired
   */
  static CellError report(
      Snippets.Ended.Rejected rejected,
      Snippets.Place place,
      Optional<String> became,
      Known known) {
    List<Diag> errors = relevant(rejected.diagnostics());
    if (errors.isEmpty()) {
      String message = "javac rejected the cell without saying why";
      return new CellError(
          NAME, message, List.of(Ansi.RED.of(NAME) + ": " + message), Optional.empty());
    }
    List<String> traceback = new ArrayList<>();
    String first = "";
    for (Diag error : errors) {
      Text source = rejected.source();
      int start = source.originOf((int) error.getStartPosition());
      int end = source.originOfEnd((int) error.getEndPosition());
      int caret = source.originOf((int) error.getPosition());
      String message = CompileMessage.of(error.getMessage(Locale.ROOT));
      first = first.isEmpty() ? message : first;
      traceback.add(Ansi.RED.of(NAME) + ": " + message);
      traceback.addAll(underlined(place, start, Math.max(end, start + 1), caret));
      Hints.of(error, place.cellText(), start, end, known)
          .ifPresent(hint -> traceback.add(Ansi.BLUE.of("hint: " + hint)));
    }
    became
        .filter(java -> !Brackets.unresolved(java))
        .ifPresent(
            java ->
                traceback.add(
                    Ansi.DIM.of("read as: " + java.strip().replace("\n", "\n         "))));
    return new CellError(NAME, first, traceback, Optional.empty());
  }

  /**
   * The errors in order of position; of syntax errors the first only, as the others follow from it.
   */
  private static List<Diag> relevant(List<Diag> all) {
    List<Diag> errors =
        all.stream()
            .filter(Diag::isError)
            .sorted(Comparator.comparingLong(Diag::getPosition))
            .toList();
    boolean syntax = errors.stream().anyMatch(CompileErrors::syntax);
    boolean selfReference =
        errors.stream().anyMatch(e -> e.getCode().equals("compiler.err.cant.infer.local.var.type"));
    return errors.stream()
        .filter(e -> !syntax || syntax(e))
        .filter(e -> errors.size() == 1 || !e.getMessage(Locale.ROOT).contains(Brackets.SEVERAL))
        .filter(
            e ->
                !selfReference
                    || !e.getCode().equals("compiler.err.var.might.not.have.been.initialized"))
        .limit(syntax ? 1 : MAX_ERRORS)
        .toList();
  }

  private static boolean syntax(Diag error) {
    String code = error.getCode();
    return code.startsWith("compiler.err.expected")
        || code.startsWith("compiler.err.illegal.start")
        || Set.of(
                "compiler.err.not.stmt",
                "compiler.err.premature.eof",
                "compiler.err.unclosed.char.lit",
                "compiler.err.unclosed.str.lit",
                "compiler.err.illegal.char",
                "compiler.err.else.without.if")
            .contains(code);
  }

  private static List<String> underlined(Snippets.Place place, int start, int end, int caret) {
    String cell = place.cellText();
    int begin = Math.clamp(start, 0, cell.length());
    int line = SourceLines.lineAt(cell, begin);
    int lineStart = cell.lastIndexOf('\n', begin - 1) + 1;
    int lineEnd = cell.indexOf('\n', lineStart);
    String text = cell.substring(lineStart, lineEnd < 0 ? cell.length() : lineEnd);
    int from = begin - lineStart;
    int to = Math.clamp(end - lineStart, from + 1, Math.max(from + 1, text.length()));
    int at = Math.clamp(caret - lineStart, from, to - 1);
    String marks = "~".repeat(at - from) + "^" + "~".repeat(to - at - 1);
    String indent = text.substring(0, Math.min(from, text.length())).replaceAll("[^\t]", " ");
    return List.of(
        "In [" + place.cell() + "], line " + line + ":",
        "    " + text,
        "    " + indent + Ansi.RED.of(marks));
  }
}
