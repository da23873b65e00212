package jacobean.op;

import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.div;
import static jacobean.op.Arithmetic.neg;
import static jacobean.op.Arithmetic.sub;

import jacobean.core.Value;
import java.util.List;

/** Integrals of {@code e^t / t} and its kin. */
public final class ExponentialIntegrals {
  private static final double EULER = 0.57721566490153286061;
  private static final int TERMS = 100_000;

  private ExponentialIntegrals() {}

  /**
   * The exponential integral of order n: that of {@code e^(-x t) / t^n} for t from 1 on. By its
   * power series up to x = 1, by its continued fraction beyond.
   */
  public record Expn() implements Iterated {
    @Override
    public String name() {
      return "expn";
    }

    @Override
    public double f(double... operands) {
      double n = operands[0];
      double x = operands[1];
      if (!(n >= 0) || !(x >= 0)) {
        return Double.NaN;
      }
      if (Double.isInfinite(x)) {
        return 0;
      }
      if (n == 0) {
        return Math.exp(-x) / x;
      }
      if (x == 0) {
        return n > 1 ? 1 / (n - 1) : Double.POSITIVE_INFINITY;
      }
      boolean near = x <= 1 && n < 5000 && n == Math.floor(n);
      return near ? series((int) n, x) : Math.exp(-x) * fraction(n, x);
    }

    @Override
    public Value slope(int operand, List<Value> operands, Value y) {
      if (operand == 0) {
        throw notBy("n");
      }
      var n = operands.get(0);
      return neg(expn(sub(n, constant(n.dtype(), 1)), operands.get(1)));
    }
  }

  /** The sum of {@code -(-x)^k / ((k - n + 1) k!)}, in which k = n - 1 gives a logarithm. */
  private static double series(int n, double x) {
    double power = 1;
    double sum = 0;
    double digamma = -EULER;
    for (int k = 0; k < TERMS; k++) {
      double term = power * (k == n - 1 ? digamma - Math.log(x) : 1.0 / (n - 1 - k));
      sum += term;
      if (k > n && Math.abs(term) < 1e-18 * Math.abs(sum)) {
        break;
      }
      digamma += 1.0 / (k + 1);
      power *= -x / (k + 1);
    }
    return sum;
  }

  /** Lentz' evaluation of {@code 1 / (x + n - n / (x + n + 2 - 2 (n + 1) / ...))}. */
  private static double fraction(double n, double x) {
    double b = x + n;
    double c = 1e300;
    double d = 1 / b;
    double h = d;
    for (int k = 1; k < TERMS; k++) {
      double a = -k * (n - 1 + k);
      b += 2;
      d = 1 / (a * d + b);
      c = b + a / c;
      h *= c * d;
      if (Math.abs(c * d - 1) < 1e-16) {
        break;
      }
    }
    return h;
  }

  /**
   * The principal value of the integral of {@code e^t / t} up to x. By its power series, by its
   * asymptotic one for great x, and by {@link Expn} for negative x.
   */
  public record Expi() implements Iterated {
    private static final double FAR = 40;

    @Override
    public String name() {
      return "expi";
    }

    @Override
    public double f(double... operands) {
      double x = operands[0];
      if (x < 0) {
        return -new Expn().f(1, -x);
      }
      if (x == 0) {
        return Double.NEGATIVE_INFINITY;
      }
      return x < FAR ? EULER + Math.log(x) + powers(x) : far(x);
    }

    private static double powers(double x) {
      double power = 1;
      double sum = 0;
      for (int k = 1; k < TERMS && power > 1e-18 * sum; k++) {
        power *= x / k;
        sum += power / k;
      }
      return sum;
    }

    /** {@code e^x / x (1 + 1/x + 2/x^2 + ...)}, as far as the terms become smaller. */
    private static double far(double x) {
      double term = 1;
      double sum = 1;
      for (int k = 1; k < x && term > 1e-18; k++) {
        term *= k / x;
        sum += term;
      }
      return Double.isInfinite(x) ? x : Math.exp(x) / x * sum;
    }

    @Override
    public Value slope(int operand, List<Value> operands, Value y) {
      var x = operands.getFirst();
      return div(Exponential.exp(x), x);
    }
  }

  // --- As functions ---

  public static Value expn(Value n, Value x) {
    return new Expn().bind1(n, x);
  }

  public static Value expi(Value x) {
    return new Expi().bind1(x);
  }
}
