package jacobean.llvm.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.Array;
import jacobean.ArrayFn2;
import jacobean.core.Engines;
import jacobean.jax;
import jacobean.jnp;
import jacobean.llvm.run.LlvmEngine;
import jacobean.reference.ReferenceEngine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matrix products cut into parts give what the reference gives, whatever the cut. */
class ProductsTest {
  private static Array numbers(int... shape) {
    int n = Stream.of(shape).flatMapToInt(java.util.Arrays::stream).reduce(1, (a, b) -> a * b);
    return jnp.sin(jnp.arange(n).astype(jnp.float32)).reshape(shape);
  }

  private static Array run(jacobean.core.Engine engine, ArrayFn2 f, Array a, Array b) {
    return Engines.with(engine, (Supplier<Array>) () -> jax.jit(f).apply(a, b));
  }

  private static void same(ArrayFn2 f, Array a, Array b) {
    var wanted = run(new ReferenceEngine(), f, a, b);
    var got = run(new LlvmEngine(), f, a, b);
    assertEquals(wanted.shape(), got.shape());
    double difference = jnp.max(jnp.abs(wanted.minus(got))).item();
    assertEquals(0, difference, 1e-3);
  }

  @ParameterizedTest(name = "{0} products of {1} by {2} by {3}")
  @CsvSource({
    "1, 130, 100, 101",
    "1, 33, 200, 171",
    "1, 200, 80, 33",
    "1, 129, 129, 65",
    "3, 90, 90, 70",
    "40, 20, 30, 40",
    "100, 3, 50, 60"
  })
  void areTheReferences(int batch, int m, int k, int n) {
    same((a, b) -> jnp.matmul(a, b), numbers(batch, m, k), numbers(batch, k, n));
    same(
        (a, b) -> jnp.matmul(jnp.swapaxes(a, 1, 2), b), numbers(batch, k, m), numbers(batch, k, n));
    same(
        (a, b) -> jnp.matmul(a, jnp.swapaxes(b, 1, 2)), numbers(batch, m, k), numbers(batch, n, k));
  }

  /** A factorization uses all threads for one call, a product must not meanwhile. */
  @Test
  void besideFactorizations() {
    var a = numbers(300, 300).plus(jnp.eye(300).times(30));
    var engine = new LlvmEngine();
    Supplier<List<Array>> both =
        () -> {
          for (int i = 0; i < 20; i++) {
            jnp.linalg.cholesky(jnp.matmul(a, jnp.transpose(a)));
          }
          return List.of(jnp.linalg.inv(a), jnp.matmul(a, a));
        };
    var wanted = Engines.with(engine, both);
    var threads =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> Engines.with(engine, both)))
            .limit(4)
            .toList();
    for (var thread : threads) {
      var got = thread.join();
      for (int i = 0; i < 2; i++) {
        double difference = jnp.max(jnp.abs(wanted.get(i).minus(got.get(i)))).item();
        assertEquals(0, difference, 1e-3);
      }
    }
  }
}
