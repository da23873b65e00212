package jacobean;

/**
 * Transformations of functions: {@code grad}, {@code jit}, {@code vmap}, {@code jvp}, {@code vjp}.
 * They take functions of arrays and pytrees and give such functions, so they nest.
 *
 * <pre>{@code
 * var gf = grad(x -> jnp.sum(x.times(x)));
 * gf.apply(jnp.array(1., 2., 3.))   // [2. 4. 6.]
 * }</pre>
 */
public final class jax extends JaxNames {
  private jax() {}

  /**
   * {@code jax.debug}: looking into programs while they run; the same as {@link jacobean.debug}.
   */
  public static final class debug extends DebugFunctions {
    private debug() {}
  }

  /**
   * Whether to look for the operation that makes the first NaN, which then throws, naming it and
   * the line of user code. Every result is looked at, so it slows programs down. {@code
   * jax_debug_nans}.
   */
  public static void debugNans(boolean on) {
    jacobean.core.NanWatch.watch().setOn(on);
  }

  /** {@code jax.nn}: functions for neural networks. */
  public static final class nn extends NeuralFunctions {
    private nn() {}
  }

  // --- Options of several transformations ---

  /** For {@code grad} and its like: several arguments by number, counted from 0. */
  public static Argnums argnums(int... argnums) {
    return Argnums.of(argnums);
  }

  /** For {@code grad} and {@code valueAndGrad}: the function gives a {@link WithAux}. */
  public static HasAux hasAux() {
    return new HasAux();
  }

  /**
   * What a function gives that is differentiated with {@link #hasAux}: a scalar, and anything else.
   */
  public static <X> WithAux<X> withAux(Array value, X aux) {
    return new WithAux<>(value, aux);
  }
}
