package jacobean.op;

import jacobean.core.HostArray;
import jacobean.type.DType;

/**
 * A random key in plain Java, for draws that loop until they accept: the same splits, bits and
 * numbers as those that arrays of draws are made of.
 */
record HostKey(int first, int second) {
  /** The i-th key of an array of keys, uint32[..., 2]. */
  static HostKey in(HostArray keys, long i) {
    return new HostKey((int) keys.integer(2 * i), (int) keys.integer(2 * i + 1));
  }

  /** The i-th of the keys that this one is split into. */
  HostKey split(long i) {
    var words = words(i);
    return new HostKey(words[2], words[3]);
  }

  private int[] words(long i) {
    int[] words = {first, second, (int) (i >>> 32), (int) i};
    Threefry.encrypt(words);
    return words;
  }

  /** The i-th element of an array that is uniform in [0, 1). */
  double uniform(DType type, long i) {
    var words = words(i);
    if (type == DType.FLOAT64) {
      long bits = (long) words[2] << 32 | words[3] & 0xFFFF_FFFFL;
      return Double.longBitsToDouble(bits >>> 12 | 0x3FF0_0000_0000_0000L) - 1;
    }
    int bits = words[2] ^ words[3];
    return switch (type) {
      case FLOAT16 -> ((bits & 0xFFFF) >>> 6) * 0x1p-10;
      case BFLOAT16 -> ((bits & 0xFF) >>> 1) * 0x1p-7;
      default -> (bits >>> 9) * 0x1p-23;
    };
  }

  /** The i-th element of a standard normal array. */
  double normal(DType type, long i) {
    double u = uniform(type, i);
    if (type == DType.FLOAT64) {
      double low = Math.nextUp(-1.);
      return Math.sqrt(2) * RealFunctions.erfInv(Math.max(low, u * (1 - low) + low));
    }
    double low = aboveMinusOne(type);
    double v = Math.max(low, type.round(u * type.round(1 - low) + low));
    double x = type.round(SingleErfInv.erfInv((float) v));
    return type.round(type.round(Math.sqrt(2)) * x);
  }

  /** The next number above -1 of a dtype of 16 or 32 bits. */
  private static double aboveMinusOne(DType type) {
    return switch (type) {
      case FLOAT16 -> -1 + 0x1p-11;
      case BFLOAT16 -> -1 + 0x1p-8;
      default -> Math.nextUp(-1f);
    };
  }
}
