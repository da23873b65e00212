package jacobean;

/**
 * A gradient with what else the function gave.
 *
 * {@snippet :
 * Fn1<Array, WithAux<Array>> loss = x -> withAux(jnp.sum(x.times(x)), x.max());
 * grad(loss, hasAux()).apply(jnp.array(1., 2.)).grad() // => [2. 4.]
 * }
 *
 * @param grad of the structure, shapes and dtypes of the argument it was taken by
 * @param aux what the function gave beside its value
 */
public record GradWithAux<G, X>(G grad, X aux) {}
