package jacobean.llvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.core.Concrete;
import jacobean.core.Jaxpr;
import jacobean.op.Reductions;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.io.File;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Results have the same bits for any number of threads. */
class ThreadsTest {
  /** Prints the bits of sums over all, over rows and over columns. */
  static final class Sums {
    private Sums() {}

    public static void main(String[] args) {
      var random = new Random(3);
      Aval aval = Aval.of(Shape.of(1500, 2001), DType.FLOAT32);
      Concrete x = Programs.random(random, aval, false);
      int hash = 0;
      for (Axes axes : List.of(Axes.of(0, 1), Axes.of(0), Axes.of(1))) {
        Jaxpr program = Programs.single(new Reductions.ReduceSum(axes), List.of(aval));
        Concrete sum = Programs.LLVM.compile(program).call(List.of(x)).getFirst();
        for (long i = 0; i < sum.aval().size(); i++) {
          hash = 31 * hash + Float.floatToRawIntBits((float) sum.host().real(i));
        }
      }
      System.out.println(hash);
    }
  }

  private static String run(int threads) throws Exception {
    var process =
        new ProcessBuilder(
                new File(System.getProperty("java.home"), "bin/java").getPath(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djacobean.threads=" + threads,
                "-cp",
                System.getProperty("java.class.path"),
                Sums.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes()).strip();
    process.waitFor(60, TimeUnit.SECONDS);
    assertEquals(0, process.exitValue(), out);
    return out;
  }

  @Test
  void sumsDoNotDependOnTheNumberOfThreads() throws Exception {
    String one = run(1);
    assertEquals(one, run(2));
    assertEquals(one, run(5));
  }
}
