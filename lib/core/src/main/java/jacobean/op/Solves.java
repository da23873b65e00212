package jacobean.op;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.type.Aval;
import java.util.Arrays;
import java.util.List;

/** Linear equations: triangular and general. Linear in the right side. */
public final class Solves {
  private Solves() {}

  /**
   * What the two have in common: the derivative of {@code op(a) x = b} is {@code op(a) dx = db -
   * op(da) x}.
   */
  private interface Solve extends MatrixPrimitive, Linear {
    @Override
    default boolean isLinearIn(int operand) {
      return operand == 1;
    }

    /**
     * Whether the unknown stands right of the matrix, {@code op(a) x = b}, or left, {@code x op(a)
     * = b}.
     */
    boolean leftSide();

    boolean transposeA();

    /** The part of a matrix that is read. */
    Value read(Value a);

    Solve transposed();

    @Override
    default List<Aval> results(List<Aval> matrices) {
      int n = requireSquare(matrices.get(0));
      var b = matrices.get(1);
      if (b.shape().dim(leftSide() ? 0 : 1) != n) {
        throw new ShapeException(
            name()
                + ": a matrix of shape "
                + matrices.get(0).shape()
                + " does not fit right sides of shape "
                + b.shape()
                + "; wanted "
                + n
                + (leftSide() ? " rows." : " columns."));
      }
      return List.of(b);
    }

    @Override
    default Dual jvp(List<Value> primals, List<Value> tangents) {
      var a = primals.get(0);
      var x = bind(primals).getFirst();
      var da = tangents.get(0);
      var db = tangents.get(1);
      if (da == null && db == null) {
        return new Dual(List.of(x), Arrays.asList((Value) null));
      }
      Value right = db;
      if (da != null) {
        var moved = transposeA() ? Matrices.transposed(read(da)) : read(da);
        var shift =
            Arithmetic.neg(leftSide() ? Matrices.product(moved, x) : Matrices.product(x, moved));
        right = Arithmetic.sum(right, shift);
      }
      return new Dual(List.of(x), List.of(bind1(a, right)));
    }

    @Override
    default List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return Arrays.asList(null, transposed().bind1(operands.getFirst(), cts.getFirst()));
    }
  }

  /**
   * Solves {@code op(a) x = b} or {@code x op(a) = b} for a triangular a; op transposes or does
   * nothing.
   */
  public record TriangularSolve(
      boolean leftSide, boolean lower, boolean transposeA, boolean unitDiagonal) implements Solve {
    @Override
    public String name() {
      return "triangular_solve";
    }

    @Override
    public Value read(Value a) {
      int k = unitDiagonal ? 1 : 0;
      return lower ? Matrices.lower(a, -k) : Matrices.upper(a, k);
    }

    @Override
    public Solve transposed() {
      return new TriangularSolve(leftSide, lower, !transposeA, unitDiagonal);
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      var a = matrices.get(0);
      var b = matrices.get(1);
      if (leftSide) {
        DenseAlgebra.solveTriangular(a, b, lower, transposeA, unitDiagonal);
        return MatrixPrimitive.only(b);
      }
      // x op(a) = b is op(a)' x' = b'.
      int rows = b.length;
      var t = DenseAlgebra.transpose(b, a.length);
      DenseAlgebra.solveTriangular(a, t, lower, !transposeA, unitDiagonal);
      return MatrixPrimitive.only(DenseAlgebra.transpose(t, rows));
    }
  }

  /**
   * Solves {@code op(a) x = b} for any square a, by elimination; infinite or NaN if a is singular.
   */
  public record LinearSolve(boolean transposeA) implements Solve {
    @Override
    public String name() {
      return "linear_solve";
    }

    @Override
    public boolean leftSide() {
      return true;
    }

    @Override
    public Value read(Value a) {
      return a;
    }

    @Override
    public Solve transposed() {
      return new LinearSolve(!transposeA);
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      var a =
          transposeA
              ? DenseAlgebra.transpose(matrices.get(0), matrices.get(0).length)
              : matrices.get(0);
      var b = matrices.get(1);
      var pivots = DenseAlgebra.lu(a);
      for (int i = 0; i < pivots.length; i++) {
        var row = b[i];
        b[i] = b[pivots[i]];
        b[pivots[i]] = row;
      }
      DenseAlgebra.solveTriangular(a, b, true, false, true);
      DenseAlgebra.solveTriangular(a, b, false, false, false);
      return MatrixPrimitive.only(b);
    }
  }

  // --- As functions ---

  public static Value triangular(
      Value a, Value b, boolean leftSide, boolean lower, boolean transposeA, boolean unitDiagonal) {
    return new TriangularSolve(leftSide, lower, transposeA, unitDiagonal).bind1(a, b);
  }

  /** x with {@code a x = b}. */
  public static Value solve(Value a, Value b) {
    return new LinearSolve(false).bind1(a, b);
  }
}
