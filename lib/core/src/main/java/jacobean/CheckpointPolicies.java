package jacobean;

import jacobean.control.Checkpoint.Policy;
import jacobean.op.Contractions;
import jacobean.op.Name;
import java.util.Set;

/**
 * What {@code checkpoint} keeps for the backward pass; everything else is computed again. {@code
 * jax.checkpoint_policies}.
 */
class CheckpointPolicies {
  CheckpointPolicies() {}

  /**
   * Nothing but the arguments: the least memory.
   *
   * {@snippet :
   * var f = checkpoint(x -> jnp.sin(jnp.sin(x)), checkpointPolicies.nothingSaveable());
   * grad(f).apply(jnp.array(0.)) // => 1.0
   * }
   */
  public static Policy nothingSaveable() {
    return NOTHING;
  }

  private static final Policy NOTHING = _ -> false;

  /**
   * Everything, as without checkpoint.
   *
   * {@snippet :
   * var f = checkpoint(x -> jnp.sin(jnp.sin(x)), checkpointPolicies.everythingSaveable());
   * grad(f).apply(jnp.array(0.)) // => 1.0
   * }
   */
  public static Policy everythingSaveable() {
    return _ -> true;
  }

  /**
   * Products of matrices, which cost the most to compute again. {@code dots_saveable}.
   *
   * {@snippet :
   * var f = checkpoint(x -> jnp.sum(x.matmul(x)), checkpointPolicies.dotsSaveable());
   * grad(f).apply(jnp.eye(2)) // => [[2. 2.] [2. 2.]]
   * }
   */
  public static Policy dotsSaveable() {
    return p -> p instanceof Contractions.DotGeneral;
  }

  /**
   * {@link #dotsSaveable}. {@code checkpoint_dots}.
   *
   * {@snippet :
   * var f = checkpoint(x -> jnp.sum(x.matmul(x)), checkpointPolicies.checkpointDots());
   * grad(f).apply(jnp.eye(2)) // => [[2. 2.] [2. 2.]]
   * }
   */
  public static Policy checkpointDots() {
    return dotsSaveable();
  }

  /**
   * Products of matrices without batch axes. {@code dots_with_no_batch_dims_saveable}.
   *
   * {@snippet :
   * var f = checkpoint(x -> jnp.sum(jnp.sin(x.matmul(x))), checkpointPolicies.dotsWithNoBatchDimsSaveable());
   * grad(f).apply(jnp.eye(2)) // => [[1.0806046 2. ] [2. 1.0806046]]
   * }
   */
  public static Policy dotsWithNoBatchDimsSaveable() {
    return p ->
        p instanceof Contractions.DotGeneral d && d.dimensionNumbers().leftBatch().size() == 0;
  }

  /**
   * What {@link jax#checkpointName} named so. {@code save_only_these_names}.
   *
   * {@snippet :
   * var keep = checkpointPolicies.saveOnlyTheseNames("c");
   * var f = checkpoint(x -> jnp.sin(checkpointName(jnp.sin(x), "c")), keep);
   * grad(f).apply(jnp.array(0.)) // => 1.0
   * }
   */
  public static Policy saveOnlyTheseNames(String... names) {
    var saved = Set.of(names);
    return p -> p instanceof Name n && saved.contains(n.label());
  }

  /**
   * What has a name, but none of these. {@code save_any_names_but_these}.
   *
   * {@snippet :
   * var keep = checkpointPolicies.saveAnyNamesButThese("c");
   * var f = checkpoint(x -> jnp.sin(checkpointName(jnp.sin(x), "c")), keep);
   * grad(f).apply(jnp.array(0.)) // => 1.0
   * }
   */
  public static Policy saveAnyNamesButThese(String... names) {
    var left = Set.of(names);
    return p -> p instanceof Name n && !left.contains(n.label());
  }

  /**
   * Everything but what has one of these names. As in JAX, what a name was given to is saved before
   * it has the name, so this helps only where the policy is combined with others.
   *
   * {@snippet :
   * var keep = checkpointPolicies.saveAnythingExceptTheseNames("c");
   * var f = checkpoint(x -> jnp.sin(checkpointName(jnp.sin(x), "c")), keep);
   * grad(f).apply(jnp.array(0.)) // => 1.0
   * }
   */
  public static Policy saveAnythingExceptTheseNames(String... names) {
    var left = Set.of(names);
    return p -> !(p instanceof Name n && left.contains(n.label()));
  }

  /**
   * What either policy keeps. {@code save_from_both_policies}.
   *
   * {@snippet :
   * var keep =
   *     checkpointPolicies.saveFromBothPolicies(
   *         checkpointPolicies.dotsSaveable(), checkpointPolicies.saveOnlyTheseNames("c"));
   * grad(checkpoint(x -> jnp.sin(x), keep)).apply(jnp.array(0.)) // => 1.0
   * }
   */
  public static Policy saveFromBothPolicies(Policy first, Policy second) {
    return p -> first.saves(p) || second.saves(p);
  }
}
