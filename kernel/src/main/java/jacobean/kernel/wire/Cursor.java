package jacobean.kernel.wire;

/**
 * Turns Jupyter's cursor positions, which count code points, into Java's string indices and back.
 */
final class Cursor {
  private Cursor() {}

  /** The index in UTF-16 units, cut to the text's length; null stands for the end. */
  static int index(String text, Integer position) {
    int points = text.codePointCount(0, text.length());
    return position == null
        ? text.length()
        : text.offsetByCodePoints(0, Math.clamp(position, 0, points));
  }

  /** How many code points come before the index. */
  static int position(String text, int index) {
    return text.codePointCount(0, Math.clamp(index, 0, text.length()));
  }
}
