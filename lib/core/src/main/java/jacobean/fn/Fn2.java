package jacobean.fn;

/**
 * A function of 2 arguments.
 *
 * {@snippet :
 * Fn2<Map<String, Array>, Array, Array> predict = (p, x) -> p.get("w").times(x);
 * predict.apply(Map.of("w", jnp.array(2.)), jnp.array(3.)) // => 6.0
 * }
 */
@FunctionalInterface
public interface Fn2<A, B, R> extends TreeFn2<A, B, R> {}
