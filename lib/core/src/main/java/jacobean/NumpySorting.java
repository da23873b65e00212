package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Cumulative;
import jacobean.op.Sorting;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;

/**
 * The part of {@link jnp} that sorts, searches, counts and accumulates. NaN counts as the greatest.
 */
abstract sealed class NumpySorting extends NumpyArrangement permits NumpySets {

  // --- Sorting ---

  /**
   * Sorted upwards along the last axis. In x's shape and dtype; NaN comes last. {@code jnp.sort}.
   *
   * {@snippet :
   * jnp.sort(jnp.array(3., jnp.nan, 1.)) // => [1. 3. nan]
   * }
   */
  public static Array sort(Array x) {
    return sort(x, -1);
  }

  /**
   * Sorted upwards along an axis.
   *
   * {@snippet :
   * jnp.sort(jnp.array(new int[][] {{3, 1}, {2, 9}}), 0) // => [[2 1] [3 9]]
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array sort(Array x, int axis) {
    return Array.of(Sorting.sort(x.value(), Dims.axis("sort", axis, x.ndim())));
  }

  /**
   * Sorted along an axis, downwards if so wanted.
   *
   * {@snippet :
   * jnp.sort(jnp.array(3, 1, 2), -1, true) // => [3 2 1]
   * }
   */
  public static Array sort(Array x, int axis, boolean descending) {
    var up = sort(x, axis);
    return descending ? flip(up, axis) : up;
  }

  /**
   * The places of the elements in sorted order along the last axis, int32; stable. {@code
   * jnp.argsort}.
   *
   * {@snippet :
   * jnp.argsort(jnp.array(30, 10, 20)) // => [1 2 0]
   * }
   */
  public static Array argsort(Array x) {
    return argsort(x, -1);
  }

  /**
   * The places of the elements in sorted order along an axis, int32; stable.
   *
   * {@snippet :
   * jnp.argsort(jnp.array(new int[][] {{3, 1}, {2, 9}}), 0) // => [[1 0] [0 1]]
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array argsort(Array x, int axis) {
    return Array.of(Sorting.argsort(List.of(x.value()), Dims.axis("argsort", axis, x.ndim())));
  }

  /**
   * {@link #argsort(Array, int)}, from the greatest on if so wanted; equal elements keep their
   * order.
   */
  public static Array argsort(Array x, int axis, boolean descending) {
    if (!descending) {
      return argsort(x, axis);
    }
    int at = Dims.axis("argsort", axis, x.ndim());
    return subtract(x.shape(at) - 1, flip(argsort(flip(x, at), at), at));
  }

  /**
   * The places in the order of several keys, the last one first, along the last axis. {@code
   * jnp.lexsort}.
   *
   * {@snippet :
   * var ages = jnp.array(30, 20, 30);
   * var names = jnp.array(2, 1, 0);
   * jnp.lexsort(List.of(names, ages)) // => [1 2 0]
   * }
   *
   * @throws ShapeException if there is no key, or their shapes differ
   */
  public static Array lexsort(List<Array> keys) {
    return lexsort(keys, -1);
  }

  /** {@link #lexsort(List)} along an axis. */
  public static Array lexsort(List<Array> keys, int axis) {
    if (keys.isEmpty()) {
      throw new ShapeException("lexsort: wanted at least one key, got none.");
    }
    for (var key : keys) {
      if (!key.shape().equals(keys.getFirst().shape())) {
        throw new ShapeException(
            "lexsort: keys must have one shape, got "
                + keys.getFirst().shape()
                + " and "
                + key.shape()
                + ".");
      }
    }
    int at = Dims.axis("lexsort", axis, keys.getFirst().ndim());
    return Array.of(Sorting.argsort(keys.reversed().stream().map(Array::value).toList(), at));
  }

  /**
   * The array with its kth smallest element in sorted place along the last axis, none greater
   * before it and none smaller after it. {@code jnp.partition}.
   *
   * {@snippet :
   * jnp.partition(jnp.array(5, 1, 4, 2), 1).get(1) // => 2
   * }
   *
   * @throws ShapeException if kth is beyond the axis
   */
  public static Array partition(Array x, int kth) {
    return partition(x, kth, -1);
  }

  /**
   * {@link #partition(Array, int)} along an axis.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array partition(Array x, int kth, int axis) {
    int least = partitioned(x, kth, axis) + 1;
    var smallest = first(argsort(x, axis), least, axis);
    var greatest = first(argsort(x, axis, true), x.shape(axis) - least, axis);
    return takeAlongAxis(x, concatenate(List.of(smallest, greatest), axis), axis);
  }

  /**
   * The places that {@link #partition(Array, int)} takes elements from. {@code jnp.argpartition}.
   *
   * {@snippet :
   * jnp.argpartition(jnp.array(5, 1, 4, 2), 0).get(0) // => 1
   * }
   *
   * @throws ShapeException if kth is beyond the axis
   */
  public static Array argpartition(Array x, int kth) {
    return argpartition(x, kth, -1);
  }

