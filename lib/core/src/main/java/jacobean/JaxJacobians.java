package jacobean;

import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import java.util.List;

/** The part of {@link jax} that gives all derivatives of arrays by arrays. */
abstract sealed class JaxJacobians extends JaxDerivatives permits JaxCompiling {

  /**
   * The derivatives of every element of f by every element of the first argument, forward: one
   * column at a time. The shape is that of the result, then that of the argument. {@code
   * jax.jacfwd}.
   *
   * {@snippet :
   * jacfwd(x -> x.times(x)).apply(jnp.array(1., 2.)) // => [[2. 0.] [0. 4.]]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.GradException if the argument, or the result, is not floating, or an
   *     argument is named that the function does not have
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
   */
  public static ArrayFn1 jacfwd(ArrayFn1 f) {
    return jacfwd(f, 0);
  }

  /** {@code jacfwd} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn1 jacfwd(ArrayFn1 f, int argnum) {
    var by = Argnums.of("jacfwd", f, argnum);
    return (a) -> Jacobian.forward(f, by, a);
  }

  /** {@code jacfwd} by several arguments: one array for each. */
  public static Fn1<Array, List<Array>> jacfwd(ArrayFn1 f, Argnums argnums) {
    var by = argnums.in("jacfwd", f);
    return (a) -> Jacobian.forward(f, by, a);
  }

  /**
   * {@code jacfwd} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A> Fn1<A, A> jacfwd(Fn1<A, Array> f) {
    return (a) -> Jacobian.forward(f, Argnums.FIRST, a);
  }

  /**
   * The derivatives of every element of f by every element of the first argument, forward: one
   * column at a time. The shape is that of the result, then that of the argument. {@code
   * jax.jacfwd}.
   */
  public static ArrayFn2 jacfwd(ArrayFn2 f) {
    return jacfwd(f, 0);
  }

  /** {@code jacfwd} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn2 jacfwd(ArrayFn2 f, int argnum) {
    var by = Argnums.of("jacfwd", f, argnum);
    return (a, b) -> Jacobian.forward(f, by, a, b);
  }

  /** {@code jacfwd} by several arguments: one array for each. */
  public static Fn2<Array, Array, List<Array>> jacfwd(ArrayFn2 f, Argnums argnums) {
    var by = argnums.in("jacfwd", f);
    return (a, b) -> Jacobian.forward(f, by, a, b);
  }

  /**
   * {@code jacfwd} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B> Fn2<A, B, A> jacfwd(Fn2<A, B, Array> f) {
    return (a, b) -> Jacobian.forward(f, Argnums.FIRST, a, b);
  }

  /**
   * The derivatives of every element of f by every element of the first argument, forward: one
   * column at a time. The shape is that of the result, then that of the argument. {@code
   * jax.jacfwd}.
   */
  public static ArrayFn3 jacfwd(ArrayFn3 f) {
    return jacfwd(f, 0);
  }

  /** {@code jacfwd} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn3 jacfwd(ArrayFn3 f, int argnum) {
    var by = Argnums.of("jacfwd", f, argnum);
    return (a, b, c) -> Jacobian.forward(f, by, a, b, c);
  }

  /** {@code jacfwd} by several arguments: one array for each. */
  public static Fn3<Array, Array, Array, List<Array>> jacfwd(ArrayFn3 f, Argnums argnums) {
    var by = argnums.in("jacfwd", f);
    return (a, b, c) -> Jacobian.forward(f, by, a, b, c);
  }

  /**
   * {@code jacfwd} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C> Fn3<A, B, C, A> jacfwd(Fn3<A, B, C, Array> f) {
    return (a, b, c) -> Jacobian.forward(f, Argnums.FIRST, a, b, c);
  }

  /**
   * The derivatives of every element of f by every element of the first argument, forward: one
   * column at a time. The shape is that of the result, then that of the argument. {@code
   * jax.jacfwd}.
   */
  public static ArrayFn4 jacfwd(ArrayFn4 f) {
    return jacfwd(f, 0);
  }

  /** {@code jacfwd} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn4 jacfwd(ArrayFn4 f, int argnum) {
    var by = Argnums.of("jacfwd", f, argnum);
    return (a, b, c, d) -> Jacobian.forward(f, by, a, b, c, d);
  }

  /** {@code jacfwd} by several arguments: one array for each. */
  public static Fn4<Array, Array, Array, Array, List<Array>> jacfwd(ArrayFn4 f, Argnums argnums) {
    var by = argnums.in("jacfwd", f);
    return (a, b, c, d) -> Jacobian.forward(f, by, a, b, c, d);
  }

