package jacobean.fourier;

import java.util.Arrays;

/**
 * The transform of n real numbers, of whose results the first {@code n / 2 + 1} say all, and back.
 * An even n costs a complex transform of half the length: the numbers at even places are its real
 * parts, those at odd places its imaginary parts.
 */
public final class RealPlan {
  private final int n;
  private final Plan plan;
  private final Roots roots;

  public RealPlan(int n) {
    this.n = n;
    plan = Plan.of(n % 2 == 0 ? n / 2 : n);
    roots = n % 2 == 0 ? Roots.of(n) : null;
  }

  /** How many frequencies there are. */
  public int frequencies() {
    return n / 2 + 1;
  }

  /**
   * The transform. The imaginary parts of the first result, and of the last for an even n, are 0
   * without rounding.
   *
   * @param x n real numbers
   * @param re takes the real parts of {@link #frequencies} results
   * @param im takes the imaginary parts
   */
  public void forward(double[] x, double[] re, double[] im) {
    if (n % 2 != 0) {
      var a = x.clone();
      var b = new double[n];
      plan.transform(a, b);
      System.arraycopy(a, 0, re, 0, frequencies());
      System.arraycopy(b, 0, im, 0, frequencies());
      im[0] = 0;
      return;
    }
    int half = n / 2;
    var a = new double[half];
    var b = new double[half];
    for (int k = 0; k < half; k++) {
      a[k] = x[2 * k];
      b[k] = x[2 * k + 1];
    }
    plan.transform(a, b);
    for (int k = 0; k <= half; k++) {
      int here = k % half;
      int mirror = (half - k) % half;
      double evenR = (a[here] + a[mirror]) / 2;
      double evenI = (b[here] - b[mirror]) / 2;
      double oddR = (b[here] + b[mirror]) / 2;
      double oddI = (a[mirror] - a[here]) / 2;
      re[k] = evenR + oddR * roots.re[k] - oddI * roots.im[k];
      im[k] = evenI + oddR * roots.im[k] + oddI * roots.re[k];
    }
    im[0] = 0;
    im[half] = 0;
  }

  /**
   * The inverse transform times n. The imaginary parts of the first number, and of the last for an
   * even n, count as 0.
   *
   * @param re the real parts of {@link #frequencies} numbers
   * @param im their imaginary parts
   * @param x takes n real numbers
   */
  public void inverse(double[] re, double[] im, double[] x) {
    if (n % 2 != 0) {
      var a = Arrays.copyOf(re, n);
      var b = Arrays.copyOf(im, n);
      b[0] = 0;
      for (int k = 1; k < frequencies(); k++) {
        a[n - k] = re[k];
        b[n - k] = -im[k];
      }
      plan.transform(b, a);
      System.arraycopy(a, 0, x, 0, n);
      return;
    }
    int half = n / 2;
    var a = new double[half];
    var b = new double[half];
    for (int k = 0; k < half; k++) {
      double imHere = k == 0 ? 0 : im[k];
      double imMirror = k == 0 ? 0 : im[half - k];
      double evenR = re[k] + re[half - k];
      double evenI = imHere - imMirror;
      double difR = re[k] - re[half - k];
      double difI = imHere + imMirror;
      double oddR = difR * roots.re[k] + difI * roots.im[k];
      double oddI = difI * roots.re[k] - difR * roots.im[k];
      a[k] = evenR - oddI;
      b[k] = evenI + oddR;
    }
    plan.transform(b, a);
    for (int k = 0; k < half; k++) {
      x[2 * k] = a[k];
      x[2 * k + 1] = b[k];
    }
  }
}
