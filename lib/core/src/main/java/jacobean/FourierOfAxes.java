package jacobean;

import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.op.FftType;

/**
 * The part of {@code jax.numpy.fft} along several axes: the last two, or all, where none are named.
 * Every function throws {@link ShapeException} if an axis is out of bounds or named twice, or a
 * length is not positive.
 */
abstract sealed class FourierOfAxes extends FourierOfAxis permits jnp.fft {
  protected FourierOfAxes() {}

  private static final Along LAST_TWO = Along.axes(-2, -1);

  private static Array plane(String function, FftType type, Array x, Along along) {
    var axes = along.dims() == null ? LAST_TWO.dims() : along.dims();
    if (axes.size() != 2) {
      throw new ShapeException(
          function
              + ": wanted two axes, got "
              + axes
              + ". For other numbers of axes there is "
              + function.replace('2', 'n')
              + ".");
    }
    return Fourier.transform(function, type, x, new Along(axes, along.lengths(), along.scaling()));
  }

  // --- Two axes ---

  /**
   * The discrete Fourier transform along the last two axes. {@code jnp.fft.fft2}.
   *
   * {@snippet :
   * jnp.fft.fft2(jnp.ones(2, 2)).get(0) // => [4.+0.j 0.+0.j]
   * }
   */
  public static Array fft2(Array x) {
    return fft2(x, LAST_TWO);
  }

  /**
   * {@link #fft2(Array)} along two axes, with lengths and a scaling.
   *
   * @throws ShapeException if an axis is out of bounds, or the lengths are not as many as the axes
   */
  public static Array fft2(Array x, Along along) {
    return plane("fft2", FftType.FFT, x, along);
  }

  /**
   * The inverse of {@link #fft2(Array)}. {@code jnp.fft.ifft2}.
   *
   * {@snippet :
   * jnp.fft.ifft2(jnp.ones(2, 2)).get(0) // => [1.+0.j 0.+0.j]
   * }
   */
  public static Array ifft2(Array x) {
    return ifft2(x, LAST_TWO);
  }

  /**
   * {@link #ifft2(Array)} along two axes, with lengths and a scaling.
   *
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array ifft2(Array x, Along along) {
    return plane("ifft2", FftType.IFFT, x, along);
  }

  /**
   * The discrete Fourier transform of real numbers along the last two axes; the last of them has
   * half the frequencies, as in {@link #rfft(Array)}. {@code jnp.fft.rfft2}.
   *
   * {@snippet :
   * jnp.fft.rfft2(jnp.ones(2, 4)).shape() // => (2, 3)
   * }
   *
   * @throws DTypeException if x is complex
   * @throws ShapeException if there is nothing along the last axis
   */
  public static Array rfft2(Array x) {
    return rfft2(x, LAST_TWO);
  }

  /**
   * {@link #rfft2(Array)} along two axes, with lengths and a scaling.
   *
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array rfft2(Array x, Along along) {
    return plane("rfft2", FftType.RFFT, x, along);
  }

  /**
   * The inverse of {@link #rfft2(Array)}. {@code jnp.fft.irfft2}.
   *
   * {@snippet :
   * jnp.fft.irfft2(jnp.fft.rfft2(jnp.ones(2, 2))).get(0) // => [1. 1.]
   * }
   *
   * @throws ShapeException if the axes are not two
   */
  public static Array irfft2(Array x) {
    return irfft2(x, LAST_TWO);
  }

  /**
   * {@link #irfft2(Array)} along two axes, with lengths of the result and a scaling.
   *
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array irfft2(Array x, Along along) {
    return plane("irfft2", FftType.IRFFT, x, along);
  }

  // --- Any number of axes ---

  /**
   * The discrete Fourier transform along all axes. {@code jnp.fft.fftn}.
   *
   * {@snippet :
   * jnp.fft.fftn(jnp.ones(2, 2, 2)).get(0, 0, 0) // => (8+0j)
   * }
   */
  public static Array fftn(Array x) {
    return fftn(x, Along.defaults());
  }

  /**
   * {@link #fftn(Array)} along some axes, with lengths and a scaling.
   *
   * @throws ShapeException if the lengths are not as many as the axes, or a length is below 1
   */
  public static Array fftn(Array x, Along along) {
    return Fourier.transform("fftn", FftType.FFT, x, along);
  }

  /**
   * The inverse of {@link #fftn(Array)}. {@code jnp.fft.ifftn}.
   *
   * {@snippet :
   * jnp.fft.ifftn(jnp.ones(2, 2, 2)).get(0, 0, 0) // => (1+0j)
   * }
   */
  public static Array ifftn(Array x) {
    return ifftn(x, Along.defaults());
  }

  /**
   * {@link #ifftn(Array)} along some axes, with lengths and a scaling.
   *
   * @throws ShapeException if the lengths are not as many as the axes, or the norm is unknown
   */
  public static Array ifftn(Array x, Along along) {
    return Fourier.transform("ifftn", FftType.IFFT, x, along);
  }

  /**
   * The discrete Fourier transform of real numbers along all axes; the last one has half the
   * frequencies, as in {@link #rfft(Array)}. {@code jnp.fft.rfftn}.
   *
   * {@snippet :
   * jnp.fft.rfftn(jnp.ones(2, 2, 4)).shape() // => (2, 2, 3)
   * }
   *
   * @throws DTypeException if x is complex
   * @throws ShapeException if there is nothing along the last axis
   */
  public static Array rfftn(Array x) {
    return rfftn(x, Along.defaults());
  }

  /**
   * {@link #rfftn(Array)} along some axes, with lengths and a scaling.
   *
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array rfftn(Array x, Along along) {
    return Fourier.transform("rfftn", FftType.RFFT, x, along);
  }

  /**
   * The inverse of {@link #rfftn(Array)}. {@code jnp.fft.irfftn}.
   *
   * {@snippet :
   * jnp.fft.irfftn(jnp.fft.rfftn(jnp.ones(2, 2, 2))).get(0, 0) // => [1. 1.]
   * }
   */
  public static Array irfftn(Array x) {
    return irfftn(x, Along.defaults());
  }

  /**
   * {@link #irfftn(Array)} along some axes, with lengths of the result and a scaling.
   *
   * @throws ShapeException if the lengths are not as many as the axes, or an axis is out of bounds
   */
  public static Array irfftn(Array x, Along along) {
    return Fourier.transform("irfftn", FftType.IRFFT, x, along);
  }
}
