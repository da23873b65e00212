package jacobean;

import jacobean.error.ShapeException;
import jacobean.op.Sorting;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of {@link jnp} that treats arrays as sets whose results have a length that is known, so
 * that arrays may be traced, and that compares parts along an axis.
 */
abstract sealed class NumpyUniques extends NumpyWeighted permits NumpySelections {

  /**
   * The different elements or parts, sorted. {@code jnp.unique}.
   *
   * {@snippet :
   * jnp.unique(jnp.array(new int[][] {{2, 3}, {1, 2}, {2, 3}}), Unique.along(0)) // => [[1 2] [2 3]]
   * }
   *
   * @throws ShapeException if the axis is out of bounds, or the size negative
   */
  public static Array unique(Array x, Unique how) {
    return uniqueAll(x, how).get(0);
  }

  /**
   * {@link #unique(Array, Unique)}. {@code jnp.unique_values}.
   *
   * @throws ShapeException if the axis is out of bounds, or the size negative
   */
  public static Array uniqueValues(Array x, Unique how) {
    return unique(x, how);
  }

  /**
   * The different elements or parts, and how often each occurs. {@code jnp.unique_counts}.
   *
   * @throws ShapeException if the axis is out of bounds, or the size negative
   */
  public static List<Array> uniqueCounts(Array x, Unique how) {
    var all = uniqueAll(x, how);
    return List.of(all.get(0), all.get(3));
  }

  /**
   * The different elements or parts, and for each of x its place among them. {@code
   * jnp.unique_inverse}.
   *
   * @throws ShapeException if the axis is out of bounds, or the size negative
   */
  public static List<Array> uniqueInverse(Array x, Unique how) {
    var all = uniqueAll(x, how);
    return List.of(all.get(0), all.get(2));
  }

  /**
   * The different elements or parts, sorted; where each occurs first; for each of x its place among
   * them; and how often each occurs. {@code jnp.unique_all}, {@code jnp.unique} with {@code
   * return_index}, {@code return_inverse} and {@code return_counts}.
   *
   * {@snippet :
   * jnp.uniqueAll(jnp.array(3, 1, 3), Unique.elements().size(2)).get(3) // => [1 2]
   * }
   *
   * @throws ShapeException if x is empty and is to be filled up with nothing said
   */
  public static List<Array> uniqueAll(Array x, Unique how) {
    boolean single = how.along() == null;
    int axis = single ? 0 : Dims.axis("unique", how.along(), x.ndim());
    var parts = single ? ravel(x) : moveaxis(x, axis, 0);
    int n = parts.shape(0);
    if (n == 0 && how.length() != null && how.length() > 0 && how.filler() == null) {
      throw new ShapeException(
          "unique: of no elements none can be given " + how.length() + " times; say fillValue.");
    }
    var order = n == 0 ? zeros(Shape.of(0), DType.INT32) : order(parts);
    var sorted = take(parts, order, 0);
    var starts = starts(sorted, how.nansEqual());
    var firsts = how.length() == null ? flatnonzero(starts) : flatnonzero(starts, how.length());
    var values = filled(take(sorted, firsts, 0), starts, how);
    var group = subtract(cumsum(starts.astype(DType.INT32)), 1);
    var inverse = zeros(Shape.of(n), DType.INT32).at(order).set(group);
    return List.of(
        moveaxis(values, 0, axis),
        take(order, firsts),
        single ? reshape(inverse, x.shape().toArray()) : inverse,
        bincount(group, firsts.shape(0)));
  }

  /** The places of parts in the order of their elements, the first one first. */
  private static Array order(Array parts) {
    int n = parts.shape(0);
    if (parts.size() == 0) {
      return arange(n);
    }
    var columns = reshape(parts, n, -1);
    var keys =
        IntStream.range(0, columns.shape(1)).mapToObj(i -> columns.get(":", i).value()).toList();
    return Array.of(Sorting.argsort(keys, 0));
  }

  private static Array starts(Array sorted, boolean nansEqual) {
    int n = sorted.shape(0);
    if (n < 2) {
      return ones(Shape.of(n), DType.BOOL);
    }
    var before = sorted.get(":-1");
    var after = sorted.get("1:");
    var differ = notEqual(before, after);
    var news =
        nansEqual && sorted.dtype().isInexact()
            ? logicalAnd(differ, logicalNot(logicalAnd(isnan(before), isnan(after))))
            : differ;
    var rows =
        sorted.size() == 0 ? zeros(Shape.of(n - 1), DType.BOOL) : any(reshape(news, n - 1, -1), 1);
    return concatenate(List.of(array(new boolean[] {true}), rows));
  }

