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

  /** The i-th element of an array that is uniform in [0, 1): as many bits as its numbers hold. */
  double uniform(DType type, long i) {
    var words = words(i);
    long drawn =
        type == DType.FLOAT64
            ? (long) words[2] << Integer.SIZE | Integer.toUnsignedLong(words[3])
            : words[2] ^ words[3];
    int kept = Floats.mantissaBits(type);
    int width = kept < Byte.SIZE ? Byte.SIZE : Byte.SIZE * type.itemsize();
    return Math.scalb((double) (drawn << Long.SIZE - width >>> Long.SIZE - kept), -kept);
  }

  /** The i-th element of a standard normal array. */
  double normal(DType type, long i) {
    double u = uniform(type, i);
    // The next number above -1.
    double low = -1 + Math.scalb(1., -1 - Floats.mantissaBits(type));
    if (type == DType.FLOAT64) {
      return Math.sqrt(2) * RealFunctions.erfInv(Math.max(low, u * (1 - low) + low));
    }
    double v = Math.max(low, type.round(u * type.round(1 - low) + low));
    double x = type.round(SingleErfInv.erfInv((float) v));
    return type.round(type.round(Math.sqrt(2)) * x);
  }
}
