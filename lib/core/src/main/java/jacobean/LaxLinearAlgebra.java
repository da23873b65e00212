package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.ir.MatrixFunction.Form;
import jacobean.op.ComplexNumbers;
import jacobean.op.Factorizations;
import jacobean.op.Reflections;
import jacobean.op.Solves;
import jacobean.op.Spectra;
import jacobean.op.TridiagonalSolves;
import java.util.List;

/**
 * {@code jax.lax.linalg}: the functions of matrices that {@link LinearAlgebra} is made of. Operands
 * are floating or complex, of 32 or 64 bits; they are neither promoted nor broadcast. Matrices are
 * the last two axes, and leading axes are stacks of them.
 *
 * {@snippet :
 * lax.linalg.cholesky(jnp.diag(jnp.array(4., 9.))) // => [[2. 0.] [0. 3.]]
 * }
 */
public abstract class LaxLinearAlgebra {
  LaxLinearAlgebra() {}

  /** Eigenvectors as columns and eigenvalues, in the order of {@code lax.linalg}. */
  public record Eigh(Array eigenvectors, Array eigenvalues) {}

  /**
   * L and U in one matrix (L's diagonal of ones left out), the row that each step exchanged with,
   * and the order of rows that results; both int32.
   */
  public record Lu(Array lu, Array pivots, Array permutation) {}

  /** A reduced matrix with the vectors of reflections in it, and their factors. */
  public record Reflected(Array a, Array taus) {}

  /**
   * A tridiagonal matrix with the vectors of reflections beside it, its diagonal, the next
   * diagonal, and the factors of the reflections.
   */
  public record Tridiagonal(Array a, Array d, Array e, Array taus) {}

  /**
   * {@link LinearAlgebra#cholesky(Array)}. {@code lax.linalg.cholesky}.
   *
   * {@snippet :
   * lax.linalg.cholesky(jnp.eye(2).times(9)) // => [[3. 0.] [0. 3.]]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   */
  public static Array cholesky(Array x) {
    return LinearAlgebra.cholesky(x);
  }

  /** {@link #cholesky(Array)} that reads the lower triangle unless x is made symmetric. */
  public static Array cholesky(Array x, boolean symmetrizeInput) {
    return LinearAlgebra.cholesky(x, false, symmetrizeInput);
  }

  /**
   * For an upper triangular R, the upper triangular U with {@code U' U = R' R + w w'}. {@code
   * lax.linalg.cholesky_update}.
   *
   * {@snippet :
   * lax.linalg.choleskyUpdate(jnp.eye(2).times(3), jnp.array(4., 0.)) // => [[5. 0.] [0. 3.]]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   */
  public static Array choleskyUpdate(Array rMatrix, Array wVector) {
    var w = jnp.expandDims(wVector, -1);
    var product = jnp.matmul(LinearEquations.matrixTransposed(rMatrix), rMatrix);
    var changed = product.plus(jnp.matmul(w, LinearEquations.matrixTransposed(w)));
    return LinearAlgebra.cholesky(changed, true);
  }

  /**
   * Eigenvalues and left and right eigenvectors. {@code lax.linalg.eig}.
   *
   * {@snippet :
   * lax.linalg.eig(jnp.eye(2)).get(0) // => [1.+0.j 1.+0.j]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   */
  public static List<Array> eig(Array x) {
    return eig(x, true, true, false);
  }

  /** Eigenvalues, and those eigenvectors that are asked for. */
  public static List<Array> eig(
      Array x, boolean computeLeftEigenvectors, boolean computeRightEigenvectors) {
    return eig(x, computeLeftEigenvectors, computeRightEigenvectors, false);
  }

  /**
   * Eigenvalues, then the left eigenvectors, then the right ones, as asked for.
   *
   * @param enableEigvecDerivs whether the eigenvectors have a derivative, which is right where no
   *     two eigenvalues are equal
   */
  public static List<Array> eig(
      Array x,
      boolean computeLeftEigenvectors,
      boolean computeRightEigenvectors,
      boolean enableEigvecDerivs) {
    var eig =
        new Spectra.Eig(computeLeftEigenvectors, computeRightEigenvectors, enableEigvecDerivs);
    return arrays(eig.bind(List.of(x.value())));
  }

  private static List<Array> arrays(List<Value> values) {
    return values.stream().map(Array::of).toList();
  }

  /**
   * Eigenvectors and eigenvalues, ascending, of symmetric or Hermitian matrices. {@code
   * lax.linalg.eigh}.
   *
   * {@snippet :
   * lax.linalg.eigh(jnp.eye(2).times(3)).eigenvalues() // => [3. 3.]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   */
  public static Eigh eigh(Array x) {
    return eigh(x, true, true);
  }