  /**
   * {@link #argpartition(Array, int)} along an axis.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array argpartition(Array x, int kth, int axis) {
    int least = partitioned(x, kth, axis) + 1;
    var order = argsort(x, axis);
    var others = lax.sliceInDim(order, least, x.shape(axis), axis);
    return concatenate(List.of(first(order, least, axis), sort(others, axis)), axis);
  }

  private static int partitioned(Array x, int kth, int axis) {
    int n = x.shape(axis);
    if (kth < -n || kth >= n) {
      throw new ShapeException(
          "partition: kth must be within the axis of length " + n + ", got " + kth + ".");
    }
    return kth < 0 ? kth + n : kth;
  }

  private static Array first(Array x, int n, int axis) {
    return lax.sliceInDim(x, 0, n, axis);
  }

  // --- Searching ---

  /**
   * Where in a sorted vector elements would be put in, before equal ones. {@code jnp.searchsorted}.
   *
   * {@snippet :
   * jnp.searchsorted(jnp.array(1, 3, 5), jnp.array(0, 3, 9)) // => [0 1 3]
   * }
   *
   * @throws ShapeException if a is not a vector
   * @throws jacobean.error.IndexException if the indexes are no integers
   */
  public static Array searchsorted(Array a, Array v) {
    return searchsorted(a, v, "left");
  }

  /**
   * Where in a sorted vector elements would be put in, int32 of the shape of v.
   *
   * {@snippet :
   * jnp.searchsorted(jnp.array(1, 3, 5), jnp.array(0, 3, 9), "right") // => [0 2 3]
   * }
   *
   * @param side {@code "left"} for before equal elements, {@code "right"} for after them
   */
  public static Array searchsorted(Array a, Array v, String side) {
    if (a.ndim() != 1) {
      throw new ShapeException("searchsorted: wanted a vector to search in, got " + a.aval() + ".");
    }
    if (!side.equals("left") && !side.equals("right")) {
      throw new ShapeException("searchsorted: side must be 'left' or 'right', got '" + side + "'.");
    }
    var p = Promote.values(a.value(), v.value());
    var sorted = Array.of(p.get(0));
    var wanted = Array.of(p.get(1));
    int n = a.shape(0);
    var low = zeros(v.shape(), DType.INT32);
    var high = full(v.shape(), n, DType.INT32);
    // As many halvings as leave one place.
    for (int left = n; left > 0; left /= 2) {
      var middle = floorDivide(add(low, high), 2);
      var here = take(sorted, middle, 0, "clip");
      var after = side.equals("left") ? isBefore(here, wanted) : logicalNot(isBefore(wanted, here));
      var open = less(low, high);
      low = where(logicalAnd(open, after), add(middle, 1), low);
      high = where(logicalAnd(open, logicalNot(after)), middle, high);
    }
    return low;
  }

  /** {@link #searchsorted} of one number: a scalar. */
  public static Array searchsorted(Array a, Number v) {
    return searchsorted(a, asarray(v));
  }

  private static Array isBefore(Array x, Array y) {
    var smaller = less(x, y);
    return x.dtype().isFloating()
        ? logicalOr(smaller, logicalAnd(isnan(y), logicalNot(isnan(x))))
        : smaller;
  }

  /**
   * The number of the bin, between neighbours of a sorted vector, that each element is in: 0 is
   * before the first. {@code jnp.digitize}. Bins may also be sorted downwards, if they are not
   * traced.
   *
   * {@snippet :
   * jnp.digitize(jnp.array(0.2, 6.4, 3.), jnp.array(0., 1., 2.5, 4.)) // => [1 4 3]
   * }
   *
   * @throws ShapeException if an argument is no vector
   */
  public static Array digitize(Array x, Array bins) {
    return digitize(x, bins, false);
  }

  /**
   * {@link #digitize(Array, Array)}, bins with their right edge instead of their left one if so
   * wanted.
   */
  public static Array digitize(Array x, Array bins, boolean right) {
    if (bins.ndim() != 1) {
      throw new ShapeException("digitize: the bins must be a vector, got " + bins.aval() + ".");
    }
    int n = bins.shape(0);
    if (n == 0) {
      return zeros(x.shape(), DType.INT32);
    }
    var up = searchsorted(bins, x, right ? "left" : "right");
    var down = subtract(n, searchsorted(flip(bins), x, right ? "right" : "left"));
    return where(greaterEqual(bins.get(-1), bins.get(0)), up, down);
  }

  // --- Counting ---

  /**
   * How often each integer from 0 on occurs, int32; as long as the greatest. Not for traced arrays;
   * name a length then. {@code jnp.bincount}.
   *
   * {@snippet :
   * jnp.bincount(jnp.array(0, 2, 2, 3)) // => [1 0 2 1]
   * }
   */
  public static Array bincount(Array x) {
    return jnp.bincount(x, onesLike(x).astype(DType.INT32));
  }

