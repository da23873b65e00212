package user;

import static jacobean.jax.grad;
import static jacobean.jax.inAxes;
import static jacobean.jax.jit;
import static jacobean.jax.jvp;
import static jacobean.jax.outAxes;
import static jacobean.jax.stopGradient;
import static jacobean.jax.vjp;
import static jacobean.jax.vmap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.ArrayFn2;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.jnp;
import jacobean.random;
import jacobean.testing.Close;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Transformations of transformed functions, in every order. */
class NestingTest {
  private static final Array X = jnp.array(.5, -1., 2.);

  private static final Close CLOSE = new Close(2e-5, 2e-6);

  /** A function of a scalar with known derivatives: {@code x^3 + sin x}. */
  private static Array f(Array x) {
    return x.times(x).times(x).plus(jnp.sin(x));
  }

  private static Array slope(Array x) {
    return x.times(x).times(3).plus(jnp.cos(x));
  }

  private static Array curvature(Array x) {
    return x.times(6).minus(jnp.sin(x));
  }

  /** A derivative of f at each of the X, by a way through the transformations. */
  record Way(String name, ArrayFn1 way, UnaryOperator<Array> wanted) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Way first(String name, ArrayFn1 way) {
    return new Way(name, way, NestingTest::slope);
  }

  private static Way second(String name, ArrayFn1 way) {
    return new Way(name, way, NestingTest::curvature);
  }

  private static Array along(Fn1<Array, Array> f, Array x) {
    return jvp(f, x, jnp.ones(x.shape(), x.dtype())).tangent();
  }

  private static Array along(ArrayFn1 f, Array x) {
    return along((Fn1<Array, Array>) f, x);
  }