  /** {@link #eigh(Array)} that reads one triangle unless x is made symmetric. */
  public static Eigh eigh(Array x, boolean lower, boolean symmetrizeInput) {
    var e = LinearAlgebra.eigh(x, lower ? "L" : "U", symmetrizeInput);
    return new Eigh(e.eigenvectors(), e.eigenvalues());
  }

  /**
   * A Hessenberg matrix with the eigenvalues of a, and below its subdiagonal the reflections that
   * make it. {@code lax.linalg.hessenberg}.
   *
   * {@snippet :
   * jnp.triu(lax.linalg.hessenberg(jnp.array(new double[][] {{1, 2}, {3, 4}})).a(), -1) // => [[1. 2.] [3. 4.]]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   */
  public static Reflected hessenberg(Array a) {
    var r = new Reflections.Hessenberg().bind(List.of(a.value()));
    return new Reflected(Array.of(r.get(0)), Array.of(r.get(1)));
  }

  /**
   * The first columns of a product of reflections, whose vectors are below a's diagonal. {@code
   * lax.linalg.householder_product}.
   *
   * {@snippet :
   * lax.linalg.householderProduct(jnp.eye(2), jnp.array(2., 0.)) // => [[-1. 0.] [ 0. 1.]]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   */
  public static Array householderProduct(Array a, Array taus) {
    return Array.of(new Reflections.HouseholderProduct().bind1(a.value(), taus.value()));
  }

  /**
   * A matrix times the product of reflections, Q, whose vectors are below a's diagonal: {@code Q
   * c}. {@code lax.linalg.ormqr}.
   *
   * {@snippet :
   * lax.linalg.ormqr(jnp.eye(2), jnp.array(2., 0.), jnp.eye(2)) // => [[-1. 0.] [ 0. 1.]]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   */
  public static Array ormqr(Array a, Array taus, Array c) {
    return ormqr(a, taus, c, true, false);
  }

  /**
   * {@code Q c}, or {@code c Q}, of the product of reflections Q. {@code lax.linalg.ormqr}.
   *
   * @param a [..., m, k] with the vectors of k reflections below its diagonal
   * @param taus [..., k], their factors
   * @param left whether Q stands on the left, so that c has m rows; else it has m columns
   * @param transpose whether Q's adjoint is taken
   * @throws ShapeException if the shapes do not fit
   */
  public static Array ormqr(Array a, Array taus, Array c, boolean left, boolean transpose) {
    int m = a.ndim() < 2 ? -1 : a.shape(-2);
    if (m < 0 || c.ndim() < 2 || c.shape(left ? -2 : -1) != m || a.shape(-1) > m) {
      throw new ShapeException(
          "ormqr: wanted reflections [m, k] with k no greater than m, and a matrix with m "
              + (left ? "rows" : "columns")
              + ", got "
              + a.aval()
              + " and "
              + c.aval()
              + ".");
    }
    var widths = new int[a.ndim()][2];
    widths[a.ndim() - 1][1] = m - a.shape(-1);
    var q = householderProduct(jnp.pad(a, widths), taus);
    var factor = transpose ? jnp.conj(jnp.matrixTranspose(q)) : q;
    return left ? jnp.matmul(factor, c) : jnp.matmul(c, factor);
  }

  /**
   * Gaussian elimination with row exchanges. {@code lax.linalg.lu}.
   *
   * {@snippet :
   * lax.linalg.lu(jnp.array(new double[][] {{1, 2}, {4, 4}})).permutation() // => [1 0]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   */
  public static Lu lu(Array x) {
    var r = new Factorizations.Lu().bind(List.of(x.value()));
    return new Lu(Array.of(r.get(0)), Array.of(r.get(1)), Array.of(r.get(2)));
  }

  /**
   * The order of rows after exchanging row i with row {@code pivots[i]} for each i in turn. {@code
   * lax.linalg.lu_pivots_to_permutation}.
   *
   * {@snippet :
   * lax.linalg.luPivotsToPermutation(jnp.array(2, 2, 2), 3) // => [2 0 1]
   * }
   */
  public static Array luPivotsToPermutation(Array pivots, int permutationSize) {
    int steps = pivots.shape(-1);
    if (permutationSize < steps) {
      throw new ShapeException(
          "luPivotsToPermutation: "
              + steps
              + " exchanges need at least as many rows, got "
              + permutationSize
              + ".");
    }
    var rows = jnp.arange(permutationSize).astype(pivots.dtype());
    var shape = pivots.shape().with(pivots.ndim() - 1, permutationSize).toArray();
    var order = jnp.broadcastTo(rows, shape);
    for (int i = 0; i < steps; i++) {
      var other = pivots.get("..., " + i + ":" + (i + 1));
      var here = order.get("..., " + i + ":" + (i + 1));
      var there = jnp.takeAlongAxis(order, other, -1);
      var exchanged = jnp.where(rows.eq(other), here, order);
      order = jnp.where(rows.eq(i), there, exchanged);
    }
    return order;
  }

