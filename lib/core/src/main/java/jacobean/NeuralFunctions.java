package jacobean;

import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Conversion;
import jacobean.op.ErrorFunctions;
import jacobean.op.Exponential;
import jacobean.op.Reductions;
import jacobean.type.Axes;
import jacobean.type.DType;

/**
 * Functions for neural networks: {@code jax.nn}. Elementwise ones keep shape and floating dtype.
 *
 * {@snippet :
 * jax.nn.relu(jnp.array(-1., 2.)) // => [0. 2.]
 * }
 */
public abstract class NeuralFunctions extends Activations {
  private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);

  /** For classes that have these functions under another name. */
  protected NeuralFunctions() {}

  /**
   * {@code max(x, 0)}, with derivative 0 at 0. {@code jax.nn.relu}.
   *
   * {@snippet :
   * jax.nn.relu(jnp.array(-1., 2.)) // => [0. 2.]
   * grad(x -> jax.nn.relu(x)).apply(jnp.array(0.)) // => 0.0
   * }
   */
  public static Array relu(Array x) {
    // The slope is the selection's alone; NaN is kept.
    return jnp.where(x.gt(0), x, jax.stopGradient(jnp.maximum(x, 0)));
  }

  /**
   * {@code min(max(x, 0), 6)}, with derivative 0 at 0 and at 6. {@code jax.nn.relu6}.
   *
   * {@snippet :
   * jax.nn.relu6(jnp.array(-1., 2., 9.)) // => [0. 2. 6.]
   * }
   */
  public static Array relu6(Array x) {
    return jnp.where(x.gt(0).and(x.lt(6)), x, jax.stopGradient(jnp.minimum(jnp.maximum(x, 0), 6.)));
  }

  /**
   * x where it is positive, 0.01 x elsewhere. {@code jax.nn.leaky_relu}.
   *
   * {@snippet :
   * jax.nn.leakyRelu(jnp.array(-1., 2.)) // => [-0.01 2. ]
   * }
   */
  public static Array leakyRelu(Array x) {
    return leakyRelu(x, 0.01);
  }

  /** x where it is not negative, {@code slope * x} elsewhere. */
  public static Array leakyRelu(Array x, Number slope) {
    return jnp.where(x.ge(0), x, x.times(slope));
  }

  /**
   * {@code 1 / (1 + e^-x)}. {@code jax.nn.sigmoid}.
   *
   * {@snippet :
   * jax.nn.sigmoid(jnp.array(0., 100.)) // => [0.5 1. ]
   * }
   */
  public static Array sigmoid(Array x) {
    return Array.of(Exponential.logistic(Promote.toFloating(x.value())));
  }

  /**
   * {@code x sigmoid(x)}, also called swish. {@code jax.nn.silu}.
   *
   * {@snippet :
   * jax.nn.silu(jnp.array(-1., 1.)) // => [-0.26894143 0.7310586 ]
   * }
   */
  public static Array silu(Array x) {
    return x.times(sigmoid(x));
  }

  /**
   * {@link #silu}. {@code jax.nn.swish}.
   *
   * {@snippet :
   * jax.nn.swish(jnp.array(1.)) // => 0.7310586
   * }
   */
  public static Array swish(Array x) {
    return silu(x);
  }

  /**
   * {@code log(1 + e^x)}. {@code jax.nn.softplus}.
   *
   * {@snippet :
   * jax.nn.softplus(jnp.array(-1., 0., 100.)) // => [0.3132617 0.6931472 100. ]
   * }
   */
  public static Array softplus(Array x) {
    // log(e^x + e^0) with the greater exponent taken out, so that nothing overflows. Selections and
    // not max and abs, whose slopes at 0 would not add up to 1/2.
    var real = Array.of(Promote.toFloating(x.value()));
    var positive = real.gt(0);
    var zero = jnp.zerosLike(real);
    return jnp.where(positive, real, zero)
        .plus(jnp.log1p(jnp.exp(jnp.where(positive, jnp.negative(real), real))));
  }

  /**
   * {@code tanh x}. {@code jax.nn.tanh}.
   *
   * {@snippet :
   * jax.nn.tanh(jnp.array(1.)) // => 0.7615942
   * }
   */
  public static Array tanh(Array x) {
    return jnp.tanh(x);
  }

  /** x where it is positive, {@code alpha (e^x - 1)} elsewhere. */
  public static Array elu(Array x, double alpha) {
    var positive = x.gt(0);
    return jnp.where(positive, x, jnp.expm1(jnp.where(positive, 0., x)).times(alpha));
  }

  /**
   * x where it is positive, {@code e^x - 1} elsewhere. {@code jax.nn.elu}.
   *
   * {@snippet :
   * jax.nn.elu(jnp.array(-1., 2.)) // => [-0.63212055 2. ]
   * }
   */
  public static Array elu(Array x) {
    var positive = x.gt(0);
    // The other branch must not overflow, or its zero cotangent would become NaN.
    return jnp.where(positive, x, jnp.expm1(jnp.where(positive, 0., x)));
  }

  /**
   * The Gaussian error linear unit by its tanh approximation, as JAX's default: {@code x/2 (1 +
   * tanh(sqrt(2/pi) (x + 0.044715 x^3)))}. {@code jax.nn.gelu}.
   *
   * {@snippet :
   * jax.nn.gelu(jnp.array(-1., 0., 1.)) // => [-0.158808 0. 0.841192]
   * }
   */
  public static Array gelu(Array x) {
    var cubic = x.plus(jnp.power(x, 3).times(0.044715));
    return x.times(jnp.tanh(cubic.times(SQRT_2_OVER_PI)).plus(1.).times(0.5));
  }

  /**
   * The Gaussian error linear unit, {@code x Phi(x)}: exact, or {@link #gelu(Array)}.
   *
   * {@snippet :
   * jax.nn.gelu(jnp.array(1.), false) // => 0.8413447
   * }
   */
  public static Array gelu(Array x, boolean approximate) {
    if (approximate) {
      return gelu(x);
    }
    var real = Array.of(Promote.toFloating(x.value()));
    var tail = Array.of(ErrorFunctions.erfc(real.times(-Math.sqrt(0.5)).value()));
    return real.times(0.5).times(tail);
  }

  /**
   * {@code e^x} over its sum along the last axis. {@code jax.nn.softmax}.
   *
   * {@snippet :
   * jax.nn.softmax(jnp.array(1., 2., 1000.)) // => [0. 0. 1.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array softmax(Array x) {
    return softmax(x, -1);
  }

  /** {@code e^x} over its sum along an axis. */
  public static Array softmax(Array x, int axis) {
    var over = Axes.of(Dims.axis("softmax", axis, x.ndim()));
    var unnormalized = Exponential.exp(shifted(x, over));
    var sum = Reductions.expand(Reductions.sum(unnormalized, over), x.shape(), over);
    return Array.of(Arithmetic.div(unnormalized, sum));
  }

  /**
   * The logarithm of {@link #softmax} along the last axis. {@code jax.nn.log_softmax}.
   *
   * {@snippet :
   * jax.nn.logSoftmax(jnp.array(0., 1000.)) // => [-1000. 0.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array logSoftmax(Array x) {
    return logSoftmax(x, -1);
  }

  /**
   * The logarithm of {@link #softmax}, without underflow.
   *
   * @throws jacobean.error.ShapeException if the axis is out of bounds
   */
  public static Array logSoftmax(Array x, int axis) {
    var over = Axes.of(Dims.axis("logSoftmax", axis, x.ndim()));
    var shifted = shifted(x, over);
    var log = Exponential.log(Reductions.sum(Exponential.exp(shifted), over));
    return Array.of(Arithmetic.sub(shifted, Reductions.expand(log, x.shape(), over)));
  }

  /** x minus its greatest element along the axes, which counts as a constant. */
  private static Value shifted(Array x, Axes over) {
    var real = Promote.toFloating(x.value());
    var greatest = Reductions.max(jax.stopGradient(Array.of(real)).value(), over);
    return Arithmetic.sub(real, Reductions.expand(greatest, x.shape(), over));
  }

  /**
   * {@code e^x} over its sum along an axis, of the elements where this is true; 0 elsewhere.
   *
   * {@snippet :
   * jax.nn.softmax(jnp.array(1., 1., 9.), 0, jnp.array(true, true, false)) // => [0.5 0.5 0. ]
   * }
   *
   * @throws jacobean.error.ShapeException if the axis is out of bounds
   */
  public static Array softmax(Array x, int axis, Array where) {
    var masked = softmax(jnp.where(where, x, Double.NEGATIVE_INFINITY), axis);
    return jnp.where(where, masked, 0.);
  }

  /** {@code e^x} over its sum over these axes. */
  public static Array softmax(Array x, Over over) {
    var axes = over.of("softmax", x.ndim());
    var kept = over.mask() == null ? x : jnp.where(over.mask(), x, Double.NEGATIVE_INFINITY);
    var unnormalized = Array.of(Exponential.exp(shifted(kept, axes)));
    var shares = unnormalized.div(jnp.sum(unnormalized, Over.axes(axes.toArray()).keepdims()));
    return over.mask() == null ? shares : jnp.where(over.mask(), shares, 0.);
  }

  /**
   * The logarithm of {@link #softmax(Array, int, Array)}; minus infinity where this is not true.
   */
  public static Array logSoftmax(Array x, int axis, Array where) {
    return logSoftmax(x, Over.axes(axis).where(where));
  }

  /**
   * The logarithm of {@link #softmax(Array, Over)}; minus infinity where its mask is not true.
   *
   * {@snippet :
   * jax.nn.logSoftmax(jnp.zeros(2, 2), Over.all()) // => [[-1.3862944 -1.3862944] [-1.3862944 -1.3862944]]
   * }
   */
  public static Array logSoftmax(Array x, Over over) {
    var axes = over.of("logSoftmax", x.ndim());
    var kept = over.mask() == null ? x : jnp.where(over.mask(), x, Double.NEGATIVE_INFINITY);
    var shifted = Array.of(shifted(kept, axes));
    var sum = jnp.sum(jnp.exp(shifted), Over.axes(axes.toArray()).keepdims());
    var logs = shifted.minus(jnp.log(sum));
    return over.mask() == null ? logs : jnp.where(over.mask(), logs, Double.NEGATIVE_INFINITY);
  }

  /**
   * {@code log(sum(exp(x)))} without overflow, over these axes or all. {@code jax.nn.logsumexp}.
   *
   * {@snippet :
   * jax.nn.logsumexp(jnp.array(1000., 1000.)) // => 1000.6932
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds
   */
  public static Array logsumexp(Array x, int... axes) {
    return jnp.logsumexp(x, axes);
  }

  /** {@code log(sum(exp(x)))} without overflow. {@code jax.nn.logsumexp}. */
  public static Array logsumexp(Array x, Over over) {
    return jnp.logsumexp(x, over);
  }

  /**
   * {@code log(sum(b exp(x)))} without overflow; NaN where the sum is negative. {@code
   * jax.nn.logsumexp}.
   *
   * @param b factors, which broadcast to x
   */
  public static Array logsumexp(Array x, Over over, Array b) {
    var parts = signedLogsumexp(x, over, b);
    return jnp.where(parts.get(1).lt(0), Double.NaN, parts.get(0));
  }

  /**
   * The logarithm of the magnitude of {@code sum(b exp(x))} without overflow, and its sign. {@code
   * jax.nn.logsumexp} with {@code return_sign}.
   *
   * {@snippet :
   * var parts = jax.nn.signedLogsumexp(jnp.zeros(2), Over.all(), jnp.array(1., -3.));
   * parts // => [0.6931472, -1.0]
   * }
   *
   * @param b factors, which broadcast to x
   * @throws jacobean.error.ShapeException if the shapes do not broadcast, or an axis is out of
   *     bounds
   */
  public static java.util.List<Array> signedLogsumexp(Array x, Over over, Array b) {
    var promoted = Promote.values(x.value(), b.value());
    var factors = Array.of(Promote.toFloating(promoted.get(1)));
    var real = Array.of(Promote.toFloating(promoted.get(0)));
    var counted = jnp.where(factors.ne(0), real, Double.NEGATIVE_INFINITY);
    var greatest =
        jnp.max(jax.stopGradient(counted), over.keepdims().initial(Double.NEGATIVE_INFINITY));
    var shift = jnp.where(jnp.isfinite(greatest), greatest, 0.);
    var sum = jnp.sum(jnp.exp(counted.minus(shift)).times(factors), over.keepdims());
    var kept = jnp.log(jnp.abs(sum)).plus(shift);
    var axes = over.of("logsumexp", x.ndim());
    return over.kept() || axes.size() == 0
        ? java.util.List.of(kept, jnp.sign(sum))
        : java.util.List.of(
            jnp.squeeze(kept, axes.toArray()), jnp.squeeze(jnp.sign(sum), axes.toArray()));
  }

  /**
   * {@code log(mean(exp(x)))} without overflow, over these axes or all. {@code jax.nn.logmeanexp}.
   *
   * {@snippet :
   * jax.nn.logmeanexp(jnp.array(1000., 1000.)) // => 1000.0
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds, or an axis is named twice
   */
  public static Array logmeanexp(Array x, int... axes) {
    return jnp.logmeanexp(x, axes);
  }

  /** {@code log(mean(exp(x)))} without overflow. {@code jax.nn.logmeanexp}. */
  public static Array logmeanexp(Array x, Over over) {
    return jnp.logmeanexp(x, over);
  }

  /**
   * The products of stacks of matrices that are given by numbers and coarser factors along the last
   * axis, which is summed over. {@code jax.nn.scaled_matmul}.
   *
   * {@snippet :
   * var x = jnp.ones(1, 2, 4);
   * jax.nn.scaledMatmul(x, x, jnp.ones(1, 2, 1).times(3), jnp.ones(1, 2, 2), jnp.float32).get(0) // => [[12. 12.] [12. 12.]]
   * }
   *
   * @param lhs [batch, m, k]
   * @param rhs [batch, n, k]
   * @param lhsScales [batch, m, k over some block size]
   * @param rhsScales [batch, n, k over some block size]
   * @return [batch, m, n]
   * @throws jacobean.error.ShapeException if the shapes do not fit
   */
  public static Array scaledMatmul(
      Array lhs, Array rhs, Array lhsScales, Array rhsScales, DType preferredElementType) {
    var numbers = DotDimensionNumbers.contract(2, 2).batch(0, 0);
    return lax.scaledDot(lhs, rhs, lhsScales, rhsScales, numbers, preferredElementType);
  }

  /**
   * For each integer a row of zeros with a one at its place: float32[..., classes]. {@code
   * jax.nn.one_hot}.
   *
   * {@snippet :
   * jax.nn.oneHot(jnp.array(0, 2, 5), 3) // => [[1. 0. 0.] [0. 0. 1.] [0. 0. 0.]]
   * }
   *
   * @throws jacobean.error.ShapeException if a count is negative
   */
  public static Array oneHot(Array labels, int classes) {
    NumpyRanges.requireCount("oneHot", classes);
    var places = jnp.arange(classes);
    var hot = jnp.equal(jnp.expandDims(labels, -1), places);
    return Array.of(Conversion.convert(hot.value(), DType.FLOAT32));
  }

  /** For each integer a row of zeros with a one at its place, of a dtype. */
  public static Array oneHot(Array labels, int classes, DType dtype) {
    return oneHot(labels, classes).astype(dtype);
  }

  /**
   * {@link #oneHot(Array, int, DType)} with the row along this axis of the result.
   *
   * @throws jacobean.error.ShapeException if the axis is out of bounds
   */
  public static Array oneHot(Array labels, int classes, DType dtype, int axis) {
    return jnp.moveaxis(oneHot(labels, classes, dtype), -1, axis);
  }

  /**
   * x less its mean, over its standard deviation, along the last axis. {@code jax.nn.standardize}.
   *
   * {@snippet :
   * jax.nn.standardize(jnp.array(1., 2., 3.)) // => [-1.2247359 0. 1.2247359]
   * }
   */
  public static Array standardize(Array x) {
    return standardize(x, Over.axes(-1));
  }

  /**
   * x less its mean, over its standard deviation, along an axis.
   *
   * @throws jacobean.error.ShapeException if the axis is out of bounds
   */
  public static Array standardize(Array x, int axis) {
    return standardize(x, Over.axes(axis));
  }

  /** {@link #standardize(Array, Over, double)} with 1e-5. */
  public static Array standardize(Array x, Over over) {
    return standardize(x, over, 1e-5);
  }

  /**
   * x less its mean, over its standard deviation. {@code jax.nn.standardize}.
   *
   * @param epsilon is added to the variance, so that nothing is divided by zero
   */
  public static Array standardize(Array x, Over over, double epsilon) {
    var mean = jnp.mean(x, over.keepdims());
    // As XLA, which does not round squares of narrow numbers before it adds them.
    var wide = x.dtype().isInexact() ? x.astype(jnp.promoteTypes(x.dtype(), DType.FLOAT32)) : x;
    var squares = jnp.mean(jnp.square(wide), over.keepdims()).astype(mean.dtype());
    // The difference of mean squares may be negative by rounding.
    var variance = jnp.maximum(squares.minus(jnp.square(mean)), 0);
    return x.minus(mean).times(LaxOperations.rsqrt(variance.plus(epsilon)));
  }

  /**
   * x less this mean, over the root of this variance, which broadcast to it. {@code
   * jax.nn.standardize}.
   */
  public static Array standardize(Array x, Array mean, Array variance, double epsilon) {
    return x.minus(mean).times(LaxOperations.rsqrt(variance.plus(epsilon)));
  }
}
