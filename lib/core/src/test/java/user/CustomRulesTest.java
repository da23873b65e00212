package user;

import static jacobean.jax.axisName;
import static jacobean.jax.checkpoint;
import static jacobean.jax.customGradient;
import static jacobean.jax.customJvp;
import static jacobean.jax.customJvps;
import static jacobean.jax.customVjp;
import static jacobean.jax.dual;
import static jacobean.jax.grad;
import static jacobean.jax.inAxes;
import static jacobean.jax.jacfwd;
import static jacobean.jax.jit;
import static jacobean.jax.jvp;
import static jacobean.jax.makeJaxpr;
import static jacobean.jax.saved;
import static jacobean.jax.vmap;
import static jacobean.jax.withPullback;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.ArrayFn2;
import jacobean.error.GradException;
import jacobean.fn.Fn1;
import jacobean.jnp;
import jacobean.lax;
import jacobean.testing.Close;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of differentiation that users write: JAX's tutorial of custom derivative rules. */
class CustomRulesTest {
  private static final Close CLOSE = new Close(1e-5, 1e-6);
  private static final Array X = jnp.array(.5, -1., 2.);

  /** sin, whose derivative is told to be twice what it is, so that one sees whose rule was used. */
  record Way(String name, ArrayFn1 f) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Way> ways() {
    return Stream.of(
        new Way(
            "customJvp",
            customJvp(jnp::sin, (x, t) -> dual(jnp.sin(x), t.times(jnp.cos(x)).times(2)))),
        new Way("customJvps", customJvps(jnp::sin, (t, y, x) -> t.times(jnp.cos(x)).times(2))),
        new Way(
            "customVjp",
            customVjp(
                jnp::sin, x -> saved(jnp.sin(x), jnp.cos(x)), (c, ct) -> ct.times(c).times(2))),
        new Way(
            "customGradient",
            customGradient(
                    (Array x) ->
                        withPullback(jnp.sin(x), (Array ct) -> ct.times(jnp.cos(x)).times(2)))
                ::apply));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theRuleIsUsed(Way w) {
    var f = w.f();
    var cos = jnp.cos(X).times(2);
    var sin = jnp.sin(X).times(-2);
    CLOSE.check(jnp.sin(X), f.apply(X), "value");
    CLOSE.check(jnp.sin(X), jit(vmap(f)).apply(X), "jit of vmap");
    CLOSE.check(cos, vmap(grad(f)).apply(X), "vmap of grad");
    CLOSE.check(cos, vmap(grad(jit(f))).apply(X), "vmap of grad of jit");
    CLOSE.check(cos, vmap(jit(grad(f))).apply(X), "vmap of jit of grad");
    CLOSE.check(cos, jit(vmap(grad(jit(f)))).apply(X), "jit of vmap of grad of jit");
    CLOSE.check(cos, grad((ArrayFn1) x -> jnp.sum(vmap(f).apply(x))).apply(X), "grad of vmap");
    CLOSE.check(
        cos,
        grad((ArrayFn1) x -> jnp.sum(jit(vmap(jit(f))).apply(x))).apply(X),
        "grad of jit of vmap of jit");
    CLOSE.check(
        cos,
        jit(grad((ArrayFn1) x -> jnp.sum(vmap(vmap(f)).apply(jnp.stack(List.of(x)))))).apply(X),
        "grad of vmap of vmap");
    CLOSE.check(sin, vmap(grad(grad(f))).apply(X), "second order");
    CLOSE.check(sin, jit(vmap(grad(jit(grad(jit(f)))))).apply(X), "second order, compiled");
    CLOSE.check(
        sin,
        vmap((ArrayFn1) x -> jvp(grad(f), x, jnp.array(1.)).tangent()).apply(X),
        "forward over reverse");
  }

  @Test
  void stableLogarithm() {
    var f =
        customJvp(
            x -> jnp.log(jnp.exp(x).plus(1)),
            (x, t) ->
                dual(
                    jnp.log(jnp.exp(x).plus(1)),
                    jnp.subtract(1, jnp.divide(1, jnp.exp(x).plus(1))).times(t)));
    assertEquals(1., grad(f).apply(jnp.array(100.)).item());
    assertEquals("[0.5 1. ]", vmap(jit(grad(f))).apply(jnp.array(0., 100.)).toString());
  }

  /** Rules see numbers where there are numbers, and may branch on them. */
  @Test
  void branchesInRules() {
    var f =
        customJvp(
            jnp::sin, (x, t) -> x.item() >= 0 ? dual(jnp.sin(x), t) : dual(jnp.sin(x), t.times(2)));
    assertEquals("1.0 2.0", grad(f).apply(jnp.array(1.)) + " " + grad(f).apply(jnp.array(-1.)));
  }

