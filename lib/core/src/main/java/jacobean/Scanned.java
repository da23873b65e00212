package jacobean;

/**
 * What {@link lax#scan} gives: the last carry, and the results of all steps along new first axes.
 */
public record Scanned<C, Y>(C carry, Y ys) {}
