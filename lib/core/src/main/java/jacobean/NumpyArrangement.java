package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of {@link jnp} that repeats, rolls, inserts and deletes, and takes diagonals and
 * triangles.
 */
abstract sealed class NumpyArrangement extends NumpyPlaces permits NumpySorting {

  // --- Repeating and shifting ---

  /**
   * Each element of the flat array several times. {@code jnp.repeat}.
   *
   * {@snippet :
   * jnp.repeat(jnp.array(1, 2), 2) // => [1 1 2 2]
   * }
   */
  public static Array repeat(Array x, int repeats) {
    return repeat(ravel(x), repeats, 0);
  }

  /**
   * Each part along an axis several times.
   *
   * {@snippet :
   * jnp.repeat(jnp.array(new int[][] {{1, 2}, {3, 4}}), 2, 1) // => [[1 1 2 2] [3 3 4 4]]
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array repeat(Array x, int repeats, int axis) {
    int at = Dims.axis("repeat", axis, x.ndim());
    if (repeats < 0) {
      throw new ShapeException(
          "repeat: the number of repeats must not be negative, got " + repeats + ".");
    }
    var shape = x.shape().insert(at + 1, repeats);
    var copies = broadcastTo(expandDims(x, at + 1), shape.toArray());
    return reshape(copies, x.shape().with(at, x.shape(at) * repeats).toArray());
  }

  /**
   * Each part along an axis as often as an array of integers, not traced, says.
   *
   * {@snippet :
   * jnp.repeat(jnp.array(7, 8, 9), jnp.array(2, 0, 1), 0) // => [7 7 9]
   * }
   */
  public static Array repeat(Array x, Array repeats, int axis) {
    int at = Dims.axis("repeat", axis, x.ndim());
    var counts = broadcastTo(ravel(repeats), x.shape(at)).toLongs();
    if (Arrays.stream(counts).anyMatch(n -> n < 0)) {
      throw new ShapeException(
          "repeat: the numbers of repeats must not be negative, got " + repeats + ".");
    }
    var places =
        IntStream.range(0, counts.length)
            .flatMap(i -> IntStream.generate(() -> i).limit(counts[i]))
            .toArray();
    return take(x, array(places), at);
  }

  /**
   * The elements of the flat array moved on by some places, round the end. {@code jnp.roll}.
   *
   * {@snippet :
   * jnp.roll(jnp.array(1, 2, 3, 4), 1) // => [4 1 2 3]
   * }
   */
  public static Array roll(Array x, int shift) {
    return reshape(roll(ravel(x), shift, 0), x.shape().toArray());
  }

  /**
   * The elements moved on along an axis, round the end.
   *
   * {@snippet :
   * jnp.roll(jnp.array(new int[][] {{1, 2, 3}, {4, 5, 6}}), -1, 1) // => [[2 3 1] [5 6 4]]
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array roll(Array x, int shift, int axis) {
    int at = Dims.axis("roll", axis, x.ndim());
    int n = x.shape(at);
    int cut = n == 0 ? 0 : Math.floorMod(-(long) shift, n);
    return cut == 0 ? x : concatenate(List.of(part(x, at, cut, n), part(x, at, 0, cut)), at);
  }

  /** {@link #roll(Array, int, int)} along several axes. */
  public static Array roll(Array x, int[] shift, int[] axis) {
    if (shift.length != axis.length) {
      throw new ShapeException(
          "roll: wanted one shift for each axis, got "
              + Arrays.toString(shift)
              + " for "
              + Arrays.toString(axis)
              + ".");
    }
    var rolled = x;
    for (int i = 0; i < shift.length; i++) {
      rolled = roll(rolled, shift[i], axis[i]);
    }
    return rolled;
  }

