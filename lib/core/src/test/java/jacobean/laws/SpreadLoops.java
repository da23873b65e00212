package jacobean.laws;

import static jacobean.jax.axisName;
import static jacobean.jax.grad;
import static jacobean.jax.inAxes;
import static jacobean.jax.jit;
import static jacobean.jax.jvp;
import static jacobean.jax.pmap;
import static jacobean.jax.vmap;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.ArrayFn2;
import jacobean.Step;
import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.jnp;
import jacobean.lax;
import jacobean.random;
import jacobean.testing.Close;
import java.util.List;
import java.util.stream.Stream;

/**
 * The law of loops that {@code pmap} spreads over cores: whatever the number of examples, values
 * and derivatives are those of {@code vmap}.
 */
public final class SpreadLoops {
  private static final Close CLOSE = new Close(1e-5, 1e-5);

  private SpreadLoops() {}

  /**
   * A function with loops, of an example and of weights that all examples share.
   *
   * @param reverse whether it can be differentiated in reverse
   */
  public record Loop(String name, ArrayFn2 f, boolean reverse) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** The table. */
  public static Stream<Loop> table() {
    return Stream.of(
        new Loop("scan", SpreadLoops::recurrent, true),
        new Loop("scan, compiled in itself", jit(SpreadLoops::recurrent), true),
        new Loop("scan of a gradient", (x, w) -> grad(SpreadLoops::length).apply(x, w), true),
        new Loop(
            "two scans with a sum over all examples between",
            (x, w) -> recurrent(recurrent(x, w).plus(lax.pmean(jnp.sum(x).times(0.1), "i")), w),
            true),
        new Loop(
            "scan with a sum over all examples inside",
            (x, w) ->
                lax.scan(
                        (Array c, Array row) -> {
                          var next = lax.pmean(jnp.tanh(jnp.matmul(w, c).plus(row)), "i");
                          return lax.step(next, next);
                        },
                        jnp.zeros(3),
                        x)
                    .ys(),
            true),
        new Loop(
            "loop of a fixed number of turns",
            (x, w) -> lax.foriLoop(0, 5, (i, c) -> jnp.sin(c).plus(w.get(0, 0).times(i)), x),
            true),
        new Loop(
            "loop that lasts as long as its example wants",
            (x, w) ->
                lax.whileLoop(
                    (Array c) -> jnp.less(jnp.sum(jnp.abs(c)), jnp.sum(jnp.abs(w)).plus(9)),
                    (Array c) -> c.times(1.5).plus(0.25),
                    x),
            false),
        new Loop(
            "map, and a scan in a branch",
            (x, w) ->
                lax.cond(
                    jnp.greater(jnp.sum(x), 0),
                    (Array y) -> recurrent(y, w),
                    (Array y) -> lax.map((Array row) -> jnp.matmul(w, row), y),
                    x),
            true),
        new Loop(
            "scan that shares indexes",
            (x, w) -> {
              var order = jnp.array(3, 1, 0, 2);
              return lax.scan(
                      (Array c, Array i) -> {
                        var next = c.plus(x.get(order.get(i)));
                        return lax.step(next, next.times(w.get(1, 1)));
                      },
                      jnp.zeros(3),
                      jnp.arange(4))
                  .ys();
            },
            true));
  }

  private static Array recurrent(Array x, Array w) {
    return lax.scan(
            (Array c, Array row) -> {
              Array next = jnp.tanh(jnp.matmul(w, c).plus(row));
              return new Step<>(next, next.times(2));
            },
            jnp.zeros(3),
            x)
        .ys();
  }

  private static Array length(Array x, Array w) {
    return jnp.sum(jnp.square(recurrent(x, w)));
  }

  /** Holds the law for one loop, on an engine. */
  public static void check(Loop loop, Engine engine, int examples) {
    Engines.with(
        engine,
        () -> {
          check(loop, examples, examples + " examples: ");
          return null;
        });
  }

  private static void check(Loop loop, int examples, String which) {
    var x = random.normal(random.key(1), examples, 4, 3);
    var w = random.normal(random.key(2), 3, 3);
    var options = new jacobean.VmapOption[] {axisName("i"), inAxes(0, null)};
    ArrayFn2 batched = vmap(loop.f(), options);
    ArrayFn2 spread = pmap(loop.f(), options);
    var wanted = batched.apply(x, w);
    CLOSE.check(wanted, spread.apply(x, w), which + "value");
    CLOSE.check(wanted, jit(spread).apply(x, w), which + "in jit");
    ArrayFn1 along = t -> batched.apply(x.times(t), w.plus(t));
    ArrayFn1 alongSpread = t -> spread.apply(x.times(t), w.plus(t));
    var one = jnp.array(1.);
    CLOSE.check(
        jvp(along, one, one).tangent(), jvp(alongSpread, one, one).tangent(), which + "jvp");
    var pairs = jnp.stack(List.of(x, x.times(-1)));
    CLOSE.check(
        vmap(batched, inAxes(0, null)).apply(pairs, w),
        vmap(spread, inAxes(0, null)).apply(pairs, w),
        which + "in vmap");
    if (!loop.reverse()) {
      return;
    }
    for (int argnum = 0; argnum < 2; argnum++) {
      var g = grad(sum(batched), argnum).apply(x, w);
      CLOSE.check(g, grad(sum(spread), argnum).apply(x, w), which + "gradient " + argnum);
      CLOSE.check(g, jit(grad(sum(spread), argnum)).apply(x, w), which + "in jit, " + argnum);
    }
    ArrayFn1 twice = v -> jnp.sum(grad(sum(batched), 1).apply(x, v));
    ArrayFn1 twiceSpread = v -> jnp.sum(grad(sum(spread), 1).apply(x, v));
    CLOSE.check(grad(twice).apply(w), grad(twiceSpread).apply(w), which + "second order");
  }

  private static ArrayFn2 sum(ArrayFn2 f) {
    return (x, w) -> jnp.sum(jnp.sin(f.apply(x, w)));
  }
}
