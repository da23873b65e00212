package jacobean;

/** The part of {@link lax} that slides windows. */
abstract sealed class LaxConvolutions extends LaxIndexing permits LaxControl {}
