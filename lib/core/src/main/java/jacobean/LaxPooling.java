package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.FirstExtremes.FirstMax;
import jacobean.op.FirstExtremes.FirstMin;
import jacobean.op.Reductions;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.op.Slicing.Padding;
import jacobean.op.SlidingWindows;
import jacobean.type.Axes;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The part of {@link lax} that reduces windows: pooling. */
abstract sealed class LaxPooling extends LaxSorting permits LaxConvolutions {

  /**
   * The sum of each window. {@code lax.reduce_window} with {@code lax.add}.
   *
   * {@snippet :
   * var x = jnp.array(1., 2., 3., 4.);
   * lax.reduceWindowSum(x, new int[] {2}, new int[] {1}, "VALID") // => [3. 5. 7.]
   * }
   *
   * @param window its length along every axis of x
   * @param padding "SAME" or "VALID"
   * @throws ShapeException if window or strides have not one number per axis
   */
  public static Array reduceWindowSum(Array x, int[] window, int[] strides, String padding) {
    var w = windows("reduceWindowSum", x, 0, window, strides, padding, null);
    return Array.of(Reductions.sum(w, Axes.range(x.ndim(), 2 * x.ndim())));
  }

  /**
   * {@link #reduceWindowSum(Array, int[], int[], String)} with zeros before and after each axis.
   */
  public static Array reduceWindowSum(Array x, int[] window, int[] strides, int[][] padding) {
    var w = windows("reduceWindowSum", x, 0, window, strides, null, padding);
    return Array.of(Reductions.sum(w, Axes.range(x.ndim(), 2 * x.ndim())));
  }

  /**
   * The greatest element of each window; of equal ones the gradient goes to the first. {@code
   * lax.reduce_window} with {@code lax.max}.
   *
   * {@snippet :
   * var x = jnp.array(1., 5., 3., 4.);
   * lax.reduceWindowMax(x, new int[] {2}, new int[] {2}, "VALID") // => [5. 4.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   * @throws ShapeException if window or strides do not fit the axes, or one is below 1
   */
  public static Array reduceWindowMax(Array x, int[] window, int[] strides, String padding) {
    return extreme("reduceWindowMax", x, window, strides, padding, null, true);
  }

  /** {@link #reduceWindowMax(Array, int[], int[], String)} with explicit padding. */
  public static Array reduceWindowMax(Array x, int[] window, int[] strides, int[][] padding) {
    return extreme("reduceWindowMax", x, window, strides, null, padding, true);
  }

  /**
   * The smallest element of each window. {@code lax.reduce_window} with {@code lax.min}.
   *
   * {@snippet :
   * var x = jnp.array(1., 5., 3., 4.);
   * lax.reduceWindowMin(x, new int[] {2}, new int[] {2}, "VALID") // => [1. 3.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   * @throws ShapeException if window or strides do not fit the axes, or one is below 1
   */
  public static Array reduceWindowMin(Array x, int[] window, int[] strides, String padding) {
    return extreme("reduceWindowMin", x, window, strides, padding, null, false);
  }

  /** {@link #reduceWindowMin(Array, int[], int[], String)} with explicit padding. */
  public static Array reduceWindowMin(Array x, int[] window, int[] strides, int[][] padding) {
    return extreme("reduceWindowMin", x, window, strides, null, padding, false);
  }

  private static Array extreme(
      String operation,
      Array x,
      int[] window,
      int[] strides,
      String padding,
      int[][] ends,
      boolean greatest) {
    int n = x.ndim();
    var start = greatest ? x.dtype().lowest() : x.dtype().highest();
    var w = windows(operation, x, start, window, strides, padding, ends);
    var counts = w.shape().drop(Axes.range(n, 2 * n));
    int places = Arrays.stream(window).reduce(1, (a, b) -> a * b);
    var flat = Shaping.reshape(w, counts.insert(n, places));
    return Array.of((greatest ? new FirstMax(n) : new FirstMin(n)).bind1(flat));
  }

  private static Value windows(
      String operation,
      Array x,
      Number fill,
      int[] window,
      int[] strides,
      String padding,
      int[][] given) {
    int n = x.ndim();
    if (window.length != n || strides.length != n) {
      throw new ShapeException(
          operation
              + ": window and strides must have a number for each axis of "
              + x.aval()
              + ", got "
              + Arrays.toString(window)
              + " and "
              + Arrays.toString(strides)
              + ". Use 1 for batch and features.");
    }
    LaxWindows.requirePositive(operation + ": windows", window);
    LaxWindows.requirePositive(operation + ": strides", strides);
    var lengths = x.shape().toArray();
    var ends = Convolution.ends(operation, padding, given, lengths, window, strides);
    var counts =
        IntStream.range(0, n)
            .map(
                i ->
                    LaxConvolutions.windowCount(
                        lengths[i] + ends[i][0] + ends[i][1], window[i], strides[i]))
            .toArray();
    var low = Arrays.stream(ends).mapToInt(e -> e[0]).toArray();
    var high = Arrays.stream(ends).mapToInt(e -> e[1]).toArray();
    boolean padded = IntStream.range(0, n).anyMatch(i -> low[i] != 0 || high[i] != 0);
    var source =
        padded
            ? Slicing.pad(
                x.value(),
                Arithmetic.constant(x.dtype(), fill),
                new Padding(Axes.of(low), Axes.of(high), Axes.of(new int[n])))
            : x.value();
    var ones = new int[n];
    Arrays.fill(ones, 1);
    return SlidingWindows.windows(source, 0, window, strides, ones, new int[n], counts);
  }
}
