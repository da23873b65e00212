package jacobean.kernel.session;

import jacobean.kernel.session.Tokens.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.VarSnippet;

/**
 * Calls that Java and the author of a cell read differently: in {@code Array g(ArrayFn1 f, Array x)
 * { return f(x); }} the parameter is meant, but where another cell declared a method {@code f} Java
 * calls that, since it keeps names of methods and of variables apart.
 *
 * @param methods the names of the session's methods
 * @param hiding those of its variables that have the name of a method that was declared before them
 */
record HiddenMethods(Set<String> methods, Set<String> hiding) {
  static HiddenMethods of(JShell jshell) {
    Set<String> methods = new HashSet<>();
    Set<String> hiding = new HashSet<>();
    jshell
        .snippets() // in the order of their latest declaration
        .filter(s -> jshell.status(s).isActive())
        .forEach(
            s -> {
              if (s instanceof MethodSnippet method) {
                methods.add(method.name());
                hiding.remove(method.name());
              } else if (s instanceof VarSnippet variable && methods.contains(variable.name())) {
                hiding.add(variable.name());
              }
            });
    return new HiddenMethods(methods, hiding);
  }

  /** True if a variable of the session is meant by this name, though there is such a method. */
  boolean hides(String name) {
    return hiding.contains(name);
  }

  /**
   * False if a text surely has no such call: one look at its words, so that most cells need no
   * trial.
   */
  boolean mayBeCalledIn(String text) {
    if (methods.isEmpty()) {
      return false;
    }
    List<Token> tokens = Tokens.of(text);
    Set<String> called = new HashSet<>();
    Set<String> named = new HashSet<>(hiding);
    for (int i = 0; i < tokens.size(); i++) {
      boolean call = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
      if (methods.contains(tokens.get(i).text())) {
        (call ? called : named).add(tokens.get(i).text());
      }
    }
    called.retainAll(named);
    return !called.isEmpty();
  }
}
