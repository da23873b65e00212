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

/**
 * The part of {@link jax} that gives all derivatives of trees by trees: in the place of each leaf
 * of the result the tree of its derivatives by the argument. J is the type of that tree of trees. A
 * record that would have to hold trees becomes a map from the names of its components.
 */
abstract sealed class JaxTreeJacobians extends JaxJacobians permits JaxJacobianNames {

  // --- jacfwd ---

  /**
   * {@code jacfwd} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A> Fn1<A, A> jacfwd(Fn1<A, Array> f) {
    return (a) -> Jacobian.forward(f, Argnums.FIRST, a);
  }

  /**
   * {@code jacfwd} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   *
   * {@snippet :
   * Fn1<Array, Map<String, Array>> slopes = jacfwd((Array x) -> Map.of("y", x.times(x)));
   * slopes.apply(jnp.array(1., 2.)).get("y") // => [[2. 0.] [0. 4.]]
   * }
   */
  public static <A, J> Fn1<A, J> jacfwd(TreeFn1<A, ?> f) {
    return (a) -> Jacobian.forward(f, Argnums.FIRST, a);
  }

  /** {@code jacfwd} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, J> Fn1<A, J> jacfwd(TreeFn1<A, ?> f, int argnum) {
    var by = Argnums.of("jacfwd", f, argnum);
    return (a) -> Jacobian.forward(f, by, a);
  }

  /** {@code jacfwd} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, J> Fn1<A, J> jacfwd(TreeFn1<A, ?> f, Argnums argnums) {
    var by = argnums.in("jacfwd", f);
    return (a) -> Jacobian.forward(f, by, a);
  }

  /**
   * {@code jacfwd} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B> Fn2<A, B, A> jacfwd(Fn2<A, B, Array> f) {
    return (a, b) -> Jacobian.forward(f, Argnums.FIRST, a, b);
  }

  /**
   * {@code jacfwd} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   */
  public static <A, B, J> Fn2<A, B, J> jacfwd(TreeFn2<A, B, ?> f) {
    return (a, b) -> Jacobian.forward(f, Argnums.FIRST, a, b);
  }

  /** {@code jacfwd} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, J> Fn2<A, B, J> jacfwd(TreeFn2<A, B, ?> f, int argnum) {
    var by = Argnums.of("jacfwd", f, argnum);
    return (a, b) -> Jacobian.forward(f, by, a, b);
  }

  /** {@code jacfwd} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, J> Fn2<A, B, J> jacfwd(TreeFn2<A, B, ?> f, Argnums argnums) {
    var by = argnums.in("jacfwd", f);
    return (a, b) -> Jacobian.forward(f, by, a, b);
  }

  /**
   * {@code jacfwd} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C> Fn3<A, B, C, A> jacfwd(Fn3<A, B, C, Array> f) {
    return (a, b, c) -> Jacobian.forward(f, Argnums.FIRST, a, b, c);
  }

  /**
   * {@code jacfwd} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   */
  public static <A, B, C, J> Fn3<A, B, C, J> jacfwd(TreeFn3<A, B, C, ?> f) {
    return (a, b, c) -> Jacobian.forward(f, Argnums.FIRST, a, b, c);
  }

  /** {@code jacfwd} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, C, J> Fn3<A, B, C, J> jacfwd(TreeFn3<A, B, C, ?> f, int argnum) {
    var by = Argnums.of("jacfwd", f, argnum);
    return (a, b, c) -> Jacobian.forward(f, by, a, b, c);
  }

  /** {@code jacfwd} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, C, J> Fn3<A, B, C, J> jacfwd(TreeFn3<A, B, C, ?> f, Argnums argnums) {
    var by = argnums.in("jacfwd", f);
    return (a, b, c) -> Jacobian.forward(f, by, a, b, c);
  }

  /**
   * {@code jacfwd} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C, D> Fn4<A, B, C, D, A> jacfwd(Fn4<A, B, C, D, Array> f) {
    return (a, b, c, d) -> Jacobian.forward(f, Argnums.FIRST, a, b, c, d);
  }

  /**
   * {@code jacfwd} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   */
  public static <A, B, C, D, J> Fn4<A, B, C, D, J> jacfwd(TreeFn4<A, B, C, D, ?> f) {
    return (a, b, c, d) -> Jacobian.forward(f, Argnums.FIRST, a, b, c, d);
  }

