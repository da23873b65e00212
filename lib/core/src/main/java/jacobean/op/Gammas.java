package jacobean.op;

import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.type.DType;
import java.util.function.BinaryOperator;

/**
 * The logarithm of the gamma function and its derivatives.
 *
 * <p>Gamma is Lanczos' approximation with g = 7 and nine terms, right to the last digits of double;
 * negative numbers are reflected. Higher derivatives are summed from x to x + 10, and by their
 * asymptotic series from there.
 */
public final class Gammas {
  private static final double G = 7;
  private static final double HALF_LOG_2_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double[] LANCZOS = {
    0.99999999999980993227684700473478,
    676.520368121885098567009190444019,
    -1259.13921672240287047156078755283,
    771.3234287776530788486528258894,
    -176.61502916214059906584551354,
    12.507343278686904814458936853,
    -0.13857109526572011689554707,
    9.984369578019570859563e-6,
    1.50563273514931155834e-7
  };

  /** B(2k), the Bernoulli numbers. */
  private static final double[] BERNOULLI = {
    1 / 6.0,
    -1 / 30.0,
    1 / 42.0,
    -1 / 30.0,
    5 / 66.0,
    -691 / 2730.0,
    7 / 6.0,
    -3617 / 510.0,
    43867 / 798.0
  };

  private static final int SHIFT = 10;

  private Gammas() {}

  /** {@code log |gamma(x)|}; its slope is {@link Digamma}. */
  public record Lgamma() implements Unary.Series {
    @Override
    public String name() {
      return "lgamma";
    }

    @Override
    public double f(double x) {
      if (Double.isInfinite(x)) {
        return Double.POSITIVE_INFINITY;
      }
      double z = x < 0.5 ? -x : x - 1;
      double sum = LANCZOS[0];
      for (int i = 1; i < LANCZOS.length; i++) {
        sum += LANCZOS[i] / (z + i);
      }
      double t = z + G + 0.5;
      double y = (z + 0.5 - t / Math.log(t)) * Math.log(t) + Math.log(sum) + HALF_LOG_2_PI;
      if (x >= 0.5 || Double.isNaN(x)) {
        return y;
      }
      double sine = Math.sin(Math.PI * fraction(Math.abs(x)));
      return sine == 0 ? Double.POSITIVE_INFINITY : Math.log(Math.PI) - Math.log(sine) - y;
    }

    private static double fraction(double x) {
      double f = x - Math.floor(x);
      return f > 0.5 ? 1 - f : f;
    }

    @Override
    public Value slope(Value x, Value y) {
      return digamma(x);
    }

    /** In double precision: near 1 and 2 great terms cancel. */
    @Override
    public Expr lower(Expr x) {
      return inDouble(x.cast(DType.FLOAT64)).cast(x.type());
    }

    private static Expr inDouble(Expr x) {
      var reflected = x.compare(Op.LT, real(x, 0.5));
      var z = x.op(Op.NEG).where(reflected, x.minus(real(x, 1)));
      var sum = real(x, LANCZOS[0]);
      for (int i = 1; i < LANCZOS.length; i++) {
        sum = sum.plus(real(x, LANCZOS[i]).div(z.plus(real(x, i))));
      }
      var t = z.plus(real(x, G + 0.5));
      var logT = t.call("log");
      var y =
          z.plus(real(x, 0.5))
              .minus(t.div(logT))
              .times(logT)
              .plus(sum.call("log"))
              .plus(real(x, HALF_LOG_2_PI));
      var size = x.op(Op.ABS);
      var part = size.minus(size.op(Op.FLOOR));
      var nearest = real(x, 1).minus(part).where(part.compare(Op.GT, real(x, 0.5)), part);
      var sine = nearest.times(real(x, Math.PI)).call("sin");
      var mirrored = real(x, Math.log(Math.PI)).minus(sine.call("log")).minus(y);
      var infinite = real(x, Double.POSITIVE_INFINITY);
      var finite = mirrored.where(reflected, y);
      return infinite.where(size.compare(Op.EQ, infinite), finite);
    }
  }

  /** The derivative of {@code log gamma}; NaN at 0, -1, -2, ... */
  public record Digamma() implements Unary.Series {
    @Override
    public String name() {
      return "digamma";
    }

    @Override
    public double f(double x) {
      double z = x < 0.5 ? -x : x - 1;
      double sum = LANCZOS[0];
      double slope = 0;
      for (int i = 1; i < LANCZOS.length; i++) {
        double term = LANCZOS[i] / (z + i);
        sum += term;
        slope -= term / (z + i);
      }
      double t = z + G + 0.5;
      double y = Math.log(t) + slope / sum - G / t;
      if (x >= 0.5 || Double.isNaN(x)) {
        return y;
      }
      double turned = Math.PI * (x + Math.abs(Math.floor(x + 0.5)));
      return x <= 0 && x == Math.floor(x)
          ? Double.NaN
          : y - Math.PI * Math.cos(turned) / Math.sin(turned);
    }

    @Override
    public Value slope(Value x, Value y) {
      return new Polygamma(1).bind1(x);
    }

    /** In double precision: near its zeros great terms cancel. */
    @Override
    public Expr lower(Expr x) {
      return inDouble(x.cast(DType.FLOAT64)).cast(x.type());
    }

