package jacobean.op;

import jacobean.core.Value;
import java.util.List;

/**
 * Hurwitz' zeta function: the sum of {@code (q + k)^-s} for k = 0, 1, ... Summed until the terms
 * are smooth, and by Euler and Maclaurin's formula from there.
 *
 * <p>Infinite at s = 1, NaN below. For q of 0 and less s must be an integer; the poles at the
 * integers are positive for even s, and NaN for odd.
 */
public final class HurwitzZeta {
  /** {@code B(2k) / (2k)!}. */
  private static final double[] COEFFICIENTS = {
    1 / 12.0,
    -1 / 720.0,
    1 / 30240.0,
    -1 / 1209600.0,
    1 / 47900160.0,
    -691 / 1307674368000.0,
    1 / 74724249600.0,
    -3617 / 10670622842880000.0,
    43867 / 5109094217170944000.0,
    -174611 / 802857662698291200000.0
  };

  private HurwitzZeta() {}

  /** The function. */
  public record Zeta() implements Iterated {
    @Override
    public String name() {
      return "zeta";
    }

    @Override
    public double f(double... operands) {
      double s = operands[0];
      double q = operands[1];
      if (s == 1 && !Double.isNaN(q)) {
        return Double.POSITIVE_INFINITY;
      }
      if (!(s > 1) || Double.isNaN(q) || q <= 0 && s != Math.floor(s)) {
        return Double.NaN;
      }
      if (q <= 0 && q == Math.floor(q)) {
        return s % 2 == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
      }
      if (Double.isInfinite(s)) {
        return q > 0 ? Math.pow(q, -s) : Double.NaN;
      }
      if (q > 0) {
        return sum(s, q).value;
      }
      // The terms left of 0 are a part of the sum that goes to the left.
      double rest = q - Math.floor(q);
      double left = sum(s, 1 - rest).value - sum(s, 1 - q).value;
      return sum(s, rest).value + (s % 2 == 0 ? left : -left);
    }

    @Override
    public Value slope(int operand, List<Value> operands, Value y) {
      var s = operands.get(0);
      var q = operands.get(1);
      if (operand == 0) {
        return new ZetaGradS().bind1(s, q);
      }
      var next = Arithmetic.add(s, Arithmetic.constant(s.dtype(), 1));
      return Arithmetic.neg(Arithmetic.mul(s, zeta(next, q)));
    }
  }

  /** The derivative of {@link Zeta} by s, for positive q. */
  public record ZetaGradS() implements Iterated {
    @Override
    public String name() {
      return "zeta_grad_s";
    }

    @Override
    public double f(double... operands) {
      double s = operands[0];
      double q = operands[1];
      return s > 1 && q > 0 && !Double.isInfinite(s) ? sum(s, q).slope : Double.NaN;
    }

    @Override
    public Value slope(int operand, List<Value> operands, Value y) {
      throw onlyOnce("zeta", "the exponent");
    }
  }

  /** A sum, and its derivative by s. */
  private record Sum(double value, double slope) {}

  /** For positive q. */
  private static Sum sum(double s, double q) {
    if (Double.isInfinite(q)) {
      return new Sum(0, 0);
    }
    double value = 0;
    double slope = 0;
    // Where the formula is right to the last digit.
    double far = Math.max(12, s);
    double a = q;
    for (; a < far; a++) {
      double term = Math.pow(a, -s);
      value += term;
      slope -= term * Math.log(a);
      // A great s needs no more terms: they vanish at once.
      if (term <= value * 1e-18) {
        return new Sum(value, slope);
      }
    }
    var tail = tail(s, a);
    return new Sum(value + tail.value, slope + tail.slope);
  }

  /** The sum from a on. */
  private static Sum tail(double s, double a) {
    double power = Math.pow(a, -s);
    double integral = power * a / (s - 1);
    double value = integral + power / 2;
    double slope = -integral / (s - 1);
    double rising = power * s / a;
    double logarithmic = 1 / s;
    for (int k = 0; k < COEFFICIENTS.length; k++) {
      value += COEFFICIENTS[k] * rising;
      slope += COEFFICIENTS[k] * rising * logarithmic;
      double next = s + 2 * k + 1;
      rising *= next * (next + 1) / (a * a);
      logarithmic += 1 / next + 1 / (next + 1);
    }
    return new Sum(value, slope - value * Math.log(a));
  }

  /** The function of broadcast values of one dtype. */
  public static Value zeta(Value s, Value q) {
    return new Zeta().bind1(s, q);
  }
}
