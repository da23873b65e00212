package jacobean.fourier;

import java.util.Arrays;

/**
 * Bluestein's algorithm for lengths with a great prime factor. As {@code 2 j k = j^2 + k^2 - (k -
 * j)^2}, the transform is a convolution with a chirp, and that is a product of transforms of a
 * greater length, a power of two.
 */
final class Bluestein implements Plan {
  private final int n;
  private final Roots chirp;
  private final Plan convolution;

  /** The transform of the conjugate chirp, over the length. */
  private final double[] kernelRe;

  private final double[] kernelIm;

  Bluestein(int n) {
    this.n = n;
    chirp = Roots.chirp(n);
    int length = Integer.highestOneBit(2 * n - 1) * 2;
    convolution = Plan.of(length);
    kernelRe = new double[length];
    kernelIm = new double[length];
    for (int k = 0; k < n; k++) {
      kernelRe[k] = chirp.re[k] / length;
      kernelIm[k] = -chirp.im[k] / length;
      kernelRe[(length - k) % length] = kernelRe[k];
      kernelIm[(length - k) % length] = kernelIm[k];
    }
    convolution.transform(kernelRe, kernelIm);
  }

  @Override
  public int length() {
    return n;
  }

  @Override
  public void transform(double[] re, double[] im) {
    var a = Arrays.copyOf(re, kernelRe.length);
    var b = Arrays.copyOf(im, kernelIm.length);
    multiply(a, b, chirp.re, chirp.im, n);
    convolution.transform(a, b);
    multiply(a, b, kernelRe, kernelIm, a.length);
    convolution.transform(b, a);
    multiply(a, b, chirp.re, chirp.im, n);
    System.arraycopy(a, 0, re, 0, n);
    System.arraycopy(b, 0, im, 0, n);
  }

  private static void multiply(double[] re, double[] im, double[] byRe, double[] byIm, int n) {
    for (int k = 0; k < n; k++) {
      double r = re[k] * byRe[k] - im[k] * byIm[k];
      im[k] = re[k] * byIm[k] + im[k] * byRe[k];
      re[k] = r;
    }
  }
}
