package user;

import static jacobean.jax.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.jnp;
import jacobean.lax;
import jacobean.testing.Close;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What checkpoint keeps, and what it computes again. */
class CheckpointPoliciesTest {
  private static final Array X = jnp.array(1., 2.);

  /** What a policy keeps is not computed again. */
  @Test
  void policiesDecideWhatIsComputedAgain() {
    ArrayFn1 f = x -> jnp.sum(jnp.sin(checkpointName(jnp.sin(x), "inner")));
    long all = sines(checkpoint(f, checkpointPolicies.everythingSaveable()));
    long none = sines(checkpoint(f, checkpointPolicies.nothingSaveable()));
    long named = sines(checkpoint(f, checkpointPolicies.saveOnlyTheseNames("inner")));
    long other = sines(checkpoint(f, checkpointPolicies.saveOnlyTheseNames("outer")));
    assertEquals(2, all);
    assertEquals(none, other);
    assertTrue(named < none, () -> named + " of " + none);
    for (var policy :
        List.of(
            checkpointPolicies.everythingSaveable(),
            checkpointPolicies.nothingSaveable(),
            checkpointPolicies.dotsSaveable(),
            checkpointPolicies.saveAnyNamesButThese("inner"),
            checkpointPolicies.saveAnythingExceptTheseNames("inner"),
            checkpointPolicies.saveFromBothPolicies(
                checkpointPolicies.dotsSaveable(),
                checkpointPolicies.saveOnlyTheseNames("inner")))) {
      Close.ELEMENTWISE.check(grad(f).apply(X), grad(checkpoint(f, policy)).apply(X), "gradient");
    }
  }

  /** Operations that jit called are kept or computed again one by one. */
  @Test
  void policiesLookIntoJit() {
    var called = jit(x -> jnp.sin(checkpointName(jnp.sin(x), "inner")));
    ArrayFn1 f = x -> jnp.sum(jnp.sin(checkpointName(jit(called).apply(x), "outer")));
    assertEquals(3, sines(checkpoint(f, checkpointPolicies.everythingSaveable())));
    assertEquals(5, sines(checkpoint(f, checkpointPolicies.nothingSaveable())));
    assertEquals(4, sines(checkpoint(f, checkpointPolicies.saveOnlyTheseNames("inner"))));
    assertEquals(4, sines(checkpoint(f, checkpointPolicies.saveOnlyTheseNames("outer"))));
    ArrayFn1 twice = x -> f.apply(called.apply(x).plus(called.apply(x)));
    Close.ELEMENTWISE.check(
        grad(twice).apply(X),
        grad(checkpoint(twice, checkpointPolicies.dotsSaveable())).apply(X),
        "gradient");
  }

  private static Array inner(Array x) {
    return jnp.sin(checkpointName(jnp.sin(x), "inner"));
  }

  /**
   * A function with sines in a loop or branch.
   *
   * @param all how many sines value and gradient take if everything is kept; JAX's number, as the
   *     others
   * @param none if nothing is kept
   * @param named if what has a name is kept
   * @param dots if products are kept
   */
  record Looped(String name, long all, long none, long named, long dots, ArrayFn1 f) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Looped> loops() {
    var called = jit(CheckpointPoliciesTest::inner);
    return Stream.of(
        new Looped(
            "scan",
            2,
            4,
            3,
            4,
            x -> lax.scan((c, _) -> lax.step(inner(c), c), x, jnp.zeros(3)).carry().sum()),
        new Looped(
            "jit in scan",
            3,
            6,
            5,
            6,
            x ->
                lax.scan(
                        (c, _) -> {
                          var y = called.apply(c);
                          return lax.step(jnp.sin(y), y);
                        },
                        x,
                        jnp.zeros(3))
                    .ys()
                    .sum()),
        new Looped(
            "scan in scan",
            3,
            6,
            5,
            6,
            x ->
                lax.foriLoop(0, 3, (_, c) -> jnp.sin(lax.foriLoop(0, 2, (_, a) -> inner(a), c)), x)
                    .sum()),
        new Looped(
            "branch",
            3,
            4,
            3,
            4,
            x -> lax.cond(x.sum().gt(0), a -> inner(a), a -> jnp.sin(a), x).sum()),
        new Looped(
            "branch in scan",
            3,
            6,
            5,
            6,
            x ->
                lax.foriLoop(
                        0, 3, (i, c) -> lax.cond(i.gt(1), a -> inner(a), a -> jnp.sin(a), c), x)
                    .sum()),
        new Looped(
            "product in scan",
            1,
            2,
            2,
            1,
            x -> lax.foriLoop(0, 3, (_, c) -> jnp.sin(jnp.eye(2).matmul(c)), x).sum()));
  }

  /** Policies decide on each operation of a loop's program, and of a branch. */
  @ParameterizedTest
  @MethodSource("loops")
  void policiesLookIntoLoops(Looped looped) {
    var f = looped.f();
    var named = checkpointPolicies.saveOnlyTheseNames("inner");
    assertEquals(
        List.of(looped.all(), looped.none(), looped.named(), looped.dots()),
        Stream.of(
                checkpointPolicies.everythingSaveable(),
                checkpointPolicies.nothingSaveable(),
                named,
                checkpointPolicies.dotsSaveable())
            .map(p -> sines(makeJaxpr(valueAndGrad(checkpoint(f, p)), X)))
            .toList());
    var want = grad(f).apply(X);
    for (var policy : List.of(named, checkpointPolicies.dotsSaveable())) {
      Close.ELEMENTWISE.check(want, grad(checkpoint(f, policy)).apply(X), "gradient");
      Close.ELEMENTWISE.check(want, jit(grad(checkpoint(f, policy))).apply(X), "jit");
      Close.ELEMENTWISE.check(
          hessian(f).apply(X), hessian(checkpoint(f, policy)).apply(X), "hessian");
      Close.ELEMENTWISE.check(
          want, vmap(grad(checkpoint(f, policy))).apply(X.reshape(1, 2)).get(0), "vmap");
    }
  }

  private static long sines(ArrayFn1 f) {
    return sines(makeJaxpr(grad(f), X));
  }

  private static long sines(Jaxpr jaxpr) {
    return jaxpr.equations().stream()
        .mapToLong(
            e ->
                switch (e.primitive()) {
                  case Primitive.Control c -> c.programs().stream().mapToLong(p -> sines(p)).sum();
                  case Primitive.Composite c ->
                      sines(c.body(e.operands().stream().map(Jaxpr.Atom::aval).toList()));
                  case Primitive p -> p.name().equals("sin") ? 1 : 0;
                })
        .sum();
  }
}
