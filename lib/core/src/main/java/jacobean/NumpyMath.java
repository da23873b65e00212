package jacobean;

import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Bitwise;
import jacobean.op.Comparison;
import jacobean.op.Conversion;
import jacobean.op.Exponential;
import jacobean.op.Hyperbolic;
import jacobean.op.Rounding;
import jacobean.op.Trigonometric;
import jacobean.type.DType;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The part of {@link jnp} that works element by element. */
abstract sealed class NumpyMath extends NumpyRanges permits NumpyFloats {

  /** {@code -x}. {@code jnp.negative}. */
  public static Array negative(Array x) {
    return Array.of(Arithmetic.neg(x.value()));
  }

  /** {@code |x|}. {@code jnp.abs}. */
  public static Array abs(Array x) {
    return x.dtype() == DType.BOOL ? x : Array.of(Arithmetic.abs(x.value()));
  }

  /** {@code |x|}. {@code jnp.absolute}. */
  public static Array absolute(Array x) {
    return x.dtype() == DType.BOOL ? x : Array.of(Arithmetic.abs(x.value()));
  }

  /** -1, 0 or 1 by the sign of x. {@code jnp.sign}. */
  public static Array sign(Array x) {
    return Array.of(Arithmetic.sign(x.value()));
  }

  /** {@code x * x}. {@code jnp.square}. */
  public static Array square(Array x) {
    return Array.of(Arithmetic.square(countable(x)));
  }

  /** The square root. {@code jnp.sqrt}. */
  public static Array sqrt(Array x) {
    return real(Arithmetic::sqrt, x);
  }

