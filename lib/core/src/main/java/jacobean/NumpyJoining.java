package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Slicing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The part of {@link jnp} that joins arrays and splits them. */
abstract sealed class NumpyJoining extends NumpyShapes permits NumpyPadding {
  private static final int MOST_EMPTY_PARTS = 1 << 16;

  /**
   * Arrays one after the other along an axis; the other axes have the same lengths, dtypes promote.
   * {@code jnp.concatenate}.
   *
   * {@snippet :
   * jnp.concatenate(List.of(jnp.ones(2, 1), jnp.zeros(2, 2)), 1) // => [[1. 0. 0.] [1. 0. 0.]]
   * }
   *
   * @throws ShapeException if there is none, or their shapes differ elsewhere
   */
  public static Array concatenate(List<Array> arrays, int axis) {
    if (arrays.isEmpty()) {
      throw new ShapeException("concatenate: wanted at least one array, got none.");
    }
    var promoted = Promote.values(arrays.stream().map(Array::value).toArray(Value[]::new));
    return Array.of(
        Slicing.concatenate(promoted, Dims.axis("concatenate", axis, promoted.getFirst().rank())));
  }

  /**
   * {@link #concatenate} along the first axis.
   *
   * {@snippet :
   * jnp.concatenate(List.of(jnp.array(1, 2), jnp.array(3., 4.))) // => [1. 2. 3. 4.]
   * }
   */
  public static Array concatenate(List<Array> arrays) {
    return concatenate(arrays, 0);
  }

  /**
   * Arrays of one shape along a new axis; dtypes promote. {@code jnp.stack}.
   *
   * {@snippet :
   * jnp.stack(List.of(jnp.array(1, 2), jnp.array(3, 4)), 1) // => [[1 3] [2 4]]
   * }
   *
   * @throws ShapeException if there is none, or their shapes differ
   */
  public static Array stack(List<Array> arrays, int axis) {
    if (arrays.isEmpty()) {
      throw new ShapeException("stack: wanted at least one array, got none.");
    }
    var first = arrays.getFirst();
    for (var a : arrays) {
      if (!a.shape().equals(first.shape())) {
        throw new ShapeException(
            "stack: arrays must have one shape, got " + first.shape() + " and " + a.shape() + ".");
      }
    }
    return concatenate(arrays.stream().map(a -> expandDims(a, axis)).toList(), axis);
  }

  /**
   * {@link #stack} of these arrays along a new first axis.
   *
   * {@snippet :
   * jnp.stack(jnp.array(1., 2.), jnp.array(3., 4.)) // => [[1. 2.] [3. 4.]]
   * }
   */
  public static Array stack(Array first, Array second, Array... more) {
    return stack(all(first, second, more), 0);
  }

  /**
   * {@link #concatenate} of these arrays along the first axis.
   *
   * {@snippet :
   * jnp.concatenate(jnp.array(1., 2.), jnp.array(3., 4.)) // => [1. 2. 3. 4.]
   * }
   */
  public static Array concatenate(Array first, Array second, Array... more) {
    return concatenate(all(first, second, more), 0);
  }

  private static List<Array> all(Array first, Array second, Array... more) {
    return Stream.concat(Stream.of(first, second), Arrays.stream(more)).toList();
  }

  /**
   * {@link #stack} along a new first axis.
   *
   * {@snippet :
   * jnp.stack(List.of(jnp.array(1, 2), jnp.array(3, 4))) // => [[1 2] [3 4]]
   * }
   */
  public static Array stack(List<Array> arrays) {
    return stack(arrays, 0);
  }

  /**
   * {@link #concatenate}. {@code jnp.concat}.
   *
   * {@snippet :
   * jnp.concat(List.of(jnp.ones(2, 1), jnp.zeros(2, 1)), 1) // => [[1. 0.] [1. 0.]]
   * }
   *
   * @throws ShapeException if the arrays are none, or differ in more than the length of that axis
   */
  public static Array concat(List<Array> arrays, int axis) {
    return concatenate(arrays, axis);
  }

  /** {@link #concatenate} along the first axis. */
  public static Array concat(List<Array> arrays) {
    return concatenate(arrays, 0);
  }

  /**
   * The elements of both, in row-major order, as a vector. {@code jnp.append}.
   *
   * {@snippet :
   * jnp.append(jnp.array(1, 2), jnp.array(3)) // => [1 2 3]
   * }
   *
   * @throws ShapeException if the arrays are none, or differ in more than the length of that axis
   */
  public static Array append(Array x, Array values) {
    return concatenate(List.of(ravel(x), ravel(values)));
  }

