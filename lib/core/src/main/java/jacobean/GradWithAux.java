package jacobean;

/**
 * A gradient with what else the function gave.
 *
 * @param grad of the structure, shapes and dtypes of the argument it was taken by
 * @param aux what the function gave beside its value
 */
public record GradWithAux<G, X>(G grad, X aux) {}
