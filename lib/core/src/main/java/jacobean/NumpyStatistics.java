package jacobean;

/** The part of {@link jnp} that describes data: quantiles, histograms, sums that skip NaN. */
abstract sealed class NumpyStatistics extends NumpySets permits NumpyProducts {}
