package jacobean;

import jacobean.error.ShapeException;
import jacobean.op.Batching;
import jacobean.op.Shaping;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The part of {@link jnp} that changes shapes and the order of elements. */
abstract sealed class NumpyShapes extends NumpyNans permits NumpyJoining {

  /**
   * The same elements in another shape; one length may be -1 and follows from the rest. The number
   * of elements stays. {@code jnp.reshape}.
   *
   * {@snippet :
   * jnp.reshape(jnp.arange(6), 2, -1) // => [[0 1 2] [3 4 5]]
   * jnp.reshape(jnp.arange(6), 4, 2) // throws ShapeException
   * }
   *
   * @throws ShapeException if the numbers of elements differ, or two lengths are -1
   */
  public static Array reshape(Array x, int... shape) {
    var known = Arrays.stream(shape).filter(d -> d != -1).asLongStream().reduce(1, (a, b) -> a * b);
    long unknown = Arrays.stream(shape).filter(d -> d == -1).count();
    boolean fits = unknown == 1 && known != 0 && x.size() % known == 0;
    if (unknown > 1 || unknown == 1 && !fits || Arrays.stream(shape).anyMatch(d -> d < -1)) {
      throw new ShapeException(
          "reshape: cannot make shape "
              + Arrays.toString(shape)
              + " of "
              + x.aval()
              + " ("
              + x.size()
              + " elements); at most one length may be -1, and the others must divide the size.");
    }
    var dims = Arrays.stream(shape).map(d -> d == -1 ? (int) (x.size() / known) : d).toArray();
    return Array.of(Shaping.reshape(x.value(), Shape.of(dims)));
  }

  /**
   * The axes in another order; reversed if none are given. {@code jnp.transpose}.
   *
   * {@snippet :
   * jnp.transpose(jnp.array(new int[][] {{1, 2}, {3, 4}})) // => [[1 3] [2 4]]
   * jnp.transpose(jnp.ones(2, 3, 4), 1, 0, 2).shape() // => (3, 2, 4)
   * }
   *
   * @throws ShapeException if the axes are not all of x's, once each
   */
  public static Array transpose(Array x, int... axes) {
    int rank = x.ndim();
    var order =
        axes.length == 0
            ? IntStream.range(0, rank).map(i -> rank - 1 - i).toArray()
            : Arrays.stream(axes).map(a -> Dims.axis("transpose", a, rank)).toArray();
    return Array.of(Shaping.transpose(x.value(), Axes.of(order)));
  }

  /**
   * Two axes exchanged. {@code jnp.swapaxes}.
   *
   * {@snippet :
   * jnp.swapaxes(jnp.ones(2, 3, 4), 0, 2).shape() // => (4, 3, 2)
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array swapaxes(Array x, int axis1, int axis2) {
    int i = Dims.axis("swapaxes", axis1, x.ndim());
    int j = Dims.axis("swapaxes", axis2, x.ndim());
    return transpose(
        x, IntStream.range(0, x.ndim()).map(a -> a == i ? j : a == j ? i : a).toArray());
  }

  /**
   * One axis moved to another place. {@code jnp.moveaxis}.
   *
   * {@snippet :
   * jnp.moveaxis(jnp.ones(2, 3, 4), 0, -1).shape() // => (3, 4, 2)
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array moveaxis(Array x, int source, int destination) {
    return Array.of(
        Batching.moveAxis(
            x.value(),
            Dims.axis("moveaxis", source, x.ndim()),
            Dims.axis("moveaxis", destination, x.ndim())));
  }

  /**
   * A new axis of length 1. {@code jnp.expand_dims}.
   *
   * {@snippet :
   * jnp.expandDims(jnp.ones(3), 0).shape() // => (1, 3)
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array expandDims(Array x, int axis) {
    int at = Dims.axis("expandDims", axis, x.ndim() + 1);
    return Array.of(Shaping.reshape(x.value(), x.shape().insert(at, 1)));
  }

  /**
   * Without these axes of length 1, or without all that have it. {@code jnp.squeeze}.
   *
   * {@snippet :
   * jnp.squeeze(jnp.ones(1, 3, 1)).shape() // => (3,)
   * jnp.squeeze(jnp.ones(1, 3), 1) // throws ShapeException
   * }
   *
   * @throws ShapeException if an axis has another length than 1
   */
  public static Array squeeze(Array x, int... axes) {
    var dropped =
        axes.length > 0
            ? Dims.axes("squeeze", axes, x.ndim())
            : Axes.of(IntStream.range(0, x.ndim()).filter(i -> x.shape(i) == 1).toArray());
    return Array.of(Shaping.squeeze(x.value(), dropped));
  }

