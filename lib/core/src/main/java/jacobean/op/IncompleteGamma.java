package jacobean.op;

/**
 * The cumulative gamma distribution P(a, x), its complement Q, and how both and the quantiles move
 * with the shape parameter a: value and derivative are computed together, term by term, in double.
 */
final class IncompleteGamma {
  private static final double DONE = 1e-17;
  private static final int TERMS = 100_000;

  private IncompleteGamma() {}

  /** A number and its derivative by the shape parameter. */
  private record Dual(double value, double slope) {
    Dual times(Dual y) {
      return new Dual(value * y.value, slope * y.value + value * y.slope);
    }

    Dual over(Dual y) {
      double q = value / y.value;
      return new Dual(q, (slope - q * y.slope) / y.value);
    }

    Dual plus(Dual y) {
      return new Dual(value + y.value, slope + y.slope);
    }

    Dual plus(double y) {
      return new Dual(value + y, slope);
    }
  }

  /** Whether there is a distribution with this parameter, and x in its domain. */
  private static boolean isInside(double a, double x) {
    return a >= 0 && x >= 0 && !(a == 0 && x == 0);
  }

  /** P(a, x): 0 at x = 0, 1 at infinity and for a = 0; NaN outside the domain. */
  static double p(double a, double x) {
    if (!isInside(a, x)) {
      return Double.NaN;
    }
    if (a == 0 || Double.isInfinite(x)) {
      return 1;
    }
    if (x == 0 || Double.isInfinite(a)) {
      return 0;
    }
    return x < a + 1 ? series(a, x).value * scale(a, x) : 1 - fraction(a, x).value * scale(a, x);
  }

  /** {@code 1 - P(a, x)}, without cancellation where that is small. */
  static double q(double a, double x) {
    if (!isInside(a, x)) {
      return Double.NaN;
    }
    if (a == 0 || Double.isInfinite(x)) {
      return 0;
    }
    if (x == 0 || Double.isInfinite(a)) {
      return 1;
    }
    return x < a + 1 ? 1 - series(a, x).value * scale(a, x) : fraction(a, x).value * scale(a, x);
  }

  /** {@code dP/da}. */
  static double slopeOfP(double a, double x) {
    if (!(a > 0) || !(x >= 0)) {
      return Double.NaN;
    }
    return x == 0 || Double.isInfinite(x) ? 0 : -slope(a, x) * scale(a, x) / x;
  }

  /** {@code x p}: {@code x^a e^-x / gamma(a)}. */
  private static double scale(double a, double x) {
    return Math.exp(a * Math.log(x) - x - (logGamma(a + 1) - Math.log(a)));
  }

  /**
   * {@code dx/da} at a fixed probability. With {@code P(a, x) = S(a, x) x p(a, x)}, and p the
   * density, {@code dP/da / p} is {@code x (S (log x - digamma(a)) + dS/da)}; above the mean the
   * same of {@code 1 - P}.
   */
  static double slope(double a, double x) {
    if (!(a > 0) || !(x >= 0) || Double.isInfinite(a) || Double.isInfinite(x)) {
      return Double.NaN;
    }
    if (x == 0) {
      return 0;
    }
    double score = Math.log(x) - digamma(a);
    if (x < a + 1) {
      var s = series(a, x);
      return -x * (s.value * score + s.slope);
    }
    var f = fraction(a, x);
    return x * (f.value * score + f.slope);
  }

  /** {@code P / (x p)}: the sum of {@code x^n / (a (a+1) ... (a+n))}. */
  private static Dual series(double a, double x) {
    var term = new Dual(1, 0).over(new Dual(a, 1));
    var sum = term;
    for (int n = 1; n < TERMS && term.value > DONE * sum.value; n++) {
      term = term.times(new Dual(x, 0)).over(new Dual(a + n, 1));
      sum = sum.plus(term);
    }
    return sum;
  }

  /** {@code (1 - P) / (x p)} by Legendre's continued fraction, evaluated as Lentz does. */
  private static Dual fraction(double a, double x) {
    double tiny = 1e-300;
    var b = new Dual(x + 1 - a, -1);
    var c = new Dual(1 / tiny, 0);
    var d = new Dual(1, 0).over(b);
    var h = d;
    for (int n = 1; n < TERMS; n++) {
      var an = new Dual(-n * (n - a), n);
      b = b.plus(2);
      d = new Dual(1, 0).over(an.times(d).plus(b));
      c = b.plus(an.over(c));
      var factor = d.times(c);
      h = h.times(factor);
      if (Math.abs(factor.value - 1) < 1e-16 && Math.abs(factor.slope) < 1e-16) {
        break;
      }
    }
    return h;
  }

  /**
   * The derivative of {@code log gamma(a)}: upwards by its recurrence, then its asymptotic series.
   */
  private static double digamma(double a) {
    double below = 0;
    double x = a;
    while (x < 10) {
      below -= 1 / x;
      x += 1;
    }
    double y = 1 / (x * x);
    return below
        + Math.log(x)
        - 0.5 / x
        - y
            * (1 / 12.
                - y
                    * (1 / 120.
                        - y * (1 / 252. - y * (1 / 240. - y * (1 / 132. - y * 691 / 32760.)))));
  }

  /** {@code log gamma(x)} for x of at least 1, likewise. */
  static double logGamma(double x) {
    double product = 1;
    while (x < 10) {
      product *= x;
      x += 1;
    }
    double y = 1 / (x * x);
    return (x - 0.5) * Math.log(x)
        - x
        + 0.5 * Math.log(2 * Math.PI)
        + stirling(y) / x
        - Math.log(product);
  }

  /** {@code B(2k) / (2k (2k-1))} by powers of {@code y = 1 / x^2}. */
  private static double stirling(double y) {
    double high = 1 / 1188. - y * (691 / 360360. - y / 156);
    return 1 / 12. - y * (1 / 360. - y * (1 / 1260. - y * (1 / 1680. - y * high)));
  }
}
