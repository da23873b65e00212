package jacobean.fuzz;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.fuzz.Pool.Maker;
import jacobean.fuzz.Program.Computation;
import jacobean.fuzz.Program.Step;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Steps with programs in them: branches, loops, and transformations of small functions. */
final class ControlSteps {
  private ControlSteps() {}

  static List<Maker> makers() {
    var makers = new ArrayList<Maker>();
    one(makers, "cond on the sum", ControlSteps::cond);
    one(makers, "cond on the sum", ControlSteps::cond);
    one(makers, "switch", ControlSteps::choice);
    one(makers, "foriLoop", x -> lax.foriLoop(0, 3, (i, c) -> jnp.sin(c).plus(i).times(x), x));
    one(
        makers,
        "whileLoop",
        // No derivative goes backward through a loop of unknown length.
        x ->
            lax.<List<Array>>whileLoop(
                    c -> jnp.logicalAnd(c.get(0).lt(5), jnp.sum(c.get(1)).lt(10)),
                    c -> List.of(c.get(0).plus(1), c.get(1).times(0.5).plus(1)),
                    List.of(jnp.array(0), jax.stopGradient(x)))
                .get(1));
    scans(makers, "scan of carries", ControlSteps::scanned);
    scans(makers, "scan reversed", ControlSteps::reversed);
    scans(makers, "map", x -> lax.map((Array row) -> jnp.tanh(row).times(jnp.sum(row)), x));
    scans(makers, "associativeScan", x -> lax.associativeScan((a, b) -> a.times(0.5).plus(b), x));
    scans(makers, "vmap of softmax", jax.vmap(ControlSteps::softened)::apply);
    one(makers, "jit", jax.jit((ArrayFn1) x -> jnp.tanh(x).times(x).plus(1))::apply);
    one(makers, "grad", x -> jax.grad(y -> jnp.sum(jnp.sin(y).times(y))).apply(x));
    one(makers, "checkpoint", x -> jax.checkpoint(y -> jnp.sin(jnp.sin(y))).apply(x));
    one(makers, "jvp", x -> jax.jvp(y -> jnp.tanh(y).times(y), x, jnp.cos(x)).tangent());
    makers.add(ControlSteps::condOfTwo);
    makers.add(ControlSteps::scanOfTwo);
    return makers;
  }

  private static void one(List<Maker> makers, String text, UnaryOperator<Array> f) {
    makers.add(p -> p.floating().flatMap(x -> p.step(text, f, x)));
  }

  private static void scans(List<Maker> makers, String text, UnaryOperator<Array> f) {
    makers.add(
        p ->
            p.any(x -> x.ndim() > 0 && x.shape(0) > 0 && x.dtype().isFloating())
                .flatMap(x -> p.step(text, f, x)));
  }

  private static Array softened(Array x) {
    return jnp.exp(jnp.tanh(x)).div(jnp.sum(jnp.exp(jnp.tanh(x))));
  }

  private static Array cond(Array x) {
    return lax.cond(
        jnp.sum(x).gt(0.3), (Array y) -> jnp.sin(y), (Array y) -> y.times(y).plus(1), x);
  }

  private static Array choice(Array x) {
    var which = jnp.clip(jnp.sum(x).astype(jacobean.type.DType.INT32), -1, 3);
    return lax.switch_(
        which, List.of(y -> jnp.cos(y), y -> y.plus(2), y -> jnp.tanh(y).times(3)), x);
  }

  private static Array scanned(Array x) {
    var out =
        lax.scan((Array c, Array row) -> lax.step(jnp.sin(c).plus(row), c.times(row)), x.get(0), x);
    return jnp.concatenate(List.of(out.ys(), jnp.expandDims(out.carry(), 0)), 0);
  }

  private static Array reversed(Array x) {
    return lax.scan(
            (Array c, Array row) -> lax.step(c.times(0.5).plus(jnp.tanh(row)), c),
            jnp.zerosLike(x.get(0)),
            x,
            lax.reverse())
        .ys();
  }

  private static Optional<Step> two(Pool p, String text, Computation f) {
    return p.floating()
        .flatMap(
            x ->
                p.any(
                        y ->
                            y.dtype() == p.get(x).dtype()
                                && y.shape().equals(p.get(x).shape())
                                && y.ndim() > 0
                                && y.shape(0) > 0)
                    .flatMap(y -> p.steps(text, f, x, y)));
  }

  private static Optional<Step> condOfTwo(Pool p) {
    return two(
        p,
        "cond of two",
        in ->
            List.of(
                lax.cond(
                    jnp.sum(in.get(0)).gt(jnp.sum(in.get(1))),
                    (Array a, Array b) -> a.times(b),
                    (Array a, Array b) -> jnp.cos(b),
                    in.get(0),
                    in.get(1))));
  }

  private static Optional<Step> scanOfTwo(Pool p) {
    return two(
        p,
        "scan over two",
        in -> {
          var out =
              lax.scan(
                  (Array c, List<Array> rows) ->
                      lax.step(jnp.tanh(c.plus(jnp.sum(rows.get(0)))), rows.get(1).times(c)),
                  jnp.sum(in.get(0)),
                  List.of(in.get(0), in.get(1)));
          return List.of(out.carry(), out.ys());
        });
  }
}
