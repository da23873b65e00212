package jacobean.op;

import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.div;
import static jacobean.op.Arithmetic.sub;

import jacobean.core.Value;
import java.util.List;

/**
 * Spence's function, the integral of {@code log t / (1 - t)} from 1 to x: the dilogarithm of 1 - x.
 * By its series for arguments up to a half, to which others are brought; NaN for negative x.
 */
public record Dilogarithm() implements Iterated {
  private static final double SIXTH = Math.PI * Math.PI / 6;

  @Override
  public String name() {
    return "spence";
  }

  @Override
  public double f(double... operands) {
    double x = operands[0];
    if (!(x >= 0)) {
      return Double.NaN;
    }
    if (x == 0 || Double.isInfinite(x)) {
      return x == 0 ? SIXTH : Double.NEGATIVE_INFINITY;
    }
    if (x > 2) {
      double log = Math.log(x);
      return -log * log / 2 - f(1 / x);
    }
    if (x > 1.5) {
      double log = Math.log(x);
      return -log * log / 2 - series(1 - 1 / x);
    }
    return x >= 0.5 ? series(1 - x) : SIXTH - Math.log(x) * Math.log1p(-x) - series(x);
  }

  /** The sum of {@code z^k / k^2}. */
  private static double series(double z) {
    double power = 1;
    double sum = 0;
    for (int k = 1; Math.abs(power) > 1e-18; k++) {
      power *= z;
      sum += power / ((double) k * k);
    }
    return sum;
  }

  @Override
  public Value slope(int operand, List<Value> operands, Value y) {
    var x = operands.getFirst();
    var one = constant(x.dtype(), 1);
    var isOne = Comparison.eq(x, one);
    var safe = Comparison.select(isOne, Shaping.full(x.shape(), x.dtype(), 2), x);
    var quotient = div(Exponential.log(safe), sub(one, safe));
    return Comparison.select(isOne, Shaping.full(x.shape(), x.dtype(), -1), quotient);
  }

  public static Value spence(Value x) {
    return new Dilogarithm().bind1(x);
  }
}
