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
