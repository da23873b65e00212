package jacobean.testing;

import static jacobean.jax.*;
import static jacobean.testing.RealPrograms.program;
import static jacobean.testing.RealPrograms.some;
import static jacobean.testing.RealPrograms.weights;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.ArrayFn2;
import jacobean.fn.Fn1;
import jacobean.jnp;
import jacobean.lax;
import jacobean.random;
import jacobean.testing.RealPrograms.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Transformations in one another, with the numbers of JAX 0.10.2. */
final class ComposedPrograms {
  private ComposedPrograms() {}

  static List<Program> all() {
    var all = new ArrayList<Program>();
    all.addAll(loops());
    all.addAll(branches());
    all.addAll(places());
    all.addAll(collectives());
    all.addAll(randomness());
    all.addAll(derivatives());
    return all;
  }

  private static Array carried(Map<String, Array> p) {
    var both =
        lax.scan(
            (Map<String, Array> c, Array x) ->
                lax.step(
                    Map.of(
                        "a", jnp.tanh(c.get("a").times(p.get("w")).plus(x)),
                        "n", c.get("n").plus(1)),
                    c.get("a").times(c.get("n"))),
            Map.of("a", p.get("b"), "n", jnp.array(0)),
            some(4, 3));
    return both.ys().sum().plus(both.carry().get("a").sum());
  }

  private static List<Program> loops() {
    var clip =
        customVjp(
            (ArrayFn1) x -> jnp.sin(x),
            x -> saved(jnp.sin(x), x),
            (x, ct) -> jnp.clip(ct.times(jnp.cos(x)), -.5, .5));
    ArrayFn1 clipped = x -> lax.foriLoop(0, 3, (_, c) -> clip.apply(c).times(2), x);
    ArrayFn1 decay =
        x -> lax.scan((c, r) -> lax.step(c.times(.5).plus(r), c.times(2)), jnp.zeros(2), x).ys();
    ArrayFn1 nested =
        x ->
            lax.scan(
                    (c, r) ->
                        lax.step(
                            lax.whileLoop(a -> a.lt(2), a -> a.times(1.7).plus(x.times(r)), c)
                                .times(.5),
                            c),
                    x,
                    jnp.abs(some(3)))
                .carry();
    Fn1<List<Array>, Array> rnn =
        p ->
            jnp.sum(
                jnp.square(
                    lax.scan(
                            (h, x) ->
                                lax.step(
                                    jnp.tanh(
                                        p.get(0).matmul(h).plus(p.get(1).matmul(x)).plus(p.get(2))),
                                    h),
                            jnp.zeros(2),
                            some(4, 3))
                        .carry()));
    Fn1<Map<String, Array>, Array> tree = ComposedPrograms::carried;
    var point = Map.of("b", some(3), "w", some(3).times(2));
    return List.of(
        program(
            "carry of a map with a count",
            () -> List.of(sorted(grad(tree).apply(point)), sorted(jacfwd(tree).apply(point))),
            "0.2262943 0.1387797 0.4789099 1.964969 1.978703 0.348591 "
                + "0.2262943 0.1387797 0.4789099 1.964969 1.978703 0.348591"),
        program(
            "rule in loop in vmap",
            () -> jit(vmap(grad(clipped))).apply(some(3)),
            "-0.1059046 0.009028098 0.5"),
        program(
            "the same in checkpoint",
            () -> vmap(grad(checkpoint(clipped))).apply(some(3)),
            "-0.1059046 0.009028098 0.5"),
        program(
            "transposed scan",
            () -> linearTranspose(decay, some(4, 2)).apply(some(4, 2)),
            "-0.348191 -1.298341 -1.260862 0.4305273 1.313973 1.978716 0 0"),
        program(
            "while in scan, forward",
            () -> jvp(nested, jnp.array(.9), jnp.array(1.)).tangent(),
            "1.375118"),
        program(
            "recurrent network, by all of it",
            () -> grad(rnn).apply(List.of(some(2, 2), some(2, 3), some(2))),
            "-0.7743486 0.6869896 0.06369732 -0.1471048 0.4246634 0.7731375 0.4107926 "
                + "-0.108532 -0.1604742 -0.06487717 -0.7891757 -0.1375279"));
  }

  private static List<Array> sorted(Map<String, Array> map) {
    return List.of(map.get("b"), map.get("w"));
  }

