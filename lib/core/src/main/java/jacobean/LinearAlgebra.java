package jacobean;

import jacobean.error.ShapeException;
import jacobean.op.Factorizations;
import jacobean.op.Matrices;
import jacobean.op.Shaping;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Linear algebra: {@code jax.numpy.linalg}. Matrices are the last two axes, and leading axes are
 * stacks of them; they may be complex. Integers become float32. The engine computes factorizations
 * with LAPACK, as JAX does, in float32 and float64.
 *
 * {@snippet :
 * jnp.linalg.solve(jnp.array(new double[][] {{2, 0}, {0, 4}}), jnp.array(2., 4.)) // => [1. 1.]
 * }
 */
public abstract class LinearAlgebra extends LinearEquations {
  LinearAlgebra() {}

  /**
   * The sign of a determinant and the logarithm of its absolute value.
   *
   * {@snippet :
   * jnp.linalg.slogdet(jnp.eye(2).times(-1)) // => Slogdet[sign=1.0, logabsdet=0.0]
   * }
   */
  public record Slogdet(Array sign, Array logabsdet) {}

  // --- Numbers of a matrix ---

  /**
   * The determinants. {@code jnp.linalg.det}.
   *
   * {@snippet :
   * jnp.linalg.det(jnp.array(new double[][] {{1, 2}, {3, 4}})) // => -2.0
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   * @throws ShapeException if a has fewer than two axes, or the last two axes differ in length
   */
  public static Array det(Array a) {
    var x = Array.of(square("det", a));
    return switch (a.shape(-1)) {
      case 1 -> x.get("...", 0, 0);
      case 2 -> minor(x, 0, 1);
      // Polynomials, so that their gradient is right for singular matrices, too.
      case 3 -> {
        var first = at(x, 0, 0).times(pair(x, 1, 2));
        var second = at(x, 0, 1).times(pair(x, 2, 0));
        yield first.plus(second).plus(at(x, 0, 2).times(pair(x, 0, 1)));
      }
      default ->
          jax.customJvp(
                  LinearAlgebra::detByElimination,
                  (Array y, Array dy) -> {
                    var moved = jnp.trace(Cofactors.times(y, dy), 0, -2, -1);
                    return jax.dual(det(y), moved);
                  })
              .apply(x);
    };
  }

  private static Array detByElimination(Array x) {
    var lu = new Factorizations.Lu().bind(List.of(x.value()));
    var diagonal = Array.of(Matrices.diagonal(lu.get(0)));
    return jnp.prod(diagonal, -1).times(paritySign(Array.of(lu.get(1)), x.dtype()));
  }

  private static Array at(Array x, int row, int column) {
    return x.get("...", row, column);
  }

  private static Array minor(Array x, int i, int j) {
    return at(x, 0, i).times(at(x, 1, j)).minus(at(x, 0, j).times(at(x, 1, i)));
  }

  /** The determinant of the last two rows of three and two columns. */
  private static Array pair(Array x, int i, int j) {
    return at(x, 1, i).times(at(x, 2, j)).minus(at(x, 1, j).times(at(x, 2, i)));
  }

  /** -1 for every row that was exchanged with another, multiplied. */
  static Array paritySign(Array pivots, DType dtype) {
    var here = Shaping.iota(pivots.shape(), DType.INT32, pivots.ndim() - 1);
    var exchanged = pivots.ne(Array.of(here));
    return jnp.prod(jnp.where(exchanged, -1., jnp.ones(pivots.shape(), dtype)), -1);
  }

