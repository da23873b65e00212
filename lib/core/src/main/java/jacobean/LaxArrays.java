package jacobean;

import jacobean.error.DTypeException;
import jacobean.error.IndexException;
import jacobean.error.ShapeException;
import jacobean.op.Comparison;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The part of {@link lax} that puts arrays together, takes them apart and selects from them. */
abstract sealed class LaxArrays extends LaxNumbers permits LaxProducts {

  /**
   * An array of a shape and a dtype whose elements are not to be used; here zeros. {@code
   * lax.empty}.
   *
   * {@snippet :
   * lax.empty(Shape.of(2, 3), jnp.int32).shape() // => (2, 3)
   * }
   */
  public static Array empty(Shape shape, DType dtype) {
    return full(shape, 0, dtype);
  }

  /**
   * An array broadcast to the shape of another. {@code lax.broadcast_like}.
   *
   * {@snippet :
   * lax.broadcastLike(jnp.array(1, 2), jnp.zeros(2, 2)) // => [[1 2] [1 2]]
   * }
   *
   * @throws ShapeException if it does not broadcast to it
   */
  public static Array broadcastLike(Array x, Array like) {
    return jnp.broadcastTo(x, like.shape().toArray());
  }

  /**
   * Arrays of one shape stacked along a new axis. {@code lax.stack}.
   *
   * {@snippet :
   * lax.stack(java.util.List.of(jnp.array(1, 2), jnp.array(3, 4)), 1) // => [[1 3] [2 4]]
   * }
   *
   * @throws ShapeException if shapes differ
   * @throws DTypeException if dtypes differ; {@code jnp.stack} promotes
   */
  public static Array stack(List<Array> arrays, int axis) {
    if (arrays.isEmpty()) {
      throw new ShapeException("stack: wanted at least one array, got none.");
    }
    int at = Dims.axis("stack", axis, arrays.getFirst().ndim() + 1);
    return concatenate(arrays.stream().map(x -> expandDims(x, at)).toList(), at);
  }

  /** {@link #stack(List, int)} along a new first axis. */
  public static Array stack(List<Array> arrays) {
    return stack(arrays, 0);
  }

  /**
   * The parts at each place of an axis, which is dropped. {@code lax.unstack}.
   *
   * {@snippet :
   * lax.unstack(jnp.array(7, 8), 0).get(1) // => 8
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static List<Array> unstack(Array x, int axis) {
    int at = Dims.axis("unstack", axis, x.ndim());
    return IntStream.range(0, x.shape(at)).mapToObj(i -> indexInDim(x, i, at, false)).toList();
  }

  /** {@link #unstack(Array, int)} along the first axis. */
  public static List<Array> unstack(Array x) {
    return unstack(x, 0);
  }

  /**
   * The array cut along an axis into parts of these lengths. {@code lax.split}.
   *
   * {@snippet :
   * lax.split(jnp.arange(5), new int[] {2, 3}, 0).get(1) // => [2 3 4]
   * }
   *
   * @throws ShapeException if the lengths do not sum to that of the axis
   */
  public static List<Array> split(Array x, int[] sizes, int axis) {
    int at = Dims.axis("split", axis, x.ndim());
    if (Arrays.stream(sizes).sum() != x.shape(at) || Arrays.stream(sizes).anyMatch(n -> n < 0)) {
      throw new ShapeException(
          "split: wanted lengths that sum to "
              + x.shape(at)
              + ", that of axis "
              + axis
              + " of "
              + x.aval()
              + ", got "
              + Arrays.toString(sizes)
              + ".");
    }
    var parts = new ArrayList<Array>();
    int start = 0;
    for (int n : sizes) {
      parts.add(Array.of(Slicing.sliceAxis(x.value(), at, start, start + n)));
      start += n;
    }
    return parts;
  }

