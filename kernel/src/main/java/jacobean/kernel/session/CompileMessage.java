package jacobean.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** javac's messages in short, with simple class names and without JShell's wrappers. */
final class CompileMessage {
  private static final Pattern DETAIL =
      Pattern.compile("\\s*(symbol|location|first type|second type):\\s*(.*)");
  private static final Pattern QUALIFIED =
      Pattern.compile("\\b(?:[a-z_][\\w]*\\.)+(?=[A-Z])|\\bREPL\\.|\\$JShell\\$[0-9A-Z_]+\\.?");

  private CompileMessage() {}

  static String of(String javac) {
    List<String> text = new ArrayList<>();
    List<String> operands = new ArrayList<>();
    String symbol = "";
    String location = "";
    for (String line : Candidates.near(javac.lines().toList())) {
      Matcher detail = DETAIL.matcher(line);
      if (!detail.matches()) {
        text.add(line.startsWith("\n") ? line : line.strip());
        continue;
      }
      switch (detail.group(1)) {
        case "symbol" -> symbol = detail.group(2);
        case "location" -> location = detail.group(2);
        default -> operands.add(detail.group(2));
      }
    }
    if (symbol.contains(Brackets.CALL)) {
      return "what this gives cannot be called: its type"
          + (location.isEmpty() ? "" : " (" + simple(location) + ")")
          + " does not have exactly one abstract method";
    }
    if (symbol.contains(Brackets.SEVERAL)) {
      return "several indices are for values with a get method";
    }
    String message = String.join(" ", text).replace(" \n", "\n");
    if (!symbol.isEmpty()) {
      message += ": " + symbol;
    }
    if (!operands.isEmpty()) {
      message += ": " + String.join(" and ", operands);
    }
    String place = simple(location).replace("Trial$", "").strip();
    if (!place.isEmpty() && !place.equals("class")) {
      message += " in " + place;
    }
    return simple(message);
  }

  /** {@code java.util.List<java.lang.String>} as {@code List<String>}. */
  static String simple(String text) {
    return QUALIFIED.matcher(text).replaceAll("");
  }
}
