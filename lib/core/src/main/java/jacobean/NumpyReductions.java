package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.ArgReductions;
import jacobean.op.Arithmetic;
import jacobean.op.Bitwise;
import jacobean.op.Conversion;
import jacobean.op.Reductions;
import jacobean.op.Shaping;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.function.BinaryOperator;

/**
 * The part of {@link jnp} that reduces axes; without axes, all of them. Each function takes axes,
 * or an axis and whether it stays, or an {@link Over} for all that can be asked for.
 */
abstract sealed class NumpyReductions extends NumpyCloseness permits NumpyAverages {
  private static final Kind SUM = new Kind(Reductions::sum, Arithmetic::add, true);
  private static final Kind PROD = new Kind(Reductions::prod, Arithmetic::mul, true);
  private static final Kind MAX = new Kind(Ordering::max, Ordering::max, false);
  private static final Kind MIN = new Kind(Ordering::min, Ordering::min, false);
  private static final Kind ALL = new Kind(Reductions::and, Bitwise::and, true);
  private static final Kind ANY = new Kind(Reductions::or, Bitwise::or, true);

  /**
   * The sum over these axes, or all. Bools and narrow integers give int32 or uint32, other dtypes
   * stay; an empty sum is 0. {@code jnp.sum}.
   *
   * {@snippet :
   * var x = jnp.array(new int[][] {{1, 2}, {3, 4}});
   * jnp.sum(x) // => 10
   * jnp.sum(x, 0) // => [4 6]
   * jnp.sum(x.gt(1)) // => 3
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array sum(Array x, int... axes) {
    return sum(x, Over.axes(axes));
  }

  /**
   * {@link #sum(Array, Over)} over one axis, which may stay with length 1.
   *
   * {@snippet :
   * jnp.sum(jnp.ones(2, 3), 1, true) // => [[3.] [3.]]
   * }
   */
  public static Array sum(Array x, int axis, boolean keepdims) {
    return sum(x, Over.axes(axis).keepdims(keepdims));
  }

