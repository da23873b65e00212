package jacobean;

import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.Conversion;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.Arrays;

/** The part of {@link jnp} that averages: means, variances, sums of exponentials. */
abstract sealed class NumpyAverages extends NumpyReductions permits NumpyNans {

  /**
   * The mean over these axes, or of all; integers and bools give float32. {@code jnp.mean}.
   *
   * {@snippet :
   * jnp.mean(jnp.array(new int[][] {{1, 2}, {3, 5}}), 0) // => [2. 3.5]
   * jnp.mean(jnp.array(true, false, false, true)) // => 0.5
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array mean(Array x, int... axes) {
    return mean(x, Over.axes(axes));
  }

  /** {@link #mean(Array, Over)} over one axis, which may stay with length 1. */
  public static Array mean(Array x, int axis, boolean keepdims) {
    return mean(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The mean, floating. {@code jnp.mean}. */
  public static Array mean(Array x, Over over) {
    over.of("mean", x.ndim()); // so that a bad axis is told as the mean's
    var real = Array.of(Promote.toFloating(over.typed(x).value()));
    return narrow(real, divide(sum(wide(real), over.dtype(null)), count(wide(real), over)));
  }

  /**
   * The mean of the squared distances from the mean, floating; {@link Over#ddof} for estimates.
   * {@code jnp.var}.
   *
   * {@snippet :
   * jnp.var(jnp.array(1., 2., 3., 4.)) // => 1.25
   * jnp.var(jnp.array(1., 2., 3., 4.), Over.all().ddof(1)) // => 1.6666666
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array var(Array x, int... axes) {
    return var(x, Over.axes(axes));
  }

  /** {@link #var(Array, Over)} over one axis, which may stay with length 1. */
  public static Array var(Array x, int axis, boolean keepdims) {
    return var(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The mean of the squared distances from the mean, floating. {@code jnp.var}. */
  public static Array var(Array x, Over over) {
    var real = Array.of(Promote.toFloating(over.typed(x).value()));
    var plain = over.dtype(null);
    var wide = wide(real);
    var squares = MatrixNorms.squares(subtract(wide, mean(wide, plain.keepdims())));
    var divisor = subtract(count(squares, over), over.correction());
    return narrow(
        jnp.real(real), where(greater(divisor, 0), divide(sum(squares, plain), divisor), nan));
  }

  /**
   * The square root of {@link #var(Array, Over)}. {@code jnp.std}.
   *
   * {@snippet :
   * jnp.std(jnp.array(1., 3.)) // => 1.0
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array std(Array x, int... axes) {
    return std(x, Over.axes(axes));
  }

  /** {@link #std(Array, Over)} over one axis, which may stay with length 1. */
  public static Array std(Array x, int axis, boolean keepdims) {
    return std(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The square root of {@link #var(Array, Over)}. {@code jnp.std}. */
  public static Array std(Array x, Over over) {
    return sqrt(var(x, over));
  }

  /** The mean. {@code jnp.average}. */
  public static Array average(Array x, int... axes) {
    return mean(x, axes);
  }

  /** The mean. {@code jnp.average}. */
  public static Array average(Array x, Over over) {
    return mean(x, over);
  }

  /**
   * The mean in which each element counts by its weight, over all axes. {@code jnp.average}.
   *
   * {@snippet :
   * jnp.average(jnp.array(1., 10.), jnp.array(3., 1.)) // => 3.25
   * }
   *
   * @throws ShapeException if the weights are of another shape
   */
  public static Array average(Array x, Array weights) {
    return average(x, Over.all(), weights);
  }

  /**
   * The mean along an axis in which each element, or each place along the axis, counts by its
   * weight.
   */
  public static Array average(Array x, int axis, Array weights) {
    return average(x, Over.axes(axis), weights);
  }

  /**
   * The mean in which each element counts by its weight. {@code jnp.average}.
   *
   * @param weights of the operand's shape, or of that of the axes
   * @throws ShapeException if they are of another shape
   */
  public static Array average(Array x, Over over, Array weights) {
    var axes = over.of("average", x.ndim());
    var full = weights.shape().equals(x.shape()) ? weights : alongAxes(x, axes, weights);
    var total = sum(full.astype(Promote.toFloating(full.value()).dtype()), over);
    return divide(sum(multiply(x, full), over), total);
  }

  private static Array alongAxes(Array x, Axes axes, Array weights) {
    var lengths = Arrays.stream(axes.toArray()).map(x::shape).toArray();
    if (!Arrays.equals(lengths, weights.shape().toArray())) {
      throw new ShapeException(
          "average: weights must have the operand's shape "
              + x.shape()
              + " or the lengths of the axes "
              + Arrays.toString(lengths)
              + ", got "
              + weights.aval()
              + ".");
    }
    var dims = new int[x.ndim()];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = axes.contains(i) ? x.shape(i) : 1;
    }
    return jnp.broadcastTo(jnp.reshape(weights, dims), x.shape().toArray());
  }

  /**
   * {@code log(sum(exp(x)))} over these axes, or all, without overflow; floating. {@code
   * jax.nn.logsumexp}.
   *
   * {@snippet :
   * jnp.logsumexp(jnp.array(1000., 1000.)) // => 1000.6932
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array logsumexp(Array x, int... axes) {
    return logsumexp(x, Over.axes(axes));
  }

  /** {@link #logsumexp(Array, Over)} over one axis, which may stay with length 1. */
  public static Array logsumexp(Array x, int axis, boolean keepdims) {
    return logsumexp(x, Over.axes(axis).keepdims(keepdims));
  }

  /** {@code log(sum(exp(x)))} without overflow. {@code nn.logsumexp}. */
  public static Array logsumexp(Array x, Over over) {
    var real = Array.of(Promote.toFloating(x.value()));
    var counted = over.mask() == null ? real : where(over.mask(), real, -inf);
    var axes = over.of("logsumexp", counted.ndim());
    var greatest =
        max(jax.stopGradient(counted), Over.axes(axes.toArray()).keepdims().initial(-inf));
    var shift = where(isfinite(greatest), greatest, zerosLike(greatest));
    var sums = sum(exp(subtract(counted, shift)), Over.axes(axes.toArray()).keepdims());
    var kept = add(log(sums), shift);
    return over.kept() || axes.size() == 0 ? kept : jnp.squeeze(kept, axes.toArray());
  }

  /**
   * {@code log(mean(exp(x)))} over these axes, or all, without overflow; floating. {@code
   * jax.nn.logmeanexp}.
   *
   * {@snippet :
   * jnp.logmeanexp(jnp.array(1000., 1000.)) // => 1000.0
   * }
   *
   * @throws ShapeException if an axis is out of bounds or named twice
   */
  public static Array logmeanexp(Array x, int... axes) {
    return logmeanexp(x, Over.axes(axes));
  }

  /** {@link #logmeanexp(Array, Over)} over one axis, which may stay with length 1. */
  public static Array logmeanexp(Array x, int axis, boolean keepdims) {
    return logmeanexp(x, Over.axes(axis).keepdims(keepdims));
  }

  /** {@code log(mean(exp(x)))} without overflow. {@code nn.logmeanexp}. */
  public static Array logmeanexp(Array x, Over over) {
    var real = Array.of(Promote.toFloating(x.value()));
    return subtract(logsumexp(real, over), log(count(real, over)));
  }

  /** 16-bit floating numbers as float32, in which averages of them are computed. */
  private static Array wide(Array x) {
    return x.dtype().itemsize() == 2 ? x.astype(DType.FLOAT32) : x;
  }

  /** A result in the type that the operand had. */
  private static Array narrow(Array operand, Array result) {
    return Array.of(Conversion.convert(result.value(), operand.dtype()));
  }

  /** How many elements each result is made of, in the operand's dtype. */
  static Array count(Array x, Over over) {
    var axes = over.of("count", x.ndim());
    if (over.mask() != null) {
      var mask = jnp.broadcastTo(over.mask(), x.shape().toArray()).astype(x.dtype());
      return sum(mask, Over.axes(axes.toArray()).keepdims(over.kept()));
    }
    long n = Arrays.stream(axes.toArray()).mapToLong(x::shape).reduce(1, (i, j) -> i * j);
    return Array.of(Arithmetic.constant(x.dtype(), n));
  }
}
