package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.Factorizations;
import jacobean.op.Matrices;
import jacobean.op.Shaping;
import jacobean.op.Solves;
import jacobean.op.Spectra;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.List;

/**
 * Linear algebra: {@code jax.numpy.linalg}. Matrices are the last two axes, and leading axes are
 * stacks of them. Integers become float32.
 *
 * <pre>
 * {@code jnp.linalg.solve(jnp.array(new double[][] {{2, 0}, {0, 4}}), jnp.array(2., 4.))   // [1. 1.]}
 * </pre>
 */
public abstract class LinearAlgebra extends MatrixNorms {
  protected LinearAlgebra() {}

  /** Q with orthonormal columns and R upper triangular. */
  public record Qr(Array q, Array r) {}

  /** Eigenvalues, ascending, and eigenvectors as columns. */
  public record Eigh(Array eigenvalues, Array eigenvectors) {}

  /** The sign of a determinant and the logarithm of its absolute value. */
  public record Slogdet(Array sign, Array logabsdet) {}

  /**
   * A least squares solution, the sum of squared errors of each column, the rank of the matrix and
   * its singular values.
   */
  public record Lstsq(Array x, Array residuals, Array rank, Array s) {}

  private static Value matrices(String operation, Array a) {
    if (a.ndim() < 2) {
      throw new ShapeException(
          operation
              + ": wanted a matrix or a stack of them, got "
              + a.aval()
              + ". Add axes with jnp.expandDims.");
    }
    return Promote.toFloating(a.value());
  }

  private static Value square(String operation, Array a) {
    var x = matrices(operation, a);
    if (a.shape(-1) != a.shape(-2)) {
      throw new ShapeException(
          operation
              + ": wanted square matrices, got "
              + a.aval()
              + ". For others there are lstsq, pinv and svd.");
    }
    return x;
  }

  private static Value symmetric(String operation, Array a) {
    var x = square(operation, a);
    var half = Arithmetic.constant(x.dtype(), 0.5);
    return Arithmetic.mul(half, Arithmetic.add(x, Matrices.transposed(x)));
  }

  // --- Factorizations ---

  /**
   * L, lower triangular, with {@code L L' = (a + a') / 2}; NaN if that is not positive definite.
   *
   * @throws ShapeException unless the matrices are square
   */
  public static Array cholesky(Array a) {
    return Array.of(new Factorizations.Cholesky().bind1(symmetric("cholesky", a)));
  }

  /** Q and R in reduced form: of a matrix [m, n], Q has min(m, n) columns. */
  public static Qr qr(Array a) {
    return qr(a, "reduced");
  }

  /**
   * Q and R.
   *
   * @param mode "reduced", or "complete" for a square Q
   */
  public static Qr qr(Array a, String mode) {
    boolean complete = mode.equals("complete");
    if (!complete && !mode.equals("reduced")) {
      throw new ShapeException(
          "qr: mode must be \"reduced\" or \"complete\", got \"" + mode + "\".");
    }
    var r = new Factorizations.Qr(complete).bind(List.of(matrices("qr", a)));
    return new Qr(Array.of(r.get(0)), Array.of(r.get(1)));
  }

  /** U, singular values and V', with square U and V. */
  public static Svd svd(Array a) {
    return svd(a, true);
  }

  /** U, singular values in descending order, and V': {@code U diag(s) V' = a}. */
  public static Svd svd(Array a, boolean fullMatrices) {
    var r = new Spectra.Svd(fullMatrices, true).bind(List.of(matrices("svd", a)));
    return new Svd(Array.of(r.get(1)), Array.of(r.get(0)), Array.of(r.get(2)));
  }

  /** Eigenvalues and eigenvectors of {@code (a + a') / 2}. */
  public static Eigh eigh(Array a) {
    var r = new Spectra.Eigh().bind(List.of(symmetric("eigh", a)));
    return new Eigh(Array.of(r.get(0)), Array.of(r.get(1)));
  }

  /** The eigenvalues of {@code (a + a') / 2}, ascending. */
  public static Array eigvalsh(Array a) {
    return eigh(a).eigenvalues();
  }

  // --- Equations ---

  /**
   * x with {@code a x = b}; infinite or NaN if a is singular.
   *
   * @param b a vector, or matrices with as many rows as a
   * @throws ShapeException if the shapes do not fit
   */
  public static Array solve(Array a, Array b) {
    if (b.ndim() == 0
        || (b.ndim() == 1 ? b.shape(0) : b.shape(-2)) != square("solve", a).shape().dim(-1)) {
      throw new ShapeException(
          "solve: the right side must be a vector or matrices with "
              + a.shape(-1)
              + " rows, got "
              + b.aval()
              + " for "
              + a.aval()
              + ". Stacks of vectors need an axis at the end: jnp.expandDims(b, -1).");
    }
    var p = Promote.values(square("solve", a), Promote.toFloating(b.value()));
    var right = b.ndim() == 1 ? Shaping.reshape(p.get(1), b.shape().insert(1, 1)) : p.get(1);
    var stack =
        Promote.common("solve", List.of(Matrices.leading(p.get(0)), Matrices.leading(right)));
    var x = Array.of(Solves.solve(stacked(p.get(0), stack), stacked(right, stack)));
    return b.ndim() == 1 ? jnp.squeeze(x, -1) : x;
  }

