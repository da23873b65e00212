package jacobean.op;

import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;

/** The four operations and their kin: powers, roots, remainders, signs, extremes. */
public final class Arithmetic {
  private Arithmetic() {}

  // --- Linear and bilinear ---

  /** {@code x + y}. */
  public record Add() implements Binary, Linear, ComplexNumbers.Holomorphic2 {
    @Override
    public String name() {
      return "add";
    }

    @Override
    public Complex f(Complex x, Complex y) {
      return x.plus(y);
    }

    @Override
    public double f(double x, double y) {
      return x + y;
    }

    @Override
    public long f(long x, long y, DType type) {
      return type.wrap(x + y);
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.op(Op.ADD, y);
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      // Not through zeros: the derivative of x + constant is that of x.
      var z = bind1(primals.get(0), primals.get(1));
      var t = sum(tangents.get(0), tangents.get(1));
      return new Dual(
          List.of(z), Arrays.asList(t == null ? null : Shaping.broadcastTo(t, z.shape())));
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return Arrays.asList(
          operands.get(0) == null ? Binary.unbroadcast(cts.get(0), types.get(0)) : null,
          operands.get(1) == null ? Binary.unbroadcast(cts.get(0), types.get(1)) : null);
    }
  }

  /** {@code x - y}. */
  public record Sub() implements Binary, Linear, ComplexNumbers.Holomorphic2 {
    @Override
    public String name() {
      return "sub";
    }

    @Override
    public Complex f(Complex x, Complex y) {
      return x.minus(y);
    }

    @Override
    public DType resultType(List<Aval> operands) {
      return notBool(this, numericType(operands));
    }

    @Override
    public double f(double x, double y) {
      return x - y;
    }

    @Override
    public long f(long x, long y, DType type) {
      return type.wrap(x - y);
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.op(Op.SUB, y);
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var z = bind1(primals.get(0), primals.get(1));
      var ty = tangents.get(1);
      var t =
          tangents.get(0) != null && ty != null
              ? sub(tangents.get(0), ty)
              : ty == null ? tangents.get(0) : neg(ty);
      return new Dual(
          List.of(z), Arrays.asList(t == null ? null : Shaping.broadcastTo(t, z.shape())));
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return Arrays.asList(
          operands.get(0) == null ? Binary.unbroadcast(cts.get(0), types.get(0)) : null,
          operands.get(1) == null ? Binary.unbroadcast(neg(cts.get(0)), types.get(1)) : null);
    }
  }

