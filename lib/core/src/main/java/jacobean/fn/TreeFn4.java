package jacobean.fn;

/**
 * A function of 4 arguments from any trees to any tree. Every {@link Fn4} is one: methods with a
 * form for functions that give an array take that as {@link Fn4} and all other functions as this.
 *
 * {@snippet :
 * TreeFn4<Array, Array, Array, Array, List<Array>> f = (a, b, c, d) -> List.of(a, d);
 * f.apply(jnp.array(1.), jnp.array(2.), jnp.array(3.), jnp.array(4.)) // => [1.0, 4.0]
 * }
 */
@FunctionalInterface
public interface TreeFn4<A, B, C, D, R> extends Fn<R> {
  /** The value of the function. */
  R apply(A a, B b, C c, D d);

  @Override
  default int arity() {
    return 4;
  }

  @Override
  @SuppressWarnings("unchecked") // callers pass what the type parameters say
  default R call(Object... args) {
    Arity.require("call", this, args);
    return apply((A) args[0], (B) args[1], (C) args[2], (D) args[3]);
  }
}