  /**
   * Repeated to a shape by NumPy's rules. {@code jnp.broadcast_to}.
   *
   * {@snippet :
   * jnp.broadcastTo(jnp.array(1, 2), 2, 2) // => [[1 2] [1 2]]
   * }
   *
   * @throws ShapeException if x does not broadcast to the shape
   */
  public static Array broadcastTo(Array x, int... shape) {
    var to = Shape.of(shape);
    if (!Promote.common("broadcastTo", List.of(x.shape(), to)).equals(to)) {
      throw new ShapeException(
          "broadcastTo: " + x.aval() + " cannot be repeated to shape " + to + ".");
    }
    return Array.of(Promote.to(x.value(), to));
  }

  /**
   * The elements in reverse order along these axes, or all. {@code jnp.flip}.
   *
   * {@snippet :
   * jnp.flip(jnp.array(1, 2, 3)) // => [3 2 1]
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array flip(Array x, int... axes) {
    return Array.of(Shaping.rev(x.value(), Dims.axes("flip", axes, x.ndim())));
  }

  /**
   * {@link #transpose}. {@code jnp.permute_dims}.
   *
   * {@snippet :
   * jnp.permuteDims(jnp.ones(2, 3), 1, 0).shape() // => (3, 2)
   * }
   *
   * @throws ShapeException if an axis is out of bounds, or the axes are no permutation
   */
  public static Array permuteDims(Array x, int... axes) {
    return transpose(x, axes);
  }

  /**
   * The last two axes exchanged. {@code jnp.matrix_transpose}.
   *
   * {@snippet :
   * jnp.matrixTranspose(jnp.ones(5, 2, 3)).shape() // => (5, 3, 2)
   * }
   *
   * @throws ShapeException if there are not two
   */
  public static Array matrixTranspose(Array x) {
    if (x.ndim() < 2) {
      throw new ShapeException("matrixTranspose: wanted at least two axes, got " + x.aval() + ".");
    }
    return swapaxes(x, -2, -1);
  }

  /** Axes moved to other places, the others in their order. {@code jnp.moveaxis}. */
  public static Array moveaxis(Array x, int[] source, int[] destination) {
    if (source.length != destination.length) {
      throw new ShapeException(
          "moveaxis: wanted as many destinations as sources, got "
              + Arrays.toString(source)
              + " and "
              + Arrays.toString(destination)
              + ".");
    }
    var from = Arrays.stream(source).map(a -> Dims.axis("moveaxis", a, x.ndim())).toArray();
    var to = Arrays.stream(destination).map(a -> Dims.axis("moveaxis", a, x.ndim())).toArray();
    var rest = Axes.of(from).complement(x.ndim());
    var order = new int[x.ndim()];
    for (int i = 0, next = 0; i < order.length; i++) {
      int at = Axes.of(to).indexOf(i);
      order[i] = at >= 0 ? from[at] : rest.get(next++);
    }
    return order.length == 0 ? x : transpose(x, order);
  }

  /** One axis moved before the first. {@code jnp.rollaxis}. */
  public static Array rollaxis(Array x, int axis) {
    return rollaxis(x, axis, 0);
  }

  /**
   * One axis moved before another. {@code jnp.rollaxis}.
   *
   * {@snippet :
   * jnp.rollaxis(jnp.ones(2, 3, 4), 2, 0).shape() // => (4, 2, 3)
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array rollaxis(Array x, int axis, int start) {
    int from = Dims.axis("rollaxis", axis, x.ndim());
    int before = start == x.ndim() ? start : Dims.axis("rollaxis", start, x.ndim());
    return moveaxis(x, from, before > from ? before - 1 : before);
  }

  /**
   * The array, or a scalar as a vector. {@code jnp.atleast_1d}.
   *
   * {@snippet :
   * jnp.atleast1d(jnp.array(5.)).shape() // => (1,)
   * }
   */
  public static Array atleast1d(Array x) {
    return x.ndim() == 0 ? reshape(x, 1) : x;
  }

  /**
   * The array, or a vector as a row. {@code jnp.atleast_2d}.
   *
   * {@snippet :
   * jnp.atleast2d(jnp.ones(3)).shape() // => (1, 3)
   * }
   */
  public static Array atleast2d(Array x) {
    return x.ndim() >= 2 ? x : reshape(x, 1, Math.toIntExact(x.size()));
  }

  /**
   * The array with at least three axes: of a vector the second, of a matrix the first two. {@code
   * jnp.atleast_3d}.
   *
   * {@snippet :
   * jnp.atleast3d(jnp.ones(2, 3)).shape() // => (2, 3, 1)
   * }
   */
  public static Array atleast3d(Array x) {
    return x.ndim() >= 3
        ? x
        : x.ndim() == 2 ? expandDims(x, 2) : reshape(x, 1, Math.toIntExact(x.size()), 1);
  }

  /**
   * The arrays repeated to their common shape. {@code jnp.broadcast_arrays}.
   *
   * {@snippet :
   * jnp.broadcastArrays(jnp.array(1, 2), jnp.array(5)) // => [[1 2], [5 5]]
   * }
   *
   * @throws ShapeException if the shapes do not broadcast
   */
  public static List<Array> broadcastArrays(Array... arrays) {
    var common =
        Promote.common("broadcastArrays", Arrays.stream(arrays).map(Array::shape).toList());
    return Arrays.stream(arrays).map(x -> broadcastTo(x, common.toArray())).toList();
  }

