package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.ArgReductions;
import jacobean.op.Arithmetic;
import jacobean.op.Conversion;
import jacobean.op.Reductions;
import jacobean.op.Shaping;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;

/** The part of {@link jnp} that reduces axes; without axes, all of them. */
abstract sealed class NumpyReductions extends NumpyMath permits NumpyShapes {

  /** The sum; of bools the int32 count. {@code jnp.sum}. */
  public static Array sum(Array x, int... axes) {
    return reduce("sum", Reductions::sum, Array.of(summable(x)), axes);
  }

  /** The product. {@code jnp.prod}. */
  public static Array prod(Array x, int... axes) {
    return reduce("prod", Reductions::prod, Array.of(summable(x)), axes);
  }

  /**
   * The greatest element; NaN if there is one. {@code jnp.max}.
   *
   * @throws ShapeException if there is none
   */
  public static Array max(Array x, int... axes) {
    return reduce("max", Reductions::max, notEmpty("max", x, axes), axes);
  }

  /**
   * The smallest element; NaN if there is one. {@code jnp.min}.
   *
   * @throws ShapeException if there is none
   */
  public static Array min(Array x, int... axes) {
    return reduce("min", Reductions::min, notEmpty("min", x, axes), axes);
  }

  /** Whether all elements are not zero. {@code jnp.all}. */
  public static Array all(Array x, int... axes) {
    return reduce("all", Reductions::and, x.astype(DType.BOOL), axes);
  }

  /** Whether an element is not zero. {@code jnp.any}. */
  public static Array any(Array x, int... axes) {
    return reduce("any", Reductions::or, x.astype(DType.BOOL), axes);
  }

  /** The mean, floating. {@code jnp.mean}. */
  public static Array mean(Array x, int... axes) {
    var real = Promote.toFloating(x.value());
    var over = Dims.axes("mean", axes, x.ndim());
    return Array.of(Conversion.convert(meanOver(wide(real), over), real.dtype(), real.aval().weak()));
  }

  /** The mean of the squared distances from the mean. {@code jnp.var}. */
  public static Array var(Array x, int... axes) {
    var real = Promote.toFloating(x.value());
    var over = Dims.axes("var", axes, x.ndim());
    var mean = Reductions.expand(meanOver(wide(real), over), x.shape(), over);
    var spread = meanOver(Arithmetic.square(Arithmetic.sub(wide(real), mean)), over);
    return Array.of(Conversion.convert(spread, real.dtype(), real.aval().weak()));
  }

  /** The square root of {@link #var}. {@code jnp.std}. */
  public static Array std(Array x, int... axes) {
    return sqrt(var(x, axes));
  }

  /** Where the greatest element stands in row-major order, int32. {@code jnp.argmax}. */
  public static Array argmax(Array x) {
    return argmax(ravel(x), 0);
  }

  /** Where along an axis the greatest element stands, int32. */
  public static Array argmax(Array x, int axis) {
    return Array.of(ArgReductions.argmax(x.value(), Dims.axis("argmax", axis, x.ndim())));
  }

  /** Where the smallest element stands in row-major order, int32. {@code jnp.argmin}. */
  public static Array argmin(Array x) {
    return argmin(ravel(x), 0);
  }

  /** Where along an axis the smallest element stands, int32. */
  public static Array argmin(Array x, int axis) {
    return Array.of(ArgReductions.argmin(x.value(), Dims.axis("argmin", axis, x.ndim())));
  }

  /** The elements as one axis. {@code jnp.ravel}. */
  public static Array ravel(Array x) {
    return Array.of(Shaping.reshape(x.value(), Shape.of(Math.toIntExact(x.size()))));
  }

  private static Value meanOver(Value x, Axes over) {
    long n = Arrays.stream(over.toArray()).mapToLong(x.shape()::dim).reduce(1, (a, b) -> a * b);
    return Arithmetic.div(Reductions.sum(x, over), Arithmetic.constant(x.dtype(), n));
  }

  /** 16-bit floating numbers as float32, in which means of them are computed. */
  private static Value wide(Value x) {
    return x.dtype().itemsize() == 2 ? Conversion.convert(x, DType.FLOAT32, x.aval().weak()) : x;
  }

  /** Bools and narrow integers with 32 bits, in which they are summed up. */
  private static Value summable(Array x) {
    return switch (x.dtype()) {
      case BOOL, INT8, INT16 -> Conversion.convert(x.value(), DType.INT32);
      case UINT8, UINT16 -> Conversion.convert(x.value(), DType.UINT32);
      case UINT32, UINT64, INT32, INT64, FLOAT16, BFLOAT16, FLOAT32, FLOAT64 -> x.value();
    };
  }

  private static Array notEmpty(String operation, Array x, int... axes) {
    for (int axis : Dims.axes(operation, axes, x.ndim()).toArray()) {
      if (x.shape(axis) == 0) {
        throw new ShapeException(
            operation + ": axis " + axis + " of " + x.aval() + " is empty, and nothing has no " + operation + ".");
      }
    }
    return x;
  }

  private static Array reduce(String name, Reduction op, Array x, int... axes) {
    return Array.of(op.apply(x.value(), Dims.axes(name, axes, x.ndim())));
  }

  private interface Reduction {
    Value apply(Value x, Axes axes);
  }
}
