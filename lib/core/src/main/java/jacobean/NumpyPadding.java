package jacobean;

import jacobean.error.ShapeException;
import jacobean.op.Conversion;
import jacobean.op.Slicing;
import jacobean.op.Slicing.Padding;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** The part of {@link jnp} that puts elements around an array: {@code jnp.pad}. */
abstract sealed class NumpyPadding extends NumpyJoining permits NumpyIndexing {

  /**
   * Zeros before and after each axis, this many. {@code jnp.pad}.
   *
   * {@snippet :
   * jnp.pad(jnp.array(1, 2), 1) // => [0 1 2 0]
   * }
   */
  public static Array pad(Array x, int padWidth) {
    return pad(x, everywhere(x, padWidth), 0);
  }

  /**
   * Zeros before and after each axis: {@code padWidth[axis]} says how many. {@code jnp.pad}.
   *
   * {@snippet :
   * jnp.pad(jnp.array(1, 2), new int[][] {{0, 2}}) // => [1 2 0 0]
   * }
   */
  public static Array pad(Array x, int[][] padWidth) {
    return pad(x, padWidth, 0);
  }

  /**
   * Numbers before and after each axis, this many. {@code jnp.pad}.
   *
   * {@snippet :
   * jnp.pad(jnp.array(1, 2), 1, 9) // => [9 1 2 9]
   * }
   */
  public static Array pad(Array x, int padWidth, Number constantValues) {
    return pad(x, everywhere(x, padWidth), constantValues);
  }

  /**
   * A number before and after each axis. {@code jnp.pad}.
   *
   * @param padWidth for each axis, how many before and how many after; one pair stands for all axes
   * @throws ShapeException if there are not as many pairs as axes, or a width is negative
   */
  public static Array pad(Array x, int[][] padWidth, Number constantValues) {
    var widths = checked(x, padWidth);
    var low = Axes.of(Arrays.stream(widths).mapToInt(w -> w[0]).toArray());
    var high = Axes.of(Arrays.stream(widths).mapToInt(w -> w[1]).toArray());
    var fill = Conversion.convert(asarray(constantValues).value(), x.dtype());
    return x.ndim() == 0
        ? x
        : Array.of(
            Slicing.pad(x.value(), fill, new Padding(low, high, Axes.of(new int[x.ndim()]))));
  }

  /**
   * {@link #pad(Array, int[][], String)} with one width for all.
   *
   * {@snippet :
   * jnp.pad(jnp.array(1, 2, 3), 2, "edge") // => [1 1 1 2 3 3 3]
   * }
   */
  public static Array pad(Array x, int padWidth, String mode) {
    return pad(x, everywhere(x, padWidth), mode);
  }

  /**
   * Elements before and after each axis that follow from the array. {@code jnp.pad}.
   *
   * {@snippet :
   * jnp.pad(jnp.array(1, 2, 3), new int[][] {{2, 2}}, "reflect") // => [3 2 1 2 3 2 1]
   * }
   *
   * @param padWidth for each axis, how many before and how many after; one pair stands for all axes
   * @param mode {@code constant} (zeros), {@code edge}, {@code wrap}, {@code reflect} (without the
   *     edge), {@code symmetric} (with it), {@code linear_ramp} (down to zero), {@code maximum},
   *     {@code minimum}, {@code mean} or {@code empty} (zeros)
   * @throws ShapeException if the widths do not fit, or there is no such mode
   */
  public static Array pad(Array x, int[][] padWidth, String mode) {
    return switch (mode) {
      case "constant", "empty" -> pad(x, padWidth, 0);
      case "edge" -> each(x, padWidth, (a, w) -> beside(a, w, first(a, w), last(a, w)));
      case "wrap" -> each(x, padWidth, (a, w) -> periodic(a, w, a));
      case "symmetric" ->
          each(x, padWidth, (a, w) -> periodic(a, w, append(a, flip(a, w.axis), w.axis)));
      case "reflect" -> each(x, padWidth, NumpyPadding::reflected);
      case "linear_ramp" -> each(x, padWidth, NumpyPadding::ramp);
      case "maximum" -> each(x, padWidth, (a, w) -> beside(a, w, max(a, w.axis, true)));
      case "minimum" -> each(x, padWidth, (a, w) -> beside(a, w, min(a, w.axis, true)));
      case "mean" -> each(x, padWidth, (a, w) -> beside(a, w, rounded(mean(a, w.axis, true), a)));
      default ->
          throw new ShapeException(
              "pad: there is no mode '"
                  + mode
                  + "'; wanted constant, empty, edge, wrap, symmetric, reflect, linear_ramp, maximum, minimum or mean.");
    };
  }

