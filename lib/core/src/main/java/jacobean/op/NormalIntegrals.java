package jacobean.op;

import static jacobean.op.Arithmetic.add;
import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.div;
import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Arithmetic.sub;
import static jacobean.op.Powers.square;

import jacobean.core.Value;
import java.util.List;

/** Integrals of {@code e^(-t^2)} and {@code e^(t^2)}: Dawson's, and Owen's of two variables. */
public final class NormalIntegrals {
  private NormalIntegrals() {}

  /** Dawson's integral: {@code e^(-x^2)} times that of {@code e^(t^2)} from 0 to x; odd. */
  public record Dawson() implements Iterated {
    private static final double FAR = 6.5;

    @Override
    public String name() {
      return "dawsn";
    }

    @Override
    public double f(double... operands) {
      double x = operands[0];
      double square = x * x;
      return Math.abs(x) < FAR || Double.isNaN(x) ? near(x, square) : far(x, square);
    }

    /** All terms of the series have one sign. */
    private static double near(double x, double square) {
      double power = x;
      double sum = x;
      for (int k = 1; Math.abs(power) > 1e-17 * Math.abs(sum); k++) {
        power *= square / k;
        sum += power / (2 * k + 1);
      }
      return Math.exp(-square) * sum;
    }

    /** The asymptotic series, as far as its terms become smaller. */
    private static double far(double x, double square) {
      double term = 0.5 / x;
      double sum = term;
      for (int k = 1; k < square; k++) {
        double next = term * (2 * k - 1) / (2 * square);
        if (!(Math.abs(next) > 1e-17 * Math.abs(sum))) {
          break;
        }
        term = next;
        sum += term;
      }
      return sum;
    }

    @Override
    public Value slope(int operand, List<Value> operands, Value y) {
      var x = operands.getFirst();
      return sub(constant(x.dtype(), 1), mul(constant(x.dtype(), 2), mul(x, y)));
    }
  }

  /**
   * Owen's T(h, a): the integral of {@code e^(-h^2 (1 + t^2) / 2) / (1 + t^2)} for t from 0 to a,
   * over 2 pi. Even in h, odd in a. By Gauss' and Legendre's rule for a up to 1, to which greater a
   * are brought.
   */
  public record OwensT() implements Iterated {
    private static final int POINTS = 20;

    /** Of the interval from 0 to 1. */
    private static final double[] NODES = new double[POINTS];

    private static final double[] WEIGHTS = new double[POINTS];

    static {
      for (int i = 0; i < POINTS; i++) {
        setNode(i);
      }
    }

    /** The zeros of Legendre's polynomial, by Newton's method. */
    private static void setNode(int i) {
      double x = Math.cos(Math.PI * (i + 0.75) / (POINTS + 0.5));
      double slope = 0;
      for (int turn = 0; turn < 10; turn++) {
        double before = 0;
        double here = 1;
        for (int k = 0; k < POINTS; k++) {
          double next = ((2 * k + 1) * x * here - k * before) / (k + 1);
          before = here;
          here = next;
        }
        slope = POINTS * (x * here - before) / (x * x - 1);
        x -= here / slope;
      }
      NODES[i] = (1 + x) / 2;
      WEIGHTS[i] = 1 / ((1 - x * x) * slope * slope);
    }

    @Override
    public String name() {
      return "owens_t";
    }

    @Override
    public double f(double... operands) {
      double h = Math.abs(operands[0]);
      double a = Math.abs(operands[1]);
      if (Double.isNaN(h + a)) {
        return Double.NaN;
      }
      return Math.copySign(a <= 1 ? quadrature(h, a) : turned(h, a), operands[1]);
    }

    /** {@code T(h, a) + T(a h, 1 / a)} is known. */
    private static double turned(double h, double a) {
      double outer = h == 0 ? 0 : a * h;
      double x = h / Math.sqrt(2);
      double y = outer / Math.sqrt(2);
      double both;
      if (outer <= 0.67) {
        both = 1 - (1 - RealFunctions.erfc(x)) * (1 - RealFunctions.erfc(y));
      } else {
        double tailX = RealFunctions.erfc(x);
        double tailY = RealFunctions.erfc(y);
        both = tailX + tailY - tailX * tailY;
      }
      return 0.25 * both - quadrature(outer, 1 / a);
    }

    private static double quadrature(double h, double a) {
      if (Double.isInfinite(h)) {
        return 0;
      }
      // Beyond nine widths of the bell there is nothing to add.
      double end = Math.min(a, 9 / h);
      double sum = 0;
      for (int i = 0; i < POINTS; i++) {
        double t = end * NODES[i];
        sum += WEIGHTS[i] * Math.exp(-h * h * (1 + t * t) / 2) / (1 + t * t);
      }
      return end * sum / (2 * Math.PI);
    }

    @Override
    public Value slope(int operand, List<Value> operands, Value y) {
      var h = operands.get(0);
      var a = operands.get(1);
      var type = h.dtype();
      var half = constant(type, -0.5);
      if (operand == 0) {
        var bell = Exponential.exp(mul(half, square(h)));
        var erf = ErrorFunctions.erf(mul(constant(type, Math.sqrt(0.5)), mul(a, h)));
        return mul(constant(type, -1 / Math.sqrt(8 * Math.PI)), mul(bell, erf));
      }
      var radius = add(square(a), constant(type, 1));
      var bell = Exponential.exp(mul(half, mul(radius, square(h))));
      return div(bell, mul(constant(type, 2 * Math.PI), radius));
    }
  }

  // --- As functions ---

  public static Value dawsn(Value x) {
    return new Dawson().bind1(x);
  }

  public static Value owensT(Value h, Value a) {
    return new OwensT().bind1(h, a);
  }
}
