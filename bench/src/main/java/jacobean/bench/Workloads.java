package jacobean.bench;

import static jacobean.jax.grad;
import static jacobean.jax.hessian;
import static jacobean.jax.inAxes;
import static jacobean.jax.jit;
import static jacobean.jax.pmap;
import static jacobean.jax.valueAndGrad;
import static jacobean.jax.vmap;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.Scanned;
import jacobean.fn.Fn3;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.random;
import jacobean.tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What is measured, by name. Preparing a workload makes its data and its functions; each call then
 * runs it once to the end. The peers' scripts have the same workloads under the same names.
 */
final class Workloads {
  private static final int BIG = 10_000_000;

  static final Map<String, Supplier<Runnable>> ALL = all();

  private Workloads() {}

  private static Map<String, Supplier<Runnable>> all() {
    var all = new LinkedHashMap<String, Supplier<Runnable>>();
    all.put(
        "eager_add_10",
        () -> {
          var x = jnp.ones(10);
          return () -> x.plus(x);
        });
    all.put("jit_dispatch_10", () -> of(x -> x.times(2).plus(1), jnp.ones(10)));
    all.put("linreg100_article", Workloads::regressionAsInTheArticle);
    all.put("linreg100_jitstep", Workloads::regressionWithCompiledStep);
    all.put(
        "fused_gelu_1e7",
        () ->
            of(
                x -> jax.nn.gelu(x).times(jnp.exp(jnp.negative(x.times(x)))).plus(jnp.tanh(x)),
                normal(BIG)));
    all.put(
        "axpy_1e7",
        () -> {
          var big = normal(BIG);
          var f = jit((x, y) -> x.times(2.5).plus(y));
          return () -> f.apply(big, big);
        });
    all.put("softmax_1kx1k", () -> of(jax.nn::softmax, normal(1000, 1000)));
    all.put("sum_1e7", () -> of(x -> jnp.sum(x), normal(BIG)));
    all.put("logsumexp_axis0_1kx1k", () -> of(x -> jnp.logsumexp(x, 0), normal(1000, 1000)));
    for (int n : new int[] {64, 256, 1024, 2048}) {
      all.put("matmul_" + n, () -> of(x -> jnp.matmul(x, x), normal(n, n)));
    }
    all.put("random_normal_1e7", () -> of(key -> random.normal(key, BIG), key()));
    all.put(
        "random_normal_small_eager",
        () -> {
          var key = key();
          return () -> random.normal(key, 2);
        });
    all.put(
        "split_eager",
        () -> {
          var key = key();
          return () -> random.split(key);
        });
    all.put("vmap_grad_256x64x64", Workloads::perExampleGradients);
    all.put("scan_rnn_1000x64", Workloads::recurrent);
    all.put("scan_rnn_gradient", Workloads::recurrentGradient);
    for (int devices : new int[] {1, 2}) {
      all.put("pmap_rnn_on_" + devices, () -> recurrentOnDevices(devices));
    }
    all.put(
        "fori_1e6_scalar",
        () ->
            of(
                x -> lax.foriLoop(0, 1_000_000, (i, c) -> c.times(1.0000001).plus(1e-7), x),
                jnp.array(0.)));
    all.put(
        "hessian_64",
        () -> of(hessian(x -> jnp.sum(jnp.sin(x).times(jnp.outer(x, x)))), normal(64)));
    new TreeMap<>(NetworkWorkloads.all()).forEach(all::put);
    return all;
  }

  private static Runnable of(ArrayFn1 f, Array x) {
    var compiled = jit(f);
    return () -> compiled.apply(x);
  }

  private static Array key() {
    return random.PRNGKey(2022);
  }

  private static Array normal(int... shape) {
    return random.normal(key(), shape);
  }

  private record Line(Array w, Array b) {}

  private static Array predict(Line p, Array x) {
    return p.w().times(x).plus(p.b());
  }

  private static Fn3<Line, Array, Array, Array> loss() {
    return (p, x, y) -> jnp.mean(jnp.power(y.minus(predict(p, x)), 2));
  }

  private static Array targets(Array x) {
    return x.times(3).minus(1).plus(normal(101).times(0.2));
  }

  private static Runnable regressionAsInTheArticle() {
    var x = jnp.linspace(-1, 1, 101);
    var y = targets(x);
    var gradient = valueAndGrad(jit(loss()));
    return () -> {
      var params = new Line(jnp.array(1.), jnp.array(1.));
      for (int i = 0; i < 100; i++) {
        var step = gradient.apply(params, x, y);
        params = tree.map((p, g) -> p.minus(g.times(0.1)), params, step.grad());
      }
    };
  }

  private static Runnable regressionWithCompiledStep() {
    var x = jnp.linspace(-1, 1, 101);
    var y = targets(x);
    var loss = loss();
    var step =
        jit(
            (Line params) ->
                tree.map(
                    (p, g) -> p.minus(g.times(0.1)),
                    params,
                    valueAndGrad(loss).apply(params, x, y).grad()));
    return () -> {
      var params = new Line(jnp.array(1.), jnp.array(1.));
      for (int i = 0; i < 100; i++) {
        params = step.apply(params);
      }
    };
  }

  private static Scanned<Array, Array> unrolled(Array w, Array c, Array xs) {
    return lax.scan(
        (Array h, Array x) -> {
          var next = jnp.tanh(jnp.matmul(w, h).plus(x));
          return lax.step(next, jnp.sum(next));
        },
        c,
        xs);
  }

  private static Runnable recurrent() {
    var w = normal(64, 64);
    var xs = normal(1000, 64);
    var c = normal(64);
    var run =
        jit(
            (Array h, Array x) -> {
              var out = unrolled(w, h, x);
              return List.of(out.carry(), out.ys());
            });
    return () -> run.apply(c, xs);
  }

  /** One recurrent network on each device; two take as long as one where they run in parallel. */
  private static Runnable recurrentOnDevices(int devices) {
    var w = normal(64, 64);
    var c = normal(64);
    var xs = normal(devices, 1000, 64);
    var run = pmap(x -> unrolled(w, c, x).ys());
    return () -> run.apply(xs);
  }

  private static Runnable recurrentGradient() {
    var w = normal(64, 64);
    var xs = normal(1000, 64);
    var c = normal(64);
    var gradient = jit(grad((Array v, Array x) -> jnp.sum(unrolled(v, c, x).ys())));
    return () -> gradient.apply(w, xs);
  }

  private static Runnable perExampleGradients() {
    var w = normal(64, 64);
    var x = normal(256, 64);
    var gradients =
        jit(vmap(grad((a, b) -> jnp.sum(jnp.square(jnp.tanh(jnp.matmul(a, b))))), inAxes(null, 0)));
    return () -> gradients.apply(w, x);
  }
}
