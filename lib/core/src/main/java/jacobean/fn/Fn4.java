package jacobean.fn;

/**
 * A function of 4 arguments.
 *
 * {@snippet :
 * Fn4<Array, Array, Array, Array, Array> f = (a, b, c, d) -> a.times(d).minus(b.times(c));
 * f.apply(jnp.array(1), jnp.array(2), jnp.array(3), jnp.array(4)) // => -2
 * }
 */
@FunctionalInterface
public interface Fn4<A, B, C, D, R> extends TreeFn4<A, B, C, D, R> {}
