package jacobean.fn;

/**
 * A function without arguments.
 *
 * {@snippet :
 * Fn0<Array> f = () -> jnp.ones(2);
 * f.apply() // => [1. 1.]
 * }
 */
@FunctionalInterface
public interface Fn0<R> extends Fn<R> {
  /** The value of the function. */
  R apply();

  @Override
  default int arity() {
    return 0;
  }

  @Override
  default R call(Object... args) {
    Arity.require("call", this, args);
    return apply();
  }
}