  /** How often each integer from 0 to below length occurs; negative ones count as 0. */
  public static Array bincount(Array x, int length) {
    return bincount(x, onesLike(x).astype(DType.INT32), length);
  }

  /**
   * The sum of the weights at each integer.
   *
   * {@snippet :
   * jnp.bincount(jnp.array(0, 1, 1), jnp.array(0.5, 1., 2.), 3) // => [0.5 3. 0. ]
   * }
   */
  public static Array bincount(Array x, Array weights, int length) {
    if (x.ndim() != 1 || !x.dtype().isInteger()) {
      throw new ShapeException("bincount: wanted a vector of integers, got " + x.aval() + ".");
    }
    return zeros(Shape.of(length), weights.dtype()).at(maximum(x, 0)).add(weights);
  }

  // --- Accumulating ---

  /**
   * Sums of the flat array from its start; of bools int32. {@code jnp.cumsum}.
   *
   * {@snippet :
   * jnp.cumsum(jnp.array(1, 2, 3)) // => [1 3 6]
   * jnp.cumsum(jnp.array(true, false, true)) // => [1 1 2]
   * }
   */
  public static Array cumsum(Array x) {
    return cumsum(ravel(x), 0);
  }

  /**
   * Sums along an axis from its start, in x's shape; of bools int32. {@code jnp.cumsum}.
   *
   * {@snippet :
   * jnp.cumsum(jnp.array(new int[][] {{1, 2}, {3, 4}}), 1) // => [[1 3] [3 7]]
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array cumsum(Array x, int axis) {
    return Array.of(Cumulative.cumsum(numbers(x), Dims.axis("cumsum", axis, x.ndim())));
  }

  /**
   * Products of the flat array from its start. {@code jnp.cumprod}.
   *
   * {@snippet :
   * jnp.cumprod(jnp.array(1., 2., 3.)) // => [1. 2. 6.]
   * }
   */
  public static Array cumprod(Array x) {
    return cumprod(ravel(x), 0);
  }

  /**
   * Products along an axis from its start, in x's shape; of bools int32. {@code jnp.cumprod}.
   *
   * {@snippet :
   * jnp.cumprod(jnp.array(new int[][] {{1, 2}, {3, 4}}), 0) // => [[1 2] [3 8]]
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array cumprod(Array x, int axis) {
    return Array.of(Cumulative.cumprod(numbers(x), Dims.axis("cumprod", axis, x.ndim())));
  }

  /**
   * {@link #cumsum(Array)} with NaN as 0. {@code jnp.nancumsum}.
   *
   * {@snippet :
   * jnp.nancumsum(jnp.array(1., jnp.nan, 3.)) // => [1. 1. 4.]
   * }
   */
  public static Array nancumsum(Array x) {
    return cumsum(without(x, 0));
  }

  /**
   * {@link #cumsum(Array, int)} with NaN as 0.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array nancumsum(Array x, int axis) {
    return cumsum(without(x, 0), axis);
  }

  /**
   * {@link #cumprod(Array)} with NaN as 1. {@code jnp.nancumprod}.
   *
   * {@snippet :
   * jnp.nancumprod(jnp.array(2., jnp.nan, 3.)) // => [2. 2. 6.]
   * }
   */
  public static Array nancumprod(Array x) {
    return cumprod(without(x, 1));
  }

  /**
   * {@link #cumprod(Array, int)} with NaN as 1.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array nancumprod(Array x, int axis) {
    return cumprod(without(x, 1), axis);
  }

  /**
   * {@link #cumsum(Array, int)}, with a 0 in front if so wanted; bools and narrow integers give
   * int32 or uint32. {@code jnp.cumulative_sum}.
   *
   * {@snippet :
   * jnp.cumulativeSum(jnp.array(1, 2, 3), 0, true) // => [0 1 3 6]
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array cumulativeSum(Array x, int axis, boolean includeInitial) {
    return withInitial(cumsum(summable(x), axis), 0, axis, includeInitial);
  }

  /**
   * {@link #cumprod(Array, int)}, with a 1 in front if so wanted. {@code jnp.cumulative_prod}.
   *
   * {@snippet :
   * jnp.cumulativeProd(jnp.array(1, 2, 3), 0, true) // => [1 1 2 6]
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array cumulativeProd(Array x, int axis, boolean includeInitial) {
    return withInitial(cumprod(x, axis), 1, axis, includeInitial);
  }

  private static Array withInitial(Array x, Number first, int axis, boolean wanted) {
    int at = Dims.axis("cumulative", axis, x.ndim());
    return wanted ? concatenate(List.of(full(x.shape().with(at, 1), first, x.dtype()), x), at) : x;
  }

  private static Value numbers(Array x) {
    return x.astype(x.dtype() == DType.BOOL ? DType.INT32 : x.dtype()).value();
  }
}
