package jacobean.text;

/**
 * An array to print: a shape, a kind of element, and its values in row-major order. Only the
 * elements that appear in the text are read, however large the array is.
 */
public interface Elements {
  /** The length of each axis; empty for a 0-d array. Callers do not write to it. */
  int[] shape();

  /** How elements are read and printed. */
  ElementKind kind();

  /**
   * The element at a row-major index, widened exactly to a double; asked of floating kinds only; of
   * complex kinds it is the real part.
   */
  double getDouble(long flat);

  /** The imaginary part of the element at a row-major index; asked of complex kinds only. */
  default double getImaginary(long flat) {
    return 0;
  }

  /** The element at a row-major index; asked of integer and boolean kinds only. */
  long getLong(long flat);
}
