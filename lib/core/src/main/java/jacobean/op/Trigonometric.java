package jacobean.op;

import static jacobean.op.Arithmetic.add;
import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.div;
import static jacobean.op.Arithmetic.neg;
import static jacobean.op.Arithmetic.sub;
import static jacobean.op.Powers.rsqrt;
import static jacobean.op.Powers.square;

import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.type.Complex;

/** Circular functions of angles in radians, and their inverses. */
public final class Trigonometric {
  private Trigonometric() {}

  /** {@code sin x}; sin' = cos. */
  public record Sin() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "sin";
    }

    @Override
    public Complex f(Complex x) {
      return x.sin();
    }

    @Override
    public double f(double x) {
      return Math.sin(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return cos(x);
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("sin");
    }
  }

  /** {@code cos x}; cos' = -sin. */
  public record Cos() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "cos";
    }

    @Override
    public Complex f(Complex x) {
      return x.cos();
    }

    @Override
    public double f(double x) {
      return Math.cos(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return neg(sin(x));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("cos");
    }
  }

  /** {@code tan x}; its slope is {@code 1 + y^2}. */
  public record Tan() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "tan";
    }

    @Override
    public Complex f(Complex x) {
      return x.tan();
    }

    @Override
    public double f(double x) {
      return Math.tan(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return add(constant(x.dtype(), 1), square(y));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("tan");
    }
  }

  /** The angle in [-pi/2, pi/2] whose sine is x; its slope is {@code 1 / sqrt(1 - x^2)}. */
  public record Asin() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "asin";
    }

    @Override
    public Complex f(Complex x) {
      return x.asin();
    }

    @Override
    public double f(double x) {
      return Math.asin(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return rsqrt(sub(constant(x.dtype(), 1), square(x)));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("asin");
    }
  }

  /** The angle in [0, pi] whose cosine is x; its slope is {@code -1 / sqrt(1 - x^2)}. */
  public record Acos() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "acos";
    }

    @Override
    public Complex f(Complex x) {
      return x.acos();
    }

    @Override
    public double f(double x) {
      return Math.acos(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return neg(rsqrt(sub(constant(x.dtype(), 1), square(x))));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("acos");
    }
  }

  /** The angle in [-pi/2, pi/2] whose tangent is x; its slope is {@code 1 / (1 + x^2)}. */
  public record Atan() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "atan";
    }

    @Override
    public Complex f(Complex x) {
      return x.atan();
    }

    @Override
    public double f(double x) {
      return Math.atan(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return div(constant(x.dtype(), 1), add(constant(x.dtype(), 1), square(x)));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("atan");
    }
  }

  // --- As functions ---

  public static Value sin(Value x) {
    return new Sin().bind1(x);
  }

  public static Value cos(Value x) {
    return new Cos().bind1(x);
  }

  public static Value tan(Value x) {
    return new Tan().bind1(x);
  }

  public static Value asin(Value x) {
    return new Asin().bind1(x);
  }

  public static Value acos(Value x) {
    return new Acos().bind1(x);
  }

  public static Value atan(Value x) {
    return new Atan().bind1(x);
  }

  public static Value atan2(Value y, Value x) {
    return new Atan2().bind1(y, x);
  }

  /** The angle of the point (x, y), in (-pi, pi]; {@code d = (x dy - y dx) / (x^2 + y^2)}. */
  public record Atan2() implements Binary.Smooth {
    @Override
    public String name() {
      return "atan2";
    }

    @Override
    public jacobean.type.DType resultType(java.util.List<jacobean.type.Aval> operands) {
      return floatingType(operands);
    }

    @Override
    public double f(double y, double x) {
      return Math.atan2(y, x);
    }

    @Override
    public Value slopeLeft(Value y, Value x, Value z) {
      return div(x, add(square(x), square(y)));
    }

    @Override
    public Value slopeRight(Value y, Value x, Value z) {
      return neg(div(y, add(square(x), square(y))));
    }

    @Override
    public Expr lower(Expr y, Expr x) {
      return y.call("atan2", x);
    }
  }
}
