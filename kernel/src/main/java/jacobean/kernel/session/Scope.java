package jacobean.kernel.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;

/**
 * What a snippet can see of the session: its imports, and which class holds each variable, method
 * and type.
 *
 * @param header import declarations, all on one line
 * @param variables variable name to the class that holds it
 * @param methods the session's methods
 * @param hidden which of the methods a variable hides
 */
record Scope(
    String header, Map<String, String> variables, List<Method> methods, HiddenMethods hidden) {
  /**
   * A method of the session.
   *
   * @param owner the class that holds it
   * @param parameterTypes as the user wrote them
   */
  record Method(String name, String owner, List<String> parameterTypes) {}

  static Scope of(JShell jshell) {
    StringBuilder header = new StringBuilder();
    Map<String, String> variables = new LinkedHashMap<>();
    List<Method> methods = new ArrayList<>();
    jshell.imports().forEach(i -> header.append(i.source().replace('\n', ' ')).append(' '));
    jshell.types().forEach(t -> owner(jshell, t).ifPresent(o -> importOf(header, o, t.name())));
    jshell
        .variables()
        .forEach(
            v ->
                owner(jshell, v)
                    .ifPresent(
                        o -> {
                          importOf(header, o, v.name());
                          variables.put(v.name(), o);
                        }));
    jshell
        .methods()
        .forEach(
            m ->
                owner(jshell, m)
                    .ifPresent(
                        o -> {
                          importOf(header, o, m.name());
                          methods.add(new Method(m.name(), o, parameterTypes(m)));
                        }));
    return new Scope(header.toString(), variables, methods, HiddenMethods.of(jshell));
  }

  private static void importOf(StringBuilder header, String owner, String name) {
    header.append("import static ").append(owner).append('.').append(name).append("; ");
  }

  private static Optional<String> owner(JShell jshell, DeclarationSnippet snippet) {
    Snippet.Status status = jshell.status(snippet);
    return status.isDefined()
        ? Optional.of(jshell.sourceCodeAnalysis().wrapper(snippet).fullClassName())
        : Optional.empty();
  }

  private static List<String> parameterTypes(MethodSnippet method) {
    List<String> types = new ArrayList<>();
    int depth = 0;
    int start = 0;
    String all = method.parameterTypes();
    for (int i = 0; i <= all.length(); i++) {
      if (i == all.length() || all.charAt(i) == ',' && depth == 0) {
        if (i > start) {
          types.add(all.substring(start, i).strip());
        }
        start = i + 1;
      } else if (all.charAt(i) == '<') {
        depth++;
      } else if (all.charAt(i) == '>') {
        depth--;
      }
    }
    return types;
  }
}
