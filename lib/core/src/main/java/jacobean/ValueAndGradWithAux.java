package jacobean;

/**
 * The value of a function, its gradient, and what else the function gave.
 *
 * @param value a scalar
 * @param grad of the structure, shapes and dtypes of the argument it was taken by
 * @param aux what the function gave beside its value
 */
public record ValueAndGradWithAux<G, X>(Array value, G grad, X aux) {}
