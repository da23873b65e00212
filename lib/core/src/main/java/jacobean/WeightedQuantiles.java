package jacobean;

import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.op.Sorting;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;

/**
 * Quantiles as the least element that, with those before it in order, has the share asked for of
 * all weights: the inverse of the distribution function.
 */
final class WeightedQuantiles {
  private WeightedQuantiles() {}

  /**
   * The quantiles.
   *
   * @param weights of the shape of x, or of that of the axes; null for 1
   * @param skipsNan whether NaN is left out; otherwise one makes its row's quantiles NaN
   */
  static Array of(String name, Array x, Array q, Over over, Array weights, boolean skipsNan) {
    requireShares(name, q);
    var axes = over.of(name, x.ndim());
    var rows = NumpyStatistics.rows(Array.of(Promote.toFloating(x.value())), axes);
    var counts =
        weights == null
            ? jnp.onesLike(rows)
            : weightRows(name, x, axes, weights).astype(rows.dtype());
    int last = rows.ndim() - 1;
    var order = new Sorting.Sort(last, true, 1);
    var together = order.bind(List.of(rows.value(), counts.value()));
    var sorted = Array.of(together.get(0));
    var weight = Array.of(together.get(1));

    var isNan = jnp.isnan(sorted);
    var isBad = jnp.logicalOr(weight.lt(0), jnp.isnan(weight));
    var cumulated = jnp.cumsum(jnp.where(jnp.logicalOr(isBad, isNan), 0., weight), last);
    var total = cumulated.get("...", "-1:");
    var wanted = jnp.expandDims(total.times(jnp.ravel(q).astype(rows.dtype())), last);
    var before = jnp.expandDims(cumulated, last + 1).lt(wanted);
    var place = jnp.sum(before.astype(DType.INT32), last);
    var known = jnp.sum(isNan.not().astype(DType.INT32), last, true);
    var at = jnp.maximum(jnp.minimum(place, known.minus(1)), 0);
    var found = jnp.takeAlongAxis(sorted, at, last);

    var none = skipsNan ? known.eq(0) : jnp.any(isNan, last, true);
    var undefined = jnp.logicalOr(none, jnp.any(isBad, last, true));
    var stacked = jnp.moveaxis(jnp.where(undefined, Double.NaN, found), -1, 0);
    var result = q.ndim() == 0 ? jnp.squeeze(stacked, 0) : stacked;
    return over.kept()
        ? jnp.reshape(result, NumpyStatistics.keptShape(x.shape(), axes, q))
        : result;
  }

  /** The shares asked for: a real number, or a vector of them. */
  static void requireShares(String name, Array q) {
    if (q.ndim() > 1) {
      throw new ShapeException(
          name + ": wanted a number or a vector of them, got " + q.aval() + ".");
    }
    if (q.dtype().isComplex()) {
      throw new DTypeException(name + ": q must be real, got " + q.aval() + ". Take jnp.real(q).");
    }
  }

  private static Array weightRows(String name, Array x, Axes axes, Array weights) {
    if (weights.dtype().isComplex()) {
      throw new DTypeException(name + ": weights must be real, got " + weights.aval() + ".");
    }
    var lengths = Arrays.stream(axes.toArray()).map(x::shape).toArray();
    if (!weights.shape().equals(x.shape()) && !Arrays.equals(lengths, weights.shape().toArray())) {
      throw new ShapeException(
          name
              + ": weights must have the operand's shape "
              + x.shape()
              + " or the lengths of the axes "
              + Arrays.toString(lengths)
              + ", got "
              + weights.aval()
              + ".");
    }
    return NumpyStatistics.rows(
        weights.shape().equals(x.shape())
            ? weights
            : lax.broadcastInDim(weights, x.shape(), axes.toArray()),
        axes);
  }
}
