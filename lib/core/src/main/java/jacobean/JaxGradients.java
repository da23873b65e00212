package jacobean;

import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import java.util.List;

/** The part of {@link jax} that takes gradients of scalar functions. */
abstract sealed class JaxGradients permits JaxValuesAndGradients {

  // --- grad of 1 argument ---

  /**
   * The gradient of f, which gives a scalar, by its first argument: a function that gives arrays of
   * the argument's shape and dtype. {@code jax.grad}.
   *
   * {@snippet :
   * var f = grad(x -> jnp.sum(x.times(x).times(x)));
   * f.apply(jnp.array(1., 2.)) // => [3. 12.]
   * grad(x -> x.times(2)).apply(jnp.ones(3)) // throws GradException
   * }
   *
   * @throws jacobean.error.GradException where f gives no real floating scalar, or the argument is
   *     not floating
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
   */
  public static ArrayFn1 grad(ArrayFn1 f) {
    return (a) -> Gradient.of("grad", f, Argnums.FIRST, a).array();
  }

  /**
   * The gradient by the first argument, a pytree of its structure.
   *
   * {@snippet :
   * record Line(Array w, Array b) {}
   * Fn1<Line, Array> loss = p -> p.w().times(3).plus(p.b()).pow(2).sum();
   * grad(loss).apply(new Line(jnp.array(1.), jnp.array(-1.))) // => Line[w=12.0, b=4.0]
   * }
   */
  public static <A> Fn1<A, A> grad(Fn1<A, Array> f) {
    return (a) -> Gradient.of("grad", f, Argnums.FIRST, a).grad();
  }

  /** The gradient by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn1 grad(ArrayFn1 f, int argnum) {
    var by = Argnums.of("grad", f, argnum);
    return (a) -> Gradient.of("grad", f, by, a).array();
  }

  /**
   * The gradient by the argument of this number, a pytree of its structure, which is the type G.
   */
  public static <A, G> Fn1<A, G> grad(Fn1<A, Array> f, int argnum) {
    var by = Argnums.of("grad", f, argnum);
    return (a) -> Gradient.of("grad", f, by, a).grad();
  }

  /** The gradients by several arguments, in the order of {@code argnums}. */
  public static Fn1<Array, List<Array>> grad(ArrayFn1 f, Argnums argnums) {
    var by = argnums.in("grad", f);
    return (a) -> Gradient.of("grad", f, by, a).grads();
  }

  /** The gradients by several arguments, pytrees of their structures. */
  public static <A, G> Fn1<A, List<G>> grad(Fn1<A, Array> f, Argnums argnums) {
    var by = argnums.in("grad", f);
    return (a) -> Gradient.of("grad", f, by, a).grads();
  }

  /**
   * The gradient of the value of f by the first argument, with what else f gives. {@code
   * has_aux=True}.
   */
  public static <A, X> Fn1<A, GradWithAux<A, X>> grad(Fn1<A, WithAux<X>> f, HasAux hasAux) {
    return (a) -> Gradient.<X>withAux("grad", f, Argnums.FIRST, a).gradWithAux();
  }

  /** The gradient by the argument of this number, with what else f gives. */
  public static <A, X, G> Fn1<A, GradWithAux<G, X>> grad(
      Fn1<A, WithAux<X>> f, int argnum, HasAux hasAux) {
    var by = Argnums.of("grad", f, argnum);
    return (a) -> Gradient.<X>withAux("grad", f, by, a).gradWithAux();
  }

  /** The gradients by several arguments, with what else f gives. */
  public static <A, X, G> Fn1<A, GradWithAux<List<G>, X>> grad(
      Fn1<A, WithAux<X>> f, Argnums argnums, HasAux hasAux) {
    var by = argnums.in("grad", f);
    return (a) -> Gradient.<X>withAux("grad", f, by, a).gradsWithAux();
  }

  // --- grad of 2 arguments ---

  /** The gradient of f, which gives a scalar, by its first argument. {@code jax.grad}. */
  public static ArrayFn2 grad(ArrayFn2 f) {
    return (a, b) -> Gradient.of("grad", f, Argnums.FIRST, a, b).array();
  }

  /** The gradient by the first argument, a pytree of its structure. */
  public static <A, B> Fn2<A, B, A> grad(Fn2<A, B, Array> f) {
    return (a, b) -> Gradient.of("grad", f, Argnums.FIRST, a, b).grad();
  }