  /** An axis, its length, and how many elements go before and after it. */
  private record Width(int axis, int length, int before, int after) {}

  private static Array each(Array x, int[][] padWidth, BiFunction<Array, Width, Array> along) {
    var widths = checked(x, padWidth);
    var padded = x;
    for (int axis = 0; axis < x.ndim(); axis++) {
      if (widths[axis][0] + widths[axis][1] > 0) {
        if (x.shape(axis) == 0) {
          throw new ShapeException(
              "pad: axis "
                  + axis
                  + " of "
                  + x.aval()
                  + " is empty and can only be padded with a constant.");
        }
        padded =
            along.apply(padded, new Width(axis, x.shape(axis), widths[axis][0], widths[axis][1]));
      }
    }
    return padded;
  }

  private static Array beside(Array x, Width w, Array both) {
    return beside(x, w, both, both);
  }

  private static Array beside(Array x, Width w, Array before, Array after) {
    var parts = new ArrayList<Array>();
    parts.add(repeated(before, w.axis, w.before));
    parts.add(x);
    parts.add(repeated(after, w.axis, w.after));
    return concatenate(parts, w.axis);
  }

  /** A slice of length 1 along an axis, repeated there. */
  private static Array repeated(Array slice, int axis, int times) {
    return broadcastTo(slice, slice.shape().with(axis, times).toArray());
  }

  private static Array first(Array x, Width w) {
    return part(x, w.axis, 0, 1);
  }

  private static Array last(Array x, Width w) {
    return part(x, w.axis, w.length - 1, w.length);
  }

  private static Array part(Array x, int axis, int start, int end) {
    return Array.of(Slicing.sliceAxis(x.value(), axis, start, end));
  }

  /** The part of an endless repetition of a period that has the array in its place. */
  private static Array periodic(Array x, Width w, Array period) {
    int n = period.shape(w.axis);
    int start = Math.floorMod(-w.before, n);
    int length = w.before + w.length + w.after;
    var times = new int[x.ndim()];
    Arrays.fill(times, 1);
    times[w.axis] = Math.ceilDiv(start + length, n);
    return part(tile(period, times), w.axis, start, start + length);
  }

  private static Array reflected(Array x, Width w) {
    if (w.length == 1) {
      return beside(x, w, x);
    }
    return periodic(x, w, append(x, flip(part(x, w.axis, 1, w.length - 1), w.axis), w.axis));
  }

  private static Array ramp(Array x, Width w) {
    var before = multiply(first(x, w), steps(x, w, w.before));
    var after = flip(multiply(last(x, w), steps(x, w, w.after)), w.axis);
    return concatenate(List.of(rounded(before, x), x, rounded(after, x)), w.axis);
  }

  /** 0, 1/n, ..., (n-1)/n along the axis. */
  private static Array steps(Array x, Width w, int n) {
    var shape = new int[x.ndim()];
    Arrays.fill(shape, 1);
    shape[w.axis] = n;
    var type = Promote.toFloating(x.value()).dtype();
    return reshape(divide(arange(n).astype(type), Math.max(1, n)), shape);
  }

  private static Array rounded(Array filling, Array x) {
    return x.dtype().isFloating() ? filling.astype(x.dtype()) : round(filling).astype(x.dtype());
  }

  private static int[][] everywhere(Array x, int width) {
    var widths = new int[x.ndim()][];
    Arrays.fill(widths, new int[] {width, width});
    return widths;
  }

  private static int[][] checked(Array x, int[][] padWidth) {
    var widths = padWidth.length == 1 && x.ndim() > 1 ? repeat(padWidth[0], x.ndim()) : padWidth;
    boolean pairs = Arrays.stream(widths).allMatch(w -> w.length == 2 && w[0] >= 0 && w[1] >= 0);
    if (widths.length != x.ndim() || !pairs) {
      throw new ShapeException(
          "pad: wanted for each axis of "
              + x.aval()
              + " how many elements go before and after, got "
              + Arrays.deepToString(padWidth)
              + ".");
    }
    for (int i = 0; i < widths.length; i++) {
      Shape.length("pad", (long) widths[i][0] + x.shape(i) + widths[i][1]);
    }
    return widths;
  }

  private static int[][] repeat(int[] pair, int times) {
    return java.util.Collections.nCopies(times, pair).toArray(int[][]::new);
  }
}
