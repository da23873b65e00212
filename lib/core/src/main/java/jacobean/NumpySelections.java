package jacobean;

import jacobean.error.IndexException;
import jacobean.error.ShapeException;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of {@link jnp} that selects and places elements in further ways: with lengths that are
 * known, so that arrays may be traced, with fillers, and with modes for places outside.
 */
abstract sealed class NumpySelections extends NumpyUniques permits NumpyLayouts {

  // --- By condition ---

  /**
   * x kept between arrays, which broadcast; null for no bound. {@code jnp.clip}.
   *
   * {@snippet :
   * jnp.clip(jnp.array(1., 5.), jnp.array(2., 2.), null) // => [2. 5.]
   * }
   */
  public static Array clip(Array x, @OrNull Array low, @OrNull Array high) {
    var above = low == null ? x : maximum(x, low);
    return high == null ? above : minimum(above, high);
  }

  /**
   * The first parts along an axis where a vector of bools is true. {@code jnp.compress}.
   *
   * {@snippet :
   * jnp.compress(jnp.array(true, false, true), jnp.array(5, 6, 7), 0, 3, -1) // => [ 5  7 -1]
   * }
   *
   * @param size how many are given, cut off or filled up
   * @param fillValue what is given where there are fewer
   */
  public static Array compress(Array condition, Array x, int axis, int size, Number fillValue) {
    int at = Dims.axis("compress", axis, x.ndim());
    if (condition.ndim() != 1 || condition.shape(0) > x.shape(at)) {
      throw new ShapeException(
          "compress: the condition must be a vector not longer than axis "
              + axis
              + " of "
              + x.aval()
              + ", got "
              + condition.aval()
              + ".");
    }
    var shape = new int[x.ndim()];
    Arrays.fill(shape, 1);
    shape[at] = size;
    var isThere = less(arange(size), countNonzero(condition));
    var found = take(x, flatnonzero(condition, size), at, "clip");
    return where(reshape(isThere, shape), found, fillValue).astype(x.dtype());
  }

  /**
   * The first elements of an array where a condition of the same size is true. {@code jnp.extract}.
   *
   * {@snippet :
   * jnp.extract(jnp.array(false, true), jnp.array(5, 6), 2, 0) // => [6 0]
   * }
   *
   * @param size how many are given, cut off or filled up
   * @param fillValue what is given where there are fewer
   */
  public static Array extract(Array condition, Array x, int size, Number fillValue) {
    return compress(ravel(condition), ravel(x), 0, size, fillValue);
  }

  /** {@link #flatnonzero(Array, int)} filled up with another place. */
  public static Array flatnonzero(Array x, int size, int fillValue) {
    return nonzero(ravel(x), size, fillValue).getFirst();
  }

  /** {@link #argwhere(Array, int)} filled up with another place. */
  public static Array argwhere(Array x, int size, int fillValue) {
    return stack(nonzero(x, size, fillValue), 1);
  }

  /**
   * {@link #choose(Array, List)} with what integers that name no choice give.
   *
   * @param mode {@code "clip"} for the nearest choice, {@code "wrap"} for counting round the end
   * @throws IndexException for another mode
   * @throws jacobean.error.DTypeException if which is complex
   */
  public static Array choose(Array which, List<Array> choices, String mode) {
    return switch (mode) {
      case "clip" -> choose(clip(which, 0, Math.max(0, choices.size() - 1)), choices);
      case "wrap" -> choose(remainder(which, Math.max(1, choices.size())), choices);
      default ->
          throw new IndexException("choose: mode must be 'clip' or 'wrap', got '" + mode + "'.");
    };
  }

  // --- By place ---

  /**
   * The elements at these places of an axis, with a number for places outside. {@code jnp.take}.
   *
   * {@snippet :
   * jnp.take(jnp.array(5, 6), jnp.array(1, 9), 0, "fill", -1) // => [ 6 -1]
   * }
   *
   * @param mode {@code "fill"}, or as {@link #take(Array, Array, int, String)} takes it
   */
  public static Array take(Array x, Array indices, int axis, String mode, Number fillValue) {
    if (!mode.equals("fill")) {
      return take(x, indices, axis, mode);
    }
    int at = Dims.axis("take", axis, x.ndim());
    var index = IntStream.range(0, x.ndim()).mapToObj(i -> i == at ? indices : ":").toArray();
    return x.at(index).mode("fill").fillValue(fillValue).get();
  }

  /**
   * The flat array with these elements at these places. {@code jnp.put}.
   *
   * {@snippet :
   * jnp.put(jnp.zeros(3), jnp.array(1, 9), jnp.array(5., 6.), "clip") // => [0. 5. 6.]
   * }
   *
   * @param mode {@code "clip"} moves places that are outside to the nearest inside, {@code "wrap"}
   *     counts them round the end, {@code "drop"} leaves them out
   */
  public static Array put(Array x, Array indices, Array values, String mode) {
    int n = Math.toIntExact(x.size());
    var flat = ravel(indices);
    var places =
        switch (mode) {
          case "clip" -> clip(flat, 0, n - 1);
          case "wrap" -> remainder(flat, n);
          default -> flat;
        };
    var fitted = resize(values, flat.shape().toArray());
    var how = mode.equals("wrap") ? "clip" : mode;
    return reshape(ravel(x).at(places).mode(how).set(fitted), x.shape().toArray());
  }

