package jacobean;

/**
 * Looking into programs while they run: {@code jax.debug}, and the check of random keys.
 *
 * <pre>{@code
 * var f = jit(x -> {
 *   debug.print("x = {}", x);
 *   return jnp.sum(x);
 * });
 * f.apply(jnp.array(1., 2.));    // prints x = [1. 2.], each time
 * }</pre>
 */
public final class debug extends DebugFunctions {
  private debug() {}
}
