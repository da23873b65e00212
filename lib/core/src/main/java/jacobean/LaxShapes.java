package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.ArgReductions;
import jacobean.op.Conversion;
import jacobean.op.Reductions;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * The part of {@link lax} that changes dtypes and shapes, and reduces. Axes are named one by one.
 */
abstract sealed class LaxShapes extends LaxBits permits LaxIndexing {
  private static final int MOST_AXES = 1 << 10;

  /**
   * The elements as another dtype. {@code lax.convert_element_type}.
   *
   * {@snippet :
   * lax.convertElementType(jnp.array(1.9, -1.9), jnp.int32) // => [1 -1]
   * }
   */
  public static Array convertElementType(Array x, DType newDtype) {
    return Array.of(Conversion.convert(x.value(), newDtype));
  }

  /**
   * The same bits as another dtype of the same width. {@code lax.bitcast_convert_type}.
   *
   * {@snippet :
   * lax.bitcastConvertType(jnp.array(1.), jnp.int32) // => 1065353216
   * }
   *
   * @throws jacobean.error.DTypeException if the widths differ
   */
  public static Array bitcastConvertType(Array x, DType newDtype) {
    return Array.of(Conversion.bitcast(x.value(), newDtype));
  }

  /**
   * The array repeated along new axes of these lengths before its own. {@code lax.broadcast}.
   *
   * {@snippet :
   * lax.broadcast(jnp.array(1, 2), 3) // => [[1 2] [1 2] [1 2]]
   * }
   *
   * @throws ShapeException if a length is negative
   */
  public static Array broadcast(Array x, int... sizes) {
    var dims = IntStream.concat(Arrays.stream(sizes), Arrays.stream(x.shape().toArray())).toArray();
    return Array.of(
        Shaping.broadcastInDim(x.value(), Shape.of(dims), Axes.range(sizes.length, dims.length)));
  }

  /**
   * The array in a shape where its axis i is axis {@code dimensions[i]}. {@code
   * lax.broadcast_in_dim}.
   *
   * {@snippet :
   * lax.broadcastInDim(jnp.array(1, 2), Shape.of(2, 3), 0) // => [[1 1 1] [2 2 2]]
   * }
   *
   * @throws ShapeException if the axes do not fit
   */
  public static Array broadcastInDim(Array x, Shape shape, int... dimensions) {
    if (dimensions.length != x.ndim()) {
      throw new ShapeException(
          "broadcastInDim: wanted a dimension for each axis of "
              + x.aval()
              + ", got "
              + Arrays.toString(dimensions)
              + ".");
    }
    var checked =
        Arrays.stream(dimensions).map(d -> Dims.axis("broadcastInDim", d, shape.rank())).toArray();
    return Array.of(Shaping.broadcastInDim(x.value(), shape, Axes.of(checked)));
  }

  /**
   * The array with axes of length 1 put before its own, up to this rank. {@code
   * lax.broadcast_to_rank}.
   *
   * {@snippet :
   * lax.broadcastToRank(jnp.ones(3), 3).shape() // => (1, 1, 3)
   * }
   */
  public static Array broadcastToRank(Array x, int rank) {
    if (rank > MOST_AXES) {
      throw new ShapeException(
          "broadcastToRank: wanted at most " + MOST_AXES + " axes, got " + rank + ".");
    }
    var dims = new int[Math.max(0, rank - x.ndim())];
    Arrays.fill(dims, 1);
    return reshape(
        x, IntStream.concat(Arrays.stream(dims), Arrays.stream(x.shape().toArray())).toArray());
  }

  /**
   * The shape that these broadcast to. {@code lax.broadcast_shapes}.
   *
   * {@snippet :
   * lax.broadcastShapes(Shape.of(3, 1), Shape.of(1, 4)) // => (3, 4)
   * }
   *
   * @throws ShapeException if they do not broadcast
   */
  public static Shape broadcastShapes(Shape... shapes) {
    return Promote.common("broadcastShapes", List.of(shapes));
  }

  /**
   * 0, 1, 2, ... {@code lax.iota}.
   *
   * {@snippet :
   * lax.iota(jnp.float32, 3) // => [0. 1. 2.]
   * }
   *
   * @throws ShapeException if a length is negative
   */
  public static Array iota(DType dtype, int size) {
    return broadcastedIota(dtype, Shape.of(size), 0);
  }

