package jacobean.op;

import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.div;
import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Arithmetic.rem;
import static jacobean.op.Arithmetic.sub;
import static jacobean.op.Magnitudes.abs;

import jacobean.core.Value;
import jacobean.type.Complex;
import java.util.List;

/**
 * Integrals of sine and cosine: {@code sin t / t} and {@code cos t / t}, and Fresnel's of {@code
 * sin(pi t^2 / 2)} and {@code cos(pi t^2 / 2)}. By power series near 0, and beyond by continued
 * fractions of complex numbers, as Lentz evaluates them.
 */
public final class TrigonometricIntegrals {
  private static final double EULER = 0.57721566490153286061;
  private static final int TERMS = 1000;
  private static final double DONE = 1e-17;

  private TrigonometricIntegrals() {}

  /** The integral of {@code sin t / t} from 0 to x; odd. */
  public record Si() implements Iterated {
    @Override
    public String name() {
      return "si";
    }

    @Override
    public double f(double... x) {
      return Math.copySign(integrals(Math.abs(x[0])).im(), x[0]);
    }

    @Override
    public Value slope(int operand, List<Value> operands, Value y) {
      var x = operands.getFirst();
      var zero = Comparison.eq(x, constant(x.dtype(), 0));
      var ones = Shaping.full(x.shape(), x.dtype(), 1);
      var safe = Comparison.select(zero, ones, x);
      return Comparison.select(zero, ones, div(Trigonometric.sin(safe), safe));
    }
  }

  /** {@code log x} and Euler's constant, and the integral of {@code (cos t - 1) / t} to |x|. */
  public record Ci() implements Iterated {
    @Override
    public String name() {
      return "ci";
    }

    @Override
    public double f(double... x) {
      return x[0] == Double.NEGATIVE_INFINITY ? Double.NaN : integrals(Math.abs(x[0])).re();
    }

    @Override
    public Value slope(int operand, List<Value> operands, Value y) {
      var x = operands.getFirst();
      return div(Trigonometric.cos(x), x);
    }
  }

  /** Ci and Si of x, not negative. */
  private static Complex integrals(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return new Complex(Double.isNaN(x) ? x : 0, Double.isNaN(x) ? x : Math.PI / 2);
    }
    if (x == 0) {
      return new Complex(Double.NEGATIVE_INFINITY, 0);
    }
    if (x > 2) {
      // The exponential integral of order 1 at ix.
      var e1 =
          new Complex(Math.cos(x), -Math.sin(x))
              .times(fraction(new Complex(1, x), k -> -(double) k * k, 2));
      return new Complex(-e1.re(), Math.PI / 2 + e1.im());
    }
    double power = 1;
    double ci = EULER + Math.log(x);
    double si = 0;
    for (int k = 1; Math.abs(power) > DONE; k++) {
      power *= x / k;
      double term = (k / 2 % 2 == 0 ? 1 : -1) * power / k;
      ci += k % 2 == 0 ? term : 0;
      si += k % 2 == 0 ? 0 : term;
    }
    return new Complex(ci, si);
  }

  private interface Numerators {
    double at(int k);
  }

  /** {@code 1 / (b + a(1) / (b + step + a(2) / (b + 2 step + ...)))}. */
  private static Complex fraction(Complex first, Numerators numerators, double step) {
    var b = first;
    var c = new Complex(1e300, 0);
    var d = Complex.ONE.over(b);
    var h = d;
    for (int k = 1; k < TERMS; k++) {
      double a = numerators.at(k);
      b = b.plus(new Complex(step, 0));
      d = Complex.ONE.over(d.times(a).plus(b));
      c = b.plus(new Complex(a, 0).over(c));
      var factor = c.times(d);
      h = h.times(factor);
      if (Math.abs(factor.re() - 1) + Math.abs(factor.im()) < 1e-16) {
        break;
      }
    }
    return h;
  }

  /** The integral of {@code sin(pi t^2 / 2)} from 0 to x; odd. */
  public record FresnelS() implements Iterated {
    @Override
    public String name() {
      return "fresnel_s";
    }

    @Override
    public double f(double... x) {
      return Math.copySign(fresnel(Math.abs(x[0])).im(), x[0]);
    }

    @Override
    public Value slope(int operand, List<Value> operands, Value y) {
      return Trigonometric.sin(phase(operands.getFirst()));
    }
  }

  /** The integral of {@code cos(pi t^2 / 2)} from 0 to x; odd. */
  public record FresnelC() implements Iterated {
    @Override
    public String name() {
      return "fresnel_c";
    }

    @Override
    public double f(double... x) {
      return Math.copySign(fresnel(Math.abs(x[0])).re(), x[0]);
    }

    @Override
    public Value slope(int operand, List<Value> operands, Value y) {
      return Trigonometric.cos(phase(operands.getFirst()));
    }
  }

  /** C and S of x, not negative. */
  private static Complex fresnel(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      double end = Double.isNaN(x) ? x : 0.5;
      return new Complex(end, end);
    }
    double angle = Math.PI / 2 * x * x;
    if (x >= 1.5) {
      // Of the complementary error function of (1 - i) sqrt(pi) x / 2, whose square is -i angle.
      var w = fraction(new Complex(1, -2 * angle), k -> -2.0 * k * (2 * k - 1), 4);
      double turned = Math.PI * turns(x);
      var wave = new Complex(Math.cos(turned), Math.sin(turned));
      var rest = wave.times(w).times(new Complex(x, -x));
      return new Complex(0.5, 0.5).times(Complex.ONE.minus(rest));
    }
    double power = x;
    double c = 0;
    double s = 0;
    for (int k = 0; Math.abs(power) > DONE * x; k++) {
      double term = (k / 2 % 2 == 0 ? 1 : -1) * power / (2 * k + 1);
      c += k % 2 == 0 ? term : 0;
      s += k % 2 == 0 ? 0 : term;
      power *= angle / (k + 1);
    }
    return new Complex(c, s);
  }

  /**
   * {@code x^2 / 2} less a multiple of 2. With {@code x = y + s} and y an even integer it is {@code
   * s (x - s/2)}, which has no great numbers to cancel.
   */
  private static double turns(double x) {
    double s = x % 2;
    return s * (x - s / 2) % 2;
  }

  /** The same angle for values: {@code pi x^2 / 2} less full turns. */
  private static Value phase(Value x) {
    var two = constant(x.dtype(), 2);
    var size = abs(x);
    var s = rem(size, two);
    var turns = rem(mul(s, sub(size, mul(s, constant(x.dtype(), 0.5)))), two);
    return mul(turns, constant(x.dtype(), Math.PI));
  }

  // --- As functions ---

  public static Value si(Value x) {
    return new Si().bind1(x);
  }

  public static Value ci(Value x) {
    return new Ci().bind1(x);
  }

  public static Value fresnelS(Value x) {
    return new FresnelS().bind1(x);
  }

  public static Value fresnelC(Value x) {
    return new FresnelC().bind1(x);
  }
}
