package jacobean;

import jacobean.error.GradException;
import jacobean.fn.Fn;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of arguments, counted from 0, negative ones from the last; made by {@link
 * jax#argnums}.
 *
 * {@snippet :
 * grad((x, y) -> x.times(y), argnums(0, -1)).apply(jnp.array(3.), jnp.array(4.)) // => [4.0, 3.0]
 * }
 */
public final class Argnums {
  static final Argnums FIRST = new Argnums(List.of(0), true, false);

  private final List<Integer> numbers;
  private final boolean one;
  private final boolean holomorphic;

  private Argnums(List<Integer> numbers, boolean one, boolean holomorphic) {
    this.numbers = numbers;
    this.one = one;
    this.holomorphic = holomorphic;
  }

  static Argnums of(int... numbers) {
    return new Argnums(Arrays.stream(numbers).boxed().toList(), false, false);
  }

  /** One argument, whose derivative is not put into a list. */
  static Argnums of(String operation, Fn<?> f, int number) {
    return new Argnums(List.of(counted(operation, number, f.arity())), true, false);
  }

  /**
   * With the promise that the function is holomorphic in these arguments: complex to complex with a
   * complex derivative. {@code holomorphic=True}.
   *
   * {@snippet :
   * grad(z -> z.times(z), argnums(0).holomorphic()).apply(jnp.complex(1, 2)) // => [(2+4j)]
   * }
   */
  public Argnums holomorphic() {
    return new Argnums(numbers, one, true);
  }

  boolean isHolomorphic() {
    return holomorphic;
  }

  List<Integer> numbers() {
    return numbers;
  }

  boolean isOne() {
    return one;
  }

  /**
   * These arguments of a function, counted from 0.
   *
   * @throws GradException if it has not so many
   */
  Argnums in(String operation, Fn<?> f) {
    if (numbers.isEmpty()) {
      throw new GradException(
          operation + ": argnums must name at least one argument, got none. Write argnums(0, 1).");
    }
    return new Argnums(
        numbers.stream().map(n -> counted(operation, n, f.arity())).toList(), one, holomorphic);
  }

  private static int counted(String operation, int number, int arity) {
    if (number < -arity || number >= arity) {
      throw new GradException(
          operation
              + ": argnums names argument "
              + number
              + " of a function of "
              + arity
              + " arguments; wanted 0 to "
              + (arity - 1)
              + ".");
    }
    return number < 0 ? number + arity : number;
  }

  /** Those of the arguments that are named. */
  Object[] pick(Object... args) {
    var picked = new Object[numbers.size()];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = args[numbers.get(i)];
    }
    return picked;
  }

  /** A function of the named arguments, the others held. */
  java.util.function.Function<Object[], Object> hold(Fn<?> f, Object... args) {
    return picked -> {
      var all = args.clone();
      for (int i = 0; i < picked.length; i++) {
        all[numbers.get(i)] = picked[i];
      }
      return f.call(all);
    };
  }
}