  /**
   * The position along an axis, in a shape. {@code lax.broadcasted_iota}.
   *
   * {@snippet :
   * lax.broadcastedIota(jnp.int32, Shape.of(2, 3), 1) // => [[0 1 2] [0 1 2]]
   * }
   *
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array broadcastedIota(DType dtype, Shape shape, int dimension) {
    return Array.of(
        Shaping.iota(shape, dtype, Dims.axis("broadcastedIota", dimension, shape.rank())));
  }

  /**
   * Every element this number. {@code lax.full}.
   *
   * {@snippet :
   * lax.full(Shape.of(2), 7, jnp.int32) // => [7 7]
   * }
   */
  public static Array full(Shape shape, Number value, DType dtype) {
    return Array.of(Shaping.full(shape, dtype, value));
  }

  /**
   * Every element this number, in the shape and dtype of an array. {@code lax.full_like}.
   *
   * {@snippet :
   * lax.fullLike(jnp.ones(2), 7) // => [7. 7.]
   * }
   */
  public static Array fullLike(Array x, Number value) {
    return full(x.shape(), value, x.dtype());
  }

  /**
   * The elements in row-major order in another shape. {@code lax.reshape}.
   *
   * {@snippet :
   * lax.reshape(jnp.arange(4), 2, 2) // => [[0 1] [2 3]]
   * }
   *
   * @throws ShapeException if the numbers of elements differ
   */
  public static Array reshape(Array x, int... newSizes) {
    return Array.of(Shaping.reshape(x.value(), Shape.of(newSizes)));
  }

  /**
   * The axes from one up to before another merged to one. {@code lax.collapse}.
   *
   * {@snippet :
   * lax.collapse(jnp.ones(2, 3, 4), 0, 2).shape() // => (6, 4)
   * }
   *
   * @throws ShapeException if x has too few axes
   */
  public static Array collapse(Array x, int startDimension, int stopDimension) {
    int start = Dims.axis("collapse", startDimension, x.ndim());
    int stop =
        stopDimension == x.ndim() ? stopDimension : Dims.axis("collapse", stopDimension, x.ndim());
    if (start > stop) {
      throw new ShapeException(
          "collapse: the axes from "
              + startDimension
              + " to before "
              + stopDimension
              + " of "
              + x.aval()
              + " are none; the first must come before the second.");
    }
    var dims = x.shape().toArray();
    int merged = IntStream.range(start, stop).map(i -> dims[i]).reduce(1, (a, b) -> a * b);
    var before = Arrays.stream(dims, 0, start);
    var after = Arrays.stream(dims, stop, dims.length);
    return reshape(
        x, IntStream.concat(IntStream.concat(before, IntStream.of(merged)), after).toArray());
  }

  /**
   * New axes of length 1 at these places of the result. {@code lax.expand_dims}.
   *
   * {@snippet :
   * lax.expandDims(jnp.ones(3), 0, 2).shape() // => (1, 3, 1)
   * }
   *
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array expandDims(Array x, int... dimensions) {
    int rank = x.ndim() + dimensions.length;
    var shape = x.shape();
    for (int axis :
        Arrays.stream(dimensions).map(d -> Dims.axis("expandDims", d, rank)).sorted().toArray()) {
      shape = shape.insert(axis, 1);
    }
    return Array.of(Shaping.reshape(x.value(), shape));
  }

  /**
   * Without these axes of length 1. {@code lax.squeeze}.
   *
   * {@snippet :
   * lax.squeeze(jnp.ones(1, 3), 0).shape() // => (3,)
   * }
   *
   * @throws ShapeException if an axis has another length than 1
   */
  public static Array squeeze(Array x, int... dimensions) {
    return Array.of(Shaping.squeeze(x.value(), named("squeeze", x, dimensions)));
  }

  /**
   * The axes in this order. {@code lax.transpose}.
   *
   * {@snippet :
   * lax.transpose(jnp.ones(2, 3, 4), 2, 0, 1).shape() // => (4, 2, 3)
   * }
   *
   * @throws ShapeException if these are not all axes, once each
   */
  public static Array transpose(Array x, int... permutation) {
    var order = Arrays.stream(permutation).map(a -> Dims.axis("transpose", a, x.ndim())).toArray();
    return Array.of(Shaping.transpose(x.value(), Axes.of(order)));
  }

