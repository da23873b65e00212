package jacobean.fn;

/**
 * A function of 3 arguments.
 *
 * {@snippet :
 * Fn3<Array, Array, Array, List<Array>> f = (a, b, c) -> List.of(a.plus(b), c);
 * f.apply(jnp.array(1), jnp.array(2), jnp.array(3)) // => [3, 3]
 * }
 */
@FunctionalInterface
public interface Fn3<A, B, C, R> extends Fn<R> {
  /** The value of the function. */
  R apply(A a, B b, C c);

  @Override
  default int arity() {
    return 3;
  }

  @Override
  @SuppressWarnings("unchecked") // callers pass what the type parameters say
  default R call(Object... args) {
    Arity.require("call", this, args);
    return apply((A) args[0], (B) args[1], (C) args[2]);
  }
}
