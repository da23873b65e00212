package jacobean.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * javac's list of the methods that do not fit a call, a line each. Of a method with many overloads
 * only those that are near to the call are told.
 */
final class Candidates {
  private static final int TOLD = 3;
  private static final String START = " is not applicable";
  private static final String OTHER_COUNT = "actual and formal argument lists differ in length";
  private static final String OTHER_LAMBDA = "incompatible parameter types in lambda expression";
  private static final Pattern METHOD =
      Pattern.compile(
          "(?:method|constructor) (?:[\\w.$]+\\.)?(?:<[^()]*>)?(\\w+(?:<.*>)?\\(.*\\))");
  private static final Pattern MISMATCH =
      Pattern.compile("\\(?(?:argument|varargs) mismatch; ((?:[^()]|\\([^()]*\\))*)");
  private static final Pattern ONE =
      Pattern.compile(
          "(method|constructor) (\\w+) in (?:class|interface|record|enum) \\S+ cannot be applied to given types;");

  private Candidates() {}

  /** The message with the far candidates left out; any other message as it is. */
  static List<String> near(List<String> lines) {
    List<String> before = new ArrayList<>();
    List<List<String>> candidates = new ArrayList<>();
    for (String line : lines) {
      if (line.endsWith(START)) {
        candidates.add(new ArrayList<>());
      }
      (candidates.isEmpty() ? before : candidates.getLast()).add(line);
    }
    if (candidates.isEmpty()) {
      return one(lines);
    }
    List<List<String>> near = without(without(candidates, OTHER_COUNT), OTHER_LAMBDA);
    List<String> told = new ArrayList<>(before);
    near.stream().limit(TOLD).map(Candidates::told).forEach(told::add);
    int others = candidates.size() - Math.min(TOLD, near.size());
    if (others > 0) {
      told.add("\n    and " + others + (others == 1 ? " other overload" : " other overloads"));
    }
    return told;
  }

  /** {@code f(int): String cannot be converted to int}. */
  private static String told(List<String> candidate) {
    String first = candidate.getFirst().strip();
    Matcher method = METHOD.matcher(first.substring(0, first.length() - START.length()));
    String all = String.join(" ", candidate.subList(1, candidate.size())).strip();
    return "\n    "
        + (method.find() ? method.group(1) : first)
        + ": "
        + reason(all.replaceAll("^\\(|\\)$", ""));
  }

  private static String reason(String text) {
    if (text.contains(OTHER_COUNT)) {
      return "another number of arguments";
    }
    Matcher mismatch = MISMATCH.matcher(text);
    return mismatch.find() ? mismatch.group(1).strip() : text;
  }

  /** The message about a method that has no overloads. */
  private static List<String> one(List<String> lines) {
    Matcher name = lines.isEmpty() ? ONE.matcher("") : ONE.matcher(lines.getFirst().strip());
    if (!name.matches() || lines.size() < 4) {
      return lines;
    }
    String required = after(lines, "required:");
    String found = after(lines, "found:");
    String reason = reason(after(lines, "reason:"));
    return List.of(
        name.group(1)
            + " "
            + name.group(2)
            + " takes ("
            + (required.equals("no arguments") ? "" : required)
            + "), got ("
            + (found.equals("no arguments") ? "" : found)
            + ")"
            + (reason.equals("another number of arguments") ? "" : ": " + reason));
  }

  private static String after(List<String> lines, String label) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> line.startsWith(label))
        .map(line -> line.substring(label.length()).strip())
        .findFirst()
        .orElse("");
  }

  /** Those without this reason, or all if that would leave none. */
  private static List<List<String>> without(List<List<String>> candidates, String reason) {
    Predicate<List<String>> far = c -> c.stream().anyMatch(line -> line.contains(reason));
    List<List<String>> near = candidates.stream().filter(far.negate()).toList();
    return near.isEmpty() ? candidates : near;
  }
}
