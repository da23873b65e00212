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

/** The part of {@link jax} with {@code jacobian}, which is {@code jacrev} by a second name. */
abstract sealed class JaxJacobianNames extends JaxTreeJacobians permits JaxHessians {

  /**
   * The derivatives of every element of f by every element of its first argument; the same as
   * {@code jacrev}. {@code jax.jacobian}.
   *
   * {@snippet :
   * jacobian(x -> x.times(x)).apply(jnp.array(1., 2.)) // => [[2. 0.] [0. 4.]]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.GradException if an argument is named that the function does not have,
   *     or the argument, or the result, is not floating
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
   */
  public static ArrayFn1 jacobian(ArrayFn1 f) {
    return jacrev(f);
  }

  /** {@link #jacrev(ArrayFn1, int)}. {@code jax.jacobian}. */
  public static ArrayFn1 jacobian(ArrayFn1 f, int argnum) {
    return jacrev(f, argnum);
  }

  /**
   * {@code jacobian} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A> Fn1<A, A> jacobian(Fn1<A, Array> f) {
    return (a) -> Jacobian.backward(f, Argnums.FIRST, a);
  }

  /**
   * {@code jacobian} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   *
   * {@snippet :
   * jacobian((Array x) -> Map.of("y", x.times(3.))).apply(jnp.array(1.)) // => {y=3.0}
   * }
   */
  public static <A, J> Fn1<A, J> jacobian(TreeFn1<A, ?> f) {
    return (a) -> Jacobian.backward(f, Argnums.FIRST, a);
  }

  /** {@code jacobian} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, J> Fn1<A, J> jacobian(TreeFn1<A, ?> f, int argnum) {
    var by = Argnums.of("jacobian", f, argnum);
    return (a) -> Jacobian.backward(f, by, a);
  }

  /** {@code jacobian} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, J> Fn1<A, J> jacobian(TreeFn1<A, ?> f, Argnums argnums) {
    var by = argnums.in("jacobian", f);
    return (a) -> Jacobian.backward(f, by, a);
  }

  /** {@link #jacrev(ArrayFn2)}. {@code jax.jacobian}. */
  public static ArrayFn2 jacobian(ArrayFn2 f) {
    return jacrev(f);
  }

  /** {@link #jacrev(ArrayFn2, int)}. {@code jax.jacobian}. */
  public static ArrayFn2 jacobian(ArrayFn2 f, int argnum) {
    return jacrev(f, argnum);
  }

  /**
   * {@code jacobian} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B> Fn2<A, B, A> jacobian(Fn2<A, B, Array> f) {
    return (a, b) -> Jacobian.backward(f, Argnums.FIRST, a, b);
  }

  /**
   * {@code jacobian} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   */
  public static <A, B, J> Fn2<A, B, J> jacobian(TreeFn2<A, B, ?> f) {
    return (a, b) -> Jacobian.backward(f, Argnums.FIRST, a, b);
  }

  /** {@code jacobian} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, J> Fn2<A, B, J> jacobian(TreeFn2<A, B, ?> f, int argnum) {
    var by = Argnums.of("jacobian", f, argnum);
    return (a, b) -> Jacobian.backward(f, by, a, b);
  }

  /** {@code jacobian} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, J> Fn2<A, B, J> jacobian(TreeFn2<A, B, ?> f, Argnums argnums) {
    var by = argnums.in("jacobian", f);
    return (a, b) -> Jacobian.backward(f, by, a, b);
  }

  /** {@link #jacrev(ArrayFn3)}. {@code jax.jacobian}. */
  public static ArrayFn3 jacobian(ArrayFn3 f) {
    return jacrev(f);
  }

  /** {@link #jacrev(ArrayFn3, int)}. {@code jax.jacobian}. */
  public static ArrayFn3 jacobian(ArrayFn3 f, int argnum) {
    return jacrev(f, argnum);
  }

  /**
   * {@code jacobian} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C> Fn3<A, B, C, A> jacobian(Fn3<A, B, C, Array> f) {
    return (a, b, c) -> Jacobian.backward(f, Argnums.FIRST, a, b, c);
  }

  /**
   * {@code jacobian} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   */
  public static <A, B, C, J> Fn3<A, B, C, J> jacobian(TreeFn3<A, B, C, ?> f) {
    return (a, b, c) -> Jacobian.backward(f, Argnums.FIRST, a, b, c);
  }

