package user;

import static jacobean.jax.argnums;
import static jacobean.jax.evalShape;
import static jacobean.jax.grad;
import static jacobean.jax.hasAux;
import static jacobean.jax.hessian;
import static jacobean.jax.jacfwd;
import static jacobean.jax.jacrev;
import static jacobean.jax.jit;
import static jacobean.jax.jvp;
import static jacobean.jax.linearTranspose;
import static jacobean.jax.linearize;
import static jacobean.jax.valueAndGrad;
import static jacobean.jax.vjp;
import static jacobean.jax.vmap;
import static jacobean.jax.withAux;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.ArrayFn2;
import jacobean.error.GradException;
import jacobean.error.TreeException;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.jnp;
import jacobean.testing.Close;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** JAX's autodiff cookbook in Java; the numbers are JAX's. */
class DerivativesTest {
  /** Four samples of three features. */
  private static final Array INPUTS =
      jnp.array(
          new double[][] {
            {0.52, 1.12, 0.77}, {0.88, -1.08, 0.15}, {0.52, 0.06, -1.30}, {0.74, -2.49, 1.39}
          });

  private static final Array TARGETS = jnp.array(true, true, false, true);
  private static final Array W = jnp.array(.5, -.25, 1.);
  private static final Array B = jnp.array(.1);

  private static Array predict(Array w, Array b, Array x) {
    return jnp.divide(1, jnp.exp(jnp.dot(x, w).plus(b).unaryMinus()).plus(1));
  }

  private static Array loss(Array w, Array b) {
    var p = predict(w, b, INPUTS);
    var label = TARGETS.astype(jnp.float32);
    return jnp.sum(jnp.log(p.times(label).plus(jnp.subtract(1, p).times(jnp.subtract(1, label)))))
        .unaryMinus();
  }

  private static void near(Array wanted, Array got) {
    new Close(1e-4, 1e-5).check(wanted, got, "");
  }

  record Line(Array w, Array b) {}

  @Test
  void gradientsByArguments() {
    ArrayFn2 f = DerivativesTest::loss;
    var first = grad(f, 0).apply(W, B);
    assertEquals(grad(f).apply(W, B).toString(), first.toString());
    var both = grad(f, argnums(0, 1)).apply(W, B);
    assertEquals(2, both.size());
    assertEquals(first.toString(), both.get(0).toString());
    assertEquals(grad(f, -1).apply(W, B).toString(), both.get(1).toString());
    var value = valueAndGrad(f, argnums(1, 0)).apply(W, B);
    assertEquals(loss(W, B).item(), value.value().item());
    assertEquals(both.get(0).toString(), value.grad().get(1).toString());
    Fn1<Map<String, Array>, Array> ofMap = p -> loss(p.get("W"), p.get("b"));
    assertEquals(first.toString(), grad(ofMap).apply(Map.of("W", W, "b", B)).get("W").toString());
    assertEquals(
        first.toString(),
        grad((Line p) -> loss(p.w(), p.b())).apply(new Line(W, B)).w().toString());
    Fn2<Line, Array, Array> byTree = grad((Line p, Array b) -> loss(p.w(), b), 1);
    assertEquals(both.get(1).toString(), byTree.apply(new Line(W, B), B).toString());
    assertTrue(
        assertThrows(GradException.class, () -> grad(f, 2))
            .getMessage()
            .contains("argument 2 of a function of 2"));
  }

  /** The numbers of JAX. */
  @Test
  void numbersOfTheCookbook() {
    var r = valueAndGrad((ArrayFn2) DerivativesTest::loss, argnums(0, 1)).apply(W, B);
    near(jnp.array(1.0858352), r.value());
    near(jnp.array(-.31190974, .17230086, -.74050045), r.grad().get(0));
    near(jnp.array(-.3755248), r.grad().get(1));
    near(
        jnp.array(.05265147, -.17716508, .09889938),
        jacrev((ArrayFn1) w -> predict(w, B, INPUTS)).apply(W).get(3));
    near(
        jnp.array(
            new double[][] {
              {.30499166, -.19295569, .04795908},
              {-.19295566, .9385352, -.11343815},
              {.04795908, -.11343818, .6054696}
            }),
        hessian((ArrayFn1) w -> loss(w, B)).apply(W));
    near(
        jnp.array(1.6703194, 1.4648333, -.08581385),
        jvp(
                grad((ArrayFn1) x -> jnp.sum(jnp.tanh(x).times(x))),
                jnp.array(.3, -.7, 1.1),
                jnp.array(1., 2., -1.))
            .tangent());
  }

  @Test
  void finiteDifferences() {
    double eps = 1e-2;
    double numeric = (loss(W, B.plus(eps / 2)).item() - loss(W, B.minus(eps / 2)).item()) / eps;
    assertEquals(numeric, grad((ArrayFn2) DerivativesTest::loss, 1).apply(W, B).item(), 1e-3);
  }

  @Test
  void moreBesideTheValue() {
    var g =
        grad(
            (Line p, Array x) -> withAux(jnp.sum(p.w().times(x)), Map.of("twice", x.times(2))),
            hasAux());
    var r = jit(g).apply(new Line(W, B), jnp.array(1., 2., 3.));
    assertEquals("[1. 2. 3.]", r.grad().w().toString());
    assertEquals("[2. 4. 6.]", r.aux().get("twice").toString());
    var v =
        valueAndGrad((Array x, Array y) -> withAux(x.times(y), List.of(x, y)), 1, hasAux())
            .apply(jnp.array(2.), jnp.array(3.));
    assertEquals("6.0 2.0 [2.0, 3.0]", v.value() + " " + v.grad() + " " + v.aux());
  }

