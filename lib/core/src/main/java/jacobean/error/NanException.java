package jacobean.error;

/**
 * A computation made a NaN, while NaNs are looked for.
 *
 * {@snippet :
 * debugNans(true);
 * jnp.log(jnp.array(-1.)) // throws NanException
 * debugNans(false);
 * }
 */
public final class NanException extends JacobeanException {
  /** With what the user reads. */
  public NanException(String message) {
    super(message);
  }
}