  /** {@code -x}. */
  public record Neg() implements Unary, Linear, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "neg";
    }

    @Override
    public Complex f(Complex x) {
      return x.negated();
    }

    @Override
    public DType resultType(List<Aval> operands) {
      return notBool(this, numericType(operands));
    }

    @Override
    public double f(double x) {
      return -x;
    }

    @Override
    public long f(long x) {
      return -x;
    }

    @Override
    public Expr lower(Expr x) {
      return x.op(Op.NEG);
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return List.of(neg(cts.getFirst()));
    }
  }

  /** {@code x * y}: linear in each operand, {@code d(xy) = y dx + x dy}. */
  public record Mul() implements Binary, Linear, ComplexNumbers.Holomorphic2 {
    @Override
    public String name() {
      return "mul";
    }

    @Override
    public Complex f(Complex x, Complex y) {
      return x.times(y);
    }

    @Override
    public double f(double x, double y) {
      return x * y;
    }

    @Override
    public long f(long x, long y, DType type) {
      return type.wrap(x * y);
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.op(Op.MUL, y);
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.get(0);
      var y = primals.get(1);
      var tx = tangents.get(0);
      var ty = tangents.get(1);
      return new Dual(
          List.of(bind1(x, y)),
          Arrays.asList(sum(tx == null ? null : mul(tx, y), ty == null ? null : mul(x, ty))));
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return operands.get(0) == null
          ? Arrays.asList(
              Binary.unbroadcast(mul(cts.getFirst(), operands.get(1)), types.get(0)), null)
          : Arrays.asList(
              null, Binary.unbroadcast(mul(operands.get(0), cts.getFirst()), types.get(1)));
    }
  }

  /** {@code x / y}; truncating on integers. Linear in x. */
  public record Div() implements Binary, Linear, ComplexNumbers.Holomorphic2 {
    @Override
    public String name() {
      return "div";
    }

    @Override
    public Complex f(Complex x, Complex y) {
      return x.over(y);
    }

    @Override
    public boolean isLinearIn(int operand) {
      return operand == 0;
    }

    @Override
    public DType resultType(List<Aval> operands) {
      return notBool(this, numericType(operands));
    }

    @Override
    public double f(double x, double y) {
      return x / y;
    }

    @Override
    public long f(long x, long y, DType type) {
      return type.wrap(y == 0 ? -1 : type == DType.UINT64 ? Long.divideUnsigned(x, y) : x / y);
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.op(Op.DIV, y);
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var y = primals.get(1);
      var z = bind1(primals.get(0), y);
      var tx = tangents.get(0);
      var ty = tangents.get(1);
      return new Dual(
          List.of(z),
          Arrays.asList(
              sum(tx == null ? null : div(tx, y), ty == null ? null : mul(ty, neg(div(z, y))))));
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return Arrays.asList(
          Binary.unbroadcast(div(cts.getFirst(), operands.get(1)), types.get(0)), null);
    }
  }

  // --- Smooth ---

  /** The remainder of a truncating division; it has the sign of x. */
  public record Rem() implements Binary.Smooth {
    @Override
    public String name() {
      return "rem";
    }

    @Override
    public DType resultType(List<Aval> operands) {
      return notBool(this, numericType(operands));
    }

    @Override
    public double f(double x, double y) {
      return x % y;
    }

    @Override
    public long f(long x, long y, DType type) {
      return y == 0 ? x : type == DType.UINT64 ? Long.remainderUnsigned(x, y) : x % y;
    }

    @Override
    public Value slopeLeft(Value x, Value y, Value z) {
      return constant(z.dtype(), 1);
    }

    @Override
    public Value slopeRight(Value x, Value y, Value z) {
      return neg(Rounding.truncate(div(x, y)));
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.op(Op.REM, y);
    }
  }

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

  /** The greater; NaN if one is. At a tie each operand gets half of the derivative. */
  public record Max() implements Binary.Smooth {
    @Override
    public String name() {
      return "max";
    }

    @Override
    public double f(double x, double y) {
      return Math.max(x, y);
    }

    @Override
    public long f(long x, long y, DType type) {
      return type.compare(x, y) >= 0 ? x : y;
    }

    @Override
    public Value slopeLeft(Value x, Value y, Value z) {
      return shareOfExtreme(Comparison.gt(x, y), x, y);
    }

    @Override
    public Value slopeRight(Value x, Value y, Value z) {
      return shareOfExtreme(Comparison.gt(y, x), x, y);
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.op(Op.MAX, y);
    }
  }

  /** The smaller; NaN if one is. At a tie each operand gets half of the derivative. */
  public record Min() implements Binary.Smooth {
    @Override
    public String name() {
      return "min";
    }

    @Override
    public double f(double x, double y) {
      return Math.min(x, y);
    }

    @Override
    public long f(long x, long y, DType type) {
      return type.compare(x, y) <= 0 ? x : y;
    }

    @Override
    public Value slopeLeft(Value x, Value y, Value z) {
      return shareOfExtreme(Comparison.lt(x, y), x, y);
    }

    @Override
    public Value slopeRight(Value x, Value y, Value z) {
      return shareOfExtreme(Comparison.lt(y, x), x, y);
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.op(Op.MIN, y);
    }
  }

  private static Value shareOfExtreme(Value wins, Value x, Value y) {
    var type = x.dtype();
    var tie = Comparison.select(Comparison.eq(x, y), constant(type, 0.5), constant(type, 0));
    return Comparison.select(wins, constant(type, 1), tie);
  }

  /** {@code |x|}, real also of complex numbers; the derivative at 0 is 1. */
  public record Abs() implements Unary.Smooth {
    @Override
    public String name() {
      return "abs";
    }

    @Override
    public DType resultType(List<Aval> operands) {
      return notBool(this, operands.getFirst().dtype()).component();
    }

    @Override
    public double f(double x) {
      return Math.abs(x);
    }

    @Override
    public long f(long x, DType type) {
      return type.compare(x, 0) < 0 ? -x : x;
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var x = operands.getFirst();
      return x.dtype().isComplex()
          ? List.of(
              HostArray.ofReals(
                  abstractEval(List.of(x.aval())).getFirst(), i -> x.complex(i).abs()))
          : Unary.Smooth.super.eval(operands);
    }

    /** Of a complex number {@code Re(conj(x) t) / |x|}, 0 at 0. */
    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.getFirst();
      var t = tangents.getFirst();
      if (!x.dtype().isComplex() || t == null) {
        return Unary.Smooth.super.jvp(primals, tangents);
      }
      var y = bind1(x);
      var safe =
          Comparison.select(
              Comparison.eq(y, constant(y.dtype(), 0)), Shaping.full(y.shape(), y.dtype(), 1), y);
      var turned = mul(t, div(ComplexNumbers.conj(x), Conversion.convert(safe, x.dtype())));
      return new Dual(List.of(y), List.of(ComplexNumbers.real(turned)));
    }

    @Override
    public Value slope(Value x, Value y) {
      var type = x.dtype();
      return Comparison.select(
          Comparison.ge(x, constant(type, 0)), constant(type, 1), constant(type, -1));
    }

    @Override
    public Expr lower(Expr x) {
      return x.op(Op.ABS);
    }
  }

  /**
   * -1, 0 or 1 as x is negative, zero or positive, NaN of NaN; of a complex number {@code x / |x|}.
   */
  public record Sign() implements Unary, Flat, ComplexNumbers.Holomorphic {
    @Override
    public String name() {
      return "sign";
    }

    @Override
    public DType resultType(List<Aval> operands) {
      return notBool(this, numericType(operands));
    }

    @Override
    public double f(double x) {
      return Math.signum(x);
    }

    @Override
    public Complex f(Complex x) {
      return x.equals(Complex.ZERO) ? x : x.times(1 / x.abs());
    }

    @Override
    public long f(long x, DType type) {
      return Integer.signum(type.compare(x, 0));
    }

    @Override
    public Expr lower(Expr x) {
      var zero = Expr.constant(x.type(), 0);
      var one = Expr.constant(x.type(), 1);
      var positive = one.where(x.compare(Op.GT, zero), x);
      return switch (x.type().kind()) {
        case UNSIGNED, BOOL -> one.where(x.compare(Op.NE, zero), zero);
        case COMPLEX -> throw new IllegalStateException("sign is not there for complex numbers");
        case SIGNED, FLOATING ->
            Expr.constant(x.type(), -1).where(x.compare(Op.LT, zero), positive);
      };
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
      return y == 0 ? constant(x.dtype(), 0) : mul(constant(x.dtype(), y), integerPow(x, y - 1));
    }

    @Override
    public Expr lower(Expr x) {
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

  public static Value add(Value x, Value y) {
    return new Add().bind1(x, y);
  }

  public static Value sub(Value x, Value y) {
    return new Sub().bind1(x, y);
  }

  public static Value mul(Value x, Value y) {
    return new Mul().bind1(x, y);
  }

  public static Value div(Value x, Value y) {
    return new Div().bind1(x, y);
  }

  public static Value rem(Value x, Value y) {
    return new Rem().bind1(x, y);
  }

  public static Value pow(Value x, Value y) {
    return new Pow().bind1(x, y);
  }

  public static Value max(Value x, Value y) {
    return new Max().bind1(x, y);
  }

  public static Value min(Value x, Value y) {
    return new Min().bind1(x, y);
  }

  public static Value neg(Value x) {
    return new Neg().bind1(x);
  }

  public static Value abs(Value x) {
    return new Abs().bind1(x);
  }

  public static Value sign(Value x) {
    return new Sign().bind1(x);
  }

  public static Value square(Value x) {
    return new Square().bind1(x);
  }

  public static Value integerPow(Value x, int y) {
    return new IntegerPow(y).bind1(x);
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

  /** The sum of two tangents or cotangents, where null is zero. */
  public static Value sum(Value x, Value y) {
    return x == null ? y : y == null ? x : add(x, y);
  }

  /** A scalar constant of this dtype. */
  public static Value constant(DType type, Number value) {
    return Concrete.scalar(type, false, value);
  }

  private static DType notBool(jacobean.core.Primitive p, DType type) {
    if (type == DType.BOOL) {
      throw new DTypeException(
          p.name()
              + ": operands must be numbers, got bool. Convert with astype, or use jnp.logicalNot and its kin.");
    }
    return type;
  }
}
