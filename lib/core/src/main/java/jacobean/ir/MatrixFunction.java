package jacobean.ir;

/**
 * A function of matrices that numerical libraries have: a factorization or the solution of
 * equations. The operands are stacks with the same leading axes, of one floating or complex dtype
 * of 32 or 64 bits; the function applies to each matrix (the last two axes) or vector (the last
 * axis) by itself. Results are as LAPACK gives them, with its signs and its order; where it fails,
 * they are NaN.
 */
public sealed interface MatrixFunction {
  /** What is done to a matrix before it is used. */
  enum Form {
    AS_IS,
    TRANSPOSED,
    /** Transposed and conjugated. */
    ADJOINT;

    /** The form of the transpose, for a matrix that is conjugated where this is ADJOINT. */
    public Form transposed() {
      return this == AS_IS ? TRANSPOSED : AS_IS;
    }
  }

  /**
   * L, lower triangular with zeros above, with {@code L adjoint(L)} the operand, of which the lower
   * triangle is read.
   */
  record Cholesky() implements MatrixFunction {}

  /**
   * Elimination with row exchanges: L and U in one matrix, the row that each step exchanged with,
   * and the order of rows that results; both int32, counted from 0.
   */
  record Lu() implements MatrixFunction {}

  /**
   * Q and R.
   *
   * @param full whether Q is square
   */
  record Qr(boolean full) implements MatrixFunction {}

  /**
   * The product of reflections: of a matrix [m, n] with their vectors below its diagonal and their
   * factors [k], the first n columns.
   */
  record HouseholderProduct() implements MatrixFunction {}

  /**
   * A Hessenberg matrix with the same eigenvalues, with the vectors of reflections below its
   * subdiagonal, and the factors of the reflections.
   */
  record Hessenberg() implements MatrixFunction {}

  /**
   * A tridiagonal matrix with the same eigenvalues as a Hermitian one: the reflections' vectors in
   * the place of the triangle that was read, the diagonal, the subdiagonal, and their factors.
   */
  record Tridiagonal(boolean lower) implements MatrixFunction {}

  /**
   * Eigenvalues, ascending and real, and eigenvectors of a Hermitian matrix; reads its lower
   * triangle.
   */
  record Eigh() implements MatrixFunction {}

  /** Complex eigenvalues, then the left and the right eigenvectors as columns, if asked for. */
  record Eig(boolean left, boolean right) implements MatrixFunction {}

  /**
   * Singular values, descending; then, if asked for, U and the adjoint of V.
   *
   * @param full whether U and V are square
   */
  record Svd(boolean full, boolean vectors) implements MatrixFunction {}

  /**
   * x with {@code a x = b}, or {@code x a = b} unless leftSide, for a triangular a in this form.
   *
   * @param unitDiagonal whether ones are taken for the diagonal
   */
  record TriangularSolve(boolean leftSide, boolean lower, Form form, boolean unitDiagonal)
      implements MatrixFunction {}

  /** x with {@code a x = b} for a square a in this form, by elimination. */
  record Solve(Form form) implements MatrixFunction {}

  /**
   * x with {@code a x = b} for a tridiagonal a: its lower diagonal (the first element is not read),
   * its diagonal, its upper diagonal (the last is not read), and b.
   */
  record TridiagonalSolve() implements MatrixFunction {}
}