  /**
   * The sign of the determinant (of complex matrices a number of size 1) and the logarithm of its
   * absolute value, which does not overflow; 0 and minus infinity of singular matrices. {@code
   * jnp.linalg.slogdet}.
   *
   * {@snippet :
   * jnp.linalg.slogdet(jnp.eye(3).times(2)).logabsdet() // => 2.0794415
   * }
   *
   * @throws jacobean.error.DTypeException if a is of 16 bits
   * @throws ShapeException if a has fewer than two axes, or the last two axes differ in length
   */
  public static Slogdet slogdet(Array a) {
    var x = Array.of(square("slogdet", a));
    if (a.shape(-1) == 1 || a.shape(-1) == 2) {
      var d = det(x);
      return new Slogdet(x.dtype().isComplex() ? directions(d) : jnp.sign(d), jnp.log(jnp.abs(d)));
    }
    var lu = new Factorizations.Lu().bind(List.of(x.value()));
    var diagonal = Array.of(Matrices.diagonal(lu.get(0)));
    var signs = x.dtype().isComplex() ? directions(diagonal) : signs(diagonal);
    var sign = jnp.prod(signs, -1).times(paritySign(Array.of(lu.get(1)), x.dtype()));
    return new Slogdet(sign, jnp.sum(jnp.log(jnp.abs(diagonal)), -1));
  }

  /** As JAX has it, where NaN counts as positive. */
  private static Array signs(Array x) {
    return jnp.where(jnp.isnan(x), 1., jnp.sign(x));
  }

  /** Numbers over their sizes, which move as they do; 0 of 0. */
  private static Array directions(Array z) {
    var zero = z.eq(0);
    return jnp.where(zero, 0, z.div(jnp.abs(jnp.where(zero, 1, z))));
  }

  // --- Products ---

  /**
   * A product of n equal matrices, in their dtype; negative n takes the inverse, floating. {@code
   * jnp.linalg.matrix_power}.
   *
   * {@snippet :
   * jnp.linalg.matrixPower(jnp.array(new double[][] {{1, 1}, {0, 1}}), 3) // => [[1. 3.] [0. 1.]]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   * @throws ShapeException if a has fewer than two axes, or the last two axes differ in length
   */
  public static Array matrixPower(Array a, int n) {
    square("matrixPower", a);
    if (n < 0) {
      var inverse = inv(a);
      // The smallest int has no opposite.
      return n == Integer.MIN_VALUE
          ? jnp.matmul(matrixPower(inverse, Integer.MAX_VALUE), inverse)
          : matrixPower(inverse, -n);
    }
    if (n == 0) {
      return Array.of(Matrices.eye(Matrices.leading(a.value()), a.shape(-1), a.dtype()));
    }
    if (n == 1) {
      return a;
    }
    var root = matrixPower(a, n / 2);
    var even = jnp.matmul(root, root);
    return n % 2 == 0 ? even : jnp.matmul(even, a);
  }

  /**
   * The product of many matrices, in the order of least work. The first and the last may be
   * vectors. {@code jnp.linalg.multi_dot}.
   *
   * {@snippet :
   * jnp.linalg.multiDot(List.of(jnp.ones(2, 100), jnp.ones(100, 3), jnp.ones(3))) // => [300. 300.]
   * }
   *
   * @throws ShapeException if the inner lengths differ
   */
  public static Array multiDot(List<Array> arrays) {
    requireChain(arrays);
    int n = arrays.size();
    var lengths = new long[n + 1];
    for (int i = 0; i < n; i++) {
      lengths[i] = arrays.get(i).ndim() == 1 && i == 0 ? 1 : arrays.get(i).shape(0);
    }
    lengths[n] = arrays.getLast().ndim() == 1 ? 1 : arrays.getLast().shape(1);
    return chain(arrays, splits(lengths, n), 0, n - 1);
  }

  private static void requireChain(List<Array> arrays) {
    boolean matrices = arrays.size() >= 2;
    boolean fits = true;
    for (int i = 0; i < arrays.size(); i++) {
      var x = arrays.get(i);
      boolean end = i == 0 || i == arrays.size() - 1;
      matrices &= x.ndim() == 2 || end && x.ndim() == 1;
      fits &= !matrices || i == 0 || arrays.get(i - 1).shape(-1) == x.shape(0);
    }
    if (!matrices || !fits) {
      throw new ShapeException(
          "multiDot: wanted two matrices or more (the first and the last may be vectors), each with"
              + " as many rows as the one before has columns; got "
              + arrays.stream().map(Array::aval).toList()
              + ".");
    }
  }

