package jacobean.op;

/**
 * Gauss' function {@code 2F1(a, b; c; x)} of doubles, for x up to 1: the series near 0, and
 * transformations of it elsewhere (DLMF 15.8).
 */
final class Gaussian {
  private static final Gammas.Digamma DIGAMMA = new Gammas.Digamma();

  /** From here on the series in 1 - x is the faster one. */
  private static final double NEAR_ONE = 0.9;

  private Gaussian() {}

  /** As JAX has it: infinite beyond 1, and where c is 0, -1, -2, ... */
  static double value(double a, double b, double c, double x) {
    double d = c - a - b;
    if (Double.isNaN(d + x)) {
      return Double.NaN;
    }
    if (x == 0 || (a == 0 || b == 0) && c != 0) {
      return 1;
    }
    boolean pole = c <= 0 && c == Math.floor(c);
    if (pole || x > 1 || x == 1 && d <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    if (x == 1) {
      return GammaRatio.of(c, d, c - a, c - b);
    }
    if (b == c || a == c) {
      return Math.pow(1 - x, b == c ? -a : -b);
    }
    if (x < 0) {
      // Pfaff's transformation, to a number between 0 and 1.
      return Math.pow(1 - x, -a) * inside(a, c - b, c, x / (x - 1));
    }
    return inside(a, b, c, x);
  }

  /** For x between 0 and 1. */
  private static double inside(double a, double b, double c, double x) {
    if (x <= NEAR_ONE || isEnd(a) || isEnd(b)) {
      return series(a, b, c, x);
    }
    double d = c - a - b;
    // Euler's transformation makes the excess d positive.
    if (d < 0) {
      return Math.pow(1 - x, d) * nearOne(c - a, c - b, c, 1 - x, -d);
    }
    return nearOne(a, b, c, 1 - x, d);
  }

  /** Whether the series ends by itself. */
  private static boolean isEnd(double a) {
    return a <= 0 && a == Math.floor(a);
  }

  private static double series(double a, double b, double c, double x) {
    return HypergeometricSeries.sum(new double[] {a, b}, new double[] {c}, x);
  }

  /** The function at 1 - s with the excess {@code d = c - a - b} not negative. */
  private static double nearOne(double a, double b, double c, double s, double d) {
    if (isEnd(a) || isEnd(b)) {
      return series(a, b, c, 1 - s);
    }
    long whole = Math.round(d);
    return Math.abs(d - whole) < 1e-12
        ? wholeExcess(a, b, c, s, (int) whole)
        : GammaRatio.of(c, d, c - a, c - b) * series(a, b, 1 - d, s)
            + Math.pow(s, d) * GammaRatio.of(c, -d, a, b) * series(c - a, c - b, 1 + d, s);
  }

  /** The limit for an excess of m = 0, 1, 2, ...: a polynomial, and a series with logarithms. */
  private static double wholeExcess(double a, double b, double c, double s, int m) {
    double polynomial = 0;
    double term = 1;
    for (int k = 0; k < m; k++) {
      polynomial += term;
      term *= (a + k) * (b + k) * s / ((k + 1.0) * (k + 1 - m));
    }
    double front = m == 0 ? 0 : GammaRatio.of(m, c, a + m, b + m) * polynomial;
    double log = Math.log(s);
    double power = 1;
    for (int k = 1; k <= m; k++) {
      power *= -s / k;
    }
    double sum = 0;
    for (int k = 0; k < 10_000; k++) {
      double digammas =
          digamma(k + 1) + digamma(k + m + 1) - digamma(a + k + m) - digamma(b + k + m);
      double next = power * (log - digammas);
      sum += next;
      if (Math.abs(next) < 1e-17 * Math.abs(sum)) {
        break;
      }
      power *= (a + m + k) * (b + m + k) * s / ((k + 1.0) * (k + 1 + m));
    }
    return front - GammaRatio.of(c, 1, a, b) * sum;
  }

  private static double digamma(double x) {
    return DIGAMMA.f(x);
  }
}
