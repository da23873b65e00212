package jacobean.op;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.ir.MatrixFunction;
import jacobean.ir.MatrixFunction.Form;
import jacobean.type.Aval;
import jacobean.type.Complex;
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

    /** What is done to the matrix. */
    Form form();

    /** The part of a matrix that is read. */
    Value read(Value a);

    /** The same equations with the matrix in another form. */
    Solve in(Form form);

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

    private Value formed(Value a) {
      return switch (form()) {
        case AS_IS -> a;
        case TRANSPOSED -> Matrices.transposed(a);
        case ADJOINT -> Matrices.adjoint(a);
      };
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
        var moved = formed(read(da));
        var shift =
            Arithmetic.neg(leftSide() ? Matrices.product(moved, x) : Matrices.product(x, moved));
        right = Arithmetic.sum(right, shift);
      }
      return new Dual(List.of(x), List.of(bind1(a, right)));
    }

    @Override
    default List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var a = operands.getFirst();
      // The transpose of a conjugated and transposed matrix is the conjugated one.
      var matrix = form() == Form.ADJOINT ? ComplexNumbers.conj(a) : a;
      return Arrays.asList(null, in(form().transposed()).bind1(matrix, cts.getFirst()));
    }
  }

  /**
   * Solves {@code op(a) x = b} or {@code x op(a) = b} for a triangular a, of which one triangle is
   * read.
   */
  public record TriangularSolve(boolean leftSide, boolean lower, Form form, boolean unitDiagonal)
      implements Solve {
    @Override
    public String name() {
      return "triangular_solve";
    }

    @Override
    public MatrixFunction function() {
      return new MatrixFunction.TriangularSolve(leftSide, lower, form, unitDiagonal);
    }

    @Override
    public Value read(Value a) {
      int k = unitDiagonal ? 1 : 0;
      return lower ? Matrices.lower(a, -k) : Matrices.upper(a, k);
    }

    @Override
    public Solve in(Form other) {
      return new TriangularSolve(leftSide, lower, other, unitDiagonal);
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      var a = matrices.get(0);
      var b = matrices.get(1);
      boolean transposed = form != Form.AS_IS;
      if (leftSide) {
        DenseAlgebra.solveTriangular(a, b, lower, transposed, unitDiagonal);
        return MatrixPrimitive.only(b);
      }
      // x op(a) = b is op(a)' x' = b'.
      var t = DenseAlgebra.transpose(b, a.length);
      DenseAlgebra.solveTriangular(a, t, lower, !transposed, unitDiagonal);
      return MatrixPrimitive.only(DenseAlgebra.transpose(t, b.length));
    }

    @Override
    public List<Complex[][]> computeComplex(List<Complex[][]> matrices) {
      var a = form == Form.ADJOINT ? ComplexAlgebra.conjugate(matrices.get(0)) : matrices.get(0);
      var b = matrices.get(1);
      boolean transposed = form != Form.AS_IS;
      if (leftSide) {
        ComplexAlgebra.solveTriangular(a, b, lower, transposed, unitDiagonal);
        return MatrixPrimitive.only(b);
      }
      var t = ComplexAlgebra.transpose(b, a.length);
      ComplexAlgebra.solveTriangular(a, t, lower, !transposed, unitDiagonal);
      return MatrixPrimitive.only(ComplexAlgebra.transpose(t, b.length));
    }
  }

  /**
   * Solves {@code op(a) x = b} for any square a, by elimination; infinite or NaN if a is singular.
   */
  public record LinearSolve(Form form) implements Solve {
    @Override
    public String name() {
      return "linear_solve";
    }

    @Override
    public MatrixFunction function() {
      return new MatrixFunction.Solve(form);
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
    public Solve in(Form other) {
      return new LinearSolve(other);
    }

    @Override
    public List<double[][]> compute(List<double[][]> matrices) {
      var a = matrices.get(0);
      var b = matrices.get(1);
      DenseAlgebra.solve(a, b, form != Form.AS_IS);
      return MatrixPrimitive.only(b);
    }

    @Override
    public List<Complex[][]> computeComplex(List<Complex[][]> matrices) {
      var a = form == Form.ADJOINT ? ComplexAlgebra.conjugate(matrices.get(0)) : matrices.get(0);
      var b = matrices.get(1);
      ComplexAlgebra.solve(a, b, form != Form.AS_IS);
      return MatrixPrimitive.only(b);
    }
  }

  // --- As functions ---

  public static Value triangular(
      Value a, Value b, boolean leftSide, boolean lower, Form form, boolean unitDiagonal) {
    return new TriangularSolve(leftSide, lower, form, unitDiagonal).bind1(a, b);
  }

  /** x with {@code a x = b}. */
  public static Value solve(Value a, Value b) {
    return new LinearSolve(Form.AS_IS).bind1(a, b);
  }
}
