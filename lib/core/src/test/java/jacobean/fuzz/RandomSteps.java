package jacobean.fuzz;

import jacobean.Array;
import jacobean.fuzz.Pool.Maker;
import jacobean.fuzz.Program.Step;
import jacobean.random;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Steps that draw with a key of their own, in the precision of an operand. */
final class RandomSteps {
  private RandomSteps() {}

  static List<Maker> makers() {
    var makers = new ArrayList<Maker>();
    noise(makers, "normal", (k, x) -> random.normal(k, x.shape(), drawn(x)));
    noise(makers, "uniform", (k, x) -> random.uniform(k, x.shape(), drawn(x)));
    noise(makers, "gumbel", (k, x) -> random.gumbel(k, x.shape(), drawn(x)));
    noise(makers, "bernoulli", (k, x) -> random.bernoulli(k, 0.5, x.shape().toArray()));
    noise(makers, "randint", (k, x) -> random.randint(k, x.shape(), -3, 9));
    makers.add(RandomSteps::permutation);
    return makers;
  }

  private static DType drawn(Array x) {
    return x.dtype().itemsize() >= 4 ? x.dtype() : DType.FLOAT32;
  }

  private static void noise(List<Maker> makers, String text, BiFunction<Array, Array, Array> draw) {
    makers.add(
        p -> {
          int seed = p.below(1000);
          return p.floating()
              .flatMap(
                  x ->
                      p.step(
                          "plus " + text + " of key " + seed,
                          v -> v.plus(draw.apply(random.PRNGKey(seed), v).astype(v.dtype())),
                          x));
        });
  }

  private static Optional<Step> permutation(Pool p) {
    int seed = p.below(1000);
    return p.any(x -> x.ndim() > 0)
        .flatMap(
            x ->
                p.step(
                    "permutation of key " + seed,
                    v -> random.permutation(random.PRNGKey(seed), v),
                    x));
  }
}
