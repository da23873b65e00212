package jacobean;

/**
 * What {@code jacfwd}, {@code jacrev} and {@code hessian} give of a function with {@link
 * jax#hasAux}: the derivatives of its value, and what else it gave.
 *
 * {@snippet :
 * jacrev((Array x) -> withAux(x.times(2), x), hasAux()).apply(jnp.array(3.)).jacobian() // => 2.0
 * }
 */
public record JacobianWithAux<J, X>(J jacobian, X aux) {}
