package jacobean.fn;

/**
 * A function of 2 arguments.
 *
 * {@snippet :
 * Fn2<Map<String, Array>, Array, Array> predict = (p, x) -> p.get("w").times(x);
 * predict.apply(Map.of("w", jnp.array(2.)), jnp.array(3.)) // => 6.0
 * }
 */
@FunctionalInterface
public interface Fn2<A, B, R> extends Fn<R> {
  /** The value of the function. */
  R apply(A a, B b);

  @Override
  default int arity() {
    return 2;
  }

  @Override
  @SuppressWarnings("unchecked") // callers pass what the type parameters say
  default R call(Object... args) {
    Arity.require("call", this, args);
    return apply((A) args[0], (B) args[1]);
  }
}
