package jacobean.transform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Which values of a list are so: what transformations ask of operands and results. */
public final class Flags {
  private Flags() {}

  /** Which values are there: null stands for zero, or for what is not known. */
  public static List<Boolean> nonNull(List<?> values) {
    var flags = new ArrayList<Boolean>(values.size());
    for (var value : values) {
      flags.add(value != null);
    }
    return flags;
  }

  /** The values that are there. */
  public static <T> List<T> present(List<T> values) {
    var present = new ArrayList<T>(values.size());
    for (var value : values) {
      if (value != null) {
        present.add(value);
      }
    }
    return present;
  }

  /** The same flag n times. */
  public static List<Boolean> all(int n, boolean value) {
    return Collections.nCopies(n, value);
  }

  /** Each flag turned round. */
  public static List<Boolean> not(List<Boolean> flags) {
    return flags.stream().map(f -> !f).toList();
  }

  /** Where one or the other is set. */
  public static List<Boolean> or(List<Boolean> a, List<Boolean> b) {
    return IntStream.range(0, a.size()).mapToObj(i -> a.get(i) || b.get(i)).toList();
  }

  /** The values whose flag is set. */
  public static <T> List<T> pick(List<T> values, List<Boolean> flags) {
    var picked = new ArrayList<T>();
    for (int i = 0; i < values.size(); i++) {
      if (flags.get(i)) {
        picked.add(values.get(i));
      }
    }
    return picked;
  }

  /** Where the flag is set the next of the values, null elsewhere. */
  public static <T> List<T> spread(List<Boolean> flags, List<? extends T> values) {
    var next = values.iterator();
    var all = new ArrayList<T>(flags.size());
    for (boolean flag : flags) {
      all.add(flag ? next.next() : null);
    }
    return all;
  }

  /** One list after the other. */
  @SafeVarargs
  public static <T> List<T> join(List<? extends T>... lists) {
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
  public static List<Boolean> fixpoint(List<Boolean> first, UnaryOperator<List<Boolean>> step) {
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
