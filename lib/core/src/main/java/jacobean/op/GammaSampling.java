package jacobean.op;

import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.div;
import static jacobean.op.Arithmetic.mul;

import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.ir.Expr;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;

/**
 * Draws from gamma distributions by rejection: Marsaglia and Tsang, "A simple method for generating
 * gamma variables" (2000), in JAX's order of keys.
 */
public final class GammaSampling {
  private GammaSampling() {}

  /**
   * One draw for each shape parameter, or its logarithm. Differentiable by the parameter, as a
   * quantile moves with it.
   */
  public record RandomGamma(boolean logSpace) implements Sampling {
    @Override
    public String name() {
      return "random_gamma";
    }

    @Override
    public int parameters() {
      return 1;
    }

    @Override
    public DType resultType(DType parameter) {
      return parameter;
    }

    @Override
    public double draw(HostKey key, long i, double[] parameters, DType type) {
      return new Draw(type, parameters[0]).from(key.split(i), logSpace);
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var shape = primals.get(1);
      var sample = bind1(primals.get(0), shape);
      var t = tangents.get(1);
      return new Dual(
          List.of(sample), Arrays.asList(t == null ? null : mul(t, slope(shape, sample))));
    }

    private Value slope(Value shape, Value sample) {
      if (!logSpace) {
        return randomGammaGrad(shape, sample);
      }
      var type = sample.dtype();
      var tiny = constant(type, type == DType.FLOAT64 ? Double.MIN_NORMAL : Float.MIN_NORMAL);
      var x = Magnitudes.max(Exponential.exp(sample), tiny);
      return div(randomGammaGrad(shape, x), x);
    }
  }

  /** The loop for one element, every operation rounded to its dtype. */
  private record Draw(DType type, double shape) {
    private double r(double x) {
      return type.round(x);
    }

    double from(HostKey key, boolean logSpace) {
      boolean boosted = !(shape >= 1);
      double a = boosted ? r(shape + 1) : shape;
      double d = r(a - r(1 / 3.));
      double v = accepted(key.split(0), d, r(r(1 / 3.) / r(Math.sqrt(d))));
      double u = key.split(1).uniform(type, 0);
      if (!logSpace) {
        return r(r(d * v) * (boosted ? r(Math.pow(r(1 - u), r(1 / shape))) : 1));
      }
      double log = r(Math.log1p(-u));
      double boost = boosted && log != 0 ? r(log * r(1 / shape)) : 0;
      return r(r(r(Math.log(d)) + r(Math.log(v))) + boost);
    }

    private double accepted(HostKey start, double d, double c) {
      var key = start;
      while (true) {
        double v = 0;
        double x = 0;
        var next = key.split(1);
        do {
          x = next.split(1).normal(type, 0);
          v = r(Math.fma(x, c, 1));
          next = next.split(0);
        } while (v <= 0);
        double u = key.split(2).uniform(type, 0);
        double square = r(x * x);
        double cube = r(r(v * v) * v);
        boolean rejected =
            u >= r(1 - r(r(0.0331) * r(square * square)))
                && r(Math.log(u)) >= r(square * 0.5 + r(d * r(r(1 - cube) + r(Math.log(cube)))));
        if (!rejected) {
          return cube;
        }
        key = key.split(0);
      }
    }
  }

  /**
   * How a gamma draw moves with its shape parameter: by implicit differentiation of the cumulative
   * distribution, {@code -(dP/da) / p} at the draw.
   */
  public record RandomGammaGrad() implements Binary {
    @Override
    public String name() {
      return "random_gamma_grad";
    }

    @Override
    public DType resultType(List<jacobean.type.Aval> operands) {
      return floatingType(operands);
    }

    @Override
    public double f(double a, double x) {
      return IncompleteGamma.slope(a, x);
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      throw new IllegalStateException("random_gamma_grad is evaluated in plain Java");
    }

    @Override
    public jacobean.ir.Lowering lower(List<jacobean.type.Aval> operands) {
      return new jacobean.ir.Lowering.Host();
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      throw new GradException(
          "random_gamma_grad: a draw of random.gamma can be differentiated once by its parameter, not twice. "
              + "Apply jax.stopGradient to the draw, or take the second derivative of the density instead.");
    }
  }

  /** A draw for each shape parameter; keys uint32[2]. */
  public static Value randomGamma(Value key, Value shape, boolean logSpace) {
    return new RandomGamma(logSpace).bind1(key, shape);
  }

  public static Value randomGammaGrad(Value shape, Value sample) {
    return new RandomGammaGrad().bind1(shape, sample);
  }
}
