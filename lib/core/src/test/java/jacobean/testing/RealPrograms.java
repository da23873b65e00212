package jacobean.testing;

import static jacobean.jax.*;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.ArrayFn2;
import jacobean.ArrayFn3;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.jnp;
import jacobean.lax;
import jacobean.tree;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Programs as people write them, each of several transformations, with the numbers of JAX 0.10.2.
 */
public final class RealPrograms {
  private RealPrograms() {}

  /** A program and all numbers of its result, leaf by leaf. */
  public record Program(String name, Supplier<?> value, double[] wanted) {
    @Override
    public String toString() {
      return name;
    }

    /** What is not as near to JAX's numbers as float32 allows; empty if all is. */
    public String difference() {
      double[] got =
          tree.leaves(value.get()).stream().flatMapToDouble(a -> numbers((Array) a)).toArray();
      boolean same = got.length == wanted.length;
      for (int i = 0; same && i < got.length; i++) {
        same = Math.abs(got[i] - wanted[i]) <= 2e-6 + 1e-4 * Math.abs(wanted[i]);
      }
      return same ? "" : "got " + Arrays.toString(got) + ", JAX " + Arrays.toString(wanted);
    }

    private static DoubleStream numbers(Array x) {
      var host = x.host();
      return LongStream.range(0, x.size()).mapToDouble(host::real);
    }
  }

  static Program program(String name, Supplier<?> value, String wanted) {
    return new Program(
        name, value, Stream.of(wanted.split(" ")).mapToDouble(Double::parseDouble).toArray());
  }

  /** Numbers between -1 and 1. */
  static Array some(int... shape) {
    int n = (int) Shape.of(shape).size();
    return jnp.sin(jnp.arange(n).astype(jnp.float32).plus(1)).reshape(shape);
  }

  static Array weights() {
    return some(3, 3).times(.3);
  }

  private static Array matrix() {
    return weights().plus(jnp.eye(3).times(2));
  }

  private static Array loss(Array w, Array x, Array y) {
    return jnp.mean(jnp.square(jnp.tanh(x.matmul(w)).minus(y)));
  }

  private static Array step(Array w, Array x, Array y) {
    return w.minus(grad((ArrayFn1) v -> loss(v, x, y)).apply(w).times(.1));
  }

  public static Stream<Program> all() {
    return Stream.of(
            learning(), implicit(), loops(), rules(), batches(), others(), ComposedPrograms.all())
        .flatMap(List::stream);
  }

  private static List<Program> learning() {
    ArrayFn3 maml =
        (w, xs, ys) ->
            jnp.mean(vmap((Array x, Array y) -> loss(step(w, x, y), x, y.plus(.1))).apply(xs, ys));
    ArrayFn3 threeSteps =
        (w, xs, ys) ->
            jnp.sum(
                vmap((Array x, Array y) ->
                        loss(lax.foriLoop(0, 3, (_, v) -> step(v, x, y), w), x, y))
                    .apply(xs, ys));
    ArrayFn1 adam =
        rate ->
            loss(
                lax.foriLoop(
                        1,
                        6,
                        (t, c) -> {
                          var g =
                              grad((ArrayFn1) v -> loss(v, some(4, 3), some(4))).apply(c.get(0));
                          var m = c.get(1).times(.9).plus(g.times(.1));
                          var v = c.get(2).times(.99).plus(g.times(g).times(.01));
                          var corrected = m.div(jnp.pow(.9, t).times(-1).plus(1));
                          var root = jnp.sqrt(v.div(jnp.pow(.99, t).times(-1).plus(1))).plus(1e-8);
                          return List.of(c.get(0).minus(rate.times(corrected).div(root)), m, v);
                        },
                        List.of(some(3), jnp.zeros(3), jnp.zeros(3)))
                    .get(0),
                some(4, 3),
                some(4));
    ArrayFn1 clipped =
        w ->
            jnp.sum(
                vmap((Array x, Array y) -> {
                      var g = grad((ArrayFn1) v -> loss(v, x, y)).apply(w);
                      return g.div(jnp.maximum(1., jnp.linalg.norm(g).div(.05)));
                    })
                    .apply(some(4, 3), some(4)),
                0);
    return List.of(
        program(
            "MAML",
            () -> jit(grad(maml)).apply(some(3), some(4, 5, 3), some(4, 5)),
            "0.242501 0.2891449 0.06995024"),
        program(
            "MAML of three steps",
            () -> grad(threeSteps).apply(some(3), some(4, 5, 3), some(4, 5)),
            "1.22196 1.398724 0.2895076"),
        program("Adam in a loop, by its rate", () -> grad(adam).apply(jnp.array(.01)), "-2.809437"),
        program(
            "per-example gradients",
            () ->
                vmap(grad((ArrayFn3) RealPrograms::loss), inAxes(null, 0, 0))
                    .apply(some(3), some(4, 3), some(4)),
            "0.02012188 0.0217438 0.003374567 0.4567165 0.5786933 0.1686222 0.1784 "
                + "0.2686532 0.1119078 0.02995677 0.05506492 0.02954663"),
        program(
            "clipped and summed",
            () -> jit(clipped).apply(some(3)),
            "0.09806284 0.1390846 0.05223257"));
  }