  @Test
  void jacobians() {
    ArrayFn1 f = w -> predict(w, B, INPUTS);
    var forward = jacfwd(f).apply(W);
    assertEquals("(4, 3)", forward.shape().toString());
    near(forward, jacrev(f).apply(W));
    near(forward, jit(jacfwd(jit(f))).apply(W));
    near(forward, jit(jacrev(f)).apply(W));
    Fn1<Map<String, Array>, Array> ofMap = p -> predict(p.get("W"), p.get("b"), INPUTS);
    var tree = jacrev(ofMap).apply(Map.of("W", W, "b", B));
    assertEquals("(4, 3) (4,)", tree.get("W").shape() + " " + tree.get("b").shape());
    assertEquals(tree.toString(), jacrev(ofMap).apply(Map.of("W", W, "b", B)).toString());
    ArrayFn2 outer = (x, y) -> jnp.outer(x, y);
    var blocks = jacfwd(outer, argnums(0, 1)).apply(jnp.array(1., 2.), jnp.array(3., 4., 5.));
    assertEquals("(2, 3, 2) (2, 3, 3)", blocks.get(0).shape() + " " + blocks.get(1).shape());
  }

  @Test
  void hessians() {
    ArrayFn1 f = w -> jnp.sum(predict(w, B, INPUTS));
    var h = hessian(f).apply(W);
    assertEquals("(3, 3)", h.shape().toString());
    near(h, jacfwd(jacrev(f)).apply(W));
    near(h, jacrev(jacfwd(f)).apply(W));
    near(h, jit(hessian(f)).apply(W));
    ArrayFn1 cubes = x -> jnp.sum(x.times(x).times(x));
    assertEquals("[[ 6.  0.]\n [ 0. 12.]]", hessian(cubes).apply(jnp.array(1., 2.)).toString());
    Fn1<Map<String, Array>, Array> product = p -> p.get("a").times(p.get("b"));
    Map<String, Map<String, Array>> mixed =
        jacobean
            .jax
            .<Map<String, Array>, Map<String, Map<String, Array>>>hessian(product)
            .apply(Map.of("a", jnp.array(2.), "b", jnp.array(3.)));
    assertEquals("0.0 1.0", mixed.get("a").get("a") + " " + mixed.get("a").get("b"));
  }

  @Test
  void hessianVectorProducts() {
    ArrayFn1 f = x -> jnp.sum(jnp.tanh(x).times(x));
    var x = jnp.array(.3, -.7, 1.1);
    var v = jnp.array(1., 2., -1.);
    var wanted = jnp.dot(hessian(f).apply(x), v);
    near(wanted, jvp(grad(f), x, v).tangent());
    near(wanted, grad(y -> jnp.vdot(grad(f).apply(y), v)).apply(x));
    near(wanted, grad(y -> jvp(f, y, v).tangent()).apply(x));
    near(wanted, vjp(grad(f), x).pullback().apply(v));
  }

  @Test
  void ofSeveralArguments() {
    ArrayFn2 f = (x, y) -> x.times(jnp.sin(y));
    var moved =
        jvp(f, List.of(jnp.array(2.), jnp.array(0.)), List.of(jnp.array(1.), jnp.array(1.)));
    assertEquals("0.0 2.0", moved.value() + " " + moved.tangent());
    var back = vjp(f, jnp.array(2.), jnp.array(0.)).pullback().apply(jnp.array(1.));
    assertEquals("[0.0, 2.0]", back.toString());
  }

  @Test
  void linearFunctions() {
    var line = linearize((ArrayFn1) x -> jnp.sin(x).times(2), jnp.array(0., 1.));
    near(jnp.array(2., 1.0806046), line.jvp().apply(jnp.array(1., 1.)));
    near(
        jnp.array(2., 1.0806046),
        vmap(x -> linearize((ArrayFn1) y -> jnp.sin(y).times(2), x).jvp().apply(jnp.array(1.)))
            .apply(jnp.array(0., 1.)));
    var m = jnp.array(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    var transposed = linearTranspose((ArrayFn1) x -> jnp.matmul(m, x), jnp.zeros(2));
    assertEquals("[ 9. 12.]", transposed.apply(jnp.array(1., 1., 1.)).toString());
    assertThrows(
        GradException.class,
        () -> linearTranspose((ArrayFn1) jnp::sin, jnp.zeros(2)).apply(jnp.zeros(2)));
  }

  @Test
  void shapesWithoutNumbers() {
    assertEquals(
        "ShapeDtypeStruct(shape=(3,), dtype=float32)",
        evalShape((ArrayFn1) x -> jnp.sum(x, 0), jnp.zeros(2, 3)).toString());
    Fn1<Line, Object> f = p -> List.of(p, Map.of("s", jnp.sum(p.w())));
    assertEquals(
        "[{w=ShapeDtypeStruct(shape=(3,), dtype=float32), b=ShapeDtypeStruct(shape=(), dtype=float32)},"
            + " {s=ShapeDtypeStruct(shape=(), dtype=float32)}]",
        evalShape(f, new Line(W, B)).toString().replace(", weak_type=True", ""));
    assertThrows(
        TreeException.class,
        () -> vmap((ArrayFn1) x -> x, jacobean.jax.inAxes(List.of(0))).apply(W));
  }
}
