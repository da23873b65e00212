package jacobean;

import jacobean.error.ShapeException;
import jacobean.op.Slicing;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;

/** The part of {@link lax} that slices, sorts and fills in further forms. */
abstract sealed class LaxPlaces extends LaxImplicit permits LaxNumbers {

  /**
   * {@link #dynamicSliceInDim(Array, Array, int, int)} at a known place.
   *
   * {@snippet :
   * lax.dynamicSliceInDim(jnp.arange(5), 4, 2, 0) // => [3 4]
   * }
   */
  public static Array dynamicSliceInDim(Array x, int startIndex, int sliceSize, int axis) {
    return dynamicSliceInDim(x, jnp.array(startIndex), sliceSize, axis);
  }

  /** {@link #dynamicIndexInDim(Array, Array, int, boolean)} at a known place. */
  public static Array dynamicIndexInDim(Array x, int index, int axis, boolean keepdims) {
    return dynamicIndexInDim(x, jnp.array(index), axis, keepdims);
  }

  /** {@link #dynamicUpdateSliceInDim(Array, Array, Array, int)} at a known place. */
  public static Array dynamicUpdateSliceInDim(Array x, Array update, int startIndex, int axis) {
    return dynamicUpdateSliceInDim(x, update, jnp.array(startIndex), axis);
  }

  /** {@link #dynamicUpdateIndexInDim(Array, Array, Array, int)} at a known place. */
  public static Array dynamicUpdateIndexInDim(Array x, Array update, int index, int axis) {
    return dynamicUpdateIndexInDim(x, update, jnp.array(index), axis);
  }

  /**
   * Every stride-th element from start up to limit along one axis. {@code lax.slice_in_dim}.
   *
   * {@snippet :
   * lax.sliceInDim(jnp.arange(9), 1, 8, 3, 0) // => [1 4 7]
   * }
   *
   * @throws ShapeException if start or limit is outside, or the stride not positive
   */
  public static Array sliceInDim(Array x, int startIndex, int limitIndex, int stride, int axis) {
    int at = Dims.axis("sliceInDim", axis, x.ndim());
    var starts = new int[x.ndim()];
    starts[at] = startIndex;
    var limits = x.shape().with(at, limitIndex).toArray();
    var strides = LaxWindows.ones(x.ndim());
    strides[at] = stride;
    return Array.of(Slicing.slice(x.value(), Axes.of(starts), Axes.of(limits), Axes.of(strides)));
  }

  /**
   * The k greatest elements along an axis, from the greatest on, and their int32 places. {@code
   * lax.top_k}.
   *
   * {@snippet :
   * lax.topK(jnp.array(new int[][] {{1, 5}, {4, 2}}), 1, 0).get(0) // => [[4 5]]
   * }
   *
   * @throws ShapeException if there are fewer than k
   */
  public static List<Array> topK(Array x, int k, int axis) {
    int at = Dims.axis("topK", axis, x.ndim());
    return topK(jnp.moveaxis(x, at, -1), k).stream().map(a -> jnp.moveaxis(a, -1, at)).toList();
  }

  /** The axes from one on merged to one. {@code lax.collapse}. */
  public static Array collapse(Array x, int startDimension) {
    return collapse(x, startDimension, x.ndim());
  }

  /** Every element this number, in the shape of an array, of a dtype. {@code lax.full_like}. */
  public static Array fullLike(Array x, Number value, DType dtype) {
    return full(x.shape(), value, dtype);
  }

  /** Every element this number, of a dtype and another shape than the array's. */
  public static Array fullLike(Array x, Number value, @OrNull DType dtype, Shape shape) {
    return full(shape, value, dtype == null ? x.dtype() : dtype);
  }

  /** The elements in row-major order of the axes in this order. {@code lax.reshape}. */
  public static Array reshape(Array x, int[] newSizes, int[] dimensions) {
    return reshape(transpose(x, dimensions), newSizes);
  }
}
