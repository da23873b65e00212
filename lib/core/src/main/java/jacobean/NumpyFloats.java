package jacobean;

import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.ComplexNumbers;
import jacobean.op.Exponential;
import jacobean.op.Floats;
import jacobean.op.Magnitudes;
import jacobean.op.Rounding;
import jacobean.type.DType;
import java.util.List;

/**
 * The part of {@link jnp} that is about floating numbers: logarithms, angles, rounding, NaN and
 * infinity.
 */
abstract sealed class NumpyFloats extends NumpyBits permits NumpyFloatPairs {

  /**
   * The logarithm to base 2. Element by element; floating and complex dtypes are kept, integers and
   * bools give float32. {@code jnp.log2}.
   *
   * {@snippet :
   * jnp.log2(jnp.array(1, 8, 0)) // => [0. 3. -inf]
   * }
   */
  public static Array log2(Array x) {
    return real(v -> quotient(Exponential.log(v), Math.log(2)), x);
  }

  /**
   * The logarithm to base 10. Element by element; floating and complex dtypes are kept, integers
   * and bools give float32. {@code jnp.log10}.
   *
   * {@snippet :
   * jnp.log10(jnp.array(1., 1000.)) // => [0. 3.]
   * }
   */
  public static Array log10(Array x) {
    return real(v -> quotient(Exponential.log(v), Math.log(10)), x);
  }

  /**
   * Degrees as radians. Element by element; floating dtypes are kept, integers and bools give
   * float32. {@code jnp.deg2rad}.
   *
   * {@snippet :
   * jnp.deg2rad(jnp.array(0., 180.)) // => [0. 3.1415927]
   * }
   */
  public static Array deg2rad(Array x) {
    return real(v -> product(v, Math.PI / 180), x);
  }

  /**
   * {@link #deg2rad}. {@code jnp.radians}.
   *
   * {@snippet :
   * jnp.radians(jnp.array(90.)) // => 1.5707964
   * }
   */
  public static Array radians(Array x) {
    return deg2rad(x);
  }

  /**
   * Radians as degrees. Element by element; floating dtypes are kept, integers and bools give
   * float32. {@code jnp.rad2deg}.
   *
   * {@snippet :
   * jnp.rad2deg(jnp.array(0., jnp.pi)) // => [0. 180.]
   * }
   */
  public static Array rad2deg(Array x) {
    return real(v -> product(v, 180 / Math.PI), x);
  }

  /**
   * {@link #rad2deg}. {@code jnp.degrees}.
   *
   * {@snippet :
   * jnp.degrees(jnp.array(jnp.pi / 2)) // => 90.0
   * }
   */
  public static Array degrees(Array x) {
    return rad2deg(x);
  }

  /**
   * {@code 1 / x}. Element by element; floating and complex dtypes are kept, integers and bools
   * give float32. {@code jnp.reciprocal}.
   *
   * {@snippet :
   * jnp.reciprocal(jnp.array(2, 4)) // => [0.5 0.25]
   * }
   */
  public static Array reciprocal(Array x) {
    return real(v -> Arithmetic.div(Arithmetic.constant(v.dtype(), 1), v), x);
  }

  /**
   * {@code |x|}; {@link #abs} keeps integers. Element by element; floating dtypes are kept,
   * integers and bools give float32. {@code jnp.fabs}.
   *
   * {@snippet :
   * jnp.fabs(jnp.array(-3, 2)) // => [3. 2.]
   * }
   */
  public static Array fabs(Array x) {
    return real(Magnitudes::abs, x);
  }

  /**
   * x itself. {@code jnp.positive}.
   *
   * {@snippet :
   * jnp.positive(jnp.array(-3, 2)) // => [-3 2]
   * }
   */
  public static Array positive(Array x) {
    return x;
  }

  /**
   * The nearest integer, the even one of two, as a floating number. {@code jnp.rint}.
   *
   * {@snippet :
   * jnp.rint(jnp.array(0.5, 1.5, 2.6)) // => [0. 2. 3.]
   * }
   */
  public static Array rint(Array x) {
    return real(v -> ComplexNumbers.parts(Rounding::round, v), x);
  }

