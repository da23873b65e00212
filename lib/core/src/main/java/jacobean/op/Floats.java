package jacobean.op;

import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;

/**
 * What floating numbers are made of, read from their bits: sign, mantissa, exponent, neighbours.
 */
public final class Floats {
  private Floats() {}

  /** Whether the sign is minus, also of -0 and NaN; bool. */
  public static Value signBit(Value x) {
    var signed = x.dtype().isFloating() ? Conversion.bitcast(x, bitsType(x.dtype())) : x;
    return Comparison.lt(signed, Arithmetic.constant(signed.dtype(), 0));
  }

  /** {@code |x|} with the sign of y. */
  public static Value copySign(Value x, Value y) {
    var magnitude = Magnitudes.abs(x);
    return Comparison.select(signBit(y), Arithmetic.neg(magnitude), magnitude);
  }

  /** The next number after x towards y; NaN if one is. */
  public static Value nextAfter(Value x, Value y) {
    var type = bitsType(x.dtype());
    var bits = Conversion.bitcast(x, type);
    var one = Arithmetic.constant(type, 1);
    var zero = Arithmetic.constant(x.dtype(), 0);
    // The bits of numbers of one sign are ordered as their magnitudes are.
    var outward = Comparison.eq(Comparison.gt(y, x), Comparison.gt(x, zero));
    var moved = Comparison.select(outward, Arithmetic.add(bits, one), Arithmetic.sub(bits, one));
    var leastNegative = Arithmetic.constant(type, type.lowest().longValue() + 1);
    var least = Comparison.select(Comparison.gt(y, zero), one, leastNegative);
    var next =
        Conversion.bitcast(Comparison.select(Comparison.eq(x, zero), least, moved), x.dtype());
    var sum = Arithmetic.add(x, y);
    var known = Comparison.select(Comparison.eq(x, y), y, next);
    return Comparison.select(Comparison.eq(sum, sum), known, undefinedOr(x, y, sum, known));
  }

  /** The sum of two infinities of different sign is NaN, but they have neighbours. */
  private static Value undefinedOr(Value x, Value y, Value sum, Value known) {
    var numbers = Bitwise.and(Comparison.eq(x, x), Comparison.eq(y, y));
    return Comparison.select(numbers, known, sum);
  }

  /**
   * Mantissa in [0.5, 1) by magnitude, and int32 exponent, with {@code x = mantissa * 2^exponent}.
   * Zero, infinities and NaN are their own mantissa, and have exponent 0; so are subnormal numbers.
   */
  public static List<Value> frexp(Value x) {
    var type = bitsType(x.dtype());
    int digits = mantissaBits(x.dtype());
    int exponentBits = 8 * type.itemsize() - 1 - digits;
    long mask = (1L << exponentBits) - 1;
    long half = (1L << (exponentBits - 1)) - 2;
    var bits = Conversion.bitcast(x, type);
    var raised = Bitwise.shiftRightLogical(bits, Arithmetic.constant(type, digits));
    var biased = Bitwise.and(raised, Arithmetic.constant(type, mask));
    var fraction = Bitwise.and(bits, Arithmetic.constant(type, ~(mask << digits)));
    var mantissa =
        Conversion.bitcast(
            Bitwise.or(fraction, Arithmetic.constant(type, half << digits)), x.dtype());
    var normal =
        Bitwise.and(
            Comparison.ne(biased, Arithmetic.constant(type, 0)),
            Comparison.ne(biased, Arithmetic.constant(type, mask)));
    var exponent = Arithmetic.sub(biased, Arithmetic.constant(type, half));
    return Arrays.asList(
        Comparison.select(normal, mantissa, x),
        Conversion.convert(
            Comparison.select(normal, exponent, Arithmetic.constant(type, 0)), DType.INT32));
  }

  /** The greatest finite number of a floating dtype. */
  public static double greatest(DType type) {
    double sum = 1;
    while (Double.isFinite(type.round(2 * sum))) {
      sum *= 2;
    }
    for (double bit = sum / 2;
        Double.isFinite(type.round(sum + bit)) && type.round(sum + bit) > sum;
        bit /= 2) {
      sum += bit;
    }
    return sum;
  }

  /** How many digits a floating dtype's mantissa has after the leading one. */
  public static int mantissaBits(DType type) {
    return switch (type) {
      case FLOAT16 -> 10;
      case BFLOAT16 -> 7;
      case FLOAT32 -> 23;
      case FLOAT64 -> 52;
      case BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64, COMPLEX64, COMPLEX128 ->
          throw new IllegalArgumentException(type + " is no floating type");
    };
  }

  /** The signed integers as wide as these floating numbers. */
  static DType bitsType(DType type) {
    if (!type.isFloating()) {
      throw new DTypeException(
          "the parts of a number, as its sign and its exponent, are there for floating dtypes, got "
              + type
              + ". Convert with astype(jnp.float32), or take jnp.real(x) and jnp.imag(x).");
    }
    return Arrays.stream(DType.values())
        .filter(t -> t.kind() == DType.Kind.SIGNED && t.itemsize() == type.itemsize())
        .findFirst()
        .orElseThrow();
  }
}
