package jacobean;

import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.Conversion;
import jacobean.op.ErrorFunctions;
import jacobean.op.Exponential;
import jacobean.op.Hyperbolic;
import jacobean.op.Magnitudes;
import jacobean.op.Powers;
import jacobean.op.Rounding;
import jacobean.op.StopGradient;
import jacobean.op.Trigonometric;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The part of {@link lax} that has the elementary functions, element by element. */
abstract sealed class LaxOperations extends LaxSpecial permits LaxArithmetic {

  /** {@code |x|}. {@code lax.abs}. */
  public static Array abs(Array x) {
    return unary(Magnitudes::abs, x);
  }

  /** -1, 0 or 1 by the sign of x. {@code lax.sign}. */
  public static Array sign(Array x) {
    return unary(Magnitudes::sign, x);
  }

  /** {@code x * x}. {@code lax.square}. */
  public static Array square(Array x) {
    return unary(Powers::square, x);
  }

  /** The square root. {@code lax.sqrt}. */
  public static Array sqrt(Array x) {
    return unary(Powers::sqrt, x);
  }

  /** {@code 1 / sqrt(x)}. {@code lax.rsqrt}. */
  public static Array rsqrt(Array x) {
    return unary(Powers::rsqrt, x);
  }

  /** The cube root. {@code lax.cbrt}. */
  public static Array cbrt(Array x) {
    return unary(Powers::cbrt, x);
  }

  /** {@code e^x}. {@code lax.exp}. */
  public static Array exp(Array x) {
    return unary(Exponential::exp, x);
  }

  /** {@code 2^x}. {@code lax.exp2}. */
  public static Array exp2(Array x) {
    return unary(Exponential::exp2, x);
  }

  /** {@code e^x - 1}, exact near 0. {@code lax.expm1}. */
  public static Array expm1(Array x) {
    return unary(Exponential::expm1, x);
  }

  /** The natural logarithm. {@code lax.log}. */
  public static Array log(Array x) {
    return unary(Exponential::log, x);
  }

  /** {@code ln(1 + x)}, exact near 0. {@code lax.log1p}. */
  public static Array log1p(Array x) {
    return unary(Exponential::log1p, x);
  }

  /** {@code 1 / (1 + e^-x)}. {@code lax.logistic}. */
  public static Array logistic(Array x) {
    return unary(Exponential::logistic, x);
  }

  /** The sine. {@code lax.sin}. */
  public static Array sin(Array x) {
    return unary(Trigonometric::sin, x);
  }

  /** The cosine. {@code lax.cos}. */
  public static Array cos(Array x) {
    return unary(Trigonometric::cos, x);
  }

  /** The tangent. {@code lax.tan}. */
  public static Array tan(Array x) {
    return unary(Trigonometric::tan, x);
  }

  /** The inverse sine. {@code lax.asin}. */
  public static Array asin(Array x) {
    return unary(Trigonometric::asin, x);
  }

  /** The inverse cosine. {@code lax.acos}. */
  public static Array acos(Array x) {
    return unary(Trigonometric::acos, x);
  }

  /** The inverse tangent. {@code lax.atan}. */
  public static Array atan(Array x) {
    return unary(Trigonometric::atan, x);
  }

  /** The hyperbolic sine. {@code lax.sinh}. */
  public static Array sinh(Array x) {
    return unary(Hyperbolic::sinh, x);
  }

  /** The hyperbolic cosine. {@code lax.cosh}. */
  public static Array cosh(Array x) {
    return unary(Hyperbolic::cosh, x);
  }

  /** The hyperbolic tangent. {@code lax.tanh}. */
  public static Array tanh(Array x) {
    return unary(Hyperbolic::tanh, x);
  }

  /** The inverse hyperbolic sine. {@code lax.asinh}. */
  public static Array asinh(Array x) {
    return unary(Hyperbolic::asinh, x);
  }

  /** The inverse hyperbolic cosine. {@code lax.acosh}. */
  public static Array acosh(Array x) {
    return unary(Hyperbolic::acosh, x);
  }

  /** The inverse hyperbolic tangent. {@code lax.atanh}. */
  public static Array atanh(Array x) {
    return unary(Hyperbolic::atanh, x);
  }

  /** The error function. {@code lax.erf}. */
  public static Array erf(Array x) {
    return unary(ErrorFunctions::erf, x);
  }

  /** {@code 1 - erf(x)}. {@code lax.erfc}. */
  public static Array erfc(Array x) {
    return unary(ErrorFunctions::erfc, x);
  }

  /** The inverse of the error function. {@code lax.erf_inv}. */
  public static Array erfInv(Array x) {
    return unary(ErrorFunctions::erfInv, x);
  }

  /** The greatest integer that is not greater. {@code lax.floor}. */
  public static Array floor(Array x) {
    return unary(Rounding::floor, x);
  }

  /** The least integer that is not less. {@code lax.ceil}. */
  public static Array ceil(Array x) {
    return unary(Rounding::ceil, x);
  }

  /** x, as a constant to derivatives. {@code lax.stop_gradient}. */
  public static Array stopGradient(Array x) {
    return unary(StopGradient::stopGradient, x);
  }

  /** {@code x^y} for an integer y. {@code lax.integer_pow}. */
  public static Array integerPow(Array x, int y) {
    return Array.of(Powers.integerPow(x.value(), y));
  }

  /** The nearest integer, of two the one away from zero. {@code lax.round}. */
  public static Array round(Array x) {
    var magnitude = Magnitudes.abs(x.value());
    var whole = Rounding.floor(magnitude);
    var half = Arithmetic.constant(x.dtype(), 0.5);
    var up = Comparison.ge(Arithmetic.sub(magnitude, whole), half);
    var rounded = Arithmetic.add(whole, Conversion.convert(up, x.dtype()));
    return Array.of(Arithmetic.mul(Magnitudes.sign(x.value()), rounded));
  }

  /** The number in an array's dtype. */
  static Array like(Number x, Array other) {
    return Array.of(Arithmetic.constant(other.dtype(), x));
  }

  static Array unary(UnaryOperator<Value> f, Array x) {
    return Array.of(f.apply(x.value()));
  }

  static Array binary(BinaryOperator<Value> f, Array x, Array y) {
    return Array.of(f.apply(x.value(), y.value()));
  }
}
