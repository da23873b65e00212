package jacobean.fn;

/**
 * A function of 3 arguments from any trees to any tree. Every {@link Fn3} is one: methods with a
 * form for functions that give an array take that as {@link Fn3} and all other functions as this.
 *
 * {@snippet :
 * TreeFn3<Array, Array, Array, List<Array>> f = (a, b, c) -> List.of(a, b, c);
 * f.apply(jnp.array(1.), jnp.array(2.), jnp.array(3.)) // => [1.0, 2.0, 3.0]
 * }
 */
@FunctionalInterface
public interface TreeFn3<A, B, C, R> extends Fn<R> {
  /** The value of the function. */
  R apply(A a, B b, C c);

  @Override
  default int arity() {
    return 3;
  }

  @Override
  @SuppressWarnings("unchecked") // callers pass what the type parameters say
  default R call(Object... args) {
    Arity.require("call", this, args);
    return apply((A) args[0], (B) args[1], (C) args[2]);
  }
}
