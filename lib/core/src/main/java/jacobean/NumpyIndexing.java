package jacobean;

import jacobean.core.Concrete;
import jacobean.core.Value;
import jacobean.error.IndexException;
import jacobean.error.ShapeException;
import jacobean.index.NonZero;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.Conversion;
import jacobean.op.GatherScatterMode;
import jacobean.op.Gathering;
import jacobean.op.Shaping;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The part of {@link jnp} that picks elements by index and by condition. Negative indexes count
 * from the end. Functions whose result's length depends on the numbers need arrays that are not
 * traced; those with a {@code size} work on traced arrays of known numbers only where they say so.
 */
abstract sealed class NumpyIndexing extends NumpyPadding permits NumpyPlaces {

  // --- By index ---

  /**
   * The elements, as of a flat array, at these integers; places outside give NaN, or the least or
   * greatest integer. {@code jnp.take}.
   *
   * {@snippet :
   * jnp.take(jnp.array(10., 20., 30.), jnp.array(2, 0, 9)) // => [30. 10. nan]
   * }
   *
   * @return of the shape of the indexes
   * @throws jacobean.error.DTypeException if an argument is complex
   * @throws IndexException if the indexes are no integers
   */
  public static Array take(Array x, Array indices) {
    return take(ravel(x), indices, 0);
  }

  /**
   * {@link #take(Array, Array)} along an axis, in whose place the axes of the indexes come.
   *
   * {@snippet :
   * var x = jnp.array(new int[][] {{1, 2}, {3, 4}});
   * jnp.take(x, jnp.array(1, 1, 0), 0) // => [[3 4] [3 4] [1 2]]
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array take(Array x, Array indices, int axis) {
    return take(x, indices, axis, "fill");
  }

  /**
   * {@link #take(Array, Array, int)} with a mode for places outside: {@code "fill"}, {@code
   * "wrap"}, or {@code "clip"}, where negative places are outside.
   *
   * {@snippet :
   * jnp.take(jnp.array(1, 2, 3), jnp.array(4), 0, "wrap") // => 2
   * }
   *
   * @throws IndexException if the mode is unknown
   */
  public static Array take(Array x, Array indices, int axis, String mode) {
    int at = Dims.axis("take", axis, x.ndim());
    boolean wrap = mode.equals("wrap");
    var wrapped = wrap ? remainder(indices, x.shape(at)) : indices;
    var whole = integers("take", wrapped);
    var places = mode.equals("clip") ? whole : Gathering.fromEnd(whole, x.shape(at));
    return Array.of(
        Gathering.take(
            x.value(),
            places,
            at,
            wrap ? GatherScatterMode.PROMISE_IN_BOUNDS : GatherScatterMode.named(mode),
            null));
  }

  /**
   * For each place of the indexes, the element of the same row along an axis at the index; other
   * axes broadcast. {@code jnp.take_along_axis}. It undoes {@code argsort}.
   *
   * {@snippet :
   * var x = jnp.array(new int[][] {{3, 1, 2}, {9, 7, 8}});
   * jnp.takeAlongAxis(x, jnp.argsort(x, 1), 1) // => [[1 2 3] [7 8 9]]
   * }
   *
   * @throws ShapeException if the arrays have not the same number of axes
   * @throws IndexException if the indexes are no integers
   */
  public static Array takeAlongAxis(Array x, Array indices, int axis) {
    return takeAlongAxis(x, indices, axis, "fill");
  }

  /** {@link #takeAlongAxis(Array, Array, int)} with a mode: {@code "fill"} or {@code "clip"}. */
  public static Array takeAlongAxis(Array x, Array indices, int axis, String mode) {
    if (x.ndim() != indices.ndim()) {
      throw new ShapeException(
          "takeAlongAxis: the array and the indexes must have the same number of axes, got "
              + x.aval()
              + " and "
              + indices.aval()
              + ". Add axes with expandDims.");
    }
    int at = Dims.axis("takeAlongAxis", axis, x.ndim());
    var common =
        Promote.common(
            "takeAlongAxis", List.of(x.shape().with(at, 1), indices.shape().with(at, 1)));
    var places = Gathering.fromEnd(integers("takeAlongAxis", indices), x.shape(at));
    return Array.of(
        Gathering.takeAlongAxis(
            Promote.to(x.value(), common.with(at, x.shape(at))),
            Promote.to(places, common.with(at, indices.shape(at))),
            at,
            GatherScatterMode.named(mode),
            null));
  }