  private static List<Program> branches() {
    ArrayFn1 log = jit((ArrayFn1) a -> a.times(jnp.log(a)));
    ArrayFn1 either = x -> lax.cond(x.gt(.5), a -> log.apply(a), a -> jnp.exp(a).times(a), x);
    ArrayFn2 chosen = (x, i) -> lax.switch_(i, List.of(jnp::sin, jnp::exp, a -> a.pow(3)), x);
    var points = jnp.array(.2, .7, -1., 2.);
    return List.of(
        program(
            "branch of jit, batched",
            () -> vmap(grad(either)).apply(points),
            "1.465683 0.643325 0 1.693147"),
        program(
            "its second derivative",
            () -> vmap(hessian(either)).apply(points),
            "2.687086 1.428572 0.3678795 0.5"),
        program(
            "switch, batched",
            () -> vmap(grad(chosen)).apply(some(3), jnp.array(0, 1, 2)),
            "0.6663668 2.482578 0.05974456"));
  }

  private static Array written(Array x) {
    return lax.foriLoop(
            0, 3, (i, a) -> a.at(i).set(jnp.sin(a.get(i)).times(a.get(jnp.mod(i.plus(1), 3)))), x)
        .sum();
  }

  private static List<Program> places() {
    ArrayFn1 written = ComposedPrograms::written;
    ArrayFn1 slices =
        x ->
            lax.scan(
                    (c, i) ->
                        lax.step(
                            c.plus(
                                jnp.sum(
                                    jnp.sin(lax.dynamicSlice(x, List.of(i), new int[] {2}))
                                        .times(c))),
                            c),
                    jnp.array(1.),
                    jnp.arange(3))
                .carry();
    return List.of(
        program(
            "writing in a loop",
            () -> List.of(grad(written).apply(some(3)), vmap(grad(written)).apply(some(2, 3))),
            "0.6911502 0.9371877 1.460326 0.6911502 0.9371878 1.460326 "
                + "-0.504896 -0.6577366 -0.1857112"),
        program(
            "its Hessian",
            () -> hessian(written).apply(some(3)),
            "-0.7733554 0.7600926 0.5999021 0.7600926 -0.1113539 1.352512 "
                + "0.5999021 1.352512 -0.09536127"),
        program(
            "slices in a scan",
            () -> grad(slices).apply(some(4)),
            "0.5838671 1.245235 5.982085 3.556122"),
        program(
            "sorted, batched",
            () ->
                vmap(grad(x -> jnp.sum(jnp.sort(jnp.sin(x)).times(jnp.arange(3.)))))
                    .apply(some(2, 3)),
            "0.6663668 1.228601 0 0.7270351 0 1.922434"),
        program(
            "the largest two",
            () ->
                grad(x -> jnp.sum(lax.topK(x.times(x), 2).get(0).times(jnp.array(1., 3.))))
                    .apply(some(5)),
            "0 5.455784 0 0 -1.917849"),
        program(
            "interpolation, batched",
            () ->
                vmap(grad(t -> jnp.interp(t, jnp.cumsum(some(4)), some(4))))
                    .apply(jnp.array(.9, 1.8)),
            "0.07459214 0"));
  }

  private static List<Program> collectives() {
    ArrayFn2 mean =
        (w, x) ->
            vmap(
                    (Array a) -> lax.pmean(grad(v -> jnp.sum(jnp.tanh(v.times(a)))).apply(w), "d"),
                    axisName("d"))
                .apply(x);
    ArrayFn1 outer =
        x ->
            lax.scan(
                    (c, r) -> lax.step(c.plus(lax.psum(r.times(c), "i")), lax.pmax(c, "i")),
                    x,
                    some(3))
                .ys();
    ArrayFn1 last =
        x -> lax.scan((c, r) -> lax.step(c.plus(lax.psum(r.times(c), "i")), c), x, some(3)).carry();
    return List.of(
        program(
            "mean of gradients",
            () -> mean.apply(some(3), some(2, 3)),
            "0.005880624 0.002244219 -0.06895873 0.005880624 0.002244219 -0.06895873"),
        program(
            "its derivative",
            () -> jacrev((Array w) -> mean.apply(w, some(2, 3)).sum()).apply(some(3)),
            "-0.1020151 0.04918087 0.005351481"),
        program(
            "sums over a batch in a scan",
            () -> vmap(outer, axisName("i")).apply(some(2)),
            "0.9092974 2.382518 6.653679 0.9092974 2.382518 6.653679"),
        program(
            "their gradient",
            () -> grad((Array xs) -> vmap(last, axisName("i")).apply(xs).sum()).apply(some(2)),
            "9.696461 9.696461"));
  }

  private static Array walk(Array key) {
    return lax.scan(
            (c, k) -> lax.step(jnp.tanh(c.plus(random.normal(k, 2))), c),
            jnp.zeros(2),
            random.splitArray(key, 3))
        .ys();
  }

