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
   * var f = checkpoint(x -> checkpointName(jnp.sin(x), "s").times(2), checkpointPolicies.nothingSaveable());
   * grad(f).apply(jnp.array(0.)) // => 2.0
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
   * var f = checkpoint(x -> checkpointName(jnp.sin(x), "s").times(2), checkpointPolicies.everythingSaveable());
   * grad(f).apply(jnp.array(0.)) // => 2.0
   * }
   */
  public static Policy everythingSaveable() {
    return _ -> true;
  }

  /**
   * Products of matrices, which cost the most to compute again. {@code dots_saveable}.
   *
   * {@snippet :
   * var f = checkpoint(x -> checkpointName(jnp.sin(x), "s").times(2), checkpointPolicies.dotsSaveable());
   * grad(f).apply(jnp.array(0.)) // => 2.0
   * }
   */
  public static Policy dotsSaveable() {
    return p -> p instanceof Contractions.DotGeneral;
  }

  /**
   * {@link #dotsSaveable}. {@code checkpoint_dots}.
   *
   * {@snippet :
   * var f = checkpoint(x -> checkpointName(jnp.sin(x), "s").times(2), checkpointPolicies.checkpointDots());
   * grad(f).apply(jnp.array(0.)) // => 2.0
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
   * var f = checkpoint(x -> checkpointName(jnp.sin(x), "s").times(2), checkpointPolicies.saveOnlyTheseNames("s"));
   * grad(f).apply(jnp.array(0.)) // => 2.0
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
   * var f = checkpoint(x -> checkpointName(jnp.sin(x), "s").times(2), checkpointPolicies.saveAnyNamesButThese("c"));
   * grad(f).apply(jnp.array(0.)) // => 2.0
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
   * var f = checkpoint(x -> checkpointName(jnp.sin(x), "s").times(2), checkpointPolicies.saveAnythingExceptTheseNames("c"));
   * grad(f).apply(jnp.array(0.)) // => 2.0
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
   * var both = checkpointPolicies.saveFromBothPolicies(checkpointPolicies.dotsSaveable(), checkpointPolicies.saveOnlyTheseNames("s"));
   * grad(checkpoint(x -> checkpointName(jnp.sin(x), "s").times(2), both)).apply(jnp.array(0.)) // => 2.0
   * }
   */
  public static Policy saveFromBothPolicies(Policy first, Policy second) {
    return p -> first.saves(p) || second.saves(p);
  }
}