  /**
   * {@code jacfwd} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C, D> Fn4<A, B, C, D, A> jacfwd(Fn4<A, B, C, D, Array> f) {
    return (a, b, c, d) -> Jacobian.forward(f, Argnums.FIRST, a, b, c, d);
  }

  /**
   * The derivatives of every element of f by every element of the first argument, forward: one
   * column at a time. The shape is that of the result, then that of the argument. {@code
   * jax.jacfwd}.
   */
  public static ArrayFn5 jacfwd(ArrayFn5 f) {
    return jacfwd(f, 0);
  }

  /** {@code jacfwd} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn5 jacfwd(ArrayFn5 f, int argnum) {
    var by = Argnums.of("jacfwd", f, argnum);
    return (a, b, c, d, e) -> Jacobian.forward(f, by, a, b, c, d, e);
  }

  /** {@code jacfwd} by several arguments: one array for each. */
  public static Fn5<Array, Array, Array, Array, Array, List<Array>> jacfwd(
      ArrayFn5 f, Argnums argnums) {
    var by = argnums.in("jacfwd", f);
    return (a, b, c, d, e) -> Jacobian.forward(f, by, a, b, c, d, e);
  }

  /**
   * {@code jacfwd} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C, D, E> Fn5<A, B, C, D, E, A> jacfwd(Fn5<A, B, C, D, E, Array> f) {
    return (a, b, c, d, e) -> Jacobian.forward(f, Argnums.FIRST, a, b, c, d, e);
  }

  /**
   * The derivatives of every element of f by every element of the first argument, backward: one row
   * at a time. The shape is that of the result, then that of the argument. {@code jax.jacrev}.
   *
   * {@snippet :
   * jacrev(x -> jnp.cumsum(x)).apply(jnp.ones(3)) // => [[1. 0. 0.] [1. 1. 0.] [1. 1. 1.]]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.GradException if an argument is named that the function does not have,
   *     or the argument, or the result, is not floating
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
   */
  public static ArrayFn1 jacrev(ArrayFn1 f) {
    return jacrev(f, 0);
  }

  /** {@code jacrev} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn1 jacrev(ArrayFn1 f, int argnum) {
    var by = Argnums.of("jacrev", f, argnum);
    return (a) -> Jacobian.backward(f, by, a);
  }

  /** {@code jacrev} by several arguments: one array for each. */
  public static Fn1<Array, List<Array>> jacrev(ArrayFn1 f, Argnums argnums) {
    var by = argnums.in("jacrev", f);
    return (a) -> Jacobian.backward(f, by, a);
  }

  /**
   * {@code jacrev} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A> Fn1<A, A> jacrev(Fn1<A, Array> f) {
    return (a) -> Jacobian.backward(f, Argnums.FIRST, a);
  }

  /**
   * The derivatives of every element of f by every element of the first argument, backward: one row
   * at a time. The shape is that of the result, then that of the argument. {@code jax.jacrev}.
   */
  public static ArrayFn2 jacrev(ArrayFn2 f) {
    return jacrev(f, 0);
  }

  /** {@code jacrev} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn2 jacrev(ArrayFn2 f, int argnum) {
    var by = Argnums.of("jacrev", f, argnum);
    return (a, b) -> Jacobian.backward(f, by, a, b);
  }

  /** {@code jacrev} by several arguments: one array for each. */
  public static Fn2<Array, Array, List<Array>> jacrev(ArrayFn2 f, Argnums argnums) {
    var by = argnums.in("jacrev", f);
    return (a, b) -> Jacobian.backward(f, by, a, b);
  }

  /**
   * {@code jacrev} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B> Fn2<A, B, A> jacrev(Fn2<A, B, Array> f) {
    return (a, b) -> Jacobian.backward(f, Argnums.FIRST, a, b);
  }

  /**
   * The derivatives of every element of f by every element of the first argument, backward: one row
   * at a time. The shape is that of the result, then that of the argument. {@code jax.jacrev}.
   */
  public static ArrayFn3 jacrev(ArrayFn3 f) {
    return jacrev(f, 0);
  }

  /** {@code jacrev} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn3 jacrev(ArrayFn3 f, int argnum) {
    var by = Argnums.of("jacrev", f, argnum);
    return (a, b, c) -> Jacobian.backward(f, by, a, b, c);
  }

  /** {@code jacrev} by several arguments: one array for each. */
  public static Fn3<Array, Array, Array, List<Array>> jacrev(ArrayFn3 f, Argnums argnums) {
    var by = argnums.in("jacrev", f);
    return (a, b, c) -> Jacobian.backward(f, by, a, b, c);
  }

