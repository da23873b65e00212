package jacobean;

/** The part of {@link lax} that lets devices exchange values. */
abstract sealed class LaxParallel extends LaxControl permits lax {}
