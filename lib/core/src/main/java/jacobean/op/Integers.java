package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.List;

/** Counting the bits of integers, and their common divisors. */
public final class Integers {
  private Integers() {}

  private static DType integerType(String operation, List<Aval> operands, DType type) {
    if (!type.isInteger()) {
      throw new DTypeException(
          operation
              + ": operands must be integers, got "
              + operands
              + ". Convert with astype(jnp.int32).");
    }
    return type;
  }

  /** The family of functions of the bits of one integer. */
  interface Counting extends Elementwise, Flat {
    /** The count, given the operand's bits without sign. */
    long count(long bits, int width);

    /** The count as an expression. */
    Expr lower(Expr x, int width);

    @Override
    default DType resultType(List<Aval> operands) {
      return integerType(name(), operands, operands.getFirst().dtype());
    }

    @Override
    default List<HostArray> eval(List<HostArray> operands) {
      var x = operands.getFirst();
      int width = 8 * x.dtype().itemsize();
      var out = abstractEval(List.of(x.aval())).getFirst();
      return List.of(
          HostArray.ofIntegers(out, i -> count(x.integer(i) & (-1L >>> (64 - width)), width)));
    }

    @Override
    default Expr element(List<Expr> elements) {
      var x = elements.getFirst();
      return lower(x, 8 * x.type().itemsize());
    }
  }

  /** How many bits are 1. */
  public record PopulationCount() implements Counting {
    @Override
    public String name() {
      return "population_count";
    }

    @Override
    public long count(long bits, int width) {
      return Long.bitCount(bits);
    }

    @Override
    public Expr lower(Expr x, int width) {
      return ones(x, width);
    }
  }

  /** How many zeros the bits begin with; the width, of 0. */
  public record CountLeadingZeros() implements Counting {
    @Override
    public String name() {
      return "clz";
    }

    @Override
    public long count(long bits, int width) {
      return Long.numberOfLeadingZeros(bits) - 64 + width;
    }

    @Override
    public Expr lower(Expr x, int width) {
      var filled = x;
      for (int shift = 1; shift < width; shift *= 2) {
        filled = filled.op(Op.OR, filled.op(Op.USHR, Expr.constant(x.type(), shift)));
      }
      return Expr.constant(x.type(), width).op(Op.SUB, ones(filled, width));
    }
  }

  /** Sums of neighbouring bits, pairs and fours, then of all bytes by one multiplication. */
  private static Expr ones(Expr x, int width) {
    var type = x.type();
    var fives = Expr.constant(type, 0x5555_5555_5555_5555L);
    var threes = Expr.constant(type, 0x3333_3333_3333_3333L);
    var nibbles = Expr.constant(type, 0x0F0F_0F0F_0F0F_0F0FL);
    var pairs = x.op(Op.SUB, shifted(x, 1).op(Op.AND, fives));
    var fours = pairs.op(Op.AND, threes).op(Op.ADD, shifted(pairs, 2).op(Op.AND, threes));
    var bytes = fours.op(Op.ADD, shifted(fours, 4)).op(Op.AND, nibbles);
    return width == 8
        ? bytes
        : shifted(bytes.op(Op.MUL, Expr.constant(type, 0x0101_0101_0101_0101L)), width - 8);
  }

  private static Expr shifted(Expr x, int by) {
    return x.op(Op.USHR, Expr.constant(x.type(), by));
  }

  /**
   * The greatest number that divides both, not negative; of 0 and x it is x. By Euclid's loop, in
   * Java.
   */
  public record Gcd() implements Binary, Flat {
    @Override
    public String name() {
      return "gcd";
    }

    @Override
    public DType resultType(List<Aval> operands) {
      return integerType(name(), operands, commonType(operands));
    }

    @Override
    public long f(long x, long y, DType type) {
      long a = type.kind() == DType.Kind.SIGNED ? Math.abs(x) : x;
      long b = type.kind() == DType.Kind.SIGNED ? Math.abs(y) : y;
      while (b != 0) {
        long rest = Long.remainderUnsigned(a, b);
        a = b;
        b = rest;
      }
      return a;
    }

    @Override
    public Expr lower(Expr x, Expr y) {
      throw new IllegalStateException("gcd takes a loop, which no expression has");
    }

    @Override
    public Lowering lower(List<Aval> operands) {
      return new Lowering.Host();
    }
  }

  public static Value populationCount(Value x) {
    return new PopulationCount().bind1(x);
  }

  public static Value countLeadingZeros(Value x) {
    return new CountLeadingZeros().bind1(x);
  }

  public static Value gcd(Value x, Value y) {
    return new Gcd().bind1(x, y);
  }
}
