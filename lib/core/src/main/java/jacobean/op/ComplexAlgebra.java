package jacobean.op;

import jacobean.type.Complex;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * {@link DenseAlgebra} of complex numbers: triangular and unitary factors of one matrix, as LAPACK
 * gives them. Matrices are rows and are not changed, unless a method says so.
 */
final class ComplexAlgebra {
  private static final Complex NAN = new Complex(Double.NaN, Double.NaN);

  private ComplexAlgebra() {}

  static Complex[][] copy(Complex[][] a) {
    return Arrays.stream(a).map(Complex[]::clone).toArray(Complex[][]::new);
  }

  static Complex[][] zeros(int rows, int columns) {
    var a = new Complex[rows][columns];
    for (var row : a) {
      Arrays.fill(row, Complex.ZERO);
    }
    return a;
  }

  static Complex[][] identity(int rows, int columns) {
    var a = zeros(rows, columns);
    for (int i = 0; i < Math.min(rows, columns); i++) {
      a[i][i] = Complex.ONE;
    }
    return a;
  }

  static void fillNan(Complex[][] a) {
    for (var row : a) {
      Arrays.fill(row, NAN);
    }
  }

  static boolean isFinite(Complex[][] a) {
    return Arrays.stream(a)
        .flatMap(Arrays::stream)
        .allMatch(z -> Double.isFinite(z.re()) && Double.isFinite(z.im()));
  }

  static Complex[][] column(int[] x) {
    return column(IntStream.of(x).asDoubleStream().toArray());
  }

  static Complex[][] column(double[] x) {
    return Arrays.stream(x)
        .mapToObj(v -> new Complex[] {new Complex(v, 0)})
        .toArray(Complex[][]::new);
  }

  static Complex[][] column(Complex[] x) {
    return Arrays.stream(x).map(v -> new Complex[] {v}).toArray(Complex[][]::new);
  }

  static Complex[][] ofReal(double[][] a) {
    return Arrays.stream(a)
        .map(row -> Arrays.stream(row).mapToObj(x -> new Complex(x, 0)).toArray(Complex[]::new))
        .toArray(Complex[][]::new);
  }

  static double[][] real(Complex[][] a) {
    return Arrays.stream(a)
        .map(row -> Arrays.stream(row).mapToDouble(Complex::re).toArray())
        .toArray(double[][]::new);
  }

  static Complex[][] conjugate(Complex[][] a) {
    return Arrays.stream(a)
        .map(row -> Arrays.stream(row).map(Complex::conjugate).toArray(Complex[]::new))
        .toArray(Complex[][]::new);
  }

  static Complex[][] transpose(Complex[][] a, int columns) {
    var t = new Complex[columns][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < columns; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  static Complex[][] adjoint(Complex[][] a, int columns) {
    return conjugate(transpose(a, columns));
  }

  /** L with {@code L adjoint(L) = a}; its triangle NaN if a is not positive definite. */
  static Complex[][] cholesky(Complex[][] a) {
    int n = a.length;
    var l = zeros(n, n);
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        var sum = i == j ? new Complex(a[j][j].re(), 0) : a[i][j];
        for (int k = 0; k < j; k++) {
          sum = sum.minus(l[i][k].times(l[j][k].conjugate()));
        }
        l[i][j] = i > j ? sum.times(1 / l[j][j].re()) : new Complex(Math.sqrt(sum.re()), 0);
      }
      if (!(l[j][j].re() > 0)) {
        for (int i = 0; i < n; i++) {
          Arrays.fill(l[i], 0, i + 1, NAN);
        }
        return l;
      }
    }
    return l;
  }

  /** Solves {@code a x = b} in place of b, for a triangular a, which may be transposed. */
  static void solveTriangular(
      Complex[][] a, Complex[][] b, boolean lower, boolean transposed, boolean unit) {
    int n = a.length;
    boolean forward = lower != transposed;
    int columns = n == 0 ? 0 : b[0].length;
    for (int step = 0; step < n; step++) {
      int i = forward ? step : n - 1 - step;
      for (int j = 0; j < columns; j++) {
        var sum = b[i][j];
        for (int k = forward ? 0 : i + 1; k < (forward ? i : n); k++) {
          sum = sum.minus((transposed ? a[k][i] : a[i][k]).times(b[k][j]));
        }
        b[i][j] = unit ? sum : sum.over(a[i][i]);
      }
    }
  }

