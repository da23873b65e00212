package jacobean;

import jacobean.error.DTypeException;
import jacobean.error.GradException;
import jacobean.error.ShapeException;
import jacobean.op.Bessel;
import jacobean.op.BetaIntegral;
import jacobean.op.Fft;
import jacobean.op.FftType;
import jacobean.op.GammaIntegrals;
import jacobean.op.GammaSampling;
import jacobean.op.Gammas;
import jacobean.op.HurwitzZeta;
import jacobean.type.Axes;

/** The part of {@link lax} for Fourier transforms and special functions. */
abstract sealed class LaxSpecial permits LaxOperations {

  /**
   * The discrete Fourier transform of the last axes. {@code lax.fft}.
   *
   * {@snippet :
   * lax.fft(jnp.array(1., 2., 3.), "RFFT", 3) // => [ 6. +0.j        -1.5+0.8660254j]
   * }
   *
   * @param fftType which one
   * @param fftLengths the lengths of the axes transformed: those of the array's last axes, but half
   *     of the last one and 1 for the complex side of a transform of reals
   * @throws DTypeException if x is complex for RFFT
   * @throws ShapeException if the lengths are not those of the last axes
   */
  public static Array fft(Array x, FftType fftType, int... fftLengths) {
    var z = Fourier.inexact("fft", fftType, x);
    return Array.of(fftLengths.length == 0 ? z : Fft.fft(z, fftType, Axes.of(fftLengths)));
  }

  /**
   * {@link #fft(Array, FftType, int...)} with the type as text: "FFT", "IFFT", "RFFT" or "IRFFT",
   * or the same in small letters.
   */
  public static Array fft(Array x, String fftType, int... fftLengths) {
    return fft(x, Fourier.type(fftType), fftLengths);
  }

  // --- Special functions of one floating dtype ---

  /**
   * The logarithm of the size of the gamma function. {@code lax.lgamma}.
   *
   * {@snippet :
   * lax.lgamma(jnp.array(5.)) // => 3.1780539
   * }
   *
   * @throws DTypeException if x is complex
   */
  public static Array lgamma(Array x) {
    return Array.of(Gammas.lgamma(x.value()));
  }

  /**
   * The derivative of {@link #lgamma}. {@code lax.digamma}.
   *
   * {@snippet :
   * lax.digamma(jnp.array(1.)) // => -0.5772157
   * }
   *
   * @throws DTypeException if x is complex
   */
  public static Array digamma(Array x) {
    return Array.of(Gammas.digamma(x.value()));
  }

  /**
   * The regularized lower incomplete gamma function: {@link special#gammainc}. {@code lax.igamma}.
   *
   * {@snippet :
   * lax.igamma(jnp.array(1.), jnp.array(1.)) // => 0.63212055
   * }
   *
   * @throws DTypeException if the dtypes differ, or an argument is complex
   * @throws ShapeException if the shapes differ, and none is a scalar's
   */
  public static Array igamma(Array a, Array x) {
    return Array.of(GammaIntegrals.igamma(a.value(), x.value()));
  }

  /**
   * The regularized upper incomplete gamma function: {@link special#gammaincc}. {@code
   * lax.igammac}.
   *
   * {@snippet :
   * lax.igammac(jnp.array(1.), jnp.array(1.)) // => 0.36787945
   * }
   *
   * @throws DTypeException if the dtypes differ
   * @throws ShapeException if the shapes differ, and none is a scalar's
   */
  public static Array igammac(Array a, Array x) {
    return Array.of(GammaIntegrals.igammac(a.value(), x.value()));
  }

  /**
   * The derivative of {@link #igamma} by a. {@code lax.igamma_grad_a}.
   *
   * {@snippet :
   * lax.igammaGradA(jnp.array(1.), jnp.array(1.)) // => -0.4317297
   * }
   *
   * @throws DTypeException if the dtypes differ
   * @throws ShapeException if the shapes differ, and none is a scalar's
   */
  public static Array igammaGradA(Array a, Array x) {
    return Array.of(GammaIntegrals.igammaGradA(a.value(), x.value()));
  }

  /**
   * How a draw x from the gamma distribution moves with its parameter a. {@code
   * lax.random_gamma_grad}.
   *
   * {@snippet :
   * lax.randomGammaGrad(jnp.array(1.), jnp.array(1.)) // => 1.173563
   * }
   *
   * @throws GradException where it is differentiated
   * @throws DTypeException if the dtypes differ
   * @throws ShapeException if the shapes differ, and none is a scalar's
   */
  public static Array randomGammaGrad(Array a, Array x) {
    return Array.of(GammaSampling.randomGammaGrad(a.value(), x.value()));
  }

  /**
   * The regularized incomplete beta function: {@link special#betainc}. {@code lax.betainc}.
   *
   * {@snippet :
   * lax.betainc(jnp.array(2.), jnp.array(3.), jnp.array(.5)) // => 0.6875
   * }
   *
   * @throws GradException where it is differentiated by a or b
   * @throws DTypeException if the dtypes differ
   * @throws ShapeException if the shapes differ, and none is a scalar's
   */
  public static Array betainc(Array a, Array b, Array x) {
    return Array.of(BetaIntegral.betainc(a.value(), b.value(), x.value()));
  }

  /**
   * Hurwitz' zeta function: {@link special#zeta}. {@code lax.zeta}.
   *
   * {@snippet :
   * lax.zeta(jnp.array(2.), jnp.array(1.)) // => 1.644934
   * }
   *
   * @throws DTypeException if the dtypes differ
   * @throws ShapeException if the shapes differ, and none is a scalar's
   */
  public static Array zeta(Array x, Array q) {
    return Array.of(HurwitzZeta.zeta(x.value(), q.value()));
  }

  /**
   * The modified Bessel function of order 0, times {@code e^-|x|}. {@code lax.bessel_i0e}.
   *
   * {@snippet :
   * lax.besselI0e(jnp.array(1.)) // => 0.4657596
   * }
   *
   * @throws DTypeException if x is complex
   */
  public static Array besselI0e(Array x) {
    return Array.of(Bessel.i0e(x.value()));
  }

  /**
   * The modified Bessel function of order 1, times {@code e^-|x|}. {@code lax.bessel_i1e}.
   *
   * {@snippet :
   * lax.besselI1e(jnp.array(1.)) // => 0.20791042
   * }
   *
   * @throws DTypeException if x is complex
   */
  public static Array besselI1e(Array x) {
    return Array.of(Bessel.i1e(x.value()));
  }

  /**
   * The derivatives of {@link #digamma} of the orders in m, which are whole floating numbers.
   * {@code lax.polygamma}.
   *
   * {@snippet :
   * lax.polygamma(jnp.array(1.), jnp.array(1.)) // => 1.644934
   * }
   *
   * @throws DTypeException if an argument is complex
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array polygamma(Array m, Array x) {
    return special.polygamma(m.astype(jnp.int32), x);
  }
}