  private static Value stacked(Value x, jacobean.type.Shape stack) {
    int n = stack.rank();
    return Promote.to(
        x, stack.insert(n, Matrices.rowCount(x)).insert(n + 1, Matrices.columnCount(x)));
  }

  /** The inverse matrices; infinite or NaN where there is none. */
  public static Array inv(Array a) {
    var x = square("inv", a);
    return Array.of(Solves.solve(x, Matrices.eye(Matrices.leading(x), a.shape(-1), x.dtype())));
  }

  /**
   * The Moore-Penrose inverse; singular values below {@code 10 max(m, n) epsilon} of the greatest
   * count as zero.
   */
  public static Array pinv(Array a) {
    var x = Array.of(matrices("pinv", a));
    return pinv(x, 10 * Math.max(a.shape(-1), a.shape(-2)) * epsilon(x.dtype()));
  }

  /** {@link #pinv(Array)} with another limit. */
  public static Array pinv(Array a, double rtol) {
    var d = svd(Array.of(matrices("pinv", a)), false);
    var inverse = inverted(d.s(), rtol);
    var v = Array.of(Matrices.transposed(d.vh().value()));
    return jnp.matmul(
        v,
        inverse.reshape(withColumn(inverse)).times(Array.of(Matrices.transposed(d.u().value()))));
  }

  private static int[] withColumn(Array s) {
    return s.shape().insert(s.ndim(), 1).toArray();
  }

  /** Reciprocals, but 0 for what is small beside the first. */
  private static Array inverted(Array s, double rtol) {
    var kept = counted(s, rtol);
    return jnp.where(kept, jnp.divide(1., jnp.where(kept, s, 1.)), 0.);
  }

  private static Array counted(Array s, double rtol) {
    if (s.size() == 0) {
      return s.ge(0);
    }
    var first = jnp.expandDims(s.get("...", 0), -1);
    return s.ge(first.times(rtol));
  }

  /** The least squares solution of {@code a x = b}, the shortest one where there are many. */
  public static Lstsq lstsq(Array a, Array b) {
    double rcond = Math.max(a.shape(0), a.shape(-1)) * epsilon(matrices("lstsq", a).dtype());
    return lstsq(a, b, rcond);
  }

  /**
   * {@link #lstsq(Array, Array)} where singular values below {@code rcond} of the greatest count as
   * zero.
   */
  public static Lstsq lstsq(Array a, Array b, double rcond) {
    if (a.ndim() != 2 || b.ndim() < 1 || b.ndim() > 2 || b.shape(0) != a.shape(0)) {
      throw new ShapeException(
          "lstsq: wanted a matrix, and a vector or matrix with as many rows; got "
              + a.aval()
              + " and "
              + b.aval()
              + ". Use jax.vmap for stacks.");
    }
    var p = Promote.values(matrices("lstsq", a), Promote.toFloating(b.value()));
    var matrix = Array.of(p.get(0));
    var right = Array.of(p.get(1)).reshape(b.shape(0), b.ndim() == 1 ? 1 : b.shape(1));
    var d = svd(matrix, false);
    var scaled = inverted(d.s(), rcond).reshape(-1, 1).times(jnp.matmul(d.u().T(), right));
    var x = jnp.matmul(d.vh().T(), scaled);
    var residuals = jnp.sum(jnp.square(right.minus(jnp.matmul(matrix, x))), 0);
    var rank = jnp.sum(counted(d.s(), rcond));
    return new Lstsq(b.ndim() == 1 ? jnp.squeeze(x, 1) : x, residuals, rank, d.s());
  }

  // --- Numbers of a matrix ---

