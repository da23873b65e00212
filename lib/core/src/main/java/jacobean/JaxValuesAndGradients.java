package jacobean;

import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import java.util.List;

/** The part of {@link jax} that gives values with gradients. */
abstract sealed class JaxValuesAndGradients extends JaxGradients permits JaxDerivatives {

  // --- valueAndGrad of 1 argument ---

  /**
   * The value of f and its gradient by the first argument. {@code jax.value_and_grad}.
   *
   * {@snippet :
   * var vg = valueAndGrad(x -> jnp.sum(x.times(x)));
   * vg.apply(jnp.array(1., 2.)) // => ValueAndGrad[value=5.0, grad=[2. 4.]]
   * }
   *
   * @throws jacobean.error.GradException where f gives no real floating scalar, or the argument is
   *     not floating
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.TreeException if with hasAux() the function does not give withAux(value,
   *     more)
   */
  public static Fn1<Array, ValueAndGrad<Array>> valueAndGrad(ArrayFn1 f) {
    return (a) -> Gradient.of("valueAndGrad", f, Argnums.FIRST, a).valueAndGrad();
  }

  /** The value and the gradient by the first argument, a pytree of its structure. */
  public static <A> Fn1<A, ValueAndGrad<A>> valueAndGrad(Fn1<A, Array> f) {
    return (a) -> Gradient.of("valueAndGrad", f, Argnums.FIRST, a).valueAndGrad();
  }

