package jacobean;

/** The part of {@link lax} that works element by element, without promotion. */
abstract sealed class LaxOperations permits LaxIndexing {}
