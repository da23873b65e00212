package jacobean;

import jacobean.core.Value;
import jacobean.op.ComplexNumbers;
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

  /**
   * {@code |x|}, real also of complex numbers. Element by element, in x's dtype; a bool is itself.
   * {@code jnp.abs}.
   *
   * {@snippet :
   * jnp.abs(jnp.array(-1.5, 0., 2.)) // => [1.5 0. 2. ]
   * jnp.abs(jnp.complex(3, 4)) // => 5.0
   * }
   */
  public static Array abs(Array x) {
    return x.dtype() == DType.BOOL ? x : Array.of(Magnitudes.abs(x.value()));
  }

  /**
   * {@link #abs}. {@code jnp.absolute}.
   *
   * {@snippet :
   * jnp.absolute(jnp.array(-3, 4)) // => [3 4]
   * }
   */
  public static Array absolute(Array x) {
    return x.dtype() == DType.BOOL ? x : Array.of(Magnitudes.abs(x.value()));
  }

  /**
   * -1, 0 or 1 by the sign of x, in x's dtype; NaN of NaN. {@code jnp.sign}.
   *
   * {@snippet :
   * jnp.sign(jnp.array(-2.5, 0., jnp.nan)) // => [-1. 0. nan]
   * }
   *
   * @throws jacobean.error.DTypeException if x is bool
   */
  public static Array sign(Array x) {
    return Array.of(Magnitudes.sign(x.value()));
  }

  /**
   * {@code x * x}, in x's dtype; bools give int32. {@code jnp.square}.
   *
   * {@snippet :
   * jnp.square(jnp.array(-3, 4)) // => [9 16]
   * }
   */
  public static Array square(Array x) {
    return Array.of(Powers.square(countable(x)));
  }

  /**
   * The square root. Of negative numbers NaN, unless x is complex. Element by element; floating and
   * complex dtypes are kept, integers and bools give float32. {@code jnp.sqrt}.
   *
   * {@snippet :
   * jnp.sqrt(jnp.array(4, 2, -1)) // => [2. 1.4142135 nan]
   * }
   */
  public static Array sqrt(Array x) {
    return real(Powers::sqrt, x);
  }

  /**
   * The cube root. Element by element; floating dtypes are kept, integers and bools give float32.
   * {@code jnp.cbrt}.
   *
   * {@snippet :
   * jnp.cbrt(jnp.array(-8., 27.)) // => [-2. 3.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array cbrt(Array x) {
    return real(Powers::cbrt, x);
  }

  /**
   * {@code e^x}. Element by element; floating and complex dtypes are kept, integers and bools give
   * float32. {@code jnp.exp}.
   *
   * {@snippet :
   * jnp.exp(jnp.array(0., 1., 89.)) // => [1. 2.7182817 inf]
   * }
   */
  public static Array exp(Array x) {
    return real(Exponential::exp, x);
  }

  /**
   * {@code 2^x}. Element by element; floating and complex dtypes are kept, integers and bools give
   * float32. {@code jnp.exp2}.
   *
   * {@snippet :
   * jnp.exp2(jnp.array(-1, 0, 10)) // => [5.000e-01 1.000e+00 1.024e+03]
   * }
   */
  public static Array exp2(Array x) {
    return real(Exponential::exp2, x);
  }

  /**
   * {@code e^x - 1}, exact near 0. Element by element; floating and complex dtypes are kept,
   * integers and bools give float32. {@code jnp.expm1}.
   *
   * {@snippet :
   * var x = jnp.array(1e-8);
   * jnp.expm1(x) // => 1e-08
   * jnp.exp(x).minus(1) // => 0.0
   * }
   */
  public static Array expm1(Array x) {
    return real(Exponential::expm1, x);
  }

  /**
   * The natural logarithm. -inf at 0, NaN below. Element by element; floating and complex dtypes
   * are kept, integers and bools give float32. {@code jnp.log}.
   *
   * {@snippet :
   * jnp.log(jnp.array(1., 0., -1.)) // => [0. -inf nan]
   * }
   */
  public static Array log(Array x) {
    return real(Exponential::log, x);
  }

  /**
   * {@code ln(1 + x)}, exact near 0. Element by element; floating and complex dtypes are kept,
   * integers and bools give float32. {@code jnp.log1p}.
   *
   * {@snippet :
   * var x = jnp.array(1e-8);
   * jnp.log1p(x) // => 1e-08
   * jnp.log(x.plus(1)) // => 0.0
   * }
   */
  public static Array log1p(Array x) {
    return real(Exponential::log1p, x);
  }

  /**
   * The sine of x radians. Element by element; floating and complex dtypes are kept, integers and
   * bools give float32. {@code jnp.sin}.
   *
   * {@snippet :
   * jnp.sin(jnp.array(0., jnp.pi / 2)) // => [0. 1.]
   * }
   */
  public static Array sin(Array x) {
    return real(Trigonometric::sin, x);
  }

  /**
   * The cosine of x radians. Element by element; floating and complex dtypes are kept, integers and
   * bools give float32. {@code jnp.cos}.
   *
   * {@snippet :
   * jnp.cos(jnp.array(0., jnp.pi)) // => [1. -1.]
   * }
   */
  public static Array cos(Array x) {
    return real(Trigonometric::cos, x);
  }

  /**
   * The tangent of x radians. Element by element; floating and complex dtypes are kept, integers
   * and bools give float32. {@code jnp.tan}.
   *
   * {@snippet :
   * jnp.tan(jnp.array(0., jnp.pi / 4)) // => [0. 1.]
   * }
   */
  public static Array tan(Array x) {
    return real(Trigonometric::tan, x);
  }

  /**
   * The inverse sine, in radians from -pi/2 to pi/2; NaN outside of [-1, 1]. Element by element;
   * floating and complex dtypes are kept, integers and bools give float32. {@code jnp.arcsin}.
   *
   * {@snippet :
   * jnp.arcsin(jnp.array(0., 1., 2.)) // => [0. 1.5707964 nan]
   * }
   */
  public static Array arcsin(Array x) {
    return real(Trigonometric::asin, x);
  }

  /**
   * The inverse cosine, in radians from 0 to pi; NaN outside of [-1, 1]. Element by element;
   * floating and complex dtypes are kept, integers and bools give float32. {@code jnp.arccos}.
   *
   * {@snippet :
   * jnp.arccos(jnp.array(1., -1., 2.)) // => [0. 3.1415927 nan]
   * }
   */
  public static Array arccos(Array x) {
    return real(Trigonometric::acos, x);
  }

  /**
   * The inverse tangent, in radians from -pi/2 to pi/2. Element by element; floating and complex
   * dtypes are kept, integers and bools give float32. {@code jnp.arctan}.
   *
   * {@snippet :
   * jnp.arctan(jnp.array(1., jnp.inf)) // => [0.7853982 1.5707964]
   * }
   */
  public static Array arctan(Array x) {
    return real(Trigonometric::atan, x);
  }

  /**
   * The hyperbolic sine. Element by element; floating and complex dtypes are kept, integers and
   * bools give float32. {@code jnp.sinh}.
   *
   * {@snippet :
   * jnp.sinh(jnp.array(0., 1.)) // => [0. 1.1752012]
   * }
   */
  public static Array sinh(Array x) {
    return real(Hyperbolic::sinh, x);
  }

  /**
   * The hyperbolic cosine. Element by element; floating and complex dtypes are kept, integers and
   * bools give float32. {@code jnp.cosh}.
   *
   * {@snippet :
   * jnp.cosh(jnp.array(0., 1.)) // => [1. 1.5430807]
   * }
   */
  public static Array cosh(Array x) {
    return real(Hyperbolic::cosh, x);
  }

  /**
   * The hyperbolic tangent. Element by element; floating and complex dtypes are kept, integers and
   * bools give float32. {@code jnp.tanh}.
   *
   * {@snippet :
   * jnp.tanh(jnp.array(0., 1., 10.)) // => [0. 0.7615942 1. ]
   * grad(x -> jnp.tanh(x)).apply(jnp.array(0.)) // => 1.0
   * }
   */
  public static Array tanh(Array x) {
    return real(Hyperbolic::tanh, x);
  }

  /**
   * The inverse hyperbolic sine. Element by element; floating and complex dtypes are kept, integers
   * and bools give float32. {@code jnp.arcsinh}.
   *
   * {@snippet :
   * jnp.arcsinh(jnp.array(0., 1.)) // => [0. 0.8813736]
   * }
   */
  public static Array arcsinh(Array x) {
    return real(Hyperbolic::asinh, x);
  }

  /**
   * The inverse hyperbolic cosine; NaN below 1. Element by element; floating and complex dtypes are
   * kept, integers and bools give float32. {@code jnp.arccosh}.
   *
   * {@snippet :
   * jnp.arccosh(jnp.array(1., 2., 0.)) // => [0. 1.316958 nan]
   * }
   */
  public static Array arccosh(Array x) {
    return real(Hyperbolic::acosh, x);
  }

  /**
   * The inverse hyperbolic tangent; infinite at -1 and 1, NaN beyond. Element by element; floating
   * and complex dtypes are kept, integers and bools give float32. {@code jnp.arctanh}.
   *
   * {@snippet :
   * jnp.arctanh(jnp.array(0.5, 1., 2.)) // => [0.54930615 inf nan]
   * }
   */
  public static Array arctanh(Array x) {
    return real(Hyperbolic::atanh, x);
  }

  /**
   * The greatest integer that is not greater, as a floating number; integers are themselves. {@code
   * jnp.floor}.
   *
   * {@snippet :
   * jnp.floor(jnp.array(-1.5, 1.5)) // => [-2. 1.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array floor(Array x) {
    return x.dtype().isInexact() ? Array.of(Rounding.floor(x.value())) : x;
  }

  /**
   * The least integer that is not less, as a floating number; integers are themselves. {@code
   * jnp.ceil}.
   *
   * {@snippet :
   * jnp.ceil(jnp.array(-1.5, 1.5)) // => [-1. 2.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array ceil(Array x) {
    return x.dtype().isInexact() ? Array.of(Rounding.ceil(x.value())) : x;
  }

  /**
   * The nearest integer, the even one of two, as a floating number; integers are themselves. {@code
   * jnp.round}.
   *
   * {@snippet :
   * jnp.round(jnp.array(0.5, 1.5, -2.7)) // => [0. 2. -3.]
   * }
   */
  public static Array round(Array x) {
    return x.dtype().isInexact() ? Array.of(ComplexNumbers.parts(Rounding::round, x.value())) : x;
  }

  /**
   * The angle of the point (y, x) given as {@code arctan2(y, x)}, in radians from -pi to pi.
   * Operands broadcast and promote; integers and bools give float32. {@code jnp.arctan2}.
   *
   * {@snippet :
   * jnp.arctan2(jnp.array(1., -1.), jnp.array(-1., -1.)) // => [2.3561945 -2.3561945]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array arctan2(Array x, Array y) {
    return x.dtype().isComplex() || y.dtype().isComplex()
        ? complexAngle(x, y)
        : realBinary("arctan2", Trigonometric::atan2, x, y);
  }

  /**
   * The angle of the point (y, x) given as {@code arctan2(y, x)}, in radians. {@code jnp.arctan2}.
   */
  public static Array arctan2(Array x, Number y) {
    return arctan2(x, asarray(y));
  }

  /**
   * The angle of the point (y, x) given as {@code arctan2(y, x)}, in radians. {@code jnp.arctan2}.
   */
  public static Array arctan2(Number x, Array y) {
    return arctan2(asarray(x), y);
  }

  /** {@code -i log((y + i x) / sqrt(x^2 + y^2))}, which is the angle where both are real. */
  private static Array complexAngle(Array x, Array y) {
    var i = jnp.complex(0, 1);
    var length = jnp.sqrt(jnp.square(x).plus(jnp.square(y)));
    return jnp.log(y.plus(i.times(x)).div(length)).times(jnp.negative(i));
  }

  /**
   * The elements as another dtype: fractions are dropped, what is too large for an integer wraps,
   * NaN and numbers other than 0 are true. {@code x.astype}. {@code jnp.astype}.
   *
   * {@snippet :
   * jnp.astype(jnp.array(1.9, -1.9), jnp.int32) // => [1 -1]
   * jnp.astype(jnp.array(0., 2.), jnp.bool_) // => [False True]
   * }
   */
  public static Array astype(Array x, DType dtype) {
    return Array.of(Conversion.convert(x.value(), dtype));
  }

  /** Bools as int32, where JAX counts with them. */
  static Value countable(Array x) {
    return x.dtype() == DType.BOOL ? Conversion.convert(x.value(), DType.INT32) : x.value();
  }

  /** Both in one dtype; bools as int32, where JAX counts with them. */
  static List<Value> countable(Array x, Array y) {
    var promoted = Promote.values(x.value(), y.value());
    return promoted.getFirst().dtype() == DType.BOOL
        ? promoted.stream().map(v -> Conversion.convert(v, DType.INT32)).toList()
        : promoted;
  }

  static Array real(UnaryOperator<Value> f, Array x) {
    return Array.of(f.apply(Promote.toFloating(x.value())));
  }

  static Array binary(String name, BinaryOperator<Value> f, Array x, Array y) {
    return apply(name, f, Promote.values(x.value(), y.value()));
  }

  static Array realBinary(String name, BinaryOperator<Value> f, Array x, Array y) {
    var promoted = Promote.values(x.value(), y.value());
    // Each by itself, for a number written beside unsigned integers may be negative.
    return apply(
        name,
        f,
        promoted.getFirst().dtype().isInexact()
            ? promoted
            : Promote.values(Promote.toFloating(x.value()), Promote.toFloating(y.value())));
  }

  static Array apply(String name, BinaryOperator<Value> f, List<Value> operands) {
    var b = Promote.broadcast(name, operands.get(0), operands.get(1));
    return Array.of(f.apply(b.get(0), b.get(1)));
  }
}
