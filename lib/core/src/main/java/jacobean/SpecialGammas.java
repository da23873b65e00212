package jacobean;

import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.GradException;
import jacobean.error.ShapeException;
import jacobean.op.BetaIntegral;
import jacobean.op.GammaIntegrals;
import jacobean.op.Gammas;
import jacobean.op.HurwitzZeta;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The part of {@link special} around the gamma, the beta and the zeta function. */
abstract sealed class SpecialGammas permits SpecialIntegrals {
  /** From here on Stirling's series is right to the last digits. */
  static final double STIRLING_FROM = 8;

  /** Its coefficients, {@code B(2k) / (2k (2k - 1))}, the highest power first. */
  private static final double[] STIRLING = {
    -3617 / 122400., 1 / 156., -691 / 360360., 1 / 1188., -1 / 1680., 1 / 1260., -1 / 360., 1 / 12.
  };

  SpecialGammas() {}

  /** The array as floating numbers. */
  static Array floating(Array x) {
    return Array.of(Promote.toFloating(x.value()));
  }

  /** A function of floating numbers, element by element. */
  static Array elementwise(UnaryOperator<Value> f, Array x) {
    return Array.of(f.apply(Promote.toFloating(x.value())));
  }

  /** A function of several arrays that are promoted to one floating dtype and broadcast. */
  static Array elementwise(String name, Function<List<Value>, Value> f, Array... operands) {
    var values = Arrays.stream(operands).map(Array::value).toArray(Value[]::new);
    var floating = Promote.values(values).stream().map(Promote::toFloating).toArray(Value[]::new);
    return Array.of(f.apply(Promote.broadcast(name, floating)));
  }

  // --- Incomplete integrals ---

  /**
   * The regularized lower incomplete gamma function P(a, x): the integral of {@code t^(a-1) e^-t}
   * up to x, over gamma(a). NaN for negative a or x. {@code special.gammainc}.
   *
   * {@snippet :
   * special.gammainc(jnp.array(1., 2.), jnp.array(1., 1.)) // => [0.63212055 0.26424113]
   * }
   *
   * @throws DTypeException if an argument is complex
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array gammainc(Array a, Array x) {
    return elementwise("gammainc", v -> GammaIntegrals.igamma(v.get(0), v.get(1)), a, x);
  }

  /** {@link #gammainc(Array, Array)} with one parameter. */
  public static Array gammainc(Number a, Array x) {
    return gammainc(jnp.asarray(a), x);
  }

  /**
   * The regularized upper incomplete gamma function: {@code 1 - gammainc(a, x)}, without
   * cancellation. {@code special.gammaincc}.
   *
   * {@snippet :
   * special.gammaincc(1, jnp.array(1., 20.)) // => [3.6787945e-01 2.0611537e-09]
   * }
   *
   * @throws DTypeException if an argument is complex
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array gammaincc(Array a, Array x) {
    return elementwise("gammaincc", v -> GammaIntegrals.igammac(v.get(0), v.get(1)), a, x);
  }

  /** {@link #gammaincc(Array, Array)} with one parameter. */
  public static Array gammaincc(Number a, Array x) {
    return gammaincc(jnp.asarray(a), x);
  }

  /**
   * The regularized incomplete beta function: the integral of {@code t^(a-1) (1-t)^(b-1)} from 0 to
   * x, over beta(a, b). NaN for negative a or b, and for x outside [0, 1]. Differentiable by x.
   * {@code special.betainc}.
   *
   * {@snippet :
   * special.betainc(jnp.array(2.), jnp.array(3.), jnp.array(.5)) // => 0.6875
   * }
   *
   * @throws GradException where it is differentiated by a or b
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array betainc(Array a, Array b, Array x) {
    return elementwise("betainc", v -> BetaIntegral.betainc(v.get(0), v.get(1), v.get(2)), a, b, x);
  }

  // --- Sums ---

  /**
   * Hurwitz' zeta function: the sum of {@code (q + k)^-x} for k = 0, 1, ...; Riemann's with q = 1.
   * Infinite at x = 1, NaN below. {@code special.zeta}.
   *
   * {@snippet :
   * special.zeta(jnp.array(2., 4.), 1) // => [1.644934  1.0823232]
   * }
   *
   * @throws DTypeException if an argument is complex
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array zeta(Array x, Array q) {
    return elementwise("zeta", v -> HurwitzZeta.zeta(v.get(0), v.get(1)), x, q);
  }

  /** {@link #zeta(Array, Array)} with one q. */
  public static Array zeta(Array x, Number q) {
    return zeta(x, jnp.asarray(q));
  }

  /** {@link #zeta(Array, Array)} with one exponent. */
  public static Array zeta(Number x, Array q) {
    return zeta(jnp.asarray(x), q);
  }