  /** {@code jacfwd} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, C, D, J> Fn4<A, B, C, D, J> jacfwd(TreeFn4<A, B, C, D, ?> f, int argnum) {
    var by = Argnums.of("jacfwd", f, argnum);
    return (a, b, c, d) -> Jacobian.forward(f, by, a, b, c, d);
  }

  /** {@code jacfwd} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, C, D, J> Fn4<A, B, C, D, J> jacfwd(
      TreeFn4<A, B, C, D, ?> f, Argnums argnums) {
    var by = argnums.in("jacfwd", f);
    return (a, b, c, d) -> Jacobian.forward(f, by, a, b, c, d);
  }

  /**
   * {@code jacfwd} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C, D, E> Fn5<A, B, C, D, E, A> jacfwd(Fn5<A, B, C, D, E, Array> f) {
    return (a, b, c, d, e) -> Jacobian.forward(f, Argnums.FIRST, a, b, c, d, e);
  }

  /**
   * {@code jacfwd} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   */
  public static <A, B, C, D, E, J> Fn5<A, B, C, D, E, J> jacfwd(TreeFn5<A, B, C, D, E, ?> f) {
    return (a, b, c, d, e) -> Jacobian.forward(f, Argnums.FIRST, a, b, c, d, e);
  }

  /** {@code jacfwd} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, C, D, E, J> Fn5<A, B, C, D, E, J> jacfwd(
      TreeFn5<A, B, C, D, E, ?> f, int argnum) {
    var by = Argnums.of("jacfwd", f, argnum);
    return (a, b, c, d, e) -> Jacobian.forward(f, by, a, b, c, d, e);
  }

  /** {@code jacfwd} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, C, D, E, J> Fn5<A, B, C, D, E, J> jacfwd(
      TreeFn5<A, B, C, D, E, ?> f, Argnums argnums) {
    var by = argnums.in("jacfwd", f);
    return (a, b, c, d, e) -> Jacobian.forward(f, by, a, b, c, d, e);
  }

  // --- jacrev ---

  /**
   * {@code jacrev} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A> Fn1<A, A> jacrev(Fn1<A, Array> f) {
    return (a) -> Jacobian.backward(f, Argnums.FIRST, a);
  }

  /**
   * {@code jacrev} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   *
   * {@snippet :
   * Fn1<Array, List<Array>> slopes = jacrev((Array x) -> List.of(x.times(3.), jnp.sin(x)));
   * slopes.apply(jnp.array(0.)) // => [3.0, 1.0]
   * }
   */
  public static <A, J> Fn1<A, J> jacrev(TreeFn1<A, ?> f) {
    return (a) -> Jacobian.backward(f, Argnums.FIRST, a);
  }

  /** {@code jacrev} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, J> Fn1<A, J> jacrev(TreeFn1<A, ?> f, int argnum) {
    var by = Argnums.of("jacrev", f, argnum);
    return (a) -> Jacobian.backward(f, by, a);
  }

  /** {@code jacrev} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, J> Fn1<A, J> jacrev(TreeFn1<A, ?> f, Argnums argnums) {
    var by = argnums.in("jacrev", f);
    return (a) -> Jacobian.backward(f, by, a);
  }

  /**
   * {@code jacrev} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B> Fn2<A, B, A> jacrev(Fn2<A, B, Array> f) {
    return (a, b) -> Jacobian.backward(f, Argnums.FIRST, a, b);
  }

  /**
   * {@code jacrev} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   */
  public static <A, B, J> Fn2<A, B, J> jacrev(TreeFn2<A, B, ?> f) {
    return (a, b) -> Jacobian.backward(f, Argnums.FIRST, a, b);
  }

