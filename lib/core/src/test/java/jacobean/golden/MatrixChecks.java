package jacobean.golden;

import jacobean.Array;
import jacobean.jnp;
import jacobean.lax;
import java.util.ArrayList;
import java.util.List;

/**
 * What all right answers of functions of matrices have in common, where signs or the order are not
 * determined; {@code linalg_goldens.py} has the same.
 */
public final class MatrixChecks {
  private MatrixChecks() {}

  private static Array adjoint(Array x) {
    return jnp.conj(jnp.linalg.matrixTranspose(x));
  }

  private static Array scaled(Array x, Array columns) {
    return x.times(jnp.expandDims(columns, -2));
  }

  public static List<Array> svd(Array x, boolean fullMatrices) {
    var d = jnp.linalg.svd(x, fullMatrices);
    var u = d.u().get("..., :" + d.s().shape(-1));
    var vh = d.vh().get("..., :" + d.s().shape(-1) + ", :");
    var product = jnp.matmul(scaled(u, d.s()), vh);
    return List.of(d.s(), jnp.abs(u), jnp.abs(vh), jnp.real(product), jnp.imag(product));
  }

  public static List<Array> eigh(Array x) {
    var d = jnp.linalg.eigh(x);
    var v = d.eigenvectors();
    var root = jnp.matmul(scaled(v, jnp.exp(d.eigenvalues().div(4))), adjoint(v));
    return List.of(d.eigenvalues(), jnp.abs(v), jnp.real(root), jnp.imag(root));
  }

  public static List<Array> eigvals(Array x) {
    return powerSums(jnp.linalg.eigvals(x), 3);
  }

  public static List<Array> eig(Array x) {
    var d = lax.linalg.eig(x, true, true, true);
    var v = d.get(2);
    var again = jnp.matmul(scaled(v, d.get(0)), jnp.linalg.inv(v));
    return List.of(
        jnp.sum(jnp.abs(d.get(1)), -1), jnp.sum(jnp.abs(v), -1), jnp.real(again), jnp.imag(again));
  }

  public static List<Array> roots(Array p, boolean stripZeros) {
    var r = jnp.roots(p, stripZeros);
    return powerSums(jnp.where(jnp.isnan(r), 0, r), 2);
  }

  private static List<Array> powerSums(Array w, int most) {
    var sums = new ArrayList<Array>();
    for (int k = 1; k <= most; k++) {
      var sum = jnp.sum(jnp.power(w, k), -1);
      sums.add(jnp.real(sum));
      sums.add(jnp.imag(sum));
    }
    return sums;
  }
}
