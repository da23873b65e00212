package jacobean.fn;

/**
 * A function without arguments.
 *
 * {@snippet :
 * jit(() -> jnp.ones(2)).apply() // => [1. 1.]
 * }
 */
@FunctionalInterface
public interface Fn0<R> extends Fn<R> {
  /** The function's value. */
  R apply();

  @Override
  default int arity() {
    return 0;
  }

  @Override
  default R call(Object... args) {
    return apply();
  }
}
