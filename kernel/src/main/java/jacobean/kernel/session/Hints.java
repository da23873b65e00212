package jacobean.kernel.session;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Diag;

/** How to mend common mistakes, above all those of people who come from Python. */
final class Hints {
  private static final Map<String, String> PYTHON =
      Map.of(
          "True", "Java writes true",
          "False", "Java writes false",
          "None", "Java writes null",
          "self", "Java writes this",
          "len", "Java writes x.size(), x.length() or x.length",
          "isinstance", "Java writes x instanceof Array",
          "str", "Java writes String.valueOf(x)",
          "printf", "Java writes \"%.2f\".formatted(x), for print or for System.out.println",
          "range", "Java writes for (int i = 0; i < n; i++)");
  private static final Pattern SYMBOL =
      Pattern.compile(
          "symbol:\\s*(\\w+)\\s+([\\w$]+).*?(?:location:\\s*([^\\n]*)|$)", Pattern.DOTALL);
  private static final Pattern FOUND_REQUIRED =
      Pattern.compile(
          "incompatible types: ([\\w.<>\\[\\]?, ]+) cannot be converted to ([\\w.<>\\[\\]?, ]+)");
  private static final Pattern INDEXED = Pattern.compile("array required, but (.*) found");
  private static final Pattern INFERRED = Pattern.compile(" conforms to ([\\w.]+)");
  private static final Pattern MISFIT =
      Pattern.compile("([\\w.]+(?:\\[\\])*)(?:<[^\\n]*>)? cannot be converted to ([\\w.]+)");
  private static final Pattern LOSSY =
      Pattern.compile("possible lossy conversion from \\w+ to (\\w+)");
  private static final Map<String, String> UPDATES =
      Map.of("+=", "add", "-=", "subtract", "*=", "multiply", "/=", "divide");

  private Hints() {}

  /**
   * @param cell the cell's text, in which the error spans {@code [start, end)}
   */
  static Optional<String> of(Diag error, String cell, int start, int end, Known known) {
    String message = error.getMessage(Locale.ROOT);
    int from = Math.clamp(start, 0, cell.length());
    String text = cell.substring(from, Math.clamp(end, from, cell.length()));
    int lineStart = cell.lastIndexOf('\n', from - 1) + 1;
    int lineEnd = cell.indexOf('\n', from);
    String line = cell.substring(lineStart, lineEnd < 0 ? cell.length() : lineEnd);
    String code = error.getCode();
    if (code.startsWith("compiler.err.cant.apply")) {
      return misfit(message, known)
          .or(() -> Optional.ofNullable(known.hints().get(lastName(text) + "()")));
    }
    if (code.equals("compiler.err.doesnt.exist")) {
      return Optional.ofNullable(known.hints().get(text.replaceFirst("\\..*", "")));
    }
    if (code.equals("compiler.err.restricted.type.not.allowed.compound")) {
      return SyntaxHints.form(line);
    }
    if (code.startsWith("compiler.err.cant.resolve")) {
      if (line.strip().startsWith("var (")) {
        return SyntaxHints.form(line);
      }
      boolean assigned = line.substring(from - lineStart).matches("\\w+\\s*=[^=].*");
      if (assigned && line.substring(0, from - lineStart).matches(".*[(,]\\s*")) {
        return Optional.of(
            "Java has no named arguments; write the value alone, where its parameter stands");
      }
      return line.strip().matches(Pattern.quote(text) + "\\s*=[^=].*") && text.matches("\\w+")
          ? Optional.of("a new variable is declared with its first value: var " + line.strip())
          : unknownName(message, text, known);
    }
    if (code.equals("compiler.err.unclosed.char.lit")) {
      return Optional.of("a Java string is in double quotes: \"...\"");
    }
    if (code.equals("compiler.err.prob.found.req")) {
      return conversion(message, known);
    }
    if (code.equals("compiler.err.array.req.but.found")) {
      return elements(
          message, text, line.substring(Math.min(line.length(), from - lineStart + text.length())));
    }
    if (code.equals("compiler.err.cant.infer.local.var.type")) {
      return message.contains("self-referencing")
          ? Optional.of("to give the variable a new value, leave out var")
          : Optional.of("write the type instead of var, so that the value has something to fit");
    }
    if (code.equals("compiler.err.var.might.not.have.been.initialized")) {
      return Optional.of("give it a value where it is declared");
    }
    if (code.equals("compiler.err.premature.eof")) {
      return SyntaxHints.form(line).or(() -> Optional.of("a bracket is not closed"));
    }
    if (message.endsWith(" expected")
        || code.startsWith("compiler.err.illegal.start")
        || code.equals("compiler.err.not.stmt")) {
      return SyntaxHints.of(line, text, cell, from);
    }
    return Optional.empty();
  }

