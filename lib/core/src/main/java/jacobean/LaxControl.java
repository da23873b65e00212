package jacobean;

/** The part of {@link lax} that branches and loops. */
abstract sealed class LaxControl extends LaxConvolutions permits LaxParallel {}
