package jacobean;

/**
 * What {@code jacfwd}, {@code jacrev} and {@code hessian} give of a function with {@link
 * jax#hasAux}: the derivatives of its value, and what else it gave.
 *
 * {@snippet :
 * Fn1<Array, WithAux<Array>> f = x -> withAux(x.times(x), x.sum());
 * jacfwd(f, hasAux()).apply(jnp.array(1., 2.)) // => JacobianWithAux[jacobian=[[2. 0.] [0. 4.]],
 *                                              //    aux=3.0]
 * }
 */
public record JacobianWithAux<J, X>(J jacobian, X aux) {}
