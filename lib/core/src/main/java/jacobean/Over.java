package jacobean;

import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * What a reduction runs over, and how: an immutable value with a method for each of JAX's keyword
 * arguments.
 *
 * {@snippet :
 * var x = jnp.array(new double[][] {{1, 2}, {3, 4}});
 * jnp.sum(x, Over.axes(0, 1).keepdims()) // => [[10.]]
 * jnp.var(x, Over.all().ddof(1).where(x.gt(1))) // => 1.0
 * }
 *
 * @param dims the axes, counted from the first or, where negative, from the last; none stand for
 *     all
 * @param kept whether reduced axes stay, with length 1
 * @param mask the elements that count, a bool array that broadcasts to the operand; null for all
 * @param start what the result is combined with; null for nothing
 * @param correction what is subtracted from the number of elements that variances are divided by
 * @param type what the elements are converted to first; null for what they are
 */
public record Over(
    List<Integer> dims,
    boolean kept,
    @OrNull Array mask,
    @OrNull Number start,
    double correction,
    @OrNull DType type) {
  public Over {
    dims = List.copyOf(dims);
  }

  /**
   * All axes.
   *
   * {@snippet :
   * jnp.sum(jnp.ones(2, 3), Over.all()) // => 6.0
   * }
   */
  public static Over all() {
    return axes();
  }

  /**
   * These axes; none stand for all.
   *
   * {@snippet :
   * jnp.sum(jnp.ones(2, 3), Over.axes(-1)) // => [3. 3.]
   * }
   */
  public static Over axes(int... axes) {
    return new Over(Arrays.stream(axes).boxed().toList(), false, null, null, 0, null);
  }

  /**
   * With reduced axes kept, with length 1.
   *
   * {@snippet :
   * jnp.sum(jnp.ones(2, 3), Over.axes(1).keepdims()).shape() // => (2, 1)
   * }
   */
  public Over keepdims() {
    return keepdims(true);
  }

  /** With reduced axes kept, with length 1, or dropped. */
  public Over keepdims(boolean keep) {
    return new Over(dims, keep, mask, start, correction, type);
  }

  /**
   * Of the elements only where this is true.
   *
   * {@snippet :
   * var x = jnp.array(1., -2., 3.);
   * jnp.sum(x, Over.all().where(x.gt(0))) // => 4.0
   * }
   */
  public Over where(Array mask) {
    return new Over(dims, kept, mask, start, correction, type);
  }

  /**
   * With the result combined with this number; what the reduction of no element gives.
   *
   * {@snippet :
   * jnp.max(jnp.zeros(0), Over.all().initial(-1)) // => -1.0
   * }
   */
  public Over initial(Number value) {
    return new Over(dims, kept, mask, value, correction, type);
  }

  /**
   * With variances divided by the number of elements less this.
   *
   * {@snippet :
   * jnp.var(jnp.array(1., 2., 3.), Over.all().ddof(1)) // => 1.0
   * }
   */
  public Over ddof(double less) {
    return new Over(dims, kept, mask, start, less, type);
  }

  /**
   * With the elements converted to a dtype first.
   *
   * {@snippet :
   * jnp.sum(jnp.array(1, 2), Over.all().dtype(jnp.float32)) // => 3.0
   * }
   */
  public Over dtype(@OrNull DType wanted) {
    return new Over(dims, kept, mask, start, correction, wanted);
  }

  /** The axes counted from the first, for an operand of this rank. */
  Axes of(String operation, int rank) {
    return Dims.axes(operation, dims.stream().mapToInt(i -> i).toArray(), rank);
  }

  /** The array in the dtype asked for. */
  Array typed(Array x) {
    return type == null ? x : x.astype(type);
  }

  /** A result without the reduced axes in the shape asked for. */
  Array shaped(Array reduced, Shape before, Axes dropped) {
    if (!kept) {
      return reduced;
    }
    var lengths = before.toArray();
    for (int axis : dropped.toArray()) {
      lengths[axis] = 1;
    }
    return jnp.reshape(reduced, lengths);
  }
}
