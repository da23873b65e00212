package jacobean.error;

/**
 * A function cannot be differentiated as asked.
 *
 * {@snippet :
 * grad(x -> x.times(2)).apply(jnp.ones(3)) // throws GradException: scalar
 * }
 */
public final class GradException extends JacobeanException {
  /** With what the user reads. */
  public GradException(String message) {
    super(message);
  }
}
