package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.Factorizations;
import jacobean.op.Matrices;
import jacobean.op.Spectra;
import java.util.List;

/**
 * The part of {@link LinearAlgebra} that takes matrices apart.
 *
 * {@snippet :
 * jnp.linalg.qr(jnp.eye(2)).r() // => [[1. 0.] [0. 1.]]
 * }
 */
public abstract class MatrixFactors extends MatrixNorms {
  MatrixFactors() {}

  /**
   * Q with orthonormal columns and R upper triangular.
   *
   * {@snippet :
   * jnp.linalg.qr(jnp.eye(2)).q() // => [[1. 0.] [0. 1.]]
   * }
   */
  public record Qr(Array q, Array r) {}

  /**
   * Eigenvalues, ascending, and eigenvectors as columns.
   *
   * {@snippet :
   * jnp.linalg.eigh(jnp.diag(jnp.array(3., 1.))).eigenvalues() // => [1. 3.]
   * }
   */
  public record Eigh(Array eigenvalues, Array eigenvectors) {}

  /**
   * Complex eigenvalues, in no order, and eigenvectors as columns.
   *
   * {@snippet :
   * var eig = jnp.linalg.eig(jnp.array(new double[][] {{2, 0}, {0, 3}}));
   * jnp.real(eig.eigenvalues()) // => [2. 3.]
   * }
   */
  public record Eig(Array eigenvalues, Array eigenvectors) {}

  static Value matrices(String operation, Array a) {
    if (a.ndim() < 2) {
      throw new ShapeException(
          operation
              + ": wanted a matrix or a stack of them, got "
              + a.aval()
              + ". Add axes with jnp.expandDims.");
    }
    return Promote.toFloating(a.value());
  }

