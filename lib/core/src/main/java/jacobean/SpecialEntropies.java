package jacobean;

import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.Exponential;
import jacobean.op.Reductions;

/** The part of {@link special} on entropies, and on sums of exponentials. */
abstract sealed class SpecialEntropies extends SpecialSeries permits special {

  // --- Entropy ---

  /**
   * {@code x log y}, 0 where x is 0. {@code special.xlogy}.
   *
   * {@snippet :
   * special.xlogy(jnp.array(0., 2.), jnp.array(0., 1.)) // => [0. 0.]
   * }
   *
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array xlogy(Array x, Array y) {
    var zero = x.eq(0).and(y.gt(0).not());
    return jnp.multiply(x, jnp.log(jnp.where(zero, 1., floating(y))));
  }

  /**
   * {@code x log(1 + y)}, 0 where x is 0. {@code special.xlog1py}.
   *
   * {@snippet :
   * special.xlog1py(jnp.array(0., 2.), jnp.array(-1., 0.)) // => [0. 0.]
   * }
   *
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array xlog1py(Array x, Array y) {
    var zero = x.eq(0).and(y.gt(-1).not());
    return jnp.multiply(x, jnp.log1p(jnp.where(zero, 0., floating(y))));
  }

  /**
   * {@code -x log x}; 0 at 0, minus infinity below. {@code special.entr}.
   *
   * {@snippet :
   * special.entr(jnp.array(0., 0.5)) // => [0. 0.3465736]
   * }
   */
  public static Array entr(Array x) {
    return jax.customJvp(
            SpecialEntropies::entropy,
            (Array y, Array dy) -> jax.dual(entr(y), dy.times(jnp.log(y).plus(1)).unaryMinus()))
        .apply(floating(x));
  }

  private static Array entropy(Array real) {
    var inside = real.gt(0);
    var safe = jnp.where(inside, real, 1.);
    var outside =
        jnp.where(real.lt(0), jnp.fullLike(real, Double.NEGATIVE_INFINITY), jnp.zerosLike(real));
    var value = jnp.where(inside, jnp.negative(safe.times(jnp.log(safe))), outside);
    return jnp.where(jnp.isnan(real), real, value);
  }

  /**
   * {@code x log(x/y) - x + y}: what relative entropy adds up, never negative. {@code
   * special.kl_div}.
   *
   * {@snippet :
   * special.klDiv(jnp.array(0.5), jnp.array(0.25)) // => 0.09657359
   * }
   *
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array klDiv(Array x, Array y) {
    return relEntr(x, y).minus(x).plus(y);
  }

  /**
   * {@code x log(x/y)}; 0 where x is 0 and y not negative, infinite where either is negative.
   * {@code special.rel_entr}.
   *
   * {@snippet :
   * special.relEntr(jnp.array(0.5, 0.), jnp.array(0.25, 1.)) // => [0.3465736 0. ]
   * }
   *
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array relEntr(Array x, Array y) {
    var both = x.gt(0).and(y.gt(0));
    var p = Promote.values(x.value(), y.value());
    var a = jnp.where(both, floating(Array.of(p.get(0))), 1.);
    var b = jnp.where(both, floating(Array.of(p.get(1))), 1.);
    var zero = x.eq(0).and(y.ge(0));
    var outside = jnp.where(zero, jnp.zerosLike(a), jnp.fullLike(a, Double.POSITIVE_INFINITY));
    return jnp.where(both, a.times(jnp.log(a)).minus(a.times(jnp.log(b))), outside);
  }

  // --- Sums ---

  /**
   * {@code log(sum(exp(x)))} over these axes, or all, without overflow. {@code special.logsumexp}.
   *
   * {@snippet :
   * special.logsumexp(jnp.array(1000., 1000.)) // => 1000.6932
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array logsumexp(Array x, int... axes) {
    return jnp.logsumexp(x, axes);
  }

  /** {@link #logsumexp(Array, int...)} that keeps the reduced axes with length 1. */
  public static Array logsumexp(Array x, int[] axes, boolean keepdims) {
    var sum = jnp.logsumexp(x, axes);
    var over = Dims.axes("logsumexp", axes, x.ndim());
    var shape = x.shape().toArray();
    for (int axis : over.toArray()) {
      shape[axis] = 1;
    }
    return keepdims ? jnp.reshape(sum, shape) : sum;
  }

  /** {@code log(sum(b exp(x)))}; NaN where the sum is negative. */
  public static Array logsumexp(Array x, Array b, int... axes) {
    var over = Dims.axes("logsumexp", axes, x.ndim());
    if (!Promote.common("logsumexp", java.util.List.of(x.shape(), b.shape())).equals(x.shape())) {
      throw new ShapeException(
          "logsumexp: the weights must broadcast to x, got " + b.aval() + " for " + x.aval() + ".");
    }
    var real = Promote.toFloating(x.value());
    var greatest = Array.of(Reductions.max(jax.stopGradient(Array.of(real)).value(), over));
    var shift = jnp.where(jnp.isfinite(greatest), greatest, jnp.zerosLike(greatest));
    var shifted =
        Array.of(
            Exponential.exp(
                Arithmetic.sub(real, Reductions.expand(shift.value(), x.shape(), over))));
    return jnp.log(Array.of(Reductions.sum(shifted.times(b).value(), over))).plus(shift);
  }

  /**
   * {@code e^x} over its sum along these axes, or all. {@code special.softmax}.
   *
   * {@snippet :
   * special.softmax(jnp.array(0., 0., 0.)) // => [0.33333334 0.33333334 0.33333334]
   * special.softmax(jnp.zeros(2, 2), 0) // => [[0.5 0.5] [0.5 0.5]]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array softmax(Array x, int... axes) {
    return jax.nn.softmax(x, over(axes));
  }

  /**
   * The logarithm of {@link #softmax}. {@code special.log_softmax}.
   *
   * {@snippet :
   * special.logSoftmax(jnp.array(0., 1000.)) // => [-1000. 0.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array logSoftmax(Array x, int... axes) {
    return jax.nn.logSoftmax(x, over(axes));
  }

  private static Over over(int[] axes) {
    return axes.length == 0 ? Over.all() : Over.axes(axes);
  }
}
