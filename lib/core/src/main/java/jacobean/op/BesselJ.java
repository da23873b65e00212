package jacobean.op;

import jacobean.core.Value;
import java.util.List;

/**
 * The Bessel function of the first kind of an integer order. Upwards from orders 0 and 1 by the
 * recurrence where that is stable, which is for orders below |x|, downwards elsewhere (Miller).
 *
 * @param order 0, 1, 2, ...
 */
public record BesselJ(int order) implements Iterated {
  /** From here on Hankel's asymptotic series has the digits of double. */
  private static final double FAR = 25;

  private static final double GREAT = 1e250;

  @Override
  public String name() {
    return "bessel_jn";
  }

  @Override
  public double f(double... operands) {
    double x = Math.abs(operands[0]);
    double sign = operands[0] < 0 && order % 2 == 1 ? -1 : 1;
    if (Double.isNaN(x)) {
      return x;
    }
    if (x == 0 || Double.isInfinite(x)) {
      return x == 0 && order == 0 ? 1 : 0;
    }
    return sign * (x < FAR || order > x ? downwards(x) : upwards(x));
  }

  /**
   * From far above, where the function is nothing, by {@code J(k-1) = 2k/x J(k) - J(k+1)}; the
   * scale is that of {@code J(0) + 2 J(2) + 2 J(4) + ... = 1}.
   */
  private double downwards(double x) {
    double above = 0;
    double here = 1e-300;
    double sum = 0;
    double wanted = 0;
    int start = 2 * (int) ((Math.max(order, x) + 20 + 8 * Math.cbrt(Math.max(order, x))) / 2) + 2;
    for (int k = start; k > 0; k--) {
      double below = 2 * k / x * here - above;
      above = here;
      here = below;
      if (Math.abs(here) > GREAT) {
        above /= GREAT;
        here /= GREAT;
        sum /= GREAT;
        wanted /= GREAT;
      }
      wanted = k - 1 == order ? here : wanted;
      sum += k == 1 ? here : k % 2 == 1 ? 2 * here : 0;
    }
    return wanted / sum;
  }

  private double upwards(double x) {
    double before = hankel(0, x);
    double here = hankel(1, x);
    if (order == 0) {
      return before;
    }
    for (int k = 1; k < order; k++) {
      double next = 2 * k / x * here - before;
      before = here;
      here = next;
    }
    return here;
  }

  /** {@code sqrt(2 / (pi x)) (P cos(phase) - Q sin(phase))}. */
  private static double hankel(int order, double x) {
    double p = 0;
    double q = 0;
    double term = 1;
    for (int k = 0; k < 40; k++) {
      double sign = k / 2 % 2 == 0 ? 1 : -1;
      if (k % 2 == 0) {
        p += sign * term;
      } else {
        q += sign * term;
      }
      double odd = 2 * k + 1;
      double next = term * (4.0 * order * order - odd * odd) / (8 * x * (k + 1));
      if (Math.abs(next) >= Math.abs(term)) {
        break;
      }
      term = next;
    }
    double phase = x - (order / 2.0 + 0.25) * Math.PI;
    return Math.sqrt(2 / (Math.PI * x)) * (p * Math.cos(phase) - q * Math.sin(phase));
  }

  @Override
  public Value slope(int operand, List<Value> operands, Value y) {
    var x = operands.getFirst();
    if (order == 0) {
      return Arithmetic.neg(besselJ(1, x));
    }
    var difference = Arithmetic.sub(besselJ(order - 1, x), besselJ(order + 1, x));
    return Arithmetic.mul(difference, Arithmetic.constant(x.dtype(), 0.5));
  }

  public static Value besselJ(int order, Value x) {
    return new BesselJ(order).bind1(x);
  }
}
