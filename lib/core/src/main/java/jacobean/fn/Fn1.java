package jacobean.fn;

/**
 * A function of 1 argument.
 *
 * {@snippet :
 * record Line(Array w, Array b) {}
 * Fn1<Line, Array> loss = p -> p.w().times(3).plus(p.b());
 * loss.apply(new Line(jnp.array(1.), jnp.array(2.))) // => 5.0
 * }
 */
@FunctionalInterface
public interface Fn1<A, R> extends TreeFn1<A, R> {}