  /** For each run i..j, where to split it so that the fewest numbers are multiplied. */
  private static int[][] splits(long[] lengths, int n) {
    var cost = new double[n][n];
    var split = new int[n][n];
    for (int length = 1; length < n; length++) {
      for (int i = 0; i + length < n; i++) {
        int j = i + length;
        cost[i][j] = Double.POSITIVE_INFINITY;
        for (int k = i; k < j; k++) {
          double here =
              cost[i][k] + cost[k + 1][j] + (double) lengths[i] * lengths[k + 1] * lengths[j + 1];
          if (here < cost[i][j]) {
            cost[i][j] = here;
            split[i][j] = k;
          }
        }
      }
    }
    return split;
  }

  private static Array chain(List<Array> arrays, int[][] split, int i, int j) {
    return i == j
        ? arrays.get(i)
        : jnp.dot(chain(arrays, split, i, split[i][j]), chain(arrays, split, split[i][j] + 1, j));
  }

  /**
   * All products of an element of one vector and one of another. {@code jnp.linalg.outer}.
   *
   * {@snippet :
   * jnp.linalg.outer(jnp.array(1, 2), jnp.array(10, 20)) // => [[10 20] [20 40]]
   * }
   *
   * @throws ShapeException unless both are vectors
   */
  public static Array outer(Array x, Array y) {
    if (x.ndim() != 1 || y.ndim() != 1) {
      throw new ShapeException(
          "outer: wanted two vectors, got "
              + x.aval()
              + " and "
              + y.aval()
              + ". jnp.outer takes arrays of any rank.");
    }
    return jnp.outer(x, y);
  }

  /**
   * The diagonals of matrices. {@code jnp.linalg.diagonal}.
   *
   * {@snippet :
   * jnp.linalg.diagonal(jnp.ones(5, 2, 3)).shape() // => (5, 2)
   * }
   *
   * @throws ShapeException if x has fewer than two axes
   */
  public static Array diagonal(Array x) {
    return Array.of(Matrices.diagonal(x.value()));
  }

  /** The diagonals of matrices, {@code offset} above the main one. */
  public static Array diagonal(Array x, int offset) {
    return Array.of(Matrices.diagonal(x.value(), offset));
  }

  /**
   * The sums of the diagonals of matrices. {@code jnp.linalg.trace}.
   *
   * {@snippet :
   * jnp.linalg.trace(jnp.array(new double[][] {{2, 1}, {0, 3}})) // => 5.0
   * }
   *
   * @throws ShapeException if x has too few axes
   */
  public static Array trace(Array x) {
    return jnp.trace(x, 0, -2, -1);
  }

  /**
   * Rows and columns swapped. {@code jnp.linalg.matrix_transpose}.
   *
   * {@snippet :
   * jnp.linalg.matrixTranspose(jnp.ones(5, 2, 3)).shape() // => (5, 3, 2)
   * }
   *
   * @throws ShapeException if x has fewer than two axes
   */
  public static Array matrixTranspose(Array x) {
    return jnp.matrixTranspose(x);
  }

  /**
   * The product of matrices, as {@link jnp#matmul}. {@code jnp.linalg.matmul}.
   *
   * {@snippet :
   * jnp.linalg.matmul(jnp.ones(2, 3), jnp.ones(3, 4)).shape() // => (2, 4)
   * }
   *
   * @throws ShapeException if the inner lengths differ
   */
  public static Array matmul(Array x, Array y) {
    return jnp.matmul(x, y);
  }

  /**
   * {@code jnp.vecdot}: the sum of products along the last axis.
   *
   * {@snippet :
   * jnp.linalg.vecdot(jnp.array(1., 2.), jnp.array(3., 4.)) // => 11.0
   * }
   *
   * @throws ShapeException if the shapes do not broadcast, or there is no such axis
   */
  public static Array vecdot(Array x, Array y) {
    return jnp.vecdot(x, y);
  }

