package jacobean;

import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import java.util.Arrays;
import java.util.List;

/** The part of {@link jax} that lets users write rules of differentiation. */
abstract sealed class JaxRules extends JaxParallel permits JaxHeldRules {

  /**
   * The same numbers, but constant for differentiation. {@code lax.stop_gradient}.
   *
   * {@snippet :
   * grad(x -> x.times(stopGradient(x))).apply(jnp.array(3.)) // => 3.0
   * }
   */
  public static Array stopGradient(Array x) {
    return Array.of(jacobean.op.StopGradient.stopGradient(x.value()));
  }

  // --- customJvp ---

  /**
   * For {@link #customJvp}: the value of the function and its tangent. In JAX a pair.
   *
   * {@snippet :
   * var f = customJvp(x -> jnp.sin(x), (x, t) -> dual(jnp.sin(x), t.times(100)));
   * grad(f).apply(jnp.array(0.)) // => 100.0
   * }
   */
  public static <R> Directional.Jvp<R> dual(R value, R tangent) {
    return new Directional.Jvp<>(value, tangent);
  }

  /**
   * f with a derivative that is written by hand, forward; it serves the backward pass, too. {@code
   * jax.custom_jvp}.
   *
   * {@snippet :
   * ArrayFn1 softplus = x -> jnp.log(jnp.exp(x).plus(1));
   * var f = customJvp(softplus, (x, t) -> dual(softplus.apply(x), t.times(jax.nn.sigmoid(x))));
   * grad(f).apply(jnp.array(100.)) // => 1.0
   * grad(softplus).apply(jnp.array(100.)) // => nan
   * }
   *
   * @param rule from the argument and its tangent, in which it is linear, to {@link #dual}
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.GradException if an argument is named that the function does not have
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
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
   * {@code jax.custom_jvp.defjvps}.
   *
   * {@snippet :
   * var f = customJvps(x -> jnp.sin(x), (t, value, x) -> t.times(jnp.cos(x)));
   * grad(f).apply(jnp.array(0.)) // => 1.0
   * }
   *
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
   */
  public static ArrayFn1 customJvps(ArrayFn1 f, ArrayFn3 rule) {
    return customJvp(
        f,
        (x, t) -> {
          var value = f.apply(x);
          return dual(value, rule.apply(t, value, x));
        });
  }

  /**
   * f with its derivative by each argument, null where it is zero. {@code jax.custom_jvp.defjvps}.
   */
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

  /**
   * For {@link #customVjp}: the value of the function, and what its backward pass needs. In JAX a
   * pair.
   *
   * {@snippet :
   * saved(jnp.array(1.), jnp.array(2.)) // => Saved[value=1.0, residuals=2.0]
   * }
   */
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
   * {@snippet :
   * var clip = customVjp(x -> x, x -> saved(x, x), (x, ct) -> jnp.clip(ct, -1, 1));
   * grad(x -> clip.apply(x).times(100)).apply(jnp.array(3.)) // => 1.0
   * }
   *
   * @param fwd computes f where a gradient is wanted, and {@link #saved} with it what bwd needs
   * @param bwd from what was saved and the cotangent of the value to that of the argument
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.GradException if an argument is named that the function does not have
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
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
   * argument. In JAX a pair.
   *
   * {@snippet :
   * withPullback(jnp.array(1.), (Array ct) -> ct).value() // => 1.0
   * }
   */
  public static <A, R> Directional.Vjp<A, R> withPullback(R value, Fn1<R, A> pullback) {
    return new Directional.Vjp<>(value, pullback);
  }

  /**
   * The function of the value that f gives, with the gradient that f gives. {@code
   * jax.custom_gradient}.
   *
   * {@snippet :
   * var f = customGradient((Array x) -> withPullback(x.times(x), (Array ct) -> ct.times(x)));
   * grad(f).apply(jnp.array(3.)) // => 3.0
   * }
   *
   * @param f from the argument to {@link #withPullback}
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.TreeException if the arguments are not as many as the function takes
   */
  public static <A, R> Fn1<A, R> customGradient(Fn1<A, Directional.Vjp<A, R>> f) {
    var called = CustomRules.gradient(f);
    return (a) -> called.call(a);
  }
}
