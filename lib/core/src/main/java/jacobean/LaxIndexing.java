package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.DynamicSlicing;
import jacobean.op.GatherScatterMode;
import jacobean.op.Gathering;
import jacobean.op.Slicing;
import jacobean.type.Axes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The part of {@link lax} that slices and gathers. */
abstract sealed class LaxIndexing extends LaxShapes permits LaxScatters {

  // --- Slices ---

  /**
   * The elements from start up to limit along each axis. {@code lax.slice}.
   *
   * {@snippet :
   * lax.slice(jnp.arange(10), new int[] {2}, new int[] {5}) // => [2 3 4]
   * }
   *
   * @throws ShapeException if they are not inside
   */
  public static Array slice(Array x, int[] startIndices, int[] limitIndices) {
    var ones = new int[startIndices.length];
    Arrays.fill(ones, 1);
    return slice(x, startIndices, limitIndices, ones);
  }

  /**
   * {@link #slice(Array, int[], int[])}, every stride-th element.
   *
   * {@snippet :
   * lax.slice(jnp.arange(10), new int[] {0}, new int[] {10}, new int[] {4}) // => [0 4 8]
   * }
   */
  public static Array slice(Array x, int[] startIndices, int[] limitIndices, int[] strides) {
    for (var given : List.of(startIndices, limitIndices, strides)) {
      wantOnePerAxis("slice", x, given.length);
    }
    return Array.of(
        Slicing.slice(x.value(), Axes.of(startIndices), Axes.of(limitIndices), Axes.of(strides)));
  }

  /**
   * The elements from start up to limit along one axis. {@code lax.slice_in_dim}.
   *
   * {@snippet :
   * lax.sliceInDim(jnp.array(new int[][] {{1, 2, 3}, {4, 5, 6}}), 1, 3, 1) // => [[2 3] [5 6]]
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array sliceInDim(Array x, int startIndex, int limitIndex, int axis) {
    int at = Dims.axis("sliceInDim", axis, x.ndim());
    return Array.of(Slicing.sliceAxis(x.value(), at, startIndex, limitIndex));
  }

  /**
   * The part of these lengths that starts at these places, which are moved so that it is inside;
   * negative ones count from the end. {@code lax.dynamic_slice}.
   *
   * {@snippet :
   * var start = jnp.array(8);
   * lax.dynamicSlice(jnp.arange(10), List.of(start), new int[] {4}) // => [6 7 8 9]
   * }
   *
   * @param startIndices an integer scalar for each axis
   * @throws ShapeException if the number of starts or lengths is wrong or a length is too great
   */
  public static Array dynamicSlice(Array x, List<Array> startIndices, int[] sliceSizes) {
    wantOnePerAxis("dynamicSlice", x, startIndices.size());
    wantOnePerAxis("dynamicSlice", x, sliceSizes.length);
    return Array.of(
        DynamicSlicing.dynamicSlice(x.value(), starts(x, startIndices), Axes.of(sliceSizes)));
  }

  /** {@link #dynamicSlice(Array, List, int[])} at known places. */
  public static Array dynamicSlice(Array x, int[] startIndices, int[] sliceSizes) {
    return dynamicSlice(x, scalars(startIndices), sliceSizes);
  }

  /**
   * {@link #dynamicSlice(Array, List, int[])} along one axis. {@code lax.dynamic_slice_in_dim}.
   *
   * {@snippet :
   * lax.dynamicSliceInDim(jnp.arange(10), jnp.array(3), 2, 0) // => [3 4]
   * }
   *
   * @throws ShapeException if the axis is out of bounds, or a length is negative
   */
  public static Array dynamicSliceInDim(Array x, Array startIndex, int sliceSize, int axis) {
    int at = Dims.axis("dynamicSliceInDim", axis, x.ndim());
    return dynamicSlice(x, startAt(x, startIndex, at), x.shape().with(at, sliceSize).toArray());
  }

  /**
   * The elements at one place of an axis, which is kept with length 1. {@code
   * lax.dynamic_index_in_dim}.
   *
   * {@snippet :
   * lax.dynamicIndexInDim(jnp.array(10, 20, 30), jnp.array(1), 0, false) // => 20
   * }
   *
   * @throws jacobean.error.DTypeException if index is no integer
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array dynamicIndexInDim(Array x, Array index, int axis, boolean keepdims) {
    var part = dynamicSliceInDim(x, index, 1, axis);
    return keepdims ? part : jnp.squeeze(part, axis);
  }

  /**
   * The array with another in place of the part that starts at these places, which are moved so
   * that it is inside; negative ones count from the end. {@code lax.dynamic_update_slice}.
   *
   * {@snippet :
   * var update = jnp.array(1., 2.);
   * lax.dynamicUpdateSlice(jnp.zeros(4), update, new int[] {1}) // => [0. 1. 2. 0.]
   * }
   *
   * @throws ShapeException if the update has other axes or is longer
   * @throws jacobean.error.DTypeException if the updates have another dtype than the array
   */
  public static Array dynamicUpdateSlice(Array x, Array update, List<Array> startIndices) {
    wantOnePerAxis("dynamicUpdateSlice", x, startIndices.size());
    return Array.of(
        DynamicSlicing.dynamicUpdateSlice(x.value(), update.value(), starts(x, startIndices)));
  }

  /** {@link #dynamicUpdateSlice(Array, Array, List)} at known places. */
  public static Array dynamicUpdateSlice(Array x, Array update, int[] startIndices) {
    return dynamicUpdateSlice(x, update, scalars(startIndices));
  }

