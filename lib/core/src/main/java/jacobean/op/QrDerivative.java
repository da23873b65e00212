package jacobean.op;

import static jacobean.op.Arithmetic.add;
import static jacobean.op.Arithmetic.sub;
import static jacobean.op.Matrices.adjoint;
import static jacobean.op.Matrices.columnCount;
import static jacobean.op.Matrices.leading;
import static jacobean.op.Matrices.product;
import static jacobean.op.Matrices.rowCount;

import jacobean.core.Value;
import jacobean.ir.MatrixFunction.Form;
import java.util.List;

/** How Q and R move when the matrix does, for matrices of any shape. */
final class QrDerivative {
  private QrDerivative() {}

  /**
   * The tangents of Q and R.
   *
   * @param results Q and R of x
   */
  static List<Value> of(Value x, Value dx, List<Value> results, boolean full) {
    var q = results.get(0);
    var r = results.get(1);
    int m = rowCount(x);
    int n = columnCount(x);
    if (m < n) {
      return wide(x, dx, q, r);
    }
    return full && m > n ? complete(dx, q, r, n) : thin(dx, q, r);
  }

  /** Of at least as many rows as columns: see j-towns.github.io/papers/qr-derivative.pdf. */
  private static List<Value> thin(Value dx, Value q, Value r) {
    var scaled = Solves.triangular(r, dx, false, false, Form.AS_IS, false);
    var inner = product(adjoint(q), scaled);
    var below = Matrices.lower(inner, -1);
    var turn = sub(below, adjoint(below));
    if (inner.dtype().isComplex()) {
      // R's diagonal stays real.
      var eye = Matrices.eye(leading(inner), columnCount(inner), inner.dtype());
      var imaginary = sub(inner, Conversion.convert(ComplexNumbers.real(inner), inner.dtype()));
      turn = add(turn, Arithmetic.mul(eye, imaginary));
    }
    var dq = add(product(q, sub(turn, inner)), scaled);
    return List.of(dq, product(sub(inner, turn), r));
  }

  /** The first columns are a square matrix with this Q; the others are Q times the rest of R. */
  private static List<Value> wide(Value x, Value dx, Value q, Value r) {
    int m = rowCount(x);
    int n = columnCount(x);
    var square = thin(columns(dx, 0, m), q, columns(r, 0, m));
    var dq = square.get(0);
    var rest = add(product(adjoint(dq), columns(x, m, n)), product(adjoint(q), columns(dx, m, n)));
    return List.of(dq, Slicing.concatenate(List.of(square.get(1), rest), x.rank() - 1));
  }

  /**
   * The columns of a square Q beyond the matrix' n are determined by the algorithm's reflections:
   * equations 32 and 33 of arxiv.org/pdf/2409.13374.
   */
  private static List<Value> complete(Value dx, Value q, Value r, int n) {
    int m = rowCount(q);
    int axis = q.rank() - 2;
    var first = columns(q, 0, n);
    var beyond = columns(q, n, m);
    var thin = thin(dx, first, Slicing.sliceAxis(r, axis, 0, n));
    var dFirst = thin.get(0);
    var top = Slicing.sliceAxis(first, axis, 0, n);
    var bottom = Slicing.sliceAxis(first, axis, n, m);
    var z =
        adjoint(
            Solves.solve(
                adjoint(sub(top, Matrices.eye(leading(q), n, q.dtype()))), adjoint(bottom)));
    var dTop = Slicing.sliceAxis(dFirst, axis, 0, n);
    var dBottom = Slicing.sliceAxis(dFirst, axis, n, m);
    var dBeyond =
        sub(
            product(dFirst, adjoint(z)),
            product(add(first, product(beyond, z)), adjoint(sub(dBottom, product(z, dTop)))));
    var zeros = Shaping.full(r.shape().with(axis, m - n), r.dtype(), 0);
    return List.of(
        Slicing.concatenate(List.of(dFirst, dBeyond), axis + 1),
        Slicing.concatenate(List.of(thin.get(1), zeros), axis));
  }

  private static Value columns(Value x, int from, int to) {
    return Slicing.sliceAxis(x, x.rank() - 1, from, to);
  }
}