  private static List<Program> implicit() {
    ArrayFn2 solve =
        customVjp(
            (ArrayFn2) (a, b) -> jnp.linalg.solve(a, b),
            (a, b) -> {
              var x = jnp.linalg.solve(a, b);
              return saved(x, List.of(a, x));
            },
            (r, ct) -> {
              var l = jnp.linalg.solve(r.get(0).T(), ct);
              return List.of(jnp.outer(l, r.get(1)).times(-1), l);
            });
    ArrayFn2 solved = (a, b) -> jnp.sum(jnp.sin(solve.apply(a, b)));
    Fn2<Array, Array, Array> half = (a, x) -> jnp.cos(a.times(x)).times(.5);
    ArrayFn1 fixed =
        customVjp(
            (ArrayFn1) a -> fixedPoint(half, a),
            a -> {
              var x = fixedPoint(half, a);
              return saved(x, List.of(a, x));
            },
            (r, ct) -> {
              var byX = vjp((Array x) -> half.apply(r.get(0), x), r.get(1));
              var u = lax.foriLoop(0, 60, (_, v) -> ct.plus(byX.apply(v)), ct);
              return vjp((Array a) -> half.apply(a, r.get(1)), r.get(0)).apply(u);
            });
    ArrayFn1 root =
        a ->
            lax.customRoot(
                x -> x.times(x).minus(a),
                jnp.array(1.),
                (f, x0) -> lax.foriLoop(0, 20, (_, x) -> x.minus(f.apply(x).div(x.times(2))), x0),
                (g, y) -> y.div(g.apply(jnp.array(1.))));
    ArrayFn1 rootOfClosures =
        a -> {
          var k = a.times(2.);
          return lax.customRoot(
              x -> x.times(x).minus(a),
              jnp.array(1.),
              (f, x0) -> lax.foriLoop(0, 20, (_, x) -> x.minus(f.apply(x).div(x.times(2))), x0),
              (g, y) -> y.div(g.apply(jnp.array(1.))).times(k).div(k));
        };
    return List.of(
        program(
            "root whose solver closes over what moves",
            () -> grad(rootOfClosures).apply(jnp.array(2.)),
            "0.35355338"),
        program(
            "second derivative of a root whose solver closes over what moves",
            () -> grad(grad(rootOfClosures)).apply(jnp.array(2.)),
            "-0.08838835"),
        program(
            "implicit solve",
            () -> grad(solved, argnums(0, 1)).apply(matrix(), some(3)),
            "-0.1271558 -0.23712 0.01727355 -0.1047612 -0.1953586 0.01423134 "
                + "-0.1452823 -0.2709223 0.01973596 0.4163703 0.3430394 0.4757254"),
        program(
            "implicit solve of a batch",
            () -> vmap(grad(solved), inAxes(null, 0)).apply(matrix(), some(2, 3)),
            "-0.1271558 -0.23712 0.01727355 -0.1047612 -0.1953586 0.01423134 "
                + "-0.1452823 -0.2709223 0.01973596 0.1107905 0.2507747 0.01002061 "
                + "0.08791496 0.1989958 0.0079516 0.1252363 0.2834729 0.01132719"),
        program(
            "fixed point",
            () -> grad((Array a) -> jnp.sum(fixed.apply(a))).apply(some(3)),
            "-0.07569248 -0.07805473 -0.01745167"),
        program("custom root", () -> grad(root).apply(jnp.array(2.)), "0.3535534"),
        program(
            "by way of Cholesky",
            () ->
                grad((ArrayFn1)
                        m -> {
                          var l = jnp.linalg.cholesky(m.matmul(m.T()).plus(jnp.eye(3)));
                          var y = lax.linalg.triangularSolve(l, some(3).reshape(3, 1), true, true);
                          return jnp.sum(
                              lax.linalg.triangularSolve(l, y, true, true, true, false, false));
                        })
                    .apply(weights()),
            "-0.1575844 -0.1699962 -0.02611418 -0.1761336 -0.1871352 -0.02608557 "
                + "-0.04823462 -0.03149417 0.01420189"));
  }

