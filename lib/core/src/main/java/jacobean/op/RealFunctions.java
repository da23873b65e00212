package jacobean.op;

/** Functions of a real number that {@link Math} lacks, to nearly the precision of double. */
final class RealFunctions {
  private static final double TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);

  private RealFunctions() {}

  static double asinh(double x) {
    double a = Math.abs(x);
    // log1p keeps the digits of small numbers; above 2^28 the 1 under the root no longer counts.
    double y =
        a > 0x1p28 ? Math.log(a) + Math.log(2) : Math.log1p(a + a * a / (1 + Math.sqrt(a * a + 1)));
    return Double.isInfinite(x) ? x : Math.copySign(y, x);
  }

  static double acosh(double x) {
    return x > 0x1p28
        ? Math.log(x) + Math.log(2)
        : Math.log1p((x - 1) + Math.sqrt((x - 1) * (x + 1)));
  }

  static double atanh(double x) {
    return 0.5 * (Math.log1p(x) - Math.log1p(-x));
  }

  /** By its Maclaurin series (Abramowitz and Stegun 7.1.6) up to 2.5, beyond by the complement. */
  static double erf(double x) {
    if (Math.abs(x) > 2.5 || Double.isNaN(x)) {
      return x < 0 ? erfc(-x) - 1 : 1 - erfc(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_SQRT_PI * Math.exp(-x * x) * sum;
  }

  /** By the continued fraction (Abramowitz and Stegun 7.1.14) from 2 on, below by erf. */
  static double erfc(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (x < 2) {
      return x < -6 ? 2 : 1 - erf(x);
    }
    if (x > 27) {
      return 0;
    }
    double fraction = x;
    for (int n = 200; n > 0; n--) {
      fraction = x + n / 2.0 / fraction;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
  }

  /** By Giles' single-precision approximation (2010), then Newton's method on erf. */
  static double erfInv(double x) {
    if (Double.isNaN(x) || Math.abs(x) > 1) {
      return Double.NaN;
    }
    if (Math.abs(x) == 1) {
      return x * Double.POSITIVE_INFINITY;
    }
    double y = giles(x);
    for (int i = 0; i < 3; i++) {
      double error =
          Math.abs(x) < 0.9 ? erf(y) - x : Math.signum(x) * (1 - Math.abs(x) - erfc(Math.abs(y)));
      y -= error / (TWO_OVER_SQRT_PI * Math.exp(-y * y));
    }
    return y;
  }

  private static double giles(double x) {
    double w = -Math.log1p(-x * x);
    return x
        * (w < 5
            ? polynomial(
                w - 2.5,
                2.81022636e-08,
                3.43273939e-07,
                -3.5233877e-06,
                -4.39150654e-06,
                0.00021858087,
                -0.00125372503,
                -0.00417768164,
                0.246640727,
                1.50140941)
            : polynomial(
                Math.sqrt(w) - 3,
                -0.000200214257,
                0.000100950558,
                0.00134934322,
                -0.00367342844,
                0.00573950773,
                -0.0076224613,
                0.00943887047,
                1.00167406,
                2.83297682));
  }

  private static double polynomial(double x, double... highestFirst) {
    double y = 0;
    for (double c : highestFirst) {
      y = y * x + c;
    }
    return y;
  }
}