  /**
   * {@link #dynamicUpdateSlice(Array, Array, List)} along one axis. {@code
   * lax.dynamic_update_slice_in_dim}.
   *
   * {@snippet :
   * var update = jnp.array(1., 2.);
   * lax.dynamicUpdateSliceInDim(jnp.zeros(4), update, jnp.array(9), 0) // => [0. 0. 1. 2.]
   * }
   *
   * @throws jacobean.error.DTypeException if the updates have another dtype than the array
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array dynamicUpdateSliceInDim(Array x, Array update, Array startIndex, int axis) {
    int at = Dims.axis("dynamicUpdateSliceInDim", axis, x.ndim());
    return dynamicUpdateSlice(x, update, startAt(x, startIndex, at));
  }

  /**
   * The array with another at one place of an axis. {@code lax.dynamic_update_index_in_dim}.
   *
   * {@snippet :
   * lax.dynamicUpdateIndexInDim(jnp.zeros(3), jnp.array(7.), jnp.array(1), 0) // => [0. 7. 0.]
   * }
   *
   * @throws jacobean.error.DTypeException if the updates have another dtype than the array
   * @throws ShapeException if the start is no scalar
   */
  public static Array dynamicUpdateIndexInDim(Array x, Array update, Array index, int axis) {
    int at = Dims.axis("dynamicUpdateIndexInDim", axis, x.ndim());
    var whole = update.ndim() == x.ndim() ? update : jnp.expandDims(update, at);
    return dynamicUpdateSliceInDim(x, whole, index, at);
  }

  private static List<Array> scalars(int[] startIndices) {
    return Arrays.stream(startIndices).mapToObj(jnp::array).toList();
  }

  private static List<Array> startAt(Array x, Array start, int axis) {
    return IntStream.range(0, x.ndim()).mapToObj(i -> i == axis ? start : jnp.array(0)).toList();
  }

  private static List<Value> starts(Array x, List<Array> startIndices) {
    return IntStream.range(0, x.ndim())
        .mapToObj(i -> Gathering.fromEnd(startIndices.get(i).value(), x.shape(i)))
        .toList();
  }

  private static void wantOnePerAxis(String operation, Array x, int given) {
    if (given != x.ndim()) {
      throw new ShapeException(
          operation
              + ": wanted one number for each of the "
              + x.ndim()
              + " axes of "
              + x.aval()
              + ", got "
              + given
              + ".");
    }
  }

  /**
   * The elements at a known place of an axis, which is kept with length 1 if so wanted. {@code
   * lax.index_in_dim}.
   *
   * {@snippet :
   * lax.indexInDim(jnp.array(10, 20, 30), -1, 0, false) // => 30
   * }
   *
   * @throws jacobean.error.IndexException if there is no such place
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array indexInDim(Array x, int index, int axis, boolean keepdims) {
    int at = Dims.axis("indexInDim", axis, x.ndim());
    int n = x.shape(at);
    if (index < -n || index >= n) {
      throw new jacobean.error.IndexException(
          "indexInDim: index "
              + index
              + " is out of bounds for axis "
              + axis
              + " of "
              + x.aval()
              + ".");
    }
    int place = index < 0 ? index + n : index;
    var part = sliceInDim(x, place, place + 1, at);
    return keepdims ? part : jnp.squeeze(part, at);
  }

  // --- Gather ---

  /**
   * Windows of an array that start at the index vectors along the last axis of the indexes. {@code
   * lax.gather}.
   *
   * {@snippet :
   * var numbers = GatherDimensionNumbers.of(new int[0], new int[] {0}, new int[] {0});
   * lax.gather(jnp.array(5, 6, 7), jnp.array(2, 0).reshape(2, 1), numbers, new int[] {1}, "clip") // => [7 5]
   * }
   *
   * @param mode what windows that reach outside give: {@code "fill"} gives NaN, of integers the
   *     least, {@code "clip"} moves them inside, {@code "promise_in_bounds"} says that none does
   * @throws ShapeException if the dimension numbers do not fit
   * @throws jacobean.error.DTypeException if indices are not of integers
   * @throws jacobean.error.IndexException if the mode is unknown
   */
  public static Array gather(
      Array x,
      Array startIndices,
      GatherDimensionNumbers dimensionNumbers,
      int[] sliceSizes,
      String mode) {
    return gather(
        x, startIndices, dimensionNumbers, sliceSizes, GatherScatterMode.named(mode), null);
  }

  /** {@link #gather(Array, Array, GatherDimensionNumbers, int[], String)}, filling up. */
  public static Array gather(
      Array x, Array startIndices, GatherDimensionNumbers dimensionNumbers, int[] sliceSizes) {
    return gather(x, startIndices, dimensionNumbers, sliceSizes, "fill");
  }

  /**
   * {@link #gather(Array, Array, GatherDimensionNumbers, int[], String)} with what windows outside
   * give; null for the usual.
   */
  public static Array gather(
      Array x,
      Array startIndices,
      GatherDimensionNumbers dimensionNumbers,
      int[] sliceSizes,
      GatherScatterMode mode,
      @OrNull Number fillValue) {
    return Array.of(
        Gathering.gather(
            x.value(),
            startIndices.value(),
            dimensionNumbers.windows(),
            Axes.of(sliceSizes),
            mode,
            fillValue));
  }
}
