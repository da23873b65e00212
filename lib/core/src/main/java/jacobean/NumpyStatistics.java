package jacobean;

import jacobean.error.ShapeException;
import jacobean.op.GatherScatterMode;
import jacobean.op.Gathering;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;

/** The part of {@link jnp} that describes data: medians, quantiles, covariances. */
abstract sealed class NumpyStatistics extends NumpyDifferences permits NumpyPolynomials {

  /**
   * The middle of the sorted elements over these axes, or of all, floating; NaN if one is. {@code
   * jnp.median}.
   *
   * {@snippet :
   * jnp.median(jnp.array(9, 1, 2, 4)) // => 3.0
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array median(Array x, int... axes) {
    return median(x, Over.axes(axes));
  }

  /** {@link #median(Array, Over)} over one axis, which may stay with length 1. */
  public static Array median(Array x, int axis, boolean keepdims) {
    return median(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The middle of the sorted elements; NaN if one is. {@code jnp.median}. */
  public static Array median(Array x, Over over) {
    return quantile("median", x, array(0.5), over, "midpoint", false);
  }

  /**
   * The middle of the sorted elements that are not NaN. {@code jnp.nanmedian}.
   *
   * {@snippet :
   * jnp.nanmedian(jnp.array(9., jnp.nan, 1.)) // => 5.0
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array nanmedian(Array x, int... axes) {
    return nanmedian(x, Over.axes(axes));
  }

  /** {@link #nanmedian(Array, Over)} over one axis, which may stay with length 1. */
  public static Array nanmedian(Array x, int axis, boolean keepdims) {
    return nanmedian(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The middle of the sorted elements that are not NaN. {@code jnp.nanmedian}. */
  public static Array nanmedian(Array x, Over over) {
    return quantile("nanmedian", x, array(0.5), over, "midpoint", true);
  }

  /**
   * What a share q of the elements, from 0 to 1, lies below; NaN if one is. {@code jnp.quantile}.
   *
   * {@snippet :
   * jnp.quantile(jnp.array(1., 2., 3., 4., 5.), jnp.array(0.25, 0.5)) // => [2. 3.]
   * }
   *
   * @throws jacobean.error.DTypeException if an argument is complex
   * @throws ShapeException if an axis is out of bounds, or q has more than one axis
   */
  public static Array quantile(Array x, Array q, int... axes) {
    return quantile(x, q, Over.axes(axes), "linear");
  }

  /**
   * What a share q of the elements, from 0 to 1, lies below; NaN if one is. {@code jnp.quantile}.
   */
  public static Array quantile(Array x, Array q, Over over) {
    return quantile(x, q, over, "linear");
  }

  /**
   * What a share q of the elements, from 0 to 1, lies below; NaN if one is. {@code jnp.quantile}.
   *
   * @param q a number or a vector of them, along which the results are stacked
   * @param method what lies between two elements: {@code linear}, {@code lower}, {@code higher},
   *     {@code midpoint}, {@code nearest} or {@code inverted_cdf}
   */
  public static Array quantile(Array x, Array q, Over over, String method) {
    return quantile("quantile", x, q, over, method, false);
  }

  /**
   * What a share q of the elements, from 0 to 1, lies below; NaN if one is. {@code jnp.quantile}.
   *
   * {@snippet :
   * jnp.quantile(jnp.array(1., 2., 3., 4.), 0.5) // => 2.5
   * }
   */
  public static Array quantile(Array x, Number q, int... axes) {
    return quantile(x, q, Over.axes(axes), "linear");
  }

  /**
   * What a share q of the elements, from 0 to 1, lies below; NaN if one is. {@code jnp.quantile}.
   */
  public static Array quantile(Array x, Number q, Over over) {
    return quantile(x, q, over, "linear");
  }

  /**
   * What a share q of the elements, from 0 to 1, lies below; NaN if one is. {@code jnp.quantile}.
   *
   * {@snippet :
   * jnp.quantile(jnp.array(1., 2., 3., 4.), 0.5, Over.all(), "lower") // => 2.0
   * }
   *
   * @param q a number
   * @param method what lies between two elements: {@code linear}, {@code lower}, {@code higher},
   *     {@code midpoint}, {@code nearest} or {@code inverted_cdf}
   */
  public static Array quantile(Array x, Number q, Over over, String method) {
    return quantile("quantile", x, asarray(q), over, method, false);
  }

  /**
   * What a share of q percent of the elements lies below; NaN if one is. {@code jnp.percentile}.
   *
   * {@snippet :
   * jnp.percentile(jnp.array(1., 2., 3., 4., 5.), jnp.array(0., 50., 90.)) // => [1. 3. 4.6]
   * }
   *
   * @throws jacobean.error.DTypeException if an argument is complex
   * @throws ShapeException if q has more than one axis, or an axis is out of bounds
   */
  public static Array percentile(Array x, Array q, int... axes) {
    return percentile(x, q, Over.axes(axes), "linear");
  }

  /**
   * What a share of q percent of the elements lies below; NaN if one is. {@code jnp.percentile}.
   */
  public static Array percentile(Array x, Array q, Over over) {
    return percentile(x, q, over, "linear");
  }

  /**
   * What a share of q percent of the elements lies below; NaN if one is. {@code jnp.percentile}.
   *
   * @param q a number or a vector of them, along which the results are stacked
   * @param method what lies between two elements: {@code linear}, {@code lower}, {@code higher},
   *     {@code midpoint}, {@code nearest} or {@code inverted_cdf}
   */
  public static Array percentile(Array x, Array q, Over over, String method) {
    return quantile("percentile", x, divide(q, 100), over, method, false);
  }

  /**
   * What a share of q percent of the elements lies below; NaN if one is. {@code jnp.percentile}.
   */
  public static Array percentile(Array x, Number q, int... axes) {
    return percentile(x, q, Over.axes(axes), "linear");
  }

  /**
   * What a share of q percent of the elements lies below; NaN if one is. {@code jnp.percentile}.
   */
  public static Array percentile(Array x, Number q, Over over) {
    return percentile(x, q, over, "linear");
  }

  /**
   * What a share of q percent of the elements lies below; NaN if one is. {@code jnp.percentile}.
   *
   * @param q a number
   * @param method what lies between two elements: {@code linear}, {@code lower}, {@code higher},
   *     {@code midpoint}, {@code nearest} or {@code inverted_cdf}
   */
  public static Array percentile(Array x, Number q, Over over, String method) {
    return quantile("percentile", x, divide(asarray(q), 100), over, method, false);
  }

  /**
   * What a share q, from 0 to 1, of the elements that are not NaN lies below. {@code
   * jnp.nanquantile}.
   *
   * {@snippet :
   * jnp.nanquantile(jnp.array(1., jnp.nan, 3.), 0.5) // => 2.0
   * }
   *
   * @throws jacobean.error.DTypeException if an argument is complex
   * @throws ShapeException if q has more than one axis, or an axis is out of bounds
   */
  public static Array nanquantile(Array x, Array q, int... axes) {
    return nanquantile(x, q, Over.axes(axes), "linear");
  }

  /**
   * What a share q, from 0 to 1, of the elements that are not NaN lies below. {@code
   * jnp.nanquantile}.
   */
  public static Array nanquantile(Array x, Array q, Over over) {
    return nanquantile(x, q, over, "linear");
  }

  /**
   * What a share q, from 0 to 1, of the elements that are not NaN lies below. {@code
   * jnp.nanquantile}.
   *
   * @param q a number or a vector of them, along which the results are stacked
   * @param method what lies between two elements: {@code linear}, {@code lower}, {@code higher},
   *     {@code midpoint}, {@code nearest} or {@code inverted_cdf}
   */
  public static Array nanquantile(Array x, Array q, Over over, String method) {
    return quantile("nanquantile", x, q, over, method, true);
  }

  /**
   * What a share q, from 0 to 1, of the elements that are not NaN lies below. {@code
   * jnp.nanquantile}.
   */
  public static Array nanquantile(Array x, Number q, int... axes) {
    return nanquantile(x, q, Over.axes(axes), "linear");
  }

  /**
   * What a share q, from 0 to 1, of the elements that are not NaN lies below. {@code
   * jnp.nanquantile}.
   */
  public static Array nanquantile(Array x, Number q, Over over) {
    return nanquantile(x, q, over, "linear");
  }

  /**
   * What a share q, from 0 to 1, of the elements that are not NaN lies below. {@code
   * jnp.nanquantile}.
   *
   * @param q a number
   * @param method what lies between two elements: {@code linear}, {@code lower}, {@code higher},
   *     {@code midpoint}, {@code nearest} or {@code inverted_cdf}
   */
  public static Array nanquantile(Array x, Number q, Over over, String method) {
    return quantile("nanquantile", x, asarray(q), over, method, true);
  }

  /**
   * What a share of q percent of the elements that are not NaN lies below. {@code
   * jnp.nanpercentile}.
   *
   * {@snippet :
   * jnp.nanpercentile(jnp.array(1., jnp.nan, 3.), 50) // => 2.0
   * }
   *
   * @throws jacobean.error.DTypeException if an argument is complex
   * @throws ShapeException if q has more than one axis, or an axis is out of bounds
   */
  public static Array nanpercentile(Array x, Array q, int... axes) {
    return nanpercentile(x, q, Over.axes(axes), "linear");
  }

  /**
   * What a share of q percent of the elements that are not NaN lies below. {@code
   * jnp.nanpercentile}.
   */
  public static Array nanpercentile(Array x, Array q, Over over) {
    return nanpercentile(x, q, over, "linear");
  }

  /**
   * What a share of q percent of the elements that are not NaN lies below. {@code
   * jnp.nanpercentile}.
   *
   * @param q a number or a vector of them, along which the results are stacked
   * @param method what lies between two elements: {@code linear}, {@code lower}, {@code higher},
   *     {@code midpoint}, {@code nearest} or {@code inverted_cdf}
   */
  public static Array nanpercentile(Array x, Array q, Over over, String method) {
    return quantile("nanpercentile", x, divide(q, 100), over, method, true);
  }

  /**
   * What a share of q percent of the elements that are not NaN lies below. {@code
   * jnp.nanpercentile}.
   */
  public static Array nanpercentile(Array x, Number q, int... axes) {
    return nanpercentile(x, q, Over.axes(axes), "linear");
  }

  /**
   * What a share of q percent of the elements that are not NaN lies below. {@code
   * jnp.nanpercentile}.
   */
  public static Array nanpercentile(Array x, Number q, Over over) {
    return nanpercentile(x, q, over, "linear");
  }

  /**
   * What a share of q percent of the elements that are not NaN lies below. {@code
   * jnp.nanpercentile}.
   *
   * @param q a number
   * @param method what lies between two elements: {@code linear}, {@code lower}, {@code higher},
   *     {@code midpoint}, {@code nearest} or {@code inverted_cdf}
   */
  public static Array nanpercentile(Array x, Number q, Over over, String method) {
    return quantile("nanpercentile", x, divide(asarray(q), 100), over, method, true);
  }

  private static Array quantile(
      String name, Array x, Array q, Over over, String method, boolean skipsNan) {
    WeightedQuantiles.requireShares(name, q);
    if (method.equals("inverted_cdf")) {
      return WeightedQuantiles.of(name, x, q, over, null, skipsNan);
    }
    var axes = over.of(name, x.ndim());
    var real = Array.of(Promote.toFloating(x.value()));
    var rows = sortedRows(name, real, axes, skipsNan);
    int last = rows.ndim() - 1;
    int n = rows.shape(last);
    var count =
        skipsNan
            ? sum(logicalNot(isnan(rows)), last, true).astype(real.dtype())
            : array(n).astype(real.dtype());
    var top = subtract(count, 1);
    var place = multiply(ravel(q).astype(real.dtype()), maximum(top, 0));
    var low = floor(place);
    var high = ceil(place);
    var share = subtract(place, low);
    var below = element(rows, minimum(maximum(low, 0), maximum(top, 0)));
    var above = element(rows, minimum(maximum(high, 0), maximum(top, 0)));
    var between = between(name, method, below, above, share);
    var stacked = moveaxis(between, -1, 0);
    var result = q.ndim() == 0 ? squeeze(stacked, 0) : stacked;
    return over.kept() ? reshape(result, keptShape(x.shape(), axes, q)) : result;
  }

  private static Array between(String name, String method, Array below, Array above, Array share) {
    return switch (method) {
      case "linear" -> add(multiply(below, subtract(1, share)), multiply(above, share));
      case "lower" -> below;
      case "higher" -> above;
      case "midpoint" -> multiply(add(below, above), 0.5);
      case "nearest" -> where(lessEqual(share, 0.5), below, above);
      default ->
          throw new ShapeException(
              name
                  + ": there is no method '"
                  + method
                  + "'; wanted linear, lower, higher, midpoint, nearest or inverted_cdf.");
    };
  }

  /** The elements over the axes sorted along a last axis; all NaN where one is, or NaN last. */
  private static Array sortedRows(String name, Array x, Axes axes, boolean skipsNan) {
    if (Arrays.stream(axes.toArray()).map(x::shape).anyMatch(n -> n == 0)) {
      throw new ShapeException(name + ": of no elements there is none, got " + x.aval() + ".");
    }
    var rows = rows(x, axes);
    var known = skipsNan ? rows : where(any(isnan(rows), -1, true), nan, rows);
    return sort(known, -1);
  }

  /** The elements over the axes along a last axis. */
  static Array rows(Array x, Axes axes) {
    var kept = axes.complement(x.ndim());
    int n = Arrays.stream(axes.toArray()).map(x::shape).reduce(1, (a, b) -> a * b);
    var moved = x.ndim() == 0 ? x : transpose(x, kept.then(axes).toArray());
    return reshape(moved, x.shape().drop(axes).insert(kept.size(), n).toArray());
  }

  /** The elements at these places of each row; one row's places stand for all. */
  static Array element(Array rows, Array places) {
    var dims = rows.shape().with(rows.ndim() - 1, places.shape(-1)).toArray();
    var index = broadcastTo(places.astype(DType.INT32), dims);
    var mode = GatherScatterMode.PROMISE_IN_BOUNDS;
    return Array.of(
        Gathering.takeAlongAxis(rows.value(), index.value(), rows.ndim() - 1, mode, null));
  }

  static int[] keptShape(Shape shape, Axes axes, Array q) {
    var kept = shape;
    for (int axis : axes.toArray()) {
      kept = kept.with(axis, 1);
    }
    return q.ndim() == 0 ? kept.toArray() : kept.insert(0, q.shape(0)).toArray();
  }

  /**
   * The covariances of variables, which are rows; of a vector, its variance. {@code jnp.cov}.
   *
   * {@snippet :
   * jnp.cov(jnp.array(new double[][] {{0, 1, 2}, {2, 1, 0}})) // => [[1. -1.] [-1. 1.]]
   * }
   *
   * @throws ShapeException if m has more than two axes
   */
  public static Array cov(Array m) {
    return cov(m, null, true, 1, null);
  }

  /** The covariances of variables, which are rows, or columns if not rowvar. {@code jnp.cov}. */
  public static Array cov(Array m, boolean rowvar) {
    return cov(m, null, rowvar, 1, null);
  }

  /** The covariances of the variables of both arrays. {@code jnp.cov}. */
  public static Array cov(Array m, Array y) {
    return cov(m, y, true, 1, null);
  }

  /**
   * The covariances of variables. {@code jnp.cov}.
   *
   * @param m variables and their observations
   * @param y more variables; null for none
   * @param rowvar whether variables are rows, and not columns
   * @param ddof what is subtracted from the number of observations; 1 for estimates, 0 for none
   * @param weights how often each observation counts; null for once
   * @throws ShapeException if an array has more than two axes
   */
  public static Array cov(
      Array m, @OrNull Array y, boolean rowvar, double ddof, @OrNull Array weights) {
    return jnp.cov(m, y, rowvar, ddof, weights, null);
  }

  static Array variables(String operation, Array m, boolean rowvar) {
    if (m.ndim() > 2) {
      throw new ShapeException(
          operation
              + ": wanted variables and observations, two axes at most, got "
              + m.aval()
              + ".");
    }
    return rowvar || m.ndim() < 2 ? atleast2d(m) : transpose(m);
  }

  /**
   * The correlations of variables, which are rows: covariances over standard deviations. {@code
   * jnp.corrcoef}.
   *
   * {@snippet :
   * jnp.corrcoef(jnp.array(new double[][] {{0, 1, 2}, {4, 2, 0}})) // => [[1. -1.] [-1. 1.]]
   * }
   *
   * @throws ShapeException if x has more than two axes
   */
  public static Array corrcoef(Array x) {
    return correlation(cov(x));
  }

  /**
   * The correlations of variables, which are rows, or columns if not rowvar. {@code jnp.corrcoef}.
   */
  public static Array corrcoef(Array x, boolean rowvar) {
    return correlation(cov(x, rowvar));
  }

  /** The correlations of the variables of both arrays. {@code jnp.corrcoef}. */
  public static Array corrcoef(Array x, Array y) {
    return correlation(cov(x, y));
  }

  static Array correlation(Array cov) {
    if (cov.ndim() == 0) {
      return divide(cov, cov);
    }
    var deviation = sqrt(diag(cov));
    var scaled = divide(divide(cov, expandDims(deviation, 1)), expandDims(deviation, 0));
    return clip(scaled, -1, 1);
  }
}
