package jacobean;

import jacobean.error.ShapeException;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import java.util.Arrays;
import java.util.Collections;

/** The part of {@link jax} that makes functions of examples functions of batches. */
abstract sealed class JaxBatching extends JaxCompiling permits JaxParallel {

  /**
   * f on batches along the first axes, or as the options say: written for one example, computed for
   * all at once. {@code jax.vmap}.
   *
   * {@snippet :
   * var rows = jnp.array(new double[][] {{1, 3}, {2, 2}});
   * vmap(row -> row.div(row.sum())).apply(rows) // => [[0.25 0.75] [0.5 0.5 ]]
   * vmap((x, y) -> jnp.dot(x, y)).apply(jnp.ones(4, 3), jnp.ones(5, 3)) // throws ShapeException
   * }
   *
   * @throws jacobean.error.ShapeException if the lengths of the batches differ
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
   */
  public static ArrayFn1 vmap(ArrayFn1 f, VmapOption... options) {
    var batched = Vmapped.of("vmap", f, options);
    return (a) -> (Array) batched.call(a);
  }

  /** f on batches of pytrees. */
  public static <A, R> Fn1<A, R> vmap(Fn1<A, R> f, VmapOption... options) {
    var batched = Vmapped.of("vmap", f, options);
    return (a) -> batched.run(a);
  }

  /** f on batches along the first axes, or as the options say. {@code jax.vmap}. */
  public static ArrayFn2 vmap(ArrayFn2 f, VmapOption... options) {
    var batched = Vmapped.of("vmap", f, options);
    return (a, b) -> (Array) batched.call(a, b);
  }

  /** f on batches of pytrees. */
  public static <A, B, R> Fn2<A, B, R> vmap(Fn2<A, B, R> f, VmapOption... options) {
    var batched = Vmapped.of("vmap", f, options);
    return (a, b) -> batched.run(a, b);
  }

  /** f on batches along the first axes, or as the options say. {@code jax.vmap}. */
  public static ArrayFn3 vmap(ArrayFn3 f, VmapOption... options) {
    var batched = Vmapped.of("vmap", f, options);
    return (a, b, c) -> (Array) batched.call(a, b, c);
  }

  /** f on batches of pytrees. */
  public static <A, B, C, R> Fn3<A, B, C, R> vmap(Fn3<A, B, C, R> f, VmapOption... options) {
    var batched = Vmapped.of("vmap", f, options);
    return (a, b, c) -> batched.run(a, b, c);
  }

  /** f on batches along the first axes, or as the options say. {@code jax.vmap}. */
  public static ArrayFn4 vmap(ArrayFn4 f, VmapOption... options) {
    var batched = Vmapped.of("vmap", f, options);
    return (a, b, c, d) -> (Array) batched.call(a, b, c, d);
  }

  /** f on batches of pytrees. */
  public static <A, B, C, D, R> Fn4<A, B, C, D, R> vmap(
      Fn4<A, B, C, D, R> f, VmapOption... options) {
    var batched = Vmapped.of("vmap", f, options);
    return (a, b, c, d) -> batched.run(a, b, c, d);
  }

  /** f on batches along the first axes, or as the options say. {@code jax.vmap}. */
  public static ArrayFn5 vmap(ArrayFn5 f, VmapOption... options) {
    var batched = Vmapped.of("vmap", f, options);
    return (a, b, c, d, e) -> (Array) batched.call(a, b, c, d, e);
  }

  /** f on batches of pytrees. */
  public static <A, B, C, D, E, R> Fn5<A, B, C, D, E, R> vmap(
      Fn5<A, B, C, D, E, R> f, VmapOption... options) {
    var batched = Vmapped.of("vmap", f, options);
    return (a, b, c, d, e) -> batched.run(a, b, c, d, e);
  }

  /**
   * For {@link #vmap}: the batch axis of each argument, null for one that is not batched; or, for
   * an argument that is a tree, a tree of these that it begins with (for a record, a map by names).
   * One entry is for all arguments. JAX's argument {@code in_axes}.
   *
   * {@snippet :
   * ArrayFn2 add = (x, y) -> x.plus(y);
   * vmap(add, inAxes(0, null)).apply(jnp.arange(3), jnp.array(10)) // => [10 11 12]
   * }
   */
  public static VmapOption inAxes(Object... axes) {
    return new VmapOption.InAxes(
        axes == null ? Collections.singletonList(null) : Arrays.asList(axes));
  }

  /**
   * For {@link #vmap}: the batch axis of every result. JAX's argument {@code out_axes}.
   *
   * {@snippet :
   * vmap(x -> x.times(2), outAxes(1)).apply(jnp.ones(5, 3)).shape() // => (3, 5)
   * }
   */
  public static VmapOption outAxes(int axis) {
    return new VmapOption.OutAxes(axis);
  }

  /**
   * For {@link #vmap}: a tree of axes that the result begins with; null for what is not batched.
   */
  public static VmapOption outAxes(Object axes) {
    return new VmapOption.OutAxes(axes);
  }

  /**
   * For {@link #vmap}: a name for the batch axis, by which {@link lax#psum} and its like find it.
   * JAX's argument {@code axis_name}.
   *
   * {@snippet :
   * vmap(x -> lax.psum(x, "batch"), axisName("batch")).apply(jnp.array(1, 2, 3)) // => [6 6 6]
   * }
   */
  public static VmapOption axisName(String name) {
    return new VmapOption.AxisName(name);
  }

  /**
   * For {@link #vmap}: the length of the batch axis, where no argument shows it. JAX's argument
   * {@code axis_size}.
   *
   * {@snippet :
   * vmap(x -> x, inAxes((Object) null), axisSize(3)).apply(jnp.array(7)) // => [7 7 7]
   * }
   *
   * @throws ShapeException if a count is negative
   */
  public static VmapOption axisSize(int size) {
    if (size < 0) {
      throw new ShapeException("axisSize: a length must not be negative, got " + size + ".");
    }
    return new VmapOption.AxisSize(size);
  }
}
