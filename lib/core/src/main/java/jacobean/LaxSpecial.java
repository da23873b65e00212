package jacobean;

import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.op.Fft;
import jacobean.op.FftType;
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
}
