package user;

import static jacobean.jax.clearCaches;
import static jacobean.jax.donateArgnums;
import static jacobean.jax.explainCacheMisses;
import static jacobean.jax.grad;
import static jacobean.jax.jit;
import static jacobean.jax.staticArgnums;
import static jacobean.jax.vmap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.ShapeDtypeStruct;
import jacobean.error.DTypeException;
import jacobean.error.DeletedException;
import jacobean.error.ShapeException;
import jacobean.error.TracerException;
import jacobean.error.TreeException;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.jnp;
import jacobean.type.Shape;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Programs compiled before they are called, and what is told of those traced again. */
class AheadOfTimeTest {
  @Test
  void everyStageCanBeRead() {
    var lowered = jit((Array x) -> jnp.sin(x).times(2)).lower(jnp.zeros(3));
    assertTrue(lowered.asText().contains("sin"), lowered.asText());
    assertEquals("ShapeDtypeStruct(shape=(3,), dtype=float32)", lowered.outInfo().toString());
    var compiled = lowered.compile();
    assertTrue(!compiled.stages().isEmpty());
    compiled.stages().keySet().forEach(name -> assertTrue(compiled.asText().contains(name)));
    assertEquals("[0. 0. 0.]", compiled.call(jnp.zeros(3)).toString());
  }

  @Test
  void argumentsAreThoseThatWereCompiledFor() {
    Fn2<Map<String, Array>, Integer, Array> f = (p, n) -> p.get("w").times(n);
    var compiled =
        jit(f, staticArgnums(1))
            .lower(Map.of("w", new ShapeDtypeStruct(Shape.of(2), jnp.float32)), 3)
            .compile();
    assertEquals("[3. 6.]", compiled.call(Map.of("w", jnp.array(1., 2.))).toString());
    assertThrows(ShapeException.class, () -> compiled.call(Map.of("w", jnp.zeros(3))));
    assertThrows(DTypeException.class, () -> compiled.call(Map.of("w", jnp.array(1, 2))));
    assertThrows(TreeException.class, () -> compiled.call(jnp.zeros(2)));
    assertThrows(
        TracerException.class,
        () -> grad((ArrayFn1) x -> jnp.sum(compiled.call(Map.of("w", x)))).apply(jnp.zeros(2)));
  }

  @Test
  void donatedArgumentsAreDeleted() {
    var x = jnp.array(1., 2.);
    var tree = Map.of("w", jnp.array(3., 4.), "b", jnp.array(5.));
    Fn2<Array, Map<String, Array>, Map<String, Array>> f =
        (y, t) -> Map.of("y", y, "w", t.get("w").plus(y), "b", t.get("b"));
    var out = jit(f, donateArgnums(1)).apply(x, tree);
    assertEquals("[1. 2.]", x.toString());
    assertEquals("{b=5.0, w=[4. 6.], y=[1. 2.]}", new TreeMap<>(out).toString());
    for (var given : tree.values()) {
      assertTrue(given.isDeleted());
      var e = assertThrows(DeletedException.class, () -> given.plus(1));
      for (var word : List.of(given.aval().toString(), "argument 1", "AheadOfTimeTest.java:")) {
        assertTrue(e.getMessage().contains(word), e.getMessage());
      }
    }
    assertEquals("Deleted<f32[2]>", tree.get("w").toString());
    assertThrows(DeletedException.class, () -> jit(f, donateArgnums(1)).apply(x, tree));
    assertThrows(DTypeException.class, () -> jit((ArrayFn1) y -> y, donateArgnums(1)));
  }

  @Test
  void whoDonatesKeepsWhatIsTracedOrShared() {
    ArrayFn1 square = jit((ArrayFn1) y -> y.times(y), donateArgnums(0));
    var x = jnp.array(3.);
    assertEquals("6.0", grad(square).apply(x).toString());
    assertEquals("9.0", jit(y -> square.apply(y)).apply(x).toString());
    assertEquals("3.0", x.toString());
    var same = x.reshape(new int[0]);
    assertEquals("9.0", square.apply(x).toString());
    assertEquals("3.0", same.toString());
    ArrayFn1 identity = jit((ArrayFn1) y -> y, donateArgnums(0));
    assertEquals("3.0", identity.apply(same).toString());
    assertTrue(same.isDeleted());
  }

  @Test
  void whyItWasTracedAgain() {
    Fn2<Map<String, Array>, Integer, Array> f = (p, n) -> p.get("w").times(n);
    var g = jit(f, staticArgnums(1));
    g.apply(Map.of("w", jnp.zeros(2)), 3);
    g.apply(Map.of("w", jnp.ones(2)), 3);
    assertEquals(0, g.retraces().size());
    g.apply(Map.of("w", jnp.zeros(5)), 3);
    g.apply(Map.of("w", jnp.array(1, 2)), 3);
    g.apply(Map.of("w", jnp.zeros(2)), 4);
    g.apply(Map.of("w", jnp.zeros(2), "b", jnp.zeros(1)), 4);
    assertEquals(5, g.cacheSize());
    var told = g.retraces();
    assertTrue(told.get(0).contains("argument [0]['w'] was f32[2], is f32[5]"), told.get(0));
    assertTrue(told.get(0).contains("AheadOfTimeTest.java:"), told.get(0));
    assertTrue(told.get(1).contains("is i32[2]"), told.get(1));
    assertTrue(told.get(2).contains("a static argument was 3, is 4"), told.get(2));
    assertTrue(told.get(3).contains("structure"), told.get(3));
  }

  @Test
  void retracesAreToldWhereOneAsks() {
    var f = jit((ArrayFn1) x -> x.times(2));
    f.apply(jnp.zeros(2));
    var error = System.err;
    var heard = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(heard, true));
      explainCacheMisses(true);
      f.apply(jnp.zeros(3));
      explainCacheMisses(false);
      f.apply(jnp.zeros(4));
    } finally {
      explainCacheMisses(false);
      System.setErr(error);
    }
    assertEquals(1, heard.toString().lines().filter(l -> l.contains("is f32[3]")).count());
    assertTrue(!heard.toString().contains("f32[4]"));
  }

  @Test
  void programsCanBeForgotten() {
    var traced = new AtomicInteger();
    var f =
        jit(
            (ArrayFn1)
                x -> {
                  traced.incrementAndGet();
                  return x;
                });
    f.apply(jnp.zeros(2));
    f.apply(jnp.zeros(2));
    assertEquals(1, traced.get());
    clearCaches();
    f.apply(jnp.zeros(2));
    assertEquals(2, traced.get());
    f.clearCache();
    assertEquals(0, f.cacheSize());
    Fn1<Array, Array> again = vmap((Fn1<Array, Array>) f);
    assertEquals("[0. 0.]", again.apply(jnp.zeros(2)).toString());
  }
}