  /**
   * {@code jnp.tensordot} over two axes.
   *
   * {@snippet :
   * jnp.linalg.tensordot(jnp.ones(2, 3), jnp.ones(2, 3)) // => 6.0
   * }
   *
   * @throws ShapeException if the axes summed over do not fit
   */
  public static Array tensordot(Array x, Array y) {
    return jnp.tensordot(x, y);
  }

  /** {@code jnp.tensordot} over so many axes. */
  public static Array tensordot(Array x, Array y, int axes) {
    return jnp.tensordot(x, y, axes);
  }

  /**
   * The cross products of vectors of three elements along the last axis. {@code jnp.linalg.cross}.
   *
   * {@snippet :
   * jnp.linalg.cross(jnp.array(1., 0., 0.), jnp.array(0., 1., 0.)) // => [0. 0. 1.]
   * }
   *
   * @throws ShapeException if they have another length
   */
  public static Array cross(Array x, Array y) {
    return cross(x, y, -1);
  }

  /** {@link #cross(Array, Array)} along another axis. */
  public static Array cross(Array x, Array y, int axis) {
    if (x.shape(axis) != 3 || y.shape(axis) != 3) {
      throw new ShapeException(
          "cross: wanted vectors of 3 elements along axis "
              + axis
              + ", got "
              + x.aval()
              + " and "
              + y.aval()
              + ". jnp.cross takes vectors of 2, too.");
    }
    return jnp.cross(x, y, axis);
  }

  /**
   * The inverse of a tensor whose first {@code ind} axes are as large as the others together.
   * {@code jnp.linalg.tensorinv}.
   *
   * {@snippet :
   * jnp.linalg.tensorinv(jnp.eye(4).reshape(2, 2, 4)).shape() // => (4, 2, 2)
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   * @throws ShapeException if they are not
   */
  public static Array tensorinv(Array a, int ind) {
    if (ind < 1 || ind > a.ndim()) {
      throw new ShapeException(
          "tensorinv: ind must be from 1 to "
              + a.ndim()
              + " for "
              + a.aval()
              + ", got "
              + ind
              + ".");
    }
    var dims = a.shape().toArray();
    long rows = Shape.of(Arrays.copyOf(dims, ind)).size();
    if (rows * rows != a.size()) {
      throw new ShapeException(
          "tensorinv: the first "
              + ind
              + " axes must have as many elements as the others, got "
              + a.aval()
              + ".");
    }
    var turned = new int[dims.length];
    for (int i = 0; i < dims.length; i++) {
      turned[i] = dims[(i + ind) % dims.length];
    }
    int n = Math.toIntExact(rows);
    return inv(a.reshape(n, n)).reshape(turned);
  }

  /** {@link #tensorinv(Array, int)} of the first two axes. */
  public static Array tensorinv(Array a) {
    return tensorinv(a, 2);
  }

  /**
   * x with {@code tensordot(a, x, x.ndim()) = b}. {@code jnp.linalg.tensorsolve}.
   *
   * {@snippet :
   * jnp.linalg.tensorsolve(jnp.eye(4).reshape(2, 2, 4), jnp.ones(2, 2)) // => [1. 1. 1. 1.]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   * @throws ShapeException if the first axes of a are not b's, or the others have not as many
   *     elements
   */
  public static Array tensorsolve(Array a, Array b) {
    var dims = a.shape().toArray();
    boolean fits =
        a.ndim() >= b.ndim() && Shape.of(Arrays.copyOf(dims, b.ndim())).equals(b.shape());
    if (!fits || b.size() * b.size() != a.size()) {
      throw new ShapeException(
          "tensorsolve: wanted a tensor that has the axes of "
              + b.aval()
              + " and then axes with as many elements, got "
              + a.aval()
              + ".");
    }
    int n = Math.toIntExact(b.size());
    return solve(a.reshape(n, n), b.ravel())
        .reshape(Arrays.copyOfRange(dims, b.ndim(), dims.length));
  }
}