  /**
   * The gradient by the argument of this number, counted from 0; -1 is the last.
   *
   * {@snippet :
   * grad((x, y) -> x.times(y), 1).apply(jnp.array(3.), jnp.array(4.)) // => 3.0
   * }
   */
  public static ArrayFn2 grad(ArrayFn2 f, int argnum) {
    var by = Argnums.of("grad", f, argnum);
    return (a, b) -> Gradient.of("grad", f, by, a, b).array();
  }

  /**
   * The gradient by the argument of this number, a pytree of its structure, which is the type G.
   */
  public static <A, B, G> Fn2<A, B, G> grad(Fn2<A, B, Array> f, int argnum) {
    var by = Argnums.of("grad", f, argnum);
    return (a, b) -> Gradient.of("grad", f, by, a, b).grad();
  }

  /**
   * The gradients by several arguments, in the order of {@code argnums}.
   *
   * {@snippet :
   * grad((x, y) -> x.times(y), argnums(0, 1)).apply(jnp.array(3.), jnp.array(4.)) // => [4.0, 3.0]
   * }
   */
  public static Fn2<Array, Array, List<Array>> grad(ArrayFn2 f, Argnums argnums) {
    var by = argnums.in("grad", f);
    return (a, b) -> Gradient.of("grad", f, by, a, b).grads();
  }

  /** The gradients by several arguments, pytrees of their structures. */
  public static <A, B, G> Fn2<A, B, List<G>> grad(Fn2<A, B, Array> f, Argnums argnums) {
    var by = argnums.in("grad", f);
    return (a, b) -> Gradient.of("grad", f, by, a, b).grads();
  }

  /**
   * The gradient of the value of f by the first argument, with what else f gives. {@code
   * has_aux=True}.
   */
  public static <A, B, X> Fn2<A, B, GradWithAux<A, X>> grad(
      Fn2<A, B, WithAux<X>> f, HasAux hasAux) {
    return (a, b) -> Gradient.<X>withAux("grad", f, Argnums.FIRST, a, b).gradWithAux();
  }

  /** The gradient by the argument of this number, with what else f gives. */
  public static <A, B, X, G> Fn2<A, B, GradWithAux<G, X>> grad(
      Fn2<A, B, WithAux<X>> f, int argnum, HasAux hasAux) {
    var by = Argnums.of("grad", f, argnum);
    return (a, b) -> Gradient.<X>withAux("grad", f, by, a, b).gradWithAux();
  }

  /** The gradients by several arguments, with what else f gives. */
  public static <A, B, X, G> Fn2<A, B, GradWithAux<List<G>, X>> grad(
      Fn2<A, B, WithAux<X>> f, Argnums argnums, HasAux hasAux) {
    var by = argnums.in("grad", f);
    return (a, b) -> Gradient.<X>withAux("grad", f, by, a, b).gradsWithAux();
  }

  // --- grad of 3 arguments ---

  /** The gradient of f, which gives a scalar, by its first argument. {@code jax.grad}. */
  public static ArrayFn3 grad(ArrayFn3 f) {
    return (a, b, c) -> Gradient.of("grad", f, Argnums.FIRST, a, b, c).array();
  }

  /** The gradient by the first argument, a pytree of its structure. */
  public static <A, B, C> Fn3<A, B, C, A> grad(Fn3<A, B, C, Array> f) {
    return (a, b, c) -> Gradient.of("grad", f, Argnums.FIRST, a, b, c).grad();
  }

  /** The gradient by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn3 grad(ArrayFn3 f, int argnum) {
    var by = Argnums.of("grad", f, argnum);
    return (a, b, c) -> Gradient.of("grad", f, by, a, b, c).array();
  }

  /**
   * The gradient by the argument of this number, a pytree of its structure, which is the type G.
   */
  public static <A, B, C, G> Fn3<A, B, C, G> grad(Fn3<A, B, C, Array> f, int argnum) {
    var by = Argnums.of("grad", f, argnum);
    return (a, b, c) -> Gradient.of("grad", f, by, a, b, c).grad();
  }

