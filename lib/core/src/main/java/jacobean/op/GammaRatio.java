package jacobean.op;

/** Quotients of products of gamma functions, of which the parts may be too great for a double. */
final class GammaRatio {
  private static final Gammas.Lgamma LOG = new Gammas.Lgamma();

  private GammaRatio() {}

  /** {@code gamma(a) / gamma(b)}. */
  static double of(double a, double b) {
    return of(a, 1, b, 1);
  }

  /** {@code gamma(a) gamma(b) / (gamma(c) gamma(d))}; 0 at the poles of what divides. */
  static double of(double a, double b, double c, double d) {
    if (isPole(c) || isPole(d)) {
      return 0;
    }
    double log = LOG.f(a) + LOG.f(b) - LOG.f(c) - LOG.f(d);
    return sign(a) * sign(b) * sign(c) * sign(d) * Math.exp(log);
  }

  private static boolean isPole(double x) {
    return x <= 0 && x == Math.floor(x);
  }

  private static double sign(double x) {
    return x < 0 && Math.floor(x) % 2 != 0 ? -1 : 1;
  }
}
