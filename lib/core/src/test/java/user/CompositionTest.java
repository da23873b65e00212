package user;

import static jacobean.jax.axisName;
import static jacobean.jax.checkpoint;
import static jacobean.jax.checkpointName;
import static jacobean.jax.checkpointPolicies;
import static jacobean.jax.customJvp;
import static jacobean.jax.customVjp;
import static jacobean.jax.disableJit;
import static jacobean.jax.donateArgnums;
import static jacobean.jax.dual;
import static jacobean.jax.grad;
import static jacobean.jax.hasAux;
import static jacobean.jax.hessian;
import static jacobean.jax.jacfwd;
import static jacobean.jax.jacrev;
import static jacobean.jax.jit;
import static jacobean.jax.jvp;
import static jacobean.jax.linearCall;
import static jacobean.jax.linearize;
import static jacobean.jax.nondiffArgnums;
import static jacobean.jax.pmap;
import static jacobean.jax.pureCallback;
import static jacobean.jax.saved;
import static jacobean.jax.staticArgnums;
import static jacobean.jax.valueAndGrad;
import static jacobean.jax.vjp;
import static jacobean.jax.vmap;
import static jacobean.jax.withAux;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.WithAux;
import jacobean.error.GradException;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.jnp;
import jacobean.lax;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** More of them, of which words are shorter. */
  private static final List<Step> MORE =
      List.of(
          new Step("vjp", 1, f -> x -> vjp(f, x).apply(jnp.onesLike(x))),
          new Step("linearize", 1, f -> x -> linearize(f, x).apply(jnp.onesLike(x))),
          new Step("jacfwd", 1, f -> jacfwd(f)),
          new Step("hessian", 2, f -> hessian(f)),
          new Step("valueAndGrad", 1, f -> x -> valueAndGrad(f).apply(x).grad()),
          new Step("pmap", 0, f -> x -> pmap(f).apply(x.reshape(1)).get(0)),
          new Step(
              "cond", 0, f -> x -> lax.cond(x.lt(9), (Array v) -> f.apply(v), v -> v.times(0), x)),
          new Step("map", 0, f -> x -> lax.map((Array v) -> f.apply(v), x.reshape(1)).get(0)),
          new Step("disableJit", 0, f -> x -> disableJit(() -> f.apply(x))),
          new Step("jit with donation", 0, f -> x -> jit(f, donateArgnums(0)).apply(x.times(1))));

  private static final Set<String> FORWARD = Set.of("jvp", "linearize", "jacfwd");

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
            "customJvp with a held function", x -> HELD.apply(CompositionTest::plain, x), true),
        new Written("customVjp with held numbers", x -> CUBE.apply(3, x).plus(jnp.sin(x)), false),
        new Written(
            "scan that closes over the argument",
            x ->
                lax.scan((c, y) -> lax.step(c.times(x).times(y), c.plus(x)), x, jnp.ones(2))
                    .carry()
                    .plus(jnp.sin(x)),
            true),
        new Written(
            "scan over the argument",
            x -> {
              var out =
                  lax.scan(
                      (Array c, Array y) -> lax.step(c.times(y), List.of(y, c)),
                      jnp.onesLike(x),
                      jnp.stack(x, x, x));
              return out.carry().plus(jnp.sin(out.ys().getFirst().mean()));
            },
            true),
        new Written(
            "cond that closes over the argument",
            x -> {
              var s = jnp.sin(x);
              return lax.cond(s.lt(0), () -> x, () -> s.plus(x.times(x).times(x)));
            },
            true),
        new Written(
            "switch on a traced number",
            x ->
                lax.switch_(
                    x.times(2).astype(jnp.int32),
                    List.of(v -> v, CompositionTest::plain, v -> v.times(2)),
                    x),
            true),
        new Written(
            "foriLoop with integers",
            x ->
                lax.foriLoop(
                        0,
                        3,
                        (i, c) -> List.of(c.get(0).plus(1), c.get(1).times(x)),
                        List.of(jnp.array(0), jnp.onesLike(x)))
                    .get(1)
                    .plus(jnp.sin(x)),
            true),
        new Written(
            "jit with a static argument",
            x -> POWER.apply(x, 3).plus(jit(v -> jit(v2 -> jnp.sin(v2)).apply(v)).apply(x)),
            true),
        new Written(
            "jit of a record, a map and null",
            x -> ON_TREE.apply(new Held(x, Map.of("b", List.of(x.times(1), jnp.array(3))), null)),
            true),
        new Written(
            "an auxiliary value",
            x -> {
              Fn2<Array, Array, WithAux<Array>> f =
                  (v, n) -> withAux(v.times(v).div(2), plain(v).times(n));
              return grad(f, hasAux()).apply(x, jnp.array(1)).aux();
            },
            true),
        new Written(
            "checkpoint of jit of scan",
            checkpoint(
                jit(
                    x ->
                        lax.scan((c, _) -> lax.step(c.times(x)), x, jnp.zeros(2))
                            .carry()
                            .plus(jnp.sin(x))),
                checkpointPolicies.everythingSaveable()),
            true),
        new Written(
            "a traced mask",
            x ->
                jnp.stack(x, x.times(-1))
                    .at(jnp.stack(x, x.times(-1)).lt(0))
                    .set(0)
                    .sum()
                    .times(x)
                    .times(x)
                    .plus(jnp.sin(x)),
            true),
        new Written(
            "a callback with a rule", x -> x.times(x).times(x).plus(sine().apply(x)), true));
  }

  private static final Fn2<ArrayFn1, Array, Array> HELD =
      customJvp(
          (ArrayFn1 f, Array x) -> f.apply(x),
          nondiffArgnums(ArrayFn1.class, 0),
          (held, x, t) ->
              dual(held.getFirst().apply(x.getFirst()), slope(x.getFirst()).times(t.getFirst())));

  private static final Fn2<Integer, Array, Array> CUBE =
      customVjp(
          (Integer n, Array x) -> x.pow(n),
          nondiffArgnums(Integer.class, 0),
          (Integer n, Array x) -> saved(x.pow(n), x),
          (held, x, ct) -> List.of(x.pow(held.getFirst() - 1).times(held.getFirst()).times(ct)));

  private static final Fn2<Array, Integer, Array> POWER =
      jit((Array x, Integer n) -> x.pow(n), staticArgnums(1));

  /** Arguments of many kinds. */
  record Held(Array a, Map<String, List<Array>> b, Array nothing) {}

  private static final Fn1<Held, Array> ON_TREE =
      jit(
          (Held h) -> {
            var b = h.b().get("b");
            return h.a()
                .times(b.get(0))
                .times(b.get(0))
                .plus(jnp.sin(h.a()).times(b.get(1)).div(3));
          });

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
      case 4 -> Math.sin(x);
      default -> throw new IllegalArgumentException("order " + order);
    };
  }

  private static List<List<Step>> words() {
    var all = words(STEPS, LONGEST);
    var steps = new ArrayList<>(STEPS);
    steps.addAll(MORE);
    words(steps, LONGEST - 1).stream().filter(w -> !all.contains(w)).forEach(all::add);
    return all;
  }

  private static List<List<Step>> words(List<Step> steps, int longest) {
    var all = new ArrayList<List<Step>>(List.of(List.of()));
    for (int from = 0, length = 1; length <= longest; length++) {
      int end = all.size();
      for (; from < end; from++) {
        for (var s : steps) {
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
        .map(s -> FORWARD.contains(s.name()))
        .orElse(false);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void jacfwdOfJacrev(Written written) {
    assertEquals(derivative(2), jacfwd(jacrev(written.f())).apply(X).item(), 1e-9);
    assertEquals(derivative(3), jit(jacfwd(jacrev(grad(written.f())))).apply(X).item(), 1e-9);
  }
}
