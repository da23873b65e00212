package jacobean.op;

import static jacobean.op.Arithmetic.add;
import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.div;
import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Arithmetic.sub;
import static jacobean.op.Matrices.columnCount;
import static jacobean.op.Matrices.columns;
import static jacobean.op.Matrices.leading;
import static jacobean.op.Matrices.product;
import static jacobean.op.Matrices.rowCount;
import static jacobean.op.Matrices.rows;
import static jacobean.op.Matrices.transposed;

import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Matrices taken apart: Cholesky, LU, QR, eigenvalues, singular values. The derivatives are JAX's;
 * they are infinite or NaN where a factorization is not differentiable, as at equal eigenvalues.
 */
public final class Factorizations {
  private Factorizations() {}

  /**
   * L, lower triangular, with {@code L L' = x}; reads x's lower triangle. NaN unless x is positive
   * definite.
   */
  public record Cholesky() implements MatrixPrimitive {
    @Override
    public String name() {
      return "cholesky";
    }

    @Override
    public List<Aval> results(List<Aval> matrices) {
      requireSquare(matrices.getFirst());
      return matrices;
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      return MatrixPrimitive.only(DenseAlgebra.cholesky(matrices.getFirst()));
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var l = bind(primals).getFirst();
      if (tangents.getFirst() == null) {
        return new Dual(List.of(l), Arrays.asList((Value) null));
      }
      // L^-1 dx L^-T, of which the lower triangle with half the diagonal is L^-1 dL.
      var right = Solves.triangular(l, tangents.getFirst(), false, true, true, false);
      var both = Solves.triangular(l, right, true, true, false, false);
      var half =
          mul(constant(l.dtype(), 0.5), add(Matrices.lower(both, 0), Matrices.lower(both, -1)));
      return new Dual(List.of(l), List.of(product(l, half)));
    }
  }

  /**
   * Gaussian elimination with row exchanges: L and U in one matrix (L's diagonal of ones left out),
   * the row that each step exchanged with (int32), and the order that results (int32).
   */
  public record Lu() implements MatrixPrimitive {
    @Override
    public String name() {
      return "lu";
    }

    @Override
    public List<Aval> results(List<Aval> matrices) {
      var x = matrices.getFirst();
      int k = Math.min(x.shape().dim(0), x.shape().dim(1));
      return List.of(
          x, Aval.of(Shape.of(k), DType.INT32), Aval.of(Shape.of(x.shape().dim(0)), DType.INT32));
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      var a = matrices.getFirst();
      var pivots = DenseAlgebra.lu(a);
      var order = IntStream.range(0, a.length).toArray();
      for (int i = 0; i < pivots.length; i++) {
        int row = order[i];
        order[i] = order[pivots[i]];
        order[pivots[i]] = row;
      }
      return List.of(a, MatrixPrimitive.column(pivots), MatrixPrimitive.column(order));
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var results = bind(primals);
      if (tangents.getFirst() == null) {
        return new Dual(results, Arrays.asList(null, null, null));
      }
      var lu = results.get(0);
      int m = rowCount(lu);
      int n = columnCount(lu);
      int k = Math.min(m, n);
      var moved = product(permutation(results.get(2), lu.dtype()), tangents.getFirst());
      var l =
          add(
              padded(Matrices.lower(part(lu, m, k), -1), m, m),
              Matrices.eye(leading(lu), m, lu.dtype()));
      var corner = Matrices.eye(leading(lu), n - k, lu.dtype());
      var u = padded(Matrices.upper(part(lu, k, n), 0), n, n);
      u = n == k ? u : add(u, cornered(corner, k));
      var inner = Solves.triangular(l, moved, true, true, false, true);
      inner = Solves.triangular(u, inner, false, false, false, false);
      var tangent =
          add(product(l, Matrices.lower(inner, -1)), product(Matrices.upper(inner, 0), u));
      return new Dual(results, Arrays.asList(tangent, null, null));
    }
  }

  /** The matrix whose product with another puts its rows in this order. */
  public static Value permutation(Value order, DType dtype) {
    int m = order.shape().dim(-1);
    var shape = order.shape().insert(order.rank(), m);
    var column = Shaping.iota(shape, order.dtype(), order.rank());
    return Conversion.convert(Comparison.eq(columns(order, m), column), dtype);
  }

  private static Value part(Value x, int rows, int columns) {
    return Slicing.sliceAxis(Slicing.sliceAxis(x, x.rank() - 2, 0, rows), x.rank() - 1, 0, columns);
  }

  private static Value padded(Value x, int rows, int columns) {
    return padded(x, 0, rows - rowCount(x), 0, columns - columnCount(x));
  }

  private static Value cornered(Value x, int by) {
    return padded(x, by, 0, by, 0);
  }

  private static Value padded(Value x, int above, int below, int left, int right) {
    if (above + below + left + right == 0) {
      return x;
    }
    var low = new int[x.rank()];
    var high = new int[x.rank()];
    low[x.rank() - 2] = above;
    high[x.rank() - 2] = below;
    low[x.rank() - 1] = left;
    high[x.rank() - 1] = right;
    var padding = new Slicing.Padding(Axes.of(low), Axes.of(high), Axes.of(new int[x.rank()]));
    return Slicing.pad(x, constant(x.dtype(), 0), padding);
  }

  /**
   * Q, with orthonormal columns, and R, upper triangular, with {@code Q R = x}.
   *
   * @param fullMatrices whether Q is square
   */
  public record Qr(boolean fullMatrices) implements MatrixPrimitive {
    @Override
    public String name() {
      return "qr";
    }

    private int width(int m, int n) {
      return fullMatrices ? m : Math.min(m, n);
    }

