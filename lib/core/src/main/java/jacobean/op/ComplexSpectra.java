package jacobean.op;

import static jacobean.op.ComplexAlgebra.adjoint;
import static jacobean.op.ComplexAlgebra.below;
import static jacobean.op.ComplexAlgebra.copy;
import static jacobean.op.ComplexAlgebra.identity;

import jacobean.error.EngineException;
import jacobean.type.Complex;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Eigenvalues and singular values of one complex matrix in plain Java. */
final class ComplexSpectra {
  private static final int MAX_SWEEPS = 60;
  private static final double EPSILON = 0x1p-53;

  private ComplexSpectra() {}

  /** Real eigenvalues, ascending, and vectors as columns. */
  record Hermitian(double[] values, Complex[][] vectors) {}

  /** U, the singular values in descending order, and the adjoint of V. */
  record Svd(Complex[][] u, double[] s, Complex[][] vh) {}

  /** Complex eigenvalues, in no order, and vectors of length 1 as columns. */
  record Eigen(Complex[] values, Complex[][] vectors) {}

  /**
   * The rotation of two columns that makes {@code [[a, g], [conj(g), b]]} diagonal: the first
   * becomes {@code c p first - s second}, the second {@code s p first + c second}.
   */
  private record Rotation(double c, double s, Complex p) {
    static Rotation of(double a, double b, Complex g) {
      double size = g.abs();
      double theta = (b - a) / (2 * size);
      double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(1, theta));
      double c = 1 / Math.hypot(1, t);
      return new Rotation(c, c * t, g.times(1 / size));
    }

    void columns(Complex[][] a, int i, int j) {
      for (var row : a) {
        var x = row[i].times(p);
        var y = row[j];
        row[i] = x.times(c).minus(y.times(s));
        row[j] = x.times(s).plus(y.times(c));
      }
    }

