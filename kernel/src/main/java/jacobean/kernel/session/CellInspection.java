package jacobean.kernel.session;

import jacobean.kernel.session.Session.Inspection;
import jacobean.kernel.spi.SessionView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jdk.jshell.SourceCodeAnalysis;

/** Signature and documentation of what stands at the cursor. */
final class CellInspection {
  private static final int MAX_VALUE = 400;

  private final SourceCodeAnalysis analysis;
  private final Magics magics;
  private final Supplier<List<SessionView.Variable>> variables;

  CellInspection(
      SourceCodeAnalysis analysis, Magics magics, Supplier<List<SessionView.Variable>> variables) {
    this.analysis = analysis;
    this.magics = magics;
    this.variables = variables;
  }

  Inspection at(String code, int cursor) {
    int at = Math.clamp(cursor, 0, code.length());
    int end = at;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    int start = at;
    while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
      start--;
    }
    int signs = start;
    while (signs > 0 && code.charAt(signs - 1) == '%') {
      signs--;
    }
    if (signs < start) {
      String summary = magics.summary(code.substring(signs, end));
      if (!summary.isEmpty()) {
        return new Inspection(true, summary, "`" + summary.replaceFirst(": ", "` "));
      }
    }
    String name = code.substring(start, end);
    boolean member = start > 0 && code.charAt(start - 1) == '.';
    if (!name.isEmpty() && !member) {
      for (SessionView.Variable variable : variables.get()) {
        boolean called = end < code.length() && code.charAt(end) == '(';
        if (variable.name().equals(name) && !called) {
          return variable(variable);
        }
      }
    }
    List<SourceCodeAnalysis.Documentation> found = documentation(code, start, end);
    if (found.isEmpty()) {
      return new Inspection(false, "", "");
    }
    List<String> plain = new ArrayList<>();
    List<String> markdown = new ArrayList<>();
    for (SourceCodeAnalysis.Documentation each : found) {
      String text = each.javadoc() == null ? "" : JavadocText.markdown(each.javadoc());
      plain.add(each.signature() + (text.isEmpty() ? "" : "\n\n" + text));
      markdown.add(
          "```java\n" + each.signature() + "\n```" + (text.isEmpty() ? "" : "\n\n" + text));
    }
    return new Inspection(true, String.join("\n\n", plain), String.join("\n\n---\n\n", markdown));
  }

  private static Inspection variable(SessionView.Variable variable) {
    String value = Rendering.plain(variable.value());
    String shown = value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) + "..." : value;
    String head = variable.type() + " " + variable.name();
    return new Inspection(
        true,
        head + " = " + shown + "\n\ndeclared in In [" + variable.cell() + "]",
        "```java\n" + head + " = " + shown + "\n```\n\ndeclared in In [" + variable.cell() + "]");
  }

  /** JShell documents a method when the cursor is behind its opening parenthesis. */
  private List<SourceCodeAnalysis.Documentation> documentation(String code, int start, int end) {
    if (end == start) {
      // Within the arguments of a call: the method that is called.
      return analysis.documentation(code.substring(0, end), end, true);
    }
    String upToName = code.substring(0, end);
    List<SourceCodeAnalysis.Documentation> method =
        analysis.documentation(upToName + "(", end + 1, true);
    return method.isEmpty() ? analysis.documentation(upToName, end, true) : method;
  }
}