  /** {@code jacrev} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, J> Fn2<A, B, J> jacrev(TreeFn2<A, B, ?> f, int argnum) {
    var by = Argnums.of("jacrev", f, argnum);
    return (a, b) -> Jacobian.backward(f, by, a, b);
  }

  /** {@code jacrev} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, J> Fn2<A, B, J> jacrev(TreeFn2<A, B, ?> f, Argnums argnums) {
    var by = argnums.in("jacrev", f);
    return (a, b) -> Jacobian.backward(f, by, a, b);
  }

  /**
   * {@code jacrev} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C> Fn3<A, B, C, A> jacrev(Fn3<A, B, C, Array> f) {
    return (a, b, c) -> Jacobian.backward(f, Argnums.FIRST, a, b, c);
  }

  /**
   * {@code jacrev} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   */
  public static <A, B, C, J> Fn3<A, B, C, J> jacrev(TreeFn3<A, B, C, ?> f) {
    return (a, b, c) -> Jacobian.backward(f, Argnums.FIRST, a, b, c);
  }

  /** {@code jacrev} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, C, J> Fn3<A, B, C, J> jacrev(TreeFn3<A, B, C, ?> f, int argnum) {
    var by = Argnums.of("jacrev", f, argnum);
    return (a, b, c) -> Jacobian.backward(f, by, a, b, c);
  }

  /** {@code jacrev} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, C, J> Fn3<A, B, C, J> jacrev(TreeFn3<A, B, C, ?> f, Argnums argnums) {
    var by = argnums.in("jacrev", f);
    return (a, b, c) -> Jacobian.backward(f, by, a, b, c);
  }

  /**
   * {@code jacrev} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C, D> Fn4<A, B, C, D, A> jacrev(Fn4<A, B, C, D, Array> f) {
    return (a, b, c, d) -> Jacobian.backward(f, Argnums.FIRST, a, b, c, d);
  }

  /**
   * {@code jacrev} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   */
  public static <A, B, C, D, J> Fn4<A, B, C, D, J> jacrev(TreeFn4<A, B, C, D, ?> f) {
    return (a, b, c, d) -> Jacobian.backward(f, Argnums.FIRST, a, b, c, d);
  }

  /** {@code jacrev} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, C, D, J> Fn4<A, B, C, D, J> jacrev(TreeFn4<A, B, C, D, ?> f, int argnum) {
    var by = Argnums.of("jacrev", f, argnum);
    return (a, b, c, d) -> Jacobian.backward(f, by, a, b, c, d);
  }

  /** {@code jacrev} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, C, D, J> Fn4<A, B, C, D, J> jacrev(
      TreeFn4<A, B, C, D, ?> f, Argnums argnums) {
    var by = argnums.in("jacrev", f);
    return (a, b, c, d) -> Jacobian.backward(f, by, a, b, c, d);
  }

  /**
   * {@code jacrev} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C, D, E> Fn5<A, B, C, D, E, A> jacrev(Fn5<A, B, C, D, E, Array> f) {
    return (a, b, c, d, e) -> Jacobian.backward(f, Argnums.FIRST, a, b, c, d, e);
  }

  /**
   * {@code jacrev} of a function that gives a tree: in the place of each leaf of the result the
   * tree of its derivatives by the first argument.
   */
  public static <A, B, C, D, E, J> Fn5<A, B, C, D, E, J> jacrev(TreeFn5<A, B, C, D, E, ?> f) {
    return (a, b, c, d, e) -> Jacobian.backward(f, Argnums.FIRST, a, b, c, d, e);
  }

  /** {@code jacrev} of trees by the argument of this number, counted from 0; -1 is the last. */
  public static <A, B, C, D, E, J> Fn5<A, B, C, D, E, J> jacrev(
      TreeFn5<A, B, C, D, E, ?> f, int argnum) {
    var by = Argnums.of("jacrev", f, argnum);
    return (a, b, c, d, e) -> Jacobian.backward(f, by, a, b, c, d, e);
  }

  /** {@code jacrev} of trees by several arguments: in the place of each leaf a list of trees. */
  public static <A, B, C, D, E, J> Fn5<A, B, C, D, E, J> jacrev(
      TreeFn5<A, B, C, D, E, ?> f, Argnums argnums) {
    var by = argnums.in("jacrev", f);
    return (a, b, c, d, e) -> Jacobian.backward(f, by, a, b, c, d, e);
  }
}