  /** {@link #takeAlongAxis(Array, Array, int)} of flat arrays. */
  public static Array takeAlongAxis(Array x, Array indices) {
    return takeAlongAxis(ravel(x), ravel(indices), 0);
  }

  /**
   * The array with values at the indexes that {@link #takeAlongAxis} reads. {@code
   * jnp.put_along_axis}. In x's shape and dtype.
   *
   * {@snippet :
   * var places = jnp.array(new int[][] {{2}, {0}});
   * jnp.putAlongAxis(jnp.zeros(2, 3), places, jnp.array(7.), 1) // => [[0. 0. 7.] [7. 0. 0.]]
   * }
   *
   * @throws IndexException if the indexes are no integers
   * @throws ShapeException if the axis is out of bounds, or the numbers of axes differ
   */
  public static Array putAlongAxis(Array x, Array indices, Array values, int axis) {
    int at = Dims.axis("putAlongAxis", axis, x.ndim());
    if (x.ndim() != indices.ndim()) {
      throw new ShapeException(
          "putAlongAxis: the array and the indexes must have the same number of axes, got "
              + x.aval()
              + " and "
              + indices.aval()
              + ". Add axes with expandDims.");
    }
    var index = new Object[x.ndim()];
    for (int i = 0; i < index.length; i++) {
      index[i] = i == at ? indices : places(indices, i, x.shape(i));
    }
    return x.at(index).set(values);
  }

  /** 0, 1, ... along one axis of an array of indexes; where it has length 1, along one of x. */
  private static Array places(Array indices, int axis, int length) {
    var ones = new int[indices.ndim()];
    java.util.Arrays.fill(ones, 1);
    ones[axis] = length;
    return reshape(arange(length), ones);
  }

  /**
   * The array with values at places counted as in a flat array. In x's shape and dtype; x itself
   * never changes. {@code jnp.put}.
   *
   * {@snippet :
   * jnp.put(jnp.zeros(2, 2), jnp.array(1, 2), jnp.array(5., 6.)) // => [[0. 5.] [6. 0.]]
   * }
   *
   * @throws IndexException if the indexes are no integers, or the mode is unknown
   * @throws ShapeException if the values do not broadcast to the places, or the shapes do not
   *     broadcast
   */
  public static Array put(Array x, Array indices, Array values) {
    return reshape(ravel(x).at(ravel(indices)).set(values), x.shape().toArray());
  }

  /**
   * The array with the first elements of another, over and over, where a mask is true. {@code
   * jnp.place}. In x's shape and dtype; x itself never changes.
   *
   * {@snippet :
   * var x = jnp.array(1, 2, 3, 4);
   * jnp.place(x, x.ne(2), jnp.array(-1, -2)) // => [-1 2 -2 -1]
   * }
   *
   * @throws ShapeException if the mask has another shape, or there are no values
   */
  public static Array place(Array x, Array mask, Array values) {
    if (!mask.shape().equals(x.shape()) || values.size() == 0) {
      throw new ShapeException(
          "place: the mask must have the array's shape "
              + x.shape()
              + " and there must be values, got "
              + mask.aval()
              + " and "
              + values.aval()
              + ".");
    }
    var counts = lax.cumsum(ravel(mask).astype(DType.BOOL).astype(DType.INT32));
    var turns = remainder(subtract(counts, 1), values.size());
    var chosen = take(ravel(values), turns, 0, "clip").astype(x.dtype());
    return where(mask.astype(DType.BOOL), reshape(chosen, x.shape().toArray()), x);
  }

  static Value integers(String operation, Array indices) {
    if (!indices.dtype().isInteger()) {
      throw new IndexException(
          operation
              + ": the indexes must be integers, got "
              + indices.aval()
              + ". Convert them with astype(jnp.int32).");
    }
    return indices.value();
  }

  // --- By condition ---

