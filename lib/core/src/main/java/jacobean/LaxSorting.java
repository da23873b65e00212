package jacobean;

import jacobean.error.ShapeException;
import jacobean.op.Cumulative;
import jacobean.op.Sorting;
import java.util.List;

/** The part of {@link lax} that sorts, and that combines elements with those before them. */
abstract sealed class LaxSorting extends LaxScatters permits LaxPooling {
  // --- Order ---

  /**
   * Sorted upwards along the last axis. {@code lax.sort}.
   *
   * {@snippet :
   * lax.sort(jnp.array(3, 1, 2)) // => [1 2 3]
   * }
   */
  public static Array sort(Array x) {
    return sort(x, -1);
  }

  /** Sorted upwards along an axis. */
  public static Array sort(Array x, int dimension) {
    return Array.of(Sorting.sort(x.value(), Dims.axis("sort", dimension, x.ndim())));
  }

  /**
   * Arrays of one shape sorted together by the first {@code numKeys} of them; stable.
   *
   * {@snippet :
   * lax.sort(List.of(jnp.array(2, 1, 2), jnp.array(30, 20, 10)), 0, 2) // => [[1 2 2], [20 10 30]]
   * }
   *
   * @throws ShapeException if an axis is out of bounds
   */
  public static List<Array> sort(List<Array> operands, int dimension, int numKeys) {
    if (operands.isEmpty()) {
      throw new ShapeException("sort: wanted at least one array, got none.");
    }
    int axis = Dims.axis("sort", dimension, operands.getFirst().ndim());
    var sorted =
        new Sorting.Sort(axis, true, numKeys).bind(operands.stream().map(Array::value).toList());
    return sorted.stream().map(Array::of).toList();
  }

  /**
   * Keys sorted along an axis, and values in the order of their keys. {@code lax.sort_key_val}.
   *
   * @throws ShapeException if an axis is out of bounds
   */
  public static List<Array> sortKeyVal(Array keys, Array values, int dimension) {
    return sort(List.of(keys, values), dimension, 1);
  }

  /**
   * {@link #sortKeyVal(Array, Array, int)} along the last axis.
   *
   * {@snippet :
   * lax.sortKeyVal(jnp.array(3, 1, 2), jnp.array(30, 10, 20)) // => [[1 2 3], [10 20 30]]
   * }
   *
   * @throws ShapeException if the shapes differ
   */
  public static List<Array> sortKeyVal(Array keys, Array values) {
    return sortKeyVal(keys, values, -1);
  }

  /**
   * {@link #topK}, which is exact; {@code lax.approx_max_k} is only faster on accelerators.
   *
   * {@snippet :
   * lax.approxMaxK(jnp.array(3., 9., 5.), 2) // => [[9. 5.], [1 2]]
   * }
   *
   * @throws ShapeException if k is not from 0 to the length of the last axis
   */
  public static List<Array> approxMaxK(Array x, int k) {
    return topK(x, k);
  }

  /**
   * The k smallest elements along the last axis, from the smallest on, and their places. {@code
   * lax.approx_min_k}.
   *
   * {@snippet :
   * lax.approxMinK(jnp.array(3., 9., 5.), 2) // => [[3. 5.], [0 2]]
   * }
   *
   * @throws ShapeException if k is not from 0 to the length of the last axis
   */
  public static List<Array> approxMinK(Array x, int k) {
    var greatest = topK(jnp.negative(x), k);
    return List.of(jnp.negative(greatest.get(0)), greatest.get(1));
  }

  /**
   * The k greatest elements along the last axis, from the greatest on, and their int32 places.
   * {@code lax.top_k}.
   *
   * {@snippet :
   * lax.topK(jnp.array(3., 9., 5.), 2) // => [[9. 5.], [1 2]]
   * }
   *
   * @throws ShapeException if there are fewer than k
   */
  public static List<Array> topK(Array x, int k) {
    return new Sorting.TopK(k).bind(List.of(x.value())).stream().map(Array::of).toList();
  }

  // --- Accumulation ---

  /**
   * Sums from the start of the first axis. In x's dtype. {@code lax.cumsum}.
   *
   * {@snippet :
   * lax.cumsum(jnp.array(1, 2, 3)) // => [1 3 6]
   * }
   */
  public static Array cumsum(Array x) {
    return cumsum(x, 0, false);
  }

  /**
   * Sums from the start of an axis, or its end.
   *
   * {@snippet :
   * lax.cumsum(jnp.array(1, 2, 3), 0, true) // => [6 5 3]
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array cumsum(Array x, int axis, boolean reverse) {
    return Array.of(
        new Cumulative.CumSum(Dims.axis("cumsum", axis, x.ndim()), reverse).bind1(x.value()));
  }

  /**
   * Products from the start of the first axis. {@code lax.cumprod}.
   *
   * {@snippet :
   * lax.cumprod(jnp.array(1, 2, 3)) // => [1 2 6]
   * }
   */
  public static Array cumprod(Array x) {
    return cumprod(x, 0, false);
  }

  /**
   * Products from the start of an axis, or its end.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array cumprod(Array x, int axis, boolean reverse) {
    return Array.of(
        new Cumulative.CumProd(Dims.axis("cumprod", axis, x.ndim()), reverse).bind1(x.value()));
  }

  /**
   * Greatest elements from the start of the first axis. {@code lax.cummax}.
   *
   * {@snippet :
   * lax.cummax(jnp.array(1, 5, 3)) // => [1 5 5]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array cummax(Array x) {
    return cummax(x, 0, false);
  }

  /**
   * Greatest elements from the start of an axis, or its end.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array cummax(Array x, int axis, boolean reverse) {
    return Array.of(
        new Cumulative.CumMax(Dims.axis("cummax", axis, x.ndim()), reverse).bind1(x.value()));
  }

  /**
   * Smallest elements from the start of the first axis. {@code lax.cummin}.
   *
   * {@snippet :
   * lax.cummin(jnp.array(4, 5, 3)) // => [4 4 3]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array cummin(Array x) {
    return cummin(x, 0, false);
  }

  /**
   * Smallest elements from the start of an axis, or its end.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array cummin(Array x, int axis, boolean reverse) {
    return Array.of(
        new Cumulative.CumMin(Dims.axis("cummin", axis, x.ndim()), reverse).bind1(x.value()));
  }

  /**
   * {@code log(cumsum(exp(x)))} along the first axis without overflow. {@code lax.cumlogsumexp}.
   *
   * {@snippet :
   * lax.cumlogsumexp(jnp.array(0., 0., 1000.)) // => [0.000000e+00 6.931472e-01 1.000000e+03]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array cumlogsumexp(Array x) {
    return cumlogsumexp(x, 0, false);
  }

  /**
   * {@link #cumlogsumexp(Array)} from the start of an axis, or its end.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array cumlogsumexp(Array x, int axis, boolean reverse) {
    return Array.of(
        new Cumulative.CumLogSumExp(Dims.axis("cumlogsumexp", axis, x.ndim()), reverse)
            .bind1(x.value()));
  }
}
