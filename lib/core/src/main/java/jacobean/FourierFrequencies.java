package jacobean;

import jacobean.error.ShapeException;
import java.util.Arrays;

/** Frequencies and their order: the part of {@code jax.numpy.fft} that transforms nothing. */
abstract sealed class FourierFrequencies permits FourierOfAxis {
  protected FourierFrequencies() {}

  /**
   * The frequencies of a discrete Fourier transform of n samples: 0, 1, ... then the negative ones,
   * over {@code n d}. {@code jnp.fft.fftfreq}.
   *
   * @param d the time between samples
   * @throws ShapeException if n is not positive
   */
  public static Array fftfreq(int n, double d) {
    requirePositive("fftfreq", n);
    var places = jnp.arange((double) n);
    return jnp.where(places.lt((n + 1) / 2), places, places.minus(n)).div(d * n);
  }

  /** {@link #fftfreq(int, double)} with d = 1. */
  public static Array fftfreq(int n) {
    return fftfreq(n, 1);
  }

  /** The frequencies of a transform of n real samples, none negative: n / 2 + 1 of them. */
  public static Array rfftfreq(int n, double d) {
    requirePositive("rfftfreq", n);
    return jnp.arange((double) (n / 2 + 1)).div(d * n);
  }

  /**
   * {@link #rfftfreq(int, double)} with d = 1. {@code jnp.fft.rfftfreq}.
   *
   * {@snippet :
   * jnp.fft.rfftfreq(4) // => [0. 0.25 0.5 ]
   * }
   *
   * @throws ShapeException if n is below 1
   */
  public static Array rfftfreq(int n) {
    return rfftfreq(n, 1);
  }

  /**
   * The frequency 0 moved to the middle of these axes, or of all. {@code jnp.fft.fftshift}.
   *
   * {@snippet :
   * jnp.fft.fftshift(jnp.fft.fftfreq(4)) // => [-0.5 -0.25 0. 0.25]
   * }
   *
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array fftshift(Array x, int... axes) {
    return shifted("fftshift", x, axes, true);
  }

  /**
   * The inverse of {@link #fftshift}. {@code jnp.fft.ifftshift}.
   *
   * {@snippet :
   * jnp.fft.ifftshift(jnp.fft.fftshift(jnp.arange(5))) // => [0 1 2 3 4]
   * }
   *
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array ifftshift(Array x, int... axes) {
    return shifted("ifftshift", x, axes, false);
  }

  private static Array shifted(String operation, Array x, int[] axes, boolean forward) {
    var y = x;
    for (int axis : Dims.axes(operation, axes, x.ndim()).toArray()) {
      int n = x.shape(axis);
      int start = forward ? (n + 1) / 2 : n / 2;
      var before = new Object[axis];
      Arrays.fill(before, ":");
      var head = Arrays.copyOf(before, axis + 1);
      var tail = head.clone();
      head[axis] = start + ":";
      tail[axis] = ":" + start;
      y = jnp.concatenate(java.util.List.of(y.get(head), y.get(tail)), axis);
    }
    return y;
  }

  private static void requirePositive(String operation, int n) {
    if (n < 1) {
      throw new ShapeException(
          operation + ": the number of samples must be 1 or more, got " + n + ".");
    }
  }
}
