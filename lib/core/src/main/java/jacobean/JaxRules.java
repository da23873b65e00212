package jacobean;

import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import java.util.Arrays;
import java.util.List;

/** The part of {@link jax} that lets users write rules of differentiation. */
abstract sealed class JaxRules extends JaxParallel permits JaxCheckpoints {

  /** The same numbers, but constant for differentiation. {@code lax.stop_gradient}. */
  public static Array stopGradient(Array x) {
    return Array.of(jacobean.op.StopGradient.stopGradient(x.value()));
  }

  // --- customJvp ---

  /** For {@link #customJvp}: the value of the function and its tangent. */
  public static <R> Directional.Jvp<R> dual(R value, R tangent) {
    return new Directional.Jvp<>(value, tangent);
  }

  /**
   * f with a derivative that is written by hand, forward; it serves the backward pass, too. {@code
   * jax.custom_jvp}.
   *
   * <pre>{@code
   * var f = customJvp(x -> jnp.log1p(jnp.exp(x)),
   *     (x, t) -> dual(jnp.log1p(jnp.exp(x)), t.times(jax.nn.sigmoid(x))));
   * }</pre>
   *
   * @param rule from the argument and its tangent, in which it is linear, to {@link #dual}
   */
  public static ArrayFn1 customJvp(ArrayFn1 f, JvpRule.OfArray rule) {
    var called =
        CustomRules.jvp(f, (x, t) -> rule.apply((Array) x.getFirst(), (Array) t.getFirst()));
    return (a) -> (Array) called.call(a);
  }

  /** {@code customJvp} of a function of pytrees. */
  public static <A, R> Fn1<A, R> customJvp(Fn1<A, R> f, Fn2<A, A, Directional.Jvp<R>> rule) {
    var called = CustomRules.jvp(f, (x, t) -> rule.call(x.getFirst(), t.getFirst()));
    return (a) -> called.call(a);
  }

  /** {@code customJvp} of a function of two pytrees; the rule takes both, then both tangents. */
  public static <A, B, R> Fn2<A, B, R> customJvp(
      Fn2<A, B, R> f, Fn4<A, B, A, B, Directional.Jvp<R>> rule) {
    var called = CustomRules.jvp(f, (x, t) -> rule.call(x.get(0), x.get(1), t.get(0), t.get(1)));
    return (a, b) -> called.call(a, b);
  }

  /**
   * {@code customJvp} of a function of 2 arrays; the rule takes the list of them and that of their
   * tangents.
   */
  public static ArrayFn2 customJvp(ArrayFn2 f, JvpRule.OfArrays rule) {
    var called = CustomRules.jvp(f, rule::call);
    return (a, b) -> (Array) called.call(a, b);
  }

  /**
   * {@code customJvp} of a function of 3 arrays; the rule takes the list of them and that of their
   * tangents.
   */
  public static ArrayFn3 customJvp(ArrayFn3 f, JvpRule.OfArrays rule) {
    var called = CustomRules.jvp(f, rule::call);
    return (a, b, c) -> (Array) called.call(a, b, c);
  }

  /**
   * {@code customJvp} of a function of 4 arrays; the rule takes the list of them and that of their
   * tangents.
   */
  public static ArrayFn4 customJvp(ArrayFn4 f, JvpRule.OfArrays rule) {
    var called = CustomRules.jvp(f, rule::call);
    return (a, b, c, d) -> (Array) called.call(a, b, c, d);
  }

  /**
   * {@code customJvp} of a function of 5 arrays; the rule takes the list of them and that of their
   * tangents.
   */
  public static ArrayFn5 customJvp(ArrayFn5 f, JvpRule.OfArrays rule) {
    var called = CustomRules.jvp(f, rule::call);
    return (a, b, c, d, e) -> (Array) called.call(a, b, c, d, e);
  }

  /**
   * f with its derivative by its argument: a function of the tangent, the value, and the argument.
   * {@code defjvps}.
   */
  public static ArrayFn1 customJvps(ArrayFn1 f, ArrayFn3 rule) {
    return customJvp(
        f,
        (x, t) -> {
          var value = f.apply(x);
          return dual(value, rule.apply(t, value, x));
        });
  }

  /** f with its derivative by each argument, null where it is zero. {@code defjvps}. */
  public static ArrayFn2 customJvps(ArrayFn2 f, ArrayFn4 first, ArrayFn4 second) {
    return customJvp(
        f,
        (x, t) -> {
          var value = f.apply(x.get(0), x.get(1));
          var tangent = jnp.zeros(value.shape(), value.dtype());
          if (first != null) {
            tangent = tangent.plus(first.apply(t.get(0), value, x.get(0), x.get(1)));
          }
          if (second != null) {
            tangent = tangent.plus(second.apply(t.get(1), value, x.get(0), x.get(1)));
          }
          return dual(value, tangent);
        });
  }

  // --- customVjp ---

  /** For {@link #customVjp}: the value of the function, and what its backward pass needs. */
  public static <R, S> Saved<R, S> saved(R value, S residuals) {
    return new Saved<>(value, residuals);
  }

