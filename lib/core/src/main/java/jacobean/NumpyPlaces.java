package jacobean;

import jacobean.core.HostArray;
import jacobean.error.IndexException;
import jacobean.error.ShapeException;
import jacobean.index.NonZero;
import jacobean.op.Gathering;
import jacobean.op.Shaping;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** The part of {@link jnp} that makes arrays of places: of diagonals, triangles and grids. */
abstract sealed class NumpyPlaces extends NumpyIndexing permits NumpyArrangement {
  /**
   * For each axis of a shape an array of the places along it. int32 of the shape with the number of
   * axes before it. {@code jnp.indices}.
   *
   * {@snippet :
   * jnp.indices(2, 2) // => [[[0 0] [1 1]] [[0 1] [0 1]]]
   * }
   *
   * @throws ShapeException if a length is negative
   */
  public static Array indices(int... dimensions) {
    var shape = Shape.of(dimensions);
    return dimensions.length == 0
        ? zeros(Shape.of(0), DType.INT32)
        : stack(
            IntStream.range(0, dimensions.length)
                .mapToObj(i -> Array.of(Shaping.iota(shape, DType.INT32, i)))
                .toList());
  }

  /**
   * The places on the diagonal of an n by n matrix. {@code jnp.diag_indices}.
   *
   * {@snippet :
   * jnp.diagIndices(3) // => [[0 1 2], [0 1 2]]
   * jnp.zeros(2, 2).at(jnp.diagIndices(2).toArray()).set(1) // => [[1. 0.] [0. 1.]]
   * }
   *
   * @throws ShapeException if n is negative or there is no axis
   */
  public static List<Array> diagIndices(int n) {
    return diagIndices(n, 2);
  }

  /** The places on the diagonal of an array with more axes. */
  public static List<Array> diagIndices(int n, int ndim) {
    if (n < 0 || ndim < 1) {
      throw new ShapeException(
          "diagIndices: wanted a length from 0 and one axis at least, got "
              + n
              + " and "
              + ndim
              + ".");
    }
    return java.util.Collections.nCopies(ndim, arange(n));
  }

  /**
   * The places on the diagonal of this array. {@code jnp.diag_indices_from}.
   *
   * {@snippet :
   * jnp.diagIndicesFrom(jnp.ones(2, 2)) // => [[0 1], [0 1]]
   * }
   *
   * @throws ShapeException if x has too few axes
   */
  public static List<Array> diagIndicesFrom(Array x) {
    return diagIndices(x.shape(0), x.ndim());
  }

  /**
   * The places of the lower triangle of an n by n matrix, diagonal included. {@code
   * jnp.tril_indices}.
   *
   * {@snippet :
   * jnp.trilIndices(2) // => [[0 1 1], [0 0 1]]
   * }
   *
   * @throws ShapeException if a length is negative
   */
  public static List<Array> trilIndices(int n) {
    return trilIndices(n, 0, n);
  }

  /** {@link #trilIndices(int)} below the k-th diagonal. */
  public static List<Array> trilIndices(int n, int k) {
    return trilIndices(n, k, n);
  }

  /** {@link #trilIndices(int)} of an n by m matrix, below the k-th diagonal. */
  public static List<Array> trilIndices(int n, int k, int m) {
    return places("trilIndices", n, m, (row, column) -> column <= row + k);
  }

  /**
   * The places of the upper triangle of an n by n matrix, diagonal included. {@code
   * jnp.triu_indices}.
   *
   * {@snippet :
   * jnp.triuIndices(2) // => [[0 0 1], [0 1 1]]
   * }
   *
   * @throws ShapeException if a length is negative
   */
  public static List<Array> triuIndices(int n) {
    return triuIndices(n, 0, n);
  }

  /** {@link #triuIndices(int)} above the k-th diagonal. */
  public static List<Array> triuIndices(int n, int k) {
    return triuIndices(n, k, n);
  }

  /** {@link #triuIndices(int)} of an n by m matrix, above the k-th diagonal. */
  public static List<Array> triuIndices(int n, int k, int m) {
    return places("triuIndices", n, m, (row, column) -> column >= row + k);
  }

  /** Known from the lengths alone, so also inside traced functions. */
  private static List<Array> places(
      String operation, int rows, int columns, BiPredicate<Long, Long> kept) {
    if (rows < 0 || columns < 0) {
      throw new ShapeException(
          operation + ": a matrix has no negative lengths, got " + rows + " and " + columns + ".");
    }
    var mask =
        HostArray.ofIntegers(
            Aval.of(Shape.of(rows, columns), DType.BOOL),
            i -> kept.test(i / columns, i % columns) ? 1 : 0);
    return NonZero.of(mask, null).stream().map(x -> Array.of(x.toConcrete())).toList();
  }

  /**
   * The places of the lower triangle of this matrix. {@code jnp.tril_indices_from}.
   *
   * {@snippet :
   * jnp.trilIndicesFrom(jnp.ones(2, 2)) // => [[0 1 1], [0 0 1]]
   * }
   *
   * @throws ShapeException if x has fewer than two axes
   */
  public static List<Array> trilIndicesFrom(Array x) {
    return trilIndices(x.shape(0), 0, x.shape(1));
  }