    private static Expr inDouble(Expr x) {
      var reflected = x.compare(Op.LT, real(x, 0.5));
      var z = x.op(Op.NEG).where(reflected, x.minus(real(x, 1)));
      var sum = real(x, LANCZOS[0]);
      var slope = real(x, 0);
      for (int i = 1; i < LANCZOS.length; i++) {
        var term = real(x, LANCZOS[i]).div(z.plus(real(x, i)));
        sum = sum.plus(term);
        slope = slope.minus(term.div(z.plus(real(x, i))));
      }
      var t = z.plus(real(x, G + 0.5));
      var y = t.call("log").plus(slope.div(sum)).minus(real(x, G).div(t));
      var turned = x.plus(x.plus(real(x, 0.5)).op(Op.FLOOR).op(Op.ABS)).times(real(x, Math.PI));
      var mirrored = y.minus(turned.call("cos").times(real(x, Math.PI)).div(turned.call("sin")));
      var pole = x.compare(Op.LE, real(x, 0)).op(Op.AND, x.compare(Op.EQ, x.op(Op.FLOOR)));
      return real(x, Double.NaN).where(pole, mirrored.where(reflected, y));
    }
  }

  /**
   * The n-th derivative of {@link Digamma}, n = 1, 2, ... for positive x; the first also for
   * negative x, higher ones are NaN there.
   */
  public record Polygamma(int order) implements Unary.Series {
    public Polygamma {
      if (order < 1) {
        throw new DTypeException(
            "polygamma: the order must be 1 or more, got " + order + ". Order 0 is digamma.");
      }
    }

    @Override
    public String name() {
      return "polygamma";
    }

    private double sign() {
      return order % 2 == 1 ? 1 : -1;
    }

    private static double factorial(int n) {
      double product = 1;
      for (int i = 2; i <= n; i++) {
        product *= i;
      }
      return product;
    }

    /** {@code B(2k) (2k + n - 1)! / (2k)!}. */
    private double coefficient(int k) {
      return BERNOULLI[k - 1] * factorial(2 * k + order - 1) / factorial(2 * k);
    }

    @Override
    public double f(double x) {
      if (x < 0 && order == 1) {
        double sine = Math.sin(Math.PI * (x - Math.rint(x)));
        return Math.PI * Math.PI / (sine * sine) - f(1 - x);
      }
      if (x < 0 || Double.isNaN(x)) {
        return Double.NaN;
      }
      double sum = 0;
      for (int k = 0; k < SHIFT; k++) {
        sum += factorial(order) / Math.pow(x + k, order + 1);
      }
      double y = x + SHIFT;
      sum +=
          factorial(order - 1) / Math.pow(y, order)
              + factorial(order) / (2 * Math.pow(y, order + 1));
      for (int k = 1; k <= BERNOULLI.length; k++) {
        sum += coefficient(k) / Math.pow(y, 2 * k + order);
      }
      return Double.isInfinite(x) ? 0 : sign() * sum;
    }

    @Override
    public Value slope(Value x, Value y) {
      return new Polygamma(order + 1).bind1(x);
    }

    @Override
    public Expr lower(Expr x) {
      var negative = x.compare(Op.LT, real(x, 0));
      if (order > 1) {
        return real(x, Double.NaN).where(negative, positive(x));
      }
      var sine = x.minus(x.op(Op.ROUND_EVEN)).times(real(x, Math.PI)).call("sin");
      var value = positive(real(x, 1).minus(x).where(negative, x));
      var mirrored = real(x, Math.PI * Math.PI).div(sine.times(sine)).minus(value);
      return mirrored.where(negative, value);
    }

    private Expr positive(Expr x) {
      Expr sum = null;
      for (int k = 0; k < SHIFT; k++) {
        var term =
            power(real(x, 1).div(x.plus(real(x, k))), order + 1).times(real(x, factorial(order)));
        sum = sum == null ? term : sum.plus(term);
      }
      var inverse = real(x, 1).div(x.plus(real(x, SHIFT)));
      var square = inverse.times(inverse);
      var series = real(x, coefficient(BERNOULLI.length));
      for (int k = BERNOULLI.length - 1; k >= 1; k--) {
        series = series.times(square).plus(real(x, coefficient(k)));
      }
      var tail =
          series
              .times(square)
              .plus(inverse.times(real(x, factorial(order) / 2)))
              .plus(real(x, factorial(order - 1)))
              .times(power(inverse, order));
      return sum.plus(tail).times(real(x, sign()));
    }

    private static Expr power(Expr x, int n) {
      BinaryOperator<Expr> times = Expr::times;
      return java.util.stream.Stream.generate(() -> x).limit(n).reduce(times).orElseThrow();
    }
  }

  private static Expr real(Expr like, double value) {
    return Expr.real(like.type(), value);
  }

  // --- As functions ---

  public static Value lgamma(Value x) {
    return new Lgamma().bind1(x);
  }

  public static Value digamma(Value x) {
    return new Digamma().bind1(x);
  }

  /** The n-th derivative of digamma; n = 0 is digamma itself. */
  public static Value polygamma(int n, Value x) {
    return n == 0 ? digamma(x) : new Polygamma(n).bind1(x);
  }
}
