package jacobean.error;

/**
 * A file that cannot be read or written, or that does not hold what its format says.
 *
 * {@snippet :
 * jnp.load("nowhere.npy") // throws FileException: nowhere.npy
 * }
 */
public final class FileException extends JacobeanException {
  /** With what the user reads. */
  public FileException(String message) {
    super(message);
  }

  /** With what the user reads, and what came before. */
  public FileException(String message, Throwable cause) {
    super(message, cause);
  }
}
