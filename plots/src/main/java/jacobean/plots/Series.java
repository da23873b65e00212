package jacobean.plots;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A named curve: points in the order in which they are joined. Points that are not finite make
 * gaps.
 *
 * @param name what the legend says; empty for a curve that needs no name
 * @param x where each value stands
 * @param y the values, as many as {@code x} has
 */
public record Series(String name, double[] x, double[] y) {
  /**
   * @throws IllegalArgumentException if {@code x} and {@code y} differ in length
   */
  public Series {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "plot: series '%s' has %d x and %d y; give as many x as y"
              .formatted(name, x.length, y.length));
    }
    x = x.clone();
    y = y.clone();
  }

  /** Values at 0, 1, 2, ... */
  public static Series of(String name, double... y) {
    return new Series(name, IntStream.range(0, y.length).asDoubleStream().toArray(), y);
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] y() {
    return y.clone();
  }

  /** The number of points. */
  public int size() {
    return y.length;
  }

  /**
   * How many points have no place in a chart, because a coordinate is not finite or, on a log axis,
   * not positive.
   */
  int gaps(boolean logY) {
    return (int) IntStream.range(0, y.length).filter(i -> !drawable(i, logY)).count();
  }

  /**
   * This curve with NaN for y where a point cannot be drawn, and without any whose x is not finite.
   */
  Series drawable(boolean logY) {
    int[] kept = IntStream.range(0, x.length).filter(i -> Double.isFinite(x[i])).toArray();
    return new Series(
        name,
        Arrays.stream(kept).mapToDouble(i -> x[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> drawable(i, logY) ? y[i] : Double.NaN).toArray());
  }

  /**
   * A curve of at most about four times {@code buckets} points that looks the same at that many
   * pixels: of each run of points the first, the last, the lowest and the highest stay.
   */
  Series thinned(int buckets) {
    if (y.length <= 4 * buckets) {
      return this;
    }
    int[] kept =
        IntStream.range(0, buckets)
            .flatMap(
                b ->
                    notable(
                        (int) ((long) b * y.length / buckets),
                        (int) ((b + 1L) * y.length / buckets)))
            .toArray();
    return new Series(
        name,
        Arrays.stream(kept).mapToDouble(i -> x[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> y[i]).toArray());
  }

  private IntStream notable(int from, int to) {
    int low = from;
    int high = from;
    for (int i = from; i < to; i++) {
      low = y[i] < y[low] || Double.isNaN(y[low]) ? i : low;
      high = y[i] > y[high] || Double.isNaN(y[high]) ? i : high;
    }
    return IntStream.of(from, low, high, to - 1).sorted().distinct();
  }

  private boolean drawable(int i, boolean logY) {
    return Double.isFinite(x[i]) && Double.isFinite(y[i]) && (!logY || y[i] > 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series s
        && name.equals(s.name)
        && Arrays.equals(x, s.x)
        && Arrays.equals(y, s.y);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + Arrays.hashCode(x)) + Arrays.hashCode(y);
  }

  @Override
  public String toString() {
    return "Series[%s, %d points]".formatted(name, y.length);
  }
}
