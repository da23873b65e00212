package jacobean.llvm.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.reference.ReferenceEngine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops whose derivatives hold arrays that a rule made stay native code, and give its numbers. */
class WrittenArraysTest {
  private static final Engine LLVM = new LlvmEngine();
  private static final Engine REFERENCE = new ReferenceEngine();

  /** x times 1, 2, 3, ...; by its rule the slopes are 2, 4, 6, ..., in an array of its own. */
  private static Array scaled(Array x) {
    int n = x.shape().dim(0);
    var f =
        jax.customVjp(
            (ArrayFn1) a -> a.times(jnp.arange(1, n + 1)),
            a -> jax.saved(a.times(jnp.arange(1, n + 1)), a),
            (a, ct) -> ct.times(steps(n)));
    return f.apply(x);
  }

  private static Array steps(int n) {
    var numbers = new double[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = 2 * (i + 1);
    }
    return jnp.array(numbers);
  }

  private static Arguments loop(String name, int n, ArrayFn1 f) {
    return Arguments.of(name, f, n);
  }

  static Stream<Arguments> loops() {
    ArrayFn1 scan =
        x -> lax.scan((c, row) -> lax.step(scaled(c).div(9), c.times(row)), x, jnp.ones(4)).carry();
    ArrayFn1 nested =
        x ->
            lax.foriLoop(
                0,
                3,
                (i, c) ->
                    lax.cond(
                        i.gt(1),
                        a -> lax.foriLoop(0, 2, (_, b) -> scaled(b).div(9), a),
                        a -> jnp.sin(scaled(a)),
                        c),
                x);
    ArrayFn1 map =
        x -> lax.map((Array s) -> scaled(x.times(s)).div(x.size()), jnp.linspace(0, 1, 33));
    var fixed =
        jax.customVjp((ArrayFn1) a -> a, a -> jax.saved(a, a), (a, _) -> steps(a.shape().dim(0)));
    ArrayFn1 whole = x -> lax.foriLoop(0, 2, (_, c) -> fixed.apply(c), x);
    return Stream.of(
        loop("scan", 5, scan),
        loop("scan over much", 5000, scan),
        loop("loop in branch in loop", 7, nested),
        loop("turns at the same time", 20000, map),
        loop("the array is the result", 6, whole));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("loops")
  void noStepInJava(String name, ArrayFn1 f, int n) {
    var gradient = jax.grad((ArrayFn1) x -> f.apply(x).sum());
    var x = Engines.with(REFERENCE, () -> jnp.sin(jnp.arange(n).astype(jnp.float32)));
    var wanted = Engines.with(REFERENCE, () -> gradient.apply(x));
    var compiled = Engines.with(LLVM, () -> jax.jit(gradient).lower(x).compile());
    var text = compiled.stages();
    assertTrue(text.get("jaxpr").contains("constant"), text.get("jaxpr"));
    assertFalse(text.get("loops").contains("in Java"), text.get("loops"));
    for (var got :
        List.of(
            Engines.with(LLVM, () -> compiled.call(x)),
            Engines.with(LLVM, () -> jax.jit(shifted(gradient)).apply(x)))) {
      assertEquals(wanted.shape(), got.shape());
      for (int i = 0; i < n; i += Math.max(1, n / 50)) {
        double w = wanted.get(i).item();
        assertEquals(w, got.get(i).item(), 2e-5 * (1 + Math.abs(w)), name + " at " + i);
      }
    }
  }

  private static ArrayFn1 shifted(ArrayFn1 f) {
    return x -> f.apply(x).plus(0);
  }
}
