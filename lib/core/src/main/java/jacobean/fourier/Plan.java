package jacobean.fourier;

/**
 * The discrete Fourier transform of a fixed length, with all that can be computed before the
 * numbers are there. Immutable, for any number of threads.
 */
public sealed interface Plan permits MixedRadix, FourStep, Bluestein {
  /** Greater prime factors cost less by {@link Bluestein}'s convolution. */
  int GREATEST_RADIX = 31;

  /** From here on numbers, results and roots do not fit a core's own cache. */
  int LARGE = 1 << 15;

  /** How many numbers it transforms. */
  int length();

  /**
   * {@code X[k] = sum over j of x[j] e^(-2 pi i j k / n)}, in place. With the two arrays exchanged
   * it is the inverse transform times n.
   *
   * @param re the real parts, n of them
   * @param im the imaginary parts
   */
  void transform(double[] re, double[] im);

  /** The plan for a length of 1 or more. */
  static Plan of(int length) {
    int rest = length;
    // A divisor at most the square root, which products of small factors come near to.
    int divisor = 1;
    for (int p = 2; p <= GREATEST_RADIX; p++) {
      while (rest % p == 0) {
        rest /= p;
        divisor = (long) divisor * p * divisor * p <= length ? divisor * p : divisor;
      }
    }
    if (rest > 1) {
      return new Bluestein(length);
    }
    return length < LARGE ? new MixedRadix(length) : new FourStep(length, divisor);
  }
}
