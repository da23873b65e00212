package jacobean.op;

import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Arithmetic.neg;
import static jacobean.op.Exponential.exp;
import static jacobean.op.Powers.square;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.type.DType;
import java.util.List;

/** The error function, its complement and its inverse. */
public final class ErrorFunctions {
  private ErrorFunctions() {}

  /**
   * {@code 2/sqrt(pi)} times the integral of {@code e^(-t^2)} from 0 to x; its slope is {@code
   * 2/sqrt(pi) e^(-x^2)}.
   */
  public record Erf() implements Unary.Smooth {
    @Override
    public String name() {
      return "erf";
    }

    @Override
    public double f(double x) {
      return RealFunctions.erf(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return mul(constant(x.dtype(), 2 / Math.sqrt(Math.PI)), exp(neg(square(x))));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("erf");
    }
  }

  /** {@code 1 - erf(x)}, exact where x is large; its slope is {@code -2/sqrt(pi) e^(-x^2)}. */
  public record Erfc() implements Unary.Smooth {
    @Override
    public String name() {
      return "erfc";
    }

    @Override
    public double f(double x) {
      return RealFunctions.erfc(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return mul(constant(x.dtype(), -2 / Math.sqrt(Math.PI)), exp(neg(square(x))));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("erfc");
    }
  }

  /** The number whose erf is x; its slope is {@code sqrt(pi)/2 e^(y^2)}. */
  public record ErfInv() implements Unary.Smooth {
    @Override
    public String name() {
      return "erf_inv";
    }

    @Override
    public double f(double x) {
      return RealFunctions.erfInv(x);
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var x = operands.getFirst();
      if (x.dtype() != DType.FLOAT32) {
        return Unary.Smooth.super.eval(operands);
      }
      // Not in double and rounded: random numbers must have JAX's bits.
      var out = abstractEval(List.of(x.aval())).getFirst();
      return List.of(HostArray.ofReals(out, i -> SingleErfInv.erfInv((float) x.real(i))));
    }

    @Override
    public Value slope(Value x, Value y) {
      return mul(constant(x.dtype(), Math.sqrt(Math.PI) / 2), exp(square(y)));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("erf_inv");
    }
  }

  // --- As functions ---

  public static Value erf(Value x) {
    return new Erf().bind1(x);
  }

  public static Value erfc(Value x) {
    return new Erfc().bind1(x);
  }

  public static Value erfInv(Value x) {
    return new ErfInv().bind1(x);
  }
}
