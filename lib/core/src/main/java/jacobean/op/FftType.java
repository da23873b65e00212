package jacobean.op;

/** Which discrete Fourier transform {@link Fft} computes. {@code jax.lax.FftType}. */
public enum FftType {
  /** Of complex numbers. */
  FFT,
  /** The inverse of {@link #FFT}. */
  IFFT,
  /** Of real numbers: the frequencies that are not negative. */
  RFFT,
  /** The inverse of {@link #RFFT}. */
  IRFFT;

  boolean isInverse() {
    return this == IFFT || this == IRFFT;
  }
}
