package jacobean.error;

/**
 * Pytrees of different structure, or a leaf that is no array.
 *
 * {@snippet :
 * tree.map((x, y) -> x.plus(y), Map.of("w", 1), Map.of("b", 1)) // throws TreeException: tree.map
 * }
 */
public final class TreeException extends JacobeanException {
  /** With what the user reads. */
  public TreeException(String message) {
    super(message);
  }
}