  private static Array filled(Array values, Array starts, Unique how) {
    if (how.length() == null || how.filler() == null) {
      return values;
    }
    var shape = new int[values.ndim()];
    java.util.Arrays.fill(shape, 1);
    shape[0] = how.length();
    var isThere = less(arange(how.length()), sum(starts.astype(DType.INT32)));
    return where(reshape(isThere, shape), values, how.filler()).astype(values.dtype());
  }

  // --- Sets ---

  /**
   * The first elements that occur in one of the arrays, sorted, each once. {@code jnp.union1d}.
   *
   * {@snippet :
   * jnp.union1d(jnp.array(1, 2), jnp.array(2, 3), 4, 0) // => [1 2 3 0]
   * }
   *
   * @param size how many are given, cut off or filled up
   * @param fillValue what is given where there are fewer; null for the least
   */
  public static Array union1d(Array x, Array y, int size, @OrNull Number fillValue) {
    return unique(append(x, y), Unique.elements().size(size).fillValue(fillValue));
  }

  /**
   * The first elements of x that occur in y, too, sorted, each once. {@code jnp.intersect1d}.
   *
   * {@snippet :
   * jnp.intersect1d(jnp.array(3, 1, 2), jnp.array(2, 3), 3, -1) // => [ 2  3 -1]
   * }
   *
   * @param size how many are given, cut off or filled up
   * @param fillValue what is given where there are fewer; null for the least
   */
  public static Array intersect1d(Array x, Array y, int size, @OrNull Number fillValue) {
    var p = Promote.values(x.value(), y.value()).stream().map(Array::of).toList();
    var sorted = sort(ravel(p.get(0)));
    return chosen(
        sorted, logicalAnd(startsOfRuns(sorted), isin(sorted, p.get(1))), size, fillValue);
  }

  /**
   * The elements that occur in both arrays, sorted, each once, and where each occurs first in
   * either flat array. {@code jnp.intersect1d} with {@code return_indices}.
   *
   * {@snippet :
   * jnp.intersect1dIndices(jnp.array(3, 1, 2), jnp.array(2, 3)).get(1) // => [2 0]
   * }
   */
  public static List<Array> intersect1dIndices(Array x, Array y) {
    var p = Promote.values(x.value(), y.value()).stream().map(Array::of).toList();
    var left = uniqueAll(p.get(0));
    var right = uniqueAll(p.get(1));
    var inBoth = isin(left.get(0), right.get(0));
    return List.of(
        left.get(0).get(inBoth),
        left.get(1).get(inBoth),
        right.get(1).get(isin(right.get(0), left.get(0))));
  }

  /**
   * The first elements of x that do not occur in y, sorted, each once. {@code jnp.setdiff1d}.
   *
   * @param size how many are given, cut off or filled up
   * @param fillValue what is given where there are fewer; null for 0
   */
  public static Array setdiff1d(Array x, Array y, int size, @OrNull Number fillValue) {
    var sorted = sort(ravel(x));
    return chosen(
        sorted,
        logicalAnd(startsOfRuns(sorted), isin(sorted, y, true)),
        size,
        fillValue == null ? 0 : fillValue);
  }

  /**
   * The first elements that occur in one of the arrays, but not in both, sorted. {@code
   * jnp.setxor1d}.
   *
   * @param size how many are given, cut off or filled up
   * @param fillValue what is given where there are fewer; null for the least
   */
  public static Array setxor1d(Array x, Array y, int size, @OrNull Number fillValue) {
    var p = Promote.values(x.value(), y.value()).stream().map(Array::of).toList();
    var all = sort(append(p.get(0), p.get(1)));
    var inOne = notEqual(isin(all, p.get(0)), isin(all, p.get(1)));
    return chosen(all, logicalAnd(startsOfRuns(all), inOne), size, fillValue);
  }

  private static Array chosen(Array sorted, Array mask, int size, Number fillValue) {
    if (sorted.size() == 0) {
      return full(Shape.of(size), fillValue == null ? 0 : fillValue, sorted.dtype());
    }
    var places = flatnonzero(mask, size);
    var found = take(sorted, places);
    var filler =
        fillValue == null ? take(sorted, argmax(mask)) : asarray(fillValue).astype(sorted.dtype());
    return where(less(arange(size), sum(mask.astype(DType.INT32))), found, filler);
  }
}
