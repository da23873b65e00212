package jacobean.kernel.session;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/** How to mend common mistakes, above all those of people who come from Python. */
final class Hints {
  private static final Map<String, String> PYTHON =
      Map.of(
          "True", "Java writes true",
          "False", "Java writes false",
          "None", "Java writes null",
          "def", "Java writes a method as: Array f(Array x) { return ...; }",
          "lambda", "Java writes a lambda as: x -> ...",
          "self", "Java writes this",
          "elif", "Java writes else if",
          "len", "Java writes x.size(), x.length() or x.length",
          "str", "Java writes String.valueOf(x)",
          "range", "Java writes for (int i = 0; i < n; i++)");
  private static final Pattern SYMBOL = Pattern.compile("symbol:\\s*(\\w+)\\s+([\\w$]+)");
  private static final Pattern FOUND_REQUIRED =
      Pattern.compile(
          "incompatible types: ([\\w.<>\\[\\]?, ]+) cannot be converted to ([\\w.<>\\[\\]?, ]+)");

  private Hints() {}

  /**
   * @param cell the cell's text, in which the error spans {@code [start, end)}
   * @param overloaded methods used as values although they have several overloads
   * @param names the session's names
   */
  static Optional<String> of(
      Diag error,
      String cell,
      int start,
      int end,
      Collection<String> overloaded,
      Collection<String> names) {
    String message = error.getMessage(Locale.ROOT);
    int from = Math.clamp(start, 0, cell.length());
    String text = cell.substring(from, Math.clamp(end, from, cell.length()));
    int lineStart = cell.lastIndexOf('\n', from - 1) + 1;
    int lineEnd = cell.indexOf('\n', from);
    String line = cell.substring(lineStart, lineEnd < 0 ? cell.length() : lineEnd);
    String code = error.getCode();
    if (code.startsWith("compiler.err.cant.resolve")) {
      return unknownName(message, text, overloaded, names);
    }
    if (code.equals("compiler.err.unclosed.char.lit")) {
      return Optional.of("a Java string is in double quotes: \"...\"");
    }
    if (code.equals("compiler.err.prob.found.req")) {
      return conversion(message);
    }
    if (code.equals("compiler.err.array.req.but.found")) {
      return elements(
          text, line.substring(Math.min(line.length(), from - lineStart + text.length())));
    }
    if (code.equals("compiler.err.cant.infer.local.var.type")) {
      return message.contains("self-referencing")
          ? Optional.of("to give the variable a new value, leave out var")
          : Optional.of("write the type instead of var, so that the value has something to fit");
    }
    if (code.equals("compiler.err.var.might.not.have.been.initialized")) {
      return Optional.of("give it a value where it is declared");
    }
    if (code.equals("compiler.err.report.access") && text.contains(".")) {
      return Optional.of("a record's component is read by its method: " + text + "()");
    }
    if (code.equals("compiler.err.premature.eof")) {
      return Optional.of("a bracket is not closed");
    }
    if (code.startsWith("compiler.err.expected")
        || code.startsWith("compiler.err.illegal.start")
        || code.equals("compiler.err.not.stmt")) {
      return syntax(line, text, cell, from);
    }
    return Optional.empty();
  }

  /** {@code text} is such as {@code x[0]}, {@code after} what follows it. */
  private static Optional<String> elements(String text, String after) {
    int bracket = text.indexOf('[');
    boolean assigned = after.strip().matches("([-+*/%&|^]?=)(?!=).*");
    if (!assigned || bracket < 0 || !text.endsWith("]")) {
      return Optional.of("this type has no get method, so it has no elements to index");
    }
    String name = text.substring(0, bracket);
    return Optional.of(
        "its elements cannot be assigned; of an immutable array make a changed copy: "
            + name
            + " = "
            + name
            + ".at("
            + text.substring(bracket + 1, text.length() - 1)
            + ").set(...)");
  }

  private static Optional<String> unknownName(
      String message, String text, Collection<String> overloaded, Collection<String> names) {
    Matcher symbol = SYMBOL.matcher(message);
    if (!symbol.find()) {
      return Optional.empty();
    }
    String name = symbol.group(2);
    if (overloaded.contains(name)) {
      return Optional.of(
          name
              + " has several overloads, so it is not clear which one is meant; write a lambda: (Array x) -> "
              + name
              + "(x)");
    }
    if (PYTHON.containsKey(name)) {
      return Optional.of(PYTHON.get(name));
    }
    if (symbol.group(1).equals("variable") && text.endsWith("." + name)) {
      return Optional.of("a method is called with parentheses: " + text + "()");
    }
    List<String> near = Nearest.of(name, names);
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of("did you mean " + String.join(" or ", near) + "?");
  }

  private static Optional<String> conversion(String message) {
    if (message.contains("bad return type in lambda expression")) {
      return Optional.of(
          "where a lambda may give any type, write the types of its parameters: (Array x) -> ...");
    }
    if (message.contains("possible lossy conversion")) {
      return Optional.of("declare a wider type, or cast: (int) value");
    }
    Matcher types = FOUND_REQUIRED.matcher(message);
    if (types.find()) {
      String found = CompileMessage.simple(types.group(1));
      String required = CompileMessage.simple(types.group(2).strip());
      if (found.equals("String") && (required.equals("int") || required.equals("double"))) {
        return Optional.of(
            required.equals("int") ? "Integer.parseInt(text)" : "Double.parseDouble(text)");
      }
      if (required.equals("String")) {
        return Optional.of("String.valueOf(value)");
      }
      if (required.equals("boolean")) {
        return Optional.of("a condition must be true or false; compare the value with something");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> syntax(String line, String text, String cell, int at) {
    String stripped = line.strip();
    for (Map.Entry<String, String> word : PYTHON.entrySet()) {
      if (stripped.matches(".*\\b" + word.getKey() + "\\b.*")
          && List.of("def", "lambda", "elif").contains(word.getKey())) {
        return Optional.of(word.getValue());
      }
    }
    if (stripped.matches("(from\\s+\\S+\\s+)?import\\s+\\S+(\\s+as\\s+\\S+)?")) {
      return Optional.of("Java imports a class or a package: import java.util.*;");
    }
    if (stripped.contains("**")) {
      return Optional.of("Java has no **; write Math.pow(x, n), or a library's power");
    }
    if (stripped.startsWith("for ") && stripped.contains(" in ")) {
      return Optional.of("Java loops by: for (var x : list) { ... }");
    }
    if (stripped.matches(".*\\[[^\\]]*:[^\\]]*].*")) {
      return Optional.of("a slice is written as a string: x[\"1:3\"]");
    }
    if (stripped.endsWith(":")) {
      return Optional.of("Java puts blocks in braces: { ... }");
    }
    boolean lineEnds = at >= cell.length() || text.isBlank() || cell.startsWith("\n", at);
    if (lineEnds && !stripped.endsWith(";") && !stripped.endsWith("{")) {
      return Optional.of("a statement ends with a semicolon");
    }
    return Optional.empty();
  }
}
