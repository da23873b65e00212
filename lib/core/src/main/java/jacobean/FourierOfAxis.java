package jacobean;

import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.op.FftType;

/**
 * The part of {@code jax.numpy.fft} along one axis, the last one where none is named. An axis of
 * another length than n is cut, or filled with zeros. Every function throws {@link ShapeException}
 * if the axis is out of bounds or the length is not positive.
 */
abstract sealed class FourierOfAxis extends FourierFrequencies permits FourierOfAxes {
  protected FourierOfAxis() {}

  private static Along last() {
    return Along.axis(-1);
  }

  /** Along the last axis, where none is named. */
  private static Along ofLast(Along along) {
    return along.dims() == null
        ? new Along(last().dims(), along.lengths(), along.scaling())
        : along;
  }

  private static Array transform(String function, FftType type, Array x, Along along) {
    if (along.dims() != null && along.dims().size() != 1) {
      throw new ShapeException(
          function
              + ": wanted one axis, got "
              + along.dims()
              + ". For several axes there is "
              + function
              + "n.");
    }
    return Fourier.transform(function, type, x, ofLast(along));
  }

  /** The length of the axis along which a transform runs. */
  private static int length(String function, Array x, Along along) {
    int axis = ofLast(along).dims().getFirst();
    return x.shape(Dims.axis(function, axis, x.ndim()));
  }

  // --- Complex numbers ---

  /**
   * The discrete Fourier transform: {@code X[k] = sum over j of x[j] e^(-2 pi i j k / n)},
   * complex64, or complex128 of float64 and complex128. {@code jnp.fft.fft}.
   *
   * {@snippet :
   * jnp.fft.fft(jnp.array(1, 2, 3, 4)) // => [10.+0.j -2.+2.j -2.+0.j -2.-2.j]
   * }
   */
  public static Array fft(Array x) {
    return fft(x, last());
  }

  /**
   * {@link #fft(Array)} of n numbers.
   *
   * @throws ShapeException if a length is below 1
   */
  public static Array fft(Array x, int n) {
    return fft(x, last().n(n));
  }

  /**
   * {@link #fft(Array)} of n numbers along an axis.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array fft(Array x, int n, int axis) {
    return fft(x, Along.axis(axis).n(n));
  }

  /** {@link #fft(Array)} along an axis, with a length and a scaling. */
  public static Array fft(Array x, Along along) {
    return transform("fft", FftType.FFT, x, along);
  }

  /**
   * The inverse of {@link #fft(Array)}, divided by n. {@code jnp.fft.ifft}.
   *
   * {@snippet :
   * jnp.fft.ifft(jnp.array(4, 0, 0, 0)) // => [1.+0.j 1.+0.j 1.+0.j 1.+0.j]
   * }
   */
  public static Array ifft(Array x) {
    return ifft(x, last());
  }

  /**
   * {@link #ifft(Array)} of n numbers.
   *
   * @throws ShapeException if a length is below 1
   */
  public static Array ifft(Array x, int n) {
    return ifft(x, last().n(n));
  }

  /**
   * {@link #ifft(Array)} of n numbers along an axis.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array ifft(Array x, int n, int axis) {
    return ifft(x, Along.axis(axis).n(n));
  }

  /** {@link #ifft(Array)} along an axis, with a length and a scaling. */
  public static Array ifft(Array x, Along along) {
    return transform("ifft", FftType.IFFT, x, along);
  }

  // --- Real numbers ---

  /**
   * The discrete Fourier transform of real numbers: of n numbers the n / 2 + 1 frequencies that are
   * not negative, as the others are their conjugates. complex64, or complex128 of float64. {@code
   * jnp.fft.rfft}.
   *
   * {@snippet :
   * jnp.fft.rfft(jnp.array(1, 2, 3, 4)) // => [10.+0.j -2.+2.j -2.+0.j]
   * }
   *
   * @throws DTypeException if x is complex
   * @throws ShapeException if there is nothing along the last axis
   */
  public static Array rfft(Array x) {
    return rfft(x, last());
  }

  /** {@link #rfft(Array)} of n numbers. */
  public static Array rfft(Array x, int n) {
    return rfft(x, last().n(n));
  }

