package jacobean.fn;

/**
 * A function of 1 argument from any trees to any tree. Every {@link Fn1} is one: methods with a
 * form for functions that give an array take that as {@link Fn1} and all other functions as this.
 *
 * {@snippet :
 * TreeFn1<Array, Map<String, Array>> f = x -> Map.of("twice", x.times(2));
 * f.apply(jnp.array(3.)) // => {twice=6.0}
 * }
 */
@FunctionalInterface
public interface TreeFn1<A, R> extends Fn<R> {
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
