package jacobean.kernel.session;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line that does not parse was probably meant to be, and how Java writes it. */
final class SyntaxHints {
  /** A form that Java does not have, found in a line, and what to say of it. */
  private record Form(Pattern pattern, String hint) {
    Form(String pattern, String hint) {
      this(Pattern.compile(pattern), hint);
    }
  }

  private static final Form[] FORMS = {
    new Form("\\bdef\\s+\\w+\\s*\\(", "Java writes a method as: Array f(Array x) { return ...; }"),
    new Form("\\blambda\\b[\\w\\s,]*:", "Java writes a lambda as: x -> ..."),
    new Form("\\belif\\b", "Java writes else if"),
    new Form(
        "^(from\\s+\\S+\\s+)?import\\s+\\S+(\\s+as\\s+\\S+)?$",
        "Java imports a class or a package: import java.util.*;"),
    new Form("^\\?|\\?$", "Shift+Tab at a name shows its documentation"),
    new Form("\\*\\*", "Java has no **; write Math.pow(x, n), or a library's power"),
    new Form(
        "[\\w)\\]]\\s+@\\s+[\\w(]",
        "Java has no operator @; write a library's method: a.matmul(b)"),
    new Form("^for .* in ", "Java loops by: for (var x : list) { ... }"),
    new Form("\\bf\"", "Java has no f-strings; write \"a = \" + a, or \"a = %s\".formatted(a)"),
    new Form("\\[[^\\]]*:[^\\]]*]", "a slice is written as a string: x[\"1:3\"]"),
    new Form(
        "^var\\s*\\(|^(var\\s+)?\\w+(\\s*,\\s*\\w+)+\\s*=[^=]",
        "Java takes no tuples apart; give the result a name and read its parts"),
    new Form(
        "\\b\\d[\\d.]*j\\b", "Java has no imaginary numbers; a library's are new Complex(0, 1)"),
    new Form(
        "^var\\s[^(]*=.*,\\s*\\w+\\s*=[^=]",
        "var declares one variable; end each with a semicolon, or write their type instead of var"),
    new Form("[(,=]\\s*\\[", "Java has no lists in brackets; write List.of(1, 2, 3)"),
    new Form(
        "[(,]\\s*\\{\\s*[\\w{.\"-]",
        "an array in braces needs its type: new double[][] {{1, 2}, {3, 4}}"),
    new Form(
        "[(,=]\\s*\\([^()]*,[^()]*\\)(?!\\s*->)",
        "Java has no tuples; write the values without the inner brackets, or List.of(a, b)"),
  };
  private static final Pattern METHOD =
      Pattern.compile("^\\s*[\\w<>\\[\\], ]+\\s+\\w+\\([^()]*\\)\\s*\\{");
  private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
  private static final Pattern KEYWORD = Pattern.compile("\\.(\\w+)\\s*\\(");
  private static final Pattern PRIMITIVE =
      Pattern.compile(
          "[(,]\\s*(boolean|byte|char|double|float|int|long|short)\\s*[),](?!\\s*[\\w(\"'])");

  private SyntaxHints() {}

  /** What to say of a form in this line that Java does not have; of what strings say, nothing. */
  static Optional<String> form(String line) {
    String code = STRING.matcher(line.strip()).replaceAll("\"\"");
    return Arrays.stream(FORMS)
        .filter(form -> form.pattern().matcher(code).find())
        .map(Form::hint)
        .findFirst();
  }

  /**
   * @param line the line of the error
   * @param text what javac complains of, at {@code at} in the cell
   */
  static Optional<String> of(String line, String text, String cell, int at) {
    String stripped = line.strip();
    Optional<String> form = form(line);
    if (form.isPresent()) {
      return form;
    }
    Matcher called = KEYWORD.matcher(stripped);
    while (called.find()) {
      if (Tokens.RESERVED.contains(called.group(1))) {
        return Optional.of(
            called.group(1)
                + " is a word of Java; a method has another name: "
                + called.group(1)
                + "_");
      }
    }
    Matcher primitive = PRIMITIVE.matcher(stripped);
    if (primitive.find() && !METHOD.matcher(stripped).find()) {
      return Optional.of(primitive.group(1) + " is a type of Java, not a value");
    }
    // javac stops at the parameters of a method that stands where none can.
    int start = cell.lastIndexOf('\n', at - 1) + 1;
    Matcher method = METHOD.matcher(line);
    if (method.find() && at < start + method.end() && cell.lastIndexOf('{', start - 1) >= 0) {
      return Optional.of("a method cannot stand inside another; write a lambda: Fn f = x -> ...");
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
