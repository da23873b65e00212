package jacobean.op;

import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.error.ShapeException;
import jacobean.ir.MatrixFunction;
import jacobean.op.ComplexAlgebra.Reflection;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Matrices reduced by reflections to forms with the same eigenvalues, and the unitary matrices that
 * reflections make. As in JAX, they have no derivative.
 */
public final class Reflections {
  private Reflections() {}

  /** What they have in common: real matrices are computed as complex ones. */
  private interface Reflecting extends MatrixPrimitive {
    @Override
    default List<double[][]> compute(List<double[][]> matrices) {
      var complex = matrices.stream().map(ComplexAlgebra::ofReal).toList();
      return computeComplex(complex).stream().map(ComplexAlgebra::real).toList();
    }

    @Override
    default Dual jvp(List<Value> primals, List<Value> tangents) {
      if (tangents.stream().anyMatch(Objects::nonNull)) {
        throw new GradException(
            name()
                + " has no derivative. eigvals, eigh, qr and svd have; jax.stopGradient(x) treats x"
                + " as a constant.");
      }
      var results = bind(primals);
      return new Dual(results, Collections.nCopies(results.size(), null));
    }
  }

  /**
   * Of matrices [m, n] with the vectors of reflections below the diagonal, and their factors [k]:
   * the first n columns of the reflections' product.
   */
  public record HouseholderProduct() implements Reflecting {
    @Override
    public String name() {
      return "householder_product";
    }

    @Override
    public MatrixFunction function() {
      return new MatrixFunction.HouseholderProduct();
    }

    @Override
    public int axes(int operand) {
      return operand == 0 ? 2 : 1;
    }

    @Override
    public List<Aval> results(List<Aval> matrices) {
      var a = matrices.get(0).shape();
      int k = matrices.get(1).shape().dim(0);
      if (a.dim(0) < a.dim(1) || k > a.dim(1)) {
        throw new ShapeException(
            "householder_product: wanted at least as many rows as columns and at least as many"
                + " columns as factors, got shapes "
                + a
                + " and "
                + matrices.get(1).shape()
                + ".");
      }
      return List.of(matrices.getFirst());
    }

    @Override
    public List<Complex[][]> computeComplex(List<Complex[][]> matrices) {
      var a = matrices.get(0);
      var factors = matrices.get(1);
      int n = a[0].length;
      var q = ComplexAlgebra.identity(a.length, n);
      for (int k = factors.length - 1; k >= 0; k--) {
        var v = ComplexAlgebra.below(a, k, k);
        v[0] = Complex.ONE;
        new Reflection(factors[k][0], v).fromLeft(q, k, false);
      }
      return MatrixPrimitive.only(q);
    }
  }

  /** A matrix made zero below its subdiagonal, the reflections that did it, and their factors. */
  private record Reduced(Complex[][] matrix, Complex[][] reflections, Complex[] factors) {
    /** By a reflection from both sides for each column. */
    static Reduced of(Complex[][] matrix) {
      int n = matrix.length;
      var a = ComplexAlgebra.copy(matrix);
      var vectors = ComplexAlgebra.zeros(n, n);
      var factors = new Complex[Math.max(0, n - 1)];
      for (int k = 0; k + 1 < n; k++) {
        var reflection = Reflection.of(ComplexAlgebra.below(a, k + 1, k));
        reflection.fromRight(a, k + 1);
        reflection.fromLeft(a, k + 1, true);
        factors[k] = reflection.factor();
        for (int i = k + 2; i < n; i++) {
          vectors[i][k] = reflection.v()[i - k - 1];
        }
      }
      return new Reduced(a, vectors, factors);
    }
  }

  /**
   * A Hessenberg matrix with the same eigenvalues, below its subdiagonal the vectors of the
   * reflections that make it, and their factors.
   */
  public record Hessenberg() implements Reflecting {
    @Override
    public String name() {
      return "hessenberg";
    }

    @Override
    public MatrixFunction function() {
      return new MatrixFunction.Hessenberg();
    }

    @Override
    public List<Aval> results(List<Aval> matrices) {
      var x = matrices.getFirst();
      int n = requireSquare(x);
      return List.of(x, x.withShape(Shape.of(Math.max(0, n - 1))));
    }

    @Override
    public List<Complex[][]> computeComplex(List<Complex[][]> matrices) {
      var reduced = Reduced.of(matrices.getFirst());
      var a = reduced.matrix;
      for (int i = 2; i < a.length; i++) {
        System.arraycopy(reduced.reflections[i], 0, a[i], 0, i - 1);
      }
      return List.of(a, ComplexAlgebra.column(reduced.factors));
    }
  }

  /**
   * A tridiagonal matrix with the same eigenvalues as a symmetric or Hermitian one: in the triangle
   * that is read, beyond the next diagonal, the vectors of the reflections; then the diagonal, the
   * next diagonal, and the reflections' factors.
   */
  public record Tridiagonal(boolean lower) implements Reflecting {
    @Override
    public String name() {
      return "tridiagonal";
    }

    @Override
    public MatrixFunction function() {
      return new MatrixFunction.Tridiagonal(lower);
    }

    @Override
    public List<Aval> results(List<Aval> matrices) {
      var x = matrices.getFirst();
      int n = requireSquare(x);
      var next = Shape.of(Math.max(0, n - 1));
      var real = x.dtype().component();
      return List.of(x, Aval.of(Shape.of(n), real), Aval.of(next, real), x.withShape(next));
    }

    @Override
    public List<Complex[][]> computeComplex(List<Complex[][]> matrices) {
      // The upper triangle is the lower one of the matrix turned round.
      var a = lower ? matrices.getFirst() : turned(matrices.getFirst());
      int n = a.length;
      var reduced = Reduced.of(hermitian(a));
      var out = ComplexAlgebra.copy(a);
      var d = new Complex[n];
      var e = new Complex[Math.max(0, n - 1)];
      for (int i = 0; i < n; i++) {
        d[i] = new Complex(reduced.matrix[i][i].re(), 0);
        out[i][i] = d[i];
        if (i > 0) {
          e[i - 1] = new Complex(reduced.matrix[i][i - 1].re(), 0);
          out[i][i - 1] = e[i - 1];
          System.arraycopy(reduced.reflections[i], 0, out[i], 0, i - 1);
        }
      }
      return List.of(
          lower ? out : turned(out),
          ComplexAlgebra.column(ordered(d)),
          ComplexAlgebra.column(ordered(e)),
          ComplexAlgebra.column(ordered(reduced.factors)));
    }

    private Complex[] ordered(Complex[] x) {
      return lower ? x : Arrays.asList(x).reversed().toArray(Complex[]::new);
    }

    private static Complex[][] turned(Complex[][] a) {
      return Arrays.stream(a)
          .map(row -> Arrays.asList(row).reversed().toArray(Complex[]::new))
          .toList()
          .reversed()
          .toArray(Complex[][]::new);
    }

    private static Complex[][] hermitian(Complex[][] a) {
      var h = ComplexAlgebra.copy(a);
      for (int i = 0; i < a.length; i++) {
        h[i][i] = new Complex(a[i][i].re(), 0);
        for (int j = i + 1; j < a.length; j++) {
          h[i][j] = a[j][i].conjugate();
        }
      }
      return h;
    }
  }
}
