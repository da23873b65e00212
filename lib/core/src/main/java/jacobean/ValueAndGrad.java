package jacobean;

/**
 * The value of a function and its gradient.
 *
 * {@snippet :
 * valueAndGrad(x -> x.times(x)).apply(jnp.array(3.)).grad() // => 6.0
 * }
 *
 * @param value a scalar
 * @param grad of the structure, shapes and dtypes of the argument it was taken by
 */
public record ValueAndGrad<G>(Array value, G grad) {}
