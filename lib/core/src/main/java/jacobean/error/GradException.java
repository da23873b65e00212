package jacobean.error;

/** A function cannot be differentiated as asked. */
public final class GradException extends JacobeanException {
  public GradException(String message) {
    super(message);
  }
}