  /** {@code jacobian} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, C, J> Fn3<A, B, C, J> jacobian(TreeFn3<A, B, C, ?> f, int argnum) {
    var by = Argnums.of("jacobian", f, argnum);
    return (a, b, c) -> Jacobian.backward(f, by, a, b, c);
  }

  /** {@code jacobian} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, C, J> Fn3<A, B, C, J> jacobian(TreeFn3<A, B, C, ?> f, Argnums argnums) {
    var by = argnums.in("jacobian", f);
    return (a, b, c) -> Jacobian.backward(f, by, a, b, c);
  }

  /** {@link #jacrev(ArrayFn4)}. {@code jax.jacobian}. */
  public static ArrayFn4 jacobian(ArrayFn4 f) {
    return jacrev(f);
  }

  /** {@link #jacrev(ArrayFn4, int)}. {@code jax.jacobian}. */
  public static ArrayFn4 jacobian(ArrayFn4 f, int argnum) {
    return jacrev(f, argnum);
  }

  /**
   * {@code jacobian} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C, D> Fn4<A, B, C, D, A> jacobian(Fn4<A, B, C, D, Array> f) {
    return (a, b, c, d) -> Jacobian.backward(f, Argnums.FIRST, a, b, c, d);
  }

  /**
   * {@code jacobian} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   */
  public static <A, B, C, D, J> Fn4<A, B, C, D, J> jacobian(TreeFn4<A, B, C, D, ?> f) {
    return (a, b, c, d) -> Jacobian.backward(f, Argnums.FIRST, a, b, c, d);
  }

  /** {@code jacobian} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, C, D, J> Fn4<A, B, C, D, J> jacobian(TreeFn4<A, B, C, D, ?> f, int argnum) {
    var by = Argnums.of("jacobian", f, argnum);
    return (a, b, c, d) -> Jacobian.backward(f, by, a, b, c, d);
  }

  /** {@code jacobian} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, C, D, J> Fn4<A, B, C, D, J> jacobian(
      TreeFn4<A, B, C, D, ?> f, Argnums argnums) {
    var by = argnums.in("jacobian", f);
    return (a, b, c, d) -> Jacobian.backward(f, by, a, b, c, d);
  }

  /** {@link #jacrev(ArrayFn5)}. {@code jax.jacobian}. */
  public static ArrayFn5 jacobian(ArrayFn5 f) {
    return jacrev(f);
  }

  /** {@link #jacrev(ArrayFn5, int)}. {@code jax.jacobian}. */
  public static ArrayFn5 jacobian(ArrayFn5 f, int argnum) {
    return jacrev(f, argnum);
  }

  /**
   * {@code jacobian} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C, D, E> Fn5<A, B, C, D, E, A> jacobian(Fn5<A, B, C, D, E, Array> f) {
    return (a, b, c, d, e) -> Jacobian.backward(f, Argnums.FIRST, a, b, c, d, e);
  }

  /**
   * {@code jacobian} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   */
  public static <A, B, C, D, E, J> Fn5<A, B, C, D, E, J> jacobian(TreeFn5<A, B, C, D, E, ?> f) {
    return (a, b, c, d, e) -> Jacobian.backward(f, Argnums.FIRST, a, b, c, d, e);
  }

  /** {@code jacobian} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, C, D, E, J> Fn5<A, B, C, D, E, J> jacobian(
      TreeFn5<A, B, C, D, E, ?> f, int argnum) {
    var by = Argnums.of("jacobian", f, argnum);
    return (a, b, c, d, e) -> Jacobian.backward(f, by, a, b, c, d, e);
  }

  /** {@code jacobian} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, C, D, E, J> Fn5<A, B, C, D, E, J> jacobian(
      TreeFn5<A, B, C, D, E, ?> f, Argnums argnums) {
    var by = argnums.in("jacobian", f);
    return (a, b, c, d, e) -> Jacobian.backward(f, by, a, b, c, d, e);
  }
}