  /** {@code text} is such as {@code x[0]}, {@code after} what follows it. */
  private static Optional<String> elements(String message, String text, String after) {
    int bracket = text.indexOf('[');
    Matcher assignment = Pattern.compile("^\\s*([-+*/%&|^]?=)(?!=)").matcher(after);
    if (!assignment.find() || bracket < 0 || !text.endsWith("]")) {
      Matcher type = INDEXED.matcher(message);
      return (type.find() ? Members.parts(type.group(1)) : Optional.<String>empty())
          .or(() -> Optional.of("this type has no get method, so it has no elements to index"));
    }
    String name = text.substring(0, bracket);
    return Optional.of(
        "its elements cannot be assigned; of an immutable array make a changed copy: "
            + name
            + " = "
            + name
            + ".at("
            + text.substring(bracket + 1, text.length() - 1)
            + ")."
            + UPDATES.getOrDefault(assignment.group(1), "set")
            + "(...)");
  }

  /**
   * What there is for names that are not there, after the sentence that says so.
   *
   * @param missing such as {@code method zeros(int)}
   */
  static String ofMissing(Stream<String> missing, Known known) {
    return missing
        .map(name -> name.replaceFirst("^\\w+ (\\w+).*", "$1"))
        .flatMap(name -> Optional.ofNullable(PYTHON.get(name)).or(() -> known.home(name)).stream())
        .map(hint -> "; " + hint)
        .collect(Collectors.joining());
  }

  /** What there is for a name of a variable or method that is not there. */
  private static Optional<String> ofMissing(String name, Known known) {
    return Optional.ofNullable(PYTHON.get(name))
        .or(() -> Optional.ofNullable(known.hints().get(name)))
        .or(() -> known.home(name));
  }

  private static Optional<String> unknownName(String message, String text, Known known) {
    Matcher symbol = SYMBOL.matcher(message);
    if (!symbol.find()) {
      return Optional.empty();
    }
    String name = symbol.group(2);
    boolean member = text.endsWith("." + name);
    if (symbol.group(1).equals("method") && known.hints().containsKey(name + "()")) {
      return Optional.of(known.hints().get(name + "()"));
    }
    Optional<List<String>> members =
        member ? Members.of(String.valueOf(symbol.group(3))) : Optional.empty();
    List<String> own = member ? List.of() : Nearest.of(name, known.names());
    if (own.isEmpty() && members.map(all -> !all.contains(name)).orElse(!member)) {
      Optional<String> other =
          member
              ? Optional.ofNullable(known.hints().get(name)).or(() -> known.home(name))
              : ofMissing(name, known);
      if (other.isPresent()) {
        return other;
      }
    }
    if (member
        && symbol.group(1).equals("variable")
        && members.map(all -> all.contains(name)).orElse(false)) {
      return Optional.of("a method is called with parentheses: " + text + "()");
    }
    List<String> near =
        Nearest.of(name, members.orElse(member ? List.of() : List.copyOf(known.names())));
    return near.isEmpty()
        ? member ? Members.parts(String.valueOf(symbol.group(3))) : Optional.empty()
        : Optional.of("did you mean " + String.join(" or ", near) + "?");
  }

  /** What a library says of the first argument that a method does not take. */
  private static Optional<String> misfit(String message, Known known) {
    return Stream.concat(
            MISFIT
                .matcher(message)
                .results()
                .flatMap(m -> Stream.of(simple(m, 1) + " as ", " as ").map(s -> s + simple(m, 2))),
            INFERRED.matcher(message).results().map(m -> " as " + simple(m, 1)))
        .map(known.hints()::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static String simple(MatchResult match, int group) {
    return lastName(match.group(group));
  }

  private static String lastName(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  private static Optional<String> conversion(String message, Known known) {
    Optional<String> ofLibrary = misfit(message, known);
    if (ofLibrary.isPresent()) {
      return ofLibrary;
    }
    if (message.contains("bad return type in lambda expression")) {
      return Optional.of(
          "where a lambda may give any type, write the types of its parameters: (Array x) -> ...");
    }
    Matcher lossy = LOSSY.matcher(message);
    if (lossy.find()) {
      return Optional.of("declare a wider type, or cast: (" + lossy.group(1) + ") value");
    }
    Matcher inferred = INFERRED.matcher(message);
    if (inferred.find()) {
      return Optional.ofNullable(known.hints().get(CompileMessage.simple(inferred.group(1))));
    }
    Matcher types = FOUND_REQUIRED.matcher(message);
    if (!types.find()) {
      return Optional.empty();
    }
    String found = CompileMessage.simple(types.group(1));
    String required = CompileMessage.simple(types.group(2).strip());
    if (found.equals("String") && (required.equals("int") || required.equals("double"))) {
      return Optional.of(
          required.equals("int") ? "Integer.parseInt(text)" : "Double.parseDouble(text)");
    }
    if (required.equals("String")) {
      return Optional.of("String.valueOf(value)");
    }
    if (found.equals("Object")) {
      return Optional.of(
          "javac knows nothing of this value; a generic class is made by new Name<>(...)");
    }
    Optional<String> converting =
        Members.conversion(types.group(1), required).map(m -> "write " + m);
    if (converting.isPresent()) {
      return converting;
    }
    return required.equals("boolean")
        ? Optional.of("a condition must be true or false; compare the value with something")
        : Optional.ofNullable(known.hints().get(required));
  }
}
