package jacobean.error;

/** Shapes or axes do not fit the operation. */
public final class ShapeException extends JacobeanException {
  public ShapeException(String message) {
    super(message);
  }
}
