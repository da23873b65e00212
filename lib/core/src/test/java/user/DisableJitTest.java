package user;

import static jacobean.jax.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.core.Concrete;
import jacobean.fn.Fn2;
import jacobean.jnp;
import jacobean.lax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What functions and bodies see while nothing is traced only to be compiled. */
class DisableJitTest {
  @Test
  void withoutJitFunctionsSeeNumbers() {
    var seen = new ArrayList<Double>();
    Fn2<Array, Integer, Array> f =
        (x, n) -> {
          seen.add(x.item());
          return x.times(n);
        };
    var compiled = jit(f, staticArgnums(1));
    assertEquals("6.0", disableJit(() -> compiled.apply(jnp.array(3.), 2)).toString());
    assertEquals(List.of(3.), seen);
  }

  /** A loop or branch that notes what its body sees of its second argument. */
  record Noting(String name, Fn2<List<Double>, Array, Array> run, List<Double> seen) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Array note(List<Double> seen, Array x) {
    if (x.value() instanceof Concrete) {
      seen.add(x.item());
    }
    return x;
  }

  static Stream<Noting> controlFlow() {
    return Stream.of(
        new Noting(
            "cond",
            (s, x) -> lax.cond(x.gt(0), (Array v) -> note(s, v), v -> v.times(0), x),
            List.of(2.)),
        new Noting(
            "switch",
            (s, x) -> lax.switch_(x.astype(jnp.int32), List.of(v -> v, v -> v, v -> note(s, v)), x),
            List.of(2.)),
        new Noting(
            "scan",
            (s, x) ->
                lax.scan(
                        (c, y) -> lax.step(c.plus(note(s, y).times(x)), c),
                        x,
                        jnp.array(1., 2., 3.),
                        lax.reverse())
                    .ys(),
            List.of(3., 2., 1.)),
        new Noting(
            "scan without steps",
            (s, x) -> lax.scan((c, y) -> lax.step(c, c), x, jnp.zeros(0)).ys(),
            List.of()),
        new Noting(
            "scan over a tree",
            (s, x) ->
                lax.scan(
                        (Array c, Map<String, Array> y) ->
                            lax.step(c.plus(note(s, y.get("a"))), List.of(c, y.get("b"))),
                        x,
                        Map.of("a", jnp.array(1., 2.), "b", jnp.array(3., 4.)))
                    .ys()
                    .get(1),
            List.of(1., 2.)),
        new Noting(
            "whileLoop",
            (s, x) -> lax.whileLoop(c -> note(s, c).lt(9), c -> c.times(2), x),
            List.of(2., 4., 8., 16.)),
        new Noting(
            "foriLoop",
            (s, x) -> lax.foriLoop(0, 3, (i, c) -> c.times(note(s, i).plus(1)), x),
            List.of(0., 1., 2.)),
        new Noting(
            "map",
            (s, x) -> lax.map((Array y) -> note(s, y).plus(x), jnp.array(5., 6.)),
            List.of(5., 6.)));
  }

  @ParameterizedTest
  @MethodSource("controlFlow")
  void withoutJitBodiesSeeNumbers(Noting n) {
    var x = jnp.array(2.);
    var seen = new ArrayList<Double>();
    var inJava = disableJit(() -> n.run().apply(seen, x));
    assertEquals(n.seen(), seen);
    var traced = new ArrayList<Double>();
    assertEquals(n.run().apply(traced, x).repr(), inJava.repr());
    assertEquals(List.of(), traced);
    ArrayFn1 f = v -> n.run().apply(new ArrayList<>(), v);
    Supplier<Array> derivative = () -> jvp(f, x, jnp.array(1.)).tangent();
    assertEquals(derivative.get().repr(), disableJit(derivative).repr());
    assertEquals(
        vmap(f).apply(x.reshape(1)).repr(), disableJit(() -> vmap(f).apply(x.reshape(1))).repr());
  }
}
