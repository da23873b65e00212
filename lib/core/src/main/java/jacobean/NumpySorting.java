package jacobean;

/** The part of {@link jnp} that sorts, searches and treats arrays as sets. */
abstract sealed class NumpySorting extends NumpyIndexing permits NumpyStatistics {}
