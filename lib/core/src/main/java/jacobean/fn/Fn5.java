package jacobean.fn;

/**
 * A function of 5 arguments.
 *
 * {@snippet :
 * Fn5<Array, Array, Array, Array, Array, Array> f = (a, b, c, d, e) -> a.plus(e);
 * f.apply(jnp.array(1), jnp.array(2), jnp.array(3), jnp.array(4), jnp.array(5)) // => 6
 * }
 */
@FunctionalInterface
public interface Fn5<A, B, C, D, E, R> extends TreeFn5<A, B, C, D, E, R> {}
