package jacobean.op;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The algorithms of linear algebra on one matrix in plain Java: what the primitives of {@link
 * Factorizations} and {@link Spectra} compute for each matrix of a stack. Matrices are rows of
 * doubles and are not changed, unless a method says so.
 */
final class DenseAlgebra {
  private DenseAlgebra() {}

  static double[][] copy(double[][] a) {
    var b = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      b[i] = a[i].clone();
    }
    return b;
  }

  /** A vector as a matrix with one column. */
  static double[][] column(double[] x) {
    return Arrays.stream(x).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
  }

  static double[][] column(int[] x) {
    return column(IntStream.of(x).asDoubleStream().toArray());
  }

  static double[][] identity(int n) {
    var a = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i][i] = 1;
    }
    return a;
  }

  /** L with {@code L L' = a}; its triangle NaN if a is not positive definite. */
  static double[][] cholesky(double[][] a) {
    int n = a.length;
    var l = new double[n][n];
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        l[i][j] = i > j ? sum / l[j][j] : Math.sqrt(sum);
      }
      if (!(l[j][j] > 0)) {
        for (int i = 0; i < n; i++) {
          Arrays.fill(l[i], 0, i + 1, Double.NaN);
        }
        return l;
      }
    }
    return l;
  }

  /** Solves {@code a x = b} in place of b, for a triangular a. */
  static void solveTriangular(
      double[][] a, double[][] b, boolean lower, boolean transposed, boolean unit) {
    int n = a.length;
    boolean forward = lower != transposed;
    int columns = n == 0 ? 0 : b[0].length;
    for (int step = 0; step < n; step++) {
      int i = forward ? step : n - 1 - step;
      for (int j = 0; j < columns; j++) {
        double sum = b[i][j];
        for (int k = forward ? 0 : i + 1; k < (forward ? i : n); k++) {
          sum -= (transposed ? a[k][i] : a[i][k]) * b[k][j];
        }
        b[i][j] = unit ? sum : sum / a[i][i];
      }
    }
  }

  /** Gaussian elimination with row exchanges in place: L below the diagonal, U on and above it. */
  static int[] lu(double[][] a) {
    int m = a.length;
    int n = m == 0 ? 0 : a[0].length;
    var pivots = new int[Math.min(m, n)];
    for (int k = 0; k < pivots.length; k++) {
      int best = k;
      for (int i = k + 1; i < m; i++) {
        if (Math.abs(a[i][k]) > Math.abs(a[best][k])) {
          best = i;
        }
      }
      pivots[k] = best;
      var row = a[k];
      a[k] = a[best];
      a[best] = row;
      for (int i = k + 1; i < m && a[k][k] != 0; i++) {
        double factor = a[i][k] / a[k][k];
        a[i][k] = factor;
        for (int j = k + 1; j < n; j++) {
          a[i][j] -= factor * a[k][j];
        }
      }
    }
    return pivots;
  }

  /**
   * Solves {@code a x = b} in place of b, and of a, by elimination.
   *
   * @param transposed whether a is transposed first
   */
  static void solve(double[][] a, double[][] b, boolean transposed) {
    var pivots = lu(a);
    if (!transposed) {
      exchange(b, pivots, false);
      solveTriangular(a, b, true, false, true);
      solveTriangular(a, b, false, false, false);
    } else {
      solveTriangular(a, b, false, true, false);
      solveTriangular(a, b, true, true, true);
      exchange(b, pivots, true);
    }
  }

  /** Exchanges rows as elimination did, or back. */
  static void exchange(Object[] rows, int[] pivots, boolean back) {
    for (int step = 0; step < pivots.length; step++) {
      int i = back ? pivots.length - 1 - step : step;
      var row = rows[i];
      rows[i] = rows[pivots[i]];
      rows[pivots[i]] = row;
    }
  }

  /** Q and R. */
  record Qr(double[][] q, double[][] r) {}

  /**
   * By Householder's reflections, with the signs of LAPACK.
   *
   * @param columns of Q
   */
  static Qr qr(double[][] matrix, int columns) {
    int m = matrix.length;
    int n = m == 0 ? 0 : matrix[0].length;
    var r = copy(matrix);
    var q = new double[m][columns];
    for (int i = 0; i < Math.min(m, columns); i++) {
      q[i][i] = 1;
    }
    int steps = Math.min(m, n);
    var reflectors = new double[steps][];
    for (int k = 0; k < steps; k++) {
      var v = new double[m];
      double tail = 0;
      for (int i = k + 1; i < m; i++) {
        tail += r[i][k] * r[i][k];
        v[i] = r[i][k];
      }
      if (tail == 0) {
        continue;
      }
      v[k] = r[k][k] + Math.copySign(Math.sqrt(r[k][k] * r[k][k] + tail), r[k][k]);
      reflectors[k] = v;
      reflect(r, v, k);
    }
    for (int k = steps - 1; k >= 0; k--) {
      if (reflectors[k] != null) {
        reflect(q, reflectors[k], k);
      }
    }
    var upper = new double[columns][n];
    for (int i = 0; i < columns; i++) {
      for (int j = i; j < n; j++) {
        upper[i][j] = r[i][j];
      }
    }
    return new Qr(q, upper);
  }

  /** Replaces a by {@code (1 - 2 v v' / v'v) a}; v is zero before {@code from}. */
  private static void reflect(double[][] a, double[] v, int from) {
    double norm = 0;
    for (int i = from; i < v.length; i++) {
      norm += v[i] * v[i];
    }
    int n = a.length == 0 ? 0 : a[0].length;
    for (int j = 0; j < n; j++) {
      double dot = 0;
      for (int i = from; i < v.length; i++) {
        dot += v[i] * a[i][j];
      }
      for (int i = from; i < v.length; i++) {
        a[i][j] -= 2 * dot / norm * v[i];
      }
    }
  }

  static double[][] transpose(double[][] a, int columns) {
    var t = new double[columns][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < columns; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }
}
