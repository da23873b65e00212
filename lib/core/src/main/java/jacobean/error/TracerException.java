package jacobean.error;

/**
 * A traced value was used where a number is needed, or outlived its trace.
 *
 * {@snippet :
 * jit(x -> x.gt(0).toBoolean() ? x : x).apply(jnp.array(1.)) // throws TracerException: jnp.where
 * }
 */
public final class TracerException extends JacobeanException {
  /** With what the user reads. */
  public TracerException(String message) {
    super(message);
  }
}
