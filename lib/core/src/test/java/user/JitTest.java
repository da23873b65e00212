package user;

import static jacobean.jax.grad;
import static jacobean.jax.jit;
import static jacobean.jax.staticArgnums;
import static jacobean.jax.vmap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.jnp;
import jacobean.type.DType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a compiled function is traced, what it may close over, and that threads may share it. */
class JitTest {
  private static final Array X = jnp.arange(3.);

  private record Line(Object w, Object b) {}

  private record Other(Object w, Object b) {}

  /** Counts how often the body of a compiled function runs, which is when it is traced. */
  private static final class Counted {
    final AtomicInteger traces = new AtomicInteger();
    final Fn1<Object, Object> f =
        jit(
            (Fn1<Object, Object>)
                x -> {
                  traces.incrementAndGet();
                  return x;
                });

    void traces(int more, Object argument) {
      int before = traces.get();
      f.apply(argument);
      assertEquals(before + more, traces.get(), () -> "traces for " + argument);
    }
  }

  @Test
  void tracesAgainForAnotherShapeDtypeOrWeakness() {
    var c = new Counted();
    c.traces(1, X);
    c.traces(0, X.plus(1));
    c.traces(1, jnp.arange(4.));
    c.traces(1, jnp.ones(1, 3));
    c.traces(1, X.astype(DType.INT32));
    c.traces(1, jnp.array(1.));
    c.traces(1, 1.);
    c.traces(0, 2.5);
    c.traces(0, 2.5f);
    c.traces(1, 1);
    c.traces(0, 7L);
    c.traces(1, true);
    c.traces(0, X);
  }

  @Test
  void tracesAgainForAnotherStructure() {
    var c = new Counted();
    c.traces(1, List.of(X, X));
    c.traces(0, List.of(X, X.times(2)));
    c.traces(1, List.of(X, X, X));
    c.traces(1, List.of(X, List.of(X)));
    c.traces(1, Map.of("a", X, "b", X));
    c.traces(0, new TreeMap<>(Map.of("b", X, "a", X)));
    c.traces(1, Map.of("a", X, "c", X));
    c.traces(1, new Line(X, X));
    c.traces(1, new Other(X, X));
    c.traces(1, new Line(X, null));
    c.traces(0, new Line(X.plus(1), null));
  }

  @Test
  void tracesAgainForAnotherStaticValue() {
    var traces = new AtomicInteger();
    var power =
        jit(
            (Fn2<Array, Integer, Array>)
                (x, n) -> {
                  traces.incrementAndGet();
                  return n > 0 ? x.pow(n) : x;
                },
            staticArgnums(1));
    assertEquals("[0. 1. 4.]", power.apply(X, 2).toString());
    assertEquals("[0. 1. 4.]", power.apply(X, 2).toString());
    assertEquals(1, traces.get());
    assertEquals("[0. 1. 2.]", power.apply(X, 0).toString());
    assertEquals("[0. 1. 8.]", power.apply(X, 3).toString());
    assertEquals(3, traces.get());
    assertEquals("[1. 1. 1.]", power.apply(X.plus(1).times(0).plus(1), 3).toString());
    assertEquals(3, traces.get());
  }

  @Test
  void negativeStaticArgumentsCountFromTheLast() {
    var f =
        jit(
            (Fn2<Array, String, Array>) (x, name) -> name.equals("double") ? x.times(2) : x,
            staticArgnums(-1));
    assertEquals("[0. 2. 4.]", f.apply(X, "double").toString());
    assertEquals("[0. 1. 2.]", f.apply(X, "same").toString());
  }

  /** A trace that failed is not kept. */
  @Test
  void anExceptionIsThrownAgain() {
    var calls = new AtomicInteger();
    ArrayFn1 f =
        jit(
            x -> {
              if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("call " + calls.get());
              }
              return x;
            });
    for (var wanted : List.of("call 1", "call 2")) {
      try {
        f.apply(X);
        throw new AssertionError("no exception");
      } catch (IllegalStateException e) {
        assertEquals(wanted, e.getMessage());
      }
    }
    assertEquals("[0. 1. 2.]", f.apply(X).toString());
    assertEquals("[0. 1. 2.]", f.apply(X).toString());
    assertEquals(3, calls.get());
  }

  @Test
  void closesOverArrays() {
    var w = jnp.arange(3.).plus(1);
    var f = jit(x -> x.times(w));
    assertEquals("[0. 2. 6.]", f.apply(X).toString());
    assertEquals(
        "[1. 2. 3.]", jnp.sum(grad(x -> jnp.sum(f.apply(x))).apply(X).reshape(1, 3), 0).toString());
  }

  /** A program that closed over a tracer is good for that trace only. */
  @Test
  void closesOverTracersOfGradAndVmap() {
    ArrayFn1 byGrad = grad(w -> jnp.sum(jit(x -> x.times(w).times(w)).apply(X)));
    assertEquals("[ 0.  4. 12.]", byGrad.apply(X.plus(1)).toString());
    assertEquals("[0. 2. 8.]", byGrad.apply(X).toString());
    ArrayFn1 byVmap = vmap(w -> jit(x -> x.times(w)).apply(X));
    assertEquals("[[0. 1. 2.]\n [0. 2. 4.]]", byVmap.apply(jnp.array(1., 2.)).toString());
    ArrayFn1 byJit = jit(w -> jit(x -> x.times(w)).apply(X));
    assertEquals("[0. 2. 4.]", byJit.apply(jnp.array(2.)).toString());
    assertEquals("[0. 3. 6.]", byJit.apply(jnp.array(3.)).toString());
  }

  @Test
  void oneFunctionThatClosesOverTracersAgainAndAgain() {
    var held = new Array[1];
    ArrayFn1 f = jit(x -> x.times(held[0]));
    ArrayFn1 g =
        w -> {
          held[0] = w;
          return jnp.sum(f.apply(X));
        };
    assertEquals(3., grad(g).apply(jnp.array(2.)).item());
    assertEquals(3., grad(g).apply(jnp.array(5.)).item());
    assertEquals("[3. 6.]", vmap(g).apply(jnp.array(1., 2.)).toString());
  }

  @Test
  void resultsMayBeInputsConstantsOrNothing() {
    Fn1<Array, Object> f =
        jit((Fn1<Array, Object>) x -> List.of(x, 1., Map.of(), new Line(null, x)));
    assertEquals("[[0. 1. 2.], 1.0, {}, Line[w=null, b=[0. 1. 2.]]]", f.apply(X).toString());
  }

  @Test
  void threadsShareAFunction() throws Exception {
    var traces = new AtomicInteger();
    ArrayFn1 f =
        jit(
            x -> {
              traces.incrementAndGet();
              return jnp.sum(jnp.sin(x).times(x));
            });
    var start = new CountDownLatch(1);
    try (var pool = Executors.newFixedThreadPool(4)) {
      List<Future<String>> results =
          IntStream.range(0, 32)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            start.await();
                            var x = jnp.arange((double) (i % 4 + 1));
                            return f.apply(x) + " " + grad(f).apply(x);
                          }))
              .toList();
      start.countDown();
      for (int i = 0; i < results.size(); i++) {
        assertEquals(results.get(i % 4).get(), results.get(i).get());
      }
    }
    int made = traces.get();
    IntStream.rangeClosed(1, 4).forEach(n -> f.apply(jnp.arange((double) n)));
    assertEquals(made, traces.get());
  }
}
