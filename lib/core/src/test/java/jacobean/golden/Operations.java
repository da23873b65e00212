package jacobean.golden;

import jacobean.Array;
import jacobean.Convolution;
import jacobean.Over;
import jacobean.jnp;
import jacobean.lax;
import jacobean.op.Arithmetic;
import jacobean.op.Conversion;
import jacobean.op.ErrorFunctions;
import jacobean.op.Powers;
import jacobean.op.Shaping;
import jacobean.type.Axes;
import jacobean.type.DType;

/** Primitives that goldens name, as functions of arrays. */
public final class Operations {
  private Operations() {}

  public static Array erf(Array x) {
    return Array.of(ErrorFunctions.erf(x.value()));
  }

  public static Array erfc(Array x) {
    return Array.of(ErrorFunctions.erfc(x.value()));
  }

  public static Array erfinv(Array x) {
    return Array.of(ErrorFunctions.erfInv(x.value()));
  }

  public static Array erfInv(Array x) {
    return erfinv(x);
  }

  public static Array rsqrt(Array x) {
    return Array.of(Powers.rsqrt(x.value()));
  }

  public static Array integerPow(Array x, int y) {
    return Array.of(Powers.integerPow(x.value(), y));
  }

  public static Array rem(Array x, Array y) {
    return Array.of(Arithmetic.rem(x.value(), y.value()));
  }

  public static Array rev(Array x, int... dimensions) {
    return Array.of(Shaping.rev(x.value(), Axes.of(dimensions)));
  }

  public static Array expit(Array x) {
    return jacobean.jax.nn.sigmoid(x);
  }

  public static Array clamp(Number low, Array x, Number high) {
    return jnp.clip(x, low, high);
  }

  // --- What takes a description where JAX takes keywords ---

  public static Array convGeneralDilated(
      Array x, Array w, int[] strides, String padding, String[] dimensionNumbers) {
    var d = dimensionNumbers;
    return lax.convGeneralDilated(
        x, w, Convolution.of(strides).padding(padding).dimensionNumbers(d[0], d[1], d[2]));
  }

  public static Array convGeneralDilated(
      Array x,
      Array w,
      int[] strides,
      int[][] padding,
      int[] rhsDilation,
      String[] dimensionNumbers,
      int featureGroupCount) {
    var d = dimensionNumbers;
    return lax.convGeneralDilated(
        x,
        w,
        Convolution.of(strides)
            .padding(padding)
            .rhsDilation(rhsDilation)
            .dimensionNumbers(d[0], d[1], d[2])
            .featureGroupCount(featureGroupCount));
  }

  public static Array svd(Array x, boolean computeUv) {
    return computeUv ? null : jnp.linalg.svdvals(x);
  }

  public static Array svd(Array x, boolean computeUv, boolean hermitian) {
    return computeUv ? null : jnp.linalg.svd(x, false, hermitian).s();
  }

  public static Array eigvalsh(Array x, String UPLO) {
    return jnp.linalg.eigvalsh(x, UPLO, true);
  }

  public static Array norm(Array x, Over over) {
    var axes = over.dims().stream().mapToInt(i -> i).toArray();
    return jnp.linalg.norm(x, (Number) null, axes, over.kept());
  }

  public static Array convertElementType(Array x, DType dtype) {
    return x.astype(dtype);
  }

  public static Array bitcastConvertType(Array x, DType dtype) {
    return Array.of(Conversion.bitcast(x.value(), dtype));
  }
}
