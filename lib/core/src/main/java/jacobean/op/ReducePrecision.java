package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.List;

/**
 * Numbers rounded to those of a narrower format, to the nearest, of two the even one: what is too
 * great becomes infinite, what is too small for full precision zero. The dtype stays. Taken for
 * linear, as a conversion is.
 *
 * @param exponentBits how many bits the format has for exponents
 * @param mantissaBits how many bits it has for mantissas, without the leading one
 */
public record ReducePrecision(int exponentBits, int mantissaBits) implements Elementwise, Linear {
  public ReducePrecision {
    if (exponentBits < 1 || mantissaBits < 0) {
      throw new DTypeException(
          "reduce_precision: wanted at least 1 exponent bit and no negative number of mantissa bits,"
              + " got "
              + exponentBits
              + " and "
              + mantissaBits
              + ".");
    }
  }

  /** The numbers in the dtype that they had, rounded. */
  public static Value reducePrecision(Value x, int exponentBits, int mantissaBits) {
    return new ReducePrecision(exponentBits, mantissaBits).bind1(x);
  }

  @Override
  public String name() {
    return "reduce_precision";
  }

  @Override
  public DType resultType(List<Aval> operands) {
    return floatingType(operands);
  }

  @Override
  public Expr element(List<Expr> elements) {
    var x = elements.getFirst();
    var f = new Format(x.type());
    var bits = new Expr.Apply(Op.BITCAST, f.bits, List.of(x));
    Expr y = bits;
    if (mantissaBits < f.mantissa) {
      int dropped = f.mantissa - mantissaBits;
      var last = y.op(Op.USHR, f.constant(dropped)).op(Op.AND, f.constant(1));
      var bias = last.plus(f.constant((1L << (dropped - 1)) - 1));
      y = y.plus(bias).op(Op.AND, f.constant(-1L << dropped));
    }
    if (exponentBits < f.exponent) {
      var sign = y.op(Op.AND, f.constant(1L << (f.width - 1)));
      var exponent = y.op(Op.AND, f.constant(f.infinity()));
      var infinite = sign.op(Op.OR, f.constant(f.infinity()));
      var tooGreat = exponent.compare(Op.GT, f.constant(f.place(greatest(f))));
      var tooSmall = exponent.compare(Op.LT, f.constant(f.place(least(f))));
      y = sign.where(tooSmall, infinite.where(tooGreat, y));
    }
    var rounded = new Expr.Apply(Op.BITCAST, x.type(), List.of(y));
    return x.where(x.compare(Op.NE, x), rounded);
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands) {
    var x = operands.getFirst();
    var f = new Format(x.dtype());
    var bits = new HostArray(Aval.of(x.shape(), f.bits), x.data());
    var rounded =
        HostArray.ofIntegers(
            Aval.of(x.shape(), f.bits),
            i -> Double.isNaN(x.real(i)) ? bits.integer(i) : rounded(bits.integer(i), f));
    return List.of(new HostArray(abstractEval(List.of(x.aval())).getFirst(), rounded.data()));
  }

  private long rounded(long bits, Format f) {
    long y = bits;
    if (mantissaBits < f.mantissa) {
      int dropped = f.mantissa - mantissaBits;
      y = (y + ((y >>> dropped) & 1) + (1L << (dropped - 1)) - 1) & (-1L << dropped);
    }
    long sign = y & (-1L << (f.width - 1));
    long exponent = y & f.infinity();
    if (exponentBits < f.exponent && exponent > f.place(greatest(f))) {
      return sign | f.infinity();
    }
    return exponentBits < f.exponent && exponent < f.place(least(f)) ? sign : y;
  }

  /** The greatest exponent of a finite number, as the dtype writes it. */
  private long greatest(Format f) {
    return f.bias() + (1L << (exponentBits - 1)) - 1;
  }

  /** The least exponent of a number of full precision, as the dtype writes it. */
  private long least(Format f) {
    return f.bias() - (1L << (exponentBits - 1)) + 2;
  }

  @Override
  public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
    return List.of(bind1(cts.getFirst()));
  }

  /** The parts of a dtype's bits, which are read as integers. */
  private static final class Format {
    private final int width;
    private final int mantissa;
    private final int exponent;
    private final DType bits;

    Format(DType type) {
      width = 8 * type.itemsize();
      mantissa = Floats.mantissaBits(type);
      exponent = width - 1 - mantissa;
      bits = Floats.bitsType(type);
    }

    long bias() {
      return (1L << (exponent - 1)) - 1;
    }

    /** An exponent where it stands among the bits. */
    long place(long biased) {
      return biased << mantissa;
    }

    long infinity() {
      return place((1L << exponent) - 1);
    }

    Expr constant(long value) {
      return Expr.integer(bits, bits.wrap(value));
    }
  }
}
