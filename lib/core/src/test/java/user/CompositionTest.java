package user;

import static jacobean.jax.axisName;
import static jacobean.jax.checkpoint;
import static jacobean.jax.checkpointName;
import static jacobean.jax.checkpointPolicies;
import static jacobean.jax.customJvp;
import static jacobean.jax.customVjp;
import static jacobean.jax.dual;
import static jacobean.jax.grad;
import static jacobean.jax.jacfwd;
import static jacobean.jax.jacrev;
import static jacobean.jax.jit;
import static jacobean.jax.jvp;
import static jacobean.jax.linearCall;
import static jacobean.jax.pmap;
import static jacobean.jax.pureCallback;
import static jacobean.jax.saved;
import static jacobean.jax.vmap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.error.GradException;
import jacobean.jnp;
import jacobean.lax;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every word of up to three transformations, on one function written in every way that transforms
 * in its own manner: the derivative is that of {@code x^3 + sin x}, of the word's order.
 */
class CompositionTest {
  private static final Array X = jnp.array(0.7, jnp.float64);
  private static final Array WEIGHTS = jnp.array(new double[] {0.5, -0.5}, jnp.float64);
  private static final int LONGEST = 3;

  /** A transformation of a function of a scalar, and how many derivatives it takes. */
  record Step(String name, int order, UnaryOperator<ArrayFn1> apply) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Step> STEPS =
      List.of(
          new Step("grad", 1, f -> grad(f)),
          new Step("jvp", 1, f -> x -> jvp(f, x, jnp.onesLike(x)).tangent()),
          new Step("jacrev", 1, f -> jacrev(f)),
          new Step("jit", 0, f -> jit(f)),
          new Step("vmap", 0, f -> x -> vmap(f).apply(x.reshape(1)).get(0)),
          new Step("scan", 0, CompositionTest::scanned),
          new Step("checkpoint", 0, f -> checkpoint(f)));

  /** One step of a loop that carries the argument. */
  private static ArrayFn1 scanned(ArrayFn1 f) {
    return x -> lax.scan((c, _) -> lax.step(f.apply(c), c), x, jnp.zeros(1)).carry();
  }

  /** A function written in some way; forward says whether it can be differentiated forward. */
  record Written(String name, ArrayFn1 f, boolean forward) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Array plain(Array x) {
    return x.times(x).times(x).plus(jnp.sin(x));
  }

  private static Array slope(Array x) {
    return x.times(x).times(3).plus(jnp.cos(x));
  }

