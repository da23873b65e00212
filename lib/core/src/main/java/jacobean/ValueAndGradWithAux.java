package jacobean;

/**
 * The value of a function, its gradient, and what else the function gave.
 *
 * {@snippet :
 * Fn1<Array, WithAux<Array>> loss = x -> withAux(x.times(x), x.plus(1));
 * valueAndGrad(loss, hasAux()).apply(jnp.array(3.)) // => ValueAndGradWithAux[value=9.0, grad=6.0,
 *                                                   //    aux=4.0]
 * }
 *
 * @param value a scalar
 * @param grad of the structure, shapes and dtypes of the argument it was taken by
 * @param aux what the function gave beside its value
 */
public record ValueAndGradWithAux<G, X>(Array value, G grad, X aux) {}
