package jacobean.op;

import static jacobean.op.Arithmetic.add;
import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.div;
import static jacobean.op.Arithmetic.mul;

import jacobean.core.Value;
import java.util.List;

/**
 * Kummer's and Gauss' hypergeometric functions as functions of their parameters and x, and their
 * derivatives by the parameters, which {@link HypergeometricSeries} sums.
 */
public final class Hypergeometric {
  private Hypergeometric() {}

  /** {@code 1F1(a; b; x)}. */
  public record Hyp1f1() implements Iterated {
    @Override
    public String name() {
      return "hyp1f1";
    }

    @Override
    public double f(double... v) {
      return Confluent.value(v[0], v[1], v[2]);
    }

    @Override
    public Value slope(int operand, List<Value> v, Value y) {
      if (operand < 2) {
        return new Hyp1f1Grad(operand).bind1(v.toArray(Value[]::new));
      }
      var next = new Hyp1f1().bind1(next(v.get(0)), next(v.get(1)), v.get(2));
      return mul(div(v.get(0), v.get(1)), next);
    }
  }

  /**
   * The derivative of {@link Hyp1f1} by a or b.
   *
   * @param parameter 0 for a, 1 for b
   */
  public record Hyp1f1Grad(int parameter) implements Iterated {
    @Override
    public String name() {
      return "hyp1f1_grad";
    }

    @Override
    public double f(double... v) {
      return HypergeometricSeries.slope(new double[] {v[0]}, new double[] {v[1]}, v[2], parameter);
    }

    @Override
    public Value slope(int operand, List<Value> v, Value y) {
      throw onlyOnce("hyp1f1", "a and b");
    }
  }

  /** {@code 2F1(a, b; c; x)}. */
  public record Hyp2f1() implements Iterated {
    @Override
    public String name() {
      return "hyp2f1";
    }

    @Override
    public double f(double... v) {
      return Gaussian.value(v[0], v[1], v[2], v[3]);
    }

    @Override
    public Value slope(int operand, List<Value> v, Value y) {
      if (operand < 3) {
        return new Hyp2f1Grad(operand).bind1(v.toArray(Value[]::new));
      }
      var next = new Hyp2f1().bind1(next(v.get(0)), next(v.get(1)), next(v.get(2)), v.get(3));
      return mul(div(mul(v.get(0), v.get(1)), v.get(2)), next);
    }
  }

  /**
   * The derivative of {@link Hyp2f1} by a, b or c, for x between -1 and 1.
   *
   * @param parameter 0 for a, 1 for b, 2 for c
   */
  public record Hyp2f1Grad(int parameter) implements Iterated {
    @Override
    public String name() {
      return "hyp2f1_grad";
    }

    @Override
    public double f(double... v) {
      return Math.abs(v[3]) < 1
          ? HypergeometricSeries.slope(
              new double[] {v[0], v[1]}, new double[] {v[2]}, v[3], parameter)
          : Double.NaN;
    }

    @Override
    public Value slope(int operand, List<Value> v, Value y) {
      throw onlyOnce("hyp2f1", "a, b and c");
    }
  }

  private static Value next(Value x) {
    return add(x, constant(x.dtype(), 1));
  }

  // --- As functions ---

  public static Value hyp1f1(Value a, Value b, Value x) {
    return new Hyp1f1().bind1(a, b, x);
  }

  public static Value hyp2f1(Value a, Value b, Value c, Value x) {
    return new Hyp2f1().bind1(a, b, c, x);
  }
}
