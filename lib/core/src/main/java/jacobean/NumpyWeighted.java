package jacobean;

import jacobean.error.ShapeException;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of {@link jnp} that describes data of which some counts more: weighted averages,
 * quantiles and covariances, and other forms of statistics.
 */
abstract sealed class NumpyWeighted extends NumpyHistograms permits NumpyUniques {

  // --- Averages ---

  /**
   * The mean along an axis, which may stay with length 1. {@code jnp.average}.
   *
   * {@snippet :
   * jnp.average(jnp.array(new double[][] {{1, 3}, {5, 7}}), 1, true) // => [[2.] [6.]]
   * }
   */
  public static Array average(Array x, int axis, boolean keepdims) {
    return mean(x, axis, keepdims);
  }

  /** The mean. {@code jnp.average}. */
  public static Array average(Array x, Over over) {
    return mean(x, over);
  }

  /** The mean along an axis, which may stay, in which each element counts by its weight. */
  public static Array average(Array x, int axis, Array weights, boolean keepdims) {
    return average(x, Over.axes(axis).keepdims(keepdims), weights);
  }

  /**
   * The mean in which each element counts by its weight, and the sum of the weights in its shape.
   * {@code jnp.average} with {@code returned}.
   *
   * {@snippet :
   * jnp.averageReturned(jnp.array(1., 3.), Over.all(), jnp.array(3., 1.)) // => [1.5, 4.0]
   * }
   *
   * @param weights null for 1
   * @throws ShapeException if the weights have another shape
   */
  public static List<Array> averageReturned(Array x, Over over, @OrNull Array weights) {
    var full = weights == null ? onesLike(mean(x, over)) : null;
    var real = Promote.toFloating(x.value()).dtype();
    var mean = weights == null ? mean(x, over) : average(x, over, weights);
    if (weights == null) {
      return List.of(mean, multiply(full, count(x.astype(real), over)));
    }
    var axes = over.of("average", x.ndim());
    var whole =
        weights.shape().equals(x.shape())
            ? weights
            : lax.broadcastInDim(weights, x.shape(), axes.toArray());
    return List.of(mean, sum(whole.astype(mean.dtype()), over));
  }

  // --- Quantiles ---

  /**
   * What a share q, from 0 to 1, of the weights lies below, by the method {@code inverted_cdf}.
   * {@code jnp.quantile}.
   *
   * {@snippet :
   * jnp.quantile(jnp.array(1., 2., 3.), 0.5, Over.all(), jnp.array(1., 1., 5.)) // => 3.0
   * }
   *
   * @param q a number or a vector of them, along which the results are stacked
   * @param weights of the shape of x, or of that of the axes
   */
  public static Array quantile(Array x, Array q, Over over, Array weights) {
    return WeightedQuantiles.of("quantile", x, q, over, weights, false);
  }

  /** {@link #quantile(Array, Array, Over, Array)} of a number. */
  public static Array quantile(Array x, Number q, Over over, Array weights) {
    return quantile(x, asarray(q), over, weights);
  }

  /**
   * What a share of q percent of the weights lies below, by the method {@code inverted_cdf}. {@code
   * jnp.percentile}.
   *
   * @param q a number or a vector of them, along which the results are stacked
   * @param weights of the shape of x, or of that of the axes
   */
  public static Array percentile(Array x, Array q, Over over, Array weights) {
    return WeightedQuantiles.of("percentile", x, divide(q, 100), over, weights, false);
  }

  /** {@link #percentile(Array, Array, Over, Array)} of a number. */
  public static Array percentile(Array x, Number q, Over over, Array weights) {
    return percentile(x, asarray(q), over, weights);
  }

  /**
   * What a share q, from 0 to 1, of the weights of elements that are not NaN lies below, by the
   * method {@code inverted_cdf}. {@code jnp.nanquantile}.
   *
   * @param q a number or a vector of them, along which the results are stacked
   * @param weights of the shape of x, or of that of the axes
   */
  public static Array nanquantile(Array x, Array q, Over over, Array weights) {
    return WeightedQuantiles.of("nanquantile", x, q, over, weights, true);
  }

  /** {@link #nanquantile(Array, Array, Over, Array)} of a number. */
  public static Array nanquantile(Array x, Number q, Over over, Array weights) {
    return nanquantile(x, asarray(q), over, weights);
  }

