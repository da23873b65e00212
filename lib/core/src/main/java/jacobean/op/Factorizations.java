package jacobean.op;

import static jacobean.op.Arithmetic.add;
import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Matrices.columnCount;
import static jacobean.op.Matrices.columns;
import static jacobean.op.Matrices.leading;
import static jacobean.op.Matrices.product;
import static jacobean.op.Matrices.rowCount;

import jacobean.core.Value;
import jacobean.ir.MatrixFunction;
import jacobean.ir.MatrixFunction.Form;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Matrices taken apart into triangular and unitary ones: Cholesky, LU, QR. The derivatives are
 * JAX's; they are infinite or NaN where a factorization is not differentiable, as of a singular
 * matrix.
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
    public MatrixFunction function() {
      return new MatrixFunction.Cholesky();
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      return MatrixPrimitive.only(DenseAlgebra.cholesky(matrices.getFirst()));
    }

    @Override
    public List<Complex[][]> computeComplex(List<Complex[][]> matrices) {
      return MatrixPrimitive.only(ComplexAlgebra.cholesky(matrices.getFirst()));
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var l = bind(primals).getFirst();
      if (tangents.getFirst() == null) {
        return new Dual(List.of(l), Arrays.asList((Value) null));
      }
      // L^-1 dx L^-T, of which the lower triangle with half the diagonal is L^-1 dL.
      var right = Solves.triangular(l, tangents.getFirst(), false, true, Form.ADJOINT, false);
      var both = Solves.triangular(l, right, true, true, Form.AS_IS, false);
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
    public MatrixFunction function() {
      return new MatrixFunction.Lu();
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      var a = matrices.getFirst();
      var pivots = DenseAlgebra.lu(a);
      return List.of(a, DenseAlgebra.column(pivots), DenseAlgebra.column(order(pivots, a.length)));
    }

    @Override
    public List<Complex[][]> computeComplex(List<Complex[][]> matrices) {
      var a = matrices.getFirst();
      var pivots = ComplexAlgebra.lu(a);
      return List.of(
          a, ComplexAlgebra.column(pivots), ComplexAlgebra.column(order(pivots, a.length)));
    }

    private static int[] order(int[] pivots, int rows) {
      var order = IntStream.range(0, rows).toArray();
      for (int i = 0; i < pivots.length; i++) {
        int row = order[i];
        order[i] = order[pivots[i]];
        order[pivots[i]] = row;
      }
      return order;
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
      var inner = Solves.triangular(l, moved, true, true, Form.AS_IS, true);
      inner = Solves.triangular(u, inner, false, false, Form.AS_IS, false);
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
    public MatrixFunction function() {
      return new MatrixFunction.Qr(fullMatrices);
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      var a = matrices.getFirst();
      var qr = DenseAlgebra.qr(a, width(a.length, a[0].length));
      return List.of(qr.q(), qr.r());
    }

    @Override
    public List<Complex[][]> computeComplex(List<Complex[][]> matrices) {
      var a = matrices.getFirst();
      var qr = ComplexAlgebra.qr(a, width(a.length, a[0].length));
      return List.of(qr.q(), qr.r());
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var results = bind(primals);
      var dx = tangents.getFirst();
      if (dx == null) {
        return new Dual(results, Arrays.asList(null, null));
      }
      return new Dual(results, QrDerivative.of(primals.getFirst(), dx, results, fullMatrices));
    }
  }
}
