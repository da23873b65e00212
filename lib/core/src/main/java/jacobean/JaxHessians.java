package jacobean;

import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import jacobean.fn.TreeFn1;
import jacobean.fn.TreeFn2;
import jacobean.fn.TreeFn3;
import jacobean.fn.TreeFn4;
import jacobean.fn.TreeFn5;
import java.util.List;

/** The part of {@link jax} that gives second derivatives. H is the type of the tree of trees. */
abstract sealed class JaxHessians extends JaxJacobianNames permits JaxCompiling {

  // --- of arrays ---

  /**
   * The second derivatives of f by the first argument: the shape of the result, then twice that of
   * the argument. {@code jax.hessian}.
   *
   * {@snippet :
   * hessian(x -> jnp.prod(x)).apply(jnp.array(2., 3.)) // => [[0. 1.] [1. 0.]]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.GradException if an argument is named that the function does not have,
   *     or the argument, or the result, is not floating
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
   */
  public static ArrayFn1 hessian(ArrayFn1 f) {
    return hessian(f, 0);
  }

  /** {@code hessian} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn1 hessian(ArrayFn1 f, int argnum) {
    var by = Argnums.of("hessian", f, argnum);
    return (a) -> Jacobian.hessian(f, by, a);
  }

  /** {@code hessian} by several arguments: one array for each, for each. */
  public static Fn1<Array, List<List<Array>>> hessian(ArrayFn1 f, Argnums argnums) {
    var by = argnums.in("hessian", f);
    return (a) -> Jacobian.hessian(f, by, a);
  }

  /**
   * The second derivatives of f by the first argument: the shape of the result, then twice that of
   * the argument. {@code jax.hessian}.
   */
  public static ArrayFn2 hessian(ArrayFn2 f) {
    return hessian(f, 0);
  }

  /** {@code hessian} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn2 hessian(ArrayFn2 f, int argnum) {
    var by = Argnums.of("hessian", f, argnum);
    return (a, b) -> Jacobian.hessian(f, by, a, b);
  }

  /** {@code hessian} by several arguments: one array for each, for each. */
  public static Fn2<Array, Array, List<List<Array>>> hessian(ArrayFn2 f, Argnums argnums) {
    var by = argnums.in("hessian", f);
    return (a, b) -> Jacobian.hessian(f, by, a, b);
  }

  /**
   * The second derivatives of f by the first argument: the shape of the result, then twice that of
   * the argument. {@code jax.hessian}.
   */
  public static ArrayFn3 hessian(ArrayFn3 f) {
    return hessian(f, 0);
  }

  /** {@code hessian} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn3 hessian(ArrayFn3 f, int argnum) {
    var by = Argnums.of("hessian", f, argnum);
    return (a, b, c) -> Jacobian.hessian(f, by, a, b, c);
  }

  /** {@code hessian} by several arguments: one array for each, for each. */
  public static Fn3<Array, Array, Array, List<List<Array>>> hessian(ArrayFn3 f, Argnums argnums) {
    var by = argnums.in("hessian", f);
    return (a, b, c) -> Jacobian.hessian(f, by, a, b, c);
  }

  /**
   * The second derivatives of f by the first argument: the shape of the result, then twice that of
   * the argument. {@code jax.hessian}.
   */
  public static ArrayFn4 hessian(ArrayFn4 f) {
    return hessian(f, 0);
  }

  /** {@code hessian} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn4 hessian(ArrayFn4 f, int argnum) {
    var by = Argnums.of("hessian", f, argnum);
    return (a, b, c, d) -> Jacobian.hessian(f, by, a, b, c, d);
  }

  /** {@code hessian} by several arguments: one array for each, for each. */
  public static Fn4<Array, Array, Array, Array, List<List<Array>>> hessian(
      ArrayFn4 f, Argnums argnums) {
    var by = argnums.in("hessian", f);
    return (a, b, c, d) -> Jacobian.hessian(f, by, a, b, c, d);
  }

  /**
   * The second derivatives of f by the first argument: the shape of the result, then twice that of
   * the argument. {@code jax.hessian}.
   */
  public static ArrayFn5 hessian(ArrayFn5 f) {
    return hessian(f, 0);
  }

  /** {@code hessian} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn5 hessian(ArrayFn5 f, int argnum) {
    var by = Argnums.of("hessian", f, argnum);
    return (a, b, c, d, e) -> Jacobian.hessian(f, by, a, b, c, d, e);
  }

  /** {@code hessian} by several arguments: one array for each, for each. */
  public static Fn5<Array, Array, Array, Array, Array, List<List<Array>>> hessian(
      ArrayFn5 f, Argnums argnums) {
    var by = argnums.in("hessian", f);
    return (a, b, c, d, e) -> Jacobian.hessian(f, by, a, b, c, d, e);
  }

  // --- of trees ---