  static Stream<Written> functions() {
    return Stream.of(
        new Written("plain", CompositionTest::plain, true),
        new Written(
            "jit of vmap", jit(x -> vmap(CompositionTest::plain).apply(x.reshape(1)).get(0)), true),
        new Written("pmap", x -> pmap(CompositionTest::plain).apply(x.reshape(1)).get(0), true),
        new Written(
            "pmap with psum",
            x ->
                pmap(v -> lax.psum(plain(v), "i").div(2), axisName("i"))
                    .apply(jnp.stack(x, x))
                    .get(0),
            true),
        new Written(
            "customJvp",
            customJvp(CompositionTest::plain, (x, t) -> dual(plain(x), slope(x).times(t))),
            true),
        new Written(
            "customVjp",
            customVjp(
                CompositionTest::plain, x -> saved(plain(x), x), (x, ct) -> slope(x).times(ct)),
            false),
        new Written(
            "customJvp with a rule that makes constants",
            customJvp(
                CompositionTest::plain,
                (x, t) ->
                    dual(
                        plain(x),
                        slope(x)
                            .times(t)
                            .plus(jnp.array(new double[] {1, -1}, jnp.float64).times(t).sum())
                            .plus(jnp.zeros(Shape.of(3), jnp.float64).sum()))),
            true),
        new Written(
            "customVjp with a rule that makes constants",
            customVjp(
                CompositionTest::plain,
                x -> saved(plain(x).plus(WEIGHTS.sum()), jnp.stack(x, x).times(WEIGHTS.plus(0.5))),
                (kept, ct) ->
                    slope(jnp.dot(kept, jnp.array(new double[] {1, 0}, jnp.float64))).times(ct)),
            false),
        new Written(
            "checkpoint with a policy",
            checkpoint(
                x -> checkpointName(x.times(x), "square").times(x).plus(jnp.sin(x)),
                checkpointPolicies.saveOnlyTheseNames("square")),
            true),
        new Written(
            "linearCall",
            x ->
                plain(x)
                    .plus(linearCall((n, v) -> v.times(n), (n, v) -> v.times(n), jnp.square(x), x))
                    .minus(x.times(x).times(x)),
            true),
        new Written(
            "customLinearSolve",
            x ->
                lax.customLinearSolve(
                    v -> v.div(x.times(x).plus(1)),
                    plain(x).div(x.times(x).plus(1)),
                    (mv, b) -> b.div(mv.apply(jnp.onesLike(b)))),
            true),
        new Written(
            "customRoot",
            x ->
                lax.customRoot(
                    y -> y.minus(plain(x)).times(2),
                    jnp.zerosLike(x),
                    (f, y) -> y.minus(f.apply(y).div(2)),
                    (g, y) -> y.div(g.apply(jnp.onesLike(y)))),
            true),
        new Written("cond", x -> lax.cond(x.gt(0), CompositionTest::plain, v -> v, x), true),
        new Written(
            "a callback with a rule", x -> x.times(x).times(x).plus(sine().apply(x)), true));
  }

  /** The sine from Java, with the derivative from a rule. */
  private static ArrayFn1 sine() {
    return customJvp(
        x -> pureCallback(v -> jnp.array(Math.sin(v.item()), jnp.float64), x, x),
        (x, t) -> dual(sine().apply(x), jnp.cos(x).times(t)));
  }

  private static double derivative(int order) {
    double x = 0.7;
    return switch (order) {
      case 0 -> x * x * x + Math.sin(x);
      case 1 -> 3 * x * x + Math.cos(x);
      case 2 -> 6 * x - Math.sin(x);
      case 3 -> 6 - Math.cos(x);
      default -> throw new IllegalArgumentException("order " + order);
    };
  }

  private static List<List<Step>> words() {
    var all = new ArrayList<List<Step>>(List.of(List.of()));
    for (int from = 0, length = 1; length <= LONGEST; length++) {
      int end = all.size();
      for (; from < end; from++) {
        for (var s : STEPS) {
          var longer = new ArrayList<>(all.get(from));
          longer.add(s);
          all.add(longer);
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyWordGivesItsDerivative(Written written) {
    for (var word : words()) {
      var f = written.f();
      for (var step : word) {
        f = step.apply().apply(f);
      }
      var composed = f;
      if (!written.forward() && firstDerivativeIsForward(word)) {
        assertThrows(GradException.class, () -> composed.apply(X), () -> written + " " + word);
        continue;
      }
      int order = word.stream().mapToInt(Step::order).sum();
      try {
        assertEquals(derivative(order), composed.apply(X).item(), 1e-9, () -> written + " " + word);
      } catch (RuntimeException e) {
        throw new AssertionError(written + " " + word, e);
      }
    }
  }

  private static boolean firstDerivativeIsForward(List<Step> word) {
    return word.stream()
        .filter(s -> s.order() > 0)
        .findFirst()
        .map(s -> s.name().equals("jvp"))
        .orElse(false);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void jacfwdOfJacrev(Written written) {
    assertEquals(derivative(2), jacfwd(jacrev(written.f())).apply(X).item(), 1e-9);
    assertEquals(derivative(3), jit(jacfwd(jacrev(grad(written.f())))).apply(X).item(), 1e-9);
  }
}
