package jacobean.op;

import static jacobean.op.Arithmetic.add;
import static jacobean.op.Arithmetic.constant;
import static jacobean.op.Arithmetic.div;
import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Arithmetic.sub;
import static jacobean.op.Matrices.adjoint;
import static jacobean.op.Matrices.columnCount;
import static jacobean.op.Matrices.columns;
import static jacobean.op.Matrices.leading;
import static jacobean.op.Matrices.product;
import static jacobean.op.Matrices.rowCount;
import static jacobean.op.Matrices.rows;

import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.ir.MatrixFunction;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Eigenvalues and singular values. The derivatives are JAX's; they are infinite or NaN where there
 * is none, as those of the vectors at equal eigenvalues.
 */
public final class Spectra {
  private Spectra() {}

  /** The complex dtype whose parts are of this one; of a complex dtype itself. */
  public static DType complexOf(DType dtype) {
    return dtype == DType.FLOAT32
        ? DType.COMPLEX64
        : dtype == DType.FLOAT64 ? DType.COMPLEX128 : dtype;
  }

  /** 1 / (w[j] - w[i]) for each i and j, but 0 on the diagonal. */
  private static Value inverseGaps(Value differences) {
    var eye = Matrices.eye(leading(differences), columnCount(differences), differences.dtype());
    var one = Shaping.full(differences.shape(), differences.dtype(), 1);
    return sub(div(one, add(differences, eye)), eye);
  }

  /**
   * Eigenvalues of symmetric or Hermitian matrices, ascending and real, and eigenvectors as
   * columns; reads the lower triangle.
   */
  public record Eigh() implements MatrixPrimitive {
    @Override
    public String name() {
      return "eigh";
    }

    @Override
    public MatrixFunction function() {
      return new MatrixFunction.Eigh();
    }

    @Override
    public List<Aval> results(List<Aval> matrices) {
      var x = matrices.getFirst();
      return List.of(Aval.of(Shape.of(requireSquare(x)), x.dtype().component()), x);
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      var e = SpectralAlgebra.eigen(matrices.getFirst());
      return List.of(DenseAlgebra.column(e.values()), e.vectors());
    }

    @Override
    public List<Complex[][]> computeComplex(List<Complex[][]> matrices) {
      var e = ComplexSpectra.hermitian(matrices.getFirst());
      return List.of(ComplexAlgebra.column(e.values()), e.vectors());
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var results = bind(primals);
      var dx = tangents.getFirst();
      if (dx == null) {
        return new Dual(results, Arrays.asList(null, null));
      }
      var v = results.get(1);
      var w = Conversion.convert(results.get(0), v.dtype());
      int n = columnCount(v);
      var inner = product(adjoint(v), product(dx, v));
      var weights = inverseGaps(sub(rows(w, n), columns(w, n)));
      return new Dual(
          results,
          List.of(ComplexNumbers.real(Matrices.diagonal(inner)), product(v, mul(weights, inner))));
    }
  }

  /**
   * Complex eigenvalues of any square matrices; then the left and the right eigenvectors as columns
   * of length 1, whose greatest element is real, if asked for.
   *
   * @param vectorsMove whether eigenvectors may be differentiated: that is right where eigenvalues
   *     are apart, which nothing checks
   */
  public record Eig(boolean left, boolean right, boolean vectorsMove) implements MatrixPrimitive {
    @Override
    public String name() {
      return "eig";
    }

    @Override
    public MatrixFunction function() {
      return new MatrixFunction.Eig(left, right);
    }

    @Override
    public List<Aval> results(List<Aval> matrices) {
      int n = requireSquare(matrices.getFirst());
      var dtype = complexOf(matrices.getFirst().dtype());
      var all = new ArrayList<>(List.of(Aval.of(Shape.of(n), dtype)));
      for (int i = 0; i < (left ? 1 : 0) + (right ? 1 : 0); i++) {
        all.add(Aval.of(Shape.of(n, n), dtype));
      }
      return all;
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      throw new IllegalStateException("eigenvalues are complex");
    }

    @Override
    public List<Complex[][]> computeComplex(List<Complex[][]> matrices) {
      var a = matrices.getFirst();
      var e = ComplexSpectra.eigen(a);
      var all = new ArrayList<Complex[][]>();
      all.add(ComplexAlgebra.column(e.values()));
      if (left) {
        all.add(ComplexSpectra.leftVectors(a, e.values()));
      }
      if (right) {
        all.add(e.vectors());
      }
      return all;
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var dx = tangents.getFirst();
      if (dx == null) {
        var results = bind(primals);
        return new Dual(results, Arrays.asList(new Value[results.size()]));
      }
      if ((left || right) && !vectorsMove) {
        throw new GradException(
            "eig: the eigenvectors of a matrix that is not symmetric have no derivative unless it is"
                + " asked for. Take eigvals for the eigenvalues alone, eigh if the matrix is"
                + " symmetric, or lax.linalg.eig with enableEigvecDerivs if no two eigenvalues are"
                + " equal.");
      }
      var all = new Eig(left, true, true).bind(primals);
      var w = all.getFirst();
      var v = all.getLast();
      var moved = Conversion.convert(dx, v.dtype());
      if (!left && !right) {
        var rates = mul(Solves.solve(v, moved), Matrices.transposed(v));
        return new Dual(List.of(w), List.of(Reductions.sum(rates, Axes.of(v.rank() - 1))));
      }
      var rates = product(Solves.solve(v, moved), v);
      var values = new ArrayList<>(List.of(w));
      var moves = new ArrayList<>(List.of(Matrices.diagonal(rates)));
      if (left) {
        var u = all.get(1);
        values.add(u);
        moves.add(
            vectorMoves(ComplexNumbers.conj(w), u, product(Solves.solve(u, adjoint(moved)), u)));
      }
      if (right) {
        values.add(v);
        moves.add(vectorMoves(w, v, rates));
      }
      return new Dual(values, moves);
    }

