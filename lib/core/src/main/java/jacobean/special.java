package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Bessel;
import jacobean.op.ErrorFunctions;
import jacobean.op.Exponential;
import jacobean.op.Gammas;
import jacobean.op.NormalQuantile;
import java.util.function.UnaryOperator;

/**
 * Special functions: {@code jax.scipy.special}. Element by element, with broadcasting; integers
 * become float32.
 *
 * {@snippet :
 * special.gammaln(jnp.array(5.)) // => 3.1780539
 * }
 */
public final class special extends SpecialEntropies {
  private static final double SQRT_HALF = Math.sqrt(0.5);
  private static final double HALF_LOG_2_PI = 0.5 * Math.log(2 * Math.PI);

  private special() {}

  private static Array apply(UnaryOperator<Value> f, Array x) {
    return elementwise(f, x);
  }

  // --- Errors and the normal distribution ---

  /**
   * {@code 2/sqrt(pi)} times the integral of {@code e^(-t^2)} from 0 to x. {@code special.erf}.
   *
   * {@snippet :
   * special.erf(jnp.array(0., 1.)) // => [0. 0.8427008]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array erf(Array x) {
    return apply(ErrorFunctions::erf, x);
  }

  /**
   * {@code 1 - erf(x)}, without cancellation. {@code special.erfc}.
   *
   * {@snippet :
   * special.erfc(jnp.array(0., 5.)) // => [1.0000000e+00 1.5374598e-12]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array erfc(Array x) {
    return apply(ErrorFunctions::erfc, x);
  }

  /**
   * The number whose erf is x; infinite at -1 and 1, NaN beyond. {@code special.erfinv}.
   *
   * {@snippet :
   * special.erfinv(jnp.array(0., 0.5, 1.)) // => [0. 0.47693628 inf]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array erfinv(Array x) {
    return apply(ErrorFunctions::erfInv, x);
  }

  /**
   * The probability that a standard normal variable is below x. {@code special.ndtr}.
   *
   * {@snippet :
   * special.ndtr(jnp.array(0., 1.96)) // => [0.5 0.9750021]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array ndtr(Array x) {
    var w = floating(x).times(SQRT_HALF);
    var z = jnp.abs(w);
    // In the tails by erfc, which keeps their digits.
    var tail = erfc(z).times(0.5);
    var far = jnp.where(w.gt(0), jnp.subtract(1., tail), tail);
    return jnp.where(z.lt(SQRT_HALF), erf(w).times(0.5).plus(0.5), far);
  }

  /**
   * The inverse of {@link #ndtr}; infinite at 0 and 1, NaN beyond. {@code special.ndtri}.
   *
   * {@snippet :
   * special.ndtri(jnp.array(0.9, 0.975)) // => [1.2815515 1.9599644]
   * }
   *
   * @throws jacobean.error.DTypeException if p is complex
   */
  public static Array ndtri(Array p) {
    return apply(NormalQuantile::ndtri, p);
  }

  /**
   * The logarithm of {@link #ndtr}, also where that underflows. {@code special.log_ndtr}.
   *
   * {@snippet :
   * special.logNdtr(jnp.array(0., -20.)) // => [-0.6931472 -203.91716 ]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array logNdtr(Array x) {
    var real = floating(x);
    boolean wide = real.dtype().itemsize() == 8;
    double upper = wide ? 8 : 5;
    double lower = wide ? -20 : -10;
    // Each branch sees only numbers that it can take, or its zero cotangent would become NaN.
    var right = jnp.negative(ndtr(jnp.negative(jnp.maximum(real, upper))));
    var middle = jnp.log(ndtr(jnp.clip(real, lower, upper)));
    var left = asymptoticLogNdtr(jnp.minimum(real, lower));
    return jnp.where(real.gt(upper), right, jnp.where(real.gt(lower), middle, left));
  }

  private static Array asymptoticLogNdtr(Array x) {
    var square = jnp.square(x);
    var sum = jnp.onesLike(x);
    var term = jnp.onesLike(x);
    for (int n = 1; n <= 5; n++) {
      term = term.times(-(2 * n - 1)).div(square);
      sum = sum.plus(term);
    }
    return jnp.log(sum)
        .minus(square.times(0.5))
        .minus(jnp.log(jnp.negative(x)))
        .minus(HALF_LOG_2_PI);
  }

  // --- Logistic ---

  /**
   * {@code 1 / (1 + e^-x)}. {@code special.expit}.
   *
   * {@snippet :
   * special.expit(jnp.array(0., 2.)) // => [0.5 0.8807971]
   * }
   */
  public static Array expit(Array x) {
    return apply(Exponential::logistic, x);
  }

  /**
   * {@code log(p / (1 - p))}, the inverse of {@link #expit}. {@code special.logit}.
   *
   * {@snippet :
   * special.logit(jnp.array(0.5, 1.)) // => [0. inf]
   * }
   */
  public static Array logit(Array p) {
    var real = floating(p);
    return jnp.log(real).minus(jnp.log1p(jnp.negative(real)));
  }

  // --- Gamma ---

  /**
   * {@code log |gamma(x)|}. {@code special.gammaln}.
   *
   * {@snippet :
   * special.gammaln(jnp.array(0.5, 100.)) // => [0.5723649 359.13422 ]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array gammaln(Array x) {
    return apply(Gammas::lgamma, x);
  }

  /**
   * The gamma function, also of complex numbers. {@code special.gamma}.
   *
   * {@snippet :
   * special.gamma(jnp.array(5., 0.5)) // => [24. 1.7724538]
   * }
   */
  public static Array gamma(Array x) {
    if (jnp.iscomplexobj(x)) {
      return jnp.exp(loggamma(x));
    }
    return gammasgn(x).times(jnp.exp(gammaln(x)));
  }