  /**
   * For each place the element of the choice that the integer there names; all broadcast. Traced
   * integers that name none give the nearest choice. {@code jnp.choose}.
   *
   * {@snippet :
   * var choices = List.of(jnp.array(1, 2, 3), jnp.array(10, 20, 30));
   * jnp.choose(jnp.array(0, 1, 0), choices) // => [1 20 3]
   * }
   *
   * @throws IndexException if one names none
   * @throws ShapeException if the shapes do not broadcast, or there is no choice
   */
  public static Array choose(Array which, List<Array> choices) {
    if (choices.isEmpty()) {
      throw new ShapeException("choose: wanted at least one choice, got none.");
    }
    if (which.value() instanceof Concrete
        && Arrays.stream(which.toLongs()).anyMatch(i -> i < 0 || i >= choices.size())) {
      throw new IndexException(
          "choose: there are "
              + choices.size()
              + " choices, numbered from 0, got "
              + (which.size() < 20 ? which : which.aval())
              + ". Use mode \"clip\" or \"wrap\" for numbers outside.");
    }
    var chosen = choices.getFirst();
    for (int i = 1; i < choices.size(); i++) {
      chosen = where(greaterEqual(which, i), choices.get(i), chosen);
    }
    var shapes = new ArrayList<>(choices.stream().map(Array::shape).toList());
    shapes.add(which.shape());
    return Array.of(Promote.to(chosen.value(), Promote.common("choose", shapes)));
  }

  /**
   * For each place the choice of the first condition that is true there, else the default. {@code
   * jnp.select}.
   *
   * {@snippet :
   * var x = jnp.array(-2., 0.5, 3.);
   * var conditions = List.of(x.lt(0), x.gt(1));
   * jnp.select(conditions, List.of(x.unaryMinus(), jnp.ones(3)), x) // => [2. 0.5 1. ]
   * }
   *
   * @throws ShapeException if there is not one condition for each choice
   */
  public static Array select(List<Array> conditions, List<Array> choices, Array otherwise) {
    if (conditions.size() != choices.size() || choices.isEmpty()) {
      throw new ShapeException(
          "select: wanted one condition for each choice, got "
              + conditions.size()
              + " conditions and "
              + choices.size()
              + " choices.");
    }
    var chosen = otherwise;
    for (int i = choices.size() - 1; i >= 0; i--) {
      chosen = where(conditions.get(i), choices.get(i), chosen);
    }
    return chosen;
  }

  /** {@link #select(List, List, Array)} with a number as the default. */
  public static Array select(List<Array> conditions, List<Array> choices, Number otherwise) {
    return select(conditions, choices, asarray(otherwise));
  }

  /** {@link #select(List, List, Array)} with the default 0. */
  public static Array select(List<Array> conditions, List<Array> choices) {
    return select(conditions, choices, 0);
  }

  /**
   * The elements, as of a flat array, where a vector of bools is true. Not for traced conditions.
   * {@code jnp.compress}.
   *
   * {@snippet :
   * jnp.compress(jnp.array(true, false, true), jnp.array(1, 2, 3)) // => [1 3]
   * }
   *
   * @throws ShapeException if an argument is no vector, or the condition is true beyond the axis
   */
  public static Array compress(Array condition, Array x) {
    return compress(condition, ravel(x), 0);
  }

  /** The parts along an axis where a vector of bools, which may be shorter, is true. */
  public static Array compress(Array condition, Array x, int axis) {
    if (condition.ndim() != 1) {
      throw new ShapeException(
          "compress: the condition must be a vector, got "
              + condition.aval()
              + ". Use x.get(mask).");
    }
    var kept = flatnonzero(condition);
    long length = x.shape(axis);
    if (java.util.Arrays.stream(kept.toLongs()).anyMatch(i -> i >= length)) {
      throw new ShapeException(
          "compress: the condition "
              + condition.aval()
              + " is true beyond axis "
              + axis
              + " of "
              + x.aval()
              + ".");
    }
    return take(x, kept, axis);
  }

  /**
   * The elements of an array where a condition of the same size is true. Not for traced conditions.
   * {@code jnp.extract}.
   *
   * {@snippet :
   * var x = jnp.array(1, 5, 3);
   * jnp.extract(x.gt(2), x) // => [5 3]
   * }
   *
   * @throws ShapeException if the condition is true beyond the axis, or a count is negative
   */
  public static Array extract(Array condition, Array x) {
    return compress(ravel(condition), x);
  }

