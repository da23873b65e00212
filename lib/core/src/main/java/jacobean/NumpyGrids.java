package jacobean;

import jacobean.error.IndexException;
import java.util.Arrays;
import java.util.List;

/** The part of {@link jnp} that makes grids, and values at the places of a grid. */
abstract sealed class NumpyGrids extends NumpyNames permits NumpyRaw {

  /**
   * The places of a grid: for each axis an array of the whole grid's shape, stacked. {@code
   * jnp.mgrid}, whose bracketed text this takes.
   *
   * {@snippet :
   * jnp.mgrid("0:2, 0:3") // => [[[0 0 0] [1 1 1]] [[0 1 2] [0 1 2]]]
   * jnp.mgrid("0:1:3j") // => [0.  0.5 1. ]
   * }
   *
   * @param slices for each axis {@code start:stop} or {@code start:stop:step}; a step with a {@code
   *     j} after it is the number of places from start to stop, both included
   * @throws IndexException if it cannot be read
   */
  public static Array mgrid(String slices) {
    var axes = gridAxes("mgrid", slices);
    return axes.size() == 1 && !slices.contains(",")
        ? axes.getFirst()
        : stack(meshgrid(axes, "ij"));
  }

  /**
   * The places of a grid: for each axis an array that is long along this axis only, so that they
   * broadcast to the grid. {@code jnp.ogrid}.
   *
   * {@snippet :
   * jnp.ogrid("0:2, 0:3").get(1) // => [[0 1 2]]
   * }
   *
   * @param slices as {@link #mgrid} takes them
   * @throws IndexException if it cannot be read
   */
  public static List<Array> ogrid(String slices) {
    return ix_(gridAxes("ogrid", slices).toArray(Array[]::new));
  }

  private static List<Array> gridAxes(String operation, String slices) {
    var axes =
        Arrays.stream(slices.split(",", -1))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .map(s -> gridAxis(operation, s))
            .toList();
    if (axes.isEmpty()) {
      throw unreadable(operation, slices);
    }
    var types = axes.stream().map(Array::dtype).toList();
    var common = types.stream().reduce(NumpyTypes::promoteTypes).orElseThrow();
    return axes.stream().map(a -> a.astype(common)).toList();
  }

  private static Array gridAxis(String operation, String slice) {
    var parts = slice.split(":", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw unreadable(operation, slice);
    }
    try {
      var start = parts[0].isBlank() ? "0" : parts[0].strip();
      var stop = parts[1].strip();
      var step = parts.length == 3 ? parts[2].strip() : "1";
      if (step.endsWith("j")) {
        int places = (int) Double.parseDouble(step.substring(0, step.length() - 1));
        return linspace(Double.parseDouble(start), Double.parseDouble(stop), places);
      }
      boolean whole = List.of(start, stop, step).stream().allMatch(s -> s.matches("-?\\d+"));
      return whole
          ? arange(Integer.parseInt(start), Integer.parseInt(stop), Integer.parseInt(step))
          : arange(Double.parseDouble(start), Double.parseDouble(stop), Double.parseDouble(step));
    } catch (NumberFormatException e) {
      throw unreadable(operation, slice);
    }
  }

  private static IndexException unreadable(String operation, String slice) {
    return new IndexException(
        operation
            + ": cannot read '"
            + slice
            + "'; wanted start:stop or start:stop:step for each axis, as in \"0:5, 0:1:0.25, -1:1:5j\".");
  }

  /**
   * What a function of a place gives at 0, 1, ..., n - 1. {@code jnp.fromfunction}.
   *
   * {@snippet :
   * jnp.fromfunction(i -> i.times(i), 4) // => [0. 1. 4. 9.]
   * }
   *
   * @param f from a float32 scalar
   * @throws jacobean.error.ShapeException if a length is negative
   */
  public static Array fromfunction(ArrayFn1 f, int n) {
    return vectorize(f).apply(arange((double) n));
  }

  /**
   * What a function of row and column gives at each place of an n by m matrix. {@code
   * jnp.fromfunction}.
   *
   * {@snippet :
   * jnp.fromfunction((i, j) -> i.times(10).plus(j), 2, 3) // => [[ 0.  1.  2.] [10. 11. 12.]]
   * }
   *
   * @param f from float32 scalars
   */
  public static Array fromfunction(ArrayFn2 f, int n, int m) {
    return vectorize(f).apply(arange((double) n).reshape(n, 1), arange((double) m));
  }

  /** {@link #fromfunction(ArrayFn2, int, int)} with three axes. */
  public static Array fromfunction(ArrayFn3 f, int n, int m, int k) {
    return vectorize(f)
        .apply(
            arange((double) n).reshape(n, 1, 1),
            arange((double) m).reshape(m, 1),
            arange((double) k));
  }
}
