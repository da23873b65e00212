package jacobean.llvm.blas;

import jacobean.ir.MatrixFunction.Form;
import java.util.function.LongConsumer;

/** Triangular factors of one matrix, and equations solved with them, by LAPACK. */
final class TriangularRoutines {
  private TriangularRoutines() {}

  /** In place: a row-major lower triangle is a column-major upper one. */
  static Routine cholesky(Recipe r, int n) {
    var potrf = r.routine("potrf");
    var clear = clear(r, 'L', n - 1, n - 1, n);
    long upper = r.letter('U');
    long size = r.integer(n);
    long info = r.integers(1);
    long bytes = (long) n * n * r.size();
    return (in, out, at) -> {
      At.copy(in[0], out[0], bytes);
      potrf.call(upper, size, out[0], size, at + info);
      if (At.integer(at + info) != 0) {
        At.putNans(r.dtype(), out[0], (long) n * n);
      }
      clear.accept(out[0] + r.size());
    };
  }

  /** Sets a triangle, the diagonal included, of a column-major matrix to zero. */
  static LongConsumer clear(Recipe r, char triangle, int rows, int columns, int stride) {
    if (rows <= 0 || columns <= 0) {
      return at -> {};
    }
    var laset = r.routine("laset");
    long which = r.letter(triangle);
    long m = r.integer(rows);
    long n = r.integer(columns);
    long zero = r.number(0);
    long ld = r.integer(stride);
    return at -> laset.call(which, m, n, zero, zero, at, ld);
  }

  static Routine lu(Recipe r, int m, int n) {
    var getrf = r.routine("getrf");
    var in0 = r.transposition(m, n);
    var out0 = r.transposition(n, m);
    long rows = r.integer(m);
    long columns = r.integer(n);
    long a = r.elements((long) m * n);
    long info = r.integers(1);
    int k = Math.min(m, n);
    return (in, out, at) -> {
      in0.run(in[0], at + a);
      getrf.call(rows, columns, at + a, rows, out[1], at + info);
      out0.run(at + a, out[0]);
      for (int i = 0; i < m; i++) {
        At.putInteger(out[2] + 4L * i, i);
      }
      for (int i = 0; i < k; i++) {
        long pivot = out[1] + 4L * i;
        int other = At.integer(pivot) - 1;
        At.putInteger(pivot, other);
        int row = At.integer(out[2] + 4L * i);
        At.putInteger(out[2] + 4L * i, At.integer(out[2] + 4L * other));
        At.putInteger(out[2] + 4L * other, row);
      }
    };
  }

  /** Row-major {@code op(a) x = b} is column-major {@code x' op(a)' = b'}, solved in place. */
  static Routine triangularSolve(
      Recipe r, boolean leftSide, boolean lower, Form form, boolean unit, int rows, int columns) {
    var trsm = r.routine("trsm");
    long side = r.letter(leftSide ? 'R' : 'L');
    long triangle = r.letter(lower ? 'U' : 'L');
    long op = letter(r, form);
    long diagonal = r.letter(unit ? 'U' : 'N');
    long m = r.integer(columns);
    long n = r.integer(rows);
    long one = r.number(1);
    long lda = r.integer(leftSide ? rows : columns);
    long bytes = (long) rows * columns * r.size();
    return (in, out, at) -> {
      At.copy(in[1], out[0], bytes);
      trsm.call(side, triangle, op, diagonal, m, n, one, in[0], lda, out[0], m);
    };
  }

  private static long letter(Recipe r, Form form) {
    return r.letter(
        switch (form) {
          case AS_IS -> 'N';
          case TRANSPOSED -> 'T';
          case ADJOINT -> 'C';
        });
  }

  static Routine solve(Recipe r, Form form, int n, int columns) {
    var getrf = r.routine("getrf");
    var getrs = r.routine("getrs");
    var inA = r.transposition(n, n);
    var inB = r.transposition(n, columns);
    var outX = r.transposition(columns, n);
    long size = r.integer(n);
    long count = r.integer(columns);
    long op = letter(r, form);
    long a = r.elements((long) n * n);
    long b = r.elements((long) n * columns);
    long pivots = r.integers(n);
    long info = r.integers(1);
    return (in, out, at) -> {
      inA.run(in[0], at + a);
      inB.run(in[1], at + b);
      getrf.call(size, size, at + a, size, at + pivots, at + info);
      getrs.call(op, size, count, at + a, size, at + pivots, at + b, size, at + info);
      outX.run(at + b, out[0]);
    };
  }

  static Routine tridiagonalSolve(Recipe r, int n, int columns) {
    var gtsv = r.routine("gtsv");
    var inB = r.transposition(n, columns);
    var outX = r.transposition(columns, n);
    long size = r.integer(n);
    long count = r.integer(columns);
    long diagonals = r.elements(3L * n);
    long b = r.elements((long) n * columns);
    long info = r.integers(1);
    long bytes = (long) n * r.size();
    return (in, out, at) -> {
      long lower = at + diagonals;
      long middle = lower + bytes;
      long upper = middle + bytes;
      // LAPACK's lower diagonal begins where ours has its second element.
      At.copy(in[0] + r.size(), lower, bytes - r.size());
      At.copy(in[1], middle, bytes);
      At.copy(in[2], upper, bytes);
      inB.run(in[3], at + b);
      gtsv.call(size, count, lower, middle, upper, at + b, size, at + info);
      outX.run(at + b, out[0]);
      if (At.integer(at + info) != 0) {
        At.putNans(r.dtype(), out[0], (long) n * columns);
      }
    };
  }
}
