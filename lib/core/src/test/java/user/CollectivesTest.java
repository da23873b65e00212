package user;

import static jacobean.jax.axisName;
import static jacobean.jax.axisSize;
import static jacobean.jax.grad;
import static jacobean.jax.inAxes;
import static jacobean.jax.jit;
import static jacobean.jax.outAxes;
import static jacobean.jax.pmap;
import static jacobean.jax.valueAndGrad;
import static jacobean.jax.vmap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.ArrayFn2;
import jacobean.error.ShapeException;
import jacobean.fn.Fn1;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.testing.Close;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exchange along named axes, under vmap and pmap; JAX's tutorial of pmap. The numbers are JAX's.
 */
class CollectivesTest {
  private static final Array X = jnp.array(1., 2., 4., 8.);

  record Exchange(String name, ArrayFn1 f, String wanted) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Exchange> exchanges() {
    return Stream.of(
        new Exchange("psum", x -> lax.psum(x, "i"), "[15. 15. 15. 15.]"),
        new Exchange("pmean", x -> lax.pmean(x, "i"), "[3.75 3.75 3.75 3.75]"),
        new Exchange("pmax", x -> lax.pmax(x, "i"), "[8. 8. 8. 8.]"),
        new Exchange("pmin", x -> lax.pmin(x, "i"), "[1. 1. 1. 1.]"),
        new Exchange("share", x -> x.div(lax.psum(x, "i")).times(15), "[1. 2. 4. 8.]"),
        new Exchange("axisIndex", x -> x.times(lax.axisIndex("i")), "[ 0.  2.  8. 24.]"),
        new Exchange("axisSize", x -> x.times(lax.axisSize("i")), "[ 4.  8. 16. 32.]"),
        new Exchange(
            "psum of a constant", x -> x.times(lax.psum(jnp.array(1.), "i")), "[ 4.  8. 16. 32.]"),
        new Exchange(
            "ring",
            x -> lax.ppermute(x, "i", new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 0}}),
            "[8. 1. 2. 4.]"),
        new Exchange(
            "some receive",
            x -> lax.ppermute(x, "i", new int[][] {{0, 2}, {3, 1}}),
            "[0. 8. 1. 0.]"),
        new Exchange("pshuffle", x -> lax.pshuffle(x, "i", 3, 2, 1, 0), "[8. 4. 2. 1.]"),
        new Exchange(
            "allGather",
            x -> jnp.sum(lax.allGather(x, "i").times(jnp.array(1., 0., 0., 10.))),
            "[81. 81. 81. 81.]"),
        new Exchange(
            "psumScatter",
            x -> lax.psumScatter(x.times(jnp.array(1., 2., 3., 4.)), "i"),
            "[15. 30. 45. 60.]"),
        new Exchange(
            "allToAll",
            x -> jnp.sum(lax.allToAll(x.times(jnp.array(1., 10., 100., 1000.)), "i", 0, 0)),
            "[   15.   150.  1500. 15000.]"));
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void byEveryWay(Exchange e) {
    var named = axisName("i");
    assertEquals(e.wanted(), vmap(e.f(), named).apply(X).toString());
    assertEquals(e.wanted(), pmap(e.f(), named).apply(X).toString());
    assertEquals(e.wanted(), jit(vmap(jit(e.f()), named)).apply(X).toString());
    assertEquals(
        e.wanted(), vmap(pmap(e.f(), named)).apply(jnp.stack(List.of(X, X))).get(1).toString());
    assertEquals(
        e.wanted(),
        pmap(vmap(e.f()), named).apply(jnp.stack(List.of(X, X), 1)).get(":, 0").toString());
  }

  /** Gradients taken around the exchange and compiled in every order are one gradient. */
  @ParameterizedTest
  @MethodSource("exchanges")
  void gradients(Exchange e) {
    var named = axisName("i");
    ArrayFn1 whole = x -> jnp.sum(jnp.square(vmap(e.f(), named).apply(x)));
    var wanted = grad(whole).apply(X);
    var close = new Close(1e-6, 1e-6);
    close.check(
        wanted,
        grad((ArrayFn1) x -> jnp.sum(jnp.square(pmap(e.f(), named).apply(x)))).apply(X),
        "pmap");
    close.check(wanted, jit(grad(jit(whole))).apply(X), "jit of grad of jit");
    // Each example's own derivative, of the sum of what all examples give.
    close.check(
        wanted,
        vmap(grad((ArrayFn1) x -> jnp.square(e.f().apply(x))), named).apply(X),
        "vmap of grad");
    close.check(
        wanted,
        pmap(jit(grad(jit((ArrayFn1) x -> jnp.square(e.f().apply(x))))), named).apply(X),
        "pmap of jit of grad of jit");
    var second = grad((ArrayFn1) x -> jnp.sum(grad(whole).apply(x))).apply(X);
    close.check(
        second,
        jit(grad((ArrayFn1) x -> jnp.sum(grad(jit(whole)).apply(x)))).apply(X),
        "second order");
  }

  /** What one example moves in all of them; the numbers are JAX's. */
  @Test
  void gradientsOfExamples() {
    record Known(ArrayFn1 f, double... wanted) {}
    for (var k :
        List.of(
            new Known(x -> lax.psum(x, "i"), 120, 120, 120, 120),
            new Known(x -> lax.pmean(x, "i"), 7.5, 7.5, 7.5, 7.5),
            new Known(x -> lax.pshuffle(x, "i", 3, 2, 1, 0), 2, 4, 8, 16),
            new Known(
                x -> jnp.sum(lax.allGather(x, "i").times(jnp.array(1., 0., 0., 10.))),
                648,
                0,
                0,
                6480),
            new Known(
                x -> lax.psumScatter(x.times(jnp.array(1., 2., 3., 4.)), "i"), 900, 900, 900, 900),
            new Known(
                x -> jnp.sum(lax.allToAll(x.times(jnp.array(1., 10., 100., 1000.)), "i", 0, 0)),
                30303030,
                30303030,
                30303030,
                30303030))) {
      new Close(1e-6, 0)
          .check(
              jnp.array(k.wanted()),
              vmap(grad(x -> jnp.square(k.f().apply(x))), axisName("i")).apply(X),
              "");
    }
  }

  @Test
  void trees() {
    Fn1<Map<String, Array>, Map<String, Array>> f = t -> lax.pmean(t, "i");
    assertEquals(
        "[3.75 3.75 3.75 3.75]", vmap(f, axisName("i")).apply(Map.of("x", X)).get("x").toString());
    Fn1<Map<String, Array>, Map<String, Array>> scaled =
        t -> Map.of("x", t.get("x").plus(t.get("y")), "y", t.get("y"));
    var out =
        vmap(scaled, inAxes(Map.of("x", 0)), outAxes((Object) Map.of("x", 0)))
            .apply(Map.of("x", X, "y", jnp.array(1.)));
    assertEquals("[2. 3. 5. 9.] 1.0", out.get("x") + " " + out.get("y"));
    record Line(Array w, Array b) {}
    Fn1<Line, Array> line = p -> p.w().times(p.b());
    assertEquals(
        "[ 2.  4.  8. 16.]",
        vmap(line, inAxes(Map.of("w", 0))).apply(new Line(X, jnp.array(2.))).toString());
    assertEquals(
        "[1. 1. 1.]",
        vmap((ArrayFn1) x -> x, inAxes((Object) null), axisSize(3))
            .apply(jnp.array(1.))
            .toString());
    assertEquals(
        "15.0",
        vmap((ArrayFn1) x -> lax.psum(x, "i"), axisName("i"), outAxes((Object) null))
            .apply(X)
            .toString());
    assertThrows(
        ShapeException.class, () -> vmap((ArrayFn1) x -> x, outAxes((Object) null)).apply(X));
  }

  @Test
  void namesInNames() {
    var m = jnp.reshape(jnp.arange(6.), 2, 3);
    ArrayFn1 rows = x -> x.div(lax.psum(x, "rows"));
    ArrayFn1 all = x -> lax.psum(x, List.of("rows", "columns"));
    assertEquals(
        "[[15. 15. 15.]\n [15. 15. 15.]]",
        vmap(vmap(all, axisName("columns")), axisName("rows")).apply(m).toString());
    assertEquals(
        pmap(pmap(rows, axisName("columns")), axisName("rows")).apply(m).toString(),
        vmap(vmap(rows, axisName("columns")), axisName("rows")).apply(m).toString());
    var outside = assertThrows(ShapeException.class, () -> lax.psum(X, "nowhere"));
    assertTrue(
        outside.getMessage().contains("nowhere") && outside.getMessage().contains("axisName"),
        outside.getMessage());
  }

  /** A convolution spread over devices, each with the edges of its neighbours. */
  @Test
  void convolutionInParallel() {
    var x = jnp.arange(16.);
    var w = jnp.array(2., 3., 4.);
    ArrayFn2 convolve =
        (part, weights) -> {
          var total = jnp.zeros(part.shape(0) - 2);
          for (int i = 0; i < 3; i++) {
            total = total.plus(part.get(i + ":" + (part.shape(0) - 2 + i)).times(weights.get(i)));
          }
          return total;
        };
    int n = 4;
    int[][] right = {{0, 1}, {1, 2}, {2, 3}, {3, 0}};
    int[][] left = {{1, 0}, {2, 1}, {3, 2}, {0, 3}};
    ArrayFn2 exchanging =
        (part, weights) -> {
          var fromLeft = lax.ppermute(part.get("-1:"), "p", right);
          var fromRight = lax.ppermute(part.get(":1"), "p", left);
          return convolve.apply(jnp.concatenate(List.of(fromLeft, part, fromRight), 0), weights);
        };
    var spread = pmap(exchanging, axisName("p"), inAxes(0, null)).apply(jnp.reshape(x, n, 4), w);
    var padded = jnp.concatenate(List.of(x.get("-1:"), x, x.get(":1")), 0);
    assertEquals(convolve.apply(padded, w).toString(), jnp.reshape(spread, 16).toString());
  }

  /** Linear regression with data spread over devices and gradients averaged by pmean. */
  @Test
  void regressionInParallel() {
    record Params(Array weight, Array bias) {}
    var xs = jnp.linspace(-1, 1, 128);
    var ys = xs.times(3).minus(1);
    int n = 4;
    var update =
        pmap(
            (Params p, Array x, Array y) -> {
              var vg =
                  valueAndGrad(
                      (Params q, Array a, Array b) ->
                          jnp.mean(jnp.square(q.weight().times(a).plus(q.bias()).minus(b))));
              var r = vg.apply(p, x, y);
              var g = lax.pmean(r.grad(), "num_devices");
              return new Params(
                  p.weight().minus(g.weight().times(.1)), p.bias().minus(g.bias().times(.1)));
            },
            axisName("num_devices"));
    var params =
        jax.devicePutReplicated(
            new Params(jnp.array(0.), jnp.array(0.)),
            List.of(
                jax.devices().getFirst(),
                jax.devices().getFirst(),
                jax.devices().getFirst(),
                jax.devices().getFirst()));
    for (int i = 0; i < 300; i++) {
      params = update.apply(params, jnp.reshape(xs, n, 32), jnp.reshape(ys, n, 32));
    }
    new Close(1e-4, 1e-4).check(jnp.array(3., 3., 3., 3.), params.weight(), "weight");
    new Close(1e-4, 1e-4).check(jnp.array(-1., -1., -1., -1.), params.bias(), "bias");
  }

  @Test
  void devicesAreCounted() {
    int before = jax.localDeviceCount();
    try {
      jax.numCpuDevices(8);
      assertEquals(8, jax.localDeviceCount());
      assertEquals("CpuDevice(id=7)", jax.devices().getLast().toString());
      assertEquals("[0. 1. 2.]", jax.devicePut(jnp.arange(3.), jax.devices().get(3)).toString());
      // More examples than devices: each takes its share.
      assertEquals(
          "(24,)", pmap((ArrayFn1) x -> x.times(2)).apply(jnp.arange(24.)).shape().toString());
    } finally {
      jax.numCpuDevices(before);
    }
  }
}
