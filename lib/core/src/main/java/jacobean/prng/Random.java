package jacobean.prng;

import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Arithmetic.sub;
import static jacobean.op.Bitwise.and;
import static jacobean.op.Bitwise.or;
import static jacobean.op.Bitwise.shiftLeft;
import static jacobean.op.Bitwise.shiftRightLogical;
import static jacobean.op.Bitwise.xor;
import static jacobean.op.Magnitudes.max;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.op.Conversion;
import jacobean.op.ErrorFunctions;
import jacobean.op.MulAdd;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.op.Threefry;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;

/**
 * Random numbers as functions of a key: the cipher {@link Threefry} on a counter, one count per
 * element, as JAX does it with {@code jax_threefry_partitionable}, its default.
 */
public final class Random {
  private Random() {}

  /** The key of a seed: uint32[2]. The seed's lower 32 bits count, as in JAX without x64. */
  public static Value key(long seed) {
    var words = HostArray.allocate(Aval.of(Shape.of(2), DType.UINT32));
    words.setInteger(1, seed);
    return words.toConcrete();
  }

  /** New keys of a key: uint32[shape..., 2]. */
  public static Value split(Value key, Shape shape) {
    var words = cipher("split", key, counters(shape));
    return stackLast(words.get(0), words.get(1));
  }

  /** A new key of a key and a number. */
  public static Value foldIn(Value key, Value data) {
    var low = Conversion.convert(data, DType.UINT32);
    var words = cipher("foldIn", key, List.of(constant(DType.UINT32, 0), low));
    return stackLast(words.get(0), words.get(1));
  }

  /** Uniform random bits: uint32[shape]. */
  public static Value bits(Value key, Shape shape) {
    var words = cipher("bits", key, counters(shape));
    return xor(words.get(0), words.get(1));
  }

  /** Uniform random bits of an unsigned dtype. */
  public static Value bits(Value key, Shape shape, DType type) {
    if (type.kind() != DType.Kind.UNSIGNED) {
      throw new DTypeException(
          "random.bits: wanted an unsigned dtype, got " + type + ", as uint8 or uint32.");
    }
    if (type.itemsize() < 8) {
      return Conversion.convert(bits(key, shape), type);
    }
    var words = cipher("bits", key, counters(shape));
    var high = Conversion.convert(words.get(0), type);
    var low = Conversion.convert(words.get(1), type);
    return or(shiftLeft(high, constant(type, 32)), low);
  }

  /**
   * Uniform in [low, high): the bits become the mantissa of a number in [1, 2).
   *
   * @param type a floating dtype
   */
  public static Value uniform(Value key, Shape shape, DType type, Value low, Value high) {
    requireFloating("uniform", type);
    var unit = sub(mantissa(key, shape, type), constant(type, 1));
    return max(low, MulAdd.mulAdd(unit, sub(high, low), low));
  }

  private static Value mantissa(Value key, Shape shape, DType type) {
    if (type == DType.FLOAT32) {
      var bits = shiftRightLogical(bits(key, shape), constant(DType.UINT32, 9));
      return Conversion.bitcast(or(bits, constant(DType.UINT32, 0x3F80_0000L)), type);
    }
    if (type == DType.FLOAT16) {
      return half(and(bits(key, shape), constant(DType.UINT32, 0xFFFF)), 6, 0x3C00, type);
    }
    if (type == DType.BFLOAT16) {
      return half(and(bits(key, shape), constant(DType.UINT32, 0xFF)), 1, 0x3F80, type);
    }
    var words = cipher("uniform", key, counters(shape));
    var high = Conversion.convert(words.get(0), DType.INT64);
    var low = Conversion.convert(words.get(1), DType.INT64);
    var bits = or(shiftLeft(high, constant(DType.INT64, 32)), low);
    var fraction = shiftRightLogical(bits, constant(DType.INT64, 12));
    return Conversion.bitcast(or(fraction, constant(DType.INT64, 0x3FF0_0000_0000_0000L)), type);
  }

  /** A number in [1, 2) of 16 bits: the bits without the last ones, and the exponent. */
  private static Value half(Value bits, int drop, int exponent, DType type) {
    var mantissa = shiftRightLogical(bits, constant(DType.UINT32, drop));
    var whole = or(mantissa, constant(DType.UINT32, exponent));
    return Conversion.bitcast(Conversion.convert(whole, DType.UINT16), type);
  }

  /** Standard normal: {@code sqrt(2) erf_inv(u)} for u uniform in (-1, 1). */
  public static Value normal(Value key, Shape shape, DType type) {
    requireFloating("normal", type);
    double low = -1 + ulpBelowOne(type);
    var u = uniform(key, shape, type, constant(type, low), constant(type, 1));
    return mul(constant(type, Math.sqrt(2)), ErrorFunctions.erfInv(u));
  }

  /** The distance from 1 to the next smaller number. */
  private static double ulpBelowOne(DType type) {
    return switch (type) {
      case FLOAT16 -> 0x1p-11;
      case BFLOAT16 -> 0x1p-8;
      case FLOAT64 -> 0x1p-53;
      case FLOAT32,
          BOOL,
          UINT8,
          UINT16,
          UINT32,
          UINT64,
          INT8,
          INT16,
          INT32,
          INT64,
          COMPLEX64,
          COMPLEX128 ->
          0x1p-24;
    };
  }

  private static void requireFloating(String operation, DType type) {
    if (!type.isFloating()) {
      throw new DTypeException(
          "random."
              + operation
              + ": dtype must be floating, got "
              + type
              + ". Use random.randint for integers.");
    }
  }

  /** The 64-bit position of each element, as its high and its low word. */
  private static List<Value> counters(Shape shape) {
    if (shape.size() > Integer.MAX_VALUE) {
      throw new ShapeException(
          "random: shape "
              + shape
              + " has more than 2^31 - 1 elements. Draw several parts, each with its own key.");
    }
    int n = (int) shape.size();
    var low = Shaping.reshape(Shaping.iota(Shape.of(n), DType.UINT32, 0), shape);
    return List.of(constant(DType.UINT32, 0), low);
  }

  private static List<Value> cipher(String operation, Value key, List<Value> counters) {
    if (key.dtype() != DType.UINT32 || !key.shape().equals(Shape.of(2))) {
      throw new ShapeException(
          "random."
              + operation
              + ": a key is uint32[2], got "
              + key.aval()
              + ". Make one with random.PRNGKey(seed); use vmap, or one key of a split, for several.");
    }
    var first = word(key, 0);
    var second = word(key, 1);
    return Threefry.threefry2x32(first, second, counters.get(0), counters.get(1));
  }

  private static Value word(Value key, int i) {
    return Shaping.squeeze(Slicing.sliceAxis(key, 0, i, i + 1), Axes.of(0));
  }

  private static Value stackLast(Value x, Value y) {
    int rank = x.rank();
    var one = x.shape().insert(rank, 1);
    return Slicing.concatenate(List.of(Shaping.reshape(x, one), Shaping.reshape(y, one)), rank);
  }
}