    void rows(Complex[][] a, int i, int j) {
      for (int k = 0; k < a[i].length; k++) {
        var x = a[i][k].times(p.conjugate());
        var y = a[j][k];
        a[i][k] = x.times(c).minus(y.times(s));
        a[j][k] = x.times(s).plus(y.times(c));
      }
    }
  }

  private static double[] nans(int n) {
    var x = new double[n];
    Arrays.fill(x, Double.NaN);
    return x;
  }

  private static Complex[][] picked(Complex[][] a, int[] columns) {
    return Arrays.stream(a)
        .map(row -> Arrays.stream(columns).mapToObj(j -> row[j]).toArray(Complex[]::new))
        .toArray(Complex[][]::new);
  }

  private static int[] order(int n, Comparator<Integer> by) {
    return IntStream.range(0, n).boxed().sorted(by).mapToInt(i -> i).toArray();
  }

  /** By Jacobi's rotations; reads the lower triangle. */
  static Hermitian hermitian(Complex[][] matrix) {
    int n = matrix.length;
    var a = copy(matrix);
    for (int i = 0; i < n; i++) {
      a[i][i] = new Complex(a[i][i].re(), 0);
      for (int j = i + 1; j < n; j++) {
        a[i][j] = a[j][i].conjugate();
      }
    }
    var v = identity(n, n);
    if (!ComplexAlgebra.isFinite(a)) {
      ComplexAlgebra.fillNan(v);
      return new Hermitian(nans(n), v);
    }
    boolean rotated = true;
    for (int sweep = 0; sweep < MAX_SWEEPS && rotated; sweep++) {
      rotated = false;
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          double size = a[i][j].abs();
          double scale = Math.sqrt(Math.abs(a[i][i].re() * a[j][j].re()));
          if (size > EPSILON * scale && size > Double.MIN_NORMAL) {
            var rotation = Rotation.of(a[i][i].re(), a[j][j].re(), a[i][j]);
            rotation.columns(a, i, j);
            rotation.rows(a, i, j);
            a[i][j] = Complex.ZERO;
            a[j][i] = Complex.ZERO;
            rotation.columns(v, i, j);
            rotated = true;
          }
        }
      }
    }
    var order = order(n, Comparator.comparingDouble(i -> a[i][i].re()));
    return new Hermitian(
        Arrays.stream(order).mapToDouble(i -> a[i][i].re()).toArray(), picked(v, order));
  }

  /**
   * By rotations that make the columns orthogonal.
   *
   * @param full whether U and V are square
   */
  static Svd svd(Complex[][] a, boolean full) {
    int m = a.length;
    int n = a[0].length;
    if (m < n) {
      var t = svd(adjoint(a, n), full);
      return new Svd(adjoint(t.vh, m), t.s, adjoint(t.u, t.u[0].length));
    }
    var u = copy(a);
    var v = identity(n, n);
    boolean finite = ComplexAlgebra.isFinite(a);
    for (int sweep = 0; sweep < MAX_SWEEPS && finite && rotateAll(u, v, n); sweep++) {}
    var s = finite ? IntStream.range(0, n).mapToDouble(j -> length(u, j)).toArray() : nans(n);
    var order = order(n, Comparator.comparingDouble(i -> -s[i]));
    var sorted = Arrays.stream(order).mapToDouble(i -> s[i]).toArray();
    var left = orthonormal(picked(u, order), sorted, full ? m : n);
    var right = picked(v, order);
    if (!finite) {
      ComplexAlgebra.fillNan(left);
      ComplexAlgebra.fillNan(right);
    }
    return new Svd(left, sorted, adjoint(right, n));
  }

  private static double length(Complex[][] a, int column) {
    return Math.sqrt(
        Arrays.stream(a)
            .mapToDouble(
                row -> row[column].re() * row[column].re() + row[column].im() * row[column].im())
            .sum());
  }

  /** The sum of {@code conj(x) y} over two columns. */
  private static Complex dot(Complex[][] x, int i, Complex[][] y, int j) {
    var sum = Complex.ZERO;
    for (int k = 0; k < x.length; k++) {
      sum = sum.plus(x[k][i].conjugate().times(y[k][j]));
    }
    return sum;
  }

  private static boolean rotateAll(Complex[][] u, Complex[][] v, int n) {
    boolean rotated = false;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double a = dot(u, i, u, i).re();
        double b = dot(u, j, u, j).re();
        var g = dot(u, i, u, j);
        if (g.abs() > 1e-15 * Math.sqrt(a * b)) {
          var rotation = Rotation.of(a, b, g);
          rotation.columns(u, i, j);
          rotation.columns(v, i, j);
          rotated = true;
        }
      }
    }
    return rotated;
  }

  /** Columns over their lengths, completed to orthonormal ones where they are zero or missing. */
  private static Complex[][] orthonormal(Complex[][] u, double[] s, int width) {
    int m = u.length;
    var q = ComplexAlgebra.zeros(m, width);
    double floor = (s.length == 0 ? 0 : s[0]) * 1e-14;
    for (int j = 0; j < width; j++) {
      if (j < s.length && s[j] > floor) {
        for (int i = 0; i < m; i++) {
          q[i][j] = u[i][j].times(1 / s[j]);
        }
      } else {
        complete(q, j);
      }
    }
    return q;
  }

  /** Column j made of a unit vector without its parts along the columns before. */
  private static void complete(Complex[][] q, int j) {
    int m = q.length;
    Complex[][] best = null;
    for (int unit = 0; unit < m; unit++) {
      var x = ComplexAlgebra.zeros(m, 1);
      x[unit][0] = Complex.ONE;
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < j; k++) {
          var along = dot(q, k, x, 0);
          for (int i = 0; i < m; i++) {
            x[i][0] = x[i][0].minus(q[i][k].times(along));
          }
        }
      }
      best = best == null || length(x, 0) > length(best, 0) ? x : best;
    }
    double length = length(best, 0);
    for (int i = 0; i < m; i++) {
      q[i][j] = best[i][0].times(1 / length);
    }
  }

  // --- Of any square matrix ---

  /** By Schur's triangular form; NaN where an element is not finite. */
  static Eigen eigen(Complex[][] a) {
    int n = a.length;
    var values = new Complex[n];
    var vectors = identity(n, n);
    if (!ComplexAlgebra.isFinite(a)) {
      ComplexAlgebra.fillNan(vectors);
      Arrays.fill(values, vectors[0][0]);
      return new Eigen(values, vectors);
    }
    var t = copy(a);
    var q = identity(n, n);
    schur(t, q);
    for (int k = 0; k < n; k++) {
      values[k] = t[k][k];
      var x = triangularVector(t, k);
      for (int i = 0; i < n; i++) {
        vectors[i][k] = Complex.ZERO;
        for (int j = 0; j <= k; j++) {
          vectors[i][k] = vectors[i][k].plus(q[i][j].times(x[j]));
        }
      }
      normalize(vectors, k);
    }
    return new Eigen(values, vectors);
  }

  /**
   * The left eigenvectors of a for these eigenvalues: the right ones of its adjoint for their
   * conjugates.
   */
  static Complex[][] leftVectors(Complex[][] a, Complex[] values) {
    int n = a.length;
    var e = eigen(adjoint(a, n));
    var free = IntStream.range(0, n).boxed().collect(java.util.stream.Collectors.toList());
    var columns = new int[n];
    for (int k = 0; k < n; k++) {
      var wanted = values[k].conjugate();
      var nearest =
          free.stream()
              .min(Comparator.comparingDouble(j -> e.values[j].minus(wanted).abs()))
              .orElseThrow();
      free.remove(nearest);
      columns[k] = nearest;
    }
    return picked(e.vectors, columns);
  }

  /** The solution of {@code (t - t[k][k]) x = 0} with {@code x[k] = 1} and zeros after it. */
  private static Complex[] triangularVector(Complex[][] t, int k) {
    var x = new Complex[k + 1];
    x[k] = Complex.ONE;
    double scale =
        Arrays.stream(t).flatMap(Arrays::stream).mapToDouble(Complex::abs).max().orElse(0);
    for (int i = k - 1; i >= 0; i--) {
      var sum = Complex.ZERO;
      for (int j = i + 1; j <= k; j++) {
        sum = sum.plus(t[i][j].times(x[j]));
      }
      var gap = t[k][k].minus(t[i][i]);
      // Equal eigenvalues are taken for neighbours, as LAPACK does.
      double least = Math.max(EPSILON * scale, Double.MIN_NORMAL);
      x[i] = sum.over(gap.abs() < least ? new Complex(least, 0) : gap);
    }
    return x;
  }

  /** Length 1, and the greatest element real. */
  private static void normalize(Complex[][] v, int column) {
    double length = length(v, column);
    var greatest =
        Arrays.stream(v)
            .map(row -> row[column])
            .max(Comparator.comparingDouble(Complex::abs))
            .orElseThrow();
    var factor = greatest.conjugate().times(1 / (greatest.abs() * length));
    for (var row : v) {
      row[column] = row[column].times(factor);
    }
  }

  /** Makes t triangular by QR steps with shifts, {@code q t adjoint(q)} staying what it is. */
  private static void schur(Complex[][] t, Complex[][] q) {
    int n = t.length;
    for (int k = 0; k + 2 < n; k++) {
      var reflection = ComplexAlgebra.Reflection.of(below(t, k + 1, k));
      reflection.fromLeft(t, k + 1, true);
      reflection.fromRight(t, k + 1);
      reflection.fromRight(q, k + 1);
    }
    int end = n - 1;
    int turns = 0;
    while (end > 0) {
      int start = end;
      while (start > 0 && !negligible(t, start)) {
        start--;
      }
      if (start > 0) {
        t[start][start - 1] = Complex.ZERO;
      }
      if (start == end) {
        end--;
        turns = 0;
      } else if (turns++ > MAX_SWEEPS) {
        throw new EngineException(
            "eig: no eigenvalues found; look for numbers of very different size.");
      } else {
        // An exceptional shift now and then gets out of cycles.
        var shift =
            turns % 10 == 0
                ? t[end][end].plus(new Complex(t[end][end - 1].abs(), 0))
                : shift(t, end);
        step(t, q, start, end, shift);
      }
    }
  }

  private static boolean negligible(Complex[][] t, int i) {
    double around = t[i][i].abs() + t[i - 1][i - 1].abs();
    return t[i][i - 1].abs() <= EPSILON * around + Double.MIN_NORMAL;
  }

  /** The eigenvalue of the last block of two that is nearer to the last element. */
  private static Complex shift(Complex[][] t, int end) {
    var a = t[end - 1][end - 1];
    var d = t[end][end];
    var half = a.minus(d).times(0.5);
    var root = half.times(half).plus(t[end - 1][end].times(t[end][end - 1])).sqrt();
    var middle = a.plus(d).times(0.5);
    var one = middle.plus(root);
    var other = middle.minus(root);
    return one.minus(d).abs() < other.minus(d).abs() ? one : other;
  }

  /** One QR step on the rows and columns from start to end of a Hessenberg matrix. */
  private static void step(Complex[][] t, Complex[][] q, int start, int end, Complex shift) {
    int n = t.length;
    for (int i = start; i <= end; i++) {
      t[i][i] = t[i][i].minus(shift);
    }
    var c = new Complex[end];
    var s = new Complex[end];
    for (int k = start; k < end; k++) {
      double r = Math.hypot(t[k][k].abs(), t[k + 1][k].abs());
      c[k] = r == 0 ? Complex.ONE : t[k][k].times(1 / r);
      s[k] = r == 0 ? Complex.ZERO : t[k + 1][k].times(1 / r);
      for (int j = k; j < n; j++) {
        var x = t[k][j];
        var y = t[k + 1][j];
        t[k][j] = c[k].conjugate().times(x).plus(s[k].conjugate().times(y));
        t[k + 1][j] = c[k].times(y).minus(s[k].times(x));
      }
    }
    for (int k = start; k < end; k++) {
      turnColumns(t, Math.min(k + 2, end + 1), k, c[k], s[k]);
      turnColumns(q, n, k, c[k], s[k]);
    }
    for (int i = start; i <= end; i++) {
      t[i][i] = t[i][i].plus(shift);
    }
  }

  private static void turnColumns(Complex[][] a, int rows, int k, Complex c, Complex s) {
    for (int i = 0; i < rows; i++) {
      var x = a[i][k];
      var y = a[i][k + 1];
      a[i][k] = x.times(c).plus(y.times(s));
      a[i][k + 1] = y.times(c.conjugate()).minus(x.times(s.conjugate()));
    }
  }
}
