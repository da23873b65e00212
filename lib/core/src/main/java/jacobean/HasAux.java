package jacobean;

/** Says that a function gives a {@link WithAux}; see {@link jax#hasAux}. */
public record HasAux() {}
