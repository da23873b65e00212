package jacobean.laws;

import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.primitive;
import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT32;

import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.ir.MatrixFunction.Form;
import jacobean.op.Arithmetic;
import jacobean.op.Bessel;
import jacobean.op.ComplexNumbers;
import jacobean.op.Factorizations;
import jacobean.op.Gammas;
import jacobean.op.Magnitudes;
import jacobean.op.Matrices;
import jacobean.op.NormalQuantile;
import jacobean.op.Powers;
import jacobean.op.Reductions;
import jacobean.op.Reflections;
import jacobean.op.SlidingWindows;
import jacobean.op.Solves;
import jacobean.op.Spectra;
import jacobean.op.TridiagonalSolves;
import jacobean.testing.Close;
import jacobean.type.Axes;
import java.util.List;
import java.util.stream.Stream;

/** The rows of sliding windows, special functions and factorizations. */
final class AlgebraRows {
  private AlgebraRows() {}

  static List<Row> rows() {
    return Stream.of(specials(), windows(), factorizations()).flatMap(List::stream).toList();
  }

  private static Row elementwise(Primitive p, Numbers operand) {
    return Families.elementwise(p, operand);
  }

  private static Numbers real(double low, double high, int... shape) {
    return reals(FLOAT64, low, high, shape);
  }

  private static List<Row> specials() {
    return List.of(
        elementwise(new Gammas.Lgamma(), real(.2, 5)).within(Close.SUMS),
        elementwise(new Gammas.Lgamma(), real(-1.9, -1.1)).within(Close.SUMS),
        elementwise(new Gammas.Digamma(), real(.2, 5)).within(Close.SUMS),
        elementwise(new Gammas.Digamma(), real(-1.9, -1.1)).within(Close.SUMS).withoutDerivative(),
        elementwise(new Gammas.Polygamma(1), real(.2, 5)),
        elementwise(new Gammas.Polygamma(1), real(-1.9, -1.1))
            .within(Close.SUMS)
            .withoutDerivative(),
        elementwise(new Gammas.Polygamma(3), real(.2, 5)),
        elementwise(new Bessel.I0e(), real(-12, 12)),
        elementwise(new Bessel.I1e(), real(-12, 12)),
        elementwise(new NormalQuantile(), real(.01, .99)));
  }

  private static List<Row> windows() {
    var one = Axes.of(1);
    var two = Axes.of(2);
    return List.of(
        // Overlapping windows of three, two apart, that reach over both ends; and their transpose.
        primitive(new SlidingWindows.WindowShift(Axes.of(0), one, two, one, one, Axes.of(4), false))
            .on(real(-1, 1, 7, 3))
            .on(reals(FLOAT32, -1, 1, 7, 3)),
        primitive(new SlidingWindows.WindowShift(Axes.of(0), one, two, one, one, Axes.of(7), true))
            .on(real(-1, 1, 4, 3)),
        primitive(
                new SlidingWindows.WindowShift(one, two, one, two, Axes.of(-1), Axes.of(2), false))
            .on(real(-1, 1, 2, 5, 2)),
        primitive(
                new SlidingWindows.WindowShift(
                    Axes.of(0, 1),
                    Axes.of(2, 3),
                    Axes.of(1, 2),
                    Axes.of(2, 1),
                    Axes.of(1, 0),
                    Axes.of(3, 2),
                    false))
            .on(real(-1, 1, 4, 4, 2, 2))
            .on(integers(INT32, -9, 9, 4, 4, 2, 2)),
        primitive(new SlidingWindows.WindowShift(Axes.of(0), one, one, one, one, Axes.of(0), false))
            .on(real(-1, 1, 3, 2)));
  }

