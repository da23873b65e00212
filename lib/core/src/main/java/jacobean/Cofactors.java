package jacobean;

import jacobean.ir.MatrixFunction.Form;
import jacobean.op.Factorizations;
import jacobean.op.Matrices;
import jacobean.op.Solves;
import java.util.List;

/** What the inverse is times the determinant, which exists for singular matrices, too. */
final class Cofactors {
  private Cofactors() {}

  /**
   * {@code det(a) inv(a) b}, for matrices of two rows or more, by elimination that keeps the last
   * pivot, which is 0 of a singular matrix, out of all quotients.
   */
  static Array times(Array a, Array b) {
    int n = a.shape(-1);
    var factors = new Factorizations.Lu().bind(List.of(a.value()));
    var lu = Array.of(factors.get(0));
    var sign = LinearAlgebra.paritySign(Array.of(factors.get(1)), a.dtype());
    var partial =
        jnp.cumprod(Array.of(Matrices.diagonal(lu.value())), -1).times(jnp.expandDims(sign, -1));
    var last = jnp.divide(1., partial.get("...", n - 2));
    var pivoted = lu.at("..., -1, -1").set(last);
    // The first n - 1 pivots are 0 where the rank is lower still: then all cofactors are 0.
    var probe = upper(pivoted, jnp.ones(b.shape().toArray()).astype(b.dtype()));
    var lost = jnp.any(jnp.logicalNot(jnp.isfinite(probe)), -2, -1);
    var none = jnp.broadcastTo(perMatrix(lost), b.shape().toArray());
    var right = jnp.where(none, jnp.zerosLike(b), b);
    var order = Array.of(Factorizations.permutation(factors.get(2), a.dtype()));
    var forward =
        Array.of(
            Solves.triangular(
                pivoted.value(), jnp.matmul(order, right).value(), true, true, Form.AS_IS, true));
    var det = perMatrix(partial.get("...", n - 1));
    var rows =
        jnp.concatenate(
            List.of(forward.get("..., :-1, :").times(det), forward.get("..., -1:, :")), -2);
    var x = upper(pivoted, rows);
    return jnp.where(none, jnp.zerosLike(x), x);
  }

  private static Array perMatrix(Array x) {
    return jnp.expandDims(jnp.expandDims(x, -1), -1);
  }

  private static Array upper(Array u, Array b) {
    return Array.of(Solves.triangular(u.value(), b.value(), true, false, Form.AS_IS, false));
  }
}