  /**
   * Each element from the case that {@code which} says there: a bool array for two cases, an int32
   * array for any number. {@code lax.select_n}.
   *
   * {@snippet :
   * lax.selectN(jnp.array(2, 0), jnp.array(1, 2), jnp.array(3, 4), jnp.array(5, 6)) // => [5 2]
   * }
   *
   * @param which of the shape of the cases, or a scalar; a number that is no case's gives the
   *     nearest case
   * @throws ShapeException if there is no case, or the shapes differ
   * @throws DTypeException if {@code which} is neither bool nor int32, or bool for other than two
   *     cases
   */
  public static Array selectN(Array which, Array... cases) {
    if (cases.length == 0) {
      throw new ShapeException("selectN: wanted at least one case, got none.");
    }
    boolean flags = which.dtype() == DType.BOOL;
    if (flags ? cases.length > 2 : which.dtype() != DType.INT32) {
      throw new DTypeException(
          "selectN: wanted bools for two cases or int32 for any number, got "
              + which.aval()
              + " for "
              + cases.length
              + " cases.");
    }
    if (which.ndim() > 0 && !which.shape().equals(cases[0].shape())) {
      throw new ShapeException(
          "selectN: wanted a choice for each element of "
              + cases[0].aval()
              + " or one for all, got "
              + which.aval()
              + ".");
    }
    var chosen = cases[0];
    for (int i = 1; i < cases.length; i++) {
      var here = flags ? which : ge(which, i);
      chosen = Array.of(Comparison.select(here.value(), cases[i].value(), chosen.value()));
    }
    return chosen;
  }

  /**
   * The parts of an array at places along some axes, which are dropped: as {@code x[i, j]} for axes
   * 0 and 1. Places count modulo the axis' length. {@code lax.index_take}.
   *
   * {@snippet :
   * var x = jnp.arange(6).reshape(2, 3);
   * lax.indexTake(x, java.util.List.of(jnp.array(0, 1), jnp.array(2, -1)), 0, 1) // => [2 5]
   * }
   *
   * @param indices for each axis a vector of places, all of one length
   * @throws IndexException if there is not one for each axis
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array indexTake(Array x, List<Array> indices, int... axes) {
    if (indices.size() != axes.length) {
      throw new IndexException(
          "indexTake: wanted places for each of "
              + axes.length
              + " axes, got "
              + indices.size()
              + ".");
    }
    int n = axes.length;
    var front = jnp.moveaxis(x, axes, IntStream.range(0, n).toArray());
    return front.get(
        IntStream.range(0, n)
            .mapToObj(i -> (Object) jnp.remainder(indices.get(i), front.shape(i)))
            .toArray());
  }

  /**
   * The array with a function applied to the elements of windows, once for each window that an
   * element is in. {@code lax.scatter_apply}.
   *
   * {@snippet :
   * var numbers = ScatterDimensionNumbers.of(new int[0], new int[] {0}, new int[] {0});
   * lax.scatterApply(jnp.ones(3), jnp.array(0, 2, 2).reshape(3, 1), x -> x.times(2), numbers, 3) // => [2. 1. 4.]
   * }
   *
   * @param f works element by element
   * @param updateShape the shape that updates of {@code lax.scatter} with these windows would have
   * @throws DTypeException if indices are not of integers
   * @throws ShapeException if the shapes of array, indices and updates do not fit the dimension
   *     numbers, or a length is negative
   */
  public static Array scatterApply(
      Array x,
      Array indices,
      UnaryOperator<Array> f,
      ScatterDimensionNumbers dimensionNumbers,
      int... updateShape) {
    var ones = full(Shape.of(updateShape), 1, DType.INT32);
    var none = Array.of(Shaping.full(x.shape(), DType.INT32, 0));
    var times = scatterAdd(none, indices, ones, dimensionNumbers, "drop");
    var done =
        LaxControl.whileLoop(
            s -> jnp.any(s.get(1).gt(0)),
            s -> List.of(select(s.get(1).gt(0), f.apply(s.get(0)), s.get(0)), s.get(1).minus(1)),
            List.of(x, times));
    return done.get(0);
  }
}
