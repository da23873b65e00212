package jacobean;

import jacobean.error.IndexException;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The part of {@link jnp} about shapes and dtypes in further forms: orders, parts, dtypes. */
abstract sealed class NumpyLayouts extends NumpySelections permits NumpyShorthands {

  // --- Making arrays ---

  /** Zeros of a shape, float32. {@code jnp.zeros}. */
  public static Array zeros(Shape shape) {
    return zeros(shape, DType.FLOAT32);
  }

  /** Ones of a shape, float32. {@code jnp.ones}. */
  public static Array ones(Shape shape) {
    return ones(shape, DType.FLOAT32);
  }

  /** An array of a shape and a dtype; here zeros. {@code jnp.empty}. */
  public static Array empty(Shape shape, DType dtype) {
    return zeros(shape, dtype);
  }

  /** An array of the shape of another, of a dtype; here zeros. {@code jnp.empty_like}. */
  public static Array emptyLike(Array x, DType dtype) {
    return zerosLike(x, dtype);
  }

  /**
   * An array broadcast to a shape. {@code jnp.full}.
   *
   * {@snippet :
   * jnp.full(Shape.of(2, 2), jnp.array(1, 2)) // => [[1 2] [1 2]]
   * }
   */
  public static Array full(Shape shape, Array value) {
    return broadcastTo(value, shape.toArray());
  }

  /**
   * An array of a dtype: the array converted, or a scalar of a Java number. {@code jnp.asarray}.
   *
   * {@snippet :
   * jnp.asarray(2, jnp.float32) // => 2.0
   * }
   */
  public static Array asarray(Object x, DType dtype) {
    return asarray(x).astype(dtype);
  }

  // --- Orders ---

  /**
   * The elements as one axis. {@code jnp.ravel}.
   *
   * {@snippet :
   * jnp.ravel(jnp.array(new int[][] {{1, 2}, {3, 4}}), "F") // => [1 3 2 4]
   * }
   *
   * @param order {@code "C"} for the last axis running fastest, {@code "F"} for the first
   * @throws IndexException for another order
   */
  public static Array ravel(Array x, String order) {
    return ravel(ordered("ravel", x, order));
  }

  /**
   * The elements in another shape; one length may be -1. {@code jnp.reshape}.
   *
   * {@snippet :
   * jnp.reshape(jnp.arange(4), new int[] {2, 2}, "F") // => [[0 2] [1 3]]
   * }
   *
   * @param order {@code "C"} for the last axis running fastest, {@code "F"} for the first, in both
   *     arrays
   * @throws IndexException for another order
   */
  public static Array reshape(Array x, int[] shape, String order) {
    var from = ordered("reshape", x, order);
    if (order.equals("C")) {
      return reshape(from, shape);
    }
    var reversed = IntStream.range(0, shape.length).map(i -> shape[shape.length - 1 - i]).toArray();
    return transpose(reshape(from, reversed));
  }

  private static Array ordered(String operation, Array x, String order) {
    return switch (order) {
      case "C" -> x;
      case "F" -> transpose(x);
      default ->
          throw new IndexException(operation + ": order must be 'C' or 'F', got '" + order + "'.");
    };
  }

  /**
   * New axes of length 1 at these places of the result. {@code jnp.expand_dims}.
   *
   * {@snippet :
   * jnp.expandDims(jnp.ones(3), new int[] {0, -1}).shape() // => (1, 3, 1)
   * }
   */
  public static Array expandDims(Array x, int[] axes) {
    return lax.expandDims(x, axes);
  }

  /** The product of the lengths of these axes. {@code jnp.size}. */
  public static long size(Array x, int... axes) {
    return Arrays.stream(Dims.axes("size", axes, x.ndim()).toArray())
        .mapToLong(x::shape)
        .reduce(1, (a, b) -> a * b);
  }

  // --- Parts ---

  /** The parts before, between and after these positions. {@code jnp.array_split}. */
  public static List<Array> arraySplit(Array x, int[] indices, int axis) {
    return split(x, indices, axis);
  }

  /** The parts before, between and after these columns. {@code jnp.hsplit}. */
  public static List<Array> hsplit(Array x, int[] indices) {
    return split(x, indices, x.ndim() == 1 ? 0 : 1);
  }

  /** The parts before, between and after these rows. {@code jnp.vsplit}. */
  public static List<Array> vsplit(Array x, int[] indices) {
    return split(x, indices, 0);
  }

