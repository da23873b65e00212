package jacobean;

/** The part of {@link lax} that slices, gathers and sorts. */
abstract sealed class LaxIndexing extends LaxOperations permits LaxPooling {}
