package jacobean;

import jacobean.error.GradException;
import jacobean.fn.Fn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments of a function with a rule that are no arrays but Java objects, such as functions;
 * made by {@link jax#nondiffArgnums(int...)}.
 *
 * {@snippet :
 * var f = customJvp((Integer n, Array x) -> x.times(n), nondiffArgnums(Integer.class, 0),
 *     (n, p, t) -> dual(p.get(0).times(n.get(0)), t.get(0).times(7)));
 * grad(f, 1).apply(2, jnp.array(3.)) // => 7.0
 * }
 *
 * @param <N> what they all are
 */
public final class NondiffArgnums<N> {
  private final List<Integer> argnums;

  NondiffArgnums(int... argnums) {
    this.argnums = Arrays.stream(argnums).boxed().sorted().toList();
  }

  /** The named ones of the arguments, in their order. */
  @SuppressWarnings("unchecked") // the caller said what they are
  List<N> held(Fn<?> f, Object... args) {
    for (int n : argnums) {
      if (n < 0 || n >= f.arity()) {
        throw new GradException(
            "nondiffArgnums names argument "
                + n
                + " of a function of "
                + f.arity()
                + " arguments; wanted 0 to "
                + (f.arity() - 1)
                + ".");
      }
    }
    return argnums.stream().map(n -> (N) args[n]).toList();
  }

  Object[] others(Object... args) {
    var others = new ArrayList<Object>();
    for (int i = 0; i < args.length; i++) {
      if (!argnums.contains(i)) {
        others.add(args[i]);
      }
    }
    return others.toArray();
  }

  /** The function of the other arguments, these held. */
  Fn<Object> hold(Fn<?> f, Object... args) {
    return new Fn<>() {
      @Override
      public int arity() {
        return f.arity() - argnums.size();
      }

      @Override
      public Object call(Object... others) {
        var all = args.clone();
        int next = 0;
        for (int i = 0; i < all.length; i++) {
          if (!argnums.contains(i)) {
            all[i] = others[next++];
          }
        }
        return f.call(all);
      }
    };
  }
}
