package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Slicing;
import jacobean.op.SlidingWindows;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/** The part of {@link lax} that reduces windows by any function, and knows their number. */
abstract sealed class LaxWindows extends LaxProducts permits LaxPatches {

  /**
   * The elements of each window combined by an associative function. {@code lax.reduce_window}.
   *
   * {@snippet :
   * lax.reduceWindow(jnp.array(1., 5., 2., 4.), 0, jnp::maximum, new int[] {2}, new int[] {1}, "VALID") // => [5. 5. 4.]
   * }
   *
   * @param init what changes nothing; it stands around the array, too
   * @param computation works element by element on arrays of one shape
   * @param window its length along every axis of x
   * @param padding "SAME", "SAME_LOWER" or "VALID"
   * @throws ShapeException if window or strides have not one number per axis
   */
  public static Array reduceWindow(
      Array x,
      Number init,
      BinaryOperator<Array> computation,
      int[] window,
      int[] strides,
      String padding) {
    var pads = padtypeToPads(x.shape().toArray(), window, strides, padding);
    return reduceWindow(x, init, computation, window, strides, pads);
  }

  /**
   * {@link #reduceWindow(Array, Number, BinaryOperator, int[], int[], String)} with so many before
   * and after each axis.
   */
  public static Array reduceWindow(
      Array x,
      Number init,
      BinaryOperator<Array> computation,
      int[] window,
      int[] strides,
      int[][] padding) {
    var ones = ones(x.ndim());
    return reduceWindow(x, like(init, x), computation, window, strides, padding, ones, ones);
  }

  /**
   * {@link #reduceWindow(Array, Number, BinaryOperator, int[], int[], String)} of an array with
   * {@code init} between its elements, or with windows with gaps.
   *
   * @param init a scalar of the array's dtype
   * @param baseDilation how far apart along each axis elements are put; 1 for side by side
   * @param windowDilation how far apart along each axis the elements of a window are
   */
  public static Array reduceWindow(
      Array x,
      Array init,
      BinaryOperator<Array> computation,
      int[] window,
      int[] strides,
      int[][] padding,
      int[] baseDilation,
      int[] windowDilation) {
    int n = x.ndim();
    var counts =
        reduceWindowShapeTuple(x.shape(), window, strides, padding, baseDilation, windowDilation);
    var source = padded(x, init, padding, baseDilation);
    var windows =
        SlidingWindows.windows(
            source, 0, window, strides, windowDilation, new int[n], counts.toArray());
    return reduce(Array.of(windows), init, computation, IntStream.range(n, 2 * n).toArray());
  }

  private static Value padded(Array x, Array init, int[][] padding, int[] dilation) {
    var low = Arrays.stream(padding).mapToInt(p -> p[0]).toArray();
    var high = Arrays.stream(padding).mapToInt(p -> p[1]).toArray();
    var between = Arrays.stream(dilation).map(d -> d - 1).toArray();
    var all = IntStream.concat(Arrays.stream(low), Arrays.stream(high));
    boolean none = IntStream.concat(all, Arrays.stream(between)).allMatch(i -> i == 0);
    return none
        ? x.value()
        : Slicing.pad(
            x.value(),
            init.value(),
            new Slicing.Padding(Axes.of(low), Axes.of(high), Axes.of(between)));
  }

  static int[] ones(int n) {
    var ones = new int[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  // --- Shapes ---

  /**
   * Elements put before and after each axis for padding of a name. {@code lax.padtype_to_pads}.
   *
   * {@snippet :
   * java.util.Arrays.deepToString(lax.padtypeToPads(new int[] {5}, new int[] {3}, new int[] {1}, "SAME")) // => [[1, 1]]
   * }
   *
   * @param inShape the lengths of the axes
   * @param windowShape those of the window
   * @param padding "SAME", "SAME_LOWER" or "VALID"
   * @throws ShapeException if it is another name, or there are not as many numbers
   */
  public static int[][] padtypeToPads(
      int[] inShape, int[] windowShape, int[] windowStrides, String padding) {
    requireAsMany("padtypeToPads", inShape.length, windowShape.length, windowStrides.length);
    return Convolution.ends("padtypeToPads", padding, null, inShape, windowShape, windowStrides);
  }

  /**
   * The number of windows along each axis. {@code lax.reduce_window_shape_tuple}.
   *
   * {@snippet :
   * lax.reduceWindowShapeTuple(Shape.of(6, 6), new int[] {2, 3}, new int[] {2, 1}, new int[2][2]) // => (3, 4)
   * }
   */
  public static Shape reduceWindowShapeTuple(
      Shape operandShape, int[] windowDimensions, int[] windowStrides, int[][] padding) {
    var ones = ones(operandShape.rank());
    return reduceWindowShapeTuple(
        operandShape, windowDimensions, windowStrides, padding, ones, ones);
  }

  /**
   * {@link #reduceWindowShapeTuple(Shape, int[], int[], int[][])} with elements that are apart.
   *
   * @throws ShapeException if there is not a number for each axis
   */
  public static Shape reduceWindowShapeTuple(
      Shape operandShape,
      int[] windowDimensions,
      int[] windowStrides,
      int[][] padding,
      int[] baseDilation,
      int[] windowDilation) {
    requireAsMany(
        "reduceWindow",
        operandShape.rank(),
        windowDimensions.length,
        windowStrides.length,
        padding.length,
        baseDilation.length,
        windowDilation.length);
    requirePositive("reduceWindow: windows", windowDimensions);
    requirePositive("reduceWindow: strides", windowStrides);
    requirePositive("reduceWindow: dilations of the array", baseDilation);
    requirePositive("reduceWindow: dilations of windows", windowDilation);
    if (java.util.Arrays.stream(padding).anyMatch(p -> p.length != 2)) {
      throw new ShapeException(
          "reduceWindow: wanted padding as a pair for each axis, got "
              + java.util.Arrays.deepToString(padding)
              + ".");
    }
    return Shape.of(
        IntStream.range(0, operandShape.rank())
            .map(
                i ->
                    LaxConvolutions.windowCount(
                        dilated(operandShape.dim(i), baseDilation[i])
                            + padding[i][0]
                            + padding[i][1],
                        dilated(windowDimensions[i], windowDilation[i]),
                        windowStrides[i]))
            .toArray());
  }

  static void requirePositive(String what, int[] numbers) {
    if (IntStream.of(numbers).anyMatch(i -> i < 1)) {
      throw new ShapeException(
          what + " must be at least 1, got " + java.util.Arrays.toString(numbers) + ".");
    }
  }

  static int dilated(int length, int dilation) {
    return length == 0 ? 0 : (length - 1) * dilation + 1;
  }

  static void requireAsMany(String operation, int wanted, int... given) {
    for (int n : given) {
      if (n != wanted) {
        throw new ShapeException(
            operation
                + ": wanted "
                + wanted
                + " numbers of each kind, one for each axis, got "
                + n
                + ". Use 1 for batch and features.");
      }
    }
  }
}
