package jacobean;

import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import java.util.Arrays;
import java.util.List;

/**
 * The part of {@link jax} that takes derivatives of functions that give something beside their
 * value: {@code has_aux=True} of {@code jvp}, {@code vjp} and the Jacobians.
 */
abstract sealed class JaxAux extends JaxHolomorphic permits JaxCallbacks {

  /**
   * {@code jvp} of the value of a function of one argument, with what else it gives.
   *
   * {@snippet :
   * jvp((Array x) -> withAux(x.times(x), x), jnp.array(3.), jnp.array(1.), hasAux()).aux() // => 3.0
   * }
   */
  public static <A, X> Directional.JvpWithAux<X> jvp(
      Fn1<A, WithAux<X>> f, A x, A t, HasAux hasAux) {
    Directional.Jvp<WithAux<X>> both = Directional.jvp(f, Arrays.asList(x), Arrays.asList(t));
    var value = WithAux.required("jvp", both.value());
    return new Directional.JvpWithAux<>(value.value(), both.tangent().value(), value.aux());
  }

  /**
   * {@code vjp} of the value of a function of one argument, with what else it gives.
   *
   * {@snippet :
   * vjp((Array x) -> withAux(x.times(x), x), jnp.array(3.), hasAux()).apply(jnp.array(1.)) // => 6.0
   * }
   */
  public static <A, X> Directional.VjpWithAux<A, X> vjp(Fn1<A, WithAux<X>> f, A x, HasAux hasAux) {
    return Directional.vjp1WithAux(f, x);
  }

  /** {@code vjp} of the value of a function of 2 arguments; gives the list of their cotangents. */
  public static <A, B, X> Directional.VjpWithAux<List<Object>, X> vjp(
      Fn2<A, B, WithAux<X>> f, A a, B b, HasAux hasAux) {
    return Directional.vjpWithAux(f, a, b);
  }

  /** {@code vjp} of the value of a function of 3 arguments; gives the list of their cotangents. */
  public static <A, B, C, X> Directional.VjpWithAux<List<Object>, X> vjp(
      Fn3<A, B, C, WithAux<X>> f, A a, B b, C c, HasAux hasAux) {
    return Directional.vjpWithAux(f, a, b, c);
  }

  /** {@code vjp} of the value of a function of 4 arguments; gives the list of their cotangents. */
  public static <A, B, C, D, X> Directional.VjpWithAux<List<Object>, X> vjp(
      Fn4<A, B, C, D, WithAux<X>> f, A a, B b, C c, D d, HasAux hasAux) {
    return Directional.vjpWithAux(f, a, b, c, d);
  }

  /** {@code vjp} of the value of a function of 5 arguments; gives the list of their cotangents. */
  public static <A, B, C, D, E, X> Directional.VjpWithAux<List<Object>, X> vjp(
      Fn5<A, B, C, D, E, WithAux<X>> f, A a, B b, C c, D d, E e, HasAux hasAux) {
    return Directional.vjpWithAux(f, a, b, c, d, e);
  }

  /**
   * The derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.jacfwd(f, has_aux=True)}.
   *
   * {@snippet :
   * jacfwd((Array x) -> withAux(x.times(x).times(x), x.plus(1)), hasAux()).apply(jnp.array(2.)).aux() // => 3.0
   * }
   */
  public static <A, X> Fn1<A, JacobianWithAux<A, X>> jacfwd(Fn1<A, WithAux<X>> f, HasAux hasAux) {
    return (a) -> Jacobian.forwardWithAux(f, Argnums.FIRST, a);
  }

  /**
   * The derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.jacrev(f, has_aux=True)}.
   *
   * {@snippet :
   * jacrev((Array x) -> withAux(x.times(x).times(x), x.plus(1)), hasAux()).apply(jnp.array(2.)).aux() // => 3.0
   * }
   */
  public static <A, X> Fn1<A, JacobianWithAux<A, X>> jacrev(Fn1<A, WithAux<X>> f, HasAux hasAux) {
    return (a) -> Jacobian.backwardWithAux(f, Argnums.FIRST, a);
  }

  /**
   * The second derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.hessian(f, has_aux=True)}.
   *
   * {@snippet :
   * hessian((Array x) -> withAux(x.times(x).times(x), x.plus(1)), hasAux()).apply(jnp.array(2.)).aux() // => 3.0
   * }
   */
  public static <A, X, H> Fn1<A, JacobianWithAux<H, X>> hessian(
      Fn1<A, WithAux<X>> f, HasAux hasAux) {
    return (a) -> Jacobian.hessianWithAux(f, Argnums.FIRST, a);
  }

