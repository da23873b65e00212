package jacobean;

import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Bitwise;
import jacobean.op.Comparison;
import jacobean.op.Exponential;
import jacobean.op.Floats;
import jacobean.op.Rounding;
import jacobean.type.DType;
import java.util.List;

/**
 * The part of {@link jnp} that is about floating numbers: logarithms, angles, rounding, NaN and
 * infinity.
 */
abstract sealed class NumpyFloats extends NumpyMath permits NumpyIntegers {

  /** The logarithm to base 2. {@code jnp.log2}. */
  public static Array log2(Array x) {
    return real(v -> quotient(Exponential.log(v), Math.log(2)), x);
  }

  /** The logarithm to base 10. {@code jnp.log10}. */
  public static Array log10(Array x) {
    return real(v -> quotient(Exponential.log(v), Math.log(10)), x);
  }

  /** Degrees as radians. {@code jnp.deg2rad}. */
  public static Array deg2rad(Array x) {
    return real(v -> product(v, Math.PI / 180), x);
  }

  /** Degrees as radians. {@code jnp.radians}. */
  public static Array radians(Array x) {
    return deg2rad(x);
  }

  /** Radians as degrees. {@code jnp.rad2deg}. */
  public static Array rad2deg(Array x) {
    return real(v -> product(v, 180 / Math.PI), x);
  }

  /** Radians as degrees. {@code jnp.degrees}. */
  public static Array degrees(Array x) {
    return rad2deg(x);
  }

  /** {@code 1 / x}, floating also for integers. {@code jnp.reciprocal}. */
  public static Array reciprocal(Array x) {
    return real(v -> Arithmetic.div(Arithmetic.constant(v.dtype(), 1), v), x);
  }

  /** {@code |x|}, floating also for integers. {@code jnp.fabs}. */
  public static Array fabs(Array x) {
    return real(Arithmetic::abs, x);
  }

  /** x itself. {@code jnp.positive}. */
  public static Array positive(Array x) {
    return x;
  }

  /** The nearest integer, the even one of two, as a floating number. {@code jnp.rint}. */
  public static Array rint(Array x) {
    return real(Rounding::round, x);
  }

  /** x without its fraction. {@code jnp.trunc}. */
  public static Array trunc(Array x) {
    return Array.of(Rounding.truncate(x.value()));
  }

  /** x without its fraction. {@code jnp.fix}. */
  public static Array fix(Array x) {
    return trunc(x);
  }

  /**
   * The nearest number with this many decimals, the even one of two; decimals may be negative.
   * {@code jnp.round}.
   */
  public static Array round(Array x, int decimals) {
    if (decimals == 0) {
      return round(x);
    }
    if (!x.dtype().isFloating() && decimals > 0) {
      return x;
    }
    var scale = Math.pow(10, Math.abs(decimals));
    var real = Array.of(Promote.toFloating(x.value()));
    var rounded =
        decimals > 0
            ? divide(round(multiply(real, scale)), scale)
            : multiply(round(divide(real, scale)), scale);
    return rounded.astype(x.dtype());
  }

  /** {@link #round(Array, int)}. {@code jnp.around}. */
  public static Array around(Array x, int decimals) {
    return round(x, decimals);
  }

  /** {@link #round(Array)}. {@code jnp.around}. */
  public static Array around(Array x) {
    return round(x);
  }

  /** {@code sin(pi x) / (pi x)}, and 1 at 0. {@code jnp.sinc}. */
  public static Array sinc(Array x) {
    var angle = multiply(Array.of(Promote.toFloating(x.value())), Math.PI);
    var zero = equal(angle, 0);
    var safe = where(zero, 1, angle);
    // At 0 the beginning of the power series, so that derivatives are right there, too.
    var square = multiply(angle, angle);
    var series =
        add(
            1,
            multiply(
                square, add(-1. / 6, multiply(square, subtract(1. / 120, divide(square, 5040))))));
    return where(zero, series, divide(sin(safe), safe));
  }

  /** Whether x is infinite; of complex x, either part. {@code jnp.isinf}. */
  public static Array isinf(Array x) {
    if (x.dtype().isComplex()) {
      return logicalOr(isinf(jnp.real(x)), isinf(jnp.imag(x)));
    }
    return x.dtype().isFloating() ? equal(abs(x), inf) : notEqual(x, x);
  }

