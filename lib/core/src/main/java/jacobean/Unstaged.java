package jacobean;

import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.core.Tracer;
import jacobean.core.Value;
import jacobean.pytree.PyTree;
import jacobean.pytree.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Loops and branches as Java runs them, with numbers that bodies can print: what {@code disableJit}
 * makes of them. Those whose numbers are not known even so, as under {@code vmap}, are traced.
 */
final class Unstaged {
  private static final ScopedValue<Boolean> IN_FORCE = ScopedValue.newInstance();

  private Unstaged() {}

  /** Runs a body in which nothing is traced only in order to be compiled. */
  static <R> R within(Supplier<R> body) {
    return ScopedValue.where(IN_FORCE, true).call(body::get);
  }

  static boolean isInForce() {
    return IN_FORCE.isBound();
  }

  /** The number in a scalar that decides where Java goes; none where it has to be traced. */
  static Optional<HostArray> number(Value decides) {
    return isInForce()
            && (decides instanceof Tracer t ? t.concrete() : decides) instanceof Concrete c
        ? Optional.of(c.host())
        : Optional.empty();
  }

  /** Calls a function on what it gets where it is traced: arrays in the arguments' structures. */
  static <R> R call(String operation, Function<Object[], ?> function, Object... args) {
    var lifted = Lifted.of(function, args);
    var results = lifted.apply(lifted.operands(operation));
    return Lifted.wrap(lifted.result(), results);
  }

  /** A scan of at least one step. */
  static <C, Y> Scanned<C, Y> scan(
      String operation,
      Function<Object[], List<?>> body,
      C init,
      PyTree xs,
      int length,
      boolean reverse) {
    var arrays = Lifted.values(xs, operation + ": xs").stream().map(Array::of).toList();
    var results = new ArrayList<PyTree>();
    C carry = init;
    for (int step = 0; step < length; step++) {
      int at = reverse ? length - 1 - step : step;
      var x = xs.unflatten(arrays.stream().map(a -> a.get(at)).toList());
      List<?> out = call(operation, args -> body.apply(args), carry, x);
      carry = unchecked(out.get(0));
      results.add(PyTree.flatten(out.get(1)));
    }
    return new Scanned<>(carry, stacked(reverse ? results.reversed() : results));
  }

  private static <Y> Y stacked(List<PyTree> steps) {
    Structure structure = steps.getFirst().structure();
    var leaves =
        IntStream.range(0, structure.leaves())
            .mapToObj(i -> jnp.stack(steps.stream().map(s -> (Array) s.leaves().get(i)).toList()))
            .toList();
    return unchecked(PyTree.build(structure, leaves));
  }

  /**
   * A while loop, whose condition must be known.
   *
   * @param first what the condition says of the first carry
   */
  static <C> C whileLoop(
      String operation,
      boolean first,
      Function<Object[], ?> cond,
      Function<Object[], ?> body,
      C init) {
    C carry = init;
    boolean goesOn = first;
    while (goesOn) {
      carry = call(operation, body, carry);
      Array next = call(operation, cond, carry);
      goesOn = next.toBoolean();
    }
    return carry;
  }

  @SuppressWarnings("unchecked") // a body gives what it gets
  private static <T> T unchecked(Object o) {
    return (T) o;
  }
}
