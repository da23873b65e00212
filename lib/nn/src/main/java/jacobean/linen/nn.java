package jacobean.linen;

import jacobean.NeuralFunctions;

/**
 * Flax's Linen: layers, and beside them the functions of {@code jax.nn}, as {@code flax.linen} has
 * them too.
 *
 * <pre>{@code nn.relu(jnp.array(-1., 2.))   // [0. 2.]}</pre>
 */
public final class nn extends NeuralFunctions {
  private nn() {}
}
