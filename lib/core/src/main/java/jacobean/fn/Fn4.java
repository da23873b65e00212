package jacobean.fn;

/**
 * A function of 4 arguments.
 *
 * {@snippet :
 * Fn4<Array, Array, Array, Array, Array> f = (a, b, c, d) -> a.times(d).minus(b.times(c));
 * f.apply(jnp.array(1), jnp.array(2), jnp.array(3), jnp.array(4)) // => -2
 * }
 */
@FunctionalInterface
public interface Fn4<A, B, C, D, R> extends Fn<R> {
  /** The value of the function. */
  R apply(A a, B b, C c, D d);

  @Override
  default int arity() {
    return 4;
  }

  @Override
  @SuppressWarnings("unchecked") // callers pass what the type parameters say
  default R call(Object... args) {
    Arity.require("call", this, args);
    return apply((A) args[0], (B) args[1], (C) args[2], (D) args[3]);
  }
}
