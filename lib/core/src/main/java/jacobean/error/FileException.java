package jacobean.error;

/** A file that cannot be read or written, or that does not hold what its format says. */
public final class FileException extends JacobeanException {
  public FileException(String message) {
    super(message);
  }

  public FileException(String message, Throwable cause) {
    super(message, cause);
  }
}