  /**
   * The elements in reverse order along these axes. {@code lax.rev}.
   *
   * {@snippet :
   * lax.rev(jnp.array(1, 2, 3), 0) // => [3 2 1]
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array rev(Array x, int... dimensions) {
    return Array.of(Shaping.rev(x.value(), named("rev", x, dimensions)));
  }

  /**
   * Arrays one after the other along an axis. They have one dtype. {@code lax.concatenate}.
   *
   * {@snippet :
   * lax.concatenate(List.of(jnp.array(1, 2), jnp.zeros(2).astype(jnp.int32)), 0) // => [1 2 0 0]
   * }
   *
   * @throws ShapeException if they differ along another axis
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
  public static Array concatenate(List<Array> operands, int dimension) {
    if (operands.isEmpty()) {
      throw new ShapeException("concatenate: wanted at least one array, got none.");
    }
    int axis = Dims.axis("concatenate", dimension, operands.getFirst().ndim());
    return Array.of(Slicing.concatenate(operands.stream().map(Array::value).toList(), axis));
  }

  /**
   * The elements over and over along each axis. {@code lax.tile}.
   *
   * {@snippet :
   * lax.tile(jnp.array(1, 2), 2) // => [1 2 1 2]
   * }
   *
   * @throws ShapeException if a count is negative
   */
  public static Array tile(Array x, int... reps) {
    return jnp.tile(x, reps);
  }

  /**
   * A value around and between the elements. {@code lax.pad}.
   *
   * {@snippet :
   * lax.pad(jnp.array(1., 2.), jnp.array(0.), new int[][] {{1, 0, 2}}) // => [0. 1. 0. 0. 2.]
   * lax.pad(jnp.array(1., 2.), 9, new int[][] {{-1, 1, 0}}) // => [2. 9.]
   * }
   *
   * @param paddingConfig for each axis how many before, after, and between every two elements; the
   *     first two may be negative, which cuts off
   * @throws ShapeException if there is not one triple for each axis
   */
  public static Array pad(Array x, Array paddingValue, int[][] paddingConfig) {
    if (paddingConfig.length != x.ndim()
        || Arrays.stream(paddingConfig).anyMatch(p -> p.length != 3 || p[2] < 0)) {
      throw new ShapeException(
          "pad: wanted {before, after, between} for each axis of "
              + x.aval()
              + ", got "
              + Arrays.deepToString(paddingConfig)
              + ".");
    }
    var padding =
        new Slicing.Padding(
            column(paddingConfig, 0), column(paddingConfig, 1), column(paddingConfig, 2));
    return Array.of(Slicing.pad(x.value(), paddingValue.value(), padding));
  }

  /** {@link #pad(Array, Array, int[][])} with a number. */
  public static Array pad(Array x, Number paddingValue, int[][] paddingConfig) {
    return pad(x, like(paddingValue, x), paddingConfig);
  }

  private static Axes column(int[][] table, int column) {
    return Axes.of(Arrays.stream(table).mapToInt(row -> row[column]).toArray());
  }

  /**
   * The sum over these axes. In x's dtype. {@code lax.reduce_sum}.
   *
   * {@snippet :
   * lax.reduceSum(jnp.ones(2, 3), 1) // => [3. 3.]
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array reduceSum(Array x, int... axes) {
    return Array.of(Reductions.sum(x.value(), named("reduceSum", x, axes)));
  }

  /**
   * The product over these axes. In x's dtype. {@code lax.reduce_prod}.
   *
   * {@snippet :
   * lax.reduceProd(jnp.array(1., 2., 3.), 0) // => 6.0
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array reduceProd(Array x, int... axes) {
    return Array.of(Reductions.prod(x.value(), named("reduceProd", x, axes)));
  }

  /**
   * The greatest element over these axes. In x's dtype. {@code lax.reduce_max}.
   *
   * {@snippet :
   * lax.reduceMax(jnp.array(1., 3., 2.), 0) // => 3.0
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array reduceMax(Array x, int... axes) {
    return Array.of(Reductions.max(x.value(), named("reduceMax", x, axes)));
  }

  /**
   * The smallest element over these axes. In x's dtype. {@code lax.reduce_min}.
   *
   * {@snippet :
   * lax.reduceMin(jnp.array(1., 3., 2.), 0) // => 1.0
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array reduceMin(Array x, int... axes) {
    return Array.of(Reductions.min(x.value(), named("reduceMin", x, axes)));
  }

  /**
   * Whether all are true over these axes; bitwise of integers. {@code lax.reduce_and}.
   *
   * {@snippet :
   * lax.reduceAnd(jnp.array(true, false), 0) // => False
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   * @throws jacobean.error.DTypeException if x is neither of bools nor of integers
   */
  public static Array reduceAnd(Array x, int... axes) {
    return Array.of(Reductions.and(x.value(), named("reduceAnd", x, axes)));
  }

