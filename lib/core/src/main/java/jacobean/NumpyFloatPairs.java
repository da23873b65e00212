package jacobean;

import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Bitwise;
import jacobean.op.Comparison;
import jacobean.op.ComplexNumbers;
import jacobean.op.Exponential;
import jacobean.op.Floats;
import jacobean.op.Magnitudes;
import jacobean.op.Powers;
import jacobean.op.Rounding;
import jacobean.type.DType;

/** The part of {@link jnp} with functions of two floating numbers each, element by element. */
abstract sealed class NumpyFloatPairs extends NumpyFloats permits NumpyIntegers {
  /**
   * {@link #divide(Array, Array)}. {@code jnp.true_divide}.
   *
   * {@snippet :
   * jnp.trueDivide(jnp.array(1, 2), 4) // => [0.25 0.5 ]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
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

  /**
   * {@code sqrt(x^2 + y^2)} without overflow. Operands broadcast and promote; integers and bools
   * give float32. {@code jnp.hypot}.
   *
   * {@snippet :
   * jnp.hypot(jnp.array(3., 3e30), jnp.array(4., 4e30)) // => [5.e+00 5.e+30]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array hypot(Array x, Array y) {
    return realBinary("hypot", NumpyFloatPairs::hypotenuse, x, y);
  }

  /** {@code sqrt(x^2 + y^2)} without overflow. {@code jnp.hypot}. */
  public static Array hypot(Array x, Number y) {
    return realBinary("hypot", NumpyFloatPairs::hypotenuse, x, asarray(y));
  }

  /** {@code sqrt(x^2 + y^2)} without overflow. {@code jnp.hypot}. */
  public static Array hypot(Number x, Array y) {
    return realBinary("hypot", NumpyFloatPairs::hypotenuse, asarray(x), y);
  }

  /**
   * {@code log(e^x + e^y)} without overflow. Operands broadcast and promote; integers and bools
   * give float32. {@code jnp.logaddexp}.
   *
   * {@snippet :
   * jnp.logaddexp(jnp.array(0., 1000.), jnp.array(0., 1000.)) // => [6.9314718e-01 1.0006932e+03]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array logaddexp(Array x, Array y) {
    return realBinary("logaddexp", NumpyFloatPairs::logSum, x, y);
  }

  /** {@code log(e^x + e^y)} without overflow. {@code jnp.logaddexp}. */
  public static Array logaddexp(Array x, Number y) {
    return realBinary("logaddexp", NumpyFloatPairs::logSum, x, asarray(y));
  }

  /** {@code log(e^x + e^y)} without overflow. {@code jnp.logaddexp}. */
  public static Array logaddexp(Number x, Array y) {
    return realBinary("logaddexp", NumpyFloatPairs::logSum, asarray(x), y);
  }

  /**
   * {@code log2(2^x + 2^y)} without overflow. Operands broadcast and promote; integers and bools
   * give float32. {@code jnp.logaddexp2}.
   *
   * {@snippet :
   * jnp.logaddexp2(jnp.array(3.), 3) // => 4.0
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array logaddexp2(Array x, Array y) {
    return realBinary("logaddexp2", NumpyFloatPairs::logSum2, x, y);
  }

  /** {@code log2(2^x + 2^y)} without overflow. {@code jnp.logaddexp2}. */
  public static Array logaddexp2(Array x, Number y) {
    return realBinary("logaddexp2", NumpyFloatPairs::logSum2, x, asarray(y));
  }

  /** {@code log2(2^x + 2^y)} without overflow. {@code jnp.logaddexp2}. */
  public static Array logaddexp2(Number x, Array y) {
    return realBinary("logaddexp2", NumpyFloatPairs::logSum2, asarray(x), y);
  }

  /**
   * {@code |x|} with the sign of y. Operands broadcast and promote; integers and bools give
   * float32. {@code jnp.copysign}.
   *
   * {@snippet :
   * jnp.copysign(jnp.array(1., -2.), jnp.array(-1., 1.)) // => [-1. 2.]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an argument is complex
   */
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

  /**
   * The next floating number after x towards y. Operands broadcast and promote; integers and bools
   * give float32. {@code jnp.nextafter}.
   *
   * {@snippet :
   * jnp.nextafter(jnp.array(1.), 2) // => 1.0000001
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an argument is not floating
   */
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

  /**
   * 0 where x is negative, 1 where it is positive, y where it is 0. Operands broadcast and promote;
   * integers and bools give float32. {@code jnp.heaviside}.
   *
   * {@snippet :
   * jnp.heaviside(jnp.array(-1., 0., 2.), 0.5) // => [0. 0.5 1. ]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an argument is complex
   */
  public static Array heaviside(Array x, Array y) {
    return realBinary("heaviside", NumpyFloatPairs::step, x, y);
  }

  /** 0 where x is negative, 1 where it is positive, y where it is 0. {@code jnp.heaviside}. */
  public static Array heaviside(Array x, Number y) {
    return realBinary("heaviside", NumpyFloatPairs::step, x, asarray(y));
  }

  /** 0 where x is negative, 1 where it is positive, y where it is 0. {@code jnp.heaviside}. */
  public static Array heaviside(Number x, Array y) {
    return realBinary("heaviside", NumpyFloatPairs::step, asarray(x), y);
  }

  /**
   * The greater; the other where one is NaN. Operands broadcast, and their dtypes promote. {@code
   * jnp.fmax}.
   *
   * {@snippet :
   * jnp.fmax(jnp.array(1., jnp.nan), 0) // => [1. 0.]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array fmax(Array x, Array y) {
    return binary("fmax", NumpyFloatPairs::greaterKnown, x, y);
  }

  /** The greater; the other where one is NaN. {@code jnp.fmax}. */
  public static Array fmax(Array x, Number y) {
    return binary("fmax", NumpyFloatPairs::greaterKnown, x, asarray(y));
  }

