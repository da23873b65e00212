package jacobean.documentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An example in a Javadoc comment: lines of Java as a cell has them. A line may end in what comes
 * of it, and more lines of comment go on with that text:
 *
 * <pre>{@code
 * var x = jnp.array(1., 2.);
 * jnp.cumsum(x)                   // => [1. 3.]
 * x.plus(jnp.ones(3))             // throws ShapeException: add
 * debug.print("x = {}", x);       // prints x = [1. 2.]
 * }</pre>
 *
 * @param file the source file
 * @param line the line of the file that the first line of the example is on
 * @param subject the documented name
 */
record Snippet(Path file, int line, String subject, List<String> lines) {
  /** What a step wants to come of it. */
  enum Wanted {
    NOTHING,
    SHOWS,
    THROWS,
    PRINTS;

    private String mark() {
      return switch (this) {
        case NOTHING -> "";
        case SHOWS -> "=>";
        case THROWS -> "throws ";
        case PRINTS -> "prints ";
      };
    }
  }

  /**
   * A statement, or an expression and what it gives.
   *
   * @param at index of its first line in the example
   */
  record Step(int at, List<String> code, Wanted wanted, String text) {}

  /** Where a line of the example is. */
  String place(int index) {
    return file.getFileName() + ":" + (line + index);
  }

  /** The steps in their order. */
  List<Step> steps() {
    var steps = new ArrayList<Step>();
    var pending = new ArrayList<String>();
    int first = 0;
    for (int i = 0; i < lines.size(); i++) {
      int comment = Code.comment(lines.get(i));
      var code = lines.get(i).substring(0, comment).stripTrailing();
      var said = said(i, comment);
      if (pending.isEmpty()) {
        first = i;
      }
      if (code.isBlank() && pending.isEmpty()) {
        continue;
      }
      pending.add(code);
      var wanted = wanted(said);
      if (wanted != Wanted.NOTHING || Code.ends(pending)) {
        steps.add(
            new Step(first, List.copyOf(pending), wanted, said.substring(wanted.mark().length())));
        pending.clear();
      }
    }
    if (!pending.isEmpty()) {
      throw new IllegalArgumentException(
          place(first)
              + ": '"
              + String.join(" ", pending).strip()
              + "' is an expression without '// => TEXT', or a statement without its semicolon");
    }
    return steps;
  }

  /** The comment of a line and of the lines after it that have nothing but a comment. */
  private String said(int index, int comment) {
    var text = new StringBuilder(words(lines.get(index), comment));
    for (int i = index + 1; i < lines.size(); i++) {
      int start = Code.comment(lines.get(i));
      if (start == lines.get(i).length() || !lines.get(i).substring(0, start).isBlank()) {
        break;
      }
      text.append(' ').append(words(lines.get(i), start));
    }
    return text.toString();
  }

  private static String words(String line, int comment) {
    return comment == line.length() ? "" : line.substring(comment + 2).strip();
  }

  private static Wanted wanted(String comment) {
    for (var w : Wanted.values()) {
      if (w != Wanted.NOTHING && comment.startsWith(w.mark())) {
        return w;
      }
    }
    return Wanted.NOTHING;
  }
}
