package jacobean.op;

import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.div;
import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Arithmetic.notBool;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import java.util.List;

/** The greater and the smaller of two, magnitudes and signs. */
public final class Magnitudes {
  private Magnitudes() {}

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
      return x.part(Op.ABS);
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
      return x.abs() == 0 ? x : x.times(1 / x.abs());
    }

    @Override
    public long f(long x, DType type) {
      return Integer.signum(type.compare(x, 0));
    }

    @Override
    public Expr lower(Expr x) {
      var zero = Expr.constant(x.type(), 0);
      var one = Expr.constant(x.type(), 1);
      return switch (x.type().kind()) {
        case UNSIGNED, BOOL -> one.where(x.compare(Op.NE, zero), zero);
        case COMPLEX -> {
          var size = x.part(Op.ABS);
          var unit = Expr.complex(x.type(), x.part(Op.REAL).div(size), x.part(Op.IMAG).div(size));
          yield x.where(size.compare(Op.EQ, Expr.constant(size.type(), 0)), unit);
        }
        case SIGNED, FLOATING ->
            Expr.constant(x.type(), -1)
                .where(x.compare(Op.LT, zero), one.where(x.compare(Op.GT, zero), x));
      };
    }
  }

  // --- As functions ---

  public static Value max(Value x, Value y) {
    return new Max().bind1(x, y);
  }

  public static Value min(Value x, Value y) {
    return new Min().bind1(x, y);
  }

  public static Value abs(Value x) {
    return new Abs().bind1(x);
  }

  public static Value sign(Value x) {
    return new Sign().bind1(x);
  }
}