  private static Array fixedPoint(Fn2<Array, Array, Array> f, Array a) {
    var x = jnp.zeros(3);
    return lax.whileLoop(
            c -> jnp.max(jnp.abs(c.get(0).minus(c.get(1)))).gt(1e-6),
            c -> List.of(f.apply(a, c.get(0)), c.get(0)),
            List.of(f.apply(a, x), x))
        .get(0);
  }

  private static Array scanned(Array x) {
    var both =
        lax.scan(
            (Array c, Array row) -> {
              var inner =
                  lax.scan(
                      (Array a, Array b) -> {
                        var next =
                            lax.cond(
                                b.gt(0),
                                (Array v) -> jnp.sin(v).times(b),
                                (Array v) -> v.minus(b.times(x)),
                                a);
                        return lax.step(next, next.times(b));
                      },
                      c,
                      row);
              return lax.step(inner.carry(), inner.ys().sum());
            },
            x,
            some(3, 4));
    return both.carry().plus(both.ys().sum());
  }

  private static List<Program> loops() {
    ArrayFn2 powers =
        (w, x) -> {
          ArrayFn1 step = checkpoint((ArrayFn1) c -> jnp.tanh(w.times(c)));
          return lax.scan((c, _) -> lax.step(step.apply(c), c), x, jnp.zeros(4)).carry();
        };
    ArrayFn1 ofRows =
        x -> lax.scan((c, w) -> lax.step(jnp.tanh(w.times(c)), c), x, some(4, 3)).carry().sum();
    ArrayFn1 counted =
        x ->
            lax.whileLoop(
                    c -> c.get(0).lt(5),
                    c -> List.of(c.get(0).plus(1), jnp.sin(c.get(1)).times(x)),
                    List.of(jnp.array(0), x))
                .get(1);
    ArrayFn1 growing = x -> lax.whileLoop(c -> c.lt(3), c -> c.times(1.5).plus(x), x);
    return List.of(
        program(
            "Hessian-vector product of a scan",
            () -> jit((Array x) -> jvp(grad(ofRows), x, jnp.ones(3)).tangent()).apply(some(3)),
            "-0.160046 -0.4143623 -5.364126e-05"),
        program(
            "while, column by column",
            () -> jacfwd(counted).apply(some(3)),
            "1.599799 0 0 0 1.971771 0 0 0 0.0003342886"),
        program(
            "batch of whiles along a direction",
            () -> jvp(vmap(growing), jnp.abs(some(3)).plus(.1), jnp.ones(3)).tangent(),
            "4.75 4.75 13.1875"),
        program(
            "scan of scan of branches",
            () ->
                List.of(
                    scanned(jnp.array(.7)),
                    grad((ArrayFn1) RealPrograms::scanned).apply(jnp.array(.7)),
                    grad(grad((ArrayFn1) RealPrograms::scanned)).apply(jnp.array(.7)),
                    jit(vmap(grad((ArrayFn1) RealPrograms::scanned))).apply(some(3))),
            "-0.9235164 -2.583714 -4.333938 -3.199514 -3.492739 -0.6734585"),
        program(
            "checkpoint in scan in grad in vmap in jit",
            () ->
                jit((Array ws, Array x) ->
                        jnp.stack(vmap(grad(powers, argnums(0, 1)), inAxes(0, null)).apply(ws, x)))
                    .apply(some(3), jnp.array(.8)),
            "1.090877 1.151466 0.008934768 0.2047072 0.2157773 0.0003914886"),
        program(
            "Hessian of a loop, batched",
            () ->
                vmap(hessian((ArrayFn1) x -> lax.foriLoop(0, 3, (_, c) -> jnp.sin(c.times(x)), x)))
                    .apply(some(3)),
            "1.66108 -0.3073247 0.2389021"),
        program(
            "third derivative through a branch",
            () ->
                grad(grad(
                        grad((ArrayFn1) x -> lax.cond(x.gt(0), a -> a.pow(4), a -> jnp.exp(a), x))))
                    .apply(jnp.array(-.5)),
            "0.6065307"));
  }