  static Stream<Way> ways() {
    ArrayFn1 f = NestingTest::f;
    ArrayFn1 compiled = jit(f);
    return Stream.of(
        first("vmap of grad", vmap(grad(f))),
        first("vmap of grad of jit", vmap(grad(compiled))),
        first("vmap of jit of grad", vmap(jit(grad(f)))),
        first("jit of vmap of grad", jit(vmap(grad(f)))),
        first("jit of vmap of jit of grad of jit", jit(vmap(jit(grad(compiled))))),
        first("grad of sum of vmap", grad(x -> jnp.sum(vmap(f).apply(x)))),
        first("grad of sum of vmap of jit", grad(x -> jnp.sum(vmap(compiled).apply(x)))),
        first("grad of jit of sum of vmap", grad(jit(x -> jnp.sum(vmap(f).apply(x))))),
        first("jit of grad of jit of vmap", jit(grad(jit(x -> jnp.sum(vmap(f).apply(x)))))),
        first("jvp", x -> along(f, x)),
        first("jvp of jit", x -> along(compiled, x)),
        first("jvp of vmap", x -> along(vmap(f), x)),
        first("vmap of jvp", vmap(x -> along(f, x))),
        first("jit of vmap of jvp of jit", jit(vmap(x -> along(compiled, x)))),
        first("vjp", x -> vjp(f, x).pullback().apply(jnp.ones(3))),
        first("vmap of vjp of jit", vmap(x -> vjp(compiled, x).pullback().apply(jnp.array(1.)))),
        second("vmap of grad of grad", vmap(grad(grad(f)))),
        second("vmap of grad of grad of jit", vmap(grad(grad(compiled)))),
        second("vmap of grad of jit of grad", vmap(grad(jit(grad(f))))),
        second("jit of vmap of grad of jit of grad of jit", jit(vmap(grad(jit(grad(compiled)))))),
        second("grad of sum of vmap of grad", grad(x -> jnp.sum(vmap(grad(f)).apply(x)))),
        second(
            "grad of sum of jit of vmap of jit of grad",
            grad(x -> jnp.sum(jit(vmap(jit(grad(f)))).apply(x)))),
        second("jvp of grad of jit", vmap(x -> along(grad(compiled), x))),
        second("jvp of jvp", x -> along((ArrayFn1) y -> along(f, y), x)),
        second("grad of jvp", vmap(grad(x -> along(f, x)))),
        second("jvp of jit of jvp", x -> along(jit(y -> along(f, y)), x)),
        second(
            "vjp of vjp",
            x ->
                vjp((ArrayFn1) y -> vjp(f, y).pullback().apply(jnp.ones(3)), x)
                    .pullback()
                    .apply(jnp.ones(3))));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void derivativesByEveryWay(Way w) {
    CLOSE.check(w.wanted().apply(X), w.way().apply(X), w);
  }

  @Test
  void thirdDerivative() {
    assertEquals(
        6 - Math.cos(.5), grad(grad(grad(jit(NestingTest::f)))).apply(jnp.array(.5)).item(), 1e-5);
  }

  /** An inner derivative does not take an outer variable's movement for its own. */
  @Test
  void perturbationsAreNotConfused() {
    // d/dx [x d/dy (x y)] = d/dx x^2 = 2x.
    ArrayFn1 f = x -> x.times(grad(y -> x.times(y)).apply(jnp.array(1.)));
    assertEquals(6., grad(f).apply(jnp.array(3.)).item());
    ArrayFn1 forward = x -> x.times(along((ArrayFn1) y -> x.times(y), jnp.array(1.)));
    assertEquals(6., along(forward, jnp.array(3.)).item());
    assertEquals(6., grad(forward).apply(jnp.array(3.)).item());
  }

  @Test
  void batchesInBatches() {
    ArrayFn2 product = Array::times;
    var table =
        vmap((ArrayFn1) x -> vmap((ArrayFn1) y -> product.apply(x, y)).apply(jnp.array(1., 10.)));
    assertEquals(
        List.of(.5, 5., -1., -10., 2., 20.),
        java.util.Arrays.stream(table.apply(X).toDoubles()).boxed().toList());
    assertEquals("(3, 2)", table.apply(X).shape().toString());
  }

  @Test
  void axesOfBatches() {
    var m = jnp.reshape(jnp.arange(6.), 2, 3);
    ArrayFn2 add = Array::plus;
    assertEquals(
        "[[0. 4.]\n [1. 5.]\n [2. 6.]]",
        vmap(add, inAxes(1, null)).apply(m, jnp.array(0., 1.)).toString());
    assertEquals(
        "[[0. 3.]\n [1. 4.]\n [2. 5.]]", vmap((ArrayFn1) x -> x, inAxes(1)).apply(m).toString());
    assertEquals(
        "[[0. 1. 2.]\n [3. 4. 5.]]",
        vmap((ArrayFn1) x -> x, inAxes(1), outAxes(1)).apply(m).toString());
    assertEquals(
        "[[0. 1. 2.]\n [3. 4. 5.]]",
        vmap((ArrayFn1) x -> x, inAxes(-1), outAxes(-1)).apply(m).toString());
    assertEquals("[7. 7.]", vmap((ArrayFn1) _ -> jnp.array(7.)).apply(m).toString());
  }

  @Test
  void batchesOfTrees() {
    record Line(Array w, Array b) {}
    Fn2<Line, Array, Line> step = (p, x) -> new Line(p.w().times(x), p.b().plus(x));
    var lines = new Line(jnp.array(1., 2.), jnp.array(3., 4.));
    var both = vmap(step).apply(lines, jnp.array(10., 20.));
    assertEquals("[10. 40.] [13. 24.]", both.w() + " " + both.b());
    var one =
        vmap(step, inAxes(null, 0))
            .apply(new Line(jnp.array(1.), jnp.array(3.)), jnp.array(10., 20.));
    assertEquals("[10. 20.] [13. 23.]", one.w() + " " + one.b());
  }

  @Test
  void manyKeys() {
    var keys = random.splitArray(random.PRNGKey(1), 4);
    var rows = vmap((ArrayFn1) k -> random.normal(k, 5)).apply(keys);
    for (int i = 0; i < 4; i++) {
      Close.EXACT.check(random.normal(keys.get(i), 5), rows.get(i), "row " + i);
    }
    Close.EXACT.check(rows, jit(vmap((ArrayFn1) k -> random.normal(k, 5))).apply(keys), "compiled");
  }

  @Test
  void stoppedGradients() {
    ArrayFn1 f = x -> jnp.sum(x.times(stopGradient(x)));
    assertEquals(X.toString(), grad(f).apply(X).toString());
    assertEquals(X.toString(), grad(jit(f)).apply(X).toString());
    assertEquals("[0. 0. 0.]", grad(x -> jnp.sum(stopGradient(x))).apply(X).toString());
  }

  /** What does not depend on the argument has a gradient of zeros. */
  @Test
  void constantFunctions() {
    assertEquals("[0. 0. 0.]", grad(x -> jnp.array(1.)).apply(X).toString());
    assertEquals("[0. 0. 0.]", grad(jit(x -> jnp.array(1.))).apply(X).toString());
    assertEquals("[0. 0. 0.]", grad(jit(x -> jnp.sum(jnp.floor(x)))).apply(X).toString());
    assertEquals("[1. 1. 1.]", grad(jit(x -> jnp.sum(x))).apply(X).toString());
    assertEquals(1., grad(x -> x).apply(jnp.array(3.)).item());
    assertEquals(1., grad(jit(x -> x)).apply(jnp.array(3.)).item());
  }

  /** With numbers at hand, loops and conditions run as written. */
  @Test
  void gradThroughControlFlow() {
    ArrayFn1 f =
        x -> {
          var y = x;
          while (y.lt(100.).toBoolean()) {
            y = y.times(x);
          }
          return y;
        };
    assertEquals(7 * Math.pow(2, 6), grad(f).apply(jnp.array(2.)).item());
    assertEquals(5 * Math.pow(3, 4), grad(f).apply(jnp.array(3.)).item());
  }

  @Test
  void doublePrecisionStays() {
    var x = jnp.array(new double[] {.1}, jnp.float64).get(0);
    var y = grad(jit(a -> jnp.sin(a).times(2.))).apply(x);
    assertEquals(jnp.float64, y.dtype());
    assertEquals(2 * Math.cos(.1), y.item());
  }
}
