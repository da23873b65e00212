package jacobean;

/**
 * What {@code jacfwd}, {@code jacrev} and {@code hessian} give of a function with {@link
 * jax#hasAux}: the derivatives of its value, and what else it gave.
 */
public record JacobianWithAux<J, X>(J jacobian, X aux) {}
