package jacobean.op;

import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.mul;

import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.ir.Op;

/**
 * The number below which a standard normal variable is with probability p: {@code special.ndtri}.
 * Its slope is {@code sqrt(2 pi) e^(y^2/2)}. By Hastings' approximation (Abramowitz and Stegun
 * 26.2.23) of the nearer tail, and Halley's method, which triples the digits, twice.
 */
public record NormalQuantile() implements Unary.Smooth {
  private static final double[] ABOVE = {2.515517, 0.802853, 0.010328};
  private static final double[] BELOW = {1, 1.432788, 0.189269, 0.001308};

  @Override
  public String name() {
    return "ndtri";
  }

  @Override
  public double f(double p) {
    double q = Math.min(p, 1 - p);
    if (!(q > 0)) {
      return q == 0 ? (p == 0 ? -1 : 1) * Double.POSITIVE_INFINITY : Double.NaN;
    }
    double t = Math.sqrt(-2 * Math.log(q));
    double x =
        t
            - (ABOVE[0] + t * (ABOVE[1] + t * ABOVE[2]))
                / (BELOW[0] + t * (BELOW[1] + t * (BELOW[2] + t * BELOW[3])));
    for (int i = 0; i < 2; i++) {
      double error =
          (0.5 * RealFunctions.erfc(x / Math.sqrt(2)) - q)
              * Math.sqrt(2 * Math.PI)
              * Math.exp(x * x / 2);
      x += error / (1 - x * error / 2);
    }
    return p < 0.5 ? -x : x;
  }

  @Override
  public Value slope(Value p, Value y) {
    var half = mul(constant(p.dtype(), 0.5), Powers.square(y));
    return mul(constant(p.dtype(), Math.sqrt(2 * Math.PI)), Exponential.exp(half));
  }

  @Override
  public Expr lower(Expr p) {
    var q = p.op(Op.MIN, real(p, 1).minus(p));
    var t = q.call("log").times(real(p, -2)).op(Op.SQRT);
    var above = t.times(real(p, ABOVE[2])).plus(real(p, ABOVE[1])).times(t).plus(real(p, ABOVE[0]));
    var below =
        t.times(real(p, BELOW[3]))
            .plus(real(p, BELOW[2]))
            .times(t)
            .plus(real(p, BELOW[1]))
            .times(t)
            .plus(real(p, 1));
    var x = t.minus(above.div(below));
    for (int i = 0; i < 2; i++) {
      var tail = x.times(real(p, 1 / Math.sqrt(2))).call("erfc").times(real(p, 0.5));
      var error =
          tail.minus(q)
              .times(real(p, Math.sqrt(2 * Math.PI)))
              .times(x.times(x).times(real(p, 0.5)).call("exp"));
      x = x.plus(error.div(real(p, 1).minus(x.times(error).times(real(p, 0.5)))));
    }
    var signed = x.op(Op.NEG).where(p.compare(Op.LT, real(p, 0.5)), x);
    var infinite = real(p, Double.POSITIVE_INFINITY);
    var ends =
        infinite
            .op(Op.NEG)
            .where(
                p.compare(Op.EQ, real(p, 0)),
                infinite.where(p.compare(Op.EQ, real(p, 1)), real(p, Double.NaN)));
    return signed.where(q.compare(Op.GT, real(p, 0)), ends);
  }

  private static Expr real(Expr like, double value) {
    return Expr.real(like.type(), value);
  }

  /** The quantile of every probability. */
  public static Value ndtri(Value p) {
    return new NormalQuantile().bind1(p);
  }
}
