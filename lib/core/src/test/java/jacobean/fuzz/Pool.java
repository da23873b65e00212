package jacobean.fuzz;

import jacobean.Array;
import jacobean.fuzz.Program.Computation;
import jacobean.fuzz.Program.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The values that a program has so far, to choose operands from. */
final class Pool {
  final Random random;
  final List<Array> values = new ArrayList<>();

  Pool(Random random) {
    this.random = random;
  }

  int below(int n) {
    return random.nextInt(n);
  }

  /** Late values more often than early ones, so that programs are deep. */
  Optional<Integer> any(Predicate<Array> fits) {
    var all =
        IntStream.range(0, values.size()).filter(i -> fits.test(values.get(i))).boxed().toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int n = all.size();
    return Optional.of(all.get(random.nextBoolean() ? below(n) : n - 1 - below(Math.min(4, n))));
  }

  Optional<Integer> floating() {
    return any(x -> x.dtype().isFloating());
  }

  Array get(int number) {
    return values.get(number);
  }

  /** An axis, counted from the front or from the end. */
  int axis(Array x) {
    return below(2 * x.ndim()) - x.ndim();
  }

  int[] permutation(int n) {
    var order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    java.util.Collections.shuffle(order, random);
    return order.stream().mapToInt(i -> i).toArray();
  }

  @SafeVarargs
  final <T> T one(T... choices) {
    return choices[below(choices.length)];
  }

  /** A step of one operand that is a function of arrays. */
  Optional<Step> step(String text, UnaryOperator<Array> f, int x) {
    return steps(text, in -> List.of(f.apply(in.getFirst())), x);
  }

  /** A step that is a function of a list of arrays. */
  Optional<Step> steps(String text, Computation f, int... operands) {
    return Optional.of(
        new Step(text, IntStream.of(operands).boxed().toList(), values.size(), 0, f));
  }

  /** Makes a step that fits the values, or none. */
  @FunctionalInterface
  interface Maker {
    Optional<Step> make(Pool pool);
  }
}
