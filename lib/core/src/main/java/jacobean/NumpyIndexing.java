package jacobean;

/** The part of {@link jnp} that picks elements by index and by condition. */
abstract sealed class NumpyIndexing extends NumpyPadding permits NumpySorting {}
