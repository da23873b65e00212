package jacobean;

import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Bitwise;
import jacobean.op.Comparison;
import jacobean.op.Conversion;
import jacobean.op.ErrorFunctions;
import jacobean.op.Exponential;
import jacobean.op.Floats;
import jacobean.op.Hyperbolic;
import jacobean.op.Integers;
import jacobean.op.Rounding;
import jacobean.op.StopGradient;
import jacobean.op.Trigonometric;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * The part of {@link lax} that works element by element. Operands have one dtype and one shape, or
 * are scalars; numbers take the other operand's dtype.
 */
abstract sealed class LaxOperations extends LaxSpecial permits LaxShapes {

  /** {@code -x}. {@code lax.neg}. */
  public static Array neg(Array x) {
    return unary(Arithmetic::neg, x);
  }

  /** {@code |x|}. {@code lax.abs}. */
  public static Array abs(Array x) {
    return unary(Arithmetic::abs, x);
  }

  /** -1, 0 or 1 by the sign of x. {@code lax.sign}. */
  public static Array sign(Array x) {
    return unary(Arithmetic::sign, x);
  }

  /** {@code x * x}. {@code lax.square}. */
  public static Array square(Array x) {
    return unary(Arithmetic::square, x);
  }

  /** The square root. {@code lax.sqrt}. */
  public static Array sqrt(Array x) {
    return unary(Arithmetic::sqrt, x);
  }

  /** {@code 1 / sqrt(x)}. {@code lax.rsqrt}. */
  public static Array rsqrt(Array x) {
    return unary(Arithmetic::rsqrt, x);
  }

