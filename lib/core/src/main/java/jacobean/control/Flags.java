package jacobean.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Which values of a list are so: what the rules of loops and branches ask of operands and results.
 */
final class Flags {
  private Flags() {}

  static List<Boolean> nonNull(List<?> values) {
    return values.stream().map(Objects::nonNull).toList();
  }

  static List<Boolean> all(int n, boolean value) {
    return java.util.Collections.nCopies(n, value);
  }

  static List<Boolean> not(List<Boolean> flags) {
    return flags.stream().map(f -> !f).toList();
  }

  static List<Boolean> or(List<Boolean> a, List<Boolean> b) {
    return IntStream.range(0, a.size()).mapToObj(i -> a.get(i) || b.get(i)).toList();
  }

  /** The values whose flag is set. */
  static <T> List<T> pick(List<T> values, List<Boolean> flags) {
    var picked = new ArrayList<T>();
    for (int i = 0; i < values.size(); i++) {
      if (flags.get(i)) {
        picked.add(values.get(i));
      }
    }
    return picked;
  }

  /** Where the flag is set the next of the values, null elsewhere. */
  static <T> List<T> spread(List<Boolean> flags, List<T> values) {
    var next = values.iterator();
    var all = new ArrayList<T>();
    flags.forEach(f -> all.add(f ? next.next() : null));
    return all;
  }

  /** One list after the other. */
  @SafeVarargs
  static <T> List<T> join(List<? extends T>... lists) {
    var all = new ArrayList<T>();
    for (var list : lists) {
      all.addAll(list);
    }
    return all;
  }

  /**
   * What a loop makes of the flags of its carry: the least that has the first flags and all that a
   * step makes of it.
   */
  static List<Boolean> fixpoint(List<Boolean> first, UnaryOperator<List<Boolean>> step) {
    var flags = first;
    while (true) {
      var next = or(flags, step.apply(flags));
      if (next.equals(flags)) {
        return flags;
      }
      flags = next;
    }
  }
}