  /**
   * What a share of q percent of the weights of elements that are not NaN lies below, by the method
   * {@code inverted_cdf}. {@code jnp.nanpercentile}.
   *
   * @param q a number or a vector of them, along which the results are stacked
   * @param weights of the shape of x, or of that of the axes
   */
  public static Array nanpercentile(Array x, Array q, Over over, Array weights) {
    return WeightedQuantiles.of("nanpercentile", x, divide(q, 100), over, weights, true);
  }

  /** {@link #nanpercentile(Array, Array, Over, Array)} of a number. */
  public static Array nanpercentile(Array x, Number q, Over over, Array weights) {
    return nanpercentile(x, asarray(q), over, weights);
  }

  // --- Covariances ---

  /**
   * The covariances of variables, of observations that count differently. {@code jnp.cov}.
   *
   * {@snippet :
   * jnp.cov(jnp.array(1., 2., 4.), null, true, 1, jnp.array(2, 1, 1), null) // => 2.0
   * }
   *
   * @param m variables and their observations
   * @param y more variables; null for none
   * @param rowvar whether variables are rows, and not columns
   * @param ddof what is subtracted from the number of observations; 1 for estimates, 0 for none
   * @param fweights how often each observation counts; null for once
   * @param aweights how reliable each observation is; null for all the same
   * @throws ShapeException if an array has more than two axes
   */
  public static Array cov(
      Array m,
      @OrNull Array y,
      boolean rowvar,
      double ddof,
      @OrNull Array fweights,
      @OrNull Array aweights) {
    var first = variables("cov", m, rowvar);
    var all = y == null ? first : concatenate(List.of(first, variables("cov", y, rowvar)), 0);
    var real = Array.of(Promote.toFloating(all.value()));
    var often = fweights == null ? null : abs(fweights).astype(real.dtype());
    var reliable = aweights == null ? null : abs(aweights).astype(real.dtype());
    var each = often == null ? reliable : reliable == null ? often : multiply(often, reliable);
    var total = each == null ? array((double) real.shape(1)).astype(real.dtype()) : sum(each);
    var weighted = each == null ? real : multiply(real, each);
    var centered = subtract(real, expandDims(divide(sum(weighted, 1), total), 1));
    var right = each == null ? centered : multiply(centered, each);
    var less =
        reliable == null
            ? asarray(ddof)
            : divide(multiply(sum(multiply(each, reliable)), ddof), total);
    return squeeze(divide(jnp.dot(centered, conj(transpose(right))), subtract(total, less)));
  }

  /**
   * The correlations of the variables of both arrays, which are rows, or columns if not rowvar.
   * {@code jnp.corrcoef}.
   */
  public static Array corrcoef(Array x, Array y, boolean rowvar) {
    return correlation(cov(x, y, rowvar, 1, null));
  }

  // --- Slopes ---

  /**
   * The slope of a vector of values at this distance. {@code jnp.gradient}.
   *
   * {@snippet :
   * jnp.gradient(jnp.array(1., 2., 4.), 0.5) // => [2. 3. 4.]
   * }
   *
   * @throws ShapeException if it is no vector; {@link #gradients} takes any array
   */
  public static Array gradient(Array f, double distance) {
    if (f.ndim() != 1) {
      throw new ShapeException(
          "gradient: of "
              + f.aval()
              + " there is one for each axis; take jnp.gradients, or say which axis with"
              + " gradient(f, distance, axis).");
    }
    return gradient(f, (Number) distance, 0);
  }

  /** The slope of a vector of values at these places. {@code jnp.gradient}. */
  public static Array gradient(Array f, Array places) {
    return gradient(f, places, 0);
  }

  /**
   * The slopes along each axis. {@code jnp.gradient} of arrays with several axes.
   *
   * {@snippet :
   * jnp.gradients(jnp.array(new double[][] {{1, 2}, {4, 8}})).get(1) // => [[1. 1.] [4. 4.]]
   * }
   *
   * @param distances of values along each axis, or along all; none stand for 1
   * @throws ShapeException if there is another number of them
   */
  public static List<Array> gradients(Array f, double... distances) {
    if (distances.length > 1 && distances.length != f.ndim()) {
      throw new ShapeException(
          "gradients: wanted a distance for each axis of "
              + f.aval()
              + ", got "
              + distances.length
              + ".");
    }
    var slopes = new ArrayList<Array>();
    for (int axis = 0; axis < f.ndim(); axis++) {
      double distance = distances.length == 0 ? 1 : distances[Math.min(axis, distances.length - 1)];
      slopes.add(gradient(f, (Number) distance, axis));
    }
    return List.copyOf(slopes);
  }
}