    @Override
    public List<Aval> results(List<Aval> matrices) {
      var x = matrices.getFirst();
      int m = x.shape().dim(0);
      int n = x.shape().dim(1);
      int k = width(m, n);
      return List.of(x.withShape(Shape.of(m, k)), x.withShape(Shape.of(k, n)));
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      var a = matrices.getFirst();
      var qr = DenseAlgebra.qr(a, width(a.length, a.length == 0 ? 0 : a[0].length));
      return List.of(qr.q(), qr.r());
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var results = bind(primals);
      var dx = tangents.getFirst();
      if (dx == null) {
        return new Dual(results, Arrays.asList(null, null));
      }
      var x = primals.getFirst();
      if (rowCount(x) < columnCount(x) || fullMatrices && rowCount(x) != columnCount(x)) {
        throw new GradException(
            "qr: there is no derivative for a matrix of shape "
                + x.shape()
                + (fullMatrices ? " with a square Q" : "")
                + "; it needs at least as many rows as columns, and the reduced mode.");
      }
      var q = results.get(0);
      var r = results.get(1);
      var scaled = Solves.triangular(r, dx, false, false, false, false);
      var inner = product(transposed(q), scaled);
      var below = Matrices.lower(inner, -1);
      var turn = sub(below, transposed(below));
      var dq = add(product(q, sub(turn, inner)), scaled);
      var dr = product(sub(inner, turn), r);
      return new Dual(results, List.of(dq, dr));
    }
  }

  /**
   * Eigenvalues of symmetric matrices, ascending, and eigenvectors as columns; reads the lower
   * triangle.
   */
  public record Eigh() implements MatrixPrimitive {
    @Override
    public String name() {
      return "eigh";
    }

    @Override
    public List<Aval> results(List<Aval> matrices) {
      var x = matrices.getFirst();
      return List.of(x.withShape(Shape.of(requireSquare(x))), x);
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      var e = SpectralAlgebra.eigen(matrices.getFirst());
      return List.of(MatrixPrimitive.column(e.values()), e.vectors());
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var results = bind(primals);
      var dx = tangents.getFirst();
      if (dx == null) {
        return new Dual(results, Arrays.asList(null, null));
      }
      var w = results.get(0);
      var v = results.get(1);
      int n = columnCount(v);
      var eye = Matrices.eye(leading(v), n, v.dtype());
      var inner = product(transposed(v), product(dx, v));
      // 1 / (w[j] - w[i]) off the diagonal, 0 on it.
      var gaps = add(eye, sub(rows(w, n), columns(w, n)));
      var weights = sub(div(Shaping.full(gaps.shape(), gaps.dtype(), 1), gaps), eye);
      return new Dual(results, List.of(Matrices.diagonal(inner), product(v, mul(weights, inner))));
    }
  }

  /**
   * Singular values, descending; then, if asked for, U with left singular vectors as columns and
   * {@code V'} with right ones as rows: {@code U diag(s) V' = x}.
   *
   * @param fullMatrices whether U and V are square
   */
  public record Svd(boolean fullMatrices, boolean computeUv) implements MatrixPrimitive {
    @Override
    public String name() {
      return "svd";
    }

    @Override
    public List<Aval> results(List<Aval> matrices) {
      var x = matrices.getFirst();
      int m = x.shape().dim(0);
      int n = x.shape().dim(1);
      int k = Math.min(m, n);
      var s = x.withShape(Shape.of(k));
      return computeUv
          ? List.of(
              s,
              x.withShape(Shape.of(m, fullMatrices ? m : k)),
              x.withShape(Shape.of(fullMatrices ? n : k, n)))
          : List.of(s);
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      var a = matrices.getFirst();
      var d = SpectralAlgebra.svd(a, a.length == 0 ? 0 : a[0].length, fullMatrices);
      var s = MatrixPrimitive.column(d.s());
      return computeUv ? List.of(s, d.u(), d.vh()) : MatrixPrimitive.only(s);
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.getFirst();
      var dx = tangents.getFirst();
      if (dx == null) {
        var results = bind(primals);
        return new Dual(results, Arrays.asList(new Value[results.size()]));
      }
      int m = rowCount(x);
      int n = columnCount(x);
      if (computeUv && fullMatrices && m != n) {
        throw new GradException(
            "svd: there is no derivative with square U and V for a matrix of shape "
                + x.shape()
                + ". Ask for fullMatrices = false.");
      }
      var all = new Svd(false, true).bind(primals);
      var s = all.get(0);
      var u = all.get(1);
      var vh = all.get(2);
      var inner = product(transposed(u), product(dx, transposed(vh)));
      var ds = Matrices.diagonal(inner);
      if (!computeUv) {
        return new Dual(List.of(s), List.of(ds));
      }
      int k = Math.min(m, n);
      var eye = Matrices.eye(leading(x), k, x.dtype());
      var row = rows(s, k);
      var column = columns(s, k);
      var gaps = add(mul(add(row, column), sub(row, column)), eye);
      var weights = sub(div(Shaping.full(gaps.shape(), gaps.dtype(), 1), gaps), eye);
      var left = mul(row, inner);
      var right = mul(column, inner);
      var du = product(u, mul(weights, add(left, transposed(left))));
      var dv = product(transposed(vh), mul(weights, add(right, transposed(right))));
      if (m > n) {
        var image = product(dx, transposed(vh));
        du = add(du, div(sub(image, product(u, product(transposed(u), image))), rows(s, m)));
      }
      if (n > m) {
        var image = product(transposed(dx), u);
        dv = add(dv, div(sub(image, product(transposed(vh), product(vh, image))), rows(s, n)));
      }
      return new Dual(all, List.of(ds, du, transposed(dv)));
    }
  }
}
