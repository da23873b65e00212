package jacobean;

import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import java.util.List;

/**
 * The part of {@link jax} with rules for functions of which some arguments are Java objects: {@code
 * nondiff_argnums}. The rules get these as a list of their own, first.
 */
abstract sealed class JaxHeldRules extends JaxRules permits JaxCheckpoints {

  /**
   * For {@code customJvp} and {@code customVjp}: these arguments, counted from 0, are no arrays.
   * JAX's argument {@code nondiff_argnums}.
   *
   * {@snippet :
   * var app = customJvp((String how, Array x) -> x.times(2), nondiffArgnums(0), (held, p, t) -> dual(p.get(0).times(2), t.get(0).times(5)));
   * grad(app, 1).apply("twice", jnp.array(3.)) // => 5.0
   * }
   */
  public static NondiffArgnums<Object> nondiffArgnums(int... argnums) {
    return new NondiffArgnums<>(argnums);
  }

  /**
   * {@link #nondiffArgnums(int...)} that are all of one class, so that rules need no casts.
   *
   * {@snippet :
   * var app = customVjp((ArrayFn1 f, Array x) -> f.apply(x), nondiffArgnums(ArrayFn1.class, 0),
   *     (f, x) -> saved(f.apply(x), x), (held, x, ct) -> List.of(held.get(0).apply(ct)));
   * grad(app, 1).apply(x -> x.times(5), jnp.array(3.)) // => 5.0
   * }
   */
  public static <N> NondiffArgnums<N> nondiffArgnums(Class<N> of, int... argnums) {
    return new NondiffArgnums<>(argnums);
  }

  // --- of 2 arguments ---

  /**
   * {@code customJvp} of a function of 2 arguments of which some are held.
   *
   * @param rule from the held arguments, the others and their tangents to {@link #dual}
   */
  public static <A, B, R, N> Fn2<A, B, R> customJvp(
      Fn2<A, B, R> f,
      NondiffArgnums<N> nondiff,
      Fn3<List<N>, List<Array>, List<Array>, Directional.Jvp<R>> rule) {
    return (a, b) -> CustomRules.heldJvp(f, nondiff, rule, a, b);
  }

  /**
   * {@code customVjp} of a function of 2 arguments of which some are held.
   *
   * @param bwd from the held arguments, what was saved and the cotangent of the value to the list
   *     of those of the others, null for zero
   */
  public static <A, B, R, S, N> Fn2<A, B, R> customVjp(
      Fn2<A, B, R> f,
      NondiffArgnums<N> nondiff,
      Fn2<A, B, Saved<R, S>> fwd,
      Fn3<List<N>, S, R, List<Array>> bwd) {
    return (a, b) -> CustomRules.heldVjp(f, nondiff, fwd, bwd, a, b);
  }

  // --- of 3 arguments ---

  /**
   * {@code customJvp} of a function of 3 arguments of which some are held.
   *
   * @param rule from the held arguments, the others and their tangents to {@link #dual}
   */
  public static <A, B, C, R, N> Fn3<A, B, C, R> customJvp(
      Fn3<A, B, C, R> f,
      NondiffArgnums<N> nondiff,
      Fn3<List<N>, List<Array>, List<Array>, Directional.Jvp<R>> rule) {
    return (a, b, c) -> CustomRules.heldJvp(f, nondiff, rule, a, b, c);
  }

  /**
   * {@code customVjp} of a function of 3 arguments of which some are held.
   *
   * @param bwd from the held arguments, what was saved and the cotangent of the value to the list
   *     of those of the others, null for zero
   */
  public static <A, B, C, R, S, N> Fn3<A, B, C, R> customVjp(
      Fn3<A, B, C, R> f,
      NondiffArgnums<N> nondiff,
      Fn3<A, B, C, Saved<R, S>> fwd,
      Fn3<List<N>, S, R, List<Array>> bwd) {
    return (a, b, c) -> CustomRules.heldVjp(f, nondiff, fwd, bwd, a, b, c);
  }

  // --- of 4 arguments ---

  /**
   * {@code customJvp} of a function of 4 arguments of which some are held.
   *
   * @param rule from the held arguments, the others and their tangents to {@link #dual}
   */
  public static <A, B, C, D, R, N> Fn4<A, B, C, D, R> customJvp(
      Fn4<A, B, C, D, R> f,
      NondiffArgnums<N> nondiff,
      Fn3<List<N>, List<Array>, List<Array>, Directional.Jvp<R>> rule) {
    return (a, b, c, d) -> CustomRules.heldJvp(f, nondiff, rule, a, b, c, d);
  }

  /**
   * {@code customVjp} of a function of 4 arguments of which some are held.
   *
   * @param bwd from the held arguments, what was saved and the cotangent of the value to the list
   *     of those of the others, null for zero
   */
  public static <A, B, C, D, R, S, N> Fn4<A, B, C, D, R> customVjp(
      Fn4<A, B, C, D, R> f,
      NondiffArgnums<N> nondiff,
      Fn4<A, B, C, D, Saved<R, S>> fwd,
      Fn3<List<N>, S, R, List<Array>> bwd) {
    return (a, b, c, d) -> CustomRules.heldVjp(f, nondiff, fwd, bwd, a, b, c, d);
  }

  // --- of 5 arguments ---

  /**
   * {@code customJvp} of a function of 5 arguments of which some are held.
   *
   * @param rule from the held arguments, the others and their tangents to {@link #dual}
   */
  public static <A, B, C, D, E, R, N> Fn5<A, B, C, D, E, R> customJvp(
      Fn5<A, B, C, D, E, R> f,
      NondiffArgnums<N> nondiff,
      Fn3<List<N>, List<Array>, List<Array>, Directional.Jvp<R>> rule) {
    return (a, b, c, d, e) -> CustomRules.heldJvp(f, nondiff, rule, a, b, c, d, e);
  }

  /**
   * {@code customVjp} of a function of 5 arguments of which some are held.
   *
   * @param bwd from the held arguments, what was saved and the cotangent of the value to the list
   *     of those of the others, null for zero
   */
  public static <A, B, C, D, E, R, S, N> Fn5<A, B, C, D, E, R> customVjp(
      Fn5<A, B, C, D, E, R> f,
      NondiffArgnums<N> nondiff,
      Fn5<A, B, C, D, E, Saved<R, S>> fwd,
      Fn3<List<N>, S, R, List<Array>> bwd) {
    return (a, b, c, d, e) -> CustomRules.heldVjp(f, nondiff, fwd, bwd, a, b, c, d, e);
  }
}