  /**
   * The sign of the gamma function; NaN at its poles. {@code special.gammasgn}.
   *
   * {@snippet :
   * special.gammasgn(jnp.array(-0.5, 0.5)) // => [-1. 1.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array gammasgn(Array x) {
    var real = floating(x);
    var floor = jnp.floor(real);
    var even = jnp.remainder(floor, 2).eq(0);
    var negative =
        jnp.where(
            floor.eq(real),
            jnp.fullLike(real, Double.NaN),
            jnp.where(even, 1., jnp.fullLike(real, -1)));
    return jnp.where(real.lt(0), negative, jnp.onesLike(real));
  }

  /**
   * {@code n!} for real n: {@code gamma(n + 1)}, 0 below 0. {@code special.factorial}.
   *
   * {@snippet :
   * special.factorial(jnp.array(0, 3)) // => [1. 6.]
   * }
   *
   * @throws jacobean.error.DTypeException if n is complex
   */
  public static Array factorial(Array n) {
    var real = floating(n);
    return jnp.where(real.lt(0), 0., jnp.exp(gammaln(jnp.maximum(real, 0.).plus(1))));
  }

  /**
   * The derivative of {@link #gammaln}. {@code special.digamma}.
   *
   * {@snippet :
   * special.digamma(jnp.array(1.)) // => -0.5772157
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array digamma(Array x) {
    return apply(Gammas::digamma, x);
  }

  /**
   * The n-th derivative of {@link #digamma}; n = 0 is digamma itself. {@code special.polygamma}.
   *
   * {@snippet :
   * special.polygamma(1, jnp.array(1.)) // => 1.644934
   * }
   */
  public static Array polygamma(int n, Array x) {
    return apply(v -> Gammas.polygamma(n, v), x);
  }

  /**
   * The logarithm of {@link #beta}. {@code special.betaln}.
   *
   * {@snippet :
   * special.betaln(jnp.array(2.), jnp.array(3.)) // => -2.4849067
   * }
   *
   * @throws jacobean.error.DTypeException if an argument is complex
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array betaln(Array a, Array b) {
    var small = jnp.minimum(floating(a), floating(b));
    var great = jnp.maximum(floating(a), floating(b));
    var few = great.lt(STIRLING_FROM);
    var safe = jnp.where(few, STIRLING_FROM, great);
    var ratio =
        jnp.where(
            few, gammaln(great).minus(gammaln(small.plus(great))), logGammaRatio(small, safe));
    return gammaln(small).plus(ratio);
  }

  /**
   * {@code gamma(a) gamma(b) / gamma(a + b)}. {@code special.beta}.
   *
   * {@snippet :
   * special.beta(jnp.array(2.), jnp.array(3.)) // => 0.08333333
   * }
   *
   * @throws jacobean.error.DTypeException if an argument is complex
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array beta(Array a, Array b) {
    return gammasgn(a).times(gammasgn(b)).times(gammasgn(a.plus(b))).times(jnp.exp(betaln(a, b)));
  }

  /**
   * The logarithm of the gamma function of d dimensions, for a above (d - 1) / 2. {@code
   * special.multigammaln}.
   *
   * {@snippet :
   * special.multigammaln(jnp.array(3.), 2) // => 1.550195
   * }
   *
   * @throws jacobean.error.DTypeException if a is complex
   */
  public static Array multigammaln(Array a, int d) {
    var sum = jnp.fullLike(floating(a), d * (d - 1) * 0.25 * Math.log(Math.PI));
    for (int i = 0; i < d; i++) {
      sum = sum.plus(gammaln(a.minus(i / 2.0)));
    }
    return sum;
  }

  /**
   * {@code gamma(z + m) / gamma(z)}, the rising factorial. {@code special.poch}.
   *
   * {@snippet :
   * special.poch(jnp.array(3.), jnp.array(2.)) // => 12.0
   * }
   *
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array poch(Array z, Array m) {
    return gamma(z.plus(m)).div(gamma(z));
  }

  // --- Bessel ---

  /**
   * The modified Bessel function of order 0. {@code special.i0}.
   *
   * {@snippet :
   * special.i0(jnp.array(0., 1.)) // => [1. 1.2660658]
   * }
   */
  public static Array i0(Array x) {
    return jnp.exp(jnp.abs(floating(x))).times(i0e(x));
  }

  /**
   * {@link #i0} times {@code e^-|x|}. {@code special.i0e}.
   *
   * {@snippet :
   * special.i0e(jnp.array(0., 1000.)) // => [1. 0.01261724]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array i0e(Array x) {
    return apply(Bessel::i0e, x);
  }

  /**
   * The modified Bessel function of order 1. {@code special.i1}.
   *
   * {@snippet :
   * special.i1(jnp.array(0., 1.)) // => [0. 0.5651591]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array i1(Array x) {
    return jnp.exp(jnp.abs(floating(x))).times(i1e(x));
  }

  /**
   * {@link #i1} times {@code e^-|x|}. {@code special.i1e}.
   *
   * {@snippet :
   * special.i1e(jnp.array(1.)) // => 0.20791042
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array i1e(Array x) {
    return apply(Bessel::i1e, x);
  }
}