  /** Whether x is plus infinity. {@code jnp.isposinf}. */
  public static Array isposinf(Array x) {
    return x.dtype().isFloating() ? equal(x, inf) : notEqual(x, x);
  }

  /** Whether x is minus infinity. {@code jnp.isneginf}. */
  public static Array isneginf(Array x) {
    return x.dtype().isFloating() ? equal(x, -inf) : notEqual(x, x);
  }

  /** Whether the sign is minus, also of -0 and NaN. {@code jnp.signbit}. */
  public static Array signbit(Array x) {
    return x.dtype() == DType.BOOL ? notEqual(x, x) : Array.of(Floats.signBit(x.value()));
  }

  /** x with NaN as 0 and infinities as the greatest finite numbers. {@code jnp.nan_to_num}. */
  public static Array nanToNum(Array x) {
    double greatest = x.dtype().isFloating() ? Floats.greatest(x.dtype()) : 0;
    return nanToNum(x, 0., greatest, -greatest);
  }

  /** x with these numbers in the places of NaN and of the infinities. {@code jnp.nan_to_num}. */
  public static Array nanToNum(Array x, Number nan, Number posinf, Number neginf) {
    if (!x.dtype().isFloating()) {
      return x;
    }
    var known = where(isnan(x), nan, x);
    return where(isneginf(x), neginf, where(isposinf(x), posinf, known));
  }

  /**
   * Mantissa and exponent: {@code x = mantissa * 2^exponent} with the mantissa's magnitude in [0.5,
   * 1). {@code jnp.frexp}.
   *
   * @return the mantissa, floating, and the exponent, int32
   */
  public static List<Array> frexp(Array x) {
    var parts = Floats.frexp(Promote.toFloating(x.value()));
    return List.of(Array.of(parts.get(0)), Array.of(parts.get(1)));
  }

  /** {@code x * 2^exponent}. {@code jnp.ldexp}. */
  public static Array ldexp(Array x, Array exponent) {
    return binary(
        "ldexp", Arithmetic::mul, Array.of(Promote.toFloating(x.value())), exp2(exponent));
  }

  /**
   * Fraction and whole part, both with the sign of x. {@code jnp.modf}.
   *
   * @return the fraction, then the whole part
   */
  public static List<Array> modf(Array x) {
    var real = Array.of(Promote.toFloating(x.value()));
    var whole = where(greaterEqual(real, 0), floor(real), ceil(real));
    return List.of(subtract(real, whole), whole);
  }

  /** The distance to the next number away from zero, with the sign of x. {@code jnp.spacing}. */
  public static Array spacing(Array x) {
    var real = Array.of(Promote.toFloating(x.value()));
    return subtract(nextafter(real, copysign(inf, real)), real);
  }

  /** {@code x / y}; floating also for integers. {@code jnp.true_divide}. */
  public static Array trueDivide(Array x, Array y) {
    return divide(x, y);
  }

  /** {@code x / y}; floating also for integers. {@code jnp.true_divide}. */
  public static Array trueDivide(Array x, Number y) {
    return divide(x, y);
  }

  /** {@code x / y}; floating also for integers. {@code jnp.true_divide}. */
  public static Array trueDivide(Number x, Array y) {
    return divide(x, y);
  }

  /** {@code sqrt(x^2 + y^2)} without overflow. {@code jnp.hypot}. */
  public static Array hypot(Array x, Array y) {
    return realBinary("hypot", NumpyFloats::hypotenuse, x, y);
  }

  /** {@code sqrt(x^2 + y^2)} without overflow. {@code jnp.hypot}. */
  public static Array hypot(Array x, Number y) {
    return realBinary("hypot", NumpyFloats::hypotenuse, x, asarray(y));
  }

  /** {@code sqrt(x^2 + y^2)} without overflow. {@code jnp.hypot}. */
  public static Array hypot(Number x, Array y) {
    return realBinary("hypot", NumpyFloats::hypotenuse, asarray(x), y);
  }

  /** {@code log(e^x + e^y)} without overflow. {@code jnp.logaddexp}. */
  public static Array logaddexp(Array x, Array y) {
    return realBinary("logaddexp", NumpyFloats::logSum, x, y);
  }

  /** {@code log(e^x + e^y)} without overflow. {@code jnp.logaddexp}. */
  public static Array logaddexp(Array x, Number y) {
    return realBinary("logaddexp", NumpyFloats::logSum, x, asarray(y));
  }

