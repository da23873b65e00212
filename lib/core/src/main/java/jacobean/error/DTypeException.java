package jacobean.error;

/**
 * Element types do not fit the operation.
 *
 * {@snippet :
 * jnp.array(true).unaryMinus() // throws DTypeException: neg
 * }
 */
public final class DTypeException extends JacobeanException {
  /** With what the user reads. */
  public DTypeException(String message) {
    super(message);
  }
}