  /**
   * The second derivatives of a function that gives a tree: in the place of each leaf of the result
   * a tree of the argument's structure, and in the place of each of its leaves such a tree again.
   *
   * {@snippet :
   * Fn1<Array, Map<String, Array>> second = hessian((Array x) -> Map.of("y", x.times(x)));
   * second.apply(jnp.array(3.)) // => {y=2.0}
   * }
   */
  public static <A, H> Fn1<A, H> hessian(TreeFn1<A, ?> f) {
    return (a) -> Jacobian.hessian(f, Argnums.FIRST, a);
  }

  /** {@code hessian} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, H> Fn1<A, H> hessian(TreeFn1<A, ?> f, int argnum) {
    var by = Argnums.of("hessian", f, argnum);
    return (a) -> Jacobian.hessian(f, by, a);
  }

  /** {@code hessian} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, H> Fn1<A, H> hessian(TreeFn1<A, ?> f, Argnums argnums) {
    var by = argnums.in("hessian", f);
    return (a) -> Jacobian.hessian(f, by, a);
  }

  /**
   * The second derivatives of a function that gives a tree: in the place of each leaf of the result
   * a tree of the argument's structure, and in the place of each of its leaves such a tree again.
   */
  public static <A, B, H> Fn2<A, B, H> hessian(TreeFn2<A, B, ?> f) {
    return (a, b) -> Jacobian.hessian(f, Argnums.FIRST, a, b);
  }

  /** {@code hessian} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, H> Fn2<A, B, H> hessian(TreeFn2<A, B, ?> f, int argnum) {
    var by = Argnums.of("hessian", f, argnum);
    return (a, b) -> Jacobian.hessian(f, by, a, b);
  }

  /** {@code hessian} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, H> Fn2<A, B, H> hessian(TreeFn2<A, B, ?> f, Argnums argnums) {
    var by = argnums.in("hessian", f);
    return (a, b) -> Jacobian.hessian(f, by, a, b);
  }

  /**
   * The second derivatives of a function that gives a tree: in the place of each leaf of the result
   * a tree of the argument's structure, and in the place of each of its leaves such a tree again.
   */
  public static <A, B, C, H> Fn3<A, B, C, H> hessian(TreeFn3<A, B, C, ?> f) {
    return (a, b, c) -> Jacobian.hessian(f, Argnums.FIRST, a, b, c);
  }

  /** {@code hessian} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, C, H> Fn3<A, B, C, H> hessian(TreeFn3<A, B, C, ?> f, int argnum) {
    var by = Argnums.of("hessian", f, argnum);
    return (a, b, c) -> Jacobian.hessian(f, by, a, b, c);
  }

  /** {@code hessian} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, C, H> Fn3<A, B, C, H> hessian(TreeFn3<A, B, C, ?> f, Argnums argnums) {
    var by = argnums.in("hessian", f);
    return (a, b, c) -> Jacobian.hessian(f, by, a, b, c);
  }

  /**
   * The second derivatives of a function that gives a tree: in the place of each leaf of the result
   * a tree of the argument's structure, and in the place of each of its leaves such a tree again.
   */
  public static <A, B, C, D, H> Fn4<A, B, C, D, H> hessian(TreeFn4<A, B, C, D, ?> f) {
    return (a, b, c, d) -> Jacobian.hessian(f, Argnums.FIRST, a, b, c, d);
  }

  /** {@code hessian} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, C, D, H> Fn4<A, B, C, D, H> hessian(TreeFn4<A, B, C, D, ?> f, int argnum) {
    var by = Argnums.of("hessian", f, argnum);
    return (a, b, c, d) -> Jacobian.hessian(f, by, a, b, c, d);
  }

  /** {@code hessian} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, C, D, H> Fn4<A, B, C, D, H> hessian(
      TreeFn4<A, B, C, D, ?> f, Argnums argnums) {
    var by = argnums.in("hessian", f);
    return (a, b, c, d) -> Jacobian.hessian(f, by, a, b, c, d);
  }

  /**
   * The second derivatives of a function that gives a tree: in the place of each leaf of the result
   * a tree of the argument's structure, and in the place of each of its leaves such a tree again.
   */
  public static <A, B, C, D, E, H> Fn5<A, B, C, D, E, H> hessian(TreeFn5<A, B, C, D, E, ?> f) {
    return (a, b, c, d, e) -> Jacobian.hessian(f, Argnums.FIRST, a, b, c, d, e);
  }

  /** {@code hessian} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, C, D, E, H> Fn5<A, B, C, D, E, H> hessian(
      TreeFn5<A, B, C, D, E, ?> f, int argnum) {
    var by = Argnums.of("hessian", f, argnum);
    return (a, b, c, d, e) -> Jacobian.hessian(f, by, a, b, c, d, e);
  }

  /** {@code hessian} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, C, D, E, H> Fn5<A, B, C, D, E, H> hessian(
      TreeFn5<A, B, C, D, E, ?> f, Argnums argnums) {
    var by = argnums.in("hessian", f);
    return (a, b, c, d, e) -> Jacobian.hessian(f, by, a, b, c, d, e);
  }
}
