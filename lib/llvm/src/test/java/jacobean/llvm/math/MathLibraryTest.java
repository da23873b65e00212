package jacobean.llvm.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.llvm.text.Type;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions for float32 are as exact as said, on all magnitudes and at special values. */
class MathLibraryTest {
  private static final int STEP = 16381;
  private static final float[] SPECIAL = {
    0f,
    -0f,
    1f,
    -1f,
    0.5f,
    -0.5f,
    2f,
    -2f,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    88.72284f,
    88.72283f,
    -103.97f,
    -87.4f,
    89.4f,
    3f,
    -3f
  };

  /**
   * The distance of a float from the true value, in units of the last place of the float nearest.
   */
  private static double ulps(double got, double want) {
    float nearest = (float) want;
    if (Double.isNaN(want) || Double.isNaN(got)) {
      return Double.isNaN(want) && Double.isNaN(got) ? 0 : Double.POSITIVE_INFINITY;
    }
    if (Float.isInfinite(nearest)) {
      return got == nearest ? 0 : Math.abs(got) == Float.MAX_VALUE ? 1 : Double.POSITIVE_INFINITY;
    }
    return Math.abs(got - want) / Math.ulp(nearest);
  }

  /** Every so-many-th float of all there are, and the special ones. */
  private static double[] sweep() {
    int n = (int) ((1L << 32) / STEP);
    double[] x = new double[n + SPECIAL.length];
    for (int i = 0; i < n; i++) {
      x[i] = Float.intBitsToFloat((int) ((long) i * STEP));
    }
    for (int i = 0; i < SPECIAL.length; i++) {
      x[n + i] = SPECIAL[i];
    }
    return x;
  }

  @ParameterizedTest
  @CsvSource({
    "exp, 1.1",
    "exp2, 1",
    "expm1, 2.1",
    "log, 1",
    "log2, 1.6",
    "log1p, 1.5",
    "sin, 1.7",
    "cos, 1.7",
    "tan, 3.7",
    "asin, 2.6",
    "acos, 1.2",
    "atan, 1.3",
    "sinh, 2.6",
    "cosh, 1.5",
    "tanh, 2.6",
    "asinh, 1.8",
    "acosh, 1.6",
    "atanh, 2.2",
    "erf, 2.5",
    "erfc, 3.6",
    "logistic, 2.4",
    "cbrt, 0.51",
    "rsqrt, 1.6"
  })
  void unary(String function, double bound) throws IOException {
    double[] x = sweep();
    check(function, bound, x, x);
  }

  @ParameterizedTest
  @CsvSource({"pow, 0.6", "atan2, 1.7"})
  void binary(String function, double bound) throws IOException {
    double[] x = sweep();
    double[] y = new double[x.length];
    Random random = new Random(5);
    for (int i = 0; i < y.length; i++) {
      y[i] =
          switch (i % 4) {
            case 0 -> Float.intBitsToFloat(random.nextInt());
            case 1 -> (float) (random.nextGaussian() * 5);
            case 2 -> random.nextInt(9) - 4;
            default -> SPECIAL[random.nextInt(SPECIAL.length)];
          };
      if (random.nextInt(3) == 0) {
        x[i] = (float) Math.abs(random.nextGaussian() * 3);
      }
      if (random.nextInt(30) == 0) {
        x[i] = SPECIAL[random.nextInt(SPECIAL.length)];
      }
    }
    check(function, bound, x, y);
  }

  private static void check(String function, double bound, double[] x, double[] y)
      throws IOException {
    double[] got = CompiledFunction.of(function, Type.F32).apply(x, y);
    double[] want = CompiledFunction.of(function, Type.F64).apply(x, y);
    for (int i = 0; i < x.length; i++) {
      double error = ulps(got[i], want[i]);
      if (!(error <= bound)) {
        throw new AssertionError(
            "%s(%s, %s) is %s, want %s: %.2f ulp off, the bound is %s"
                .formatted(function, x[i], y[i], got[i], want[i], error, bound));
      }
      if (want[i] == 0) {
        assertEquals(1 / want[i], 1 / got[i], function + " of " + x[i] + ": the sign of zero");
      }
    }
  }

  @Test
  void erfInvIsGiles() throws IOException {
    double[] x = {0, 0.5, -0.5, 0.99, -0.999, 0.9999999, 1, -1, 2, Double.NaN, 1e-20};
    double[] y32 = CompiledFunction.of("erf_inv", Type.F32).apply(x);
    double[] y64 = CompiledFunction.of("erf_inv", Type.F64).apply(x);
    double[] back = CompiledFunction.of("erf", Type.F64).apply(y64);
    for (int i = 0; i < 6; i++) {
      assertEquals(x[i], back[i], 1e-15, "erf(erf_inv(" + x[i] + "))");
    }
    for (int i = 0; i < 5; i++) {
      assertEquals(y64[i], y32[i], 2e-5 * Math.abs(y64[i]), "float32 at " + x[i]);
    }
    assertEquals(Double.POSITIVE_INFINITY, y32[6]);
    assertEquals(Double.NEGATIVE_INFINITY, y32[7]);
    assertTrue(Double.isNaN(y32[8]) && Double.isNaN(y64[8]) && Double.isNaN(y32[9]));
  }

  /** What {@code jax.scipy.special.erfinv} of JAX 0.10.2 gives on a CPU, to the last bit. */
  @ParameterizedTest
  @CsvSource({
    "-0.46042656898498535, -0.4337804913520813", "-0.9718818068504333, -1.552547574043274",
    "0.6322157979011536, 0.636842668056488", "-0.5377160906791687, -0.5197880268096924",
    "0.012525228783488274, 0.0111006498336792", "-0.9112822413444519, -1.2036374807357788",
    "0.47587692737579346, 0.45042896270751953", "-0.999879002571106, -2.7181761264801025",
    "-0.5061896443367004, -0.48384562134742737", "6.0001140809617937e-05, 5.317462273524143e-05",
    "0.5111097097396851, 0.4893708825111389", "0.9996389746665955, 2.522280693054199"
  })
  void erfInvHasTheBitsOfXla(double x, double y) throws IOException {
    assertEquals(y, CompiledFunction.of("erf_inv", Type.F32).apply(new double[] {x})[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "exp",
    "log",
    "tanh",
    "sin",
    "erf",
    "erfc",
    "erf_inv",
    "pow",
    "atan2",
    "cbrt",
    "logistic"
  })
  void loopsAreVectorized(String function) throws IOException {
    String packed = CompiledFunction.of(function, Type.F32).packedInstructions();
    assertTrue(packed.contains(" "), "no packed instructions in the loop of " + function);
  }
}
