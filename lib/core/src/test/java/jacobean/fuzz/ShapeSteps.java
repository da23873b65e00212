package jacobean.fuzz;

import jacobean.Array;
import jacobean.fuzz.Pool.Maker;
import jacobean.fuzz.Program.Step;
import jacobean.jnp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Steps that move elements: shapes, orders of axes, joining, padding. */
final class ShapeSteps {
  private ShapeSteps() {}

  static List<Maker> makers() {
    return List.of(
        ShapeSteps::transpose,
        ShapeSteps::transpose,
        ShapeSteps::reshape,
        ShapeSteps::reshape,
        ShapeSteps::flip,
        ShapeSteps::roll,
        ShapeSteps::pad,
        ShapeSteps::concatenate,
        ShapeSteps::concatenate,
        ShapeSteps::stack,
        ShapeSteps::tile,
        ShapeSteps::repeat,
        ShapeSteps::expand,
        ShapeSteps::squeeze,
        ShapeSteps::broadcast,
        ShapeSteps::broadcast,
        ShapeSteps::split,
        ShapeSteps::triangle,
        ShapeSteps::diagonal);
  }

  private static Optional<Integer> withAxes(Pool p) {
    return p.any(x -> x.ndim() > 0);
  }

  private static Optional<Step> transpose(Pool p) {
    return withAxes(p)
        .flatMap(
            x -> {
              var order = p.permutation(p.get(x).ndim());
              return p.step("transpose " + Arrays.toString(order), v -> jnp.transpose(v, order), x);
            });
  }

  private static Optional<Step> reshape(Pool p) {
    return p.any(_ -> true)
        .flatMap(
            x -> {
              var shape = factors(p, (int) p.get(x).size());
              return p.step("reshape " + Arrays.toString(shape), v -> v.reshape(shape), x);
            });
  }

  private static int[] factors(Pool p, int n) {
    int[] divisors = java.util.stream.IntStream.rangeClosed(1, n).filter(d -> n % d == 0).toArray();
    int d = n == 0 ? 0 : divisors[p.below(divisors.length)];
    return n == 0
        ? new int[] {0, 1 + p.below(3)}
        : switch (p.below(3)) {
          case 0 -> new int[] {n};
          case 1 -> new int[] {d, n / d};
          default -> new int[] {-1, d, 1};
        };
  }

  private static Optional<Step> flip(Pool p) {
    return withAxes(p)
        .flatMap(
            x -> {
              int axis = p.axis(p.get(x));
              return p.step("flip axis " + axis, v -> jnp.flip(v, axis), x);
            });
  }

  private static Optional<Step> roll(Pool p) {
    int shift = p.below(9) - 4;
    return withAxes(p)
        .flatMap(
            x -> {
              int axis = p.axis(p.get(x));
              return p.step("roll " + shift + " axis " + axis, v -> jnp.roll(v, shift, axis), x);
            });
  }

  private static Optional<Step> pad(Pool p) {
    var mode = p.one("constant", "edge", "reflect", "wrap");
    return p.any(x -> x.ndim() > 0 && Arrays.stream(x.shape().toArray()).allMatch(n -> n > 2))
        .flatMap(
            x -> {
              var widths = new int[p.get(x).ndim()][];
              for (int i = 0; i < widths.length; i++) {
                widths[i] = new int[] {p.below(3), p.below(2)};
              }
              return p.step(
                  "pad " + mode + Arrays.deepToString(widths), v -> jnp.pad(v, widths, mode), x);
            });
  }

  private static Optional<Step> concatenate(Pool p) {
    return withAxes(p)
        .flatMap(
            x -> {
              int axis = p.below(p.get(x).ndim());
              return p.any(
                      y ->
                          y.ndim() == p.get(x).ndim()
                              && y.shape().drop(axis).equals(p.get(x).shape().drop(axis)))
                  .flatMap(
                      y ->
                          p.steps(
                              "concatenate axis " + axis,
                              in -> List.of(jnp.concatenate(in, axis)),
                              x,
                              y));
            });
  }

  private static Optional<Step> stack(Pool p) {
    return p.any(x -> x.ndim() < 4)
        .flatMap(
            x -> {
              int axis = p.below(p.get(x).ndim() + 1);
              return p.any(y -> y.shape().equals(p.get(x).shape()))
                  .flatMap(
                      y -> p.steps("stack axis " + axis, in -> List.of(jnp.stack(in, axis)), x, y));
            });
  }

  private static Optional<Step> tile(Pool p) {
    int n = 1 + p.below(3);
    return withAxes(p).flatMap(x -> p.step("tile " + n, v -> jnp.tile(v, n), x));
  }

  private static Optional<Step> repeat(Pool p) {
    int n = 1 + p.below(3);
    return withAxes(p)
        .flatMap(
            x -> {
              int axis = p.axis(p.get(x));
              return p.step("repeat " + n + " axis " + axis, v -> jnp.repeat(v, n, axis), x);
            });
  }

  private static Optional<Step> expand(Pool p) {
    return p.any(x -> x.ndim() < 4)
        .flatMap(
            x -> {
              int axis = p.below(p.get(x).ndim() + 1);
              return p.step("expandDims " + axis, v -> jnp.expandDims(v, axis), x);
            });
  }

  private static Optional<Step> squeeze(Pool p) {
    return p.any(x -> Arrays.stream(x.shape().toArray()).anyMatch(n -> n == 1))
        .flatMap(x -> p.step("squeeze", v -> jnp.squeeze(v), x));
  }

  private static Optional<Step> broadcast(Pool p) {
    return p.any(x -> x.ndim() < 3)
        .flatMap(
            x -> {
              var old = p.get(x).shape().toArray();
              var shape = new int[old.length + 1];
              shape[0] = 1 + p.below(4);
              for (int i = 0; i < old.length; i++) {
                shape[i + 1] = old[i] == 1 ? 1 + p.below(4) : old[i];
              }
              return p.step(
                  "broadcastTo " + Arrays.toString(shape), v -> jnp.broadcastTo(v, shape), x);
            });
  }

  private static Optional<Step> split(Pool p) {
    int n = 2 + p.below(2);
    return withAxes(p)
        .flatMap(
            x -> {
              int axis = p.below(p.get(x).ndim());
              return p.steps(
                  "arraySplit " + n + " axis " + axis,
                  in -> jnp.arraySplit(in.getFirst(), n, axis),
                  x);
            });
  }

  private static Optional<Step> triangle(Pool p) {
    int k = p.below(3) - 1;
    boolean upper = p.random.nextBoolean();
    return p.any(x -> x.ndim() > 1)
        .flatMap(
            x ->
                p.step(
                    (upper ? "triu " : "tril ") + k,
                    v -> upper ? jnp.triu(v, k) : jnp.tril(v, k),
                    x));
  }

  private static Optional<Step> diagonal(Pool p) {
    return p.any(x -> x.ndim() > 1).flatMap(x -> p.step("diagonal", v -> jnp.diagonal(v), x));
  }

  /** Whether an array has elements along every axis. */
  static boolean isFull(Array x) {
    return x.size() > 0;
  }
}
