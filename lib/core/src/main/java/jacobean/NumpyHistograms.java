package jacobean;

import jacobean.error.ShapeException;
import jacobean.index.Index;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The part of {@link jnp} that counts elements in bins. */
abstract sealed class NumpyHistograms extends NumpyRaw permits NumpyWeighted {
  private static final int USUAL_BINS = 10;

  /**
   * The number of elements in each of ten equal bins, float32, and the edges. {@code
   * jnp.histogram}.
   *
   * {@snippet :
   * jnp.histogram(jnp.array(0., 1., 1., 2.), 2).get(0) // => [1. 3.]
   * }
   */
  public static List<Array> histogram(Array x) {
    return histogram(x, USUAL_BINS);
  }

  /**
   * The number of elements in each of some equal bins between the least and the greatest, and the
   * edges.
   */
  public static List<Array> histogram(Array x, int bins) {
    return histogram(x, Bins.of(bins));
  }

  /**
   * The number of elements in each bin between neighbouring edges, the last with its end, and the
   * edges; a scalar is the number of bins.
   *
   * @throws ShapeException if there are no edges, or less than one bin
   */
  public static List<Array> histogram(Array x, Array edges) {
    return histogram(x, edges.ndim() == 0 ? Bins.of(edges.toInt()) : Bins.edges(edges));
  }

  /**
   * The contents of bins with bounds, weights or as densities, and the edges. {@code
   * jnp.histogram}.
   *
   * @throws ShapeException if the weights have another shape than x
   */
  public static List<Array> histogram(Array x, Bins bins) {
    var weights = bins.weight() == null ? onesLike(x) : bins.weight();
    if (!weights.shape().equals(x.shape())) {
      throw new ShapeException(
          "histogram: wanted weights of the shape of "
              + x.aval()
              + ", got "
              + weights.aval()
              + ".");
    }
    var flat = ravel(x);
    var edges = bins.along(0, 1, x);
    int n = edges.shape(0) - 1;
    var place = searchsorted(edges, flat, "right");
    var bin = where(equal(flat, edges.get(-1)), n, place);
    var type = Promote.toFloating(Promote.values(x.value(), weights.value()).getFirst()).dtype();
    var filled = zeros(Shape.of(n + 2), type).at(bin).add(ravel(weights).astype(type));
    // Place 0 holds what is before the first edge, place n + 1 what is after the last.
    var counts = filled.get(new Index.Slice(1, n + 1, null));
    return List.of(
        bins.normed() ? divide(divide(counts, diff(edges)), sum(counts)) : counts, edges);
  }

  /**
   * The edges of some equal bins between the least and the greatest element. {@code
   * jnp.histogram_bin_edges}.
   *
   * {@snippet :
   * jnp.histogramBinEdges(jnp.array(0., 4.), 2) // => [0. 2. 4.]
   * }
   *
   * @throws ShapeException if there is no bin
   */
  public static Array histogramBinEdges(Array x, int bins) {
    return histogramBinEdges(x, Bins.of(bins));
  }

  /** The edges of bins. */
  public static Array histogramBinEdges(Array x, Bins bins) {
    return bins.along(0, 1, x);
  }

  /**
   * The number of points (x, y) in each of ten by ten equal bins, and the edges along x and y.
   * {@code jnp.histogram2d}.
   *
   * {@snippet :
   * jnp.histogram2d(jnp.array(0., 1., 1.), jnp.array(0., 1., 1.), 2).get(0) // => [[1 0] [0 2]]
   * }
   *
   * @throws ShapeException if x and y are no vectors of one length
   */
  public static List<Array> histogram2d(Array x, Array y) {
    return histogram2d(x, y, USUAL_BINS);
  }

  /** {@link #histogram2d(Array, Array)} with so many bins along each axis. */
  public static List<Array> histogram2d(Array x, Array y, int bins) {
    return histogram2d(x, y, Bins.of(bins));
  }

  /** {@link #histogram2d(Array, Array)} with other bins, weights or densities. */
  public static List<Array> histogram2d(Array x, Array y, Bins bins) {
    if (x.ndim() != 1 || !x.shape().equals(y.shape())) {
      throw new ShapeException(
          "histogram2d: wanted two vectors of one length, got "
              + x.aval()
              + " and "
              + y.aval()
              + ".");
    }
    var histogram = histogramdd(stack(List.of(x, y), 1), bins);
    return List.of(histogram.counts(), histogram.edges().get(0), histogram.edges().get(1));
  }

  /**
   * The number of points in each of ten equal bins along each axis, and the edges. {@code
   * jnp.histogramdd}.
   *
   * {@snippet :
   * jnp.histogramdd(jnp.array(new double[][] {{0, 0}, {1, 1}}), 2).counts() // => [[1 0] [0 1]]
   * }
   *
   * @param sample a point a row
   * @throws ShapeException if it is no matrix
   */
  public static Histogram histogramdd(Array sample) {
    return histogramdd(sample, USUAL_BINS);
  }

  /** {@link #histogramdd(Array)} with so many bins along each axis. */
  public static Histogram histogramdd(Array sample, int bins) {
    return histogramdd(sample, Bins.of(bins));
  }

  /**
   * {@link #histogramdd(Array)} with other bins, weights or densities.
   *
   * @throws ShapeException if the sample is no matrix, or bins or weights do not fit it
   */
  public static Histogram histogramdd(Array sample, Bins bins) {
    if (sample.ndim() != 2) {
      throw new ShapeException(
          "histogramdd: wanted a matrix with a point in each row, got " + sample.aval() + ".");
    }
    var points = Array.of(Promote.toFloating(sample.value()));
    int axes = points.shape(1);
    var edges = new ArrayList<Array>();
    var places = new ArrayList<Array>();
    for (int i = 0; i < axes; i++) {
      var column = points.get(":", i);
      var along = bins.along(i, axes, column);
      var place = searchsorted(along, column, "right");
      edges.add(along);
      places.add(where(equal(column, along.get(-1)), subtract(place, 1), place));
    }
    // As for one axis, the first and the last place are for what is outside.
    var lengths = edges.stream().mapToInt(e -> e.shape(0) + 1).toArray();
    var counts = counted(points, places, lengths, bins);
    return new Histogram(bins.normed() ? density(counts, edges, points) : counts, edges);
  }

  private static Array counted(Array points, List<Array> places, int[] lengths, Bins bins) {
    var weights =
        bins.weight() == null ? ones(Shape.of(points.shape(0)), DType.INT32) : bins.weight();
    if (weights.ndim() != 1 || weights.shape(0) != points.shape(0)) {
      throw new ShapeException(
          "histogramdd: wanted a vector of "
              + points.shape(0)
              + " weights, one for each point, got "
              + weights.aval()
              + ".");
    }
    var filled = zeros(Shape.of(lengths), weights.dtype()).at(places.toArray()).add(weights);
    return filled.get(
        IntStream.of(lengths).mapToObj(n -> (Object) new Index.Slice(1, n - 1, null)).toArray());
  }

  private static Array density(Array counts, List<Array> edges, Array points) {
    var shares = divide(counts.astype(points.dtype()), sum(counts));
    for (int i = 0; i < edges.size(); i++) {
      var shape = new int[edges.size()];
      Arrays.fill(shape, 1);
      shape[i] = edges.get(i).shape(0) - 1;
      shares = divide(shares, reshape(diff(edges.get(i)), shape));
    }
    return shares;
  }
}
