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

  /**
   * {@code |x|}, real also of complex numbers. {@code lax.abs}.
   *
   * {@snippet :
   * lax.abs(jnp.array(-1.5, 2.)) // => [1.5 2. ]
   * }
   */
  public static Array abs(Array x) {
    return unary(Magnitudes::abs, x);
  }

  /**
   * -1, 0 or 1 by the sign of x. Element by element, in x's shape and dtype. {@code lax.sign}.
   *
   * {@snippet :
   * lax.sign(jnp.array(-2, 0, 5)) // => [-1 0 1]
   * }
   *
   * @throws jacobean.error.DTypeException if x is of bools
   */
  public static Array sign(Array x) {
    return unary(Magnitudes::sign, x);
  }

  /**
   * {@code x * x}. Element by element, in x's shape and dtype. {@code lax.square}.
   *
   * {@snippet :
   * lax.square(jnp.array(-3, 4)) // => [9 16]
   * }
   */
  public static Array square(Array x) {
    return unary(Powers::square, x);
  }

  /**
   * The square root. Element by element, in x's shape and dtype. {@code lax.sqrt}.
   *
   * {@snippet :
   * lax.sqrt(jnp.array(4., 9.)) // => [2. 3.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array sqrt(Array x) {
    return unary(Powers::sqrt, x);
  }

  /**
   * {@code 1 / sqrt(x)}. Element by element, in x's shape and dtype. {@code lax.rsqrt}.
   *
   * {@snippet :
   * lax.rsqrt(jnp.array(4., 16.)) // => [0.5 0.25]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array rsqrt(Array x) {
    return unary(Powers::rsqrt, x);
  }

  /**
   * The cube root. Element by element, in x's shape and dtype. {@code lax.cbrt}.
   *
   * {@snippet :
   * lax.cbrt(jnp.array(8., -27.)) // => [2. -3.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array cbrt(Array x) {
    return unary(Powers::cbrt, x);
  }

  /**
   * {@code e^x}. Element by element, in x's shape and dtype. {@code lax.exp}.
   *
   * {@snippet :
   * lax.exp(jnp.array(0., 1.)) // => [1. 2.7182817]
   * lax.exp(jnp.array(0, 1)) // throws DTypeException
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array exp(Array x) {
    return unary(Exponential::exp, x);
  }

  /**
   * {@code 2^x}. Element by element, in x's shape and dtype. {@code lax.exp2}.
   *
   * {@snippet :
   * lax.exp2(jnp.array(3., -1.)) // => [8. 0.5]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array exp2(Array x) {
    return unary(Exponential::exp2, x);
  }

  /**
   * {@code e^x - 1}, exact near 0. Element by element, in x's shape and dtype. {@code lax.expm1}.
   *
   * {@snippet :
   * lax.expm1(jnp.array(1e-8)) // => 1e-08
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array expm1(Array x) {
    return unary(Exponential::expm1, x);
  }

  /**
   * The natural logarithm. Element by element, in x's shape and dtype. {@code lax.log}.
   *
   * {@snippet :
   * lax.log(jnp.array(1., 0.)) // => [0. -inf]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array log(Array x) {
    return unary(Exponential::log, x);
  }

  /**
   * {@code ln(1 + x)}, exact near 0. Element by element, in x's shape and dtype. {@code lax.log1p}.
   *
   * {@snippet :
   * lax.log1p(jnp.array(1e-8)) // => 1e-08
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array log1p(Array x) {
    return unary(Exponential::log1p, x);
  }

  /**
   * {@code 1 / (1 + e^-x)}. Element by element, in x's shape and dtype. {@code lax.logistic}.
   *
   * {@snippet :
   * lax.logistic(jnp.array(0., 100.)) // => [0.5 1. ]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array logistic(Array x) {
    return unary(Exponential::logistic, x);
  }

  /**
   * The sine of x radians. Element by element, in x's shape and dtype. {@code lax.sin}.
   *
   * {@snippet :
   * lax.sin(jnp.array(0., jnp.pi / 2)) // => [0. 1.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array sin(Array x) {
    return unary(Trigonometric::sin, x);
  }

  /**
   * The cosine of x radians. Element by element, in x's shape and dtype. {@code lax.cos}.
   *
   * {@snippet :
   * lax.cos(jnp.array(0., jnp.pi)) // => [1. -1.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array cos(Array x) {
    return unary(Trigonometric::cos, x);
  }

  /**
   * The tangent of x radians. Element by element, in x's shape and dtype. {@code lax.tan}.
   *
   * {@snippet :
   * lax.tan(jnp.array(0., jnp.pi / 4)) // => [0. 1.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array tan(Array x) {
    return unary(Trigonometric::tan, x);
  }

  /**
   * The inverse sine. Element by element, in x's shape and dtype. {@code lax.asin}.
   *
   * {@snippet :
   * lax.asin(jnp.array(1.)) // => 1.5707964
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array asin(Array x) {
    return unary(Trigonometric::asin, x);
  }

  /**
   * The inverse cosine. Element by element, in x's shape and dtype. {@code lax.acos}.
   *
   * {@snippet :
   * lax.acos(jnp.array(-1.)) // => 3.1415927
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array acos(Array x) {
    return unary(Trigonometric::acos, x);
  }

  /**
   * The inverse tangent. Element by element, in x's shape and dtype. {@code lax.atan}.
   *
   * {@snippet :
   * lax.atan(jnp.array(1.)) // => 0.7853982
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array atan(Array x) {
    return unary(Trigonometric::atan, x);
  }

  /**
   * The hyperbolic sine. Element by element, in x's shape and dtype. {@code lax.sinh}.
   *
   * {@snippet :
   * lax.sinh(jnp.array(1.)) // => 1.1752012
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array sinh(Array x) {
    return unary(Hyperbolic::sinh, x);
  }

  /**
   * The hyperbolic cosine. Element by element, in x's shape and dtype. {@code lax.cosh}.
   *
   * {@snippet :
   * lax.cosh(jnp.array(1.)) // => 1.5430807
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array cosh(Array x) {
    return unary(Hyperbolic::cosh, x);
  }

  /**
   * The hyperbolic tangent. Element by element, in x's shape and dtype. {@code lax.tanh}.
   *
   * {@snippet :
   * lax.tanh(jnp.array(1.)) // => 0.7615942
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array tanh(Array x) {
    return unary(Hyperbolic::tanh, x);
  }

  /**
   * The inverse hyperbolic sine. Element by element, in x's shape and dtype. {@code lax.asinh}.
   *
   * {@snippet :
   * lax.asinh(jnp.array(1.)) // => 0.8813736
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array asinh(Array x) {
    return unary(Hyperbolic::asinh, x);
  }

  /**
   * The inverse hyperbolic cosine. Element by element, in x's shape and dtype. {@code lax.acosh}.
   *
   * {@snippet :
   * lax.acosh(jnp.array(2.)) // => 1.316958
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array acosh(Array x) {
    return unary(Hyperbolic::acosh, x);
  }

  /**
   * The inverse hyperbolic tangent. Element by element, in x's shape and dtype. {@code lax.atanh}.
   *
   * {@snippet :
   * lax.atanh(jnp.array(0.5)) // => 0.54930615
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array atanh(Array x) {
    return unary(Hyperbolic::atanh, x);
  }

  /**
   * The error function. Element by element, in x's shape and dtype. {@code lax.erf}.
   *
   * {@snippet :
   * lax.erf(jnp.array(0., 1.)) // => [0. 0.8427008]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array erf(Array x) {
    return unary(ErrorFunctions::erf, x);
  }

  /**
   * {@code 1 - erf(x)}. Element by element, in x's shape and dtype. {@code lax.erfc}.
   *
   * {@snippet :
   * lax.erfc(jnp.array(0., 1.)) // => [1. 0.1572992]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array erfc(Array x) {
    return unary(ErrorFunctions::erfc, x);
  }

  /**
   * The inverse of the error function. Element by element, in x's shape and dtype. {@code
   * lax.erf_inv}.
   *
   * {@snippet :
   * lax.erfInv(jnp.array(0., 0.5, 1.)) // => [0. 0.47693628 inf]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array erfInv(Array x) {
    return unary(ErrorFunctions::erfInv, x);
  }

  /**
   * The greatest integer that is not greater. Element by element, in x's shape and dtype. {@code
   * lax.floor}.
   *
   * {@snippet :
   * lax.floor(jnp.array(-1.5, 1.5)) // => [-2. 1.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array floor(Array x) {
    return unary(Rounding::floor, x);
  }

  /**
   * The least integer that is not less. Element by element, in x's shape and dtype. {@code
   * lax.ceil}.
   *
   * {@snippet :
   * lax.ceil(jnp.array(-1.5, 1.5)) // => [-1. 2.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array ceil(Array x) {
    return unary(Rounding::ceil, x);
  }

  /**
   * x, as a constant to derivatives. {@code lax.stop_gradient}.
   *
   * {@snippet :
   * grad(x -> x.times(lax.stopGradient(x))).apply(jnp.array(3.)) // => 3.0
   * grad(x -> x.times(x)).apply(jnp.array(3.)) // => 6.0
   * }
   */
  public static Array stopGradient(Array x) {
    return unary(StopGradient::stopGradient, x);
  }

  /**
   * {@code x^y} for an integer y. Element by element, in x's shape and dtype. {@code
   * lax.integer_pow}.
   *
   * {@snippet :
   * lax.integerPow(jnp.array(2., -3.), 3) // => [8. -27.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is of integers and y is negative
   */
  public static Array integerPow(Array x, int y) {
    return Array.of(Powers.integerPow(x.value(), y));
  }

  /**
   * The nearest integer, of two the one away from zero. Element by element, in x's shape and dtype.
   * {@code lax.round}.
   *
   * {@snippet :
   * lax.round(jnp.array(0.5, 1.5, -2.5)) // => [1. 2. -3.]
   * jnp.round(jnp.array(0.5, 1.5, -2.5)) // => [0. 2. -2.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex, or x is of bools
   */
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
