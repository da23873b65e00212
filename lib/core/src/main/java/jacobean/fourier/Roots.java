package jacobean.fourier;

/** The powers of {@code e^(-2 pi i / n)}, each right to the last digit but one. */
final class Roots {
  final double[] re;
  final double[] im;

  private Roots(int count) {
    re = new double[count];
    im = new double[count];
  }

  /** The powers 0 to n - 1 of {@code e^(-2 pi i / n)}. */
  static Roots of(int n) {
    return powers(n, 1, n);
  }

  /** This many powers 0, step, 2 step, ... of {@code e^(-2 pi i / n)}. */
  static Roots powers(int count, int step, int n) {
    var roots = new Roots(count);
    for (int k = 0; k < count; k++) {
      roots.set(k, (long) k * step % n, n);
    }
    return roots;
  }

  /** {@code e^(-pi i k^2 / n)} for k = 0 to n - 1: the chirp of Bluestein's convolution. */
  static Roots chirp(int n) {
    var roots = new Roots(n);
    for (int k = 0; k < n; k++) {
      roots.set(k, (long) k * k % (2L * n), 2L * n);
    }
    return roots;
  }

  /**
   * Sets an element to {@code e^(-2 pi i k / n)}, by sine and cosine of an angle of at most a
   * quarter of pi, so that no digit is lost to the reduction of a great angle.
   */
  private void set(int at, long k, long n) {
    int quadrant = (int) (4 * k / n);
    long rest = 4 * k % n;
    boolean steep = 2 * rest > n;
    double angle = Math.PI / 2 * (steep ? n - rest : rest) / n;
    double c = steep ? Math.sin(angle) : Math.cos(angle);
    double s = steep ? Math.cos(angle) : Math.sin(angle);
    re[at] = quadrant == 0 ? c : quadrant == 1 ? -s : quadrant == 2 ? -c : s;
    im[at] = -(quadrant == 0 ? s : quadrant == 1 ? c : quadrant == 2 ? -s : -c);
  }
}
