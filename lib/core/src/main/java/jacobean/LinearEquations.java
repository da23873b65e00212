package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Matrices;
import jacobean.op.Shaping;
import jacobean.op.Solves;
import jacobean.type.Shape;
import java.util.List;

/**
 * The part of {@link LinearAlgebra} that solves equations, exactly and by least squares.
 *
 * {@snippet :
 * jnp.linalg.solve(jnp.diag(jnp.array(2., 4.)), jnp.array(2., 8.)) // => [1. 2.]
 * }
 */
public abstract class LinearEquations extends MatrixFactors {
  LinearEquations() {}

  /**
   * A least squares solution, the sum of squared errors of each column, the rank of the matrix and
   * its singular values.
   */
  public record Lstsq(Array x, Array residuals, Array rank, Array s) {}

  /**
   * x with {@code a x = b}; infinite or NaN if a is singular. {@code jnp.linalg.solve}.
   *
   * {@snippet :
   * jnp.linalg.solve(jnp.array(new double[][] {{2, 0}, {0, 4}}), jnp.array(2., 4.)) // => [1. 1.]
   * }
   *
   * @param b a vector, or matrices with as many rows as a
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
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

  private static Value stacked(Value x, Shape stack) {
    int n = stack.rank();
    return Promote.to(
        x, stack.insert(n, Matrices.rowCount(x)).insert(n + 1, Matrices.columnCount(x)));
  }

  /**
   * The inverse matrices; infinite or NaN where there is none. {@code jnp.linalg.inv}.
   *
   * {@snippet :
   * jnp.linalg.inv(jnp.array(new double[][] {{2, 0}, {0, 4}})) // => [[0.5 0. ] [0. 0.25]]
   * }
   *
   * @throws jacobean.error.DTypeException if a is of 16 bits
   * @throws ShapeException if a has fewer than two axes, or the last two axes differ in length
   */
  public static Array inv(Array a) {
    var x = square("inv", a);
    return Array.of(Solves.solve(x, Matrices.eye(Matrices.leading(x), a.shape(-1), x.dtype())));
  }

  /**
   * The Moore-Penrose inverse; singular values up to {@code 10 max(m, n) epsilon} of the greatest
   * count as zero. {@code jnp.linalg.pinv}.
   *
   * {@snippet :
   * jnp.linalg.pinv(jnp.array(new double[][] {{2, 0}, {0, 0}})) // => [[0.5 0. ] [0. 0. ]]
   * }
   *
   * @throws jacobean.error.DTypeException if a is of 16 bits
   * @throws ShapeException if a has fewer than two axes, or is hermitian and not square
   */
  public static Array pinv(Array a) {
    return pinv(a, false);
  }

  /** {@link #pinv(Array)} with another limit. */
  public static Array pinv(Array a, double rtol) {
    return pinv(a, rtol, false);
  }

  /** {@link #pinv(Array)} of a matrix that may be known to be equal to its adjoint. */
  public static Array pinv(Array a, boolean hermitian) {
    double epsilon = epsilon(matrices("pinv", a).dtype());
    double limit = 10 * Math.max(a.shape(-1), a.shape(-2)) * epsilon;
    return pinv(a, limit, hermitian);
  }

  /**
   * {@link #pinv(Array)} with another limit.
   *
   * @param hermitian whether a is equal to its adjoint, so that its eigenvalues say all; what is
   *     not is made so
   */
  public static Array pinv(Array a, double rtol, boolean hermitian) {
    var x = Array.of(hermitian ? symmetric("pinv", a) : matrices("pinv", a));
    if (x.size() == 0) {
      return matrixTransposed(x);
    }
    return jax.customJvp(
            (Array y) -> pseudoinverse(y, rtol, hermitian),
            (Array y, Array dy) -> {
              var p = pinv(y, rtol, hermitian);
              return jax.dual(p, pinvMoved(y, dy, p));
            })
        .apply(x);
  }

  private static Array pseudoinverse(Array x, double rtol, boolean hermitian) {
    var d = svd(x, false, hermitian);
    var kept = d.s().gt(jnp.expandDims(d.s().get("...", 0), -1).times(rtol));
    var inverse = jnp.where(kept, jnp.divide(1., jnp.where(kept, d.s(), 1.)), 0.);
    return jnp.matmul(
        adjoint(d.vh()), jnp.expandDims(inverse, -1).astype(x.dtype()).times(adjoint(d.u())));
  }

  /** By Golub and Pereyra: right where the rank stays, though singular values be equal. */
  private static Array pinvMoved(Array a, Array da, Array p) {
    var dh = adjoint(da);
    var ph = adjoint(p);
    if (a.shape(-2) < a.shape(-1)) {
      return adjoint(pinvMoved(adjoint(a), dh, ph));
    }
    // In this order the products are of small matrices, and rounded where JAX's are.
    var right = jnp.matmul(jnp.matmul(p, ph), dh);
    var left = jnp.matmul(jnp.matmul(dh, ph), p);
    return jnp.matmul(jnp.matmul(p, da), p)
        .unaryMinus()
        .plus(right)
        .minus(jnp.matmul(jnp.matmul(right, a), p))
        .plus(left)
        .minus(jnp.matmul(jnp.matmul(p, a), left));
  }

  static Array adjoint(Array x) {
    return Array.of(Matrices.adjoint(x.value()));
  }

  static Array matrixTransposed(Array x) {
    return Array.of(Matrices.transposed(x.value()));
  }

