package jacobean.error;

/**
 * An index or slice does not fit the array.
 *
 * {@snippet :
 * jnp.ones(3).get(5) // throws IndexException: -3 to 2
 * }
 */
public final class IndexException extends JacobeanException {
  /** With what the user reads. */
  public IndexException(String message) {
    super(message);
  }
}
