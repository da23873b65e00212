package jacobean.type;

/** The upper half of a float32: its sign, its exponent and 7 bits of its fraction. */
public final class Bfloat16 {
  private Bfloat16() {}

  /** The nearest bfloat16, ties to even. */
  public static short of(float x) {
    int bits = Float.floatToRawIntBits(x);
    if (Float.isNaN(x)) {
      // Rounding could carry a NaN's fraction away and leave an infinity.
      return (short) (bits >>> 16 | 0x40);
    }
    return (short) (bits + 0x7FFF + (bits >>> 16 & 1) >>> 16);
  }

  /** The same number as a float. */
  public static float toFloat(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
