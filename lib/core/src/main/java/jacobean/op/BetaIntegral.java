package jacobean.op;

import static jacobean.op.Arithmetic.add;
import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Arithmetic.neg;
import static jacobean.op.Arithmetic.sub;

import jacobean.core.Value;
import java.util.List;

/**
 * The regularized incomplete beta function: the integral of {@code t^(a-1) (1-t)^(b-1)} from 0 to
 * x, over beta(a, b). By the continued fraction of DLMF 8.17.22, as Lentz evaluates it, on the side
 * of the mean where it converges fast.
 */
public record BetaIntegral() implements Iterated {
  private static final int TERMS = 100_000;

  @Override
  public String name() {
    return "regularized_incomplete_beta";
  }

  @Override
  public double f(double... operands) {
    double a = operands[0];
    double b = operands[1];
    double x = operands[2];
    boolean outside = !(a >= 0) || !(b >= 0) || !(x >= 0) || x > 1;
    // All weight at 0, or all at 1.
    boolean low = a == 0 || Double.isInfinite(b);
    boolean high = b == 0 || Double.isInfinite(a);
    if (outside || low && high) {
      return Double.NaN;
    }
    if (low) {
      return x == 0 ? 0 : 1;
    }
    if (high) {
      return x == 1 ? 1 : 0;
    }
    if (x == 0 || x == 1) {
      return x;
    }
    return x < (a + 1) / (a + b + 2)
        ? scale(a, b, x, 1 - x) * fraction(a, b, x)
        : 1 - scale(b, a, 1 - x, x) * fraction(b, a, 1 - x);
  }

  /** {@code x^a (1-x)^b / (a beta(a, b))}. */
  private static double scale(double a, double b, double x, double rest) {
    double logBeta = logGamma(a + 1) + logGamma(b) - logGamma(a + b);
    return Math.exp(a * Math.log(x) + b * Math.log(rest) - logBeta);
  }

  private static double logGamma(double a) {
    return IncompleteGamma.logGamma(a + 1) - Math.log(a);
  }

  private static double fraction(double a, double b, double x) {
    double tiny = 1e-300;
    double c = 1;
    double d = 1 / kept(1 - (a + b) * x / (a + 1), tiny);
    double h = d;
    for (int m = 1; m < TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / kept(1 + even * d, tiny);
      c = kept(1 + even / c, tiny);
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / kept(1 + odd * d, tiny);
      c = kept(1 + odd / c, tiny);
      h *= d * c;
      if (Math.abs(d * c - 1) < 1e-16) {
        break;
      }
    }
    return h;
  }

  /** The number, or the smallest that may be divided by. */
  private static double kept(double x, double tiny) {
    return Math.abs(x) < tiny ? tiny : x;
  }

  @Override
  public Value slope(int operand, List<Value> operands, Value y) {
    if (operand < 2) {
      throw notBy(operand == 0 ? "a" : "b");
    }
    var a = operands.get(0);
    var b = operands.get(1);
    var x = operands.get(2);
    var one = constant(x.dtype(), 1);
    var logBeta = sub(add(Gammas.lgamma(a), Gammas.lgamma(b)), Gammas.lgamma(add(a, b)));
    var powers =
        add(mul(sub(b, one), Exponential.log1p(neg(x))), mul(sub(a, one), Exponential.log(x)));
    return Exponential.exp(sub(powers, logBeta));
  }

  /** The function of broadcast values of one dtype. */
  public static Value betainc(Value a, Value b, Value x) {
    return new BetaIntegral().bind1(a, b, x);
  }
}
