package jacobean;

/** The part of {@link jnp} that multiplies: tensor products, convolutions, polynomials. */
abstract sealed class NumpyProducts extends NumpyStatistics permits NumpyComplex {}