  /**
   * The least squares solution of {@code a x = b}, the shortest one where there are many. {@code
   * jnp.linalg.lstsq}.
   *
   * {@snippet :
   * jnp.linalg.lstsq(jnp.diag(jnp.array(1., 2.)), jnp.array(3., 4.)).x() // => [3. 2.]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   * @throws ShapeException if a is no matrix, or b has not as many rows
   */
  public static Lstsq lstsq(Array a, Array b) {
    double rcond = Math.max(a.shape(0), a.shape(-1)) * epsilon(matrices("lstsq", a).dtype());
    return lstsq(a, b, rcond);
  }

  /**
   * {@link #lstsq(Array, Array)} where singular values below {@code rcond} of the greatest count as
   * zero.
   *
   * @param rcond the distance from 1 to the next number if it is negative
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
    Array x;
    Array s;
    Array rank;
    if (a.size() == 0) {
      x = jnp.zeros(Shape.of(a.shape(1), right.shape(1)), matrix.dtype());
      s = jnp.zeros(Shape.of(0), matrix.dtype());
      rank = jnp.array(0);
    } else {
      var d = svd(matrix, false);
      s = d.s();
      double limit = rcond < 0 ? epsilon(matrix.dtype()) : rcond;
      var kept = jnp.logicalAnd(s.gt(0), s.ge(s.get(0).times(limit)));
      var inverse = jnp.where(kept, jnp.divide(1., jnp.where(kept, s, 1.)), 0.);
      var scaled = inverse.reshape(-1, 1).times(jnp.matmul(adjoint(d.u()), right));
      x = jnp.matmul(adjoint(d.vh()), scaled);
      rank = jnp.sum(kept);
    }
    var residuals = jnp.sum(squares(right.minus(jnp.matmul(matrix, x))), 0);
    return new Lstsq(b.ndim() == 1 ? x.ravel() : x, residuals, rank, s);
  }

  // --- Numbers of a matrix that its singular values say ---

  /**
   * How many singular values are not small beside the greatest, int32; of what is no matrix,
   * whether an element is not 0. {@code jnp.linalg.matrix_rank}.
   *
   * {@snippet :
   * jnp.linalg.matrixRank(jnp.ones(3, 3)) // => 1
   * }
   *
   * @throws jacobean.error.DTypeException if a is of 16 bits
   * @throws ShapeException if a has fewer than two axes, or is hermitian and not square
   */
  public static Array matrixRank(Array a) {
    if (a.ndim() < 2) {
      return jnp.any(a.ne(0)).astype(jnp.int32);
    }
    return matrixRank(a, false);
  }

  /** {@link #matrixRank(Array)} of matrices that may be known to be equal to their adjoints. */
  public static Array matrixRank(Array a, boolean hermitian) {
    var s = singularValues(a, hermitian);
    if (s.shape(-1) == 0) {
      return jnp.sum(s.gt(0), -1);
    }
    double rtol = Math.max(a.shape(-1), a.shape(-2)) * epsilon(s.dtype());
    return jnp.sum(s.gt(jnp.expandDims(jnp.max(s, -1), -1).times(rtol)), -1);
  }

  /** How many singular values are greater than {@code rtol}. */
  public static Array matrixRank(Array a, double rtol) {
    return matrixRank(a, rtol, false);
  }

  /** {@link #matrixRank(Array, double)} of matrices that may be equal to their adjoints. */
  public static Array matrixRank(Array a, double rtol, boolean hermitian) {
    return jnp.sum(singularValues(a, hermitian).gt(rtol), -1);
  }

  private static Array singularValues(Array a, boolean hermitian) {
    return hermitian ? jnp.abs(eigvalsh(Array.of(square("matrixRank", a)))) : svdvals(a);
  }

  /**
   * The greatest singular value over the smallest. {@code jnp.linalg.cond}.
   *
   * {@snippet :
   * jnp.linalg.cond(jnp.array(new double[][] {{1, 0}, {0, 4}})) // => 4.0
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   * @throws ShapeException if a has fewer than two axes, or the matrix is empty
   */
  public static Array cond(Array a) {
    requireCondition(a, false);
    var s = svdvals(a);
    return s.get("...", 0).div(s.get("...", -1));
  }

  /** {@code norm(a) norm(inv(a))} with a norm of matrices; infinite if a is singular. */
  public static Array cond(Array a, Number p) {
    if (p.doubleValue() == 2) {
      return cond(a);
    }
    var axes = new int[] {-2, -1};
    Array r;
    if (p.doubleValue() == -2) {
      requireCondition(a, false);
      var s = svdvals(a);
      r = s.get("...", -1).div(s.get("...", 0));
    } else {
      requireCondition(a, true);
      r = norm(a, p, axes).times(norm(inv(a), p, axes));
    }
    var unknown = jnp.logicalAnd(jnp.isnan(r), jnp.logicalNot(jnp.any(jnp.isnan(a), axes)));
    return jnp.where(unknown, Double.POSITIVE_INFINITY, r);
  }

  /** {@code norm(a, p) norm(inv(a), p)} with {@code "fro"} or {@code "nuc"}. */
  public static Array cond(Array a, String p) {
    requireCondition(a, true);
    return norm(a, p).times(norm(inv(a), p));
  }

  private static void requireCondition(Array a, boolean square) {
    if (square) {
      square("cond", a);
    } else {
      matrices("cond", a);
    }
    if (a.shape(-1) == 0 || a.shape(-2) == 0) {
      throw new ShapeException("cond: wanted matrices that are not empty, got " + a.aval() + ".");
    }
  }
}
