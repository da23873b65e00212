package jacobean.op;

import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.div;
import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Arithmetic.notBool;
import static jacobean.op.Arithmetic.sub;

import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import java.util.List;

/** Powers and roots. */
public final class Powers {
  private Powers() {}

  /** {@code x^y} on floating numbers. */
  public record Pow() implements Binary.Smooth, ComplexNumbers.Holomorphic2 {
    @Override
    public String name() {
      return "pow";
    }

    @Override
    public Complex f(Complex x, Complex y) {
      return x.pow(y);
    }

    @Override
    public DType resultType(List<Aval> operands) {
      return inexactType(operands);
    }

    @Override
    public double f(double x, double y) {
      // As C's pow: 1 to any power, and -1 to an infinite one, is 1.
      return x == 1 || (x == -1 && Double.isInfinite(y)) ? 1 : Math.pow(x, y);
    }

    @Override
    public Value slopeLeft(Value x, Value y, Value z) {
      return mul(y, pow(x, sub(y, constant(y.dtype(), 1))));
    }

    @Override
    public Value slopeRight(Value x, Value y, Value z) {
      // log x where x is 0 would give 0 * -inf.
      var zero = Comparison.eq(x, constant(x.dtype(), 0));
      return mul(
          Exponential.log(Comparison.select(zero, Shaping.full(x.shape(), x.dtype(), 1), x)), z);
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.call("pow", y);
    }
  }

  /** {@code x^y} for a constant integer y, by repeated squaring. */
  public record IntegerPow(int y) implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "integer_pow";
    }

    @Override
    public Complex f(Complex x) {
      return x.pow(y);
    }

    @Override
    public DType resultType(List<Aval> operands) {
      var type = notBool(this, numericType(operands));
      if (y < 0 && !type.isInexact()) {
        throw new DTypeException(
            "integer_pow: integers cannot be raised to the negative power "
                + y
                + ", got "
                + operands.getFirst()
                + ". Convert with astype(jnp.float32).");
      }
      return type;
    }

    @Override
    public double f(double x) {
      return Math.pow(x, y);
    }

    @Override
    public long f(long x) {
      long z = 1;
      for (int i = 0; i < y; i++) {
        z *= x;
      }
      return z;
    }

    @Override
    public Value slope(Value x, Value z) {
      return switch (y) {
        case 0 -> constant(x.dtype(), 0);
        case 2 -> mul(constant(x.dtype(), 2), x);
        default -> mul(constant(x.dtype(), y), integerPow(x, y - 1));
      };
    }

    @Override
    public Expr lower(Expr x) {
      if (x.type().isFloating() && x.type().itemsize() < 4) {
        // Squares are rounded once, at the end.
        return lower(x.cast(DType.FLOAT32)).cast(x.type());
      }
      var one = Expr.constant(x.type(), 1);
      Expr power = null;
      var square = x;
      for (int n = Math.abs(y); n > 0; n >>= 1) {
        if ((n & 1) == 1) {
          power = power == null ? square : power.op(Op.MUL, square);
        }
        square = square.op(Op.MUL, square);
      }
      return power == null ? one : y < 0 ? one.op(Op.DIV, power) : power;
    }
  }

  /** {@code x * x}. */
  public record Square() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "square";
    }

    @Override
    public Complex f(Complex x) {
      return x.times(x);
    }

    @Override
    public DType resultType(List<Aval> operands) {
      return notBool(this, numericType(operands));
    }

    @Override
    public double f(double x) {
      return x * x;
    }

    @Override
    public long f(long x) {
      return x * x;
    }

    @Override
    public Value slope(Value x, Value y) {
      return mul(constant(x.dtype(), 2), x);
    }

    @Override
    public Expr lower(Expr x) {
      return x.op(Op.MUL, x);
    }
  }

  /** The square root; {@code d sqrt(x) = dx / (2 sqrt(x))}. */
  public record Sqrt() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "sqrt";
    }

    @Override
    public Complex f(Complex x) {
      return x.sqrt();
    }

    @Override
    public double f(double x) {
      return Math.sqrt(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return div(constant(x.dtype(), 0.5), y);
    }

    @Override
    public Expr lower(Expr x) {
      return x.op(Op.SQRT);
    }
  }

  /** {@code 1 / sqrt(x)}; its slope is {@code -y / (2x)}. */
  public record Rsqrt() implements Unary.Smooth, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "rsqrt";
    }

    @Override
    public Complex f(Complex x) {
      return Complex.ONE.over(x.sqrt());
    }

    @Override
    public double f(double x) {
      return 1 / Math.sqrt(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return mul(constant(x.dtype(), -0.5), div(y, x));
    }

    @Override
    public Expr lower(Expr x) {
      return Expr.constant(x.type(), 1).op(Op.DIV, x.op(Op.SQRT));
    }
  }

  /** The cube root, also of negative numbers; its slope is {@code y / (3x)}. */
  public record Cbrt() implements Unary.Smooth {
    @Override
    public String name() {
      return "cbrt";
    }

    @Override
    public double f(double x) {
      return Math.cbrt(x);
    }

    @Override
    public Value slope(Value x, Value y) {
      return mul(constant(x.dtype(), 1.0 / 3), integerPow(y, -2));
    }

    @Override
    public Expr lower(Expr x) {
      return x.call("cbrt");
    }
  }

  // --- As functions ---

  public static Value pow(Value x, Value y) {
    return new Pow().bind1(x, y);
  }

  public static Value integerPow(Value x, int y) {
    return new IntegerPow(y).bind1(x);
  }

  public static Value square(Value x) {
    return new Square().bind1(x);
  }

  public static Value sqrt(Value x) {
    return new Sqrt().bind1(x);
  }

  public static Value rsqrt(Value x) {
    return new Rsqrt().bind1(x);
  }

  public static Value cbrt(Value x) {
    return new Cbrt().bind1(x);
  }
}