  /**
   * Whether one is true over these axes; bitwise of integers. {@code lax.reduce_or}.
   *
   * {@snippet :
   * lax.reduceOr(jnp.array(true, false), 0) // => True
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   * @throws jacobean.error.DTypeException if x is neither of bools nor of integers
   */
  public static Array reduceOr(Array x, int... axes) {
    return Array.of(Reductions.or(x.value(), named("reduceOr", x, axes)));
  }

  /**
   * Where along an axis the greatest element stands. {@code lax.argmax}.
   *
   * {@snippet :
   * lax.argmax(jnp.array(1., 3., 2.), 0, jnp.int32) // => 1
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array argmax(Array x, int axis, DType indexDtype) {
    int at = Dims.axis("argmax", axis, x.ndim());
    return convertElementType(Array.of(ArgReductions.argmax(x.value(), at)), indexDtype);
  }

  /**
   * Where along an axis the smallest element stands. {@code lax.argmin}.
   *
   * {@snippet :
   * lax.argmin(jnp.array(2., 3., 1.), 0, jnp.uint8) // => 2
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array argmin(Array x, int axis, DType indexDtype) {
    int at = Dims.axis("argmin", axis, x.ndim());
    return convertElementType(Array.of(ArgReductions.argmin(x.value(), at)), indexDtype);
  }

  /**
   * The elements along these axes combined by an associative function. {@code lax.reduce}.
   *
   * {@snippet :
   * lax.reduce(jnp.array(2., 3., 4.), jnp.array(1.), lax::mul, 0) // => 24.0
   * }
   *
   * @param init a scalar that changes nothing, or what to start from
   * @param computation works element by element on arrays of one shape
   * @throws ShapeException if initValue is no scalar, or an axis is out of bounds
   */
  public static Array reduce(
      Array x, Array init, BinaryOperator<Array> computation, int... dimensions) {
    if (init.ndim() > 0) {
      throw new ShapeException(
          "reduce: what to start from must be a scalar, got " + init.aval() + ".");
    }
    var over = named("reduce", x, dimensions);
    var kept = over.complement(x.ndim());
    var moved = Shaping.transpose(x.value(), over.then(kept));
    int n = Arrays.stream(over.toArray()).map(x::shape).reduce(1, (a, b) -> a * b);
    var rest = x.shape().drop(over);
    var start = Array.of(Shaping.broadcastInDim(init.value(), rest, Axes.of()));
    var rows = Shaping.reshape(moved, rest.insert(0, n));
    while (n > 1) {
      if (n % 2 == 1) {
        rows =
            Slicing.concatenate(
                List.of(rows, Shaping.reshape(start.value(), rest.insert(0, 1))), 0);
        n++;
      }
      n /= 2;
      rows = computation.apply(half(rows, 0, n), half(rows, n, 2 * n)).value();
    }
    return n == 0 ? start : computation.apply(start, Array.of(Shaping.reshape(rows, rest)));
  }

  private static Array half(Value rows, int from, int to) {
    return Array.of(Slicing.sliceAxis(rows, 0, from, to));
  }

  /** Axes where none are really none, which {@code jnp} takes for all. */
  private static Axes named(String operation, Array x, int[] axes) {
    return axes.length == 0 ? Axes.of() : Dims.axes(operation, axes, x.ndim());
  }
}