  /**
   * f with a backward pass that is written by hand. {@code jax.custom_vjp}.
   *
   * <pre>{@code
   * var clip = customVjp(x -> x, x -> saved(x, x), (x, ct) -> jnp.clip(ct, -1, 1));
   * }</pre>
   *
   * @param fwd computes f where a gradient is wanted, and {@link #saved} with it what bwd needs
   * @param bwd from what was saved and the cotangent of the value to that of the argument
   */
  public static <S> ArrayFn1 customVjp(
      ArrayFn1 f, Fn1<Array, Saved<Array, S>> fwd, Fn2<S, Array, Array> bwd) {
    var called = CustomRules.vjp(f, fwd::call, (kept, ct) -> Arrays.asList(bwd.call(kept, ct)));
    return (a) -> (Array) called.call(a);
  }

  /** {@code customVjp} of a function of pytrees. */
  public static <A, R, S> Fn1<A, R> customVjp(
      Fn1<A, R> f, Fn1<A, Saved<R, S>> fwd, Fn2<S, R, A> bwd) {
    var called = CustomRules.vjp(f, fwd::call, (kept, ct) -> Arrays.asList(bwd.call(kept, ct)));
    return (a) -> called.call(a);
  }

  /** {@code customVjp} of a function of 2 arrays; bwd gives a list of cotangents, null for zero. */
  public static <S> ArrayFn2 customVjp(
      ArrayFn2 f, Fn2<Array, Array, Saved<Array, S>> fwd, Fn2<S, Array, List<Array>> bwd) {
    var called = CustomRules.vjp(f, fwd::call, bwd::call);
    return (a, b) -> (Array) called.call(a, b);
  }

  /**
   * {@code customVjp} of a function of 2 pytrees; bwd gives a list of cotangents, null for zero.
   */
  public static <A, B, R, S, T extends List<?>> Fn2<A, B, R> customVjp(
      Fn2<A, B, R> f, Fn2<A, B, Saved<R, S>> fwd, Fn2<S, R, T> bwd) {
    var called = CustomRules.vjp(f, fwd::call, bwd::call);
    return (a, b) -> called.call(a, b);
  }

  /** {@code customVjp} of a function of 3 arrays; bwd gives a list of cotangents, null for zero. */
  public static <S> ArrayFn3 customVjp(
      ArrayFn3 f, Fn3<Array, Array, Array, Saved<Array, S>> fwd, Fn2<S, Array, List<Array>> bwd) {
    var called = CustomRules.vjp(f, fwd::call, bwd::call);
    return (a, b, c) -> (Array) called.call(a, b, c);
  }

  /**
   * {@code customVjp} of a function of 3 pytrees; bwd gives a list of cotangents, null for zero.
   */
  public static <A, B, C, R, S, T extends List<?>> Fn3<A, B, C, R> customVjp(
      Fn3<A, B, C, R> f, Fn3<A, B, C, Saved<R, S>> fwd, Fn2<S, R, T> bwd) {
    var called = CustomRules.vjp(f, fwd::call, bwd::call);
    return (a, b, c) -> called.call(a, b, c);
  }

  /** {@code customVjp} of a function of 4 arrays; bwd gives a list of cotangents, null for zero. */
  public static <S> ArrayFn4 customVjp(
      ArrayFn4 f,
      Fn4<Array, Array, Array, Array, Saved<Array, S>> fwd,
      Fn2<S, Array, List<Array>> bwd) {
    var called = CustomRules.vjp(f, fwd::call, bwd::call);
    return (a, b, c, d) -> (Array) called.call(a, b, c, d);
  }

  /**
   * {@code customVjp} of a function of 4 pytrees; bwd gives a list of cotangents, null for zero.
   */
  public static <A, B, C, D, R, S, T extends List<?>> Fn4<A, B, C, D, R> customVjp(
      Fn4<A, B, C, D, R> f, Fn4<A, B, C, D, Saved<R, S>> fwd, Fn2<S, R, T> bwd) {
    var called = CustomRules.vjp(f, fwd::call, bwd::call);
    return (a, b, c, d) -> called.call(a, b, c, d);
  }

  /** {@code customVjp} of a function of 5 arrays; bwd gives a list of cotangents, null for zero. */
  public static <S> ArrayFn5 customVjp(
      ArrayFn5 f,
      Fn5<Array, Array, Array, Array, Array, Saved<Array, S>> fwd,
      Fn2<S, Array, List<Array>> bwd) {
    var called = CustomRules.vjp(f, fwd::call, bwd::call);
    return (a, b, c, d, e) -> (Array) called.call(a, b, c, d, e);
  }

  /**
   * {@code customVjp} of a function of 5 pytrees; bwd gives a list of cotangents, null for zero.
   */
  public static <A, B, C, D, E, R, S, T extends List<?>> Fn5<A, B, C, D, E, R> customVjp(
      Fn5<A, B, C, D, E, R> f, Fn5<A, B, C, D, E, Saved<R, S>> fwd, Fn2<S, R, T> bwd) {
    var called = CustomRules.vjp(f, fwd::call, bwd::call);
    return (a, b, c, d, e) -> called.call(a, b, c, d, e);
  }

  // --- customGradient ---

  /**
   * For {@link #customGradient}: a value and the function from its cotangent to that of the
   * argument.
   */
  public static <A, R> Directional.Vjp<A, R> withPullback(R value, Fn1<R, A> pullback) {
    return new Directional.Vjp<>(value, pullback);
  }

  /**
   * The function of the value that f gives, with the gradient that f gives. {@code
   * jax.custom_gradient}.
   *
   * @param f from the argument to {@link #withPullback}
   */
  public static <A, R> Fn1<A, R> customGradient(Fn1<A, Directional.Vjp<A, R>> f) {
    var called = CustomRules.gradient(f);
    return (a) -> called.call(a);
  }
}
