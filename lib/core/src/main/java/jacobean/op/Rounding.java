package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.List;

/** Rounding, and tests for numbers that are not finite. */
public final class Rounding {
  private Rounding() {}

  /** The greatest integer that is not greater. */
  public record Floor() implements Unary, Flat {
    @Override
    public String name() {
      return "floor";
    }

    @Override
    public double f(double x) {
      return Math.floor(x);
    }

    @Override
    public Expr lower(Expr x) {
      return x.op(Op.FLOOR);
    }
  }

  /** The least integer that is not less. */
  public record Ceil() implements Unary, Flat {
    @Override
    public String name() {
      return "ceil";
    }

    @Override
    public double f(double x) {
      return Math.ceil(x);
    }

    @Override
    public Expr lower(Expr x) {
      return x.op(Op.CEIL);
    }
  }

  /** The nearest integer, the even one of two. */
  public record RoundEven() implements Unary, Flat {
    @Override
    public String name() {
      return "round";
    }

    @Override
    public double f(double x) {
      return Math.rint(x);
    }

    @Override
    public Expr lower(Expr x) {
      return x.op(Op.ROUND_EVEN);
    }
  }

  /** Whether a floating number is neither infinite nor NaN. */
  public record IsFinite() implements Elementwise, Flat {
    @Override
    public String name() {
      return "is_finite";
    }

    @Override
    public DType resultType(List<Aval> operands) {
      floatingType(operands);
      return DType.BOOL;
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var x = operands.getFirst();
      var out = abstractEval(List.of(x.aval())).getFirst();
      return List.of(HostArray.ofIntegers(out, i -> Double.isFinite(x.real(i)) ? 1 : 0));
    }

    @Override
    public Expr element(List<Expr> elements) {
      var x = elements.getFirst();
      return x.op(Op.ABS).compare(Op.LT, Expr.real(x.type(), Double.POSITIVE_INFINITY));
    }
  }

  public static Value floor(Value x) {
    return new Floor().bind1(x);
  }

  public static Value ceil(Value x) {
    return new Ceil().bind1(x);
  }

  public static Value round(Value x) {
    return new RoundEven().bind1(x);
  }

  /** Whether a number is neither infinite nor NaN; of a complex one, whether both parts are not. */
  public static Value isFinite(Value x) {
    return x.dtype().isComplex()
        ? Bitwise.and(isFinite(ComplexNumbers.real(x)), isFinite(ComplexNumbers.imag(x)))
        : new IsFinite().bind1(x);
  }

  /** Towards zero; integers stay. */
  public static Value truncate(Value x) {
    return x.dtype().isFloating()
        ? Arithmetic.mul(Magnitudes.sign(x), floor(Magnitudes.abs(x)))
        : x;
  }
}
