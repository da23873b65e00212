package jacobean;

import jacobean.type.DType;
import java.util.List;

/**
 * The part of {@link jnp} that treats arrays as sets. The lengths of the results depend on the
 * numbers, so that but for {@link #isin} the arrays must not be traced.
 */
abstract sealed class NumpySets extends NumpySorting permits NumpyDifferences {

  /**
   * The different elements, sorted. A vector in x's dtype. {@code jnp.unique}.
   *
   * {@snippet :
   * jnp.unique(jnp.array(3, 1, 3, 2)) // => [1 2 3]
   * }
   *
   * @throws jacobean.error.TracerException if x is traced
   */
  public static Array unique(Array x) {
    return uniqueAll(x).get(0);
  }

  /**
   * {@link #unique}, by the name of the array API. {@code jnp.unique_values}.
   *
   * {@snippet :
   * jnp.uniqueValues(jnp.array(3, 1, 3)) // => [1 3]
   * }
   */
  public static Array uniqueValues(Array x) {
    return unique(x);
  }

  /**
   * The different elements, sorted, and how often each occurs. {@code jnp.unique_counts}.
   *
   * {@snippet :
   * jnp.uniqueCounts(jnp.array(3, 1, 3)) // => [[1 3], [1 2]]
   * }
   *
   * @throws jacobean.error.TracerException if x is traced
   */
  public static List<Array> uniqueCounts(Array x) {
    var all = uniqueAll(x);
    return List.of(all.get(0), all.get(3));
  }

  /**
   * The different elements, sorted, and for each element of x its place among them. {@code
   * jnp.unique_inverse}.
   *
   * {@snippet :
   * jnp.uniqueInverse(jnp.array(3, 1, 3)) // => [[1 3], [1 0 1]]
   * }
   *
   * @throws jacobean.error.TracerException if x is traced
   */
  public static List<Array> uniqueInverse(Array x) {
    var all = uniqueAll(x);
    return List.of(all.get(0), all.get(2));
  }

  /**
   * The different elements, sorted; where each occurs first in the flat array; for each element of
   * x its place among them; and how often each occurs. {@code jnp.unique_all}.
   *
   * {@snippet :
   * jnp.uniqueAll(jnp.array(3, 1, 3)) // => [[1 3], [1 0], [1 0 1], [1 2]]
   * }
   *
   * @throws jacobean.error.TracerException if x is traced
   */
  public static List<Array> uniqueAll(Array x) {
    Counted.require("unique", x, "jnp.unique(x, Unique.elements().size(n))");
    var flat = ravel(x);
    var order = argsort(flat);
    var sorted = take(flat, order);
    var starts = startsOfRuns(sorted);
    var values = sorted.get(starts);
    var first = order.get(starts);
    var group = subtract(cumsum(starts.astype(DType.INT32)), 1);
    var inverse = zeros(flat.shape(), DType.INT32).at(order).set(group);
    var counts = bincount(group, values.shape(0));
    return List.of(values, first, reshape(inverse, x.shape().toArray()), counts);
  }

  /** Whether an element of a sorted vector differs from the one before; NaNs count as equal. */
  static Array startsOfRuns(Array sorted) {
    int n = sorted.shape(0);
    if (n < 2) {
      return ones(sorted.shape(), DType.BOOL);
    }
    var before = sorted.get(":-1");
    var after = sorted.get("1:");
    var differ = notEqual(before, after);
    var news =
        sorted.dtype().isFloating()
            ? logicalAnd(differ, logicalNot(logicalAnd(isnan(before), isnan(after))))
            : differ;
    return concatenate(List.of(array(new boolean[] {true}), news));
  }

  /**
   * For each element whether it occurs in another array. Bool, in the shape of the first. {@code
   * jnp.isin}.
   *
   * {@snippet :
   * jnp.isin(jnp.array(1, 2, 3), jnp.array(3, 1)) // => [True False True]
   * }
   */
  public static Array isin(Array element, Array testElements) {
    return isin(element, testElements, false);
  }

  /** {@link #isin(Array, Array)}, or the contrary. */
  public static Array isin(Array element, Array testElements, boolean invert) {
    var found = any(equal(expandDims(element, element.ndim()), ravel(testElements)), -1);
    return invert ? logicalNot(found) : found;
  }

  /**
   * The elements that occur in both arrays, sorted, each once. {@code jnp.intersect1d}.
   *
   * {@snippet :
   * jnp.intersect1d(jnp.array(3, 1, 2), jnp.array(2, 3, 4)) // => [2 3]
   * }
   *
   * @throws jacobean.error.ShapeException if a count is negative
   */
  public static Array intersect1d(Array x, Array y) {
    var p = promoted(x, y);
    return kept(unique(p.get(0)), p.get(1), false);
  }

  /**
   * The elements that occur in one of the arrays, sorted, each once. {@code jnp.union1d}.
   *
   * {@snippet :
   * jnp.union1d(jnp.array(3, 1), jnp.array(2, 3)) // => [1 2 3]
   * }
   *
   * @throws jacobean.error.ShapeException if a count is negative
   */
  public static Array union1d(Array x, Array y) {
    return unique(append(x, y));
  }

  /**
   * The elements of x that do not occur in y, sorted, each once. {@code jnp.setdiff1d}.
   *
   * {@snippet :
   * jnp.setdiff1d(jnp.array(3, 1, 2), jnp.array(2, 3)) // => [1]
   * }
   *
   * @throws jacobean.error.ShapeException if a count is negative
   */
  public static Array setdiff1d(Array x, Array y) {
    return kept(unique(x), y, true);
  }

  /**
   * The elements that occur in one of the arrays, but not in both, sorted. {@code jnp.setxor1d}.
   *
   * {@snippet :
   * jnp.setxor1d(jnp.array(3, 1, 2), jnp.array(2, 3, 4)) // => [1 4]
   * }
   *
   * @throws jacobean.error.ShapeException if a count is negative
   */
  public static Array setxor1d(Array x, Array y) {
    var p = promoted(x, y);
    var a = unique(p.get(0));
    var b = unique(p.get(1));
    return sort(append(kept(a, b, true), kept(b, a, true)));
  }

  private static List<Array> promoted(Array x, Array y) {
    return Promote.values(x.value(), y.value()).stream().map(Array::of).toList();
  }

  private static Array kept(Array x, Array y, boolean outside) {
    return x.get(isin(x, y, outside));
  }

  /**
   * A vector without the zeros at its ends. {@code jnp.trim_zeros}.
   *
   * {@snippet :
   * jnp.trimZeros(jnp.array(0, 0, 1, 0, 2, 0)) // => [1 0 2]
   * }
   */
  public static Array trimZeros(Array filt) {
    var places = flatnonzero(filt).toLongs();
    return places.length == 0
        ? filt.get("0:0")
        : filt.get(
            new jacobean.index.Index.Slice(
                (int) places[0], (int) places[places.length - 1] + 1, null));
  }
}
