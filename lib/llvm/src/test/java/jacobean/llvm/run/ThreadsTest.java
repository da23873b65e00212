package jacobean.llvm.run;

import static jacobean.jax.grad;
import static jacobean.jax.inAxes;
import static jacobean.jax.pmap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.Array;
import jacobean.ArrayFn2;
import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.jnp;
import jacobean.lax;
import jacobean.op.Cumulative;
import jacobean.op.GatherScatterMode;
import jacobean.op.Reductions;
import jacobean.op.Scattering;
import jacobean.op.Windows;
import jacobean.random;
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
  /**
   * Prints the bits of sums over all, over rows and over columns, running ones and scattered ones,
   * and of what loops of pmap give.
   */
  static final class Sums {
    private Sums() {}

    public static void main(String[] args) {
      var source = new Random(3);
      Aval aval = Aval.of(Shape.of(1500, 2001), DType.FLOAT32);
      Concrete x = Programs.random(source, aval, false);
      int hash = 0;
      for (Primitive sum :
          List.of(
              new Reductions.ReduceSum(Axes.of(0, 1)),
              new Reductions.ReduceSum(Axes.of(0)),
              new Reductions.ReduceSum(Axes.of(1)),
              new Cumulative.CumSum(0, false),
              new Cumulative.CumSum(1, true))) {
        hash = 31 * hash + bits(sum, List.of(x));
      }
      var rows = Windows.of(Axes.of(1), Axes.of(0), Axes.of(0));
      var add = new Scattering.ScatterAdd(rows, GatherScatterMode.FILL_OR_DROP, false);
      Concrete zeros = HostArray.allocate(Aval.of(Shape.of(90, 2001), DType.FLOAT32)).toConcrete();
      Concrete places =
          HostArray.ofIntegers(Aval.of(Shape.of(1500, 1), DType.INT32), _ -> source.nextInt(100))
              .toConcrete();
      hash = 31 * hash + bits(add, List.of(zeros, places, x));
      System.out.println(31 * hash + bits(loopsOfPmap()));
    }

    /** The gradient of a loop that runs for each of 34 examples, by the weights of all. */
    private static Concrete loopsOfPmap() {
      ArrayFn2 loop =
          (x, w) ->
              lax.scan(
                      (Array c, Array row) -> {
                        var next = jnp.tanh(jnp.matmul(w, c).plus(row));
                        return lax.step(next, next);
                      },
                      jnp.zeros(70),
                      x)
                  .ys();
      var examples = random.normal(random.key(1), 34, 60, 70);
      var weights = random.normal(random.key(2), 70, 70).times(0.1);
      return (Concrete)
          grad(w -> jnp.sum(pmap(loop, inAxes(0, null)).apply(examples, w))).apply(weights).value();
    }
  }

  private static int bits(Primitive primitive, List<Concrete> operands) {
    Jaxpr program = Programs.single(primitive, operands.stream().map(Concrete::aval).toList());
    return bits(Programs.LLVM.compile(program).call(operands).getFirst());
  }

  private static int bits(Concrete result) {
    int hash = 0;
    for (long i = 0; i < result.aval().size(); i++) {
      hash = 31 * hash + Float.floatToRawIntBits((float) result.host().real(i));
    }
    return hash;
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
