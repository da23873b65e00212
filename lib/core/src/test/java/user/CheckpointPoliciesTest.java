package user;

import static jacobean.jax.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.jnp;
import jacobean.testing.Close;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  private static long sines(ArrayFn1 f) {
    return Arrays.stream(makeJaxpr(grad(f), X).toString().split("= sin ")).count() - 1;
  }
}