  private static List<Program> randomness() {
    ArrayFn1 spread =
        s ->
            jnp.mean(
                vmap((Array k) -> jnp.square(s.times(random.normal(k))))
                    .apply(random.splitArray(random.key(3), 5)));
    return List.of(
        program(
            "random walks",
            () ->
                List.of(
                    walk(random.key(7)),
                    jit(vmap(ComposedPrograms::walk)).apply(random.splitArray(random.key(1), 2))),
            "0 0 0.8054884 0.1406918 0.8509598 0.7931452 0 0 -0.004545457 -0.5419538 "
                + "0.7366918 -0.9027233 0 0 -0.9683534 0.5925185 -0.9422114 0.3383234"),
        program("by the scale of noise", () -> grad(spread).apply(jnp.array(1.5)), "7.662714"));
  }

  private static List<Program> derivatives() {
    ArrayFn1 inner = x -> jnp.sum(jnp.tanh(weights().matmul(x)));
    ArrayFn1 solved =
        s -> {
          var m = weights().matmul(weights().T()).plus(jnp.eye(3).times(s));
          return lax.customLinearSolve(v -> m.matmul(v), some(3), (_, b) -> jnp.linalg.solve(m, b))
              .sum();
        };
    ArrayFn1 third = c -> jnp.sin(c).times(jnp.exp(c));
    return List.of(
        program(
            "Jacobian of a Jacobian of trees",
            () ->
                jacfwd(jacrev((List<Array> p) -> Map.of("y", jnp.sin(p.get(0)).times(p.get(1)))))
                    .apply(List.of(some(3).get(":2"), some(3).get(2))),
            "-0.1052225 0 0 0 0 0 0 -0.1113539 0.6663668 0 0 0.6143003 0.6663668 0 0 0.6143003 "
                + "0 0"),
        program("linear solver", () -> grad(solved).apply(jnp.array(1.3)), "-1.114383"),
        program(
            "vjp of vjp",
            () ->
                vjp(
                        (Array ct) -> vjp((Array x) -> jnp.sin(x).times(x), some(3)).apply(ct),
                        jnp.ones(3))
                    .apply(some(3)),
            "1.099258 1.225418 0.0395657"),
        program(
            "gradient of a gradient's norm",
            () -> jit(grad(x -> jnp.linalg.norm(grad(inner).apply(x)))).apply(some(3)),
            "-0.05717746 -0.07238623 -0.02104343"),
        program(
            "Laplacian",
            () -> jnp.trace(hessian(x -> jnp.prod(jnp.sin(x))).apply(some(3))),
            "-0.2482585"),
        program(
            "three vmaps",
            () ->
                vmap(
                        vmap(vmap((ArrayFn2) jnp::dot, inAxes(0, null)), inAxes(null, 0)),
                        inAxes(0, 0),
                        outAxes(1))
                    .apply(some(2, 2, 3), some(2, 2, 3)),
            "1.55481 -1.548206 1.580303 -1.567895 -1.548206 1.570359 -1.567895 1.58385"),
        program(
            "products of matrices, associative",
            () ->
                grad((Array m) ->
                        lax.associativeScan((Array a, Array b) -> a.matmul(b), m).get(-1).sum())
                    .apply(some(4, 2, 2)),
            "0.08004197 -1.33567 0.08004197 -1.33567 0.3775718 -1.577261 0.05859791 -0.2447858 "
                + "-1.187933 -0.3051434 -0.1744832 -0.04481938 -0.2233437 -0.2233437 0.5244521 "
                + "0.5244521"),
        program(
            "Fourier transforms in a loop",
            () ->
                grad(x -> lax.foriLoop(0, 2, (_, c) -> jnp.abs(jnp.fft.fft(c)).times(.3), x).sum())
                    .apply(some(4)),
            "0.1395034 0.6918718 -0.1395034 0.0281283"),
        program(
            "forward three times",
            () ->
                jvp(
                        (Array a) ->
                            jvp(
                                    (Array b) -> jvp(third, b, jnp.array(1.)).tangent(),
                                    a,
                                    jnp.array(1.))
                                .tangent(),
                        jnp.array(.4),
                        jnp.array(1.))
                    .tangent(),
            "1.586235"),
        program(
            "Hessian of logsumexp",
            () -> hessian(x -> jacobean.jax.nn.logsumexp(x)).apply(some(3)),
            "0.2378167 -0.1624589 -0.07535781 -0.1624589 0.2431052 -0.08064639 "
                + "-0.07535781 -0.08064639 0.1560042"));
  }
}