  /**
   * The elements over and over, to fill another shape. {@code jnp.resize}.
   *
   * {@snippet :
   * jnp.resize(jnp.array(1, 2, 3), 2, 4) // => [[1 2 3 1] [2 3 1 2]]
   * }
   *
   * @throws ShapeException if a length is negative
   */
  public static Array resize(Array x, int... newShape) {
    var shape = Shape.of(newShape);
    if (x.size() == 0 || shape.size() == 0) {
      return zeros(shape, x.dtype());
    }
    int times = Math.toIntExact(Math.ceilDiv(shape.size(), x.size()));
    var flat = ravel(x);
    var copies = ravel(broadcastTo(flat, times, flat.shape(0)));
    return reshape(part(copies, 0, 0, Math.toIntExact(shape.size())), newShape);
  }

  private static Array part(Array x, int axis, int start, int limit) {
    return Array.of(Slicing.sliceAxis(x.value(), axis, start, limit));
  }

  // --- Adding and removing ---

  /**
   * The flat array without the element at a place. {@code jnp.delete}.
   *
   * {@snippet :
   * jnp.delete(jnp.array(1, 2, 3), 1) // => [1 3]
   * }
   *
   * @throws jacobean.error.IndexException if there is no such place
   */
  public static Array delete(Array x, int index) {
    return delete(ravel(x), index, 0);
  }

  /** Without the part at a place of an axis. */
  public static Array delete(Array x, int index, int axis) {
    return delete(x, array(new int[] {index}), axis);
  }

  /**
   * Without the parts at places of an axis, which are not traced.
   *
   * {@snippet :
   * jnp.delete(jnp.array(1, 2, 3, 4), jnp.array(0, -1), 0) // => [2 3]
   * }
   */
  public static Array delete(Array x, Array indices, int axis) {
    int at = Dims.axis("delete", axis, x.ndim());
    int n = x.shape(at);
    var removed = new boolean[n];
    for (long i : indices.toLongs()) {
      removed[Math.toIntExact(place("delete", i, n, n - 1))] = true;
    }
    var kept = IntStream.range(0, n).filter(i -> !removed[i]).toArray();
    boolean single = kept.length == n - 1;
    int gap = single ? IntStream.range(0, n).filter(i -> removed[i]).findFirst().orElseThrow() : 0;
    return single
        ? concatenate(List.of(part(x, at, 0, gap), part(x, at, gap + 1, n)), at)
        : take(x, array(kept), at);
  }

  /**
   * The flat array with a number put in before a place, which is the nearest one where there is no
   * such place. {@code jnp.insert}.
   *
   * {@snippet :
   * jnp.insert(jnp.array(1, 2, 3), 1, 9) // => [1 9 2 3]
   * jnp.insert(jnp.array(1, 2, 3), 7, 9) // => [1 2 3 9]
   * }
   *
   * @throws jacobean.error.IndexException if the indexes are no integers
   */
  public static Array insert(Array x, int index, Number value) {
    return insert(x, index, asarray(value));
  }

  /** The flat array with values put in before a place. */
  public static Array insert(Array x, int index, Array values) {
    return insert(ravel(x), index, ravel(values), 0);
  }

  /**
   * The array with values put in before a place of an axis; they broadcast along the other axes and
   * take the array's dtype.
   *
   * {@snippet :
   * var x = jnp.array(new int[][] {{1, 2}, {3, 4}});
   * jnp.insert(x, 1, jnp.array(8, 9), 1) // => [[1 8 2] [3 9 4]]
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array insert(Array x, int index, Array values, int axis) {
    int at = Dims.axis("insert", axis, x.ndim());
    int n = x.shape(at);
    int gap = Math.clamp(index < 0 ? index + n : index, 0, n);
    var typed = values.astype(x.dtype());
    var whole =
        typed.ndim() < x.ndim() && typed.ndim() > 0 && x.ndim() > 1
            ? expandDims(typed, Math.min(at, typed.ndim()))
            : typed;
    int length = whole.ndim() == x.ndim() ? whole.shape(at) : 1;
    var fitted = broadcastTo(whole, x.shape().with(at, length).toArray());
    return concatenate(List.of(part(x, at, 0, gap), fitted, part(x, at, gap, n)), at);
  }

  private static long place(String operation, long index, int length, int last) {
    long i = index < 0 ? index + length : index;
    if (i < 0 || i > last) {
      throw new jacobean.error.IndexException(
          operation
              + ": index "
              + index
              + " is out of bounds for an axis of length "
              + length
              + ".");
    }
    return i;
  }

  // --- Diagonals and triangles ---

  /**
   * The diagonal of a matrix, or of the first two axes. {@code jnp.diagonal}.
   *
   * {@snippet :
   * jnp.diagonal(jnp.array(new int[][] {{1, 2}, {3, 4}})) // => [1 4]
   * }
   *
   * @throws ShapeException if x has fewer than two axes
   */
  public static Array diagonal(Array x) {
    return diagonal(x, 0, 0, 1);
  }