  /**
   * The derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.jacfwd(f, has_aux=True)}.
   */
  public static <A, B, X> Fn2<A, B, JacobianWithAux<A, X>> jacfwd(
      Fn2<A, B, WithAux<X>> f, HasAux hasAux) {
    return (a, b) -> Jacobian.forwardWithAux(f, Argnums.FIRST, a, b);
  }

  /**
   * The derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.jacrev(f, has_aux=True)}.
   */
  public static <A, B, X> Fn2<A, B, JacobianWithAux<A, X>> jacrev(
      Fn2<A, B, WithAux<X>> f, HasAux hasAux) {
    return (a, b) -> Jacobian.backwardWithAux(f, Argnums.FIRST, a, b);
  }

  /**
   * The second derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.hessian(f, has_aux=True)}.
   */
  public static <A, B, X, H> Fn2<A, B, JacobianWithAux<H, X>> hessian(
      Fn2<A, B, WithAux<X>> f, HasAux hasAux) {
    return (a, b) -> Jacobian.hessianWithAux(f, Argnums.FIRST, a, b);
  }

  /**
   * The derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.jacfwd(f, has_aux=True)}.
   */
  public static <A, B, C, X> Fn3<A, B, C, JacobianWithAux<A, X>> jacfwd(
      Fn3<A, B, C, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c) -> Jacobian.forwardWithAux(f, Argnums.FIRST, a, b, c);
  }

  /**
   * The derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.jacrev(f, has_aux=True)}.
   */
  public static <A, B, C, X> Fn3<A, B, C, JacobianWithAux<A, X>> jacrev(
      Fn3<A, B, C, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c) -> Jacobian.backwardWithAux(f, Argnums.FIRST, a, b, c);
  }

  /**
   * The second derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.hessian(f, has_aux=True)}.
   */
  public static <A, B, C, X, H> Fn3<A, B, C, JacobianWithAux<H, X>> hessian(
      Fn3<A, B, C, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c) -> Jacobian.hessianWithAux(f, Argnums.FIRST, a, b, c);
  }

  /**
   * The derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.jacfwd(f, has_aux=True)}.
   */
  public static <A, B, C, D, X> Fn4<A, B, C, D, JacobianWithAux<A, X>> jacfwd(
      Fn4<A, B, C, D, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c, d) -> Jacobian.forwardWithAux(f, Argnums.FIRST, a, b, c, d);
  }

  /**
   * The derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.jacrev(f, has_aux=True)}.
   */
  public static <A, B, C, D, X> Fn4<A, B, C, D, JacobianWithAux<A, X>> jacrev(
      Fn4<A, B, C, D, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c, d) -> Jacobian.backwardWithAux(f, Argnums.FIRST, a, b, c, d);
  }

  /**
   * The second derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.hessian(f, has_aux=True)}.
   */
  public static <A, B, C, D, X, H> Fn4<A, B, C, D, JacobianWithAux<H, X>> hessian(
      Fn4<A, B, C, D, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c, d) -> Jacobian.hessianWithAux(f, Argnums.FIRST, a, b, c, d);
  }

  /**
   * The derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.jacfwd(f, has_aux=True)}.
   */
  public static <A, B, C, D, E, X> Fn5<A, B, C, D, E, JacobianWithAux<A, X>> jacfwd(
      Fn5<A, B, C, D, E, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c, d, e) -> Jacobian.forwardWithAux(f, Argnums.FIRST, a, b, c, d, e);
  }

  /**
   * The derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.jacrev(f, has_aux=True)}.
   */
  public static <A, B, C, D, E, X> Fn5<A, B, C, D, E, JacobianWithAux<A, X>> jacrev(
      Fn5<A, B, C, D, E, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c, d, e) -> Jacobian.backwardWithAux(f, Argnums.FIRST, a, b, c, d, e);
  }

  /**
   * The second derivatives of the value of f by its first argument, with what else f gives. {@code
   * jax.hessian(f, has_aux=True)}.
   */
  public static <A, B, C, D, E, X, H> Fn5<A, B, C, D, E, JacobianWithAux<H, X>> hessian(
      Fn5<A, B, C, D, E, WithAux<X>> f, HasAux hasAux) {
    return (a, b, c, d, e) -> Jacobian.hessianWithAux(f, Argnums.FIRST, a, b, c, d, e);
  }
}
