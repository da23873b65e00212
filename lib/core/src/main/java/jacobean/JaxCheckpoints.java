package jacobean;

import jacobean.control.Checkpoint.Policy;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;

/** The part of {@link jax} that trades memory for computing again. */
abstract sealed class JaxCheckpoints extends JaxHeldRules permits JaxHolomorphic {

  /**
   * {@code jax.checkpoint_policies}: what {@link #checkpoint} keeps for the backward pass.
   *
   * {@snippet :
   * var f = checkpoint(x -> jnp.sin(jnp.sin(x)), checkpointPolicies.everythingSaveable());
   * grad(f).apply(jnp.array(0.)) // => 1.0
   * }
   */
  public static final class checkpointPolicies extends CheckpointPolicies {
    private checkpointPolicies() {}
  }

  /**
   * x under a name, by which {@link checkpointPolicies} know it. {@code
   * jax.ad_checkpoint.checkpoint_name}.
   *
   * {@snippet :
   * var f = checkpoint(x -> jnp.sin(checkpointName(jnp.cos(x), "c")), checkpointPolicies.saveOnlyTheseNames("c"));
   * grad(f).apply(jnp.array(0.5)) // => -0.30635893
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static Array checkpointName(Array x, String name) {
    return Array.of(new jacobean.op.Name(name).bind1(x.value()));
  }

  /** {@link #checkpointName(Array, String)} of each leaf of a tree. */
  public static <T> T checkpointName(T tree, String name) {
    return jacobean.tree.map(x -> checkpointName(x, name), tree);
  }

  // --- of 1 argument ---

  /**
   * f, computed again where its gradient needs what it computed, instead of kept. {@code
   * jax.checkpoint}.
   *
   * {@snippet :
   * grad(checkpoint(x -> jnp.sin(jnp.sin(x)))).apply(jnp.array(0.)) // => 1.0
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
   */
  public static ArrayFn1 checkpoint(ArrayFn1 f) {
    return checkpoint(f, checkpointPolicies.nothingSaveable());
  }

  /** {@code checkpoint} of a function of pytrees. */
  public static <A, R> Fn1<A, R> checkpoint(Fn1<A, R> f) {
    return checkpoint(f, checkpointPolicies.nothingSaveable());
  }

  /** {@code checkpoint} that keeps what the policy says. */
  public static ArrayFn1 checkpoint(ArrayFn1 f, Policy policy) {
    var called = CustomRules.checkpoint(f, policy);
    return (a) -> (Array) called.call(a);
  }

  /** {@code checkpoint} of a function of pytrees that keeps what the policy says. */
  public static <A, R> Fn1<A, R> checkpoint(Fn1<A, R> f, Policy policy) {
    var called = CustomRules.checkpoint(f, policy);
    return (a) -> called.call(a);
  }

  // --- of 2 arguments ---

  /**
   * f, computed again where its gradient needs what it computed, instead of kept. {@code
   * jax.checkpoint}.
   */
  public static ArrayFn2 checkpoint(ArrayFn2 f) {
    return checkpoint(f, checkpointPolicies.nothingSaveable());
  }

  /** {@code checkpoint} of a function of pytrees. */
  public static <A, B, R> Fn2<A, B, R> checkpoint(Fn2<A, B, R> f) {
    return checkpoint(f, checkpointPolicies.nothingSaveable());
  }

  /** {@code checkpoint} that keeps what the policy says. */
  public static ArrayFn2 checkpoint(ArrayFn2 f, Policy policy) {
    var called = CustomRules.checkpoint(f, policy);
    return (a, b) -> (Array) called.call(a, b);
  }

  /** {@code checkpoint} of a function of pytrees that keeps what the policy says. */
  public static <A, B, R> Fn2<A, B, R> checkpoint(Fn2<A, B, R> f, Policy policy) {
    var called = CustomRules.checkpoint(f, policy);
    return (a, b) -> called.call(a, b);
  }

  // --- of 3 arguments ---

  /**
   * f, computed again where its gradient needs what it computed, instead of kept. {@code
   * jax.checkpoint}.
   */
  public static ArrayFn3 checkpoint(ArrayFn3 f) {
    return checkpoint(f, checkpointPolicies.nothingSaveable());
  }

  /** {@code checkpoint} of a function of pytrees. */
  public static <A, B, C, R> Fn3<A, B, C, R> checkpoint(Fn3<A, B, C, R> f) {
    return checkpoint(f, checkpointPolicies.nothingSaveable());
  }

  /** {@code checkpoint} that keeps what the policy says. */
  public static ArrayFn3 checkpoint(ArrayFn3 f, Policy policy) {
    var called = CustomRules.checkpoint(f, policy);
    return (a, b, c) -> (Array) called.call(a, b, c);
  }

  /** {@code checkpoint} of a function of pytrees that keeps what the policy says. */
  public static <A, B, C, R> Fn3<A, B, C, R> checkpoint(Fn3<A, B, C, R> f, Policy policy) {
    var called = CustomRules.checkpoint(f, policy);
    return (a, b, c) -> called.call(a, b, c);
  }

  // --- of 4 arguments ---

  /**
   * f, computed again where its gradient needs what it computed, instead of kept. {@code
   * jax.checkpoint}.
   */
  public static ArrayFn4 checkpoint(ArrayFn4 f) {
    return checkpoint(f, checkpointPolicies.nothingSaveable());
  }

  /** {@code checkpoint} of a function of pytrees. */
  public static <A, B, C, D, R> Fn4<A, B, C, D, R> checkpoint(Fn4<A, B, C, D, R> f) {
    return checkpoint(f, checkpointPolicies.nothingSaveable());
  }

  /** {@code checkpoint} that keeps what the policy says. */
  public static ArrayFn4 checkpoint(ArrayFn4 f, Policy policy) {
    var called = CustomRules.checkpoint(f, policy);
    return (a, b, c, d) -> (Array) called.call(a, b, c, d);
  }

  /** {@code checkpoint} of a function of pytrees that keeps what the policy says. */
  public static <A, B, C, D, R> Fn4<A, B, C, D, R> checkpoint(Fn4<A, B, C, D, R> f, Policy policy) {
    var called = CustomRules.checkpoint(f, policy);
    return (a, b, c, d) -> called.call(a, b, c, d);
  }

  // --- of 5 arguments ---

  /**
   * f, computed again where its gradient needs what it computed, instead of kept. {@code
   * jax.checkpoint}.
   */
  public static ArrayFn5 checkpoint(ArrayFn5 f) {
    return checkpoint(f, checkpointPolicies.nothingSaveable());
  }

  /** {@code checkpoint} of a function of pytrees. */
  public static <A, B, C, D, E, R> Fn5<A, B, C, D, E, R> checkpoint(Fn5<A, B, C, D, E, R> f) {
    return checkpoint(f, checkpointPolicies.nothingSaveable());
  }

  /** {@code checkpoint} that keeps what the policy says. */
  public static ArrayFn5 checkpoint(ArrayFn5 f, Policy policy) {
    var called = CustomRules.checkpoint(f, policy);
    return (a, b, c, d, e) -> (Array) called.call(a, b, c, d, e);
  }

  /** {@code checkpoint} of a function of pytrees that keeps what the policy says. */
  public static <A, B, C, D, E, R> Fn5<A, B, C, D, E, R> checkpoint(
      Fn5<A, B, C, D, E, R> f, Policy policy) {
    var called = CustomRules.checkpoint(f, policy);
    return (a, b, c, d, e) -> called.call(a, b, c, d, e);
  }
}
