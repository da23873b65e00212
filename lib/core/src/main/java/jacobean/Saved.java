package jacobean;

/**
 * What the forward pass of {@link jax#customVjp} gives; made by {@link jax#saved}.
 *
 * {@snippet :
 * saved(jnp.array(1.), jnp.array(2.)).residuals() // => 2.0
 * }
 *
 * @param value what the function itself gives
 * @param residuals what the backward pass needs, a pytree of arrays
 */
public record Saved<R, S>(R value, S residuals) {}
