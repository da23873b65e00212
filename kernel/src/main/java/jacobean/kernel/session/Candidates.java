package jacobean.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * javac's list of the methods that do not fit a call. Of a method with many overloads only those
 * that are near to the call are told.
 */
final class Candidates {
  private static final int TOLD = 3;
  private static final String START = " is not applicable";
  private static final String OTHER_COUNT = "actual and formal argument lists differ in length";
  private static final String OTHER_LAMBDA = "incompatible parameter types in lambda expression";

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
    List<List<String>> near = without(without(candidates, OTHER_COUNT), OTHER_LAMBDA);
    List<String> told = new ArrayList<>(before);
    near.stream().limit(TOLD).forEach(told::addAll);
    int others = candidates.size() - Math.min(TOLD, near.size());
    if (others > 0) {
      told.add("and " + others + (others == 1 ? " other overload" : " other overloads"));
    }
    return told;
  }

  /** Those without this reason, or all if that would leave none. */
  private static List<List<String>> without(List<List<String>> candidates, String reason) {
    Predicate<List<String>> far = c -> c.stream().anyMatch(line -> line.contains(reason));
    List<List<String>> near = candidates.stream().filter(far.negate()).toList();
    return near.isEmpty() ? candidates : near;
  }
}