  /**
   * The places of the upper triangle of this matrix. {@code jnp.triu_indices_from}.
   *
   * {@snippet :
   * jnp.triuIndicesFrom(jnp.ones(2, 2)) // => [[0 0 1], [0 1 1]]
   * }
   *
   * @throws ShapeException if x has fewer than two axes
   */
  public static List<Array> triuIndicesFrom(Array x) {
    return triuIndices(x.shape(0), 0, x.shape(1));
  }

  /**
   * The places of an n by n matrix that a function of it and k keeps, as {@code jnp::triu}. {@code
   * jnp.mask_indices}.
   *
   * {@snippet :
   * jnp.maskIndices(2, jnp::triu, 0) // => [[0 0 1], [0 1 1]]
   * }
   *
   * @throws ShapeException if a length is negative
   */
  public static List<Array> maskIndices(
      int n, java.util.function.BiFunction<Array, Integer, Array> maskFunc, int k) {
    return nonzero(maskFunc.apply(ones(n, n), k));
  }

  /**
   * Places in the flat array, clipped to it, as places along each axis of a shape. {@code
   * jnp.unravel_index}.
   *
   * {@snippet :
   * jnp.unravelIndex(jnp.array(5, 1), Shape.of(2, 3)) // => [[1 0], [2 1]]
   * }
   *
   * @throws IndexException if the indexes are no integers
   */
  public static List<Array> unravelIndex(Array indices, Shape shape) {
    long[] strides = shape.strides();
    int size = Math.toIntExact(shape.size());
    var places =
        clip(Array.of(Gathering.fromEnd(integers("unravelIndex", indices), size)), 0, size - 1);
    return IntStream.range(0, shape.rank())
        .mapToObj(i -> remainder(floorDivide(places, strides[i]), shape.dim(i)))
        .toList();
  }

  /**
   * Places along each axis of a shape as places in the flat array. {@code jnp.ravel_multi_index}.
   *
   * {@snippet :
   * jnp.ravelMultiIndex(List.of(jnp.array(1, 0), jnp.array(2, 1)), Shape.of(2, 3)) // => [5 1]
   * }
   *
   * @throws ShapeException if there is not one array for each axis, or the shapes do not broadcast
   */
  public static Array ravelMultiIndex(List<Array> multiIndex, Shape dims) {
    if (multiIndex.size() != dims.rank()) {
      throw new ShapeException(
          "ravelMultiIndex: wanted one array for each axis of "
              + dims
              + ", got "
              + multiIndex.size()
              + ".");
    }
    long[] strides = dims.strides();
    var flat = asarray(0);
    for (int i = 0; i < strides.length; i++) {
      flat = add(flat, multiply(multiIndex.get(i), strides[i]));
    }
    return flat;
  }

  /**
   * Vectors shaped so that as indexes they select all combinations. {@code jnp.ix_}.
   *
   * {@snippet :
   * var x = jnp.arange(12).reshape(3, 4);
   * x.get(jnp.ix_(jnp.array(0, 2), jnp.array(1, 3)).toArray()) // => [[1 3] [9 11]]
   * }
   */
  public static List<Array> ix_(Array... vectors) {
    int n = vectors.length;
    return IntStream.range(0, n)
        .mapToObj(
            i -> {
              var shape = new int[n];
              java.util.Arrays.fill(shape, 1);
              shape[i] = -1;
              var v = vectors[i].dtype() == DType.BOOL ? flatnonzero(vectors[i]) : vectors[i];
              return reshape(v, shape);
            })
        .toList();
  }

  /**
   * Coordinates of a grid, the first along rows: {@code meshgrid(x, y)} has shape (y.size, x.size).
   * {@code jnp.meshgrid}.
   *
   * {@snippet :
   * jnp.meshgrid(jnp.array(1, 2), jnp.array(10, 20)) // => [[[1 2] [1 2]], [[10 10] [20 20]]]
   * }
   *
   * @throws IndexException if indexing is neither "xy" nor "ij"
   * @throws ShapeException if an argument is no vector
   */
  public static List<Array> meshgrid(Array x, Array y) {
    return meshgrid(List.of(x, y), "xy");
  }

  /** {@link #meshgrid(Array, Array)} with the order of axes: {@code "xy"} or {@code "ij"}. */
  public static List<Array> meshgrid(Array x, Array y, String indexing) {
    return meshgrid(List.of(x, y), indexing);
  }

  /**
   * The coordinates of a grid that vectors span, an array for each. {@code jnp.meshgrid}.
   *
   * @param indexing {@code "ij"} for axes in the order of the vectors, {@code "xy"} for the first
   *     two exchanged
   */
  public static List<Array> meshgrid(List<Array> vectors, String indexing) {
    if (!indexing.equals("xy") && !indexing.equals("ij")) {
      throw new IndexException("meshgrid: indexing must be 'xy' or 'ij', got '" + indexing + "'.");
    }
    if (vectors.stream().anyMatch(v -> v.ndim() != 1)) {
      throw new ShapeException(
          "meshgrid: wanted vectors, got " + vectors.stream().map(Array::aval).toList() + ".");
    }
    var columns = ix_(vectors.toArray(Array[]::new));
    var shape = Promote.common("meshgrid", columns.stream().map(Array::shape).toList());
    boolean exchange = indexing.equals("xy") && vectors.size() > 1;
    return columns.stream()
        .map(c -> Array.of(Promote.to(c.value(), shape)))
        .map(c -> exchange ? swapaxes(c, 0, 1) : c)
        .toList();
  }
}
