package jacobean.op;

import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.List;

/** Bits of integers, and logic on bools. Shifts by the width or more give what is left: nothing. */
public final class Bitwise {
  private Bitwise() {}

  /** The family of bitwise operations of two operands. */
  interface Bits extends Binary, Flat {
    @Override
    default DType resultType(List<Aval> operands) {
      var type = commonType(operands);
      if (type.isInexact()) {
        throw new DTypeException(
            name()
                + ": operands must be bool or integers, got "
                + operands
                + ". Convert with astype(jnp.int32).");
      }
      return type;
    }
  }

  /** Bitwise and; logical on bool. */
  public record And() implements Bits {
    @Override
    public String name() {
      return "and";
    }

    @Override
    public long f(long x, long y, DType type) {
      return x & y;
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.op(Op.AND, y);
    }
  }

  /** Bitwise or; logical on bool. */
  public record Or() implements Bits {
    @Override
    public String name() {
      return "or";
    }

    @Override
    public long f(long x, long y, DType type) {
      return x | y;
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.op(Op.OR, y);
    }
  }

  /** Bitwise exclusive or; logical on bool. */
  public record Xor() implements Bits {
    @Override
    public String name() {
      return "xor";
    }

    @Override
    public long f(long x, long y, DType type) {
      return x ^ y;
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.op(Op.XOR, y);
    }
  }

  /** The family of shifts, which take no bools. */
  interface Shift extends Bits {
    @Override
    default DType resultType(List<Aval> operands) {
      var type = Bits.super.resultType(operands);
      if (type == DType.BOOL) {
        throw new DTypeException(
            name()
                + ": operands must be integers, got "
                + operands
                + ". Convert with astype(jnp.int32).");
      }
      return type;
    }
  }

  /** x moved up by y bits. */
  public record ShiftLeft() implements Shift {
    @Override
    public String name() {
      return "shift_left";
    }

    @Override
    public long f(long x, long y, DType type) {
      return y < 0 || y >= 8L * type.itemsize() ? 0 : type.wrap(x << y);
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.op(Op.SHL, y);
    }
  }

  /** x moved down by y bits, zeros coming in. */
  public record ShiftRightLogical() implements Shift {
    @Override
    public String name() {
      return "shift_right_logical";
    }

    @Override
    public long f(long x, long y, DType type) {
      return y < 0 || y >= 8L * type.itemsize() ? 0 : type.wrap(unsigned(x, type) >>> y);
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.op(Op.USHR, y);
    }
  }

  /** x moved down by y bits, copies of the highest bit coming in. */
  public record ShiftRightArithmetic() implements Shift {
    @Override
    public String name() {
      return "shift_right_arithmetic";
    }

    @Override
    public long f(long x, long y, DType type) {
      return type.wrap(signed(x, type) >> (y < 0 || y > 63 ? 63 : y));
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      return x.op(Op.SHR, y);
    }
  }

  /** All bits turned; logical on bool. */
  public record Not() implements Unary, Flat {
    @Override
    public String name() {
      return "not";
    }

    @Override
    public DType resultType(List<Aval> operands) {
      var type = operands.getFirst().dtype();
      if (type.isInexact()) {
        throw new DTypeException(
            "not: the operand must be bool or an integer, got " + operands.getFirst() + ".");
      }
      return type;
    }

    @Override
    public double f(double x) {
      throw new IllegalStateException("not is for bool and integers");
    }

    @Override
    public List<jacobean.core.HostArray> eval(List<jacobean.core.HostArray> operands) {
      var x = operands.getFirst();
      boolean bool = x.dtype() == DType.BOOL;
      return List.of(
          jacobean.core.HostArray.ofIntegers(
              x.aval(), i -> bool ? 1 - x.integer(i) : ~x.integer(i)));
    }

    @Override
    public Expr lower(Expr x) {
      return x.op(Op.NOT);
    }
  }

  private static long signed(long x, DType type) {
    int spare = 64 - 8 * type.itemsize();
    return x << spare >> spare;
  }

  private static long unsigned(long x, DType type) {
    int spare = 64 - 8 * type.itemsize();
    return x << spare >>> spare;
  }

  public static Value and(Value x, Value y) {
    return new And().bind1(x, y);
  }

  public static Value or(Value x, Value y) {
    return new Or().bind1(x, y);
  }

  public static Value xor(Value x, Value y) {
    return new Xor().bind1(x, y);
  }

  public static Value shiftLeft(Value x, Value y) {
    return new ShiftLeft().bind1(x, y);
  }

  public static Value shiftRightLogical(Value x, Value y) {
    return new ShiftRightLogical().bind1(x, y);
  }

  public static Value shiftRightArithmetic(Value x, Value y) {
    return new ShiftRightArithmetic().bind1(x, y);
  }

  public static Value not(Value x) {
    return new Not().bind1(x);
  }
}
