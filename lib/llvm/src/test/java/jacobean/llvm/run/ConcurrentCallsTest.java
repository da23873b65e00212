package jacobean.llvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.random;
import jacobean.testing.Close;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One compiled function called by several threads at once gives each its own result. */
class ConcurrentCallsTest {
  private static final int THREADS = 4;
  private static final int CALLS = 60;

  record Shared(String name, ArrayFn1 f) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Shared> functions() {
    return Stream.of(
        new Shared("one kernel", x -> jnp.tanh(x).times(2).plus(1)),
        new Shared("sums", x -> jnp.cumsum(jnp.exp(x.minus(jnp.max(x)))).div(jnp.sum(x))),
        new Shared("products", x -> jnp.matmul(x, jnp.matmul(x.T(), x))),
        new Shared("a loop", ConcurrentCallsTest::recurrent),
        new Shared("its gradient", jax.grad(x -> jnp.sum(recurrent(x)))),
        new Shared("loops of all rows", jax.pmap((ArrayFn1) ConcurrentCallsTest::converged)),
        new Shared("linear algebra", x -> jnp.linalg.svdvals(x)));
  }

  private static Array recurrent(Array x) {
    return lax.scan(
            (Array c, Array row) -> {
              var next = jnp.tanh(jnp.matmul(x.T(), jnp.matmul(x, row)).plus(c));
              return lax.step(next, next);
            },
            jnp.zeros(x.shape(1)),
            x)
        .ys();
  }

  private static Array converged(Array x) {
    return lax.whileLoop(
        (Array c) -> jnp.max(jnp.abs(c)).gt(1e-3), (Array c) -> jnp.sin(c).times(0.9), x);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void eachThreadGetsItsOwnResult(Shared shared) throws Exception {
    List<Array> inputs = new ArrayList<>();
    List<Array> wanted = new ArrayList<>();
    var alone = jax.jit((ArrayFn1) x -> shared.f().apply(x));
    for (int t = 0; t < THREADS; t++) {
      inputs.add(random.normal(random.key(t), 150, 70));
      wanted.add(alone.apply(inputs.get(t)));
    }
    // Not called before: the threads also trace and compile it at once.
    var compiled = jax.jit((ArrayFn1) x -> shared.f().apply(x.plus(0)));
    var start = new CyclicBarrier(THREADS);
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        int own = t;
        tasks.add(
            () -> {
              start.await();
              for (int i = 0; i < CALLS; i++) {
                new Close(1e-5, 1e-5)
                    .check(wanted.get(own), compiled.apply(inputs.get(own)), "thread " + own);
              }
              return CALLS;
            });
      }
      for (var done : threads.invokeAll(tasks)) {
        assertEquals(CALLS, done.get());
      }
    }
  }
}