  private static List<Row> factorizations() {
    return List.of(
        // The lower triangle of a matrix with small elements is not positive definite, so the cases
        // are in the table of functions; here are types, batches and nothing at all.
        primitive(new Factorizations.Cholesky())
            .on(real(1, 2, 1, 1))
            .on(real(1, 2, 0, 0))
            .on(real(1, 2, 3, 1, 1)),
        primitive(new Factorizations.Lu())
            .on(real(-1, 1, 3, 3))
            .on(real(-1, 1, 2, 4, 2))
            .on(real(-1, 1, 2, 3))
            .on(reals(FLOAT32, -1, 1, 5, 5)),
        primitive(new Factorizations.Qr(false)).on(real(-1, 1, 4, 3)).on(real(-1, 1, 2, 3, 3)),
        primitive(new Factorizations.Qr(true)).on(real(-1, 1, 3, 3)).on(real(-1, 1, 4, 2)),
        primitive(new Factorizations.Qr(false)).on(real(-1, 1, 2, 4)),
        primitive(new Spectra.Eig(false, false, false))
            .seen(
                r ->
                    List.of(
                        Reductions.sumAll(ComplexNumbers.real(Powers.integerPow(r.getFirst(), 3)))))
            .on(real(-1, 1, 3, 3))
            .on(real(-1, 1, 2, 4, 4)),
        primitive(new Spectra.Eig(true, true, true))
            .seen(AlgebraRows::withoutOrder)
            .on(real(-1, 1, 3, 3))
            .on(real(-1, 1, 2, 2, 2)),
        primitive(new Spectra.Eigh()).on(real(1, 2, 1, 1)).on(real(0, 1, 2, 1, 1)),
        primitive(new Spectra.Svd(false, false)).on(real(-1, 1, 4, 3)).on(real(-1, 1, 2, 2, 3)),
        primitive(new Spectra.Svd(false, true))
            .seen(AlgebraRows::withoutSigns)
            .on(real(-1, 1, 4, 3))
            .on(real(-1, 1, 2, 3))
            .on(real(-1, 1, 2, 3, 3)),
        primitive(new Solves.TriangularSolve(true, true, Form.AS_IS, false))
            .on(real(1, 2, 3, 3), real(-1, 1, 3, 2)),
        primitive(new Solves.TriangularSolve(true, false, Form.TRANSPOSED, true))
            .on(real(1, 2, 2, 3, 3), real(-1, 1, 2, 3, 1)),
        primitive(new Solves.TriangularSolve(false, true, Form.ADJOINT, false))
            .on(real(1, 2, 3, 3), real(-1, 1, 2, 3)),
        primitive(new Solves.TriangularSolve(false, false, Form.AS_IS, false))
            .on(real(1, 2, 3, 3), real(-1, 1, 2, 3)),
        primitive(new TridiagonalSolves.TridiagonalSolve())
            .on(real(-.3, .3, 4), real(1, 2, 4), real(-.3, .3, 4), real(-1, 1, 4, 2))
            .on(real(0, 1, 2, 1), real(1, 2, 2, 1), real(0, 1, 2, 1), real(-1, 1, 2, 1, 2)),
        primitive(new Reflections.HouseholderProduct())
            .held()
            .on(reals(FLOAT32, -1, 1, 4, 3), reals(FLOAT32, .1, .9, 3))
            .on(reals(FLOAT32, -1, 1, 2, 4, 3), reals(FLOAT32, .1, .9, 2, 2)),
        primitive(new Reflections.Hessenberg())
            .held()
            .on(reals(FLOAT32, -1, 1, 4, 4))
            .on(reals(FLOAT32, -1, 1, 2, 1, 1)),
        primitive(new Reflections.Tridiagonal(true)).held().on(reals(FLOAT32, -1, 1, 4, 4)),
        primitive(new Reflections.Tridiagonal(false)).held().on(reals(FLOAT32, -1, 1, 2, 4, 4)),
        primitive(new Solves.LinearSolve(Form.AS_IS))
            .on(real(-1, 1, 3, 3), real(-1, 1, 3, 2))
            .on(real(-1, 1, 2, 2, 2), real(-1, 1, 2, 2, 1))
            .within(Close.SUMS),
        primitive(new Solves.LinearSolve(Form.TRANSPOSED))
            .on(real(-1, 1, 3, 3), real(-1, 1, 3, 2))
            .within(Close.SUMS));
  }

  /** Singular vectors are determined but for their signs. */
  private static List<Value> withoutSigns(List<Value> svd) {
    var s = svd.get(0);
    var u = svd.get(1);
    var scaled = Arithmetic.mul(u, Matrices.rows(s, Matrices.rowCount(u)));
    return List.of(
        s, Magnitudes.abs(u), Magnitudes.abs(svd.get(2)), Matrices.product(scaled, svd.get(2)));
  }

  /** Eigenvectors are determined but for their direction, and eigenvalues have no order. */
  private static List<Value> withoutOrder(List<Value> eig) {
    return eig.stream()
        .skip(1)
        .map(v -> Reductions.sum(Magnitudes.abs(v), Axes.of(v.rank() - 1)))
        .toList();
  }
}
