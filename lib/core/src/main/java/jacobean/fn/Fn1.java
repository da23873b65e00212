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
public interface Fn1<A, R> extends Fn<R> {
  /** The value of the function. */
  R apply(A a);

  @Override
  default int arity() {
    return 1;
  }

  @Override
  @SuppressWarnings("unchecked") // callers pass what the type parameters say
  default R call(Object... args) {
    Arity.require("call", this, args);
    return apply((A) args[0]);
  }
}