  /** The value and the gradient by the argument of this number, counted from 0; -1 is the last. */
  public static Fn1<Array, ValueAndGrad<Array>> valueAndGrad(ArrayFn1 f, int argnum) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a) -> Gradient.of("valueAndGrad", f, by, a).valueAndGrad();
  }

  /** The value and the gradient by the argument of this number, a pytree of its structure. */
  public static <A, G> Fn1<A, ValueAndGrad<G>> valueAndGrad(Fn1<A, Array> f, int argnum) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a) -> Gradient.of("valueAndGrad", f, by, a).valueAndGrad();
  }

  /** The value and the gradients by several arguments, in the order of {@code argnums}. */
  public static Fn1<Array, ValueAndGrad<List<Array>>> valueAndGrad(ArrayFn1 f, Argnums argnums) {
    var by = argnums.in("valueAndGrad", f);
    return (a) -> Gradient.of("valueAndGrad", f, by, a).valueAndGrads();
  }

  /** The value and the gradients by several arguments, pytrees of their structures. */
  public static <A, G> Fn1<A, ValueAndGrad<List<G>>> valueAndGrad(
      Fn1<A, Array> f, Argnums argnums) {
    var by = argnums.in("valueAndGrad", f);
    return (a) -> Gradient.of("valueAndGrad", f, by, a).valueAndGrads();
  }

  /** The value, what else f gives, and the gradient by the first argument. {@code has_aux=True}. */
  public static <A, X> Fn1<A, ValueAndGradWithAux<A, X>> valueAndGrad(
      Fn1<A, WithAux<X>> f, HasAux hasAux) {
    return (a) -> Gradient.<X>withAux("valueAndGrad", f, Argnums.FIRST, a).valueAndGradWithAux();
  }

  /** The value, what else f gives, and the gradient by the argument of this number. */
  public static <A, X, G> Fn1<A, ValueAndGradWithAux<G, X>> valueAndGrad(
      Fn1<A, WithAux<X>> f, int argnum, HasAux hasAux) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a) -> Gradient.<X>withAux("valueAndGrad", f, by, a).valueAndGradWithAux();
  }

  /** The value, what else f gives, and the gradients by several arguments. */
  public static <A, X, G> Fn1<A, ValueAndGradWithAux<List<G>, X>> valueAndGrad(
      Fn1<A, WithAux<X>> f, Argnums argnums, HasAux hasAux) {
    var by = argnums.in("valueAndGrad", f);
    return (a) -> Gradient.<X>withAux("valueAndGrad", f, by, a).valueAndGradsWithAux();
  }

  // --- valueAndGrad of 2 arguments ---

  /** The value of f and its gradient by the first argument. {@code jax.value_and_grad}. */
  public static Fn2<Array, Array, ValueAndGrad<Array>> valueAndGrad(ArrayFn2 f) {
    return (a, b) -> Gradient.of("valueAndGrad", f, Argnums.FIRST, a, b).valueAndGrad();
  }

  /** The value and the gradient by the first argument, a pytree of its structure. */
  public static <A, B> Fn2<A, B, ValueAndGrad<A>> valueAndGrad(Fn2<A, B, Array> f) {
    return (a, b) -> Gradient.of("valueAndGrad", f, Argnums.FIRST, a, b).valueAndGrad();
  }

  /** The value and the gradient by the argument of this number, counted from 0; -1 is the last. */
  public static Fn2<Array, Array, ValueAndGrad<Array>> valueAndGrad(ArrayFn2 f, int argnum) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a, b) -> Gradient.of("valueAndGrad", f, by, a, b).valueAndGrad();
  }

  /** The value and the gradient by the argument of this number, a pytree of its structure. */
  public static <A, B, G> Fn2<A, B, ValueAndGrad<G>> valueAndGrad(Fn2<A, B, Array> f, int argnum) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a, b) -> Gradient.of("valueAndGrad", f, by, a, b).valueAndGrad();
  }

  /** The value and the gradients by several arguments, in the order of {@code argnums}. */
  public static Fn2<Array, Array, ValueAndGrad<List<Array>>> valueAndGrad(
      ArrayFn2 f, Argnums argnums) {
    var by = argnums.in("valueAndGrad", f);
    return (a, b) -> Gradient.of("valueAndGrad", f, by, a, b).valueAndGrads();
  }

  /** The value and the gradients by several arguments, pytrees of their structures. */
  public static <A, B, G> Fn2<A, B, ValueAndGrad<List<G>>> valueAndGrad(
      Fn2<A, B, Array> f, Argnums argnums) {
    var by = argnums.in("valueAndGrad", f);
    return (a, b) -> Gradient.of("valueAndGrad", f, by, a, b).valueAndGrads();
  }

  /** The value, what else f gives, and the gradient by the first argument. {@code has_aux=True}. */
  public static <A, B, X> Fn2<A, B, ValueAndGradWithAux<A, X>> valueAndGrad(
      Fn2<A, B, WithAux<X>> f, HasAux hasAux) {
    return (a, b) ->
        Gradient.<X>withAux("valueAndGrad", f, Argnums.FIRST, a, b).valueAndGradWithAux();
  }

  /** The value, what else f gives, and the gradient by the argument of this number. */
  public static <A, B, X, G> Fn2<A, B, ValueAndGradWithAux<G, X>> valueAndGrad(
      Fn2<A, B, WithAux<X>> f, int argnum, HasAux hasAux) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a, b) -> Gradient.<X>withAux("valueAndGrad", f, by, a, b).valueAndGradWithAux();
  }

  /** The value, what else f gives, and the gradients by several arguments. */
  public static <A, B, X, G> Fn2<A, B, ValueAndGradWithAux<List<G>, X>> valueAndGrad(
      Fn2<A, B, WithAux<X>> f, Argnums argnums, HasAux hasAux) {
    var by = argnums.in("valueAndGrad", f);
    return (a, b) -> Gradient.<X>withAux("valueAndGrad", f, by, a, b).valueAndGradsWithAux();
  }

  // --- valueAndGrad of 3 arguments ---

  /** The value of f and its gradient by the first argument. {@code jax.value_and_grad}. */
  public static Fn3<Array, Array, Array, ValueAndGrad<Array>> valueAndGrad(ArrayFn3 f) {
    return (a, b, c) -> Gradient.of("valueAndGrad", f, Argnums.FIRST, a, b, c).valueAndGrad();
  }

  /** The value and the gradient by the first argument, a pytree of its structure. */
  public static <A, B, C> Fn3<A, B, C, ValueAndGrad<A>> valueAndGrad(Fn3<A, B, C, Array> f) {
    return (a, b, c) -> Gradient.of("valueAndGrad", f, Argnums.FIRST, a, b, c).valueAndGrad();
  }

  /** The value and the gradient by the argument of this number, counted from 0; -1 is the last. */
  public static Fn3<Array, Array, Array, ValueAndGrad<Array>> valueAndGrad(ArrayFn3 f, int argnum) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a, b, c) -> Gradient.of("valueAndGrad", f, by, a, b, c).valueAndGrad();
  }

  /** The value and the gradient by the argument of this number, a pytree of its structure. */
  public static <A, B, C, G> Fn3<A, B, C, ValueAndGrad<G>> valueAndGrad(
      Fn3<A, B, C, Array> f, int argnum) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a, b, c) -> Gradient.of("valueAndGrad", f, by, a, b, c).valueAndGrad();
  }

  /** The value and the gradients by several arguments, in the order of {@code argnums}. */
  public static Fn3<Array, Array, Array, ValueAndGrad<List<Array>>> valueAndGrad(
      ArrayFn3 f, Argnums argnums) {
    var by = argnums.in("valueAndGrad", f);
    return (a, b, c) -> Gradient.of("valueAndGrad", f, by, a, b, c).valueAndGrads();
  }

  /** The value and the gradients by several arguments, pytrees of their structures. */
  public static <A, B, C, G> Fn3<A, B, C, ValueAndGrad<List<G>>> valueAndGrad(
      Fn3<A, B, C, Array> f, Argnums argnums) {
    var by = argnums.in("valueAndGrad", f);
    return (a, b, c) -> Gradient.of("valueAndGrad", f, by, a, b, c).valueAndGrads();
  }

  /** The value, what else f gives, and the gradient by the first argument. {@code has_aux=True}. */
  public static <A, B, C, X> Fn3<A, B, C, ValueAndGradWithAux<A, X>> valueAndGrad(
      Fn3<A, B, C, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c) ->
        Gradient.<X>withAux("valueAndGrad", f, Argnums.FIRST, a, b, c).valueAndGradWithAux();
  }

  /** The value, what else f gives, and the gradient by the argument of this number. */
  public static <A, B, C, X, G> Fn3<A, B, C, ValueAndGradWithAux<G, X>> valueAndGrad(
      Fn3<A, B, C, WithAux<X>> f, int argnum, HasAux hasAux) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a, b, c) -> Gradient.<X>withAux("valueAndGrad", f, by, a, b, c).valueAndGradWithAux();
  }

  /** The value, what else f gives, and the gradients by several arguments. */
  public static <A, B, C, X, G> Fn3<A, B, C, ValueAndGradWithAux<List<G>, X>> valueAndGrad(
      Fn3<A, B, C, WithAux<X>> f, Argnums argnums, HasAux hasAux) {
    var by = argnums.in("valueAndGrad", f);
    return (a, b, c) -> Gradient.<X>withAux("valueAndGrad", f, by, a, b, c).valueAndGradsWithAux();
  }

  // --- valueAndGrad of 4 arguments ---

  /** The value of f and its gradient by the first argument. {@code jax.value_and_grad}. */
  public static Fn4<Array, Array, Array, Array, ValueAndGrad<Array>> valueAndGrad(ArrayFn4 f) {
    return (a, b, c, d) -> Gradient.of("valueAndGrad", f, Argnums.FIRST, a, b, c, d).valueAndGrad();
  }

  /** The value and the gradient by the first argument, a pytree of its structure. */
  public static <A, B, C, D> Fn4<A, B, C, D, ValueAndGrad<A>> valueAndGrad(
      Fn4<A, B, C, D, Array> f) {
    return (a, b, c, d) -> Gradient.of("valueAndGrad", f, Argnums.FIRST, a, b, c, d).valueAndGrad();
  }

  /** The value and the gradient by the argument of this number, counted from 0; -1 is the last. */
  public static Fn4<Array, Array, Array, Array, ValueAndGrad<Array>> valueAndGrad(
      ArrayFn4 f, int argnum) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a, b, c, d) -> Gradient.of("valueAndGrad", f, by, a, b, c, d).valueAndGrad();
  }

  /** The value and the gradient by the argument of this number, a pytree of its structure. */
  public static <A, B, C, D, G> Fn4<A, B, C, D, ValueAndGrad<G>> valueAndGrad(
      Fn4<A, B, C, D, Array> f, int argnum) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a, b, c, d) -> Gradient.of("valueAndGrad", f, by, a, b, c, d).valueAndGrad();
  }

  /** The value and the gradients by several arguments, in the order of {@code argnums}. */
  public static Fn4<Array, Array, Array, Array, ValueAndGrad<List<Array>>> valueAndGrad(
      ArrayFn4 f, Argnums argnums) {
    var by = argnums.in("valueAndGrad", f);
    return (a, b, c, d) -> Gradient.of("valueAndGrad", f, by, a, b, c, d).valueAndGrads();
  }

  /** The value and the gradients by several arguments, pytrees of their structures. */
  public static <A, B, C, D, G> Fn4<A, B, C, D, ValueAndGrad<List<G>>> valueAndGrad(
      Fn4<A, B, C, D, Array> f, Argnums argnums) {
    var by = argnums.in("valueAndGrad", f);
    return (a, b, c, d) -> Gradient.of("valueAndGrad", f, by, a, b, c, d).valueAndGrads();
  }

  /** The value, what else f gives, and the gradient by the first argument. {@code has_aux=True}. */
  public static <A, B, C, D, X> Fn4<A, B, C, D, ValueAndGradWithAux<A, X>> valueAndGrad(
      Fn4<A, B, C, D, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c, d) ->
        Gradient.<X>withAux("valueAndGrad", f, Argnums.FIRST, a, b, c, d).valueAndGradWithAux();
  }

  /** The value, what else f gives, and the gradient by the argument of this number. */
  public static <A, B, C, D, X, G> Fn4<A, B, C, D, ValueAndGradWithAux<G, X>> valueAndGrad(
      Fn4<A, B, C, D, WithAux<X>> f, int argnum, HasAux hasAux) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a, b, c, d) ->
        Gradient.<X>withAux("valueAndGrad", f, by, a, b, c, d).valueAndGradWithAux();
  }

  /** The value, what else f gives, and the gradients by several arguments. */
  public static <A, B, C, D, X, G> Fn4<A, B, C, D, ValueAndGradWithAux<List<G>, X>> valueAndGrad(
      Fn4<A, B, C, D, WithAux<X>> f, Argnums argnums, HasAux hasAux) {
    var by = argnums.in("valueAndGrad", f);
    return (a, b, c, d) ->
        Gradient.<X>withAux("valueAndGrad", f, by, a, b, c, d).valueAndGradsWithAux();
  }

  // --- valueAndGrad of 5 arguments ---

  /** The value of f and its gradient by the first argument. {@code jax.value_and_grad}. */
  public static Fn5<Array, Array, Array, Array, Array, ValueAndGrad<Array>> valueAndGrad(
      ArrayFn5 f) {
    return (a, b, c, d, e) ->
        Gradient.of("valueAndGrad", f, Argnums.FIRST, a, b, c, d, e).valueAndGrad();
  }

  /** The value and the gradient by the first argument, a pytree of its structure. */
  public static <A, B, C, D, E> Fn5<A, B, C, D, E, ValueAndGrad<A>> valueAndGrad(
      Fn5<A, B, C, D, E, Array> f) {
    return (a, b, c, d, e) ->
        Gradient.of("valueAndGrad", f, Argnums.FIRST, a, b, c, d, e).valueAndGrad();
  }

  /** The value and the gradient by the argument of this number, counted from 0; -1 is the last. */
  public static Fn5<Array, Array, Array, Array, Array, ValueAndGrad<Array>> valueAndGrad(
      ArrayFn5 f, int argnum) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a, b, c, d, e) -> Gradient.of("valueAndGrad", f, by, a, b, c, d, e).valueAndGrad();
  }

  /** The value and the gradient by the argument of this number, a pytree of its structure. */
  public static <A, B, C, D, E, G> Fn5<A, B, C, D, E, ValueAndGrad<G>> valueAndGrad(
      Fn5<A, B, C, D, E, Array> f, int argnum) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a, b, c, d, e) -> Gradient.of("valueAndGrad", f, by, a, b, c, d, e).valueAndGrad();
  }

  /** The value and the gradients by several arguments, in the order of {@code argnums}. */
  public static Fn5<Array, Array, Array, Array, Array, ValueAndGrad<List<Array>>> valueAndGrad(
      ArrayFn5 f, Argnums argnums) {
    var by = argnums.in("valueAndGrad", f);
    return (a, b, c, d, e) -> Gradient.of("valueAndGrad", f, by, a, b, c, d, e).valueAndGrads();
  }

  /** The value and the gradients by several arguments, pytrees of their structures. */
  public static <A, B, C, D, E, G> Fn5<A, B, C, D, E, ValueAndGrad<List<G>>> valueAndGrad(
      Fn5<A, B, C, D, E, Array> f, Argnums argnums) {
    var by = argnums.in("valueAndGrad", f);
    return (a, b, c, d, e) -> Gradient.of("valueAndGrad", f, by, a, b, c, d, e).valueAndGrads();
  }

  /** The value, what else f gives, and the gradient by the first argument. {@code has_aux=True}. */
  public static <A, B, C, D, E, X> Fn5<A, B, C, D, E, ValueAndGradWithAux<A, X>> valueAndGrad(
      Fn5<A, B, C, D, E, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c, d, e) ->
        Gradient.<X>withAux("valueAndGrad", f, Argnums.FIRST, a, b, c, d, e).valueAndGradWithAux();
  }

  /** The value, what else f gives, and the gradient by the argument of this number. */
  public static <A, B, C, D, E, X, G> Fn5<A, B, C, D, E, ValueAndGradWithAux<G, X>> valueAndGrad(
      Fn5<A, B, C, D, E, WithAux<X>> f, int argnum, HasAux hasAux) {
    var by = Argnums.of("valueAndGrad", f, argnum);
    return (a, b, c, d, e) ->
        Gradient.<X>withAux("valueAndGrad", f, by, a, b, c, d, e).valueAndGradWithAux();
  }

  /** The value, what else f gives, and the gradients by several arguments. */
  public static <A, B, C, D, E, X, G>
      Fn5<A, B, C, D, E, ValueAndGradWithAux<List<G>, X>> valueAndGrad(
          Fn5<A, B, C, D, E, WithAux<X>> f, Argnums argnums, HasAux hasAux) {
    var by = argnums.in("valueAndGrad", f);
    return (a, b, c, d, e) ->
        Gradient.<X>withAux("valueAndGrad", f, by, a, b, c, d, e).valueAndGradsWithAux();
  }
}