  /**
   * The shape that these broadcast to. {@code jnp.broadcast_shapes}.
   *
   * {@snippet :
   * jnp.broadcastShapes(Shape.of(3, 1), Shape.of(4)) // => (3, 4)
   * }
   *
   * @throws ShapeException if they do not broadcast
   */
  public static Shape broadcastShapes(Shape... shapes) {
    return Promote.common("broadcastShapes", List.of(shapes));
  }

  /**
   * Columns in reverse order: the second axis. {@code jnp.fliplr}.
   *
   * {@snippet :
   * jnp.fliplr(jnp.array(new int[][] {{1, 2}, {3, 4}})) // => [[2 1] [4 3]]
   * }
   *
   * @throws ShapeException if x has fewer than two axes
   */
  public static Array fliplr(Array x) {
    return flip(x, 1);
  }

  /**
   * Rows in reverse order: the first axis. {@code jnp.flipud}.
   *
   * {@snippet :
   * jnp.flipud(jnp.array(new int[][] {{1, 2}, {3, 4}})) // => [[3 4] [1 2]]
   * }
   *
   * @throws ShapeException if x is a scalar
   */
  public static Array flipud(Array x) {
    return flip(x, 0);
  }

  /**
   * Turned by 90 degrees in the plane of the first two axes, from the first to the second. {@code
   * jnp.rot90}.
   *
   * {@snippet :
   * jnp.rot90(jnp.array(new int[][] {{1, 2}, {3, 4}})) // => [[2 4] [1 3]]
   * }
   *
   * @throws ShapeException if x has fewer than two axes
   */
  public static Array rot90(Array x) {
    return rot90(x, 1, 0, 1);
  }

  /** Turned k times by 90 degrees in the plane of the first two axes. {@code jnp.rot90}. */
  public static Array rot90(Array x, int k) {
    return rot90(x, k, 0, 1);
  }

  /**
   * Turned k times by 90 degrees in the plane of two axes, from one to the other. {@code
   * jnp.rot90}.
   *
   * @throws ShapeException if the axes are one
   */
  public static Array rot90(Array x, int k, int from, int to) {
    int i = Dims.axis("rot90", from, x.ndim());
    int j = Dims.axis("rot90", to, x.ndim());
    if (i == j) {
      throw new ShapeException("rot90: wanted two different axes, got " + from + " twice.");
    }
    return switch (Math.floorMod(k, 4)) {
      case 1 -> flip(swapaxes(x, i, j), i);
      case 2 -> flip(x, i, j);
      case 3 -> swapaxes(flip(x, i), i, j);
      default -> x;
    };
  }

  /**
   * The elements over and over along each axis, this many times. {@code jnp.tile}.
   *
   * {@snippet :
   * jnp.tile(jnp.array(1, 2), 2) // => [1 2 1 2]
   * jnp.tile(jnp.array(1, 2), 2, 1) // => [[1 2] [1 2]]
   * }
   *
   * @throws ShapeException if a count is negative
   */
  public static Array tile(Array x, int... reps) {
    if (Arrays.stream(reps).anyMatch(r -> r < 0)) {
      throw new ShapeException(
          "tile: repetitions must not be negative, got " + Arrays.toString(reps) + ".");
    }
    int rank = Math.max(x.ndim(), reps.length);
    var split = new int[2 * rank];
    var repeated = new int[2 * rank];
    var joined = new int[rank];
    for (int i = 0; i < rank; i++) {
      int n = i < rank - x.ndim() ? 1 : x.shape(i - rank + x.ndim());
      int times = i < rank - reps.length ? 1 : reps[i - rank + reps.length];
      split[2 * i] = 1;
      repeated[2 * i] = times;
      split[2 * i + 1] = repeated[2 * i + 1] = n;
      joined[i] = times * n;
    }
    return rank == 0 ? x : reshape(broadcastTo(reshape(x, split), repeated), joined);
  }

  /**
   * How many axes. {@code jnp.ndim}.
   *
   * {@snippet :
   * jnp.ndim(jnp.ones(2, 3)) // => 2
   * }
   */
  public static int ndim(Array x) {
    return x.ndim();
  }

  /**
   * The lengths of the axes. {@code jnp.shape}.
   *
   * {@snippet :
   * jnp.shape(jnp.ones(2, 3)) // => (2, 3)
   * }
   */
  public static Shape shape(Array x) {
    return x.shape();
  }

  /**
   * The number of elements. {@code jnp.size}.
   *
   * {@snippet :
   * jnp.size(jnp.ones(2, 3)) // => 6
   * }
   *
   * @throws ShapeException if an axis is named twice, or x has too few axes
   */
  public static long size(Array x) {
    return x.size();
  }
}