  /** {@code log(e^x + e^y)} without overflow. {@code jnp.logaddexp}. */
  public static Array logaddexp(Number x, Array y) {
    return realBinary("logaddexp", NumpyFloats::logSum, asarray(x), y);
  }

  /** {@code log2(2^x + 2^y)} without overflow. {@code jnp.logaddexp2}. */
  public static Array logaddexp2(Array x, Array y) {
    return realBinary("logaddexp2", NumpyFloats::logSum2, x, y);
  }

  /** {@code log2(2^x + 2^y)} without overflow. {@code jnp.logaddexp2}. */
  public static Array logaddexp2(Array x, Number y) {
    return realBinary("logaddexp2", NumpyFloats::logSum2, x, asarray(y));
  }

  /** {@code log2(2^x + 2^y)} without overflow. {@code jnp.logaddexp2}. */
  public static Array logaddexp2(Number x, Array y) {
    return realBinary("logaddexp2", NumpyFloats::logSum2, asarray(x), y);
  }

  /** {@code |x|} with the sign of y. {@code jnp.copysign}. */
  public static Array copysign(Array x, Array y) {
    return realBinary("copysign", Floats::copySign, x, y);
  }

  /** {@code |x|} with the sign of y. {@code jnp.copysign}. */
  public static Array copysign(Array x, Number y) {
    return realBinary("copysign", Floats::copySign, x, asarray(y));
  }

  /** {@code |x|} with the sign of y. {@code jnp.copysign}. */
  public static Array copysign(Number x, Array y) {
    return realBinary("copysign", Floats::copySign, asarray(x), y);
  }

  /** The next floating number after x towards y. {@code jnp.nextafter}. */
  public static Array nextafter(Array x, Array y) {
    return realBinary("nextafter", Floats::nextAfter, x, y);
  }

  /** The next floating number after x towards y. {@code jnp.nextafter}. */
  public static Array nextafter(Array x, Number y) {
    return realBinary("nextafter", Floats::nextAfter, x, asarray(y));
  }

  /** The next floating number after x towards y. {@code jnp.nextafter}. */
  public static Array nextafter(Number x, Array y) {
    return realBinary("nextafter", Floats::nextAfter, asarray(x), y);
  }

  /** 0 where x is negative, 1 where it is positive, y where it is 0. {@code jnp.heaviside}. */
  public static Array heaviside(Array x, Array y) {
    return realBinary("heaviside", NumpyFloats::step, x, y);
  }

  /** 0 where x is negative, 1 where it is positive, y where it is 0. {@code jnp.heaviside}. */
  public static Array heaviside(Array x, Number y) {
    return realBinary("heaviside", NumpyFloats::step, x, asarray(y));
  }

  /** 0 where x is negative, 1 where it is positive, y where it is 0. {@code jnp.heaviside}. */
  public static Array heaviside(Number x, Array y) {
    return realBinary("heaviside", NumpyFloats::step, asarray(x), y);
  }

  /** The greater; the other where one is NaN. {@code jnp.fmax}. */
  public static Array fmax(Array x, Array y) {
    return binary("fmax", NumpyFloats::greaterKnown, x, y);
  }

  /** The greater; the other where one is NaN. {@code jnp.fmax}. */
  public static Array fmax(Array x, Number y) {
    return binary("fmax", NumpyFloats::greaterKnown, x, asarray(y));
  }

  /** The greater; the other where one is NaN. {@code jnp.fmax}. */
  public static Array fmax(Number x, Array y) {
    return binary("fmax", NumpyFloats::greaterKnown, asarray(x), y);
  }

  /** The smaller; the other where one is NaN. {@code jnp.fmin}. */
  public static Array fmin(Array x, Array y) {
    return binary("fmin", NumpyFloats::smallerKnown, x, y);
  }

  /** The smaller; the other where one is NaN. {@code jnp.fmin}. */
  public static Array fmin(Array x, Number y) {
    return binary("fmin", NumpyFloats::smallerKnown, x, asarray(y));
  }

  /** The smaller; the other where one is NaN. {@code jnp.fmin}. */
  public static Array fmin(Number x, Array y) {
    return binary("fmin", NumpyFloats::smallerKnown, asarray(x), y);
  }

  /** {@code x % y}, with the sign of x. {@code jnp.fmod}. */
  public static Array fmod(Array x, Array y) {
    return binary("fmod", Arithmetic::rem, x, y);
  }