  /** Gaussian elimination with row exchanges in place: L below the diagonal, U on and above it. */
  static int[] lu(Complex[][] a) {
    int m = a.length;
    int n = m == 0 ? 0 : a[0].length;
    var pivots = new int[Math.min(m, n)];
    for (int k = 0; k < pivots.length; k++) {
      int best = k;
      for (int i = k + 1; i < m; i++) {
        if (size(a[i][k]) > size(a[best][k])) {
          best = i;
        }
      }
      pivots[k] = best;
      var row = a[k];
      a[k] = a[best];
      a[best] = row;
      for (int i = k + 1; i < m && size(a[k][k]) != 0; i++) {
        var factor = a[i][k].over(a[k][k]);
        a[i][k] = factor;
        for (int j = k + 1; j < n; j++) {
          a[i][j] = a[i][j].minus(factor.times(a[k][j]));
        }
      }
    }
    return pivots;
  }

  /** What LAPACK compares pivots by. */
  private static double size(Complex z) {
    return Math.abs(z.re()) + Math.abs(z.im());
  }

  /**
   * Solves {@code a x = b} in place of b, and of a, by elimination.
   *
   * @param transposed whether a is transposed first
   */
  static void solve(Complex[][] a, Complex[][] b, boolean transposed) {
    var pivots = lu(a);
    if (!transposed) {
      DenseAlgebra.exchange(b, pivots, false);
      solveTriangular(a, b, true, false, true);
      solveTriangular(a, b, false, false, false);
    } else {
      solveTriangular(a, b, false, true, false);
      solveTriangular(a, b, true, true, true);
      DenseAlgebra.exchange(b, pivots, true);
    }
  }

  /** Q and R. */
  record Qr(Complex[][] q, Complex[][] r) {}

  /**
   * A reflection {@code 1 - factor v adjoint(v)} whose adjoint makes a vector zero but for one
   * element.
   *
   * @param v its elements from that one on, which is 1
   */
  record Reflection(Complex factor, Complex[] v) {
    /** That of LAPACK, which makes the first element real; factor 0 where it is all there is. */
    static Reflection of(Complex[] x) {
      double tail = 0;
      for (int i = 1; i < x.length; i++) {
        tail += x[i].re() * x[i].re() + x[i].im() * x[i].im();
      }
      var v = x.clone();
      v[0] = Complex.ONE;
      var first = x[0];
      if (tail == 0 && first.im() == 0) {
        return new Reflection(Complex.ZERO, v);
      }
      double norm = Math.hypot(first.abs(), Math.sqrt(tail));
      double beta = -Math.copySign(norm, first.re());
      var scale = Complex.ONE.over(new Complex(first.re() - beta, first.im()));
      for (int i = 1; i < x.length; i++) {
        v[i] = x[i].times(scale);
      }
      return new Reflection(new Complex((beta - first.re()) / beta, -first.im() / beta), v);
    }

    /** Replaces the rows of a from {@code row} on by its product with them. */
    void fromLeft(Complex[][] a, int row, boolean adjoint) {
      var f = adjoint ? factor.conjugate() : factor;
      for (int j = 0; j < a[0].length; j++) {
        var dot = Complex.ZERO;
        for (int i = 0; i < v.length; i++) {
          dot = dot.plus(v[i].conjugate().times(a[row + i][j]));
        }
        dot = dot.times(f);
        for (int i = 0; i < v.length; i++) {
          a[row + i][j] = a[row + i][j].minus(v[i].times(dot));
        }
      }
    }

    /** Replaces the columns of a from {@code column} on by their product with it. */
    void fromRight(Complex[][] a, int column) {
      for (var row : a) {
        var dot = Complex.ZERO;
        for (int i = 0; i < v.length; i++) {
          dot = dot.plus(row[column + i].times(v[i]));
        }
        dot = dot.times(factor);
        for (int i = 0; i < v.length; i++) {
          row[column + i] = row[column + i].minus(dot.times(v[i].conjugate()));
        }
      }
    }
  }

  /** The elements of a column from a row on. */
  static Complex[] below(Complex[][] a, int row, int column) {
    return IntStream.range(row, a.length).mapToObj(i -> a[i][column]).toArray(Complex[]::new);
  }

  /**
   * By reflections, with the signs of LAPACK.
   *
   * @param columns of Q
   */
  static Qr qr(Complex[][] matrix, int columns) {
    int m = matrix.length;
    int n = matrix[0].length;
    var r = copy(matrix);
    int steps = Math.min(m, n);
    var reflections = new Reflection[steps];
    for (int k = 0; k < steps; k++) {
      reflections[k] = Reflection.of(below(r, k, k));
      reflections[k].fromLeft(r, k, true);
    }
    var q = identity(m, columns);
    for (int k = steps - 1; k >= 0 && columns > 0; k--) {
      reflections[k].fromLeft(q, k, false);
    }
    var upper = zeros(columns, n);
    for (int i = 0; i < columns; i++) {
      System.arraycopy(r[i], Math.min(i, n), upper[i], Math.min(i, n), n - Math.min(i, n));
    }
    return new Qr(q, upper);
  }
}