  /**
   * The array with its diagonal filled with these values, over and over. {@code jnp.fill_diagonal}.
   *
   * {@snippet :
   * jnp.fillDiagonal(jnp.zeros(2, 2), jnp.array(1., 2.)) // => [[1. 0.] [0. 2.]]
   * }
   *
   * @throws ShapeException if it has less than two axes
   */
  public static Array fillDiagonal(Array x, Array values) {
    if (x.ndim() < 2) {
      throw new ShapeException(
          "fillDiagonal: wanted an array with at least two axes, got " + x.aval() + ".");
    }
    int n = IntStream.of(x.shape().toArray()).min().orElseThrow();
    var places = new Object[x.ndim()];
    Arrays.fill(places, arange(n));
    return x.at(places).set(resize(values, n));
  }

  /**
   * The array with values put in before several places of an axis, all counted in the array as it
   * was. {@code jnp.insert}.
   *
   * {@snippet :
   * jnp.insert(jnp.array(1, 2, 3), jnp.array(0, 2), jnp.array(8, 9), 0) // => [8 1 2 9 3]
   * }
   *
   * @param indices a vector of places; negative ones count from the end
   * @param values broadcast to one part for each place, and take the array's dtype
   */
  public static Array insert(Array x, Array indices, Array values, int axis) {
    int at = Dims.axis("insert", axis, x.ndim());
    int n = x.shape(at);
    var places = ravel(indices);
    int more = places.shape(0);
    var counted = clip(where(less(places, 0), add(places, n), places), 0, n);
    var order = argsort(counted);
    var news = add(take(counted, order), arange(more));
    var isNew = zeros(Shape.of(n + more), DType.BOOL).at(news).set(array(true));
    var from =
        clip(subtract(cumsum(logicalNot(isNew).astype(DType.INT32)), 1), 0, Math.max(0, n - 1));
    var shape = x.shape().with(at, more).toArray();
    var ordered = take(broadcastTo(values.astype(x.dtype()), shape), order, at);
    var old = n == 0 ? zeros(x.shape().with(at, more), x.dtype()) : take(x, from, at);
    var index = IntStream.range(0, x.ndim()).mapToObj(i -> i == at ? news : ":").toArray();
    return old.at(index).set(ordered);
  }

  /** {@link #insert(Array, Array, Array, int)} in the flat array. */
  public static Array insert(Array x, Array indices, Array values) {
    return insert(ravel(x), indices, values, 0);
  }

  /** {@link #insert(Array, Array, Array, int)} of one number at each place. */
  public static Array insert(Array x, int index, Number value, int axis) {
    return insert(x, index, asarray(value), axis);
  }

  /**
   * Each part along an axis as often as an array of integers says, which may be traced. {@code
   * jnp.repeat}.
   *
   * {@snippet :
   * jnp.repeat(jnp.array(5, 6), jnp.array(2, 1), 0, 4) // => [5 5 6 6]
   * }
   *
   * @param totalRepeatLength the length of the result: cut off, or filled up with the last part
   */
  public static Array repeat(Array x, Array repeats, int axis, int totalRepeatLength) {
    int at = Dims.axis("repeat", axis, x.ndim());
    int n = x.shape(at);
    var ends = cumsum(broadcastTo(ravel(repeats), n));
    var from = searchsorted(ends, arange(totalRepeatLength), "right");
    return take(x, clip(from, 0, Math.max(0, n - 1)), at);
  }

  // --- Searching and counting ---

  /**
   * {@link #searchsorted(Array, Array, String)} in a vector that a permutation sorts. {@code
   * jnp.searchsorted}.
   *
   * @param sorter for each place in order the place in a, as {@link #argsort(Array)} gives it
   */
  public static Array searchsorted(Array a, Array v, String side, Array sorter) {
    return searchsorted(take(a, sorter), v, side);
  }

  /**
   * The sum of the weights at each integer from 0 to the greatest. {@code jnp.bincount}.
   *
   * {@snippet :
   * jnp.bincount(jnp.array(0, 2, 2), jnp.array(1., 2., 3.)) // => [1. 0. 5.]
   * }
   */
  public static Array bincount(Array x, Array weights) {
    long greatest = x.size() == 0 ? -1 : Math.max(0, max(x).toLongs()[0]);
    return bincount(x, weights, Shape.length("bincount", greatest + 1));
  }

  /**
   * A vector without the zeros at its start, its end, or both. {@code jnp.trim_zeros}.
   *
   * {@snippet :
   * jnp.trimZeros(jnp.array(0, 1, 0), "f") // => [1 0]
   * }
   *
   * @param trim {@code "f"}, {@code "b"} or {@code "fb"}
   * @throws IndexException for another text
   */
  public static Array trimZeros(Array filt, String trim) {
    if (!trim.matches("f|b|fb|bf")) {
      throw new IndexException("trimZeros: trim must be 'f', 'b' or 'fb', got '" + trim + "'.");
    }
    var places = flatnonzero(filt).toLongs();
    int n = filt.shape(0);
    boolean none = places.length == 0;
    int start = !trim.contains("f") ? 0 : none ? n : (int) places[0];
    int end = !trim.contains("b") ? n : none ? 0 : (int) places[places.length - 1] + 1;
    return part(filt, 0, start, Math.max(start, end));
  }
}
