package jacobean.op;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.ir.MatrixFunction;
import jacobean.type.Aval;
import jacobean.type.Complex;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Linear equations with tridiagonal matrices. */
public final class TridiagonalSolves {
  private TridiagonalSolves() {}

  /**
   * x with {@code a x = b}, where a has this lower diagonal, diagonal and upper diagonal, each [n];
   * the first element of the lower and the last of the upper one are not read. NaN if a is
   * singular.
   */
  public record TridiagonalSolve() implements MatrixPrimitive, Linear {
    @Override
    public String name() {
      return "tridiagonal_solve";
    }

    @Override
    public MatrixFunction function() {
      return new MatrixFunction.TridiagonalSolve();
    }

    @Override
    public int axes(int operand) {
      return operand == 3 ? 2 : 1;
    }

    @Override
    public boolean isLinearIn(int operand) {
      return operand == 3;
    }

    @Override
    public List<Aval> results(List<Aval> matrices) {
      var b = matrices.get(3);
      for (var diagonal : matrices.subList(0, 3)) {
        if (diagonal.shape().dim(0) != b.shape().dim(0)) {
          throw new ShapeException(
              "tridiagonal_solve: the three diagonals must be as long as the right side has rows,"
                  + " got "
                  + matrices
                  + ". Begin the lower diagonal and end the upper one with a 0.");
        }
      }
      return List.of(b);
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      int n = matrices.get(1).length;
      var a = new double[n][n];
      for (int i = 0; i < n; i++) {
        a[i][i] = matrices.get(1)[i][0];
        if (i > 0) {
          a[i][i - 1] = matrices.get(0)[i][0];
          a[i - 1][i] = matrices.get(2)[i - 1][0];
        }
      }
      var x = matrices.get(3);
      DenseAlgebra.solve(a, x, false);
      if (Arrays.stream(x).flatMapToDouble(Arrays::stream).anyMatch(v -> !Double.isFinite(v))) {
        Arrays.stream(x).forEach(row -> Arrays.fill(row, Double.NaN));
      }
      return MatrixPrimitive.only(x);
    }

    @Override
    public List<Complex[][]> computeComplex(List<Complex[][]> matrices) {
      int n = matrices.get(1).length;
      var a = ComplexAlgebra.zeros(n, n);
      for (int i = 0; i < n; i++) {
        a[i][i] = matrices.get(1)[i][0];
        if (i > 0) {
          a[i][i - 1] = matrices.get(0)[i][0];
          a[i - 1][i] = matrices.get(2)[i - 1][0];
        }
      }
      var x = matrices.get(3);
      ComplexAlgebra.solve(a, x, false);
      if (!ComplexAlgebra.isFinite(x)) {
        ComplexAlgebra.fillNan(x);
      }
      return MatrixPrimitive.only(x);
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = bind(primals).getFirst();
      if (tangents.stream().allMatch(Objects::isNull)) {
        return new Dual(List.of(x), Arrays.asList((Value) null));
      }
      Value right = tangents.get(3);
      for (int band = 0; band < 3; band++) {
        if (tangents.get(band) != null) {
          var moved = Arithmetic.neg(times(tangents.get(band), band - 1, x));
          right = Arithmetic.sum(right, moved);
        }
      }
      var dx = bind1(primals.get(0), primals.get(1), primals.get(2), right);
      return new Dual(List.of(x), List.of(dx));
    }

    /** The product of a matrix that has only this diagonal with x. */
    private static Value times(Value diagonal, int offset, Value x) {
      int n = Matrices.columnCount(x);
      return Arithmetic.mul(Matrices.columns(diagonal, n), shifted(x, x.rank() - 2, offset));
    }

    /** Row i is what was row i + offset; zero where there was none. */
    private static Value shifted(Value x, int axis, int offset) {
      if (offset == 0) {
        return x;
      }
      int n = x.shape().dim(axis);
      var kept =
          offset > 0 ? Slicing.sliceAxis(x, axis, 1, n) : Slicing.sliceAxis(x, axis, 0, n - 1);
      var zeros = Shaping.full(x.shape().with(axis, 1), x.dtype(), 0);
      return Slicing.concatenate(offset > 0 ? List.of(kept, zeros) : List.of(zeros, kept), axis);
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      int axis = operands.get(1).rank() - 1;
      var lower = shifted(operands.get(2), axis, -1);
      var upper = shifted(operands.get(0), axis, 1);
      return Arrays.asList(null, null, null, bind1(lower, operands.get(1), upper, cts.getFirst()));
    }
  }
}
