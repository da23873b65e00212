package jacobean.llvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.ArrayFn2;
import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.core.Jaxpr;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.reference.ReferenceEngine;
import jacobean.type.Shape;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops and branches compiled give what the reference gives. */
class ControlTest {
  private static final Engine LLVM = new LlvmEngine();
  private static final Engine REFERENCE = new ReferenceEngine();

  private static Array numbers(int... shape) {
    int n = (int) Shape.of(shape).size();
    return jnp.sin(jnp.arange(n).astype(jnp.float32)).reshape(shape);
  }

  private static Array rnn(Array w, Array xs) {
    return lax.scan(
            (h, x) -> {
              var next = jnp.tanh(jnp.matmul(w, h).plus(x));
              return lax.step(next, next);
            },
            jnp.zeros(w.shape().dim(0)),
            xs)
        .ys();
  }

  private static Array rnns(Array w, Array examples) {
    return lax.map((Array xs) -> rnn(w, xs), examples);
  }

  /** Turns that carry nothing are shared if they are work enough, and if there are threads. */
  @Test
  void turnsWithoutACarryAreShared() {
    int threads = LLVM.devices().getFirst().cores();
    ArrayFn2 few = (w, xs) -> lax.map((Array x) -> x.plus(1), xs);
    for (boolean isMuch : new boolean[] {true, false}) {
      var loops =
          Engines.with(
              LLVM,
              () ->
                  jax.jit(isMuch ? (ArrayFn2) ControlTest::rnns : few)
                      .lower(numbers(32, 32), numbers(4 * threads, 60, 32).times(1))
                      .compile()
                      .stages()
                      .get("loops"));
      assertEquals(
          isMuch && threads > 1, loops.contains("Loop") && loops.contains("on all threads"), loops);
    }
  }

  private static Arguments program(String name, Supplier<Array> f) {
    return Arguments.of(name, f);
  }

  static Stream<Arguments> programs() {
    ArrayFn2 loss = (w, xs) -> jnp.sum(rnn(w, xs));
    ArrayFn1 doubling = x -> lax.whileLoop(c -> c.lt(5), c -> c.times(2), x);
    ArrayFn1 either = x -> lax.cond(x.gt(0), jnp::sin, a -> a.times(2), x);
    return Stream.of(
        program("scan", () -> rnn(numbers(5, 5), numbers(7, 5))),
        program("scan of one", () -> rnn(numbers(5, 5), numbers(1, 5))),
        program(
            "scan of none",
            () -> lax.scan((c, x) -> lax.step(c.plus(x), c), jnp.array(2.), jnp.zeros(0)).carry()),
        program("turns at the same time", () -> rnns(numbers(32, 32), numbers(7, 60, 32))),
        program(
            "their gradient",
            () ->
                jax.grad((ArrayFn2) (w, xs) -> jnp.mean(rnns(w.times(.2), xs)), 1)
                    .apply(numbers(32, 32), numbers(7, 60, 32))),
        program(
            "turns at the same time, with large intermediates",
            () ->
                lax.map(
                    (Array row) -> jnp.sin(row).minus(jnp.max(jnp.sin(row.times(2)))),
                    numbers(9, 20000))),
        program("large rows", () -> rnn(numbers(100, 100), numbers(6, 100))),
        program("gradient", () -> jax.grad(loss).apply(numbers(5, 5), numbers(7, 5))),
        program(
            "gradient of large rows",
            () -> jax.jit(jax.grad(loss)).apply(numbers(70, 70).times(.1), numbers(9, 70))),
        program(
            "vmap of gradient",
            () ->
                jax.vmap(jax.grad(loss), jax.inAxes(null, 0))
                    .apply(numbers(4, 4), numbers(3, 5, 4))),
        program(
            "rotating carry",
            () ->
                jnp.stack(
                    lax.foriLoop(
                        0,
                        5,
                        (i, c) -> List.of(c.get(1), c.get(2), c.get(0)),
                        List.of(jnp.array(1.), jnp.array(2.), jnp.array(3.))))),
        program(
            "constant results",
            () -> lax.scan((c, x) -> lax.step(c, jnp.array(2.)), jnp.array(1.), jnp.ones(3)).ys()),
        program(
            "handed on",
            () ->
                lax.scan(
                        (c, x) -> lax.step(List.of(c.get(0), c.get(1).plus(c.get(0).times(x))), x),
                        List.of(numbers(3), numbers(3)),
                        jnp.ones(4))
                    .carry()
                    .get(1)),
        program(
            "reverse",
            () ->
                lax.scan(
                        (c, x) -> lax.step(c.times(.5).plus(x), c),
                        jnp.zeros(33),
                        numbers(8, 33),
                        lax.reverse())
                    .ys()),
        program("while", () -> jax.jit(doubling).apply(jnp.array(.1))),
        program("while that does not start", () -> doubling.apply(jnp.array(7.))),
        program("while of batches", () -> jax.vmap(doubling).apply(jnp.array(.1, 1., 3., 7.))),
        program(
            "dynamic bounds",
            () ->
                jax.jit((ArrayFn1) n -> lax.foriLoop(0, n, (i, c) -> c.plus(i), jnp.array(0)))
                    .apply(jnp.array(100))),
        program(
            "nested",
            () ->
                lax.scan(
                        (c, row) ->
                            lax.step(
                                lax.whileLoop(a -> jnp.sum(a).lt(9), a -> a.plus(1), c.plus(row)),
                                c),
                        jnp.zeros(3),
                        numbers(4, 3))
                    .ys()),
        program(
            "branches",
            () ->
                jnp.stack(
                    List.of(
                        either.apply(jnp.array(1.)),
                        either.apply(jnp.array(-1.)),
                        jax.grad(either).apply(jnp.array(1.))))),
        program(
            "branch in scan",
            () ->
                lax.scan(
                        (c, x) ->
                            lax.step(
                                lax.switch_(
                                    x, List.of(a -> a, a -> a.times(2), a -> jnp.zeros(2)), c),
                                c),
                        jnp.ones(2),
                        jnp.array(1, 1, 0, 5, 1))
                    .ys()),
        program(
            "java inside",
            () ->
                lax.scan(
                        (c, x) -> lax.step(c.plus(jnp.argmax(x, 0)), c),
                        jnp.array(0),
                        numbers(4, 7))
                    .ys()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void compiledIsReference(String name, Supplier<Array> f) {
    var wanted = Engines.with(REFERENCE, f);
    for (var got :
        List.of(
            Engines.with(LLVM, f),
            Engines.with(LLVM, () -> jax.jit((ArrayFn1) _ -> f.get()).apply(jnp.array(0.))))) {
      assertEquals(wanted.shape(), got.shape());
      assertEquals(wanted.dtype(), got.dtype());
      var w = wanted.reshape(-1);
      var g = got.reshape(-1);
      for (int i = 0; i < w.size(); i++) {
        double x = w.get(i).item();
        assertEquals(x, g.get(i).item(), 2e-5 * (1 + Math.abs(x)), name + " at " + i);
      }
    }
  }

  @Test
  void aLoopIsOneNativeFunction() {
    Jaxpr program =
        jax.makeJaxpr((Array w, Array xs) -> rnn(w, xs)).apply(numbers(5, 5), numbers(7, 5));
    var text = LLVM.compile(program).stages().get("llvm");
    assertTrue(text.contains("define internal void @body"), text);
  }
}