  /**
   * {@code jacrev} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C> Fn3<A, B, C, A> jacrev(Fn3<A, B, C, Array> f) {
    return (a, b, c) -> Jacobian.backward(f, Argnums.FIRST, a, b, c);
  }

  /**
   * The derivatives of every element of f by every element of the first argument, backward: one row
   * at a time. The shape is that of the result, then that of the argument. {@code jax.jacrev}.
   */
  public static ArrayFn4 jacrev(ArrayFn4 f) {
    return jacrev(f, 0);
  }

  /** {@code jacrev} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn4 jacrev(ArrayFn4 f, int argnum) {
    var by = Argnums.of("jacrev", f, argnum);
    return (a, b, c, d) -> Jacobian.backward(f, by, a, b, c, d);
  }

  /** {@code jacrev} by several arguments: one array for each. */
  public static Fn4<Array, Array, Array, Array, List<Array>> jacrev(ArrayFn4 f, Argnums argnums) {
    var by = argnums.in("jacrev", f);
    return (a, b, c, d) -> Jacobian.backward(f, by, a, b, c, d);
  }

  /**
   * {@code jacrev} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C, D> Fn4<A, B, C, D, A> jacrev(Fn4<A, B, C, D, Array> f) {
    return (a, b, c, d) -> Jacobian.backward(f, Argnums.FIRST, a, b, c, d);
  }

  /**
   * The derivatives of every element of f by every element of the first argument, backward: one row
   * at a time. The shape is that of the result, then that of the argument. {@code jax.jacrev}.
   */
  public static ArrayFn5 jacrev(ArrayFn5 f) {
    return jacrev(f, 0);
  }

  /** {@code jacrev} by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn5 jacrev(ArrayFn5 f, int argnum) {
    var by = Argnums.of("jacrev", f, argnum);
    return (a, b, c, d, e) -> Jacobian.backward(f, by, a, b, c, d, e);
  }

  /** {@code jacrev} by several arguments: one array for each. */
  public static Fn5<Array, Array, Array, Array, Array, List<Array>> jacrev(
      ArrayFn5 f, Argnums argnums) {
    var by = argnums.in("jacrev", f);
    return (a, b, c, d, e) -> Jacobian.backward(f, by, a, b, c, d, e);
  }

  /**
   * {@code jacrev} by the first argument, a pytree: an array in the place of each of its leaves.
   */
  public static <A, B, C, D, E> Fn5<A, B, C, D, E, A> jacrev(Fn5<A, B, C, D, E, Array> f) {
    return (a, b, c, d, e) -> Jacobian.backward(f, Argnums.FIRST, a, b, c, d, e);
  }

  /**
   * The second derivatives of f by the first argument: the shape of the result, then twice that of
   * the argument. {@code jax.hessian}.
   *
   * {@snippet :
   * hessian(x -> jnp.prod(x)).apply(jnp.array(2., 3.)) // => [[0. 1.] [1. 0.]]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.GradException if the argument, or the result, is not floating, or an
   *     argument is named that the function does not have
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
   * The second derivatives by the first argument, a pytree of lists and maps: in the place of each
   * leaf a tree of its structure. H is the type of that tree of trees.
   */
  public static <A, H> Fn1<A, H> hessian(Fn1<A, Array> f) {
    return (a) -> Jacobian.hessian(f, Argnums.FIRST, a);
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
   * The second derivatives by the first argument, a pytree of lists and maps: in the place of each
   * leaf a tree of its structure. H is the type of that tree of trees.
   */
  public static <A, B, H> Fn2<A, B, H> hessian(Fn2<A, B, Array> f) {
    return (a, b) -> Jacobian.hessian(f, Argnums.FIRST, a, b);
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
   * The second derivatives by the first argument, a pytree of lists and maps: in the place of each
   * leaf a tree of its structure. H is the type of that tree of trees.
   */
  public static <A, B, C, H> Fn3<A, B, C, H> hessian(Fn3<A, B, C, Array> f) {
    return (a, b, c) -> Jacobian.hessian(f, Argnums.FIRST, a, b, c);
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
   * The second derivatives by the first argument, a pytree of lists and maps: in the place of each
   * leaf a tree of its structure. H is the type of that tree of trees.
   */
  public static <A, B, C, D, H> Fn4<A, B, C, D, H> hessian(Fn4<A, B, C, D, Array> f) {
    return (a, b, c, d) -> Jacobian.hessian(f, Argnums.FIRST, a, b, c, d);
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

  /**
   * The second derivatives by the first argument, a pytree of lists and maps: in the place of each
   * leaf a tree of its structure. H is the type of that tree of trees.
   */
  public static <A, B, C, D, E, H> Fn5<A, B, C, D, E, H> hessian(Fn5<A, B, C, D, E, Array> f) {
    return (a, b, c, d, e) -> Jacobian.hessian(f, Argnums.FIRST, a, b, c, d, e);
  }
}