  /**
   * x without its fraction. In x's shape; integers are themselves. {@code jnp.trunc}.
   *
   * {@snippet :
   * jnp.trunc(jnp.array(-1.7, 1.7)) // => [-1. 1.]
   * }
   */
  public static Array trunc(Array x) {
    return Array.of(Rounding.truncate(x.value()));
  }

  /**
   * {@link #trunc}. {@code jnp.fix}.
   *
   * {@snippet :
   * jnp.fix(jnp.array(-1.7, 1.7)) // => [-1. 1.]
   * }
   */
  public static Array fix(Array x) {
    return trunc(x);
  }

  /**
   * The nearest number with this many decimals, the even one of two; decimals may be negative. In
   * x's shape and dtype. {@code jnp.round}.
   *
   * {@snippet :
   * jnp.round(jnp.array(1.25, 1.35, 1.45), 1) // => [1.2 1.4 1.4]
   * jnp.round(jnp.array(1234, 5678), -2) // => [1200 5700]
   * }
   */
  public static Array round(Array x, int decimals) {
    if (decimals == 0) {
      return round(x);
    }
    if (x.dtype().isComplex()) {
      return jnp.complex(round(jnp.real(x), decimals), round(jnp.imag(x), decimals));
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

  /**
   * {@link #round(Array, int)}. {@code jnp.around}.
   *
   * {@snippet :
   * jnp.around(jnp.array(3.14159), 2) // => 3.14
   * }
   */
  public static Array around(Array x, int decimals) {
    return round(x, decimals);
  }

  /** {@link #round(Array)}. {@code jnp.around}. */
  public static Array around(Array x) {
    return round(x);
  }

  /**
   * {@code sin(pi x) / (pi x)}, and 1 at 0. Element by element; floating and complex dtypes are
   * kept, integers and bools give float32. {@code jnp.sinc}.
   *
   * {@snippet :
   * jnp.sinc(jnp.array(0., 0.5, 1.)) // => [1.0000000e+00 6.3661975e-01 -2.7827534e-08]
   * }
   */
  public static Array sinc(Array x) {
    var angle = multiply(Array.of(Promote.toFloating(x.value())), Math.PI);
    var zero = equal(angle, 0);
    var safe = where(zero, 1, angle);
    // At 0 the beginning of the power series, so that derivatives are right there, too; elsewhere
    // its derivative must be finite to vanish.
    var small = where(zero, angle, 0);
    var square = multiply(small, small);
    var series =
        add(
            1,
            multiply(
                square, add(-1. / 6, multiply(square, subtract(1. / 120, divide(square, 5040))))));
    return where(zero, series, divide(sin(safe), safe));
  }

  /**
   * Whether x is infinite. In x's shape, bool. {@code jnp.isinf}.
   *
   * {@snippet :
   * jnp.isinf(jnp.array(1., -jnp.inf, jnp.nan)) // => [False True False]
   * }
   */
  public static Array isinf(Array x) {
    if (x.dtype().isComplex()) {
      return logicalOr(isinf(jnp.real(x)), isinf(jnp.imag(x)));
    }
    return x.dtype().isFloating() ? equal(abs(x), inf) : notEqual(x, x);
  }

  /**
   * Whether x is plus infinity. In x's shape, bool. {@code jnp.isposinf}.
   *
   * {@snippet :
   * jnp.isposinf(jnp.array(jnp.inf, -jnp.inf)) // => [True False]
   * }
   */
  public static Array isposinf(Array x) {
    return x.dtype().isFloating() ? equal(x, inf) : notEqual(x, x);
  }

  /**
   * Whether x is minus infinity. In x's shape, bool. {@code jnp.isneginf}.
   *
   * {@snippet :
   * jnp.isneginf(jnp.array(jnp.inf, -jnp.inf)) // => [False True]
   * }
   */
  public static Array isneginf(Array x) {
    return x.dtype().isFloating() ? equal(x, -inf) : notEqual(x, x);
  }

  /**
   * Whether the sign is minus, also of -0 and NaN. In x's shape, bool. {@code jnp.signbit}.
   *
   * {@snippet :
   * jnp.signbit(jnp.array(-1., -0., 0.)) // => [True True False]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array signbit(Array x) {
    return x.dtype() == DType.BOOL ? notEqual(x, x) : Array.of(Floats.signBit(x.value()));
  }

  /**
   * x with NaN as 0 and infinities as the greatest finite numbers. In x's shape and dtype. {@code
   * jnp.nan_to_num}.
   *
   * {@snippet :
   * jnp.nanToNum(jnp.array(jnp.nan, jnp.inf, 1.)) // => [0.0000000e+00 3.4028235e+38 1.0000000e+00]
   * }
   */
  public static Array nanToNum(Array x) {
    double greatest = x.dtype().isInexact() ? Floats.greatest(x.dtype().component()) : 0;
    return nanToNum(x, 0., greatest, -greatest);
  }

  /**
   * x with these numbers in the places of NaN and of the infinities. {@code jnp.nan_to_num}.
   *
   * {@snippet :
   * jnp.nanToNum(jnp.array(jnp.nan, jnp.inf), 0, 9, -9) // => [0. 9.]
   * }
   */
  public static Array nanToNum(Array x, Number nan, Number posinf, Number neginf) {
    if (x.dtype().isComplex()) {
      return jnp.complex(
          nanToNum(jnp.real(x), nan, posinf, neginf), nanToNum(jnp.imag(x), nan, posinf, neginf));
    }
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
   * {@snippet :
   * jnp.frexp(jnp.array(8., 0.3)) // => [[0.5 0.6], [4 -1]]
   * }
   *
   * @return the mantissa, floating, and the exponent, int32
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static List<Array> frexp(Array x) {
    var parts = Floats.frexp(Promote.toFloating(x.value()));
    var mantissa = Array.of(parts.get(0));
    var exponent = Array.of(parts.get(1));
    // Its slope is 2^-exponent, in two factors, as the power alone may overflow; the sum is zero.
    var finite = jnp.where(isfinite(x), x, 0);
    var power = negative(exponent).astype(mantissa.dtype());
    var half = jnp.floor(power.div(2));
    var moved =
        finite.minus(jax.stopGradient(finite)).times(exp2(half)).times(exp2(power.minus(half)));
    return List.of(jax.stopGradient(mantissa).plus(moved.astype(mantissa.dtype())), exponent);
  }

  /**
   * {@code x * 2^exponent}. Operands broadcast; the result is floating. {@code jnp.ldexp}.
   *
   * {@snippet :
   * jnp.ldexp(jnp.array(0.5, 0.6), jnp.array(4, -1)) // => [8. 0.3]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array ldexp(Array x, Array exponent) {
    return binary(
        "ldexp", Arithmetic::mul, Array.of(Promote.toFloating(x.value())), exp2(exponent));
  }

  /**
   * Fraction and whole part, both with the sign of x. {@code jnp.modf}.
   *
   * {@snippet :
   * jnp.modf(jnp.array(-1.5, 2.25)) // => [[-0.5 0.25], [-1. 2.]]
   * }
   *
   * @return the fraction, then the whole part
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static List<Array> modf(Array x) {
    var real = Array.of(Promote.toFloating(x.value()));
    var whole = where(greaterEqual(real, 0), floor(real), ceil(real));
    return List.of(subtract(real, whole), whole);
  }

  /**
   * The distance to the next number away from zero, with the sign of x. {@code jnp.spacing}.
   *
   * {@snippet :
   * jnp.spacing(jnp.array(1., 1e6)) // => [1.1920929e-07 6.2500000e-02]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array spacing(Array x) {
    var real = Array.of(Promote.toFloating(x.value()));
    return subtract(NumpyFloatPairs.nextafter(real, NumpyFloatPairs.copysign(inf, real)), real);
  }

  static Value product(Value x, double y) {
    return ComplexNumbers.parts(v -> Arithmetic.mul(v, Arithmetic.constant(v.dtype(), y)), x);
  }

  static Value quotient(Value x, double y) {
    return ComplexNumbers.parts(v -> Arithmetic.div(v, Arithmetic.constant(v.dtype(), y)), x);
  }
}
