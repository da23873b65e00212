package jacobean.kernel.session;

import jacobean.kernel.session.Session.Inspection;
import jacobean.kernel.spi.SessionView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;

/** Signature and documentation of what stands at the cursor. */
final class CellInspection {
  private static final int MAX_VALUE = 400;

  /** How many overloads are shown. */
  private static final int MAX_SHOWN = 12;

  private final SourceCodeAnalysis analysis;
  private final Magics magics;
  private final Supplier<List<SessionView.Variable>> variables;
  private final LibrarySources sources;
  private final Receivers receivers;
  private final Supplier<List<String>> importedTypes;

  /**
   * @param receivers tells the type of what stands before a dot
   * @param importedTypes types whose static members need no name before them
   */
  CellInspection(
      SourceCodeAnalysis analysis,
      Magics magics,
      Supplier<List<SessionView.Variable>> variables,
      LibrarySources sources,
      Receivers receivers,
      Supplier<List<String>> importedTypes) {
    this.analysis = analysis;
    this.magics = magics;
    this.variables = variables;
    this.sources = sources;
    this.receivers = receivers;
    this.importedTypes = importedTypes;
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
    List<LibrarySources.Documented> all = ofLibrary(code, start, end, found);
    if (all.isEmpty()) {
      all =
          found.stream()
              .map(
                  d ->
                      new LibrarySources.Documented(
                          d.signature(), d.javadoc() == null ? "" : d.javadoc()))
              .toList();
    }
    return all.isEmpty() ? new Inspection(false, "", "") : shown(all);
  }

  private static Inspection shown(List<LibrarySources.Documented> all) {
    List<String> plain = new ArrayList<>();
    List<String> markdown = new ArrayList<>();
    for (LibrarySources.Documented each : all.subList(0, Math.min(MAX_SHOWN, all.size()))) {
      String text = JavadocText.markdown(each.comment());
      plain.add(each.signature() + (text.isEmpty() ? "" : "\n\n" + text));
      markdown.add(
          "```java\n" + each.signature() + "\n```" + (text.isEmpty() ? "" : "\n\n" + text));
    }
    if (all.size() > MAX_SHOWN) {
      String more = "and " + (all.size() - MAX_SHOWN) + " more of this name";
      plain.add(more);
      markdown.add(more);
    }
    return new Inspection(true, String.join("\n\n", plain), String.join("\n\n---\n\n", markdown));
  }

  /**
   * What a library's sources say of the name: by the type that is written before it, or that of the
   * expression before it, else by the type of which JShell knows the method; where nothing stands
   * before it, by the types whose members are imported.
   */
  private List<LibrarySources.Documented> ofLibrary(
      String code, int start, int end, List<SourceCodeAnalysis.Documentation> found) {
    String name = code.substring(start, end);
    int from = start;
    while (from > 0 && isNamePart(code.charAt(from - 1))) {
      from--;
    }
    String before = start > from ? code.substring(from, start - 1) : "";
    boolean member = start > 0 && code.charAt(start - 1) == '.';
    Stream<String> types =
        member
            ? Stream.concat(Stream.of(before), receivers.typeAt(code, start - 1).stream())
            : importedTypes.get().stream();
    Stream<String> known =
        found.stream()
            .map(SourceCodeAnalysis.Documentation::signature)
            .map(s -> s.substring(0, Math.max(0, s.indexOf("." + name + "("))))
            .map(s -> s.substring(s.lastIndexOf(' ') + 1))
            .distinct();
    for (String type : Stream.concat(types, known).filter(t -> !t.isEmpty()).toList()) {
      List<LibrarySources.Documented> members = sources.members(type, name);
      if (!members.isEmpty()) {
        return members;
      }
    }
    return name.isEmpty()
        ? List.of()
        : sources.type(before.isEmpty() ? name : before + "." + name).stream().toList();
  }

  private static boolean isNamePart(char c) {
    return c == '.' || Character.isJavaIdentifierPart(c);
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
    if (method.isEmpty() && start > 0 && code.charAt(start - 1) == '.') {
      // JShell itself looks at one snippet only.
      return receivers
          .typeAt(code, start - 1)
          .map(type -> "((" + type + ") null)." + code.substring(start, end) + "(")
          .map(call -> analysis.documentation(call, call.length(), true))
          .orElse(List.of());
    }
    return method.isEmpty() ? analysis.documentation(upToName, end, true) : method;
  }
}
