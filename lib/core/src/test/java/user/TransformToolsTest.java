package user;

import static jacobean.jax.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.WithAux;
import jacobean.fn.Fn1;
import jacobean.jnp;
import jacobean.lax;
import jacobean.pytree.PyTreeNode;
import jacobean.pytree.Static;
import jacobean.tree;
import jacobean.type.Complex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rarer transformations: what they give. */
class TransformToolsTest {
  private static final Array X = jnp.array(1., 2.);

  record Line(Array w, Array b) {}

  record Power(String name, @Static int n, Array x) {}

  private static final Line LINE = new Line(jnp.array(2., 3.), jnp.array(1.));

  private static Array squares(Line p) {
    return jnp.sum(jnp.square(p.w()).times(p.b()));
  }

  /** An expression and the text of its value. */
  record Gives(String name, Supplier<?> value, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Gives gives(String text, String name, Supplier<?> value) {
    return new Gives(name, value, text);
  }

  private static WithAux<Array> cube(Array x) {
    return withAux(jnp.sum(x.times(x).times(x)), x.plus(1));
  }

  static Stream<Gives> values() {
    var pairs = List.of(List.of(0, 2), List.of(1, 3));
    ArrayFn1 square = x -> x.times(x);
    return Stream.of(
        // aux
        gives(
            "[ 3. 12.] [2. 3.]",
            "jacrev with aux",
            () -> aux(jacrev((Array x) -> cube(x), hasAux()).apply(X))),
        gives(
            "[ 3. 12.] [2. 3.]",
            "jacfwd with aux",
            () -> aux(jacfwd((Array x) -> cube(x), hasAux()).apply(X))),
        gives(
            "[[ 6. 0.] [ 0. 12.]] [2. 3.]",
            "hessian with aux",
            () -> aux(hessian((Array x) -> cube(x), hasAux()).apply(X))),
        gives(
            "[ 6. 24.] [2. 3.]",
            "vjp with aux",
            () -> {
              var v = vjp((Array x) -> cube(x), X, hasAux());
              return v.apply(jnp.array(2.)) + " " + v.aux();
            }),
        gives(
            "15.0 [2. 3.]",
            "jvp with aux",
            () -> {
              var v = jvp((Array x) -> cube(x), X, jnp.ones(2), hasAux());
              return v.tangent() + " " + v.aux();
            }),
        gives(
            "[[8.0, 3.0], 2.0]",
            "vjp of two with aux",
            () -> {
              var v =
                  vjp(
                      (Array a, Array b) -> withAux(a.times(b), a),
                      jnp.array(3.),
                      jnp.array(8.),
                      hasAux());
              return List.of(v.apply(jnp.array(1.)), v.aux().minus(1));
            }),
        // trees of trees
        gives(
            "{w={w=[[2. 0.] [0. 2.]], b=[4. 6.]}, b={w=[4. 6.], b=0.0}}",
            "hessian by a record",
            () -> named(hessian(TransformToolsTest::squares).apply(LINE))),
        gives(
            "{w=Line[w=[[1. 0.] [0. 1.]], b=[0. 0.]], b=Line[w=[0. 0.], b=2.0]}",
            "jacobian of a record by a record",
            () -> jacobian((Line p) -> new Line(p.w(), p.b().times(p.b()))).apply(LINE)),
        gives(
            "{y={x=2.0}}",
            "jacobian of a map by a map",
            () ->
                jacobian((Map<String, Array> m) -> Map.of("y", m.get("x").times(2)))
                    .apply(Map.of("x", jnp.array(1.)))),
        gives(
            "[[[2. 0.] [0. 4.]], [1. 1.]]",
            "jacfwd of a list",
            () -> jacfwd((Array x) -> List.of(x.times(x), x.sum())).apply(X)),
        gives(
            "{y={x=[5. 7.]}}",
            "jacfwd of a map by a map, of two arguments",
            () ->
                jacfwd((Map<String, Array> m, Array k) -> Map.of("y", m.get("x").times(k)))
                    .apply(Map.of("x", jnp.array(2.)), jnp.array(5., 7.))),
        gives(
            "{y=[{x=5.0}, 2.0]}",
            "jacfwd of a map by several arguments",
            () ->
                jacfwd(
                        (Map<String, Array> m, Array k) -> Map.of("y", m.get("x").times(k)),
                        argnums(0, 1))
                    .apply(Map.of("x", jnp.array(2.)), jnp.array(5.))),
        gives(
            "[[[3. 0.] [0. 3.]], [2. 1.]]",
            "jacrev of a list",
            () -> jacrev((Array x) -> List.of(x.times(3.), x.prod())).apply(X)),
        gives(
            "[{c=2.0}, {c=10.0}]",
            "jacrev of a list by the second argument",
            () ->
                jacrev(
                        (Map<String, Array> m, Map<String, Array> k) ->
                            List.of(m.get("x").times(k.get("c")), jnp.square(k.get("c"))),
                        1)
                    .apply(Map.of("x", jnp.array(2.)), Map.of("c", jnp.array(5.)))),
        gives(
            "[[[[ 6. 0.] [ 0. 0.]] [[ 0. 0.] [ 0. 12.]]], [[0. 1.] [1. 0.]]]",
            "hessian of a list",
            () -> hessian((Array x) -> List.of(x.times(x).times(x), x.prod())).apply(X)),
        gives(
            "{y=[{x=[{x=0.0}, 10.0]}, [{x=10.0}, 4.0]]}",
            "hessian of a map by several arguments",
            () ->
                hessian(
                        (Map<String, Array> m, Array k) ->
                            Map.of("y", m.get("x").times(k).times(k)),
                        argnums(0, 1))
                    .apply(Map.of("x", jnp.array(2.)), jnp.array(5.))),
        gives(
            "{y=[1. 1.]}",
            "jit(vmap(jacfwd)) of a map",
            () -> {
              Fn1<Array, Map<String, Array>> slope = jacfwd((Array x) -> Map.of("y", jnp.sin(x)));
              return jit(vmap(slope)).apply(jnp.zeros(2));
            }),
        // holomorphic
        gives(
            "(4+2j)",
            "holomorphic grad",
            () -> grad(square, holomorphic()).apply(jnp.complex(2, 1))),
        gives(
            "(3+0j)",
            "holomorphic by the second",
            () ->
                grad((a, b) -> a.times(b), holomorphic(1))
                    .apply(jnp.complex(3, 0), jnp.complex(1, 1))),
        gives(
            "[[2.+2.j 0.+0.j] [0.+0.j 4.+0.j]]",
            "holomorphic jacrev",
            () ->
                jacrev(square, holomorphic())
                    .apply(jnp.array(new Complex[] {new Complex(1, 1), new Complex(2, 0)}))),
        gives(
            "[[2.+2.j 0.+0.j] [0.+0.j 4.+0.j]]",
            "holomorphic jacfwd",
            () ->
                jacfwd(square, holomorphic())
                    .apply(jnp.array(new Complex[] {new Complex(1, 1), new Complex(2, 0)}))),
        gives(
            "(2+0j)",
            "holomorphic hessian",
            () -> hessian(square, holomorphic()).apply(jnp.complex(2, 1))),
        gives(
            "(4+2j)",
            "a rule for complex numbers",
            () ->
                grad(
                        customJvp(square, (x, t) -> dual(x.times(x), x.times(t).times(2))),
                        holomorphic())
                    .apply(jnp.complex(2, 1))),
        gives(
            "(4+2j)",
            "a backward rule for complex numbers",
            () ->
                grad(
                        customVjp(
                            square, x -> saved(x.times(x), x), (x, ct) -> ct.times(x).times(2)),
                        holomorphic())
                    .apply(jnp.complex(2, 1))),
        gives(
            "(3+4j)",
            "complex with a literal",
            () -> jnp.array(3.).plus(jnp.array(4.).times(Complex.I))),
        // groups
        gives(
            "[2. 4. 2. 4.]",
            "psum in groups",
            () -> vmap(x -> lax.psum(x, "i", pairs), axisName("i")).apply(jnp.arange(4.))),
        gives(
            "[1. 2. 1. 2.]",
            "pmean in groups",
            () -> pmap(x -> lax.pmean(x, "i", pairs), axisName("i")).apply(jnp.arange(4.))),
        gives(
            "[2. 3. 2. 3.] [0. 1. 0. 1.]",
            "pmax and pmin in groups",
            () ->
                vmap(x -> lax.pmax(x, "i", pairs), axisName("i")).apply(jnp.arange(4.))
                    + " "
                    + vmap(x -> lax.pmin(x, "i", pairs), axisName("i")).apply(jnp.arange(4.))),
        gives(
            "[ 4. 8. 6. 10.]",
            "psumScatter in groups",
            () ->
                vmap(x -> lax.psumScatter(x, "i", pairs), axisName("i"))
                    .apply(jnp.arange(8.).reshape(4, 2))),
        gives(
            "[[0. 4.] [2. 6.] [1. 5.] [3. 7.]]",
            "allToAll in groups",
            () ->
                vmap(x -> lax.allToAll(x, "i", 0, 0, pairs), axisName("i"))
                    .apply(jnp.arange(8.).reshape(4, 2))),
        gives(
            "[2. 2. 2. 2.]",
            "gradient of psum in groups",
            () ->
                grad(v -> jnp.sum(vmap(x -> lax.psum(x, "i", pairs), axisName("i")).apply(v)))
                    .apply(jnp.arange(4.))),
        gives(
            "[3. 0. 1. 2.]",
            "ppermute by arrays in a list",
            () ->
                vmap(
                        x ->
                            lax.ppermute(
                                x,
                                "i",
                                List.of(
                                    new int[] {0, 1},
                                    new int[] {1, 2},
                                    new int[] {2, 3},
                                    new int[] {3, 0})),
                        axisName("i"))
                    .apply(jnp.arange(4.))),
        // pmap
        gives(
            "[[0. 3.] [0. 4.]]",
            "static arguments of pmap",
            () -> {
              var f = pmap((Array x, Integer k) -> x.times(k), staticBroadcastedArgnums(1));
              return jnp.stack(f.apply(jnp.arange(2.), 3), f.apply(jnp.arange(2.), 4));
            }),
        gives(
            "[0. 3.]",
            "static arguments and inAxes",
            () ->
                pmap(
                        (Integer k, Array x, Array y) -> x.times(k).plus(y),
                        staticBroadcastedArgnums(0),
                        inAxes(null, 0, null))
                    .apply(3, jnp.arange(2.), jnp.array(0.))),
        gives(
            "[[2. 2.] [2. 2.]]",
            "one entry of inAxes for all",
            () -> vmap((a, b) -> a.plus(b), inAxes(1)).apply(jnp.ones(2, 2), jnp.ones(2, 2))),
        gives(
            "[CpuDevice(id=0)] CpuDevice(id=0)",
            "devices of an array",
            () -> X.devices() + " " + pmap(square).apply(X).device()),
        // tools
        gives(
            "[5. 6.] [[1. 2.]]",
            "closureConvert",
            () -> {
              var c = closureConvert(x -> x.times(X), jnp.ones(2));
              return c.function().apply(jnp.ones(2), List.of(jnp.array(5., 6.))) + " " + c.consts();
            }),
        gives(
            "[2. 4.]",
            "fwdAndBwd, compiled",
            () -> {
              var both = fwdAndBwd(square);
              var there = jit(both.fwd()).apply(X);
              return jit(both.bwd()).apply(there.residuals(), jnp.ones(2));
            }),
        gives(
            "6.0 4.0",
            "linearCall by both",
            () -> {
              var by =
                  grad(
                          (n, x) -> linearCall((r, v) -> v.times(r), (r, ct) -> ct.times(r), n, x),
                          argnums(0, 1))
                      .apply(jnp.array(4.), jnp.array(6.));
              return by.get(0) + " " + by.get(1);
            }),
        gives(
            "[2. 4.]",
            "a callback in a batch",
            () -> jit(vmap(x -> pureCallback(v -> v.times(2), x, x))).apply(X)),
        gives(
            "[[2. 4.] [3. 6.]]",
            "a callback in batches of batches",
            () ->
                vmap(x ->
                        vmap(y -> pureCallback((a, b) -> a.times(b), x, x, y))
                            .apply(jnp.array(1., 2.)))
                    .apply(jnp.array(2., 3.))),
        gives(
            "Line[w=[3. 4.], b=2.0]",
            "a callback of a tree",
            () ->
                jit((Line p) -> pureCallback((Line q) -> tree.map(x -> x.plus(1), q), p, p))
                    .apply(LINE)),
        gives(
            "[[5. 5.] [5. 5.]]",
            "nondiffArgnums forward",
            () -> {
              var app =
                  customJvp(
                      (ArrayFn1 f, Array x) -> f.apply(x),
                      nondiffArgnums(ArrayFn1.class, 0),
                      (f, p, t) -> dual(f.get(0).apply(p.get(0)), t.get(0).times(5)));
              return jnp.stack(
                  grad((Array x) -> jnp.sum(app.apply(y -> y.times(y), x))).apply(X),
                  vmap((Array x) -> grad((Array z) -> app.apply(y -> y, z)).apply(x)).apply(X));
            }),
        gives(
            "7.0",
            "nondiffArgnums first and last",
            () -> {
              var app =
                  customVjp(
                      (Integer n, Array x, Integer m) -> x.times(n + m),
                      nondiffArgnums(Integer.class, 0, 2),
                      (n, x, m) -> saved(x, x),
                      (held, x, ct) -> List.of(ct.times(held.get(0) + held.get(1))));
              return grad(app, 1).apply(3, jnp.array(1.), 4);
            }),
        gives("3.0", "jit of nothing", () -> jit(() -> jnp.arange(3.).sum()).apply()),
        // trees
        gives(
            "8.0 [[2.0]]",
            "static components",
            () -> {
              var p = new Power("cube", 3, jnp.array(2.));
              Fn1<Power, Array> value =
                  q -> {
                    var y = jnp.array(1.);
                    for (int i = 0; i < q.n(); i++) {
                      y = y.times(q.x());
                    }
                    return y;
                  };
              return jit(value).apply(p) + " " + List.of(tree.leaves(p));
            }),
        gives(
            "Power[name=cube, n=2, x=4.0]",
            "gradient by a record with statics",
            () -> grad((Power p) -> p.x().times(p.x())).apply(new Power("cube", 2, jnp.array(2.)))),
        gives(
            "[1, null, a]",
            "leaves of any kind",
            () -> tree.leaves(Arrays.asList(1, null, "a"), x -> x == null)),
        gives(
            "{t=[1 3]}",
            "mapAll",
            () -> tree.mapAll(xs -> jnp.stack(xs), List.of(Map.of("t", 1), Map.of("t", 3)))),
        gives("Pair[2, 3]", "a node of one's own", () -> tree.map(x -> x.plus(1), new Pair(1, 2))),
        gives(
            "Pair[2.0, 1.0]",
            "gradient by a node of one's own",
            () ->
                grad((Pair p) -> ((Array) p.a).times((Array) p.b))
                    .apply(new Pair(jnp.array(1.), jnp.array(2.)))),
        gives(
            "Pair[[1. 4.], [2. 5.]]",
            "batch of a node of one's own",
            () ->
                vmap((Pair p, Array x) -> tree.map(v -> v.times(x), p))
                    .apply(new Pair(jnp.array(1., 2.), jnp.array(2., 2.5)), X)));
  }

  static final class Pair implements PyTreeNode {
    final Object a;
    final Object b;

    Pair(Object a, Object b) {
      this.a = a;
      this.b = b;
    }

    @Override
    public List<?> children() {
      return List.of(a, b);
    }

    @Override
    public Pair withChildren(List<?> c) {
      return new Pair(c.get(0), c.get(1));
    }

    @Override
    public String toString() {
      return "Pair[" + a + ", " + b + "]";
    }
  }

  private static String aux(jacobean.JacobianWithAux<?, ?> j) {
    return j.jacobian() + " " + j.aux();
  }

  /** A map of records as a map of maps. */
  private static Object named(Object map) {
    var text = String.valueOf(map);
    return text.replace("Line[w=", "{w=").replaceAll("(b=(?:\\[[^]]*]|[0-9.]+))]", "$1}");
  }

  @ParameterizedTest
  @MethodSource("values")
  void gives(Gives g) {
    assertEquals(g.text(), String.valueOf(g.value().get()).replaceAll("\\s+", " "));
  }

  @Test
  void derivativesOfSmoothFunctionsPass() {
    checkGrads((a, b) -> jnp.sin(a).times(b), List.of(X, X), 2);
    checkGrads((Fn1<Line, Array>) TransformToolsTest::squares, List.of(LINE), 2);
  }

  @Test
  void effectsHappenInOrderAndOnce() {
    var seen = new ArrayList<Double>();
    ArrayFn1 log =
        x ->
            ioCallback(
                v -> {
                  seen.add(v.item());
                  return v;
                },
                x,
                x);
    jit(x -> {
          log.apply(x.plus(1));
          log.apply(x.plus(2));
          return x;
        })
        .apply(jnp.array(0.));
    assertEquals(List.of(1., 2.), seen);
  }
}
