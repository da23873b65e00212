package jacobean.op;

import jacobean.core.HostArray;
import jacobean.type.DType;

/**
 * A random key in plain Java, for draws that loop until they accept: the same splits, bits and
 * numbers as those that arrays of draws are made of.
 */
record HostKey(int first, int second) {
  private static final float BELOW_ONE = Math.nextUp(-1f);

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
    return Float.intBitsToFloat((words[2] ^ words[3]) >>> 9 | 0x3F80_0000) - 1f;
  }

  /** The i-th element of a standard normal array. */
  double normal(DType type, long i) {
    double u = uniform(type, i);
    if (type == DType.FLOAT64) {
      double low = Math.nextUp(-1.0);
      return Math.sqrt(2) * RealFunctions.erfInv(Math.max(low, u * (1 - low) + low));
    }
    float v = Math.max(BELOW_ONE, (float) u * (1 - BELOW_ONE) + BELOW_ONE);
    return (float) Math.sqrt(2) * SingleErfInv.erfInv(v);
  }
}
