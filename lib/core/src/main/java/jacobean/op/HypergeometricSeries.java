package jacobean.op;

/**
 * The sum of {@code (a)_k ... / ((b)_k ... k!) x^k}, where {@code (a)_k = a (a+1) ... (a+k-1)},
 * with any number of parameters above and below; and its derivative by one of them.
 */
final class HypergeometricSeries {
  private static final int TERMS = 200_000;
  private static final double DONE = 1e-17;

  private HypergeometricSeries() {}

  static double sum(double[] above, double[] below, double x) {
    double term = 1;
    double sum = 1;
    for (int k = 0; k < TERMS; k++) {
      term *= ratio(above, below, x, k);
      sum += term;
      if (isDone(term, sum)) {
        break;
      }
    }
    return sum;
  }

  /**
   * The derivative by a parameter.
   *
   * @param parameter its number, counted from the first above to the last below
   */
  static double slope(double[] above, double[] below, double x, int parameter) {
    boolean up = parameter < above.length;
    double a = up ? above[parameter] : below[parameter - above.length];
    double term = 1;
    double sum = 0;
    // What (a)_k has for a logarithmic derivative.
    double digamma = 0;
    for (int k = 0; k < TERMS; k++) {
      term *= ratio(above, below, x, k);
      digamma += 1 / (a + k);
      double moved = term * digamma;
      sum += up ? moved : -moved;
      if (isDone(moved, sum)) {
        break;
      }
    }
    return sum;
  }

  private static double ratio(double[] above, double[] below, double x, int k) {
    double ratio = x / (k + 1);
    for (double a : above) {
      ratio *= a + k;
    }
    for (double b : below) {
      ratio /= b + k;
    }
    return ratio;
  }

  /** NaN ends it, too. */
  private static boolean isDone(double term, double sum) {
    return !(Math.abs(term) > DONE * Math.abs(sum)) || Double.isInfinite(sum);
  }
}