  /**
   * {@link #rfft(Array)} of n numbers along an axis.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array rfft(Array x, int n, int axis) {
    return rfft(x, Along.axis(axis).n(n));
  }

  /** {@link #rfft(Array)} along an axis, with a length and a scaling. */
  public static Array rfft(Array x, Along along) {
    return transform("rfft", FftType.RFFT, x, along);
  }

  /**
   * The inverse of {@link #rfft(Array)}: of m frequencies {@code 2 (m - 1)} real numbers. The
   * imaginary parts of the first, and of the last for an even n, count as 0. float32, or float64 of
   * float64 and complex128. {@code jnp.fft.irfft}.
   *
   * {@snippet :
   * jnp.fft.irfft(jnp.array(10, -2, 2)) // => [2. 2. 4. 2.]
   * }
   */
  public static Array irfft(Array x) {
    return irfft(x, last());
  }

  /**
   * {@link #irfft(Array)} that gives n numbers, of n / 2 + 1 frequencies.
   *
   * @throws ShapeException if a length is below 1
   */
  public static Array irfft(Array x, int n) {
    return irfft(x, last().n(n));
  }

  /**
   * {@link #irfft(Array)} that gives n numbers along an axis.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array irfft(Array x, int n, int axis) {
    return irfft(x, Along.axis(axis).n(n));
  }

  /** {@link #irfft(Array)} along an axis, with a length of the result and a scaling. */
  public static Array irfft(Array x, Along along) {
    return transform("irfft", FftType.IRFFT, x, along);
  }

  // --- Symmetric numbers, whose transform is real ---

  /**
   * The discrete Fourier transform of m numbers and, before them, their conjugates: a signal whose
   * spectrum is real. {@code 2 (m - 1)} real numbers. {@code jnp.fft.hfft}.
   *
   * {@snippet :
   * jnp.fft.hfft(jnp.array(1, 2, 3)) // => [ 8. -2.  0. -2.]
   * }
   */
  public static Array hfft(Array x) {
    return hfft(x, last());
  }

  /**
   * {@link #hfft(Array)} that gives n numbers, of n / 2 + 1.
   *
   * @throws ShapeException if a length is below 1
   */
  public static Array hfft(Array x, int n) {
    return hfft(x, last().n(n));
  }

  /**
   * {@link #hfft(Array)} that gives n numbers along an axis.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array hfft(Array x, int n, int axis) {
    return hfft(x, Along.axis(axis).n(n));
  }

  /** {@link #hfft(Array)} along an axis, with a length of the result and a scaling. */
  public static Array hfft(Array x, Along along) {
    var y = transform("hfft", FftType.IRFFT, jnp.conj(x), along);
    return Fourier.scaled(y, length("hfft", y, along));
  }

  /**
   * The inverse of {@link #hfft(Array)}: the first n / 2 + 1 numbers of a signal with this real
   * spectrum. {@code jnp.fft.ihfft}.
   *
   * {@snippet :
   * jnp.fft.ihfft(jnp.array(8, -2, 0, -2)).get(1) // => (2+0j)
   * }
   *
   * @throws DTypeException if x is complex
   * @throws ShapeException if there is nothing along the last axis
   */
  public static Array ihfft(Array x) {
    return ihfft(x, last());
  }

  /** {@link #ihfft(Array)} of n numbers. */
  public static Array ihfft(Array x, int n) {
    return ihfft(x, last().n(n));
  }

  /**
   * {@link #ihfft(Array)} of n numbers along an axis.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array ihfft(Array x, int n, int axis) {
    return ihfft(x, Along.axis(axis).n(n));
  }

  /** {@link #ihfft(Array)} along an axis, with a length and a scaling. */
  public static Array ihfft(Array x, Along along) {
    var transformed = transform("ihfft", FftType.RFFT, x, along);
    int n =
        along.lengths() == null || along.lengths().isEmpty()
            ? length("ihfft", x, along)
            : along.lengths().getFirst();
    return Fourier.scaled(jnp.conj(transformed), 1.0 / n);
  }
}
