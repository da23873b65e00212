package jacobean;

import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import java.util.List;

/** The part of {@link jax} that gives all derivatives of an array by arrays. */
abstract sealed class JaxJacobians extends JaxDerivatives permits JaxTreeJacobians {

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
}
