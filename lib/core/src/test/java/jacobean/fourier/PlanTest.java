package jacobean.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans of all kinds of lengths give what the definition says. */
class PlanTest {
  /**
   * Powers, primes on both sides of the greatest radix, and their products; some large enough for
   * blocks of lines, whole and not.
   */
  static IntStream lengths() {
    return IntStream.concat(
        IntStream.rangeClosed(1, 70),
        IntStream.of(97, 128, 243, 360, 625, 961, 1025, 1369, 2048, 32_768, 35_805, 100_003));
  }

  private static double[] draw(int n, int seed) {
    return new Random(seed).doubles(n, -1, 1).toArray();
  }

  /** All places of small transforms, some of large ones: the definition takes long. */
  private static IntStream places(int n) {
    return IntStream.iterate(0, k -> k < n, k -> k + (n < 2000 ? 1 : n / 30));
  }

  /** The definition, with every angle reduced. */
  private static double[] wanted(double[] re, double[] im, int k) {
    int n = re.length;
    double sumRe = 0;
    double sumIm = 0;
    for (int j = 0; j < n; j++) {
      double angle = -2 * Math.PI * ((long) j * k % n) / n;
      sumRe += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
      sumIm += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
    }
    return new double[] {sumRe, sumIm};
  }

  private static void check(double[] wanted, double re, double im, int n, int place) {
    // The long sums of the definition are the less exact side.
    double error = 1e-13 + 1e-16 * n;
    assertEquals(wanted[0], re, error, "real part " + place);
    assertEquals(wanted[1], im, error, "imaginary part " + place);
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void givesTheDefinition(int n) {
    var x = draw(n, 1);
    var y = draw(n, 2);
    var re = x.clone();
    var im = y.clone();
    var plan = Plan.of(n);
    plan.transform(re, im);
    assertEquals(n, plan.length());
    places(n).forEach(k -> check(wanted(x, y, k), re[k], im[k], n, k));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void realNumbersThereAndBack(int n) {
    var x = draw(n, 3);
    var plan = new RealPlan(n);
    var re = new double[plan.frequencies()];
    var im = new double[plan.frequencies()];
    plan.forward(x, re, im);
    var zero = new double[n];
    places(re.length).forEach(k -> check(wanted(x, zero, k), re[k], im[k], n, k));
    var back = new double[n];
    plan.inverse(re, im, back);
    for (int k = 0; k < n; k++) {
      assertEquals(x[k], back[k] / n, 1e-14, "number " + k);
    }
  }
}
