package jacobean.llvm.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.core.Engines;
import jacobean.jax;
import jacobean.jnp;
import jacobean.llvm.graph.Graph;
import jacobean.llvm.graph.Plan;
import jacobean.llvm.run.LlvmEngine;
import jacobean.reference.ReferenceEngine;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels go row by row where they may, and give what they give one after the other. */
class ChainsTest {
  private static final int ROWS = 300;
  private static final int COLUMNS = 200;

  private static Array standardized(Array x) {
    var d = x.minus(jnp.mean(x, 1).reshape(-1, 1));
    var v = jnp.mean(d.times(d), 1).reshape(-1, 1);
    return d.div(jnp.sqrt(v.plus(1e-5)));
  }

  /** What comes after a softmax must read of it, at least in part, what other rows made. */
  private static Array mixed(Array x, ArrayFn1 mixing) {
    var y = jax.nn.softmax(x, 1);
    return jnp.sum(jnp.exp(mixing.apply(y)), 1);
  }

  static Stream<Arguments> functions() {
    return Stream.of(
        Arguments.of("softmax", 1, (ArrayFn1) x -> jax.nn.softmax(x, 1)),
        Arguments.of("logSoftmax", 1, (ArrayFn1) x -> jax.nn.logSoftmax(x, 1)),
        Arguments.of("standardized", 1, (ArrayFn1) ChainsTest::standardized),
        Arguments.of(
            "of three axes",
            1,
            (ArrayFn1) x -> jax.nn.softmax(x.reshape(ROWS / 10, 10, COLUMNS), 2)),
        Arguments.of(
            "over two axes",
            1,
            (ArrayFn1)
                x -> {
                  var y = x.reshape(ROWS, COLUMNS / 10, 10);
                  var sums = jnp.sum(jnp.exp(y), 1, 2).reshape(-1, 1, 1);
                  return jnp.sum(jnp.sin(y.div(sums)), 1, 2);
                }),
        Arguments.of("columns", 0, (ArrayFn1) x -> jax.nn.softmax(x, 0)),
        Arguments.of("then turned", 1, (ArrayFn1) x -> mixed(x.get(":200"), y -> y.plus(y.T()))),
        Arguments.of("then shifted", 1, (ArrayFn1) x -> mixed(x, y -> y.plus(jnp.roll(y, 1, 0)))),
        Arguments.of("then flipped", 1, (ArrayFn1) x -> mixed(x, y -> y.plus(jnp.flip(y, 0)))),
        Arguments.of("row with itself", 1, (ArrayFn1) x -> mixed(x, y -> y.plus(jnp.flip(y, 1)))),
        Arguments.of("rows' sums turned", 0, (ArrayFn1) x -> turnedSums(x.get(":200"))));
  }

  /** Each element reads the sum of another row. */
  private static Array turnedSums(Array x) {
    var sums = jnp.sum(jnp.exp(x), 1);
    return jnp.max(jnp.sin(x).plus(sums.reshape(1, -1)), 1);
  }

  private static Array numbers() {
    return jnp.sin(jnp.arange(ROWS * COLUMNS).astype(jnp.float32)).reshape(ROWS, COLUMNS);
  }

  private static long chains(ArrayFn1 f) {
    var program = jax.makeJaxpr(f).apply(numbers());
    return Plan.of(Graph.of(program)).schedule().steps().stream()
        .filter(Step.Chain.class::isInstance)
        .count();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void givesWhatTheReferenceGives(String name, int chains, ArrayFn1 f) {
    var wanted = Engines.with(new ReferenceEngine(), (Supplier<Array>) () -> f.apply(numbers()));
    var got = Engines.with(new LlvmEngine(), (Supplier<Array>) () -> jax.jit(f).apply(numbers()));
    assertEquals(wanted.shape(), got.shape());
    double difference = jnp.max(jnp.abs(wanted.minus(got))).item();
    assertEquals(0, difference, 2e-5 * jnp.max(jnp.abs(wanted)).item());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void isOneStepWhereItMay(String name, int chains, ArrayFn1 f) {
    assertEquals(chains, chains(f), () -> jax.makeJaxpr(f).apply(numbers()).toString());
  }
}
