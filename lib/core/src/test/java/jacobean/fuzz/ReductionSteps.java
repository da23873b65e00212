package jacobean.fuzz;

import jacobean.Array;
import jacobean.Over;
import jacobean.fuzz.Pool.Maker;
import jacobean.fuzz.Program.Step;
import jacobean.jnp;
import jacobean.lax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Steps that reduce, accumulate and sort along axes. */
final class ReductionSteps {
  private ReductionSteps() {}

  static List<Maker> makers() {
    var makers = new ArrayList<Maker>();
    reduction(makers, "sum", jnp::sum, _ -> true);
    reduction(makers, "mean", jnp::mean, ReductionSteps::isReal);
    reduction(makers, "max", jnp::max, ShapeSteps::isFull);
    reduction(makers, "min", jnp::min, ShapeSteps::isFull);
    reduction(makers, "prod of tanh", (x, o) -> jnp.prod(jnp.tanh(x), o), ReductionSteps::isReal);
    reduction(makers, "var", jnp::var, ReductionSteps::isReal);
    reduction(makers, "std", (x, o) -> jnp.sqrt(jnp.var(x, o).plus(0.01)), ReductionSteps::isReal);
    reduction(makers, "any", (x, o) -> jnp.any(x.gt(0), o), _ -> true);
    reduction(makers, "all", (x, o) -> jnp.all(x.gt(0), o), _ -> true);

    along(makers, "logsumexp", (x, a) -> jnp.logsumexp(x, a), ReductionSteps::isReal);
    along(makers, "softmax", (x, a) -> jacobean.jax.nn.softmax(x, a), ReductionSteps::isReal);
    along(makers, "logSoftmax", (x, a) -> jacobean.jax.nn.logSoftmax(x, a), ReductionSteps::isReal);
    along(makers, "argmax", (x, a) -> jnp.argmax(x, a), _ -> true);
    along(makers, "argmin", (x, a) -> jnp.argmin(x, a), _ -> true);
    along(makers, "cumsum", (x, a) -> jnp.cumsum(x, a), _ -> true);
    along(makers, "cumprod of tanh", (x, a) -> jnp.cumprod(jnp.tanh(x), a), ReductionSteps::isReal);
    along(makers, "cummax", (x, a) -> lax.cummax(x, a, false), _ -> true);
    along(makers, "sort", (x, a) -> jnp.sort(x, a), _ -> true);
    along(makers, "sort", (x, a) -> jnp.sort(x, a), _ -> true);
    along(makers, "argsort", (x, a) -> jnp.argsort(x, a), _ -> true);
    along(makers, "median", (x, a) -> jnp.median(x, a), ReductionSteps::isReal);
    along(makers, "diff", (x, a) -> jnp.diff(x, 1, a), ReductionSteps::isReal);
    along(makers, "ptp", (x, a) -> jnp.ptp(x, a), ReductionSteps::isReal);
    makers.add(ReductionSteps::topK);
    return makers;
  }

  private static boolean isReal(Array x) {
    return x.dtype().isFloating() && x.size() > 0;
  }

  private static void reduction(
      List<Maker> makers, String text, BiFunction<Array, Over, Array> f, Predicate<Array> fits) {
    makers.add(
        p ->
            p.any(fits)
                .flatMap(
                    x -> {
                      int rank = p.get(x).ndim();
                      var axes = java.util.Arrays.copyOf(p.permutation(rank), p.below(rank + 1));
                      boolean kept = p.random.nextBoolean();
                      var over = (axes.length == 0 ? Over.all() : Over.axes(axes)).keepdims(kept);
                      return p.step(
                          text + " " + java.util.Arrays.toString(axes) + (kept ? " keepdims" : ""),
                          v -> f.apply(v, over),
                          x);
                    }));
  }

  private static void along(
      List<Maker> makers, String text, BiFunction<Array, Integer, Array> f, Predicate<Array> fits) {
    makers.add(
        p ->
            p.any(x -> x.ndim() > 0 && x.size() > 0 && fits.test(x))
                .flatMap(
                    x -> {
                      int axis = p.axis(p.get(x));
                      return p.step(text + " axis " + axis, v -> f.apply(v, axis), x);
                    }));
  }

  private static Optional<Step> topK(Pool p) {
    return p.any(x -> x.ndim() > 0 && x.shape(-1) > 1 && isReal(x))
        .flatMap(
            x -> {
              int k = 1 + p.below(p.get(x).shape(-1));
              return p.steps("topK " + k, in -> lax.topK(in.getFirst(), k), x);
            });
  }
}
