package jacobean.op;

/**
 * The inverse error function in float arithmetic, operation by operation as XLA compiles it for
 * CPUs, so that normal random numbers are JAX's to the last bit: Giles' polynomials ("Approximating
 * the erfinv function", 2010) in {@code w = -log1p(-x^2)}, and Cephes' logf and log1p. Every
 * product that feeds one sum is fused with it; other products and sums are rounded.
 */
final class SingleErfInv {
  private static final float[] CENTRE = {
    2.81022636e-08f,
    3.43273939e-07f,
    -3.5233877e-06f,
    -4.39150654e-06f,
    0.00021858087f,
    -0.00125372503f,
    -0.00417768164f,
    0.246640727f,
    1.50140941f
  };
  private static final float[] TAIL = {
    -0.000200214257f,
    0.000100950558f,
    0.00134934322f,
    -0.00367342844f,
    0.00573950773f,
    -0.0076224613f,
    0.00943887047f,
    1.00167406f,
    2.83297682f
  };

  private static final float LOG1P_BY_LOG = Float.intBitsToFloat(0x3ED413CD);
  private static final float[] LOG1P_NUMERATOR = {
    4.5270000862445199635215e-5f, 4.9854102823193375972212e-1f, 6.5787325942061044846969f,
    2.9911919328553073277375e1f, 6.0949667980987787057556e1f, 5.7112963590585538103336e1f,
    2.0039553499201281259648e1f
  };
  private static final float[] LOG1P_DENOMINATOR = {
    1,
    1.5062909083469192043167e1f,
    8.3047565967967209469434e1f,
    2.2176239823732856465394e2f,
    3.0909872225312059774938e2f,
    2.1642788614495947685003e2f,
    6.0118660497603843919306e1f
  };

  private static final float SQRT_HALF = 0.707106781186547524f;
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;

  private SingleErfInv() {}

  static float erfInv(float x) {
    float w = -log1p(x * -x);
    float y = w < 5 ? horner(CENTRE, w - 2.5f) : horner(TAIL, (float) Math.sqrt(w) - 3);
    return x * (Math.abs(x) == 1 ? Float.POSITIVE_INFINITY : y);
  }

  private static float log1p(float x) {
    if (!(Math.abs(x) < LOG1P_BY_LOG)) {
      return log(x + 1);
    }
    float square = x * x;
    float ratio = horner(LOG1P_NUMERATOR, x) / horner(LOG1P_DENOMINATOR, x);
    return x + Math.fma(-0.5f, square, x * square * ratio);
  }

  private static float log(float x) {
    if (!(x > 0) || x == Float.POSITIVE_INFINITY) {
      return x == 0 ? Float.NEGATIVE_INFINITY : x > 0 ? x : Float.NaN;
    }
    int bits = Float.floatToRawIntBits(Math.max(x, Float.MIN_NORMAL));
    float mantissa = Float.intBitsToFloat(bits & 0x007F_FFFF | 0x3F00_0000);
    boolean small = mantissa < SQRT_HALF;
    float exponent = (bits >>> 23) - 126 - (small ? 1 : 0);
    float t = mantissa - 1 + (small ? mantissa : 0);
    float t2 = t * t;
    float t3 = t2 * t;
    float a = Math.fma(Math.fma(t, 7.0376836292e-2f, -1.1514610310e-1f), t, 1.1676998740e-1f);
    float b = Math.fma(Math.fma(t, -1.2420140846e-1f, 1.4249322787e-1f), t, -1.6668057665e-1f);
    float c = Math.fma(Math.fma(t, 2.0000714765e-1f, -2.4999993993e-1f), t, 3.3333331174e-1f);
    float tail = Math.fma(Math.fma(Math.fma(a, t3, b), t3, c), t3, exponent * LN2_LOW);
    return Math.fma(exponent, LN2_HIGH, Math.fma(-t2, 0.5f, t) + tail);
  }

  private static float horner(float[] highestFirst, float x) {
    float y = highestFirst[0];
    for (int i = 1; i < highestFirst.length; i++) {
      y = Math.fma(y, x, highestFirst[i]);
    }
    return y;
  }
}