  /**
   * One array after the other along an axis. {@code jnp.append}.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array append(Array x, Array values, int axis) {
    return concatenate(List.of(x, values), axis);
  }

  /**
   * Rows one below the other; vectors are rows. {@code jnp.vstack}.
   *
   * {@snippet :
   * jnp.vstack(List.of(jnp.array(1, 2), jnp.array(3, 4))) // => [[1 2] [3 4]]
   * }
   *
   * @throws ShapeException if the lengths of rows differ
   */
  public static Array vstack(List<Array> arrays) {
    return concatenate(each(arrays, NumpyShapes::atleast2d), 0);
  }

  /**
   * Columns side by side; vectors one after the other. {@code jnp.hstack}.
   *
   * {@snippet :
   * jnp.hstack(List.of(jnp.array(1, 2), jnp.array(3))) // => [1 2 3]
   * }
   *
   * @throws ShapeException if the lengths of columns differ
   */
  public static Array hstack(List<Array> arrays) {
    var joined = each(arrays, NumpyShapes::atleast1d);
    return concatenate(joined, !joined.isEmpty() && joined.getFirst().ndim() == 1 ? 0 : 1);
  }

  /**
   * One behind the other along a third axis. {@code jnp.dstack}.
   *
   * {@snippet :
   * jnp.dstack(List.of(jnp.array(1, 2), jnp.array(3, 4))) // => [[[1 3] [2 4]]]
   * }
   *
   * @throws ShapeException if the arrays are none, or differ in more than the length of that axis
   */
  public static Array dstack(List<Array> arrays) {
    return concatenate(each(arrays, NumpyShapes::atleast3d), 2);
  }

  /**
   * Side by side; vectors are columns. {@code jnp.column_stack}.
   *
   * {@snippet :
   * jnp.columnStack(List.of(jnp.array(1, 2), jnp.array(3, 4))) // => [[1 3] [2 4]]
   * }
   *
   * @throws ShapeException if the arrays are none, or differ in more than the length of that axis
   */
  public static Array columnStack(List<Array> arrays) {
    return concatenate(
        each(arrays, x -> x.ndim() >= 2 ? x : reshape(x, Math.toIntExact(x.size()), 1)), 1);
  }

  private static List<Array> each(List<Array> arrays, UnaryOperator<Array> f) {
    return arrays.stream().map(f).toList();
  }

  /**
   * An array of blocks: a list of arrays is joined along the last axis, a list of such lists along
   * the last but one, and so on. {@code jnp.block}.
   *
   * {@snippet :
   * var top = List.of(jnp.eye(2), jnp.zeros(2, 1));
   * jnp.block(List.of(top, List.of(jnp.ones(1, 2), 5))) // => [[1. 0. 0.] [0. 1. 0.] [1. 1. 5.]]
   * }
   *
   * @param blocks arrays, numbers or nested lists of them, all at one depth
   * @throws ShapeException if the blocks do not fit, or the depths differ
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static Array block(Object blocks) {
    int depth = depth(blocks);
    return block(blocks, depth, Math.max(depth, rank(blocks)));
  }

  private static int depth(Object blocks) {
    return blocks instanceof List<?> l && !l.isEmpty() ? 1 + depth(l.getFirst()) : 0;
  }

  private static int rank(Object blocks) {
    return blocks instanceof List<?> l
        ? l.stream().mapToInt(NumpyJoining::rank).max().orElse(0)
        : asarray(blocks).ndim();
  }

  private static Array block(Object blocks, int depth, int rank) {
    if (depth == 0 && !(blocks instanceof List<?>)) {
      var x = asarray(blocks);
      return reshape(
          x,
          IntStream.range(0, rank)
              .map(i -> i < rank - x.ndim() ? 1 : x.shape(i - rank + x.ndim()))
              .toArray());
    }
    if (depth == 0 || !(blocks instanceof List<?> parts)) {
      throw new ShapeException(
          "block: the lists must be nested to one depth everywhere, got " + blocks + ".");
    }
    return concatenate(parts.stream().map(p -> block(p, depth - 1, rank)).toList(), -depth);
  }

  /**
   * Equal parts along an axis. {@code jnp.split}.
   *
   * {@snippet :
   * jnp.split(jnp.arange(4).reshape(2, 2), 2, 1) // => [[[0] [2]], [[1] [3]]]
   * }
   *
   * @throws ShapeException if the axis does not divide; {@link #arraySplit} takes what is left over
   */
  public static List<Array> split(Array x, int sections, int axis) {
    int at = Dims.axis("split", axis, x.ndim());
    int n = x.shape(at);
    if (sections <= 0 || n % sections != 0) {
      throw new ShapeException(
          "split: axis "
              + axis
              + " of "
              + x.aval()
              + " cannot be cut in "
              + sections
              + " equal parts.");
    }
    int part = n / sections;
    var parts = new ArrayList<Array>();
    for (int i = 0; i < sections; i++) {
      parts.add(Array.of(Slicing.sliceAxis(x.value(), at, i * part, (i + 1) * part)));
    }
    return List.copyOf(parts);
  }

