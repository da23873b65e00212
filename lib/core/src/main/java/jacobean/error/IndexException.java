package jacobean.error;

/** An index or slice does not fit the array. */
public final class IndexException extends JacobeanException {
  public IndexException(String message) {
    super(message);
  }
}
