package jacobean;

/**
 * How {@code jnp.unique} looks for different elements: an immutable value with a method for each of
 * JAX's keyword arguments.
 *
 * {@snippet :
 * jnp.unique(jnp.array(3, 1, 3), Unique.elements().size(3).fillValue(0)) // => [1 3 0]
 * jnp.unique(jnp.array(Double.NaN, Double.NaN), Unique.elements().equalNan(false)) // => [nan nan]
 * jnp.unique(jnp.ones(3, 2), Unique.along(0)) // => [[1. 1.]]
 * }
 *
 * @param along the axis whose parts are compared; null for single elements
 * @param length how many are given, also for traced arrays; null for as many as there are
 * @param filler what is given where there are fewer; null for the least
 * @param nansEqual whether NaN counts as equal to NaN
 */
public record Unique(
    @OrNull Integer along, @OrNull Integer length, @OrNull Number filler, boolean nansEqual) {
  /** Single elements. */
  public static Unique elements() {
    return new Unique(null, null, null, true);
  }

  /**
   * The parts along an axis.
   *
   * {@snippet :
   * var rows = jnp.array(new int[][] {{1, 2}, {1, 2}, {0, 5}});
   * jnp.unique(rows, Unique.along(0)) // => [[0 5] [1 2]]
   * }
   */
  public static Unique along(int axis) {
    return new Unique(axis, null, null, true);
  }

  /** Giving so many, cut off or filled up. */
  public Unique size(int size) {
    return new Unique(along, size, filler, nansEqual);
  }

  /** Filling up with this. */
  public Unique fillValue(Number fillValue) {
    return new Unique(along, length, fillValue, nansEqual);
  }

  /**
   * With NaN equal to NaN, or not.
   *
   * {@snippet :
   * jnp.unique(jnp.array(jnp.nan, jnp.nan), Unique.elements().equalNan(false)) // => [nan nan]
   * }
   */
  public Unique equalNan(boolean equalNan) {
    return new Unique(along, length, filler, equalNan);
  }
}
