package jacobean.error;

/** A computation made a NaN, while NaNs are looked for. */
public final class NanException extends JacobeanException {
  public NanException(String message) {
    super(message);
  }
}
