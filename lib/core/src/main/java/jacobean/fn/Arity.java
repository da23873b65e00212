package jacobean.fn;

import jacobean.error.TreeException;

/**
 * Whether a function gets as many arguments as it takes, where Java's types do not say.
 *
 * {@snippet :
 * Fn<Array> f = jit((Array x, Array y) -> x.plus(y));
 * f.call(jnp.array(1.)) // throws TreeException: takes 2 arguments, got 1
 * }
 */
public final class Arity {
  private Arity() {}

  /**
   * Looks at the arguments of a call.
   *
   * {@snippet :
   * Arity.require("f", (ArrayFn1) x -> x, 1, 2); // throws TreeException: f: the function takes 1 argument, got 2
   * }
   *
   * @param operation what was called
   * @throws TreeException if they are not as many as the function takes
   */
  public static void require(String operation, Fn<?> f, Object... args) {
    if (args == null || args.length != f.arity()) {
      throw new TreeException(
          "%s: the function takes %d argument%s, got %s. A pytree counts as one; so does (Object) null, JAX's None."
              .formatted(
                  operation,
                  f.arity(),
                  f.arity() == 1 ? "" : "s",
                  args == null ? "null" : args.length));
    }
  }
}
