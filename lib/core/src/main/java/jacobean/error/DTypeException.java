package jacobean.error;

/** Element types do not fit the operation. */
public final class DTypeException extends JacobeanException {
  public DTypeException(String message) {
    super(message);
  }
}
