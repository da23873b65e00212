package jacobean.error;

/**
 * An argument is null that must not be. Pytrees and index entries may hold null, JAX's None.
 *
 * {@snippet :
 * jnp.sin(null) // throws NullException: sin: x is null
 * }
 */
public final class NullException extends JacobeanException {
  /** With what the user reads. */
  public NullException(String message) {
    super(message);
  }
}
