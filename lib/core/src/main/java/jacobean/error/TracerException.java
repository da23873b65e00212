package jacobean.error;

/** A traced value was used where a number is needed, or outlived its trace. */
public final class TracerException extends JacobeanException {
  public TracerException(String message) {
    super(message);
  }
}