  /**
   * The derivatives of {@link special#digamma} of the orders in n, whole numbers that broadcast
   * with x; order 0 is digamma itself. For positive x, and by x only.
   *
   * {@snippet :
   * special.polygamma(jnp.array(0, 1), jnp.array(1.)) // => [-0.5772157  1.644934 ]
   * }
   *
   * @throws DTypeException if n is no array of integers
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array polygamma(Array n, Array x) {
    if (n.dtype().isInexact()) {
      throw new DTypeException(
          "polygamma: the orders must be integers, got " + n.aval() + ". Convert with astype.");
    }
    var order = n.astype(floating(x).dtype());
    var sign = jnp.where(n.rem(2).eq(1), 1., -1.);
    var scale = jnp.exp(elementwise(Gammas::lgamma, order.plus(1)));
    // Where the order is 0 the zeta function of 2 is computed, and left out.
    var series = zeta(jnp.where(n.eq(0), 2., order.plus(1)), x);
    return jnp.where(n.eq(0), elementwise(Gammas::digamma, x), sign.times(scale).times(series));
  }

  /**
   * The Bernoulli numbers B(0) to B(n), float32; B(1) is -1/2. {@code special.bernoulli}.
   *
   * {@snippet :
   * special.bernoulli(4) // => [1. -0.5 0.16666667 0. -0.03333334]
   * }
   *
   * @throws ShapeException if n is negative
   */
  public static Array bernoulli(int n) {
    if (n < 0) {
      throw new ShapeException("bernoulli: n must be 0 or more, got " + n + ".");
    }
    var numbers = new double[n + 1];
    for (int k = 0; k <= n; k++) {
      numbers[k] = k == 1 ? -0.5 : k % 2 == 0 ? bernoulliNumber(k) : 0;
    }
    return jnp.array(numbers);
  }

  /** {@code B(2m) = 2 (-1)^(m+1) (2m)! zeta(2m) / (2 pi)^(2m)}. */
  private static double bernoulliNumber(int k) {
    if (k == 0) {
      return 1;
    }
    double product = k % 4 == 0 ? -2 : 2;
    for (int i = 1; i <= k; i++) {
      product *= i / (2 * Math.PI);
    }
    return product * new HurwitzZeta.Zeta().f(k, 1);
  }

  // --- Of gammas ---

  /**
   * The logarithm of the gamma function, of complex numbers that of the sheet which is real for
   * positive ones. Of real numbers that are not positive it is NaN. {@code special.loggamma}.
   *
   * {@snippet :
   * special.loggamma(jnp.array(5., -1.5)) // => [3.1780539       nan]
   * special.loggamma(jnp.complex(0, 1)) // => (-0.6509232-1.8724366j)
   * }
   */
  public static Array loggamma(Array x) {
    if (jnp.iscomplexobj(x)) {
      return ComplexGamma.log(x);
    }
    var real = floating(x);
    return jnp.where(real.gt(0), elementwise(Gammas::lgamma, real), Double.NaN);
  }

  /**
   * In how many ways k of N things can be chosen, for real N and k: {@code N! / (k! (N-k)!)}, 0 for
   * k above N or either below 0. {@code special.comb}.
   *
   * {@snippet :
   * special.comb(jnp.array(5), jnp.array(0, 1, 2)) // => [ 1.  5. 10.]
   * }
   *
   * @throws DTypeException if an argument is complex
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array comb(Array n, Array k) {
    return comb(n, k, false);
  }

  /** {@link #comb(Array, Array)} of one number of things. */
  public static Array comb(Number n, Array k) {
    return comb(jnp.asarray(n), k);
  }

  /**
   * {@link #comb(Array, Array)}.
   *
   * @param repetition whether a thing may be chosen again
   */
  public static Array comb(Array n, Array k, boolean repetition) {
    var promoted = Promote.values(n.value(), k.value());
    var all = floating(Array.of(promoted.get(0)));
    var chosen = floating(Array.of(promoted.get(1)));
    if (repetition) {
      var once = comb(all.plus(chosen).minus(1), chosen);
      return jnp.where(chosen.eq(0).and(all.ge(0)), 1., once);
    }
    var possible = chosen.le(all).and(all.ge(0)).and(chosen.ge(0));
    var a = jnp.where(possible, all, 0.).plus(1);
    var b = jnp.where(possible, chosen, 0.).plus(1);
    var logarithm =
        elementwise(Gammas::lgamma, a)
            .minus(elementwise(Gammas::lgamma, b))
            .minus(elementwise(Gammas::lgamma, a.minus(b).plus(1)));
    return jnp.where(possible, jnp.exp(logarithm), 0.);
  }

  // --- Quotients of gammas ---

  /** {@code log(gamma(b) / gamma(a + b))} for b from 8 on, where the difference would cancel. */
  static Array logGammaRatio(Array a, Array b) {
    var sum = a.plus(b);
    var change = a.minus(sum.minus(0.5).times(jnp.log1p(a.div(b))));
    return change.minus(a.times(jnp.log(b))).plus(stirlingRest(b).minus(stirlingRest(sum)));
  }

  /** What Stirling's formula for the logarithm of gamma leaves out. */
  private static Array stirlingRest(Array z) {
    var inverse = jnp.divide(1., z);
    var square = jnp.square(inverse);
    var series = jnp.fullLike(z, STIRLING[0]);
    for (int k = 1; k < STIRLING.length; k++) {
      series = series.times(square).plus(STIRLING[k]);
    }
    return inverse.times(series);
  }
}
