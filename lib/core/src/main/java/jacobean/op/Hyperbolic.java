package jacobean.op;

import static jacobean.op.Arithmetic.add;
import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.div;
import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Arithmetic.sub;
import static jacobean.op.Powers.rsqrt;
import static jacobean.op.Powers.square;

import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.type.Complex;

/** Hyperbolic functions and their inverses. */
public final class Hyperbolic {
  private Hyperbolic() {}

  /** {@code sinh x}; sinh' = cosh. */
  public record Sinh() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "sinh";
    }

    @Override
    public Complex f(Complex x) {
      return x.sinh();
    }

    @Override
    public double f(double x) {
      return Math.sinh(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return cosh(x);
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("sinh");
    }
  }

  /** {@code cosh x}; cosh' = sinh. */
  public record Cosh() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "cosh";
    }

    @Override
    public Complex f(Complex x) {
      return x.cosh();
    }

    @Override
    public double f(double x) {
      return Math.cosh(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return sinh(x);
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("cosh");
    }
  }

  /** {@code tanh x}; its slope is {@code 1 - y^2}. */
  public record Tanh() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "tanh";
    }

    @Override
    public Complex f(Complex x) {
      return x.tanh();
    }

    @Override
    public double f(double x) {
      return Math.tanh(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return sub(constant(x.dtype(), 1), square(y));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("tanh");
    }
  }

  /** The number whose sinh is x; its slope is {@code 1 / sqrt(x^2 + 1)}. */
  public record Asinh() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "asinh";
    }

    @Override
    public Complex f(Complex x) {
      return x.asinh();
    }

    @Override
    public double f(double x) {
      return RealFunctions.asinh(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return rsqrt(add(square(x), constant(x.dtype(), 1)));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("asinh");
    }
  }

  /** The number, not negative, whose cosh is x; its slope is {@code 1 / sqrt((x - 1) (x + 1))}. */
  public record Acosh() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "acosh";
    }

    @Override
    public Complex f(Complex x) {
      return x.acosh();
    }

    @Override
    public double f(double x) {
      return RealFunctions.acosh(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      var below = sub(x, constant(x.dtype(), 1));
      var above = add(x, constant(x.dtype(), 1));
      // The root of the product is another one left of the imaginary axis.
      return x.dtype().isComplex() ? mul(rsqrt(below), rsqrt(above)) : rsqrt(mul(below, above));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("acosh");
    }
  }

  /** The number whose tanh is x; its slope is {@code 1 / (1 - x^2)}. */
  public record Atanh() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "atanh";
    }

    @Override
    public Complex f(Complex x) {
      return x.atanh();
    }

    @Override
    public double f(double x) {
      return RealFunctions.atanh(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return div(constant(x.dtype(), 1), sub(constant(x.dtype(), 1), square(x)));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("atanh");
    }
  }

  // --- As functions ---

  public static Value sinh(Value x) {
    return new Sinh().bind1(x);
  }

  public static Value cosh(Value x) {
    return new Cosh().bind1(x);
  }

  public static Value tanh(Value x) {
    return new Tanh().bind1(x);
  }

  public static Value asinh(Value x) {
    return new Asinh().bind1(x);
  }

  public static Value acosh(Value x) {
    return new Acosh().bind1(x);
  }

  public static Value atanh(Value x) {
    return new Atanh().bind1(x);
  }
}