  /**
   * Q and R, with a square Q. {@code lax.linalg.qr}.
   *
   * {@snippet :
   * lax.linalg.qr(jnp.array(new double[][] {{3}, {4}})).r() // => [[-5.] [ 0.]]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   */
  public static LinearAlgebra.Qr qr(Array x) {
    return qr(x, true);
  }

  /** Q and R; without fullMatrices, Q has as many columns as the lesser side of x. */
  public static LinearAlgebra.Qr qr(Array x, boolean fullMatrices) {
    return LinearAlgebra.qr(x, fullMatrices ? "complete" : "reduced");
  }

  /**
   * U, singular values in descending order, and the adjoint of V. {@code lax.linalg.svd}.
   *
   * {@snippet :
   * lax.linalg.svd(jnp.eye(2).times(3)).s() // => [3. 3.]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   */
  public static LinearAlgebra.Svd svd(Array x) {
    return svd(x, true);
  }

  /** {@link #svd(Array)}; U and V are square, or have as many columns as x' lesser side. */
  public static LinearAlgebra.Svd svd(Array x, boolean fullMatrices) {
    return LinearAlgebra.svd(x, fullMatrices);
  }

  /**
   * {@code alpha a a' + beta c}. {@code lax.linalg.symmetric_product}.
   *
   * {@snippet :
   * lax.linalg.symmetricProduct(jnp.ones(2, 3), jnp.eye(2), 1, 2) // => [[5. 3.] [3. 5.]]
   * }
   */
  public static Array symmetricProduct(Array aMatrix, Array cMatrix, Number alpha, Number beta) {
    return jnp.matmul(aMatrix, LinearEquations.matrixTransposed(aMatrix))
        .times(alpha)
        .plus(cMatrix.times(beta));
  }

  /**
   * x with {@code x a = b} for an upper triangular a. {@code lax.linalg.triangular_solve}.
   *
   * {@snippet :
   * lax.linalg.triangularSolve(jnp.eye(2).times(2), jnp.ones(1, 2)) // => [[0.5 0.5]]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   */
  public static Array triangularSolve(Array a, Array b) {
    return triangularSolve(a, b, false, false, false, false, false);
  }

  /** x with {@code a x = b}, or {@code x a = b} unless leftSide, for a triangular a. */
  public static Array triangularSolve(Array a, Array b, boolean leftSide, boolean lower) {
    return triangularSolve(a, b, leftSide, lower, false, false, false);
  }

  /**
   * {@link #triangularSolve(Array, Array, boolean, boolean)} with a matrix that is transposed
   * first, or conjugated, or both.
   *
   * @param lower whether a's lower triangle is read, else the upper one
   * @param unitDiagonal whether ones are taken for a's diagonal
   */
  public static Array triangularSolve(
      Array a,
      Array b,
      boolean leftSide,
      boolean lower,
      boolean transposeA,
      boolean conjugateA,
      boolean unitDiagonal) {
    boolean conjugate = conjugateA && a.dtype().isComplex();
    var matrix = conjugate && !transposeA ? ComplexNumbers.conj(a.value()) : a.value();
    var form = !transposeA ? Form.AS_IS : conjugate ? Form.ADJOINT : Form.TRANSPOSED;
    return Array.of(Solves.triangular(matrix, b.value(), leftSide, lower, form, unitDiagonal));
  }

  /**
   * A tridiagonal matrix with the eigenvalues of a symmetric or Hermitian one, of which the lower
   * triangle is read. {@code lax.linalg.tridiagonal}.
   *
   * {@snippet :
   * lax.linalg.tridiagonal(jnp.eye(2).times(3)).d() // => [3. 3.]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   */
  public static Tridiagonal tridiagonal(Array a) {
    return tridiagonal(a, true);
  }

  /** {@link #tridiagonal(Array)} that reads the lower or the upper triangle. */
  public static Tridiagonal tridiagonal(Array a, boolean lower) {
    var r = arrays(new Reflections.Tridiagonal(lower).bind(List.of(a.value())));
    return new Tridiagonal(r.get(0), r.get(1), r.get(2), r.get(3));
  }

  /**
   * x with {@code a x = b} for a matrix that has these three diagonals; {@code dl} begins and
   * {@code du} ends with an element that is not read. {@code lax.linalg.tridiagonal_solve}.
   *
   * {@snippet :
   * lax.linalg.tridiagonalSolve(jnp.zeros(2), jnp.array(2., 4.), jnp.zeros(2), jnp.ones(2, 1)) // => [[0.5 ] [0.25]]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   */
  public static Array tridiagonalSolve(Array dl, Array d, Array du, Array b) {
    return Array.of(
        new TridiagonalSolves.TridiagonalSolve()
            .bind1(dl.value(), d.value(), du.value(), b.value()));
  }
}