  /** The gradients by several arguments, in the order of {@code argnums}. */
  public static Fn3<Array, Array, Array, List<Array>> grad(ArrayFn3 f, Argnums argnums) {
    var by = argnums.in("grad", f);
    return (a, b, c) -> Gradient.of("grad", f, by, a, b, c).grads();
  }

  /** The gradients by several arguments, pytrees of their structures. */
  public static <A, B, C, G> Fn3<A, B, C, List<G>> grad(Fn3<A, B, C, Array> f, Argnums argnums) {
    var by = argnums.in("grad", f);
    return (a, b, c) -> Gradient.of("grad", f, by, a, b, c).grads();
  }

  /**
   * The gradient of the value of f by the first argument, with what else f gives. {@code
   * has_aux=True}.
   */
  public static <A, B, C, X> Fn3<A, B, C, GradWithAux<A, X>> grad(
      Fn3<A, B, C, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c) -> Gradient.<X>withAux("grad", f, Argnums.FIRST, a, b, c).gradWithAux();
  }

  /** The gradient by the argument of this number, with what else f gives. */
  public static <A, B, C, X, G> Fn3<A, B, C, GradWithAux<G, X>> grad(
      Fn3<A, B, C, WithAux<X>> f, int argnum, HasAux hasAux) {
    var by = Argnums.of("grad", f, argnum);
    return (a, b, c) -> Gradient.<X>withAux("grad", f, by, a, b, c).gradWithAux();
  }

  /** The gradients by several arguments, with what else f gives. */
  public static <A, B, C, X, G> Fn3<A, B, C, GradWithAux<List<G>, X>> grad(
      Fn3<A, B, C, WithAux<X>> f, Argnums argnums, HasAux hasAux) {
    var by = argnums.in("grad", f);
    return (a, b, c) -> Gradient.<X>withAux("grad", f, by, a, b, c).gradsWithAux();
  }

  // --- grad of 4 arguments ---

  /** The gradient of f, which gives a scalar, by its first argument. {@code jax.grad}. */
  public static ArrayFn4 grad(ArrayFn4 f) {
    return (a, b, c, d) -> Gradient.of("grad", f, Argnums.FIRST, a, b, c, d).array();
  }

  /** The gradient by the first argument, a pytree of its structure. */
  public static <A, B, C, D> Fn4<A, B, C, D, A> grad(Fn4<A, B, C, D, Array> f) {
    return (a, b, c, d) -> Gradient.of("grad", f, Argnums.FIRST, a, b, c, d).grad();
  }

  /** The gradient by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn4 grad(ArrayFn4 f, int argnum) {
    var by = Argnums.of("grad", f, argnum);
    return (a, b, c, d) -> Gradient.of("grad", f, by, a, b, c, d).array();
  }

  /**
   * The gradient by the argument of this number, a pytree of its structure, which is the type G.
   */
  public static <A, B, C, D, G> Fn4<A, B, C, D, G> grad(Fn4<A, B, C, D, Array> f, int argnum) {
    var by = Argnums.of("grad", f, argnum);
    return (a, b, c, d) -> Gradient.of("grad", f, by, a, b, c, d).grad();
  }

  /** The gradients by several arguments, in the order of {@code argnums}. */
  public static Fn4<Array, Array, Array, Array, List<Array>> grad(ArrayFn4 f, Argnums argnums) {
    var by = argnums.in("grad", f);
    return (a, b, c, d) -> Gradient.of("grad", f, by, a, b, c, d).grads();
  }

  /** The gradients by several arguments, pytrees of their structures. */
  public static <A, B, C, D, G> Fn4<A, B, C, D, List<G>> grad(
      Fn4<A, B, C, D, Array> f, Argnums argnums) {
    var by = argnums.in("grad", f);
    return (a, b, c, d) -> Gradient.of("grad", f, by, a, b, c, d).grads();
  }

  /**
   * The gradient of the value of f by the first argument, with what else f gives. {@code
   * has_aux=True}.
   */
  public static <A, B, C, D, X> Fn4<A, B, C, D, GradWithAux<A, X>> grad(
      Fn4<A, B, C, D, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c, d) -> Gradient.<X>withAux("grad", f, Argnums.FIRST, a, b, c, d).gradWithAux();
  }

  /** The gradient by the argument of this number, with what else f gives. */
  public static <A, B, C, D, X, G> Fn4<A, B, C, D, GradWithAux<G, X>> grad(
      Fn4<A, B, C, D, WithAux<X>> f, int argnum, HasAux hasAux) {
    var by = Argnums.of("grad", f, argnum);
    return (a, b, c, d) -> Gradient.<X>withAux("grad", f, by, a, b, c, d).gradWithAux();
  }

  /** The gradients by several arguments, with what else f gives. */
  public static <A, B, C, D, X, G> Fn4<A, B, C, D, GradWithAux<List<G>, X>> grad(
      Fn4<A, B, C, D, WithAux<X>> f, Argnums argnums, HasAux hasAux) {
    var by = argnums.in("grad", f);
    return (a, b, c, d) -> Gradient.<X>withAux("grad", f, by, a, b, c, d).gradsWithAux();
  }

  // --- grad of 5 arguments ---

  /** The gradient of f, which gives a scalar, by its first argument. {@code jax.grad}. */
  public static ArrayFn5 grad(ArrayFn5 f) {
    return (a, b, c, d, e) -> Gradient.of("grad", f, Argnums.FIRST, a, b, c, d, e).array();
  }

  /** The gradient by the first argument, a pytree of its structure. */
  public static <A, B, C, D, E> Fn5<A, B, C, D, E, A> grad(Fn5<A, B, C, D, E, Array> f) {
    return (a, b, c, d, e) -> Gradient.of("grad", f, Argnums.FIRST, a, b, c, d, e).grad();
  }

  /** The gradient by the argument of this number, counted from 0; -1 is the last. */
  public static ArrayFn5 grad(ArrayFn5 f, int argnum) {
    var by = Argnums.of("grad", f, argnum);
    return (a, b, c, d, e) -> Gradient.of("grad", f, by, a, b, c, d, e).array();
  }

  /**
   * The gradient by the argument of this number, a pytree of its structure, which is the type G.
   */
  public static <A, B, C, D, E, G> Fn5<A, B, C, D, E, G> grad(
      Fn5<A, B, C, D, E, Array> f, int argnum) {
    var by = Argnums.of("grad", f, argnum);
    return (a, b, c, d, e) -> Gradient.of("grad", f, by, a, b, c, d, e).grad();
  }

  /** The gradients by several arguments, in the order of {@code argnums}. */
  public static Fn5<Array, Array, Array, Array, Array, List<Array>> grad(
      ArrayFn5 f, Argnums argnums) {
    var by = argnums.in("grad", f);
    return (a, b, c, d, e) -> Gradient.of("grad", f, by, a, b, c, d, e).grads();
  }

  /** The gradients by several arguments, pytrees of their structures. */
  public static <A, B, C, D, E, G> Fn5<A, B, C, D, E, List<G>> grad(
      Fn5<A, B, C, D, E, Array> f, Argnums argnums) {
    var by = argnums.in("grad", f);
    return (a, b, c, d, e) -> Gradient.of("grad", f, by, a, b, c, d, e).grads();
  }

  /**
   * The gradient of the value of f by the first argument, with what else f gives. {@code
   * has_aux=True}.
   */
  public static <A, B, C, D, E, X> Fn5<A, B, C, D, E, GradWithAux<A, X>> grad(
      Fn5<A, B, C, D, E, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c, d, e) ->
        Gradient.<X>withAux("grad", f, Argnums.FIRST, a, b, c, d, e).gradWithAux();
  }

  /** The gradient by the argument of this number, with what else f gives. */
  public static <A, B, C, D, E, X, G> Fn5<A, B, C, D, E, GradWithAux<G, X>> grad(
      Fn5<A, B, C, D, E, WithAux<X>> f, int argnum, HasAux hasAux) {
    var by = Argnums.of("grad", f, argnum);
    return (a, b, c, d, e) -> Gradient.<X>withAux("grad", f, by, a, b, c, d, e).gradWithAux();
  }

  /** The gradients by several arguments, with what else f gives. */
  public static <A, B, C, D, E, X, G> Fn5<A, B, C, D, E, GradWithAux<List<G>, X>> grad(
      Fn5<A, B, C, D, E, WithAux<X>> f, Argnums argnums, HasAux hasAux) {
    var by = argnums.in("grad", f);
    return (a, b, c, d, e) -> Gradient.<X>withAux("grad", f, by, a, b, c, d, e).gradsWithAux();
  }
}
