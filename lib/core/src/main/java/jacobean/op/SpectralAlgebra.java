package jacobean.op;

import jacobean.error.EngineException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Eigenvalues and singular values of one matrix in plain Java. */
final class SpectralAlgebra {
  private static final int MAX_SWEEPS = 60;
  private static final double TINY = 1e-300;

  private SpectralAlgebra() {}

  /**
   * Values, ascending for eigenvalues and descending for singular values, and vectors as columns.
   */
  record Eigen(double[] values, double[][] vectors) {}

  /**
   * Of a symmetric matrix, of which the lower triangle is read: Householder's reduction to a
   * tridiagonal matrix, then implicit QL or QR steps. The vectors have the signs that these give.
   */
  static Eigen eigen(double[][] symmetric) {
    int n = symmetric.length;
    var a = DenseAlgebra.copy(symmetric);
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        a[i][j] = a[j][i];
      }
    }
    var z = DenseAlgebra.identity(n);
    for (int k = 0; k + 2 < n; k++) {
      tridiagonalize(a, z, k);
    }
    var d = new double[n];
    var e = new double[n];
    for (int i = 0; i < n; i++) {
      d[i] = a[i][i];
      e[i] = i + 1 < n ? a[i + 1][i] : 0;
    }
    if (!finite(d) || !finite(e)) {
      Arrays.fill(d, Double.NaN);
      for (var row : z) {
        Arrays.fill(row, Double.NaN);
      }
      return new Eigen(d, z);
    }
    diagonalize(d, e, z);
    return sorted(d, z, Comparator.comparingDouble(i -> d[i]));
  }

  private static boolean finite(double[] x) {
    return Arrays.stream(x).allMatch(Double::isFinite);
  }

  /**
   * Makes column k zero below the subdiagonal by a reflection from both sides; collects it in z.
   */
  private static void tridiagonalize(double[][] a, double[][] z, int k) {
    int n = a.length;
    var v = new double[n];
    double tail = 0;
    for (int i = k + 2; i < n; i++) {
      v[i] = a[i][k];
      tail += v[i] * v[i];
    }
    if (tail == 0) {
      return;
    }
    double alpha = a[k + 1][k];
    v[k + 1] = alpha + Math.copySign(Math.sqrt(alpha * alpha + tail), alpha);
    double factor = 2 / (v[k + 1] * v[k + 1] + tail);
    for (int j = 0; j < n; j++) {
      double left = 0;
      for (int i = k + 1; i < n; i++) {
        left += v[i] * a[i][j];
      }
      for (int i = k + 1; i < n; i++) {
        a[i][j] -= factor * left * v[i];
      }
    }
    for (int i = 0; i < n; i++) {
      double right = 0;
      double collected = 0;
      for (int j = k + 1; j < n; j++) {
        right += a[i][j] * v[j];
        collected += z[i][j] * v[j];
      }
      for (int j = k + 1; j < n; j++) {
        a[i][j] -= factor * right * v[j];
        z[i][j] -= factor * collected * v[j];
      }
    }
  }

  /** Diagonalizes the tridiagonal matrix with diagonal d and subdiagonal e; rotates z along. */
  private static void diagonalize(double[] d, double[] e, double[][] z) {
    int n = d.length;
    int start = 0;
    while (start < n) {
      int end = start;
      while (end + 1 < n && !negligible(d, e, end)) {
        end++;
      }
      if (end + 1 < n) {
        e[end] = 0;
      }
      block(d, e, z, start, end);
      start = end + 1;
    }
  }

  private static boolean negligible(double[] d, double[] e, int i) {
    return e[i] * e[i] <= 0x1p-104 * Math.abs(d[i]) * Math.abs(d[i + 1]) + TINY;
  }

  /** As LAPACK: QL where the larger end is the last, QR where it is the first. */
  private static void block(double[] d, double[] e, double[][] z, int start, int end) {
    boolean upwards = Math.abs(d[end]) < Math.abs(d[start]);
    int from = upwards ? end : start;
    int to = upwards ? start : end;
    int step = upwards ? -1 : 1;
    int sweeps = 0;
    while ((to - from) * step > 0) {
      int m = from;
      while (m != to && !negligible(d, e, upwards ? m - 1 : m)) {
        m += step;
      }
      if (m != to) {
        e[upwards ? m - 1 : m] = 0;
      }
      if (m == from) {
        from += step;
      } else if (Math.abs(m - from) == 1) {
        pair(d, e, z, Math.min(m, from));
        from += 2 * step;
      } else if (sweeps++ > MAX_SWEEPS * d.length) {
        throw new EngineException(
            "eigh: no eigenvalues found; look for numbers of very different size.");
      } else {
        sweep(d, e, z, from, m, step);
      }
    }
  }

  /** One implicit step from m back to {@code from}, with Wilkinson's shift. */
  private static void sweep(double[] d, double[] e, double[][] z, int from, int m, int step) {
    double first = e[between(from, from + step)];
    double g = (d[from + step] - d[from]) / (2 * first);
    double r = Math.hypot(g, 1);
    g = d[m] - d[from] + first / (g + Math.copySign(r, g));
    double s = 1;
    double c = 1;
    double p = 0;
    for (int i = m - step; i != from - step; i -= step) {
      double f = s * e[between(i, i + step)];
      double b = c * e[between(i, i + step)];
      double[] rotation = rotation(g, f);
      c = rotation[0];
      s = rotation[1];
      if (i != m - step) {
        e[between(i + step, i + 2 * step)] = rotation[2];
      }
      g = d[i + step] - p;
      r = (d[i] - g) * s + 2 * c * b;
      p = s * r;
      d[i + step] = g + p;
      g = c * r - b;
      for (var row : z) {
        double old = row[i + step];
        row[i + step] = c * old + s * row[i];
        row[i] = c * row[i] - s * old;
      }
    }
    d[from] -= p;
    e[between(from, from + step)] = g;
  }

  private static int between(int i, int j) {
    return Math.min(i, j);
  }

  /** c, s and r with {@code c f + s g = r} and {@code c g = s f}, signs as LAPACK's. */
  private static double[] rotation(double f, double g) {
    if (g == 0) {
      return new double[] {1, 0, f};
    }
    if (f == 0) {
      return new double[] {0, 1, g};
    }
    double r = Math.hypot(f, g);
    double sign = f < 0 ? -1 : 1;
    return new double[] {sign * f / r, sign * g / r, sign * r};
  }

  /** The eigenvalues of a block of two at i, and its rotation: LAPACK's dlaev2. */
  private static void pair(double[] d, double[] e, double[][] z, int i) {
    double a = d[i];
    double b = e[i];
    double c = d[i + 1];
    double sum = a + c;
    double difference = a - c;
    double twice = b + b;
    double root = Math.hypot(difference, twice);
    double larger = Math.abs(a) > Math.abs(c) ? a : c;
    double smaller = Math.abs(a) > Math.abs(c) ? c : a;
    double first;
    double second;
    int sign = sum < 0 ? -1 : 1;
    if (sum == 0) {
      first = 0.5 * root;
      second = -0.5 * root;
    } else {
      first = 0.5 * (sum + sign * root);
      second = larger / first * smaller - b / first * b;
    }
    int direction = difference >= 0 ? 1 : -1;
    double cs = difference + direction * root;
    double cosine;
    double sine;
    if (Math.abs(cs) > Math.abs(twice)) {
      double t = -twice / cs;
      sine = 1 / Math.sqrt(1 + t * t);
      cosine = t * sine;
    } else if (twice == 0) {
      cosine = 1;
      sine = 0;
    } else {
      double t = -cs / twice;
      cosine = 1 / Math.sqrt(1 + t * t);
      sine = t * cosine;
    }
    if (sign == direction) {
      double t = cosine;
      cosine = -sine;
      sine = t;
    }
    d[i] = first;
    d[i + 1] = second;
    e[i] = 0;
    for (var row : z) {
      double t = row[i + 1];
      row[i + 1] = cosine * t - sine * row[i];
      row[i] = sine * t + cosine * row[i];
    }
  }

  private static Eigen sorted(double[] values, double[][] vectors, Comparator<Integer> order) {
    var places = IntStream.range(0, values.length).boxed().sorted(order).mapToInt(i -> i).toArray();
    return new Eigen(
        Arrays.stream(places).mapToDouble(i -> values[i]).toArray(),
        Arrays.stream(vectors)
            .map(row -> Arrays.stream(places).mapToDouble(i -> row[i]).toArray())
            .toArray(double[][]::new));
  }

  /**
   * U, the singular values in descending order, and V transposed; the lesser side's length many.
   */
  record Svd(double[][] u, double[] s, double[][] vh) {}

  /**
   * By one-sided Jacobi rotations, which make the columns orthogonal.
   *
   * @param full whether U and V are square
   */
  static Svd svd(double[][] a, int columns, boolean full) {
    int m = a.length;
    if (m < columns) {
      var t = svd(DenseAlgebra.transpose(a, columns), m, full);
      int k = t.u.length == 0 ? 0 : t.u[0].length;
      return new Svd(DenseAlgebra.transpose(t.vh, m), t.s, DenseAlgebra.transpose(t.u, k));
    }
    var u = DenseAlgebra.copy(a);
    var v = DenseAlgebra.identity(columns);
    boolean finite = Arrays.stream(a).allMatch(SpectralAlgebra::finite);
    for (int sweep = 0; sweep < MAX_SWEEPS && finite && rotateAll(u, v, columns); sweep++) {}
    var s = new double[columns];
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (var row : u) {
        sum += row[j] * row[j];
      }
      s[j] = finite ? Math.sqrt(sum) : Double.NaN;
    }
    var order = sorted(s, v, Comparator.comparingDouble(i -> -s[i]));
    var left = sorted(s, u, Comparator.comparingDouble(i -> -s[i])).vectors;
    int width = full ? m : columns;
    return new Svd(
        orthonormal(left, order.values, width),
        order.values,
        DenseAlgebra.transpose(order.vectors, columns));
  }

  /** Makes every pair of columns orthogonal; says whether one was not. */
  private static boolean rotateAll(double[][] u, double[][] v, int n) {
    boolean rotated = false;
    for (int p = 0; p < n; p++) {
      for (int q = p + 1; q < n; q++) {
        double alpha = 0;
        double beta = 0;
        double gamma = 0;
        for (var row : u) {
          alpha += row[p] * row[p];
          beta += row[q] * row[q];
          gamma += row[p] * row[q];
        }
        if (gamma == 0 || Math.abs(gamma) <= 1e-15 * Math.sqrt(alpha * beta)) {
          continue;
        }
        rotated = true;
        double zeta = (beta - alpha) / (2 * gamma);
        double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double c = 1 / Math.hypot(1, t);
        rotate(u, p, q, c, c * t);
        rotate(v, p, q, c, c * t);
      }
    }
    return rotated;
  }

  private static void rotate(double[][] a, int p, int q, double c, double s) {
    for (var row : a) {
      double t = row[p];
      row[p] = c * t - s * row[q];
      row[q] = s * t + c * row[q];
    }
  }

  /** Columns over their lengths, completed to orthonormal ones where they are zero or missing. */
  private static double[][] orthonormal(double[][] u, double[] s, int width) {
    int m = u.length;
    var q = new double[m][width];
    double floor = (s.length == 0 ? 0 : s[0]) * 1e-14;
    for (int j = 0; j < width; j++) {
      if (j < s.length && (s[j] > floor || Double.isNaN(s[j]))) {
        for (int i = 0; i < m; i++) {
          q[i][j] = u[i][j] / s[j];
        }
      } else {
        complete(q, j);
      }
    }
    return q;
  }

  /** Column j made of a unit vector without its parts along the columns before. */
  private static void complete(double[][] q, int j) {
    int m = q.length;
    double best = -1;
    // None is better than another where there is NaN.
    var chosen = new double[m];
    Arrays.fill(chosen, Double.NaN);
    for (int unit = 0; unit < m; unit++) {
      var x = new double[m];
      x[unit] = 1;
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < j; k++) {
          double dot = 0;
          for (int i = 0; i < m; i++) {
            dot += q[i][k] * x[i];
          }
          for (int i = 0; i < m; i++) {
            x[i] -= dot * q[i][k];
          }
        }
      }
      double norm = Math.sqrt(Arrays.stream(x).map(t -> t * t).sum());
      if (norm > best) {
        best = norm;
        chosen = Arrays.stream(x).map(t -> t / norm).toArray();
      }
    }
    for (int i = 0; i < m; i++) {
      q[i][j] = chosen[i];
    }
  }
}
