package jacobean.laws;

import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.function;
import static jacobean.laws.Row.primitive;
import static jacobean.type.DType.COMPLEX128;
import static jacobean.type.DType.COMPLEX64;
import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.FLOAT64;

import jacobean.Along;
import jacobean.Array;
import jacobean.jnp;
import jacobean.op.Fft;
import jacobean.op.FftType;
import jacobean.testing.Close;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.List;
import java.util.function.UnaryOperator;

/** The rows of discrete Fourier transforms: the primitive, and functions of reals made of it. */
final class FourierRows {
  private FourierRows() {}

  private static Numbers numbers(DType type, int... shape) {
    return reals(type, -1, 1, shape);
  }

  /** Differences say nothing of complex numbers; the functions below are of reals. */
  private static Row fft(FftType type, int... lengths) {
    return primitive(new Fft(type, Axes.of(lengths))).withoutDerivative().within(Close.SUMS);
  }

  static List<Row> primitives() {
    return List.of(
        fft(FftType.FFT, 7).on(numbers(COMPLEX64, 7)).on(numbers(COMPLEX128, 2, 7)),
        fft(FftType.FFT, 1025).on(numbers(COMPLEX64, 1025)),
        fft(FftType.FFT, 0).on(numbers(COMPLEX64, 3, 0)),
        fft(FftType.FFT, 13, 33).on(numbers(COMPLEX128, 13, 33)),
        fft(FftType.IFFT, 13).on(numbers(COMPLEX64, 0, 13)).on(numbers(COMPLEX128, 2, 3, 13)),
        fft(FftType.IFFT, 2, 3).on(numbers(COMPLEX64, 2, 2, 3)),
        fft(FftType.RFFT, 1).on(numbers(FLOAT32, 1)),
        fft(FftType.RFFT, 33).on(numbers(FLOAT64, 2, 33)),
        fft(FftType.RFFT, 3, 8).on(numbers(FLOAT64, 2, 3, 8)),
        fft(FftType.IRFFT, 7).on(numbers(COMPLEX64, 4)).on(numbers(COMPLEX128, 3, 4)),
        fft(FftType.IRFFT, 3, 8).on(numbers(COMPLEX128, 3, 5)));
  }

  /** A real function of a complex array. */
  private static Array parts(Array z) {
    return jnp.real(z).plus(jnp.imag(z).times(2));
  }

  /** A complex array with this real part. */
  private static Array turned(Array x) {
    return jnp.complex(x, jnp.flip(x));
  }

  private static Row of(String name, UnaryOperator<Array> f) {
    return function(name, x -> f.apply(x.getFirst()));
  }

  static List<Row> functions() {
    return List.of(
        of("fft", x -> parts(jnp.fft.fft(turned(x)))).on(numbers(FLOAT64, 7)),
        of("ifft", x -> parts(jnp.fft.ifft(turned(x), 5, 0))).on(numbers(FLOAT64, 4, 3)),
        of("rfft", x -> parts(jnp.fft.rfft(x)))
            .on(numbers(FLOAT64, 1))
            .on(numbers(FLOAT64, 2, 7))
            .on(numbers(FLOAT64, 8)),
        of("irfft", x -> jnp.fft.irfft(turned(x)))
            .on(numbers(FLOAT64, 2, 5))
            .on(numbers(FLOAT32, 13)),
        of("irfft of 7", x -> jnp.fft.irfft(turned(x), 7)).on(numbers(FLOAT64, 3)),
        of("hfft", x -> jnp.fft.hfft(turned(x), 6)).on(numbers(FLOAT64, 4)),
        of("ihfft", x -> parts(jnp.fft.ihfft(x))).on(numbers(FLOAT64, 5)),
        of("rfft2", x -> parts(jnp.fft.rfft2(x, Along.defaults().norm("ortho"))))
            .on(numbers(FLOAT64, 2, 3, 4)),
        of("irfftn", x -> jnp.fft.irfftn(turned(x), Along.axes(0, 1).s(3, 4)))
            .on(numbers(FLOAT64, 3, 3, 2)),
        of("fftn", x -> parts(jnp.fft.fftn(turned(x)))).on(numbers(FLOAT64, 2, 3, 2)),
        of("convolution by a product", x -> circular(x, jnp.sin(x))).on(numbers(FLOAT64, 6)));
  }

  private static Array circular(Array x, Array y) {
    return jnp.fft.irfft(jnp.fft.rfft(x).times(jnp.fft.rfft(y)));
  }
}
