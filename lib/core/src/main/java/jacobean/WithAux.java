package jacobean;

/**
 * What a function gives that is differentiated with {@link jax#hasAux}; made by {@link
 * jax#withAux}.
 *
 * {@snippet :
 * withAux(jnp.array(1.), jnp.array(2.)).value() // => 1.0
 * }
 *
 * @param value a scalar, which is differentiated
 * @param aux anything else that is wanted, a pytree of arrays; it does not influence the gradient
 */
public record WithAux<X>(Array value, X aux) {}
