package jacobean;

import jacobean.core.Value;
import jacobean.op.Conversion;
import jacobean.op.Exponential;
import jacobean.op.Hyperbolic;
import jacobean.op.Magnitudes;
import jacobean.op.Powers;
import jacobean.op.Rounding;
import jacobean.op.Trigonometric;
import jacobean.type.DType;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The part of {@link jnp} that has the elementary functions, element by element. */
abstract sealed class NumpyMath extends NumpyRanges permits NumpyArithmetic {

  /** {@code |x|}. {@code jnp.abs}. */
  public static Array abs(Array x) {
    return x.dtype() == DType.BOOL ? x : Array.of(Magnitudes.abs(x.value()));
  }

  /** {@code |x|}. {@code jnp.absolute}. */
  public static Array absolute(Array x) {
    return x.dtype() == DType.BOOL ? x : Array.of(Magnitudes.abs(x.value()));
  }

  /** -1, 0 or 1 by the sign of x. {@code jnp.sign}. */
  public static Array sign(Array x) {
    return Array.of(Magnitudes.sign(x.value()));
  }

  /** {@code x * x}. {@code jnp.square}. */
  public static Array square(Array x) {
    return Array.of(Powers.square(countable(x)));
  }

  /** The square root. {@code jnp.sqrt}. */
  public static Array sqrt(Array x) {
    return real(Powers::sqrt, x);
  }

  /** The cube root. {@code jnp.cbrt}. */
  public static Array cbrt(Array x) {
    return real(Powers::cbrt, x);
  }

  /** {@code e^x}. {@code jnp.exp}. */
  public static Array exp(Array x) {
    return real(Exponential::exp, x);
  }

  /** {@code 2^x}. {@code jnp.exp2}. */
  public static Array exp2(Array x) {
    return real(Exponential::exp2, x);
  }

  /** {@code e^x - 1}, exact near 0. {@code jnp.expm1}. */
  public static Array expm1(Array x) {
    return real(Exponential::expm1, x);
  }

  /** The natural logarithm. {@code jnp.log}. */
  public static Array log(Array x) {
    return real(Exponential::log, x);
  }

  /** {@code ln(1 + x)}, exact near 0. {@code jnp.log1p}. */
  public static Array log1p(Array x) {
    return real(Exponential::log1p, x);
  }

  /** The sine of x radians. {@code jnp.sin}. */
  public static Array sin(Array x) {
    return real(Trigonometric::sin, x);
  }

  /** The cosine of x radians. {@code jnp.cos}. */
  public static Array cos(Array x) {
    return real(Trigonometric::cos, x);
  }

  /** The tangent of x radians. {@code jnp.tan}. */
  public static Array tan(Array x) {
    return real(Trigonometric::tan, x);
  }

  /** The inverse sine, in radians. {@code jnp.arcsin}. */
  public static Array arcsin(Array x) {
    return real(Trigonometric::asin, x);
  }

  /** The inverse cosine, in radians. {@code jnp.arccos}. */
  public static Array arccos(Array x) {
    return real(Trigonometric::acos, x);
  }

  /** The inverse tangent, in radians. {@code jnp.arctan}. */
  public static Array arctan(Array x) {
    return real(Trigonometric::atan, x);
  }

  /** The hyperbolic sine. {@code jnp.sinh}. */
  public static Array sinh(Array x) {
    return real(Hyperbolic::sinh, x);
  }

  /** The hyperbolic cosine. {@code jnp.cosh}. */
  public static Array cosh(Array x) {
    return real(Hyperbolic::cosh, x);
  }

  /** The hyperbolic tangent. {@code jnp.tanh}. */
  public static Array tanh(Array x) {
    return real(Hyperbolic::tanh, x);
  }

  /** The inverse hyperbolic sine. {@code jnp.arcsinh}. */
  public static Array arcsinh(Array x) {
    return real(Hyperbolic::asinh, x);
  }

  /** The inverse hyperbolic cosine. {@code jnp.arccosh}. */
  public static Array arccosh(Array x) {
    return real(Hyperbolic::acosh, x);
  }

  /** The inverse hyperbolic tangent. {@code jnp.arctanh}. */
  public static Array arctanh(Array x) {
    return real(Hyperbolic::atanh, x);
  }

  /** The greatest integer that is not greater. {@code jnp.floor}. */
  public static Array floor(Array x) {
    return x.dtype().isInexact() ? Array.of(Rounding.floor(x.value())) : x;
  }

  /** The least integer that is not less. {@code jnp.ceil}. */
  public static Array ceil(Array x) {
    return x.dtype().isInexact() ? Array.of(Rounding.ceil(x.value())) : x;
  }

  /** The nearest integer, the even one of two. {@code jnp.round}. */
  public static Array round(Array x) {
    return x.dtype().isInexact() ? Array.of(Rounding.round(x.value())) : x;
  }

  /**
   * The angle of the point (y, x) given as {@code arctan2(y, x)}, in radians. {@code jnp.arctan2}.
   */
  public static Array arctan2(Array x, Array y) {
    return realBinary("arctan2", Trigonometric::atan2, x, y);
  }

  /**
   * The angle of the point (y, x) given as {@code arctan2(y, x)}, in radians. {@code jnp.arctan2}.
   */
  public static Array arctan2(Array x, Number y) {
    return realBinary("arctan2", Trigonometric::atan2, x, asarray(y));
  }

  /**
   * The angle of the point (y, x) given as {@code arctan2(y, x)}, in radians. {@code jnp.arctan2}.
   */
  public static Array arctan2(Number x, Array y) {
    return realBinary("arctan2", Trigonometric::atan2, asarray(x), y);
  }

  /** The elements as another dtype. {@code x.astype}. */
  public static Array astype(Array x, DType dtype) {
    return Array.of(Conversion.convert(x.value(), dtype));
  }

  /** Bools as int32, where JAX counts with them. */
  static Value countable(Array x) {
    return x.dtype() == DType.BOOL ? Conversion.convert(x.value(), DType.INT32) : x.value();
  }

  static Array real(UnaryOperator<Value> f, Array x) {
    return Array.of(f.apply(Promote.toFloating(x.value())));
  }

  static Array binary(String name, BinaryOperator<Value> f, Array x, Array y) {
    return apply(name, f, Promote.values(x.value(), y.value()));
  }

  static Array realBinary(String name, BinaryOperator<Value> f, Array x, Array y) {
    var promoted = Promote.values(x.value(), y.value());
    return apply(name, f, promoted.stream().map(Promote::toFloating).toList());
  }

  static Array apply(String name, BinaryOperator<Value> f, List<Value> operands) {
    var b = Promote.broadcast(name, operands.get(0), operands.get(1));
    return Array.of(f.apply(b.get(0), b.get(1)));
  }
}
