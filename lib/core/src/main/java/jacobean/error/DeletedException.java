package jacobean.error;

/**
 * An array was used after its memory had been given up: by {@code delete}, or because it was
 * donated to a compiled function.
 *
 * {@snippet :
 * var x = jnp.ones(2);
 * jit(y -> y.plus(1), donateArgnums(0)).apply(x) // => [2. 2.]
 * x.plus(1) // throws DeletedException: donated
 * }
 */
public final class DeletedException extends JacobeanException {
  /** With what the user reads. */
  public DeletedException(String message) {
    super(message);
  }
}