  private static List<Program> rules() {
    Fn2<ArrayFn1, Array, Array> app =
        customJvp(
            (ArrayFn1 f, Array x) -> f.apply(x),
            nondiffArgnums(ArrayFn1.class, 0),
            (held, p, t) -> {
              var y = held.get(0).apply((Array) p.get(0));
              return dual(y, y.times(2).times((Array) t.get(0)));
            });
    ArrayFn1 sine = jnp::sin;
    ArrayFn1 cosine = jnp::cos;
    ArrayFn1 f = x -> app.apply(sine, x).times(x);
    var linear = linearize((Array x) -> jnp.sin(weights().matmul(x)), some(3));
    ArrayFn1 energy = x -> jnp.sum(jnp.tanh(weights().matmul(x)).times(x));
    return List.of(
        program(
            "Hessian-vector product, forward over reverse",
            () -> jvp(grad(energy), some(3), jnp.ones(3)).tangent(),
            "0.6318496 -0.2547729 0.5842256"),
        program(
            "Hessian-vector product, reverse over forward",
            () -> grad((Array x) -> jvp(energy, x, jnp.ones(3)).tangent()).apply(some(3)),
            "0.6318496 -0.2547729 0.5842256"),
        program(
            "linearized, then transposed",
            () ->
                List.of(
                    linear.apply(jnp.ones(3)),
                    linearTranspose((Array t) -> linear.apply(t), some(3)).apply(jnp.ones(3))),
            "0.5069354 -0.5351348 0.5552031 0.1996858 0.2532936 0.07402436"),
        program(
            "rule with a held function",
            () ->
                List.of(
                    grad(f).apply(jnp.array(.5)),
                    grad(grad(f)).apply(jnp.array(.5)),
                    vmap(grad((Array x) -> app.apply(cosine, x))).apply(some(3))),
            "0.9588511 2.714016 1.332734 1.228601 1.980118"),
        program(
            "gradient of associative scans",
            () ->
                List.of(
                    grad((Array x) ->
                            jnp.sum(
                                lax.associativeScan((Array a, Array b) -> a.times(b), x)
                                    .times(some(5))))
                        .apply(some(5)),
                    grad((Array x) ->
                            lax.associativeScan(
                                    (a, b) ->
                                        List.of(
                                            a.get(0).times(b.get(0)),
                                            a.get(1).times(b.get(0)).plus(b.get(1))),
                                    List.of(x, x.times(2)))
                                .get(1)
                                .get(-1))
                        .apply(some(6))),
            "1.670598 0.7672804 0.01374435 0.01757155 0.0783611 -0.05204055 "
                + "-0.1053903 -1.084628 0.7381259 0.02371293 2.08138"),
        program(
            "closed over, made an argument",
            () -> {
              var w = weights();
              var c = closureConvert(x -> jnp.sin(w.matmul(x)), some(3));
              return grad((Array v) -> c.function().apply(some(3), List.of(v)).sum())
                  .apply(w)
                  .get(0);
            },
            "0.7515796 0.8121604 0.1260447"));
  }

