package jacobean.op;

import static jacobean.op.Arithmetic.add;
import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.div;
import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Arithmetic.sub;

import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.type.Complex;

/** Exponentials, logarithms and the logistic function. */
public final class Exponential {
  private Exponential() {}

  /** {@code e^x}; its own derivative. */
  public record Exp() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "exp";
    }

    @Override
    public Complex f(Complex x) {
      return x.exp();
    }

    @Override
    public double f(double x) {
      return Math.exp(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return y;
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("exp");
    }
  }

  /** {@code 2^x}; its slope is {@code y ln 2}. */
  public record Exp2() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "exp2";
    }

    @Override
    public Complex f(Complex x) {
      return x.times(Math.log(2)).exp();
    }

    @Override
    public double f(double x) {
      return Math.pow(2, x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return mul(y, constant(x.dtype(), Math.log(2)));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("exp2");
    }
  }

  /** {@code e^x - 1}, exact near 0; its slope is {@code y + 1}. */
  public record Expm1() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "expm1";
    }

    @Override
    public Complex f(Complex x) {
      return x.exp().minus(Complex.ONE);
    }

    @Override
    public double f(double x) {
      return Math.expm1(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return add(y, constant(x.dtype(), 1));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("expm1");
    }
  }

  /** The natural logarithm; its slope is {@code 1 / x}. */
  public record Log() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "log";
    }

    @Override
    public Complex f(Complex x) {
      return x.log();
    }

    @Override
    public double f(double x) {
      return Math.log(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return div(constant(x.dtype(), 1), x);
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("log");
    }
  }

  /** {@code ln(1 + x)}, exact near 0; its slope is {@code 1 / (1 + x)}. */
  public record Log1p() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "log1p";
    }

    @Override
    public Complex f(Complex x) {
      return x.plus(Complex.ONE).log();
    }

    @Override
    public double f(double x) {
      return Math.log1p(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return div(constant(x.dtype(), 1), add(x, constant(x.dtype(), 1)));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("log1p");
    }
  }

  /** {@code 1 / (1 + e^-x)}; its slope is {@code y (1 - y)}. */
  public record Logistic() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "logistic";
    }

    @Override
    public Complex f(Complex x) {
      return Complex.ONE.over(Complex.ONE.plus(x.negated().exp()));
    }

    @Override
    public double f(double x) {
      return 1 / (1 + Math.exp(-x));
    }

    @Override
    public Value slope(Value x, Value y) {
      return mul(y, sub(constant(x.dtype(), 1), y));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("logistic");
    }
  }

  // --- As functions ---

  public static Value exp(Value x) {
    return new Exp().bind1(x);
  }

  public static Value exp2(Value x) {
    return new Exp2().bind1(x);
  }

  public static Value expm1(Value x) {
    return new Expm1().bind1(x);
  }

  public static Value log(Value x) {
    return new Log().bind1(x);
  }

  public static Value log1p(Value x) {
    return new Log1p().bind1(x);
  }

  public static Value logistic(Value x) {
    return new Logistic().bind1(x);
  }
}