  static Value square(String operation, Array a) {
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

  /** {@code (a + adjoint(a)) / 2}. */
  static Value symmetric(String operation, Array a) {
    var x = square(operation, a);
    var half = Arithmetic.constant(x.dtype(), 0.5);
    return Arithmetic.mul(half, Arithmetic.add(x, Matrices.adjoint(x)));
  }

  /**
   * L, lower triangular with a positive diagonal, with {@code L adjoint(L) = (a + adjoint(a)) / 2};
   * its lower triangle is NaN if that is not positive definite. {@code jnp.linalg.cholesky}.
   *
   * {@snippet :
   * jnp.linalg.cholesky(jnp.array(new double[][] {{4, 2}, {2, 10}})) // => [[2. 0.] [1. 3.]]
   * }
   *
   * @throws ShapeException unless the matrices are square
   * @throws jacobean.error.DTypeException if a is of 16 bits
   */
  public static Array cholesky(Array a) {
    return Array.of(new Factorizations.Cholesky().bind1(symmetric("cholesky", a)));
  }

  /** {@link #cholesky(Array)}, or {@code adjoint(L)}, which is upper triangular. */
  public static Array cholesky(Array a, boolean upper) {
    return cholesky(a, upper, true);
  }

  /**
   * {@link #cholesky(Array, boolean)}.
   *
   * @param symmetrizeInput whether a is made symmetric; if not, its lower triangle is read
   */
  public static Array cholesky(Array a, boolean upper, boolean symmetrizeInput) {
    var x = symmetrizeInput ? symmetric("cholesky", a) : square("cholesky", a);
    var l = new Factorizations.Cholesky().bind1(x);
    return Array.of(upper ? Matrices.adjoint(l) : l);
  }

  /**
   * Q and R in reduced form: of a matrix [m, n], Q has min(m, n) columns. {@code jnp.linalg.qr}.
   *
   * {@snippet :
   * jnp.linalg.qr(jnp.array(new double[][] {{3, 1}, {4, 7}})).r() // => [[-5. -6.2] [ 0. 3.4]]
   * }
   *
   * @throws jacobean.error.DTypeException if a is of 16 bits
   * @throws ShapeException if a has fewer than two axes
   */
  public static Qr qr(Array a) {
    return qr(a, "reduced");
  }

  /**
   * Q and R.
   *
   * @param mode "reduced", or "complete" (or "full") for a square Q
   * @throws ShapeException if the mode is unknown
   */
  public static Qr qr(Array a, String mode) {
    boolean complete = mode.equals("complete") || mode.equals("full");
    if (!complete && !mode.equals("reduced")) {
      throw new ShapeException(
          "qr: mode must be \"reduced\" or \"complete\", got \""
              + mode
              + "\". For R alone take qr(a).r().");
    }
    var r = new Factorizations.Qr(complete).bind(List.of(matrices("qr", a)));
    return new Qr(Array.of(r.get(0)), Array.of(r.get(1)));
  }

  /**
   * U, singular values and the adjoint of V, with square U and V. {@code jnp.linalg.svd}.
   *
   * {@snippet :
   * jnp.linalg.svd(jnp.array(new double[][] {{0, 2}, {1, 0}})).s() // => [2. 1.]
   * }
   *
   * @throws jacobean.error.DTypeException if a is of 16 bits
   * @throws ShapeException if a has fewer than two axes, or is hermitian and not square
   */
  public static Svd svd(Array a) {
    return svd(a, true);
  }

  /** U, singular values in descending order, and the adjoint of V: {@code U diag(s) V' = a}. */
  public static Svd svd(Array a, boolean fullMatrices) {
    return svd(a, fullMatrices, false);
  }

  /**
   * {@link #svd(Array, boolean)}.
   *
   * @param hermitian whether a is equal to its adjoint, so that its eigenvalues say all; what is
   *     not is made so
   */
  public static Svd svd(Array a, boolean fullMatrices, boolean hermitian) {
    if (!hermitian) {
      var r = new Spectra.Svd(fullMatrices, true).bind(List.of(matrices("svd", a)));
      return new Svd(Array.of(r.get(1)), Array.of(r.get(0)), Array.of(r.get(2)));
    }
    var d = eigh(Array.of(square("svd", a)));
    var order = jnp.flip(jnp.argsort(jnp.abs(d.eigenvalues()), -1), -1);
    var w = jnp.takeAlongAxis(d.eigenvalues(), order, -1);
    var u = jnp.takeAlongAxis(d.eigenvectors(), jnp.expandDims(order, -2), -1);
    var v = u.times(jnp.expandDims(jnp.sign(w), -2));
    return new Svd(u, jnp.abs(w), Array.of(Matrices.adjoint(v.value())));
  }

  /**
   * Eigenvalues, ascending, and eigenvectors of {@code (a + adjoint(a)) / 2}. {@code
   * jnp.linalg.eigh}.
   *
   * {@snippet :
   * jnp.linalg.eigh(jnp.array(new double[][] {{2, 1}, {1, 2}})).eigenvalues() // => [1. 3.]
   * }
   *
   * @throws ShapeException if a has fewer than two axes, or the last two axes differ in length
   * @throws jacobean.error.DTypeException if a is of 16 bits
   */
  public static Eigh eigh(Array a) {
    return eigh(a, "L", true);
  }

  /**
   * {@link #eigh(Array)} that reads one triangle.
   *
   * @param uplo "L" for the lower triangle, "U" for the upper
   * @param symmetrizeInput whether a is made symmetric first, so that it does not matter which
   */
  public static Eigh eigh(Array a, String uplo, boolean symmetrizeInput) {
    if (!uplo.equals("L") && !uplo.equals("U")) {
      throw new ShapeException("eigh: UPLO must be \"L\" or \"U\", got \"" + uplo + "\".");
    }
    var x = symmetrizeInput ? symmetric("eigh", a) : square("eigh", a);
    // The lower triangle of the adjoint is the upper one.
    var lower = uplo.equals("L") ? x : Matrices.adjoint(x);
    var r = new Spectra.Eigh().bind(List.of(lower));
    return new Eigh(Array.of(r.get(0)), Array.of(r.get(1)));
  }

  /**
   * The eigenvalues of {@code (a + adjoint(a)) / 2}, ascending. {@code jnp.linalg.eigvalsh}.
   *
   * {@snippet :
   * jnp.linalg.eigvalsh(jnp.array(new double[][] {{2, 1}, {1, 2}})) // => [1. 3.]
   * }
   *
   * @throws jacobean.error.DTypeException if a is of 16 bits
   * @throws ShapeException if a has fewer than two axes, or the last two axes differ in length
   */
  public static Array eigvalsh(Array a) {
    return eigh(a).eigenvalues();
  }

  /** The eigenvalues of {@link #eigh(Array, String, boolean)}. */
  public static Array eigvalsh(Array a, String uplo, boolean symmetrizeInput) {
    return eigh(a, uplo, symmetrizeInput).eigenvalues();
  }

  /**
   * Eigenvalues and right eigenvectors, of length 1, of any square matrices: complex64, or
   * complex128 of 64-bit numbers. Has no derivative; {@link #eigvals} has. {@code jnp.linalg.eig}.
   *
   * {@snippet :
   * jnp.linalg.eig(jnp.array(new double[][] {{0, -1}, {1, 0}})).eigenvalues() // => [0.+1.j 0.-1.j]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   * @throws ShapeException if a has fewer than two axes, or the last two axes differ in length
   */
  public static Eig eig(Array a) {
    var r = new Spectra.Eig(false, true, false).bind(List.of(square("eig", a)));
    return new Eig(Array.of(r.get(0)), Array.of(r.get(1)));
  }

  /**
   * The complex eigenvalues of any square matrices, in no order. {@code jnp.linalg.eigvals}.
   *
   * {@snippet :
   * jnp.real(jnp.linalg.eigvals(jnp.array(new double[][] {{2, 1}, {0, 3}}))) // => [2. 3.]
   * }
   *
   * @throws jacobean.error.DTypeException if a is of 16 bits
   * @throws ShapeException if a has fewer than two axes, or the last two axes differ in length
   */
  public static Array eigvals(Array a) {
    return Array.of(new Spectra.Eig(false, false, false).bind1(square("eigvals", a)));
  }
}