  /**
   * The sum over what an {@link Over} says. Bools and narrow integers give int32 or uint32, other
   * dtypes stay. {@code jnp.sum}.
   *
   * {@snippet :
   * jnp.sum(jnp.ones(2, 3), Over.axes(0).initial(10)) // => [12. 12. 12.]
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array sum(Array x, Over over) {
    var counted = over.type() == null ? summable(x) : over.typed(x);
    return reduce("sum", SUM, counted, over, 0);
  }

  /**
   * The product over these axes, or all. Bools and narrow integers give int32 or uint32, other
   * dtypes stay; an empty product is 1. {@code jnp.prod}.
   *
   * {@snippet :
   * jnp.prod(jnp.array(1., 2., 3., 4.)) // => 24.0
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array prod(Array x, int... axes) {
    return prod(x, Over.axes(axes));
  }

  /** {@link #prod(Array, Over)} over one axis, which may stay with length 1. */
  public static Array prod(Array x, int axis, boolean keepdims) {
    return prod(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The product; of bools and narrow integers int32 or uint32. {@code jnp.prod}. */
  public static Array prod(Array x, Over over) {
    var counted = over.type() == null ? summable(x) : over.typed(x);
    return reduce("prod", PROD, counted, over, 1);
  }

  /**
   * The greatest element over these axes, or of all, in x's dtype; NaN if there is one. {@code
   * jnp.max}.
   *
   * {@snippet :
   * var x = jnp.array(new int[][] {{1, 5}, {3, 4}});
   * jnp.max(x, 0) // => [3 5]
   * jnp.max(jnp.zeros(0)) // throws ShapeException
   * }
   *
   * @throws ShapeException if there is no element and no initial value
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array max(Array x, int... axes) {
    return max(x, Over.axes(axes));
  }

  /** {@link #max(Array, Over)} over one axis, which may stay with length 1. */
  public static Array max(Array x, int axis, boolean keepdims) {
    return max(x, Over.axes(axis).keepdims(keepdims));
  }

  /**
   * The greatest element; NaN if there is one. {@code jnp.max}.
   *
   * @throws ShapeException if there is no element and no initial value
   */
  public static Array max(Array x, Over over) {
    return reduce("max", MAX, over.typed(x), over, Ordering.lowest(x.dtype()));
  }

  /**
   * {@link #max(Array, int...)}. {@code jnp.amax}.
   *
   * {@snippet :
   * jnp.amax(jnp.array(3., 1., 2.)) // => 3.0
   * }
   *
   * @throws ShapeException if there is no element and no initial value
   */
  public static Array amax(Array x, int... axes) {
    return amax(x, Over.axes(axes));
  }

  /** {@link #amax(Array, Over)} over one axis, which may stay with length 1. */
  public static Array amax(Array x, int axis, boolean keepdims) {
    return amax(x, Over.axes(axis).keepdims(keepdims));
  }

  /**
   * The greatest element; NaN if there is one. {@code jnp.amax}.
   *
   * @throws ShapeException if there is no element and no initial value
   */
  public static Array amax(Array x, Over over) {
    return reduce("amax", MAX, over.typed(x), over, Ordering.lowest(x.dtype()));
  }

  /**
   * The smallest element over these axes, or of all, in x's dtype; NaN if there is one. {@code
   * jnp.min}.
   *
   * {@snippet :
   * jnp.min(jnp.array(3., 1., jnp.nan)) // => nan
   * jnp.min(jnp.array(3., 1., 2.)) // => 1.0
   * }
   *
   * @throws ShapeException if there is no element and no initial value
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array min(Array x, int... axes) {
    return min(x, Over.axes(axes));
  }

  /** {@link #min(Array, Over)} over one axis, which may stay with length 1. */
  public static Array min(Array x, int axis, boolean keepdims) {
    return min(x, Over.axes(axis).keepdims(keepdims));
  }

  /**
   * The smallest element; NaN if there is one. {@code jnp.min}.
   *
   * @throws ShapeException if there is no element and no initial value
   */
  public static Array min(Array x, Over over) {
    return reduce("min", MIN, over.typed(x), over, Ordering.highest(x.dtype()));
  }

  /**
   * {@link #min(Array, int...)}. {@code jnp.amin}.
   *
   * {@snippet :
   * jnp.amin(jnp.array(3., 1., 2.)) // => 1.0
   * }
   *
   * @throws ShapeException if there is no element and no initial value
   */
  public static Array amin(Array x, int... axes) {
    return amin(x, Over.axes(axes));
  }

  /** {@link #amin(Array, Over)} over one axis, which may stay with length 1. */
  public static Array amin(Array x, int axis, boolean keepdims) {
    return amin(x, Over.axes(axis).keepdims(keepdims));
  }

  /**
   * The smallest element; NaN if there is one. {@code jnp.amin}.
   *
   * @throws ShapeException if there is no element and no initial value
   */
  public static Array amin(Array x, Over over) {
    return reduce("amin", MIN, over.typed(x), over, Ordering.highest(x.dtype()));
  }

  /**
   * Whether all elements over these axes, or of all, are not zero; bool. {@code jnp.all}.
   *
   * {@snippet :
   * jnp.all(jnp.array(new int[][] {{1, 2}, {0, 4}}), 1) // => [True False]
   * if (jnp.all(jnp.ones(2)).toBoolean()) System.out.println("all"); // prints all
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array all(Array x, int... axes) {
    return all(x, Over.axes(axes));
  }

  /** {@link #all(Array, Over)} over one axis, which may stay with length 1. */
  public static Array all(Array x, int axis, boolean keepdims) {
    return all(x, Over.axes(axis).keepdims(keepdims));
  }

  /** Whether all elements are not zero. {@code jnp.all}. */
  public static Array all(Array x, Over over) {
    return reduce("all", ALL, x.astype(DType.BOOL), over, 1);
  }

  /**
   * Whether an element over these axes, or of all, is not zero; bool. {@code jnp.any}.
   *
   * {@snippet :
   * jnp.any(jnp.array(0, 0, 3)) // => True
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array any(Array x, int... axes) {
    return any(x, Over.axes(axes));
  }

  /** {@link #any(Array, Over)} over one axis, which may stay with length 1. */
  public static Array any(Array x, int axis, boolean keepdims) {
    return any(x, Over.axes(axis).keepdims(keepdims));
  }

  /** Whether an element is not zero. {@code jnp.any}. */
  public static Array any(Array x, Over over) {
    return reduce("any", ANY, x.astype(DType.BOOL), over, 0);
  }

  /**
   * The greatest less the smallest element over these axes, or of all. {@code jnp.ptp}.
   *
   * {@snippet :
   * jnp.ptp(jnp.array(3., 9., 4.)) // => 6.0
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   * @throws jacobean.error.DTypeException if x is of bools
   */
  public static Array ptp(Array x, int... axes) {
    return ptp(x, Over.axes(axes));
  }

  /** {@link #ptp(Array, Over)} over one axis, which may stay with length 1. */
  public static Array ptp(Array x, int axis, boolean keepdims) {
    return ptp(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The greatest less the smallest element. {@code jnp.ptp}. */
  public static Array ptp(Array x, Over over) {
    return subtract(max(x, over), min(x, over));
  }

  /**
   * How many elements over these axes, or of all, are not zero; int32. {@code jnp.count_nonzero}.
   *
   * {@snippet :
   * jnp.countNonzero(jnp.array(0, 1, 5)) // => 2
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array countNonzero(Array x, int... axes) {
    return countNonzero(x, Over.axes(axes));
  }

  /** {@link #countNonzero(Array, Over)} over one axis, which may stay with length 1. */
  public static Array countNonzero(Array x, int axis, boolean keepdims) {
    return countNonzero(x, Over.axes(axis).keepdims(keepdims));
  }

  /** How many elements are not zero, int32. {@code jnp.count_nonzero}. */
  public static Array countNonzero(Array x, Over over) {
    return sum(notEqual(x, 0), over);
  }

  /**
   * Where the greatest element stands in row-major order, the first of equals; int32. {@code
   * jnp.argmax}.
   *
   * {@snippet :
   * jnp.argmax(jnp.array(1., 7., 7.)) // => 1
   * }
   *
   * @throws ShapeException if there is no element
   */
  public static Array argmax(Array x) {
    return argmax(ravel(x), 0);
  }

  /**
   * Where along an axis the greatest element stands, int32.
   *
   * {@snippet :
   * jnp.argmax(jnp.array(new int[][] {{1, 9}, {8, 2}}), 1) // => [1 0]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array argmax(Array x, int axis) {
    return argmax(x, axis, false);
  }

  /** Where along an axis the greatest element stands, int32; the axis may stay with length 1. */
  public static Array argmax(Array x, int axis, boolean keepdims) {
    int at = position("argmax", x, axis);
    var found = Array.of(ArgReductions.argmax(x.value(), at));
    return Over.all().keepdims(keepdims).shaped(found, x.shape(), Axes.of(at));
  }

  /**
   * Where the smallest element stands in row-major order, the first of equals; int32. {@code
   * jnp.argmin}.
   *
   * {@snippet :
   * jnp.argmin(jnp.array(4., 1., 1.)) // => 1
   * }
   *
   * @throws ShapeException if there is no element
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array argmin(Array x) {
    return argmin(ravel(x), 0);
  }

  /**
   * Where along an axis the smallest element stands, int32.
   *
   * {@snippet :
   * jnp.argmin(jnp.array(new int[][] {{1, 9}, {8, 2}}), 0) // => [0 1]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array argmin(Array x, int axis) {
    return argmin(x, axis, false);
  }

  /** Where along an axis the smallest element stands, int32; the axis may stay with length 1. */
  public static Array argmin(Array x, int axis, boolean keepdims) {
    int at = position("argmin", x, axis);
    var found = Array.of(ArgReductions.argmin(x.value(), at));
    return Over.all().keepdims(keepdims).shaped(found, x.shape(), Axes.of(at));
  }

  /**
   * The elements as one axis. In row-major order. {@code jnp.ravel}.
   *
   * {@snippet :
   * jnp.ravel(jnp.array(new int[][] {{1, 2}, {3, 4}})) // => [1 2 3 4]
   * }
   */
  public static Array ravel(Array x) {
    return Array.of(Shaping.reshape(x.value(), Shape.of(Math.toIntExact(x.size()))));
  }

  private static int position(String operation, Array x, int axis) {
    int at = Dims.axis(operation, axis, x.ndim());
    requireSome(operation, x, Over.all(), Axes.of(at));
    return at;
  }

  static Array summable(Array x) {
    return switch (x.dtype()) {
      case BOOL, INT8, INT16 -> x.astype(DType.INT32);
      case UINT8, UINT16 -> x.astype(DType.UINT32);
      case UINT32,
          UINT64,
          INT32,
          INT64,
          FLOAT16,
          BFLOAT16,
          FLOAT32,
          FLOAT64,
          COMPLEX64,
          COMPLEX128 ->
          x;
    };
  }

  private static Array reduce(String name, Kind kind, Array x, Over over, Number identity) {
    var axes = over.of(name, x.ndim());
    if (!kind.ofNothing && over.start() == null) {
      requireSome(name, x, over, axes);
    }
    var counted =
        over.mask() == null ? x : where(over.mask(), x, full(Shape.SCALAR, identity, x.dtype()));
    var reduced = kind.reduce.apply(counted.value(), axes);
    var initial = over.start();
    var joined =
        initial == null
            ? reduced
            : kind.join.apply(Arithmetic.constant(x.dtype(), initial), reduced);
    // What a reduction gives is no longer a Java number.
    var strong = Conversion.convert(joined, joined.dtype());
    return over.shaped(Array.of(strong), counted.shape(), axes);
  }

  private static void requireSome(String name, Array x, Over over, Axes axes) {
    if (over.mask() != null) {
      throw new ShapeException(
          name
              + ": with where there may be nothing left of "
              + x.aval()
              + ", and nothing has no "
              + name
              + "; say what to start from with Over.initial.");
    }
    for (int axis : axes.toArray()) {
      if (x.shape(axis) == 0) {
        throw new ShapeException(
            name
                + ": axis "
                + axis
                + " of "
                + x.aval()
                + " is empty, and nothing has no "
                + name
                + ". Over.initial gives a number to start from.");
      }
    }
  }

  /**
   * A way to reduce.
   *
   * @param ofNothing whether no elements have a result
   */
  private record Kind(Reduction reduce, BinaryOperator<Value> join, boolean ofNothing) {}

  private interface Reduction {
    Value apply(Value x, Axes axes);
  }
}