  /** The diagonal that is offset columns to the right of the main one. */
  public static Array diagonal(Array x, int offset) {
    return diagonal(x, offset, 0, 1);
  }

  /** The diagonal over two axes, as the last axis of the result. */
  public static Array diagonal(Array x, int offset, int axis1, int axis2) {
    if (x.ndim() < 2) {
      throw new ShapeException(
          "diagonal: wanted an array with at least two axes, got "
              + x.aval()
              + ". Use diag to make a matrix of a vector.");
    }
    int i = Dims.axis("diagonal", axis1, x.ndim());
    int j = Dims.axis("diagonal", axis2, x.ndim());
    if (i == j) {
      throw new ShapeException(
          "diagonal: axis1 and axis2 must differ, got " + axis1 + " and " + axis2 + ".");
    }
    var others = IntStream.range(0, x.ndim()).filter(a -> a != i && a != j);
    var last = transpose(x, IntStream.concat(others, IntStream.of(i, j)).toArray());
    int n =
        Math.max(0, Math.min(x.shape(i) + Math.min(offset, 0), x.shape(j) - Math.max(offset, 0)));
    var places = arange(n);
    return last.get("...", add(places, Math.max(0, -offset)), add(places, Math.max(0, offset)));
  }

  /**
   * The matrix with a vector on its diagonal, or the diagonal of a matrix. {@code jnp.diag}.
   *
   * {@snippet :
   * jnp.diag(jnp.array(1, 2)) // => [[1 0] [0 2]]
   * jnp.diag(jnp.array(new int[][] {{1, 2}, {3, 4}})) // => [1 4]
   * }
   *
   * @throws ShapeException if v has neither one nor two axes
   */
  public static Array diag(Array v) {
    return diag(v, 0);
  }

  /** {@link #diag(Array)} for the k-th diagonal. */
  public static Array diag(Array v, int k) {
    if (v.ndim() == 2) {
      return diagonal(v, k);
    }
    if (v.ndim() != 1) {
      throw new ShapeException("diag: wanted a vector or a matrix, got " + v.aval() + ".");
    }
    int n = Shape.length("diag", v.shape(0) + Math.abs((long) k));
    var shape = Shape.of(n, n);
    var zero = Arithmetic.constant(v.dtype(), 0);
    int before = Math.max(0, k);
    var padded =
        Slicing.pad(
            v.value(),
            zero,
            new Slicing.Padding(
                jacobean.type.Axes.of(before),
                jacobean.type.Axes.of(Math.abs(k) - before),
                jacobean.type.Axes.of(0)));
    // In row i the k-th diagonal has column i + k, and the padded vector its element there.
    var columns = Shaping.broadcastInDim(padded, shape, jacobean.type.Axes.of(1));
    return Array.of(Comparison.select(diagonalAt(shape, k, 0, 1), columns, zero));
  }

  /**
   * The matrix with the elements of an array on its diagonal. {@code jnp.diagflat}.
   *
   * {@snippet :
   * jnp.diagflat(jnp.array(new int[][] {{1, 2}, {3, 4}})).shape() // => (4, 4)
   * }
   */
  public static Array diagflat(Array v) {
    return diag(ravel(v));
  }