  /** The determinants. */
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
      default -> {
        var lu = new Factorizations.Lu().bind(List.of(x.value()));
        var diagonal = Array.of(Matrices.diagonal(lu.get(0)));
        yield jnp.prod(diagonal, -1).times(paritySign(Array.of(lu.get(1)), x.dtype()));
      }
    };
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
  private static Array paritySign(Array pivots, DType dtype) {
    var exchanged = pivots.ne(jnp.arange(pivots.shape(-1)));
    return jnp.prod(jnp.where(exchanged, -1., jnp.ones(pivots.shape(), dtype)), -1);
  }

  /**
   * The sign of the determinant and the logarithm of its absolute value, which does not overflow.
   */
  public static Slogdet slogdet(Array a) {
    var x = square("slogdet", a);
    var lu = new Factorizations.Lu().bind(List.of(x));
    var diagonal = Array.of(Matrices.diagonal(lu.get(0)));
    var sign = jnp.prod(jnp.sign(diagonal), -1).times(paritySign(Array.of(lu.get(1)), x.dtype()));
    return new Slogdet(sign, jnp.sum(jnp.log(jnp.abs(diagonal)), -1));
  }

  /** How many singular values are not small beside the greatest, int32. */
  public static Array matrixRank(Array a) {
    if (a.ndim() < 2) {
      return jnp.any(a.ne(0)).astype(DType.INT32);
    }
    var s = svdvals(a);
    double rtol = Math.max(a.shape(-1), a.shape(-2)) * epsilon(s.dtype());
    return jnp.sum(
        s.gt(jnp.max(s, -1).reshape(s.shape().with(s.ndim() - 1, 1).toArray()).times(rtol)), -1);
  }

  /** The greatest singular value over the smallest. */
  public static Array cond(Array a) {
    var s = svdvals(a);
    return s.get("...", 0).div(s.get("...", -1));
  }

  /** {@code norm(a) norm(inv(a))} with a norm of matrices. */
  public static Array cond(Array a, Number p) {
    var axes = new int[] {-2, -1};
    return p.doubleValue() == 2 ? cond(a) : norm(a, p, axes).times(norm(inv(a), p, axes));
  }

  // --- Products ---

  /** A product of n equal matrices; negative n takes the inverse. */
  public static Array matrixPower(Array a, int n) {
    var x = square("matrixPower", a);
    if (n < 0) {
      return matrixPower(inv(a), -n);
    }
    if (n == 0) {
      return Array.of(Matrices.eye(Matrices.leading(x), a.shape(-1), x.dtype()));
    }
    var power = n == 1 ? a : matrixPower(a, n / 2);
    if (n == 1) {
      return a;
    }
    var squared = jnp.matmul(power, power);
    return n % 2 == 0 ? squared : jnp.matmul(squared, a);
  }

  /**
   * The product of many matrices, in the order of least work. The first and the last may be
   * vectors.
   */
  public static Array multiDot(List<Array> arrays) {
    if (arrays.size() < 2) {
      throw new ShapeException("multiDot: wanted two arrays or more, got " + arrays.size() + ".");
    }
    int n = arrays.size();
    var lengths = new long[n + 1];
    for (int i = 0; i < n; i++) {
      lengths[i] = arrays.get(i).ndim() == 1 && i == 0 ? 1 : arrays.get(i).shape(0);
    }
    lengths[n] = arrays.getLast().ndim() == 1 ? 1 : arrays.getLast().shape(1);
    return chain(arrays, splits(lengths, n), 0, n - 1);
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

  /** {@link jnp#outer} of vectors. */
  public static Array outer(Array x, Array y) {
    return jnp.outer(x, y);
  }

  /** The diagonals of matrices. */
  public static Array diagonal(Array x) {
    return Array.of(Matrices.diagonal(x.value()));
  }

  /** The diagonals of matrices, {@code offset} above the main one. */
  public static Array diagonal(Array x, int offset) {
    return Array.of(Matrices.diagonal(x.value(), offset));
  }

  /** The sums of the diagonals of matrices. */
  public static Array trace(Array x) {
    return jnp.trace(x, 0, -2, -1);
  }

  /** Rows and columns swapped. */
  public static Array matrixTranspose(Array x) {
    return Array.of(Matrices.transposed(x.value()));
  }

  /** {@code jnp.matmul}. */
  public static Array matmul(Array x, Array y) {
    return jnp.matmul(x, y);
  }

  /** {@code jnp.vecdot}: the sum of products along the last axis. */
  public static Array vecdot(Array x, Array y) {
    return jnp.vecdot(x, y);
  }

  /** {@code jnp.tensordot} over two axes. */
  public static Array tensordot(Array x, Array y) {
    return jnp.tensordot(x, y);
  }

  /** {@code jnp.cross} along the last axis. */
  public static Array cross(Array x, Array y) {
    return jnp.cross(x, y);
  }

  /** The inverse of a tensor whose first {@code ind} axes are as large as the others. */
  public static Array tensorinv(Array a, int ind) {
    if (ind < 1 || ind >= a.ndim()) {
      throw new ShapeException(
          "tensorinv: wanted a number of first axes from 1 to "
              + (a.ndim() - 1)
              + " of "
              + a.aval()
              + ", got "
              + ind
              + ".");
    }
    int n = 1;
    for (int axis = 0; axis < ind; axis++) {
      n *= a.shape(axis);
    }
    var shape = new int[a.ndim()];
    for (int i = 0; i < a.ndim(); i++) {
      shape[i] = a.shape((i + ind) % a.ndim());
    }
    return inv(a.reshape(n, -1)).reshape(shape);
  }

  /** x with {@code tensordot(a, x, x.ndim()) = b}. */
  public static Array tensorsolve(Array a, Array b) {
    if (a.ndim() < b.ndim()) {
      throw new ShapeException(
          "tensorsolve: the first axes of "
              + a.aval()
              + " must be those of "
              + b.aval()
              + "; it has fewer.");
    }
    var shape = java.util.Arrays.copyOfRange(a.shape().toArray(), b.ndim(), a.ndim());
    int n = Math.toIntExact(b.size());
    return solve(a.reshape(n, -1), b.ravel()).reshape(shape);
  }
}
