package jacobean.error;

/** Pytrees of different structure, or a leaf that is no array. */
public final class TreeException extends JacobeanException {
  public TreeException(String message) {
    super(message);
  }
}
