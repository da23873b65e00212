package jacobean;

import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.index.Index;

/** The part of {@link jax} that is there by a second name, and small helpers. */
abstract sealed class JaxNames extends JaxRuntime permits jax {

  /**
   * For indexes: {@code size} places from {@code start} on. Places that are not inside give the
   * nearest element inside, as arrays of places do. {@code jax.ds}.
   *
   * {@snippet :
   * jnp.arange(9).get(jax.ds(jnp.array(4), 2)) // => [4 5]
   * }
   *
   * @param start an integer scalar, which may be traced
   * @throws jacobean.error.IndexException if the start is no integer scalar
   */
  public static Object ds(Array start, int size) {
    return new DynamicSlice(start, size);
  }

  /** For indexes: {@code size} places from {@code start} on. {@code jax.ds}. */
  public static Object ds(int start, int size) {
    return new Index.Slice(start, start + size, null);
  }

  /**
   * {@link #jacrev(ArrayFn1)}. {@code jax.jacobian}.
   *
   * {@snippet :
   * jax.jacobian(x -> x.times(x)).apply(jnp.array(1., 2.)) // => [[2. 0.] [0. 4.]]
   * }
   */
  public static ArrayFn1 jacobian(ArrayFn1 f) {
    return jacrev(f);
  }

  /** {@link #jacrev(ArrayFn1, int)}. {@code jax.jacobian}. */
  public static ArrayFn1 jacobian(ArrayFn1 f, int argnum) {
    return jacrev(f, argnum);
  }

  /** {@link #jacrev(ArrayFn2)}. {@code jax.jacobian}. */
  public static ArrayFn2 jacobian(ArrayFn2 f) {
    return jacrev(f);
  }

  /** {@link #jacrev(ArrayFn2, int)}. {@code jax.jacobian}. */
  public static ArrayFn2 jacobian(ArrayFn2 f, int argnum) {
    return jacrev(f, argnum);
  }

  /** {@link #jacrev(ArrayFn3)}. {@code jax.jacobian}. */
  public static ArrayFn3 jacobian(ArrayFn3 f) {
    return jacrev(f);
  }

  /** {@link #jacrev(ArrayFn3, int)}. {@code jax.jacobian}. */
  public static ArrayFn3 jacobian(ArrayFn3 f, int argnum) {
    return jacrev(f, argnum);
  }

  /** {@link #jacrev(ArrayFn4)}. {@code jax.jacobian}. */
  public static ArrayFn4 jacobian(ArrayFn4 f) {
    return jacrev(f);
  }

  /** {@link #jacrev(ArrayFn4, int)}. {@code jax.jacobian}. */
  public static ArrayFn4 jacobian(ArrayFn4 f, int argnum) {
    return jacrev(f, argnum);
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
   * {@link #checkpoint(ArrayFn1)}. {@code jax.remat}.
   *
   * {@snippet :
   * jax.grad(jax.remat(x -> jnp.sum(jnp.sin(x)))).apply(jnp.zeros(2)) // => [1. 1.]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
   */
  public static ArrayFn1 remat(ArrayFn1 f) {
    return checkpoint(f);
  }

  /** {@link #checkpoint(Fn1)}. {@code jax.remat}. */
  public static <A, R> Fn1<A, R> remat(Fn1<A, R> f) {
    return checkpoint(f);
  }

  /** {@link #checkpoint(ArrayFn2)}. {@code jax.remat}. */
  public static ArrayFn2 remat(ArrayFn2 f) {
    return checkpoint(f);
  }

  /** {@link #checkpoint(Fn2)}. {@code jax.remat}. */
  public static <A, B, R> Fn2<A, B, R> remat(Fn2<A, B, R> f) {
    return checkpoint(f);
  }

  /** {@link #checkpoint(ArrayFn3)}. {@code jax.remat}. */
  public static ArrayFn3 remat(ArrayFn3 f) {
    return checkpoint(f);
  }

  /** {@link #checkpoint(Fn3)}. {@code jax.remat}. */
  public static <A, B, C, R> Fn3<A, B, C, R> remat(Fn3<A, B, C, R> f) {
    return checkpoint(f);
  }
}
