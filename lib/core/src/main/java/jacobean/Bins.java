package jacobean;

import jacobean.error.ShapeException;
import java.util.Arrays;
import java.util.List;

/**
 * The bins that a histogram counts elements in, and how: an immutable value with a method for each
 * of JAX's keyword arguments.
 *
 * {@snippet :
 * var x = jnp.array(1., 2., 2., 9.);
 * jnp.histogram(x, Bins.of(2).range(0, 4)).get(0) // => [1. 2.]
 * jnp.histogram(x, Bins.edges(jnp.array(0., 2., 9.)).weights(x)).get(0) // => [ 1. 13.]
 * jnp.histogram(x, Bins.of(2).range(0, 4).density()).get(0) // => [0.16666667 0.33333334]
 * }
 *
 * @param counts how many equal bins along each axis, or one number for all axes
 * @param edges instead of counts the edges of the bins along each axis, or those for all axes
 * @param bounds the least and the greatest edge of each axis; none stand for those of the elements
 * @param weight how much each element counts; null for 1
 * @param normed whether the bins' contents times their sizes sum to 1
 */
public record Bins(
    List<Integer> counts,
    List<Array> edges,
    List<Double> bounds,
    @OrNull Array weight,
    boolean normed) {
  public Bins {
    counts = List.copyOf(counts);
    edges = List.copyOf(edges);
    bounds = List.copyOf(bounds);
  }

  /**
   * As many equal bins: one number for each axis, or one for all.
   *
   * @throws ShapeException if there is no bin
   */
  public static Bins of(int... counts) {
    for (int n : counts) {
      if (n < 1) {
        throw new ShapeException("histogram: wanted at least one bin, got " + n + ".");
      }
    }
    return new Bins(Arrays.stream(counts).boxed().toList(), List.of(), List.of(), null, false);
  }

  /**
   * Bins between neighbouring elements of vectors that grow: one for each axis, or one for all.
   *
   * {@snippet :
   * jnp.histogram(jnp.array(1., 2., 9.), Bins.edges(jnp.array(0., 1.5, 10.))).get(0) // => [1. 2.]
   * }
   */
  public static Bins edges(Array... edges) {
    return new Bins(List.of(), List.of(edges), List.of(), null, false);
  }

  /**
   * With these bounds of equal bins: the low and the high one of the first axis, of the second...
   */
  public Bins range(double... lowsAndHighs) {
    if (lowsAndHighs.length % 2 != 0) {
      throw new ShapeException(
          "histogram: wanted a low and a high bound for each axis, got "
              + Arrays.toString(lowsAndHighs)
              + ".");
    }
    return new Bins(counts, edges, Arrays.stream(lowsAndHighs).boxed().toList(), weight, normed);
  }

  /**
   * With these weights of the elements.
   *
   * {@snippet :
   * jnp.histogram(jnp.array(1., 2.), Bins.of(2).weights(jnp.array(5., 7.))).get(0) // => [5. 7.]
   * }
   */
  public Bins weights(Array weights) {
    return new Bins(counts, edges, bounds, weights, normed);
  }

  /**
   * With the share of each bin for a unit of length, or area, instead of counts.
   *
   * {@snippet :
   * jnp.histogram(jnp.array(1., 2., 2., 3.), Bins.of(2).density()).get(0) // => [0.25 0.75]
   * }
   */
  public Bins density() {
    return density(true);
  }

  /** With the share of each bin for a unit of length, or with counts. */
  public Bins density(boolean density) {
    return new Bins(counts, edges, bounds, weight, density);
  }

  /** The edges of the bins along an axis. */
  Array along(int axis, int axes, Array elements) {
    requireOneOrAll("bins", edges.isEmpty() ? counts.size() : edges.size(), axes);
    if (!bounds.isEmpty()) {
      requireOneOrAll("ranges", bounds.size() / 2, axes);
    }
    if (!edges.isEmpty()) {
      var own = edges.get(Math.min(axis, edges.size() - 1));
      if (own.ndim() != 1 || own.size() == 0) {
        throw new ShapeException(
            "histogram: wanted edges in a vector that is not empty, got " + own.aval() + ".");
      }
      return own;
    }
    int count = counts.get(Math.min(axis, counts.size() - 1));
    int at = bounds.size() > 2 ? 2 * axis : 0;
    return bounds.isEmpty()
        ? equal(elements, count, null, null)
        : equal(elements, count, bounds.get(at), bounds.get(at + 1));
  }

  private static void requireOneOrAll(String what, int given, int axes) {
    if (given != 1 && given != axes) {
      throw new ShapeException(
          "histogram: of "
              + axes
              + " axes wanted "
              + what
              + " for each, or for all, got "
              + given
              + ".");
    }
  }

  private static Array equal(Array x, int bins, Double from, Double to) {
    var real = Array.of(Promote.toFloating(x.value()));
    boolean empty = x.size() == 0;
    var low = from != null ? jnp.asarray(from) : empty ? jnp.asarray(0.) : jnp.min(real);
    var high = to != null ? jnp.asarray(to) : empty ? jnp.asarray(1.) : jnp.max(real);
    var flat = jnp.equal(low, high);
    var first = jnp.where(flat, low.minus(.5), low);
    var last = jnp.where(flat, high.plus(.5), high);
    var t = jnp.divide(jnp.arange((double) bins + 1), (double) bins).astype(real.dtype());
    return first.times(jnp.subtract(1, t)).plus(last.times(t)).astype(real.dtype());
  }
}
