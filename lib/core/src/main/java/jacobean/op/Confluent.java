package jacobean.op;

/** Kummer's function {@code 1F1(a; b; x)} of doubles. */
final class Confluent {
  /** Where e^x leaves the range of double if the series is summed. */
  private static final double FAR = 500;

  private Confluent() {}

  /** As JAX has it: 1 for a = 0, and infinite for b = 0. */
  static double value(double a, double b, double x) {
    if (a == 0) {
      return 1;
    }
    if (a == b) {
      return Math.exp(x);
    }
    if (b == 0) {
      return Double.POSITIVE_INFINITY;
    }
    // Kummer's transformation: all terms of the series for a positive x have one sign in the end.
    return x >= 0 ? positive(a, b, x) : reflected(b - a, b, -x);
  }

  private static double positive(double a, double b, double x) {
    return x < FAR
        ? HypergeometricSeries.sum(new double[] {a}, new double[] {b}, x)
        : GammaRatio.of(b, a) * Math.exp(x + (a - b) * Math.log(x)) * asymptotic(a, b, x);
  }

  /** {@code e^-x 1F1(a; b; x)}. */
  private static double reflected(double a, double b, double x) {
    return x < FAR
        ? Math.exp(-x) * HypergeometricSeries.sum(new double[] {a}, new double[] {b}, x)
        : GammaRatio.of(b, a) * Math.pow(x, a - b) * asymptotic(a, b, x);
  }

  /** The sum of {@code (b-a)_k (1-a)_k / k! x^-k}, as far as its terms become smaller. */
  private static double asymptotic(double a, double b, double x) {
    double term = 1;
    double sum = 1;
    for (int k = 0; k < 200; k++) {
      double next = term * (b - a + k) * (1 - a + k) / ((k + 1) * x);
      if (!(Math.abs(next) < Math.abs(term))) {
        break;
      }
      term = next;
      sum += term;
    }
    return sum;
  }
}