  /** The cube root. {@code jnp.cbrt}. */
  public static Array cbrt(Array x) {
    return real(Arithmetic::cbrt, x);
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

  /** Whether x is neither infinite nor NaN; of complex x, neither part. {@code jnp.isfinite}. */
  public static Array isfinite(Array x) {
    if (x.dtype().isComplex()) {
      return logicalAnd(isfinite(jnp.real(x)), isfinite(jnp.imag(x)));
    }
    return real(Rounding::isFinite, x);
  }

  /** Whether x is NaN. {@code jnp.isnan}. */
  public static Array isnan(Array x) {
    return notEqual(x, x);
  }

  /** Bitwise not of integers, logical not of bools. {@code jnp.bitwise_not}. */
  public static Array bitwiseNot(Array x) {
    return Array.of(Bitwise.not(x.value()));
  }

  /** Whether x is zero. {@code jnp.logical_not}. */
  public static Array logicalNot(Array x) {
    return Array.of(Bitwise.not(Conversion.convert(x.value(), DType.BOOL)));
  }

  /** {@code x + y}. {@code jnp.add}. */
  public static Array add(Array x, Array y) {
    return binary("add", Arithmetic::add, x, y);
  }

  /** {@code x + y}. {@code jnp.add}. */
  public static Array add(Array x, Number y) {
    return binary("add", Arithmetic::add, x, asarray(y));
  }

  /** {@code x + y}. {@code jnp.add}. */
  public static Array add(Number x, Array y) {
    return binary("add", Arithmetic::add, asarray(x), y);
  }

  /** {@code x - y}. {@code jnp.subtract}. */
  public static Array subtract(Array x, Array y) {
    return binary("subtract", Arithmetic::sub, x, y);
  }

  /** {@code x - y}. {@code jnp.subtract}. */
  public static Array subtract(Array x, Number y) {
    return binary("subtract", Arithmetic::sub, x, asarray(y));
  }

  /** {@code x - y}. {@code jnp.subtract}. */
  public static Array subtract(Number x, Array y) {
    return binary("subtract", Arithmetic::sub, asarray(x), y);
  }

  /** {@code x * y}. {@code jnp.multiply}. */
  public static Array multiply(Array x, Array y) {
    return binary("multiply", Arithmetic::mul, x, y);
  }

  /** {@code x * y}. {@code jnp.multiply}. */
  public static Array multiply(Array x, Number y) {
    return binary("multiply", Arithmetic::mul, x, asarray(y));
  }

  /** {@code x * y}. {@code jnp.multiply}. */
  public static Array multiply(Number x, Array y) {
    return binary("multiply", Arithmetic::mul, asarray(x), y);
  }

  /** {@code x / y}; floating also for integers. {@code jnp.divide}. */
  public static Array divide(Array x, Array y) {
    return realBinary("divide", Arithmetic::div, x, y);
  }

  /** {@code x / y}; floating also for integers. {@code jnp.divide}. */
  public static Array divide(Array x, Number y) {
    return realBinary("divide", Arithmetic::div, x, asarray(y));
  }

  /** {@code x / y}; floating also for integers. {@code jnp.divide}. */
  public static Array divide(Number x, Array y) {
    return realBinary("divide", Arithmetic::div, asarray(x), y);
  }

  /** {@code x % y}, with the sign of y. {@code jnp.remainder}. */
  public static Array remainder(Array x, Array y) {
    return binary("remainder", Composed::remainder, x, y);
  }

  /** {@code x % y}, with the sign of y. {@code jnp.remainder}. */
  public static Array remainder(Array x, Number y) {
    return binary("remainder", Composed::remainder, x, asarray(y));
  }

  /** {@code x % y}, with the sign of y. {@code jnp.remainder}. */
  public static Array remainder(Number x, Array y) {
    return binary("remainder", Composed::remainder, asarray(x), y);
  }

  /** {@code x // y}, rounded down. {@code jnp.floor_divide}. */
  public static Array floorDivide(Array x, Array y) {
    return binary("floorDivide", Composed::floorQuotient, x, y);
  }

  /** {@code x // y}, rounded down. {@code jnp.floor_divide}. */
  public static Array floorDivide(Array x, Number y) {
    return binary("floorDivide", Composed::floorQuotient, x, asarray(y));
  }

  /** {@code x // y}, rounded down. {@code jnp.floor_divide}. */
  public static Array floorDivide(Number x, Array y) {
    return binary("floorDivide", Composed::floorQuotient, asarray(x), y);
  }

  /** The greater; NaN if one is. {@code jnp.maximum}. */
  public static Array maximum(Array x, Array y) {
    return binary("maximum", Arithmetic::max, x, y);
  }

  /** The greater; NaN if one is. {@code jnp.maximum}. */
  public static Array maximum(Array x, Number y) {
    return binary("maximum", Arithmetic::max, x, asarray(y));
  }

  /** The greater; NaN if one is. {@code jnp.maximum}. */
  public static Array maximum(Number x, Array y) {
    return binary("maximum", Arithmetic::max, asarray(x), y);
  }

  /** The smaller; NaN if one is. {@code jnp.minimum}. */
  public static Array minimum(Array x, Array y) {
    return binary("minimum", Arithmetic::min, x, y);
  }

  /** The smaller; NaN if one is. {@code jnp.minimum}. */
  public static Array minimum(Array x, Number y) {
    return binary("minimum", Arithmetic::min, x, asarray(y));
  }

  /** The smaller; NaN if one is. {@code jnp.minimum}. */
  public static Array minimum(Number x, Array y) {
    return binary("minimum", Arithmetic::min, asarray(x), y);
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

  /** {@code x < y}. {@code jnp.less}. */
  public static Array less(Array x, Array y) {
    return binary("less", Comparison::lt, x, y);
  }

  /** {@code x < y}. {@code jnp.less}. */
  public static Array less(Array x, Number y) {
    return binary("less", Comparison::lt, x, asarray(y));
  }

  /** {@code x < y}. {@code jnp.less}. */
  public static Array less(Number x, Array y) {
    return binary("less", Comparison::lt, asarray(x), y);
  }

  /** {@code x <= y}. {@code jnp.less_equal}. */
  public static Array lessEqual(Array x, Array y) {
    return binary("lessEqual", Comparison::le, x, y);
  }

  /** {@code x <= y}. {@code jnp.less_equal}. */
  public static Array lessEqual(Array x, Number y) {
    return binary("lessEqual", Comparison::le, x, asarray(y));
  }

  /** {@code x <= y}. {@code jnp.less_equal}. */
  public static Array lessEqual(Number x, Array y) {
    return binary("lessEqual", Comparison::le, asarray(x), y);
  }

  /** {@code x > y}. {@code jnp.greater}. */
  public static Array greater(Array x, Array y) {
    return binary("greater", Comparison::gt, x, y);
  }

  /** {@code x > y}. {@code jnp.greater}. */
  public static Array greater(Array x, Number y) {
    return binary("greater", Comparison::gt, x, asarray(y));
  }

  /** {@code x > y}. {@code jnp.greater}. */
  public static Array greater(Number x, Array y) {
    return binary("greater", Comparison::gt, asarray(x), y);
  }

  /** {@code x >= y}. {@code jnp.greater_equal}. */
  public static Array greaterEqual(Array x, Array y) {
    return binary("greaterEqual", Comparison::ge, x, y);
  }

  /** {@code x >= y}. {@code jnp.greater_equal}. */
  public static Array greaterEqual(Array x, Number y) {
    return binary("greaterEqual", Comparison::ge, x, asarray(y));
  }

  /** {@code x >= y}. {@code jnp.greater_equal}. */
  public static Array greaterEqual(Number x, Array y) {
    return binary("greaterEqual", Comparison::ge, asarray(x), y);
  }

  /** {@code x == y}. {@code jnp.equal}. */
  public static Array equal(Array x, Array y) {
    return binary("equal", Comparison::eq, x, y);
  }

  /** {@code x == y}. {@code jnp.equal}. */
  public static Array equal(Array x, Number y) {
    return binary("equal", Comparison::eq, x, asarray(y));
  }

  /** {@code x == y}. {@code jnp.equal}. */
  public static Array equal(Number x, Array y) {
    return binary("equal", Comparison::eq, asarray(x), y);
  }

  /** {@code x != y}. {@code jnp.not_equal}. */
  public static Array notEqual(Array x, Array y) {
    return binary("notEqual", Comparison::ne, x, y);
  }

  /** {@code x != y}. {@code jnp.not_equal}. */
  public static Array notEqual(Array x, Number y) {
    return binary("notEqual", Comparison::ne, x, asarray(y));
  }

  /** {@code x != y}. {@code jnp.not_equal}. */
  public static Array notEqual(Number x, Array y) {
    return binary("notEqual", Comparison::ne, asarray(x), y);
  }

  /** {@code x & y}. {@code jnp.bitwise_and}. */
  public static Array bitwiseAnd(Array x, Array y) {
    return binary("bitwiseAnd", Bitwise::and, x, y);
  }

  /** {@code x & y}. {@code jnp.bitwise_and}. */
  public static Array bitwiseAnd(Array x, Number y) {
    return binary("bitwiseAnd", Bitwise::and, x, asarray(y));
  }

  /** {@code x & y}. {@code jnp.bitwise_and}. */
  public static Array bitwiseAnd(Number x, Array y) {
    return binary("bitwiseAnd", Bitwise::and, asarray(x), y);
  }

  /** {@code x | y}. {@code jnp.bitwise_or}. */
  public static Array bitwiseOr(Array x, Array y) {
    return binary("bitwiseOr", Bitwise::or, x, y);
  }

  /** {@code x | y}. {@code jnp.bitwise_or}. */
  public static Array bitwiseOr(Array x, Number y) {
    return binary("bitwiseOr", Bitwise::or, x, asarray(y));
  }

  /** {@code x | y}. {@code jnp.bitwise_or}. */
  public static Array bitwiseOr(Number x, Array y) {
    return binary("bitwiseOr", Bitwise::or, asarray(x), y);
  }

  /** {@code x ^ y}. {@code jnp.bitwise_xor}. */
  public static Array bitwiseXor(Array x, Array y) {
    return binary("bitwiseXor", Bitwise::xor, x, y);
  }

  /** {@code x ^ y}. {@code jnp.bitwise_xor}. */
  public static Array bitwiseXor(Array x, Number y) {
    return binary("bitwiseXor", Bitwise::xor, x, asarray(y));
  }

  /** {@code x ^ y}. {@code jnp.bitwise_xor}. */
  public static Array bitwiseXor(Number x, Array y) {
    return binary("bitwiseXor", Bitwise::xor, asarray(x), y);
  }

  /** {@code x << y}. {@code jnp.left_shift}. */
  public static Array leftShift(Array x, Array y) {
    return binary("leftShift", Bitwise::shiftLeft, x, y);
  }

  /** {@code x << y}. {@code jnp.left_shift}. */
  public static Array leftShift(Array x, Number y) {
    return binary("leftShift", Bitwise::shiftLeft, x, asarray(y));
  }

  /** {@code x << y}. {@code jnp.left_shift}. */
  public static Array leftShift(Number x, Array y) {
    return binary("leftShift", Bitwise::shiftLeft, asarray(x), y);
  }

  /** {@code x >> y}. {@code jnp.right_shift}. */
  public static Array rightShift(Array x, Array y) {
    return binary("rightShift", Composed::shiftRight, x, y);
  }

  /** {@code x >> y}. {@code jnp.right_shift}. */
  public static Array rightShift(Array x, Number y) {
    return binary("rightShift", Composed::shiftRight, x, asarray(y));
  }

  /** {@code x >> y}. {@code jnp.right_shift}. */
  public static Array rightShift(Number x, Array y) {
    return binary("rightShift", Composed::shiftRight, asarray(x), y);
  }

  /** Whether both are not zero. {@code jnp.logical_and}. */
  public static Array logicalAnd(Array x, Array y) {
    return logical("logicalAnd", Bitwise::and, x, y);
  }

  /** Whether both are not zero. {@code jnp.logical_and}. */
  public static Array logicalAnd(Array x, Number y) {
    return logical("logicalAnd", Bitwise::and, x, asarray(y));
  }

  /** Whether both are not zero. {@code jnp.logical_and}. */
  public static Array logicalAnd(Number x, Array y) {
    return logical("logicalAnd", Bitwise::and, asarray(x), y);
  }

  /** Whether one is not zero. {@code jnp.logical_or}. */
  public static Array logicalOr(Array x, Array y) {
    return logical("logicalOr", Bitwise::or, x, y);
  }

  /** Whether one is not zero. {@code jnp.logical_or}. */
  public static Array logicalOr(Array x, Number y) {
    return logical("logicalOr", Bitwise::or, x, asarray(y));
  }

  /** Whether one is not zero. {@code jnp.logical_or}. */
  public static Array logicalOr(Number x, Array y) {
    return logical("logicalOr", Bitwise::or, asarray(x), y);
  }

  /** Whether one of the two is not zero. {@code jnp.logical_xor}. */
  public static Array logicalXor(Array x, Array y) {
    return logical("logicalXor", Bitwise::xor, x, y);
  }

  /** Whether one of the two is not zero. {@code jnp.logical_xor}. */
  public static Array logicalXor(Array x, Number y) {
    return logical("logicalXor", Bitwise::xor, x, asarray(y));
  }

  /** Whether one of the two is not zero. {@code jnp.logical_xor}. */
  public static Array logicalXor(Number x, Array y) {
    return logical("logicalXor", Bitwise::xor, asarray(x), y);
  }

  /** {@code x ** y}; of integers an integer, else floating. {@code jnp.power}. */
  public static Array power(Array x, Array y) {
    var promoted = Promote.values(x.value(), y.value());
    return promoted.getFirst().dtype().isInteger()
        ? apply("power", Composed::integerPower, promoted)
        : realBinary("power", Arithmetic::pow, x, y);
  }

  /** {@code x ** y}; by repeated multiplication where y is a whole number. {@code jnp.power}. */
  public static Array power(Array x, Number y) {
    boolean floating = y instanceof Double || y instanceof Float;
    boolean whole = y.doubleValue() == y.intValue() && (!floating || x.dtype().isInexact());
    return whole
        ? Array.of(Arithmetic.integerPow(countable(x), y.intValue()))
        : power(x, asarray(y));
  }

  /** {@code x ** y}. {@code jnp.power}. */
  public static Array power(Number x, Array y) {
    return power(asarray(x), y);
  }

  /** x kept between two numbers. {@code jnp.clip}. */
  public static Array clip(Array x, Number low, Number high) {
    return minimum(maximum(x, low), high);
  }

  /** x where the condition is true, y elsewhere; all three broadcast. {@code jnp.where}. */
  public static Array where(Array condition, Array x, Array y) {
    var bool = Conversion.convert(condition.value(), DType.BOOL);
    var promoted = Promote.values(x.value(), y.value());
    var three = Promote.broadcast("where", bool, promoted.get(0), promoted.get(1));
    return Array.of(Comparison.select(three.get(0), three.get(1), three.get(2)));
  }

  /** {@link #where(Array, Array, Array)} with a number. */
  public static Array where(Array condition, Array x, Number y) {
    return where(condition, x, asarray(y));
  }

  /** {@link #where(Array, Array, Array)} with a number. */
  public static Array where(Array condition, Number x, Array y) {
    return where(condition, asarray(x), y);
  }

  /** {@link #where(Array, Array, Array)} with numbers. */
  public static Array where(Array condition, Number x, Number y) {
    return where(condition, asarray(x), asarray(y));
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

  private static Array logical(String name, BinaryOperator<Value> f, Array x, Array y) {
    return apply(
        name,
        f,
        List.of(
            Conversion.convert(x.value(), DType.BOOL), Conversion.convert(y.value(), DType.BOOL)));
  }

  private static Array apply(String name, BinaryOperator<Value> f, List<Value> operands) {
    var b = Promote.broadcast(name, operands.get(0), operands.get(1));
    return Array.of(f.apply(b.get(0), b.get(1)));
  }
}
