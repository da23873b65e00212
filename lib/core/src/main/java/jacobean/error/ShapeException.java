package jacobean.error;

/**
 * Shapes or axes do not fit the operation.
 *
 * {@snippet :
 * jnp.ones(3).plus(jnp.ones(4)) // throws ShapeException: add
 * }
 */
public final class ShapeException extends JacobeanException {
  /** With what the user reads. */
  public ShapeException(String message) {
    super(message);
  }
}
