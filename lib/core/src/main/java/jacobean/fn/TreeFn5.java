package jacobean.fn;

/**
 * A function of 5 arguments from any trees to any tree. Every {@link Fn5} is one: methods with a
 * form for functions that give an array take that as {@link Fn5} and all other functions as this.
 *
 * {@snippet :
 * TreeFn5<Array, Array, Array, Array, Array, List<Array>> f = (a, b, c, d, e) -> List.of(a, e);
 * f.apply(jnp.array(1.), jnp.array(2.), jnp.array(3.), jnp.array(4.), jnp.array(5.)) // => [1.0, 5.0]
 * }
 */
@FunctionalInterface
public interface TreeFn5<A, B, C, D, E, R> extends Fn<R> {
  /** The value of the function. */
  R apply(A a, B b, C c, D d, E e);

  @Override
  default int arity() {
    return 5;
  }

  @Override
  @SuppressWarnings("unchecked") // callers pass what the type parameters say
  default R call(Object... args) {
    Arity.require("call", this, args);
    return apply((A) args[0], (B) args[1], (C) args[2], (D) args[3], (E) args[4]);
  }
}
