package user;

import static jacobean.jax.grad;
import static jacobean.jax.jit;
import static jacobean.jax.valueAndGrad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jacobean.Array;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.jnp;
import jacobean.testing.Close;
import jacobean.tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees of records, lists, maps, null, arrays and numbers. */
class PytreeTest {
  private static final Array X = jnp.arange(3.);

  private record Line(Array w, Array b) {}

  private record Net(List<Line> layers, Map<String, Array> extra, Array none) {}

  private record Numbers(double a, int b, Double c, Number d, float e, long f) {}

  private record Generic<T>(T left, T right) {}

  private record Empty() {}

  private static Net net() {
    return new Net(
        List.of(new Line(X, jnp.array(1.)), new Line(X.times(2), jnp.array(2.))),
        Map.of("scale", jnp.array(3.)),
        null);
  }

  static Stream<Arguments> structures() {
    return Stream.of(
        Arguments.of(X, 1, "*"),
        Arguments.of(1.5, 1, "*"),
        Arguments.of(null, 0, "None"),
        Arguments.of(List.of(), 0, "[]"),
        Arguments.of(Map.of(), 0, "{}"),
        Arguments.of(new Empty(), 0, "Empty()"),
        Arguments.of(List.of(1, 2., X), 3, "[*, *, *]"),
        Arguments.of(Arrays.asList(X, null, List.of(X)), 2, "[*, None, [*]]"),
        Arguments.of(Map.of("b", 1, "a", List.of(2, 3)), 3, "{'a': [*, *], 'b': *}"),
        Arguments.of(Map.of(2, X, 1, X), 2, "{1: *, 2: *}"),
        Arguments.of(new Generic<>(X, null), 1, "Generic(left=*, right=None)"),
        Arguments.of(
            net(),
            5,
            "Net(layers=[Line(w=*, b=*), Line(w=*, b=*)], extra={'scale': *}, none=None)"));
  }

  @ParameterizedTest
  @MethodSource("structures")
  void structuresPrintAsInJax(Object t, int leaves, String text) {
    assertEquals(leaves, tree.leaves(t).size());
    assertEquals(text, tree.structure(t).toString());
    assertEquals(
        tree.structure(t), tree.structure(tree.unflatten(tree.structure(t), tree.leaves(t))));
  }

  @Test
  void mapsOneTwoAndThreeTrees() {
    var one = tree.map(a -> a.plus(1), net());
    assertEquals(
        "[1. 2. 3.] 2.0 4.0",
        one.layers().get(0).w() + " " + one.layers().get(0).b() + " " + one.extra().get("scale"));
    var two = tree.map((a, b) -> a.minus(b), net(), net());
    assertEquals("[0. 0. 0.]", two.layers().get(1).w().toString());
    var three = tree.map((a, b, c) -> a.plus(b).plus(c), net(), net(), net());
    assertEquals("9.0", three.extra().get("scale").toString());
    assertEquals(null, three.none());
  }

  @Test
  void mapsToOtherThings() {
    assertEquals(
        "{layers=[{w=(3,), b=()}, {w=(3,), b=()}], extra={scale=()}, none=null}",
        tree.mapTo(a -> a.shape(), net()).toString());
    assertEquals("[1, 2]", tree.mapTo(a -> (int) a.item(), List.of(1., 2.)).toString());
  }

  @Test
  void numbersOfRecordsStayNumbers() {
    var doubled = tree.map(a -> a.times(2), new Numbers(1.5, 2, 3.25, 4, .5f, 7));
    assertEquals(new Numbers(3, 4, 6.5, 8L, 1, 14), doubled);
    var step = tree.map((p, g) -> p.minus(g.times(.5)), new Generic<>(1., 2.), new Generic<>(X, X));
    assertInstanceOf(Array.class, ((Generic<?>) step).left());
  }

  @Test
  void aTreeIsNotChanged() {
    var list = new ArrayList<>(List.of(X, X));
    var map = new HashMap<>(Map.of("x", list));
    tree.map(a -> a.plus(1), map);
    assertEquals("{x=[[0. 1. 2.], [0. 1. 2.]]}", map.toString());
  }

  @Test
  void gradientsHaveTheStructureOfTheArgument() {
    Fn2<Net, Array, Array> loss =
        (n, x) -> {
          var y = x;
          for (var l : n.layers()) {
            y = jnp.tanh(y.times(l.w()).plus(l.b()));
          }
          return jnp.sum(y.times(n.extra().get("scale")));
        };
    var g = grad(loss).apply(net(), X);
    assertEquals(tree.structure(net()), tree.structure(g));
    assertEquals(tree.mapTo(Array::shape, net()), tree.mapTo(Array::shape, g));
    var compiled = grad(jit(loss)).apply(net(), X);
    tree.map(
        (a, b) -> {
          Close.SUMS.check(a, b, "compiled gradient");
          return a;
        },
        g,
        compiled);
    // A list may come as any kind of list, and numbers as leaves.
    Fn1<List<Object>, Array> f = p -> jnp.sum(X.times((Array) p.get(0)).plus((Array) p.get(1)));
    var r = valueAndGrad(f).apply(List.of(2., 1.));
    assertEquals("9.0 [3.0, 3.0]", r.value() + " " + r.grad());
  }

  @Test
  void compiledFunctionsTakeAndGiveTrees() {
    Fn2<Map<String, Array>, List<Array>, Generic<Array>> f =
        jit(
            (Fn2<Map<String, Array>, List<Array>, Generic<Array>>)
                (m, l) -> new Generic<>(m.get("x").plus(l.get(0)), l.get(1)));
    var out = f.apply(Map.of("x", X), List.of(X, X.times(3)));
    assertEquals("[0. 2. 4.] [0. 3. 6.]", out.left() + " " + out.right());
  }
}
