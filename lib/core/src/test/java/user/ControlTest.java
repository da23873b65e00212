package user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.ArrayFn2;
import jacobean.Step;
import jacobean.error.GradException;
import jacobean.error.JacobeanException;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Branches and loops as users write them. */
class ControlTest {
  private static final double CLOSE = 1e-5;

  private static void same(Array wanted, Array got) {
    assertEquals(wanted.shape(), got.shape());
    for (int i = 0; i < wanted.size(); i++) {
      double w = wanted.reshape(-1).get(i).item();
      assertEquals(w, got.reshape(-1).get(i).item(), CLOSE * (1 + Math.abs(w)));
    }
  }

  private static Array numbers(int n) {
    return jnp.arange(n).astype(jnp.float32).times(.1).plus(.3);
  }

  /** A recurrence whose every part has a derivative. */
  private static Array next(Array c, Array x) {
    return jnp.sin(c).times(x).plus(c.times(.5));
  }

  private static Array scanned(Array c, Array xs) {
    var out = lax.scan((Array a, Array x) -> lax.step(next(a, x), a.times(x)), c, xs);
    return out.carry().plus(jnp.sum(out.ys()));
  }

  private static Array unrolled(Array c, Array xs) {
    var sum = jnp.array(0.);
    for (int i = 0; i < (int) xs.shape().dim(0); i++) {
      sum = sum.plus(c.times(xs.get(i)));
      c = next(c, xs.get(i));
    }
    return c.plus(sum);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void scanIsTheUnrolledLoop(int n) {
    var c = jnp.array(.7);
    var xs = numbers(n);
    same(unrolled(c, xs), scanned(c, xs));
    same(unrolled(c, xs), jax.jit((ArrayFn2) ControlTest::scanned).apply(c, xs));
    ArrayFn1 byC = a -> jax.grad((ArrayFn2) ControlTest::unrolled).apply(a, xs);
    ArrayFn1 scannedByC = a -> jax.grad((ArrayFn2) ControlTest::scanned).apply(a, xs);
    same(byC.apply(c), scannedByC.apply(c));
    same(jax.grad(byC).apply(c), jax.grad(scannedByC).apply(c));
    same(byC.apply(c), jax.grad(jax.jit((ArrayFn2) ControlTest::scanned)).apply(c, xs));
    same(byC.apply(c), jax.jit(scannedByC).apply(c));
    if (n > 0) {
      ArrayFn1 byXs = x -> unrolled(c, x);
      ArrayFn1 scannedByXs = x -> scanned(c, x);
      same(jax.grad(byXs).apply(xs), jax.grad(scannedByXs).apply(xs));
    }
  }

  @Test
  void scanOverBatches() {
    var cs = numbers(3);
    var xs = jnp.sin(jnp.arange(12).astype(jnp.float32)).reshape(3, 4);
    var got = jax.vmap((ArrayFn2) ControlTest::scanned).apply(cs, xs);
    var grads = jax.vmap(jax.grad((ArrayFn2) ControlTest::scanned)).apply(cs, xs);
    for (int i = 0; i < 3; i++) {
      same(unrolled(cs.get(i), xs.get(i)), got.get(i));
      same(jax.grad((ArrayFn2) ControlTest::unrolled).apply(cs.get(i), xs.get(i)), grads.get(i));
    }
  }

  @Test
  void scanReversedAndWithoutElements() {
    var out =
        lax.scan(
            (c, x) -> lax.step(c.times(2).plus(x), c),
            jnp.array(0.),
            jnp.array(1., 2., 3.),
            lax.reverse());
    assertEquals(17, out.carry().item());
    same(jnp.array(8., 3., 0.), out.ys());
    var powers =
        lax.scan(
            (c, x) -> lax.step(c.times(2), c), jnp.array(1.), null, lax.length(4), lax.unroll(2));
    same(jnp.array(1., 2., 4., 8.), powers.ys());
    assertEquals(
        16,
        lax.scan((c, x) -> lax.step(c.times(2)), jnp.array(1.), null, lax.length(4))
            .carry()
            .item());
  }

  record Cell(Array h, Map<String, Array> memory) {}

  @Test
  void scanOverPytrees() {
    var init = new Cell(jnp.zeros(2), Map.of("a", jnp.ones(2)));
    var xs = List.of(jnp.ones(3, 2), jnp.arange(3).astype(jnp.float32));
    var out =
        lax.scan(
            (cell, x) ->
                lax.step(
                    new Cell(cell.h().plus(x.get(0).times(x.get(1))), cell.memory()), cell.h()),
            init,
            xs);
    same(jnp.array(3., 3.), out.carry().h());
    same(jnp.ones(2), out.carry().memory().get("a"));
    assertEquals(jnp.zeros(3, 2).shape(), out.ys().shape());
  }

  @Test
  void nestedScansAndScanOfGrad() {
    ArrayFn1 rows =
        x ->
            lax.scan(
                    (c, row) ->
                        lax.step(
                            c.plus(
                                lax.scan((d, y) -> lax.step(d.times(y)), jnp.array(1.), row)
                                    .carry())),
                    jnp.array(0.),
                    x)
                .carry();
    var x = jnp.array(1., 2., 3., 4., 5., 6.).reshape(2, 3);
    assertEquals(126, rows.apply(x).item());
    same(jnp.array(6., 3., 2., 30., 24., 20.).reshape(2, 3), jax.grad(rows).apply(x));
    // Gradient descent on (w - 3)^2.
    var slope = jax.grad((Array w) -> jnp.square(w.minus(3)));
    var w = lax.foriLoop(0, 60, (i, a) -> a.minus(slope.apply(a).times(.1)), jnp.array(0.));
    assertEquals(3, w.item(), 1e-4);
  }

  @Test
  void effectsInLoopsHappenOnceAStep() {
    var seen = new java.util.ArrayList<Double>();
    ArrayFn1 f =
        w ->
            lax.scan(
                    (c, x) -> {
                      jax.debug.callback(v -> seen.add(v.item()), c);
                      return lax.step(c.times(jnp.sin(w)).plus(x));
                    },
                    jnp.array(1.),
                    jnp.zeros(3))
                .carry();
    jax.grad(f).apply(jnp.array(Math.PI / 2));
    assertEquals(List.of(1., 1., 1.), seen);
    lax.cond(
        jnp.array(true),
        x -> {
          jax.debug.callback(v -> seen.add(v.item()), x);
          return x;
        },
        x -> x,
        jnp.array(5.));
    assertEquals(5., seen.getLast());
  }

  @Test
  void whileLoops() {
    assertEquals(8, lax.whileLoop(c -> c.lt(5), c -> c.times(2), 1.).item());
    var out =
        lax.whileLoop(
            s -> s.get(0).lt(3),
            s -> List.of(s.get(0).plus(1), s.get(1).times(2)),
            List.of(jnp.array(0), jnp.array(1., 2.)));
    same(jnp.array(8., 16.), out.get(1));
    ArrayFn1 doubled = x -> lax.whileLoop(c -> c.lt(5), c -> c.times(2), x);
    var xs = jnp.array(.1, 1., 3., 7.);
    same(jnp.array(6.4, 8., 6., 7.), jax.vmap(doubled).apply(xs));
    same(jnp.array(6.4, 8., 6., 7.), jax.jit(jax.vmap(doubled)).apply(xs));
    var moved = jax.jvp(doubled, jnp.array(1.), jnp.array(1.));
    assertEquals(8, moved.tangent().item());
    var error = assertThrows(GradException.class, () -> jax.grad(doubled).apply(jnp.array(1.)));
    assertTrue(
        error.getMessage().contains("Reverse-mode differentiation does not work for lax.whileLoop"),
        error.getMessage());
  }

  @Test
  void countingLoops() {
    ArrayFn1 power = x -> lax.foriLoop(0, 5, (i, c) -> c.times(x), jnp.array(1.));
    assertEquals(32, power.apply(jnp.array(2.)).item());
    assertEquals(80, jax.grad(power).apply(jnp.array(2.)).item());
    ArrayFn1 sum = n -> lax.foriLoop(0, n, (i, c) -> c.plus(i), jnp.array(0));
    assertEquals(45, jax.jit(sum).apply(jnp.array(10)).item());
    assertEquals(0, lax.foriLoop(5, 2, (i, c) -> c.plus(i), jnp.array(0)).item());
    var batched = jax.vmap(sum).apply(jnp.array(1, 3, 0));
    same(jnp.array(0, 3, 0), batched);
  }

  @Test
  void branches() {
    ArrayFn1 f = x -> lax.cond(x.gt(0), jnp::sin, a -> a.times(2), x);
    assertEquals(Math.sin(1), f.apply(jnp.array(1.)).item(), CLOSE);
    assertEquals(-2, f.apply(jnp.array(-1.)).item());
    assertEquals(Math.cos(1), jax.grad(f).apply(jnp.array(1.)).item(), CLOSE);
    assertEquals(2, jax.jit(jax.grad(f)).apply(jnp.array(-1.)).item());
    same(jnp.array(-2., Math.sin(1.)), jax.vmap(f).apply(jnp.array(-1., 1.)));
    same(jnp.array(2., Math.cos(1.)), jax.vmap(jax.grad(f)).apply(jnp.array(-1., 1.)));
    ArrayFn1 safe = x -> lax.cond(x.gt(0), a -> jnp.sqrt(a), a -> a.times(0), x);
    same(jnp.array(0., .5), jax.vmap(jax.grad(safe)).apply(jnp.array(0., 1.)));
    for (int i = -1; i < 4; i++) {
      var y =
          lax.switch_(
              jnp.array(i), List.of(a -> a, a -> a.times(2), a -> a.times(3)), jnp.array(1.));
      assertEquals(Math.clamp(i, 0, 2) + 1, y.item());
    }
    assertEquals(3, lax.cond(jnp.array(true), () -> jnp.array(3.), () -> jnp.array(4.)).item());
  }

  private static Array prefixSums(Array x) {
    return lax.scan((c, e) -> lax.step(c.plus(e), c.plus(e)), jnp.array(0.), x).ys();
  }

  @Test
  void maps() {
    same(jnp.array(1., 4., 9.), lax.map(x -> x.times(x), jnp.array(1., 2., 3.)));
    for (int n : new int[] {0, 1, 2, 7, 8}) {
      var x = numbers(n);
      for (int batch : new int[] {1, 3, 4, 10}) {
        same(x.times(x), lax.map(e -> e.times(e), x, batch));
        var rows = numbers(n * 3).reshape(n, 3);
        same(jnp.sum(rows, 1), lax.map(r -> List.of(jnp.sum(r), r), rows, batch).getFirst());
      }
      same(prefixSums(x), lax.associativeScan((a, b) -> a.plus(b), x));
      same(jnp.flip(prefixSums(jnp.flip(x))), lax.associativeScan((a, b) -> a.plus(b), x, true));
    }
  }

  @Test
  void mistakes() {
    says("batchSize", () -> lax.map(x -> x, jnp.ones(3), 0));
    says(
        "carry",
        () -> lax.scan((c, x) -> lax.step(c.astype(jnp.int32), x), jnp.array(0.), jnp.ones(3)),
        "f32[]",
        "i32[]");
    says(
        ".h",
        () ->
            lax.whileLoop(
                c -> c.h().get(0).lt(1),
                c -> new Cell(jnp.ones(3), c.memory()),
                new Cell(jnp.ones(2), Map.of())),
        "f32[2]",
        "f32[3]");
    says("length", () -> lax.scan((c, x) -> lax.step(c), jnp.array(0.), null));
    says(
        "length",
        () -> lax.scan((c, x) -> lax.step(c), jnp.array(0.), List.of(jnp.ones(3), jnp.ones(4))));
    says("no first axis", () -> lax.scan((c, x) -> lax.step(c), jnp.array(0.), jnp.array(1.)));
    says("bool scalar", () -> lax.whileLoop(c -> c, c -> c, jnp.array(1.)));
    says(
        "trueFun",
        () -> lax.cond(jnp.array(true), x -> x, x -> jnp.zeros(2), jnp.array(1.)),
        "f32[]",
        "f32[2]");
    says("scalar", () -> lax.cond(jnp.array(true, false), x -> x, x -> x, jnp.array(1.)));
    says("integer", () -> lax.switch_(jnp.array(1.), List.of(x -> x, x -> x), jnp.array(1.)));
  }

  private static void says(String word, Runnable mistake, String... more) {
    var message = assertThrows(JacobeanException.class, mistake::run).getMessage();
    assertTrue(message.contains(word), message);
    for (var m : more) {
      assertTrue(message.contains(m), message);
    }
  }

  @Test
  void anInterruptEndsALoop() {
    Thread.currentThread().interrupt();
    try {
      assertThrows(CancellationException.class, () -> lax.whileLoop(c -> c.gt(0), c -> c, 1.));
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void printsAsJaxDoes() {
    var x = jnp.arange(3).astype(jnp.float32);
    assertEquals(
        """
        { lambda ; a:f32[] b:f32[3]. let
            c:f32[] d:f32[3] = scan[
              jaxpr={ lambda ; e:f32[] f:f32[]. let
                  g:f32[] = add e f
                  h:f32[] = mul e f
                in (g, h) }
              length=3
              num_carry=1
              num_consts=0
              reverse=False
              unroll=1
            ] a b
          in (c, d) }\
        """,
        jax.makeJaxpr(
                (Array c, Array xs) -> {
                  var s = lax.scan((Array a, Array e) -> new Step<>(a.plus(e), a.times(e)), c, xs);
                  return List.of(s.carry(), s.ys());
                })
            .apply(jnp.array(0.), x)
            .toString());
    assertEquals(
        """
        { lambda ; a:f32[3]. let
            b:i32[] c:f32[3] = while[
              body_jaxpr={ lambda ; d:i32[] e:f32[3]. let
                  f:i32[] = add d 1:i32[]
                  g:f32[3] = mul e 2.0:f32[]
                in (f, g) }
              body_nconsts=0
              cond_jaxpr={ lambda ; h:i32[] i:f32[3]. let
                  j:bool[] = lt h 5:i32[]
                in (j,) }
              cond_nconsts=0
            ] 0:i32[] a
          in (b, c) }\
        """,
        jax.makeJaxpr(
                (Array a) ->
                    lax.whileLoop(
                        c -> c.get(0).lt(5),
                        c -> List.of(c.get(0).plus(1), c.get(1).times(2)),
                        List.of(jnp.array(0), a)))
            .apply(x)
            .toString());
    assertEquals(
        """
        { lambda ; a:f32[]. let
            b:bool[] = gt a 0.0:f32[]
            c:i32[] = convert_element_type[new_dtype=int32 weak_type=False] b
            d:f32[] = cond[
              branches=(
                { lambda ; e:f32[]. let f:f32[] = mul e 2.0:f32[] in (f,) }
                { lambda ; g:f32[]. let h:f32[] = sin g in (h,) }
              )
            ] c a
          in (d,) }\
        """,
        jax.makeJaxpr((ArrayFn1) a -> lax.cond(a.gt(0), jnp::sin, b -> b.times(2), a))
            .apply(jnp.array(1.))
            .toString());
    assertEquals(
        """
        { lambda ; a:f32[3]. let
            _:i32[] b:f32[3] = scan[
              jaxpr={ lambda ; c:i32[] d:f32[3]. let
                  e:i32[] = add c 1:i32[]
                  f:f32[3] = mul d 2.0:f32[]
                  g:f32[] = convert_element_type[new_dtype=float32 weak_type=False] c
                  h:f32[3] = add f g
                in (e, h) }
              length=5
              num_carry=2
              num_consts=0
              reverse=False
              unroll=1
            ] 0:i32[] a
          in (b,) }\
        """,
        jax.makeJaxpr((ArrayFn1) a -> lax.foriLoop(0, 5, (i, c) -> c.times(2).plus(i), a))
            .apply(x)
            .toString());
  }
}