  @Test
  void ofSeveralArguments() {
    ArrayFn2 f =
        customJvp(
            (ArrayFn2) (x, y) -> jnp.sin(x).times(y),
            (p, t) -> dual(jnp.sin(p.get(0)).times(p.get(1)), t.get(0).times(10).plus(t.get(1))));
    assertEquals(
        "10.0 1.0",
        grad(f).apply(jnp.array(2.), jnp.array(3.))
            + " "
            + grad(f, 1).apply(jnp.array(2.), jnp.array(3.)));
    ArrayFn2 g =
        customVjp(
            (ArrayFn2) (x, y) -> jnp.sin(x).times(y),
            (x, y) -> saved(jnp.sin(x).times(y), List.of(x, y)),
            (kept, ct) -> Arrays.asList(null, ct.times(kept.get(0))));
    assertEquals(
        "0.0 2.0",
        grad(g).apply(jnp.array(2.), jnp.array(3.))
            + " "
            + grad(g, 1).apply(jnp.array(2.), jnp.array(3.)));
    // One weight for a whole batch gathers the cotangents of all examples.
    ArrayFn2 scale =
        customVjp(
            (ArrayFn2) Array::times,
            (w, x) -> saved(w.times(x), x),
            (x, ct) -> Arrays.asList(ct.times(x), null));
    assertEquals(
        "1.5",
        grad((ArrayFn1) w -> jnp.sum(vmap(scale, inAxes(null, 0)).apply(w, X)))
            .apply(jnp.array(1.))
            .toString());
    record Line(Array w, Array b) {}
    var h =
        customVjp(
            (Line p) -> p.w().times(p.b()),
            (Line p) -> saved(p.w().times(p.b()), p),
            (p, ct) -> new Line(ct.times(p.b()), ct.times(0)));
    var gradient = grad((Fn1<Line, Array>) h).apply(new Line(jnp.array(2.), jnp.array(3.)));
    assertEquals("3.0 0.0", gradient.w() + " " + gradient.b());
  }

  /** Gradient clipping: the identity whose backward pass is bounded. */
  @Test
  void clippedGradients() {
    var clip =
        customVjp(x -> x, x -> saved(x, List.of()), (_, ct) -> jnp.minimum(jnp.maximum(ct, -1), 1));
    // d/dx clip(x)^2 is 2x, clipped.
    assertEquals(
        "[-1.   0.5  1. ]",
        vmap(grad(x -> jnp.square(clip.apply(x)))).apply(jnp.array(-7., .25, 9.)).toString());
  }

  @Test
  void misuse() {
    var back = customVjp(jnp::sin, x -> saved(jnp.sin(x), x), (x, ct) -> ct.times(x));
    var forward = assertThrows(GradException.class, () -> jvp(back, jnp.array(1.), jnp.array(1.)));
    assertTrue(
        forward.getMessage().contains("customVjp") && forward.getMessage().contains("customJvp"),
        forward.getMessage());
    assertThrows(GradException.class, () -> jacfwd(back).apply(jnp.array(1.)));
    var wrong = customVjp(jnp::sum, x -> saved(jnp.sum(x), x), (x, ct) -> ct);
    var shape = assertThrows(GradException.class, () -> grad(wrong).apply(X));
    assertTrue(
        shape.getMessage().contains("f32[3]") && shape.getMessage().contains("f32[]"),
        shape.getMessage());
    ArrayFn1 closes =
        y ->
            customJvp((ArrayFn1) x -> x.times(y), (x, t) -> dual(x.times(y), t))
                .apply(jnp.array(2.));
    var closed = assertThrows(GradException.class, () -> grad(closes).apply(jnp.array(1.)));
    assertTrue(closed.getMessage().contains("closes over"), closed.getMessage());
  }

  private static Array twice(Array x) {
    return jnp.sin(jnp.sin(x));
  }

  @Test
  void checkpointsComputeAgain() {
    ArrayFn1 f = CustomRulesTest::twice;
    ArrayFn1 kept = x -> jnp.sum(f.apply(x));
    ArrayFn1 again = x -> jnp.sum(checkpoint(f).apply(x));
    var wanted = grad(kept).apply(X);
    CLOSE.check(wanted, grad(again).apply(X), "grad");
    CLOSE.check(wanted, jit(grad(again)).apply(X), "jit of grad");
    CLOSE.check(wanted, grad(jit(again)).apply(X), "grad of jit");
    CLOSE.check(wanted, vmap(grad(checkpoint(f))).apply(X), "vmap of grad");
    CLOSE.check(
        wanted,
        grad((ArrayFn1) x -> jnp.sum(vmap(checkpoint(f)).apply(x))).apply(X),
        "grad of vmap");
    CLOSE.check(
        vmap(grad(grad(f))).apply(X), vmap(grad(grad(checkpoint(f)))).apply(X), "second order");
    CLOSE.check(
        vmap(grad(grad(f))).apply(X),
        jit(vmap(grad(jit(grad(checkpoint(jit(f))))))).apply(X),
        "second order, compiled");
    CLOSE.check(jvp(f, X, X).tangent(), jvp(checkpoint(f), X, X).tangent(), "jvp");
    CLOSE.check(vmap(f).apply(X), jit(vmap(checkpoint(f))).apply(X), "vmap");
    // The sines of the value are there, and again in what runs backwards.
    assertEquals(2, count("= sin ", makeJaxpr(grad(kept)).apply(X).toString()));
    assertEquals(3, count("= sin ", makeJaxpr(grad(again)).apply(X).toString()));
    assertTrue(makeJaxpr(grad(again)).apply(X).toString().contains("remat2["));
  }

  private static int count(String word, String text) {
    return text.split(java.util.regex.Pattern.quote(word), -1).length - 1;
  }

  @Test
  void exchangeInRules() {
    var mean =
        customVjp(
            x -> lax.pmean(x, "i"),
            x -> saved(lax.pmean(x, "i"), List.of()),
            (_, ct) -> lax.psum(ct, "i"));
    assertEquals("[0.5 0.5 0.5]", vmap(mean, axisName("i")).apply(X).toString());
    assertEquals(
        "[3. 3. 3.]",
        grad((ArrayFn1) x -> jnp.sum(vmap(mean, axisName("i")).apply(x))).apply(X).toString());
    assertEquals("[3. 3. 3.]", jit(vmap(grad(jit(mean)), axisName("i"))).apply(X).toString());
  }
}
