package jacobean.error;

/** A random key was used twice, which gives the same numbers twice. */
public final class KeyReuseException extends JacobeanException {
  public KeyReuseException(String message) {
    super(message);
  }
}