    /**
     * How eigenvectors move: across the others as the gaps between eigenvalues say, and along
     * themselves so that they keep their length and the greatest element stays real.
     */
    private static Value vectorMoves(Value w, Value v, Value rates) {
      int n = columnCount(v);
      int axis = v.rank() - 2;
      var across = product(v, mul(inverseGaps(sub(rows(w, n), columns(w, n))), rates));
      var greatest = ArgReductions.argmax(Magnitudes.abs(v), axis);
      var isGreatest =
          Conversion.convert(
              Comparison.eq(rows(greatest, n), Shaping.iota(v.shape(), greatest.dtype(), axis)),
              v.dtype());
      var length = inColumns(mul(ComplexNumbers.conj(v), across));
      var turn =
          div(
              ComplexNumbers.imag(inColumns(mul(isGreatest, across))),
              ComplexNumbers.real(inColumns(mul(isGreatest, v))));
      var along =
          ComplexNumbers.complex(Arithmetic.neg(ComplexNumbers.real(length)), Arithmetic.neg(turn));
      return add(across, mul(v, rows(along, n)));
    }

    private static Value inColumns(Value x) {
      return Reductions.sum(x, Axes.of(x.rank() - 2));
    }
  }

  /**
   * Singular values, descending; then, if asked for, U with left singular vectors as columns and
   * the adjoint of V with right ones as rows: {@code U diag(s) V' = x}.
   *
   * @param fullMatrices whether U and V are square
   */
  public record Svd(boolean fullMatrices, boolean computeUv) implements MatrixPrimitive {
    @Override
    public String name() {
      return "svd";
    }

    @Override
    public MatrixFunction function() {
      return new MatrixFunction.Svd(fullMatrices, computeUv);
    }

    @Override
    public List<Aval> results(List<Aval> matrices) {
      var x = matrices.getFirst();
      int m = x.shape().dim(0);
      int n = x.shape().dim(1);
      int k = Math.min(m, n);
      var s = Aval.of(Shape.of(k), x.dtype().component());
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
      var d = SpectralAlgebra.svd(a, a[0].length, fullMatrices);
      var s = DenseAlgebra.column(d.s());
      return computeUv ? List.of(s, d.u(), d.vh()) : MatrixPrimitive.only(s);
    }

    @Override
    public List<Complex[][]> computeComplex(List<Complex[][]> matrices) {
      var d = ComplexSpectra.svd(matrices.getFirst(), fullMatrices);
      var s = ComplexAlgebra.column(d.s());
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
      var v = adjoint(vh);
      var inner = product(adjoint(u), product(dx, v));
      var ds = ComplexNumbers.real(Matrices.diagonal(inner));
      if (!computeUv) {
        return new Dual(List.of(s), List.of(ds));
      }
      int k = Math.min(m, n);
      var row = rows(s, k);
      var column = columns(s, k);
      var weights =
          Conversion.convert(inverseGaps(mul(add(row, column), sub(row, column))), x.dtype());
      var left = mul(Conversion.convert(row, x.dtype()), inner);
      var right = mul(Conversion.convert(column, x.dtype()), inner);
      var turn = mul(weights, add(left, adjoint(left)));
      if (x.dtype().isComplex()) {
        turn = add(turn, turnOfPhases(inner, s));
      }
      var du = product(u, turn);
      var dv = product(v, mul(weights, add(right, adjoint(right))));
      if (m > n) {
        var image = product(dx, v);
        du = add(du, perSingularValue(sub(image, product(u, product(adjoint(u), image))), s));
      }
      if (n > m) {
        var image = product(adjoint(dx), u);
        dv = add(dv, perSingularValue(sub(image, product(v, product(vh, image))), s));
      }
      return new Dual(all, List.of(ds, du, adjoint(dv)));
    }

    private static Value perSingularValue(Value x, Value s) {
      return div(x, Conversion.convert(rows(s, rowCount(x)), x.dtype()));
    }

    /** Half the imaginary part of the diagonal, over the singular values: all of it is U's. */
    private static Value turnOfPhases(Value inner, Value s) {
      int k = columnCount(inner);
      var half = constant(inner.dtype(), 0.5);
      var skew = mul(half, sub(inner, adjoint(inner)));
      var zero = Conversion.convert(Comparison.eq(s, constant(s.dtype(), 0)), s.dtype());
      var one = Shaping.full(s.shape(), s.dtype(), 1);
      var inverse = sub(div(one, add(s, zero)), zero);
      var eye = Matrices.eye(leading(inner), k, inner.dtype());
      return mul(mul(skew, eye), Conversion.convert(rows(inverse, k), inner.dtype()));
    }
  }
}
