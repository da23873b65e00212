package jacobean.bench;

import static jacobean.jax.grad;
import static jacobean.jax.inAxes;
import static jacobean.jax.jit;
import static jacobean.jax.valueAndGrad;
import static jacobean.jax.vmap;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.fn.Fn3;
import jacobean.jax;
import jacobean.jnp;
import jacobean.random;
import jacobean.tree;
import java.util.LinkedHashMap;
import java.util.Map;
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

  private static Runnable perExampleGradients() {
    var w = normal(64, 64);
    var x = normal(256, 64);
    var gradients =
        jit(vmap(grad((a, b) -> jnp.sum(jnp.square(jnp.tanh(jnp.matmul(a, b))))), inAxes(null, 0)));
    return () -> gradients.apply(w, x);
  }
}
