package jacobean.linen;

import jacobean.NeuralFunctions;

/**
 * Flax's Linen: layers, and beside them the functions of {@code jax.nn}, as {@code flax.linen} has
 * them too.
 *
 * {@snippet :
 * jacobean.linen.nn.relu(jnp.array(-1., 2.)) // => [0. 2.]
 * }
 */
public final class nn extends NeuralFunctions {
  private nn() {}
}
