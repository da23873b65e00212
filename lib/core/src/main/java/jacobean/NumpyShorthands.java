package jacobean;

import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of {@link jnp} that takes a number where the full form wants a shape, an array or all of
 * its options, and arrays where it wants a list of them.
 */
abstract sealed class NumpyShorthands extends NumpyLayouts permits jnp {

  /**
   * A vector of zeros of a dtype. {@code jnp.zeros}.
   *
   * {@snippet :
   * jnp.zeros(3, jnp.int32) // => [0 0 0]
   * }
   *
   * @throws jacobean.error.ShapeException if the length is negative
   */
  public static Array zeros(int length, DType dtype) {
    return zeros(Shape.of(length), dtype);
  }

  /**
   * A vector of ones of a dtype. {@code jnp.ones}.
   *
   * {@snippet :
   * jnp.ones(3, jnp.int32) // => [1 1 1]
   * }
   *
   * @throws jacobean.error.ShapeException if the length is negative
   */
  public static Array ones(int length, DType dtype) {
    return ones(Shape.of(length), dtype);
  }

  /**
   * A vector whose elements all are this number. {@code jnp.full}.
   *
   * {@snippet :
   * jnp.full(3, 7.5) // => [7.5 7.5 7.5]
   * }
   *
   * @throws jacobean.error.ShapeException if the length is negative
   */
  public static Array full(int length, Number value) {
    return full(Shape.of(length), value);
  }

  /**
   * {@link #vstack(List)} of these arrays.
   *
   * {@snippet :
   * jnp.vstack(jnp.array(1, 2), jnp.array(3, 4)) // => [[1 2] [3 4]]
   * }
   */
  public static Array vstack(Array first, Array second, Array... more) {
    return vstack(all(first, second, more));
  }

  /**
   * {@link #hstack(List)} of these arrays.
   *
   * {@snippet :
   * jnp.hstack(jnp.array(1, 2), jnp.array(3)) // => [1 2 3]
   * }
   */
  public static Array hstack(Array first, Array second, Array... more) {
    return hstack(all(first, second, more));
  }

  /**
   * {@link #dstack(List)} of these arrays.
   *
   * {@snippet :
   * jnp.dstack(jnp.array(1, 2), jnp.array(3, 4)).shape() // => (1, 2, 2)
   * }
   */
  public static Array dstack(Array first, Array second, Array... more) {
    return dstack(all(first, second, more));
  }

  /**
   * {@link #columnStack(List)} of these arrays.
   *
   * {@snippet :
   * jnp.columnStack(jnp.array(1, 2), jnp.array(3, 4)) // => [[1 3] [2 4]]
   * }
   */
  public static Array columnStack(Array first, Array second, Array... more) {
    return columnStack(all(first, second, more));
  }

  private static List<Array> all(Array first, Array second, Array... more) {
    return Stream.concat(Stream.of(first, second), Arrays.stream(more)).toList();
  }

  /**
   * {@link #interp(Array, Array, Array)} at one place.
   *
   * {@snippet :
   * jnp.interp(0.5, jnp.array(0., 1.), jnp.array(10., 20.)) // => 15.0
   * }
   */
  public static Array interp(Number x, Array xp, Array fp) {
    return interp(asarray(x), xp, fp);
  }

  /**
   * {@link #isclose(Array, Array)} within this relative tolerance.
   *
   * {@snippet :
   * jnp.isclose(jnp.array(1., 100.), jnp.array(1.001, 101.), 0.002) // => [True False]
   * }
   */
  public static Array isclose(Array x, Array y, double rtol) {
    return isclose(x, y, rtol, ABSOLUTE);
  }

  /**
   * {@link #allclose(Array, Array)} within this relative tolerance.
   *
   * {@snippet :
   * jnp.allclose(jnp.array(1., 100.), jnp.array(1.001, 100.1), 0.002) // => True
   * }
   */
  public static Array allclose(Array x, Array y, double rtol) {
    return allclose(x, y, rtol, ABSOLUTE);
  }
}