  private static List<Program> batches() {
    Fn2<Map<String, Array>, Array, Array> affine = (p, b) -> p.get("w").times(b).plus(p.get("c"));
    ArrayFn1 named =
        x -> x.div(lax.psum(x, List.of("i", "j"))).plus(lax.pmax(x, "j").times(lax.axisIndex("i")));
    ArrayFn1 summed = a -> jnp.sin(lax.psum(a, "i")).times(a);
    ArrayFn1 turned =
        a -> lax.ppermute(a.times(a), "i", new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 0});
    return List.of(
        program(
            "associative scan of a batch, reversed",
            () ->
                vmap((Array x) -> lax.associativeScan((Array a, Array b) -> a.plus(b), x, true))
                    .apply(some(2, 3)),
            "1.891888 1.050417 0.14112 -1.995142 -1.23834 -0.2794155"),
        program(
            "vmap over trees, none, and to the end",
            () -> {
              var axes = new HashMap<String, Object>();
              axes.put("w", 0);
              axes.put("c", null);
              return vmap(affine, inAxes(axes, null), outAxes(-1))
                  .apply(Map.of("w", some(2, 3), "c", some(3)), jnp.array(2.));
            },
            "2.524413 -0.672134 2.727892 -1.008551 0.42336 -0.417711"),
        program(
            "vmap along last axes",
            () -> vmap((Array a) -> jnp.cumsum(a), inAxes(-1), outAxes(-1)).apply(some(2, 3)),
            "0.841471 0.9092974 0.14112 0.08466846 -0.04962689 -0.1382955"),
        program(
            "collectives of nested names",
            () -> vmap(vmap(named, axisName("j")), axisName("i")).apply(some(2, 3)),
            "-8.149527 -8.806417 -1.366727 7.050109 9.00763 2.426684"),
        program(
            "gradient of a collective",
            () -> grad((Array x) -> jnp.sum(vmap(summed, axisName("i")).apply(x))).apply(some(4)),
            "1.385639 1.385639 1.385639 1.385639"),
        program(
            "exchange along a direction",
            () -> jvp(vmap(turned, axisName("i")), some(3), jnp.ones(3)).tangent(),
            "0.28224 1.682942 1.818595"),
        program(
            "vmap over pmap",
            () ->
                vmap(
                        pmap((Array x) -> x.minus(lax.pmean(x, "d")), axisName("d")),
                        inAxes(1),
                        outAxes(1))
                    .apply(some(1, 3)),
            "0 0 0"));
  }

  private static List<Program> others() {
    Fn1<Array, Array> eigen = m -> jnp.linalg.eigvalsh(m.plus(m.T()));
    ArrayFn2 power = (x, n) -> jnp.sum(x.pow(n.toInt()));
    return List.of(
        program(
            "static and donated",
            () ->
                jit(grad(power), staticArgnums(1), donateArgnums(0))
                    .apply(jnp.array(2., 3.), jnp.array(3)),
            "12 27"),
        program(
            "compiled ahead of time",
            () ->
                jit((Array x) -> hessian(y -> jnp.prod(y)).apply(x))
                    .lower(jnp.ones(2))
                    .compile()
                    .call(jnp.array(2., 3.)),
            "0 1 1 0"),
        program(
            "Jacobian of eigenvalues",
            () -> jacrev(eigen).apply(matrix()),
            "0.000261166 0.02218771 -0.005474447 0.02218771 1.884986 -0.465089 "
                + "-0.005474447 -0.465089 0.1147529 0.6104232 -0.2273903 -0.8924819 "
                + "-0.2273903 0.08470576 0.3324607 -0.8924819 0.3324607 1.304872 1.389316 "
                + "0.2052027 0.8979565 0.2052027 0.03030856 0.1326287 0.8979565 0.1326287 "
                + "0.5803762"));
  }
}