  /** The parts before, between and after these positions of the third axis. {@code jnp.dsplit}. */
  public static List<Array> dsplit(Array x, int[] indices) {
    return split(x, indices, 2);
  }

  /**
   * {@link #meshgrid(List, String)}, if sparse with length 1 along all axes but the vector's own.
   *
   * {@snippet :
   * jnp.meshgrid(java.util.List.of(jnp.arange(2), jnp.arange(3)), "ij", true).get(0).shape() // => (2, 1)
   * }
   */
  public static List<Array> meshgrid(List<Array> vectors, String indexing, boolean sparse) {
    if (!sparse) {
      return meshgrid(vectors, indexing);
    }
    boolean exchange = indexing.equals("xy") && vectors.size() > 1;
    return ix_(vectors.stream().map(v -> ravel(v)).toArray(Array[]::new)).stream()
        .map(c -> exchange ? swapaxes(c, 0, 1) : c)
        .toList();
  }

  // --- Dtypes ---

  /** Arrays one after the other along an axis, as a dtype. {@code jnp.concatenate}. */
  public static Array concatenate(List<Array> arrays, int axis, DType dtype) {
    return concatenate(arrays, axis).astype(dtype);
  }

  /** Arrays stacked along a new axis, as a dtype. {@code jnp.stack}. */
  public static Array stack(List<Array> arrays, int axis, DType dtype) {
    return stack(arrays, axis).astype(dtype);
  }

  /**
   * Sums along an axis from its start, computed in a dtype. {@code jnp.cumsum}.
   *
   * {@snippet :
   * jnp.cumsum(jnp.array(1, 2), 0, jnp.float32) // => [1. 3.]
   * }
   */
  public static Array cumsum(Array x, int axis, DType dtype) {
    return cumsum(x.astype(dtype), axis);
  }

  /** Products along an axis from its start, computed in a dtype. {@code jnp.cumprod}. */
  public static Array cumprod(Array x, int axis, DType dtype) {
    return cumprod(x.astype(dtype), axis);
  }

  /** {@link #cumsum(Array, int)} of a vector. {@code jnp.cumulative_sum}. */
  public static Array cumulativeSum(Array x) {
    return cumulativeSum(x, 0, false);
  }

  /** {@link #cumsum(Array, int)}. {@code jnp.cumulative_sum}. */
  public static Array cumulativeSum(Array x, int axis) {
    return cumulativeSum(x, axis, false);
  }

  /** {@link #cumprod(Array, int)} of a vector. {@code jnp.cumulative_prod}. */
  public static Array cumulativeProd(Array x) {
    return cumulativeProd(x, 0, false);
  }

  /** {@link #cumprod(Array, int)}. {@code jnp.cumulative_prod}. */
  public static Array cumulativeProd(Array x, int axis) {
    return cumulativeProd(x, axis, false);
  }

  /** {@link #trace(Array, int, int, int)} summed in a dtype. */
  public static Array trace(Array x, int offset, int axis1, int axis2, DType dtype) {
    return trace(x.astype(dtype), offset, axis1, axis2);
  }

  /** The lower triangle of ones, of a dtype. {@code jnp.tri}. */
  public static Array tri(int n, int m, int k, DType dtype) {
    return tri(n, m, k).astype(dtype);
  }

  /**
   * The angle with the positive real axis, in degrees if so wanted. {@code jnp.angle}.
   *
   * {@snippet :
   * jnp.angle(jnp.complex(0, 1), true) // => 90.0
   * }
   */
  public static Array angle(Array x, boolean deg) {
    return deg ? rad2deg(angle(x)) : angle(x);
  }

  /** {@link #vecdot(Array, Array)} over another axis than the last. */
  public static Array vecdot(Array x, Array y, int axis) {
    return vecdot(moveaxis(x, axis, -1), moveaxis(y, axis, -1));
  }

  /**
   * The cross product of vectors along one axis of each. {@code jnp.cross}.
   *
   * @param axisC where the result has its vectors
   */
  public static Array cross(Array x, Array y, int axisA, int axisB, int axisC) {
    var product = cross(moveaxis(x, axisA, -1), moveaxis(y, axisB, -1));
    boolean scalars = x.shape(axisA) == 2 && y.shape(axisB) == 2;
    return scalars ? product : moveaxis(product, -1, axisC);
  }
}