  /** The greater; the other where one is NaN. {@code jnp.fmax}. */
  public static Array fmax(Number x, Array y) {
    return binary("fmax", NumpyFloatPairs::greaterKnown, asarray(x), y);
  }

  /**
   * The smaller; the other where one is NaN. Operands broadcast, and their dtypes promote. {@code
   * jnp.fmin}.
   *
   * {@snippet :
   * jnp.fmin(jnp.array(1., jnp.nan), 0) // => [0. 0.]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array fmin(Array x, Array y) {
    return binary("fmin", NumpyFloatPairs::smallerKnown, x, y);
  }

  /** The smaller; the other where one is NaN. {@code jnp.fmin}. */
  public static Array fmin(Array x, Number y) {
    return binary("fmin", NumpyFloatPairs::smallerKnown, x, asarray(y));
  }

  /** The smaller; the other where one is NaN. {@code jnp.fmin}. */
  public static Array fmin(Number x, Array y) {
    return binary("fmin", NumpyFloatPairs::smallerKnown, asarray(x), y);
  }

  /**
   * {@code x % y}, with the sign of x. Operands broadcast, and their dtypes promote. {@code
   * jnp.fmod}.
   *
   * {@snippet :
   * jnp.fmod(jnp.array(-3, 3), 2) // => [-1 1]
   * jnp.mod(jnp.array(-3, 3), 2) // => [1 1]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an argument is complex
   */
  public static Array fmod(Array x, Array y) {
    return apply("fmod", Composed::truncatedRemainder, countable(x, y));
  }

  /** {@code x % y}, with the sign of x. {@code jnp.fmod}. */
  public static Array fmod(Array x, Number y) {
    return fmod(x, asarray(y));
  }

  /** {@code x % y}, with the sign of x. {@code jnp.fmod}. */
  public static Array fmod(Number x, Array y) {
    return fmod(asarray(x), y);
  }

  /**
   * {@code x % y}, with the sign of y. Operands broadcast, and their dtypes promote. {@code
   * jnp.mod}.
   *
   * {@snippet :
   * jnp.mod(jnp.array(-3, 3), 2) // => [1 1]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an argument is complex
   */
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

  /**
   * {@code x ** y}; floating also for integers. Operands broadcast and promote; integers and bools
   * give float32. {@code jnp.float_power}.
   *
   * {@snippet :
   * jnp.floatPower(jnp.array(2, 3), -1) // => [0.5 0.33333334]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array floatPower(Array x, Array y) {
    return realBinary("floatPower", Powers::pow, x, y);
  }

  /** {@code x ** y}; floating also for integers. {@code jnp.float_power}. */
  public static Array floatPower(Array x, Number y) {
    return realBinary("floatPower", Powers::pow, x, asarray(y));
  }

  /** {@code x ** y}; floating also for integers. {@code jnp.float_power}. */
  public static Array floatPower(Number x, Array y) {
    return realBinary("floatPower", Powers::pow, asarray(x), y);
  }

  private static Value hypotenuse(Value x, Value y) {
    var a = Magnitudes.abs(x);
    var b = Magnitudes.abs(y);
    var type = a.dtype();
    var longer = Magnitudes.max(a, b);
    var zero = Comparison.eq(longer, Arithmetic.constant(type, 0));
    // Infinity beside NaN is infinity still.
    var limit = Arithmetic.constant(type, inf);
    var infinite = Bitwise.or(Comparison.eq(a, limit), Comparison.eq(b, limit));
    var ratio = Arithmetic.div(Magnitudes.min(a, b), choose(zero, 1, longer));
    var root = Powers.sqrt(Arithmetic.add(Arithmetic.constant(type, 1), Powers.square(ratio)));
    return choose(infinite, inf, Comparison.select(zero, longer, Arithmetic.mul(longer, root)));
  }

  private static Value logSum(Value x, Value y) {
    var difference = Arithmetic.sub(x, y);
    // Of two equal infinities, whose difference is NaN, the sum is the infinity.
    var undefined = Comparison.ne(difference, difference);
    var greater = Ordering.max(x, y);
    var apart =
        x.dtype().isComplex()
            ? Arithmetic.sub(Arithmetic.add(greater, greater), Arithmetic.add(x, y))
            : Magnitudes.abs(choose(undefined, 0, difference));
    var finite = Arithmetic.add(greater, Exponential.log1p(Exponential.exp(Arithmetic.neg(apart))));
    return Comparison.select(undefined, Arithmetic.add(x, y), turned(finite));
  }

  /** A complex number whose imaginary part, an angle, is brought into [-pi, pi). */
  private static Value turned(Value z) {
    if (!z.dtype().isComplex()) {
      return z;
    }
    var im = ComplexNumbers.imag(z);
    var turns = Rounding.floor(Arithmetic.add(quotient(im, 2 * Math.PI), half(im.dtype())));
    return ComplexNumbers.complex(
        ComplexNumbers.real(z), Arithmetic.sub(im, product(turns, 2 * Math.PI)));
  }

  private static Value half(DType type) {
    return Arithmetic.constant(type, 0.5);
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
    return known(Ordering.gt(x, y), x, y);
  }

  private static Value smallerKnown(Value x, Value y) {
    return known(Ordering.lt(x, y), x, y);
  }

  private static Value choose(Value condition, double x, Value y) {
    return Comparison.select(condition, Arithmetic.constant(y.dtype(), x), y);
  }

  private static Value known(Value first, Value x, Value y) {
    var chosen = Bitwise.or(first, Comparison.ne(y, y));
    return Comparison.select(chosen, x, y);
  }
}
