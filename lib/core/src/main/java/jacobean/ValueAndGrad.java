package jacobean;

/**
 * The value of a function and its gradient.
 *
 * @param value a scalar
 * @param grad of the structure, shapes and dtypes of the argument it was taken by
 */
public record ValueAndGrad<G>(Array value, G grad) {}
