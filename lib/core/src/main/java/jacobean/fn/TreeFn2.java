package jacobean.fn;

/**
 * A function of 2 arguments from any trees to any tree. Every {@link Fn2} is one: methods with a
 * form for functions that give an array take that as {@link Fn2} and all other functions as this.
 *
 * {@snippet :
 * TreeFn2<Array, Array, List<Array>> f = (a, b) -> List.of(a, b);
 * f.apply(jnp.array(1.), jnp.array(2.)) // => [1.0, 2.0]
 * }
 */
@FunctionalInterface
public interface TreeFn2<A, B, R> extends Fn<R> {
  /** The value of the function. */
  R apply(A a, B b);

  @Override
  default int arity() {
    return 2;
  }

  @Override
  @SuppressWarnings("unchecked") // callers pass what the type parameters say
  default R call(Object... args) {
    Arity.require("call", this, args);
    return apply((A) args[0], (B) args[1]);
  }
}
