package jacobean.op;

import static jacobean.op.Arithmetic.add;
import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Arithmetic.neg;
import static jacobean.op.Arithmetic.sub;

import jacobean.core.Value;
import java.util.List;

/**
 * The incomplete gamma functions: the integral of {@code t^(a-1) e^-t} up to x, or from x on, over
 * gamma(a); and the derivative by a.
 */
public final class GammaIntegrals {
  private GammaIntegrals() {}

  /** From 0 to x: P(a, x). */
  public record Igamma() implements Iterated {
    @Override
    public String name() {
      return "igamma";
    }

    @Override
    public double f(double... x) {
      return IncompleteGamma.p(x[0], x[1]);
    }

    @Override
    public Value slope(int operand, List<Value> x, Value y) {
      return operand == 0 ? igammaGradA(x.get(0), x.get(1)) : density(x.get(0), x.get(1));
    }
  }

  /** From x on: Q(a, x) = 1 - P(a, x). */
  public record Igammac() implements Iterated {
    @Override
    public String name() {
      return "igammac";
    }

    @Override
    public double f(double... x) {
      return IncompleteGamma.q(x[0], x[1]);
    }

    @Override
    public Value slope(int operand, List<Value> x, Value y) {
      return neg(operand == 0 ? igammaGradA(x.get(0), x.get(1)) : density(x.get(0), x.get(1)));
    }
  }

  /** The derivative of P(a, x) by a; that by x again moves as the density does with a. */
  public record IgammaGradA() implements Iterated {
    @Override
    public String name() {
      return "igamma_grad_a";
    }

    @Override
    public double f(double... x) {
      return IncompleteGamma.slopeOfP(x[0], x[1]);
    }

    @Override
    public Value slope(int operand, List<Value> x, Value y) {
      if (operand == 0) {
        throw onlyOnce("gammainc", "a");
      }
      var score = sub(Exponential.log(x.get(1)), Gammas.digamma(x.get(0)));
      return mul(density(x.get(0), x.get(1)), score);
    }
  }

  /** The density of the gamma distribution: {@code x^(a-1) e^-x / gamma(a)}. */
  private static Value density(Value a, Value x) {
    var power = mul(sub(a, constant(a.dtype(), 1)), Exponential.log(x));
    return Exponential.exp(sub(add(neg(x), power), Gammas.lgamma(a)));
  }

  // --- As functions ---

  public static Value igamma(Value a, Value x) {
    return new Igamma().bind1(a, x);
  }

  public static Value igammac(Value a, Value x) {
    return new Igammac().bind1(a, x);
  }

  public static Value igammaGradA(Value a, Value x) {
    return new IgammaGradA().bind1(a, x);
  }
}