  /** Equal parts along the first axis. {@code jnp.split}. */
  public static List<Array> split(Array x, int sections) {
    return split(x, sections, 0);
  }

  /**
   * The parts before, between and after these positions along the first axis. {@code jnp.split}.
   *
   * {@snippet :
   * jnp.split(jnp.arange(5), new int[] {1, 3}) // => [[0], [1 2], [3 4]]
   * }
   */
  public static List<Array> split(Array x, int[] indices) {
    return split(x, indices, 0);
  }

  /** The parts before, between and after these positions along an axis. {@code jnp.split}. */
  public static List<Array> split(Array x, int[] indices, int axis) {
    int at = Dims.axis("split", axis, x.ndim());
    int n = x.shape(at);
    var parts = new ArrayList<Array>();
    int start = 0;
    for (int i = 0; i <= indices.length; i++) {
      int position = i == indices.length ? n : indices[i] < 0 ? indices[i] + n : indices[i];
      int end = Math.clamp(position, 0, n);
      parts.add(Array.of(Slicing.sliceAxis(x.value(), at, Math.min(start, end), end)));
      start = end;
    }
    return List.copyOf(parts);
  }

  /**
   * Parts along the first axis, the first ones longer by one where they cannot be equal. {@code
   * jnp.array_split}.
   *
   * {@snippet :
   * jnp.arraySplit(jnp.arange(5), 2) // => [[0 1 2], [3 4]]
   * }
   *
   * @throws ShapeException if there are fewer than 1 parts
   */
  public static List<Array> arraySplit(Array x, int sections) {
    return arraySplit(x, sections, 0);
  }

  /**
   * Parts along an axis, the first ones longer by one where they cannot be equal. {@code
   * jnp.array_split}.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static List<Array> arraySplit(Array x, int sections, int axis) {
    if (sections <= 0) {
      throw new ShapeException("arraySplit: wanted at least one part, got " + sections + ".");
    }
    int n = x.shape(Dims.axis("arraySplit", axis, x.ndim()));
    if (sections - 1 > Math.max(n, MOST_EMPTY_PARTS)) {
      throw new ShapeException(
          "arraySplit: axis "
              + axis
              + " of "
              + x.aval()
              + " cannot be cut into "
              + sections
              + " parts, nearly all of them empty.");
    }
    var ends =
        IntStream.range(1, sections).map(i -> i * (n / sections) + Math.min(i, n % sections));
    return split(x, ends.toArray(), axis);
  }

  /**
   * Parts along the second axis, of a vector along the first. {@code jnp.hsplit}.
   *
   * {@snippet :
   * jnp.hsplit(jnp.array(new int[][] {{1, 2}, {3, 4}}), 2) // => [[[1] [3]], [[2] [4]]]
   * }
   *
   * @throws ShapeException if the axis does not divide
   */
  public static List<Array> hsplit(Array x, int sections) {
    return split(x, sections, x.ndim() == 1 ? 0 : 1);
  }

  /**
   * Parts along the first axis. {@code jnp.vsplit}.
   *
   * {@snippet :
   * jnp.vsplit(jnp.array(new int[][] {{1, 2}, {3, 4}}), 2) // => [[[1 2]], [[3 4]]]
   * }
   *
   * @throws ShapeException if the axis does not divide
   */
  public static List<Array> vsplit(Array x, int sections) {
    return split(x, sections, 0);
  }

  /**
   * Parts along the third axis. {@code jnp.dsplit}.
   *
   * {@snippet :
   * jnp.dsplit(jnp.ones(1, 1, 4), 2) // => [[[[1. 1.]]], [[[1. 1.]]]]
   * }
   *
   * @throws ShapeException if the axis does not divide
   */
  public static List<Array> dsplit(Array x, int sections) {
    return split(x, sections, 2);
  }

  /**
   * The arrays along the first axis. {@code jnp.unstack}.
   *
   * {@snippet :
   * jnp.unstack(jnp.array(new int[][] {{1, 2}, {3, 4}})) // => [[1 2], [3 4]]
   * }
   *
   * @throws ShapeException if x is a scalar
   */
  public static List<Array> unstack(Array x) {
    return unstack(x, 0);
  }

  /** The arrays along an axis, which they no longer have. {@code jnp.unstack}. */
  public static List<Array> unstack(Array x, int axis) {
    int at = Dims.axis("unstack", axis, x.ndim());
    return x.shape(at) == 0
        ? List.of()
        : split(x, x.shape(at), at).stream().map(part -> squeeze(part, at)).toList();
  }
}