  /** {@code x % y}, with the sign of x. {@code jnp.fmod}. */
  public static Array fmod(Array x, Number y) {
    return binary("fmod", Arithmetic::rem, x, asarray(y));
  }

  /** {@code x % y}, with the sign of x. {@code jnp.fmod}. */
  public static Array fmod(Number x, Array y) {
    return binary("fmod", Arithmetic::rem, asarray(x), y);
  }

  /** {@code x % y}, with the sign of y. {@code jnp.mod}. */
  public static Array mod(Array x, Array y) {
    return remainder(x, y);
  }

  /** {@code x % y}, with the sign of y. {@code jnp.mod}. */
  public static Array mod(Array x, Number y) {
    return remainder(x, asarray(y));
  }

  /** {@code x % y}, with the sign of y. {@code jnp.mod}. */
  public static Array mod(Number x, Array y) {
    return remainder(asarray(x), y);
  }

  /** {@code x ** y}; floating also for integers. {@code jnp.float_power}. */
  public static Array floatPower(Array x, Array y) {
    return realBinary("floatPower", Arithmetic::pow, x, y);
  }

  /** {@code x ** y}; floating also for integers. {@code jnp.float_power}. */
  public static Array floatPower(Array x, Number y) {
    return realBinary("floatPower", Arithmetic::pow, x, asarray(y));
  }

  /** {@code x ** y}; floating also for integers. {@code jnp.float_power}. */
  public static Array floatPower(Number x, Array y) {
    return realBinary("floatPower", Arithmetic::pow, asarray(x), y);
  }

  private static Value product(Value x, double y) {
    return Arithmetic.mul(x, Arithmetic.constant(x.dtype(), y));
  }

  private static Value quotient(Value x, double y) {
    return Arithmetic.div(x, Arithmetic.constant(x.dtype(), y));
  }

  private static Value hypotenuse(Value x, Value y) {
    var a = Arithmetic.abs(x);
    var b = Arithmetic.abs(y);
    var type = a.dtype();
    var longer = Arithmetic.max(a, b);
    var zero = Comparison.eq(longer, Arithmetic.constant(type, 0));
    // Infinity beside NaN is infinity still.
    var limit = Arithmetic.constant(type, inf);
    var infinite = Bitwise.or(Comparison.eq(a, limit), Comparison.eq(b, limit));
    var ratio = Arithmetic.div(Arithmetic.min(a, b), choose(zero, 1, longer));
    var root =
        Arithmetic.sqrt(Arithmetic.add(Arithmetic.constant(type, 1), Arithmetic.square(ratio)));
    return choose(infinite, inf, Comparison.select(zero, longer, Arithmetic.mul(longer, root)));
  }

  private static Value logSum(Value x, Value y) {
    var difference = Arithmetic.sub(x, y);
    // Of two equal infinities, whose difference is NaN, the sum is the infinity.
    var undefined = Comparison.ne(difference, difference);
    var apart = Arithmetic.abs(choose(undefined, 0, difference));
    var finite =
        Arithmetic.add(
            Arithmetic.max(x, y), Exponential.log1p(Exponential.exp(Arithmetic.neg(apart))));
    return Comparison.select(undefined, Arithmetic.add(x, y), finite);
  }

  private static Value logSum2(Value x, Value y) {
    double ln2 = Math.log(2);
    return quotient(logSum(product(x, ln2), product(y, ln2)), ln2);
  }

  private static Value step(Value x, Value y) {
    var zero = Arithmetic.constant(x.dtype(), 0);
    var middle = Comparison.select(Comparison.eq(x, zero), y, x);
    var right = choose(Comparison.gt(x, zero), 1, middle);
    return choose(Comparison.lt(x, zero), 0, right);
  }

  private static Value greaterKnown(Value x, Value y) {
    return known(Comparison.gt(x, y), x, y);
  }

  private static Value smallerKnown(Value x, Value y) {
    return known(Comparison.lt(x, y), x, y);
  }

  private static Value choose(Value condition, double x, Value y) {
    return Comparison.select(condition, Arithmetic.constant(y.dtype(), x), y);
  }

  private static Value known(Value first, Value x, Value y) {
    var chosen = Bitwise.or(first, Comparison.ne(y, y));
    return Comparison.select(chosen, x, y);
  }
}