  // --- Places ---

  /**
   * The places of the elements that are not zero, one int32 vector for each axis. {@code
   * jnp.nonzero}. Not for traced arrays.
   *
   * {@snippet :
   * jnp.nonzero(jnp.array(new int[][] {{0, 7}, {8, 0}})) // => [[0 1], [1 0]]
   * }
   *
   * @throws jacobean.error.TracerException if x is traced; name a size then
   * @throws ShapeException if a count is negative
   */
  public static List<Array> nonzero(Array x) {
    Counted.require("nonzero", x, "jnp.nonzero(x, size)");
    return NonZero.of(atLeastOneAxis(x).host(), null).stream()
        .map(a -> Array.of(a.toConcrete()))
        .toList();
  }

  /**
   * The first places, in a number that is known: cut off, or filled up with 0; also for traced
   * arrays.
   *
   * {@snippet :
   * jnp.nonzero(jnp.array(0, 7, 8), 3) // => [[1 2 0]]
   * }
   */
  public static List<Array> nonzero(Array x, int size) {
    return nonzero(x, size, 0);
  }

  /** {@link #nonzero(Array, int)} filled up with another place. */
  public static List<Array> nonzero(Array x, int size, int fillValue) {
    requireCount("nonzero", size);
    var whole = atLeastOneAxis(x);
    var isNonzero = ravel(notEqual(whole, 0)).astype(DType.INT32);
    int n = Math.toIntExact(whole.size());
    // The i-th one that is not zero stands where the count of those up to there reaches i.
    var flat = jnp.searchsorted(lax.cumsum(isNonzero), add(arange(size), 1));
    var places = new ArrayList<Array>();
    long[] strides = whole.shape().strides();
    for (int i = 0; i < whole.ndim(); i++) {
      var along = remainder(floorDivide(flat, strides[i]), Math.max(1, whole.shape(i)));
      places.add(where(less(flat, n), along, fillValue));
    }
    return List.copyOf(places);
  }

  private static Array atLeastOneAxis(Array x) {
    return x.ndim() == 0 ? ravel(x) : x;
  }

  /**
   * {@link #nonzero(Array)}. {@code jnp.where} of a condition alone.
   *
   * {@snippet :
   * jnp.where(jnp.array(1, 5, 3).gt(2)) // => [[1 2]]
   * }
   */
  public static List<Array> where(Array condition) {
    return nonzero(condition);
  }

  /**
   * The places in the flat array of the elements that are not zero. {@code jnp.flatnonzero}.
   *
   * {@snippet :
   * jnp.flatnonzero(jnp.array(0, 7, 8)) // => [1 2]
   * }
   *
   * @throws ShapeException if a count is negative
   */
  public static Array flatnonzero(Array x) {
    return nonzero(ravel(x)).getFirst();
  }

  /** The first of them, in a number that is known: cut off, or filled up with 0. */
  public static Array flatnonzero(Array x, int size) {
    return nonzero(ravel(x), size).getFirst();
  }

  /**
   * The places of the elements that are not zero, one row each. {@code jnp.argwhere}.
   *
   * {@snippet :
   * jnp.argwhere(jnp.array(new int[][] {{0, 7}, {8, 0}})) // => [[0 1] [1 0]]
   * }
   *
   * @throws ShapeException if a count is negative
   */
  public static Array argwhere(Array x) {
    return stack(nonzero(x), 1);
  }

  /** The first of them, in a number that is known: cut off, or filled up with 0. */
  public static Array argwhere(Array x, int size) {
    return stack(nonzero(x, size), 1);
  }

  // --- Shared with the classes above ---

  /** Whether column - row compares with k, for the two axes given, in an array of this shape. */
  static Value diagonalAt(Shape shape, int k, int rows, int columns) {
    var row = Shaping.iota(shape, DType.INT32, rows);
    var column = Shaping.iota(shape, DType.INT32, columns);
    return Comparison.eq(Arithmetic.add(row, Arithmetic.constant(DType.INT32, k)), column);
  }

  /** An array of bools as numbers of a dtype. */
  static Array counted(Value bools, DType type) {
    return Array.of(Conversion.convert(bools, type));
  }
}
