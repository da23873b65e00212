package jacobean.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Arrays as text: {@link #str} is what Python's {@code print(x)} shows for a NumPy or JAX array,
 * {@link #repr} is what a cell that ends in {@code x} shows for a JAX array.
 *
 * <pre>{@code
 * str:  [2. 4. 6.]
 * repr: Array([2., 4., 6.], dtype=float32)
 * }</pre>
 */
public final class ArrayText {
  private static final String PREFIX = "Array(";

  private final Words words;
  private final Corners corners;
  private final String separator;

  private ArrayText(Elements elements, PrintOptions options, String separator) {
    this.corners = Corners.of(elements.shape(), options);
    this.words = Words.of(elements, corners, options);
    this.separator = separator;
  }

  /** The text that {@code print} shows, with the options in force. */
  public static String str(Elements elements) {
    return str(elements, PrintOptions.current());
  }

  /** The text that {@code print} shows; a 0-d array prints as the number it holds. */
  public static String str(Elements elements, PrintOptions options) {
    return elements.shape().length == 0
        ? scalar(elements, 0)
        : body(elements, options, " ", "", options.lineWidth());
  }

  /** JAX's {@code repr}, with the options in force. */
  public static String repr(Elements elements, String dtype, boolean weakType) {
    return repr(elements, dtype, weakType, PrintOptions.current());
  }

  /**
   * JAX's {@code repr}.
   *
   * @param dtype the name to show, such as {@code float32}
   * @param weakType whether the array's type gives way to others, as that of a Python number does
   */
  public static String repr(
      Elements elements, String dtype, boolean weakType, PrintOptions options) {
    String type = "dtype=" + dtype + (weakType ? ", weak_type=True" : "");
    int[] shape = elements.shape();
    String values =
        Corners.size(shape) == 0
            ? "[], shape=" + tuple(shape)
            : body(elements, options, ", ", " ".repeat(PREFIX.length()), options.lineWidth() - 1);
    int lastLine = values.length() - values.lastIndexOf('\n') + 1;
    // JAX widens the gap here where one would expect a line break; the text follows JAX.
    boolean tooLong = lastLine + type.length() + 2 > options.lineWidth();
    return PREFIX + values + "," + (tooLong ? " ".repeat(PREFIX.length()) : " ") + type + ")";
  }

  /** One element as {@code str} of that element gives it. */
  public static String scalar(Elements elements, long flat) {
    return switch (elements.kind()) {
      case BOOL -> elements.getLong(flat) != 0 ? "True" : "False";
      case SIGNED -> Long.toString(elements.getLong(flat));
      case UNSIGNED -> Long.toUnsignedString(elements.getLong(flat));
      case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 ->
          ScalarText.of(elements.getDouble(flat), elements.kind());
      case COMPLEX64, COMPLEX128 -> ComplexFormat.scalar(elements, flat);
    };
  }

  /** A shape as Python writes a tuple: {@code ()}, {@code (3,)}, {@code (2, 3)}. */
  public static String tuple(int[] shape) {
    String inner =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    return "(" + inner + (shape.length == 1 ? ",)" : ")");
  }

  private static String body(
      Elements elements, PrintOptions options, String separator, String indent, int width) {
    if (Corners.size(elements.shape()) == 0) {
      return "[]";
    }
    return new ArrayText(elements, options, separator).axis(0, 0, indent + " ", width);
  }

  /** The text of the part of the array at {@code base}; lines after the first are indented. */
  private String axis(int axis, long base, String indent, int width) {
    int axes = corners.shape().length;
    if (axis == axes) {
      return words.at(base);
    }
    return axis == axes - 1 ? row(axis, base, indent, width) : block(axis, base, indent, width);
  }

  /** The last axis: words side by side, wrapped at the width. */
  private String row(int axis, long base, String indent, int width) {
    var line = new WrappedLine(indent, width - Math.max(separator.strip().length(), 1));
    int[] shown = corners.along(axis);
    for (int i = 0; i < shown.length; i++) {
      if (corners.cuts(axis) && i == corners.edge()) {
        line.add("...");
        line.separate(separator);
      }
      line.add(words.at(base * corners.shape()[axis] + shown[i]));
      if (i < shown.length - 1) {
        line.separate(separator);
      }
    }
    return "[" + line.text().substring(indent.length()) + "]";
  }

  /** An outer axis: items below each other, with blank lines between those of higher rank. */
  private String block(int axis, long base, String indent, int width) {
    String gap =
        separator.stripTrailing() + "\n".repeat(corners.shape().length - axis - 1) + indent;
    int[] shown = corners.along(axis);
    var text = new StringBuilder("[");
    for (int i = 0; i < shown.length; i++) {
      if (corners.cuts(axis) && i == corners.edge()) {
        text.append("...").append(gap);
      }
      long item = base * corners.shape()[axis] + shown[i];
      text.append(axis(axis + 1, item, indent + " ", width - 1));
      text.append(i < shown.length - 1 ? gap : "]");
    }
    return text.toString();
  }
}
