package jacobean.fn;

/**
 * A function of 3 arguments.
 *
 * {@snippet :
 * Fn3<Array, Array, Array, List<Array>> f = (a, b, c) -> List.of(a.plus(b), c);
 * f.apply(jnp.array(1), jnp.array(2), jnp.array(3)) // => [3, 3]
 * }
 */
@FunctionalInterface
public interface Fn3<A, B, C, R> extends TreeFn3<A, B, C, R> {}
