package jacobean.op;

import jacobean.core.Concrete;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;

/** The four operations, negation and the remainder. */
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
      var x = primals.get(0);
      var y = primals.get(1);
      var tx = tangents.get(0);
      var ty = tangents.get(1);
      return new Dual(
          List.of(bind1(x, y)),
          Arrays.asList(
              sum(
                  tx == null ? null : div(tx, y),
                  ty == null ? null : mul(mul(neg(ty), x), Powers.integerPow(y, -2)))));
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

  public static Value neg(Value x) {
    return new Neg().bind1(x);
  }

  /** The sum of two tangents or cotangents, where null is zero. */
  public static Value sum(Value x, Value y) {
    return x == null ? y : y == null ? x : add(x, y);
  }

  /** A scalar constant of this dtype. */
  public static Value constant(DType type, Number value) {
    return Concrete.scalar(type, false, value);
  }

  static DType notBool(Primitive p, DType type) {
    if (type == DType.BOOL) {
      throw new DTypeException(
          p.name()
              + ": operands must be numbers, got bool. Convert with astype, or use jnp.logicalNot and its kin.");
    }
    return type;
  }
}
