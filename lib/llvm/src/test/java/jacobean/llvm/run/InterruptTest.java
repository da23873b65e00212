package jacobean.llvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.reference.ReferenceEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An interrupt stops loops that would not end, wherever they run, and nothing else. */
class InterruptTest {
  private static final int LONG = Integer.MAX_VALUE;

  private static Array endless(Array x) {
    return lax.whileLoop(c -> c.gt(-1), c -> c.plus(1).times(0.5), x);
  }

  private static Array endlessVector(Array x) {
    return lax.whileLoop(c -> jnp.all(c.gt(-1)), c -> jnp.sin(c), x.plus(jnp.ones(1000)));
  }

  private static Array inScan(Array x) {
    return lax.scan((c, row) -> lax.step(endless(c.plus(row)), c), x, jnp.ones(5)).carry();
  }

  private static Array inMap(Array x) {
    return jnp.sum(lax.map((Array row) -> endless(x.plus(row)), jnp.ones(8)));
  }

  private static Array inBranch(Array x) {
    return lax.cond(x.ge(0), InterruptTest::endless, y -> y, x);
  }

  private static Array counting(Array x) {
    return lax.foriLoop(0, LONG, (i, c) -> c.plus(i).times(0.5), x);
  }

  private static Array scanning(Array x) {
    return lax.scan((c, _) -> lax.step(jnp.sin(c)), x, null, lax.length(LONG)).carry();
  }

  static Stream<Arguments> loops() {
    var functions =
        Stream.of(
            Arguments.of("while", (ArrayFn1) InterruptTest::endless),
            Arguments.of("while of vectors", (ArrayFn1) InterruptTest::endlessVector),
            Arguments.of("while in scan", (ArrayFn1) InterruptTest::inScan),
            Arguments.of("whiles at the same time", (ArrayFn1) InterruptTest::inMap),
            Arguments.of("while in a branch", (ArrayFn1) InterruptTest::inBranch),
            Arguments.of("fori", (ArrayFn1) InterruptTest::counting),
            Arguments.of("scan", (ArrayFn1) InterruptTest::scanning));
    List<Arguments> all = new ArrayList<>();
    functions.forEach(
        f -> {
          for (Engine engine : List.of(new LlvmEngine(), new ReferenceEngine())) {
            for (boolean compiled : new boolean[] {false, true}) {
              all.add(Arguments.of(f.get()[0], engine, compiled, f.get()[1]));
            }
          }
        });
    return all.stream();
  }

  @ParameterizedTest(name = "{0}, compiled: {2}")
  @MethodSource("loops")
  void anInterruptStopsIt(String name, Engine engine, boolean compiled, ArrayFn1 loop)
      throws Exception {
    ArrayFn1 function = compiled ? jax.jit(loop) : loop;
    var end = new CompletableFuture<Throwable>();
    var thread =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    Engines.with(engine, (Supplier<Array>) () -> function.apply(jnp.array(0.)));
                    end.complete(new AssertionError("it ended by itself"));
                  } catch (Throwable t) {
                    end.complete(t);
                  }
                });
    while (!end.isDone() && !runs(thread)) {
      Thread.sleep(10);
    }
    assertFalse(end.isDone(), () -> "ended: " + end.join());
    thread.interrupt();
    assertInstanceOf(CancellationException.class, end.get(20, TimeUnit.SECONDS));
    assertEquals(
        2f, Engines.with(engine, (Supplier<Array>) () -> jnp.array(1.).plus(1)).item(), "goes on");
  }

  /** Whether the thread is in the loop: in native code, or in the evaluation of its steps. */
  private static boolean runs(Thread thread) {
    return Stream.of(thread.getStackTrace())
        .anyMatch(
            f ->
                f.getMethodName().equals("watch")
                    || f.getMethodName().equals("eval")
                        && f.getClassName().startsWith("jacobean.control"));
  }

  @ParameterizedTest(name = "{0}, compiled: {2}")
  @MethodSource("loops")
  void whoeverIsInterruptedBeforeDoesNotBegin(
      String name, Engine engine, boolean compiled, ArrayFn1 loop) throws Exception {
    ArrayFn1 function = compiled ? jax.jit(loop) : loop;
    var end = new CompletableFuture<Throwable>();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              Thread.currentThread().interrupt();
              try {
                Engines.with(engine, (Supplier<Array>) () -> function.apply(jnp.array(0.)));
                end.complete(new AssertionError("it ended by itself"));
              } catch (Throwable t) {
                assertTrue(Thread.currentThread().isInterrupted());
                end.complete(t);
              }
            });
    assertInstanceOf(CancellationException.class, end.get(20, TimeUnit.SECONDS));
  }
}
