package jacobean;

/**
 * What {@link lax#scan} gives: the last carry, and the results of all steps along new first axes.
 *
 * {@snippet :
 * var out = lax.scan((c, x) -> lax.step(c.plus(x), c.plus(x)), jnp.array(0), jnp.array(1, 2, 3));
 * out.ys() // => [1 3 6]
 * }
 */
public record Scanned<C, Y>(C carry, Y ys) {}