  /** The cube root. {@code lax.cbrt}. */
  public static Array cbrt(Array x) {
    return unary(Arithmetic::cbrt, x);
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

  /** Whether x is neither infinite nor NaN. {@code lax.is_finite}. */
  public static Array isFinite(Array x) {
    return unary(Rounding::isFinite, x);
  }

  /** Bitwise not, logical on bool. {@code lax.bitwise_not}. */
  public static Array bitwiseNot(Array x) {
    return unary(Bitwise::not, x);
  }

  /** How many bits are 1. {@code lax.population_count}. */
  public static Array populationCount(Array x) {
    return unary(Integers::populationCount, x);
  }

  /** How many zero bits an integer begins with. {@code lax.clz}. */
  public static Array clz(Array x) {
    return unary(Integers::countLeadingZeros, x);
  }

  /** x, as a constant to derivatives. {@code lax.stop_gradient}. */
  public static Array stopGradient(Array x) {
    return unary(StopGradient::stopGradient, x);
  }

  /** {@code 1 / x}. {@code lax.reciprocal}. */
  public static Array reciprocal(Array x) {
    return div(1, x);
  }

  /** {@code x^y} for an integer y. {@code lax.integer_pow}. */
  public static Array integerPow(Array x, int y) {
    return Array.of(Arithmetic.integerPow(x.value(), y));
  }

  /** The nearest integer, of two the one away from zero. {@code lax.round}. */
  public static Array round(Array x) {
    var magnitude = abs(x);
    var whole = floor(magnitude);
    var up = ge(sub(magnitude, whole), 0.5);
    return mul(sign(x), add(whole, convert(up, x)));
  }

  private static Array convert(Array flags, Array like) {
    return Array.of(Conversion.convert(flags.value(), like.dtype()));
  }

  /** {@code x + y}. {@code lax.add}. */
  public static Array add(Array x, Array y) {
    return binary(Arithmetic::add, x, y);
  }

  /** {@code x + y}. {@code lax.add}. */
  public static Array add(Array x, Number y) {
    return binary(Arithmetic::add, x, like(y, x));
  }

  /** {@code x + y}. {@code lax.add}. */
  public static Array add(Number x, Array y) {
    return binary(Arithmetic::add, like(x, y), y);
  }

  /** {@code x - y}. {@code lax.sub}. */
  public static Array sub(Array x, Array y) {
    return binary(Arithmetic::sub, x, y);
  }

  /** {@code x - y}. {@code lax.sub}. */
  public static Array sub(Array x, Number y) {
    return binary(Arithmetic::sub, x, like(y, x));
  }

  /** {@code x - y}. {@code lax.sub}. */
  public static Array sub(Number x, Array y) {
    return binary(Arithmetic::sub, like(x, y), y);
  }

  /** {@code x * y}. {@code lax.mul}. */
  public static Array mul(Array x, Array y) {
    return binary(Arithmetic::mul, x, y);
  }

  /** {@code x * y}. {@code lax.mul}. */
  public static Array mul(Array x, Number y) {
    return binary(Arithmetic::mul, x, like(y, x));
  }

  /** {@code x * y}. {@code lax.mul}. */
  public static Array mul(Number x, Array y) {
    return binary(Arithmetic::mul, like(x, y), y);
  }

  /** {@code x / y}; truncating on integers. {@code lax.div}. */
  public static Array div(Array x, Array y) {
    return binary(Arithmetic::div, x, y);
  }

  /** {@code x / y}; truncating on integers. {@code lax.div}. */
  public static Array div(Array x, Number y) {
    return binary(Arithmetic::div, x, like(y, x));
  }

  /** {@code x / y}; truncating on integers. {@code lax.div}. */
  public static Array div(Number x, Array y) {
    return binary(Arithmetic::div, like(x, y), y);
  }

  /** The remainder, with the sign of x. {@code lax.rem}. */
  public static Array rem(Array x, Array y) {
    return binary(Arithmetic::rem, x, y);
  }

  /** The remainder, with the sign of x. {@code lax.rem}. */
  public static Array rem(Array x, Number y) {
    return binary(Arithmetic::rem, x, like(y, x));
  }

  /** The remainder, with the sign of x. {@code lax.rem}. */
  public static Array rem(Number x, Array y) {
    return binary(Arithmetic::rem, like(x, y), y);
  }

  /** {@code x^y}. {@code lax.pow}. */
  public static Array pow(Array x, Array y) {
    return binary(Arithmetic::pow, x, y);
  }

  /** {@code x^y}. {@code lax.pow}. */
  public static Array pow(Array x, Number y) {
    return binary(Arithmetic::pow, x, like(y, x));
  }

  /** {@code x^y}. {@code lax.pow}. */
  public static Array pow(Number x, Array y) {
    return binary(Arithmetic::pow, like(x, y), y);
  }

  /** The greater. {@code lax.max}. */
  public static Array max(Array x, Array y) {
    return binary(Arithmetic::max, x, y);
  }

  /** The greater. {@code lax.max}. */
  public static Array max(Array x, Number y) {
    return binary(Arithmetic::max, x, like(y, x));
  }

  /** The greater. {@code lax.max}. */
  public static Array max(Number x, Array y) {
    return binary(Arithmetic::max, like(x, y), y);
  }

  /** The smaller. {@code lax.min}. */
  public static Array min(Array x, Array y) {
    return binary(Arithmetic::min, x, y);
  }

  /** The smaller. {@code lax.min}. */
  public static Array min(Array x, Number y) {
    return binary(Arithmetic::min, x, like(y, x));
  }

  /** The smaller. {@code lax.min}. */
  public static Array min(Number x, Array y) {
    return binary(Arithmetic::min, like(x, y), y);
  }

  /** The angle of the point (y, x) given as {@code atan2(y, x)}. {@code lax.atan2}. */
  public static Array atan2(Array x, Array y) {
    return binary(Trigonometric::atan2, x, y);
  }

  /** The angle of the point (y, x) given as {@code atan2(y, x)}. {@code lax.atan2}. */
  public static Array atan2(Array x, Number y) {
    return binary(Trigonometric::atan2, x, like(y, x));
  }

  /** The angle of the point (y, x) given as {@code atan2(y, x)}. {@code lax.atan2}. */
  public static Array atan2(Number x, Array y) {
    return binary(Trigonometric::atan2, like(x, y), y);
  }

  /** The next number after x towards y. {@code lax.nextafter}. */
  public static Array nextafter(Array x, Array y) {
    return binary(Floats::nextAfter, x, y);
  }

  /** The next number after x towards y. {@code lax.nextafter}. */
  public static Array nextafter(Array x, Number y) {
    return binary(Floats::nextAfter, x, like(y, x));
  }

  /** The next number after x towards y. {@code lax.nextafter}. */
  public static Array nextafter(Number x, Array y) {
    return binary(Floats::nextAfter, like(x, y), y);
  }

  /** {@code x == y}. {@code lax.eq}. */
  public static Array eq(Array x, Array y) {
    return binary(Comparison::eq, x, y);
  }

  /** {@code x == y}. {@code lax.eq}. */
  public static Array eq(Array x, Number y) {
    return binary(Comparison::eq, x, like(y, x));
  }

  /** {@code x == y}. {@code lax.eq}. */
  public static Array eq(Number x, Array y) {
    return binary(Comparison::eq, like(x, y), y);
  }

  /** {@code x != y}. {@code lax.ne}. */
  public static Array ne(Array x, Array y) {
    return binary(Comparison::ne, x, y);
  }

  /** {@code x != y}. {@code lax.ne}. */
  public static Array ne(Array x, Number y) {
    return binary(Comparison::ne, x, like(y, x));
  }

  /** {@code x != y}. {@code lax.ne}. */
  public static Array ne(Number x, Array y) {
    return binary(Comparison::ne, like(x, y), y);
  }

  /** {@code x < y}. {@code lax.lt}. */
  public static Array lt(Array x, Array y) {
    return binary(Comparison::lt, x, y);
  }

  /** {@code x < y}. {@code lax.lt}. */
  public static Array lt(Array x, Number y) {
    return binary(Comparison::lt, x, like(y, x));
  }

  /** {@code x < y}. {@code lax.lt}. */
  public static Array lt(Number x, Array y) {
    return binary(Comparison::lt, like(x, y), y);
  }

  /** {@code x <= y}. {@code lax.le}. */
  public static Array le(Array x, Array y) {
    return binary(Comparison::le, x, y);
  }

  /** {@code x <= y}. {@code lax.le}. */
  public static Array le(Array x, Number y) {
    return binary(Comparison::le, x, like(y, x));
  }

  /** {@code x <= y}. {@code lax.le}. */
  public static Array le(Number x, Array y) {
    return binary(Comparison::le, like(x, y), y);
  }

  /** {@code x > y}. {@code lax.gt}. */
  public static Array gt(Array x, Array y) {
    return binary(Comparison::gt, x, y);
  }

  /** {@code x > y}. {@code lax.gt}. */
  public static Array gt(Array x, Number y) {
    return binary(Comparison::gt, x, like(y, x));
  }

  /** {@code x > y}. {@code lax.gt}. */
  public static Array gt(Number x, Array y) {
    return binary(Comparison::gt, like(x, y), y);
  }

  /** {@code x >= y}. {@code lax.ge}. */
  public static Array ge(Array x, Array y) {
    return binary(Comparison::ge, x, y);
  }

  /** {@code x >= y}. {@code lax.ge}. */
  public static Array ge(Array x, Number y) {
    return binary(Comparison::ge, x, like(y, x));
  }

  /** {@code x >= y}. {@code lax.ge}. */
  public static Array ge(Number x, Array y) {
    return binary(Comparison::ge, like(x, y), y);
  }

  /** {@code x & y}. {@code lax.bitwise_and}. */
  public static Array bitwiseAnd(Array x, Array y) {
    return binary(Bitwise::and, x, y);
  }

  /** {@code x & y}. {@code lax.bitwise_and}. */
  public static Array bitwiseAnd(Array x, Number y) {
    return binary(Bitwise::and, x, like(y, x));
  }

  /** {@code x & y}. {@code lax.bitwise_and}. */
  public static Array bitwiseAnd(Number x, Array y) {
    return binary(Bitwise::and, like(x, y), y);
  }

  /** {@code x | y}. {@code lax.bitwise_or}. */
  public static Array bitwiseOr(Array x, Array y) {
    return binary(Bitwise::or, x, y);
  }

  /** {@code x | y}. {@code lax.bitwise_or}. */
  public static Array bitwiseOr(Array x, Number y) {
    return binary(Bitwise::or, x, like(y, x));
  }

  /** {@code x | y}. {@code lax.bitwise_or}. */
  public static Array bitwiseOr(Number x, Array y) {
    return binary(Bitwise::or, like(x, y), y);
  }

  /** {@code x ^ y}. {@code lax.bitwise_xor}. */
  public static Array bitwiseXor(Array x, Array y) {
    return binary(Bitwise::xor, x, y);
  }

  /** {@code x ^ y}. {@code lax.bitwise_xor}. */
  public static Array bitwiseXor(Array x, Number y) {
    return binary(Bitwise::xor, x, like(y, x));
  }

  /** {@code x ^ y}. {@code lax.bitwise_xor}. */
  public static Array bitwiseXor(Number x, Array y) {
    return binary(Bitwise::xor, like(x, y), y);
  }

  /** {@code x << y}. {@code lax.shift_left}. */
  public static Array shiftLeft(Array x, Array y) {
    return binary(Bitwise::shiftLeft, x, y);
  }

  /** {@code x << y}. {@code lax.shift_left}. */
  public static Array shiftLeft(Array x, Number y) {
    return binary(Bitwise::shiftLeft, x, like(y, x));
  }

  /** {@code x << y}. {@code lax.shift_left}. */
  public static Array shiftLeft(Number x, Array y) {
    return binary(Bitwise::shiftLeft, like(x, y), y);
  }

  /** {@code x >> y}, the sign coming in. {@code lax.shift_right_arithmetic}. */
  public static Array shiftRightArithmetic(Array x, Array y) {
    return binary(Bitwise::shiftRightArithmetic, x, y);
  }

  /** {@code x >> y}, the sign coming in. {@code lax.shift_right_arithmetic}. */
  public static Array shiftRightArithmetic(Array x, Number y) {
    return binary(Bitwise::shiftRightArithmetic, x, like(y, x));
  }

  /** {@code x >> y}, the sign coming in. {@code lax.shift_right_arithmetic}. */
  public static Array shiftRightArithmetic(Number x, Array y) {
    return binary(Bitwise::shiftRightArithmetic, like(x, y), y);
  }

  /** {@code x >>> y}, zeros coming in. {@code lax.shift_right_logical}. */
  public static Array shiftRightLogical(Array x, Array y) {
    return binary(Bitwise::shiftRightLogical, x, y);
  }

  /** {@code x >>> y}, zeros coming in. {@code lax.shift_right_logical}. */
  public static Array shiftRightLogical(Array x, Number y) {
    return binary(Bitwise::shiftRightLogical, x, like(y, x));
  }

  /** {@code x >>> y}, zeros coming in. {@code lax.shift_right_logical}. */
  public static Array shiftRightLogical(Number x, Array y) {
    return binary(Bitwise::shiftRightLogical, like(x, y), y);
  }

  /** x kept between two arrays; at and beyond them x has no derivative. {@code lax.clamp}. */
  public static Array clamp(Array min, Array x, Array max) {
    var low = Comparison.select(Comparison.le(x.value(), min.value()), min.value(), x.value());
    return Array.of(Comparison.select(Comparison.ge(x.value(), max.value()), max.value(), low));
  }

  /** x kept between two numbers; at and beyond them x has no derivative. {@code lax.clamp}. */
  public static Array clamp(Number min, Array x, Number max) {
    return clamp(like(min, x), x, like(max, x));
  }

  /** x where the condition is true, y elsewhere. {@code lax.select}. */
  public static Array select(Array condition, Array x, Array y) {
    return Array.of(Comparison.select(condition.value(), x.value(), y.value()));
  }

  /** The number in an array's dtype. */
  static Array like(Number x, Array other) {
    return Array.of(Arithmetic.constant(other.dtype(), x));
  }

  private static Array unary(UnaryOperator<Value> f, Array x) {
    return Array.of(f.apply(x.value()));
  }

  private static Array binary(BinaryOperator<Value> f, Array x, Array y) {
    return Array.of(f.apply(x.value(), y.value()));
  }
}
