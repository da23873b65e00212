package jacobean.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans of all kinds of lengths give what the definition says. */
class PlanTest {
  /** Powers, primes on both sides of the greatest radix, and their products. */
  static IntStream lengths() {
    return IntStream.concat(
        IntStream.rangeClosed(1, 70), IntStream.of(97, 128, 243, 360, 625, 961, 1025, 1369, 2048));
  }

  private static double[] draw(int n, int seed) {
    return new Random(seed).doubles(n, -1, 1).toArray();
  }

  /** The definition, with every angle reduced. */
  private static double[][] wanted(double[] re, double[] im) {
    int n = re.length;
    var sum = new double[2][n];
    for (int k = 0; k < n; k++) {
      for (int j = 0; j < n; j++) {
        double angle = -2 * Math.PI * ((long) j * k % n) / n;
        sum[0][k] += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
        sum[1][k] += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
      }
    }
    return sum;
  }

  private static void check(double[] wanted, double[] got, int count, String what) {
    for (int k = 0; k < count; k++) {
      assertEquals(wanted[k], got[k], 1e-14 * wanted.length, what + " " + k);
    }
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void givesTheDefinition(int n) {
    var re = draw(n, 1);
    var im = draw(n, 2);
    var wanted = wanted(re, im);
    var plan = Plan.of(n);
    assertEquals(n, plan.length());
    plan.transform(re, im);
    check(wanted[0], re, n, "real part");
    check(wanted[1], im, n, "imaginary part");
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void realNumbersThereAndBack(int n) {
    var x = draw(n, 3);
    var wanted = wanted(x, new double[n]);
    var plan = new RealPlan(n);
    var re = new double[plan.frequencies()];
    var im = new double[plan.frequencies()];
    plan.forward(x, re, im);
    check(wanted[0], re, re.length, "real part");
    check(wanted[1], im, im.length, "imaginary part");
    var back = new double[n];
    plan.inverse(re, im, back);
    for (int k = 0; k < n; k++) {
      assertEquals(x[k], back[k] / n, 1e-14, "number " + k);
    }
  }
}