  /**
   * {@link #diagflat(Array)} on the k-th diagonal.
   *
   * @throws ShapeException if the matrix would have more than 2^31 - 1 rows
   */
  public static Array diagflat(Array v, int k) {
    return diag(ravel(v), k);
  }

  /**
   * The array with the diagonal of its first two axes filled with a number. {@code
   * jnp.fill_diagonal}.
   *
   * {@snippet :
   * jnp.fillDiagonal(jnp.ones(2, 2), 5) // => [[5. 1.] [1. 5.]]
   * }
   *
   * @throws ShapeException if x has fewer than two axes
   */
  public static Array fillDiagonal(Array x, Number value) {
    if (x.ndim() < 2) {
      throw new ShapeException(
          "fillDiagonal: wanted an array with at least two axes, got " + x.aval() + ".");
    }
    int n = IntStream.of(x.shape().toArray()).min().orElseThrow();
    var places = new Object[x.ndim()];
    Arrays.fill(places, arange(n));
    return x.at(places).set(value);
  }

  /**
   * Ones on and below the diagonal of an n by n matrix, float32. {@code jnp.tri}.
   *
   * {@snippet :
   * jnp.tri(3) // => [[1. 0. 0.] [1. 1. 0.] [1. 1. 1.]]
   * }
   *
   * @throws ShapeException if a length is negative
   */
  public static Array tri(int N) {
    return tri(N, N, 0);
  }

  /** Ones on and below the k-th diagonal of an n by m matrix, float32. */
  public static Array tri(int N, int M, int k) {
    return counted(below(Shape.of(N, M), k), DType.FLOAT32);
  }

  /**
   * The matrix, or the last two axes, with zeros above the diagonal. {@code jnp.tril}.
   *
   * {@snippet :
   * jnp.tril(jnp.array(new int[][] {{1, 2}, {3, 4}})) // => [[1 0] [3 4]]
   * }
   *
   * @throws ShapeException if x has fewer than two axes
   */
  public static Array tril(Array x) {
    return tril(x, 0);
  }

  /** {@link #tril(Array)} with zeros above the k-th diagonal. */
  public static Array tril(Array x, int k) {
    var zero = Arithmetic.constant(x.dtype(), 0);
    return Array.of(Comparison.select(below(atLeastMatrix("tril", x), k), x.value(), zero));
  }

  /**
   * The matrix, or the last two axes, with zeros below the diagonal. {@code jnp.triu}.
   *
   * {@snippet :
   * jnp.triu(jnp.array(new int[][] {{1, 2}, {3, 4}})) // => [[1 2] [0 4]]
   * }
   *
   * @throws ShapeException if x has fewer than two axes
   */
  public static Array triu(Array x) {
    return triu(x, 0);
  }

  /**
   * {@link #triu(Array)} with zeros below the k-th diagonal.
   *
   * {@snippet :
   * jnp.triu(jnp.ones(3, 3), 1) // => [[0. 1. 1.] [0. 0. 1.] [0. 0. 0.]]
   * }
   */
  public static Array triu(Array x, int k) {
    var zero = Arithmetic.constant(x.dtype(), 0);
    return Array.of(Comparison.select(below(atLeastMatrix("triu", x), k - 1), zero, x.value()));
  }

  private static Shape atLeastMatrix(String operation, Array x) {
    if (x.ndim() < 2) {
      throw new ShapeException(
          operation + ": wanted an array with at least two axes, got " + x.aval() + ".");
    }
    return x.shape();
  }

  /** Whether a place is on or below the k-th diagonal of the last two axes. */
  private static Value below(Shape shape, int k) {
    int rank = shape.rank();
    var row = Shaping.iota(shape, DType.INT32, rank - 2);
    var column = Shaping.iota(shape, DType.INT32, rank - 1);
    return Comparison.ge(Arithmetic.add(row, Arithmetic.constant(DType.INT32, k)), column);
  }
}
