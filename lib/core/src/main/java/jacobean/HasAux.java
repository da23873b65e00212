package jacobean;

/**
 * Says that a function gives a {@link WithAux}; see {@link jax#hasAux}.
 *
 * {@snippet :
 * Fn1<Array, WithAux<Array>> loss = x -> withAux(jnp.sum(x.times(x)), x.max());
 * grad(loss, hasAux()).apply(jnp.array(1., 2.)).aux() // => 2.0
 * }
 */
public record HasAux() {}
