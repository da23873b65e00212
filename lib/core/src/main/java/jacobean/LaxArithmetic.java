package jacobean;

import jacobean.op.Arithmetic;
import jacobean.op.Floats;
import jacobean.op.Magnitudes;
import jacobean.op.Powers;
import jacobean.op.Trigonometric;

/**
 * The part of {@link lax} that calculates with two arrays, element by element. Operands have one
 * dtype and one shape, or are scalars; numbers take the other operand's dtype.
 */
abstract sealed class LaxArithmetic extends LaxOperations permits LaxComparisons {

  /**
   * {@code -x}. Element by element, in x's shape and dtype. {@code lax.neg}.
   *
   * {@snippet :
   * lax.neg(jnp.array(1., -2.)) // => [-1. 2.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is bool
   */
  public static Array neg(Array x) {
    return unary(Arithmetic::neg, x);
  }

  /**
   * {@code 1 / x}. Element by element, in x's shape and dtype. {@code lax.reciprocal}.
   *
   * {@snippet :
   * lax.reciprocal(jnp.array(2., 4.)) // => [0.5 0.25]
   * }
   *
   * @throws jacobean.error.DTypeException if x is of bools
   */
  public static Array reciprocal(Array x) {
    return div(1, x);
  }

  /**
   * {@code x + y}. x and y have one dtype and one shape, or one is a scalar. {@code lax.add}.
   *
   * {@snippet :
   * lax.add(jnp.array(1., 2.), 3) // => [4. 5.]
   * lax.add(jnp.ones(2, 1), jnp.ones(2)) // throws ShapeException
   * lax.add(jnp.ones(2), jnp.array(1, 2)) // throws DTypeException
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
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

  /**
   * {@code x - y}. x and y have one dtype and one shape, or one is a scalar. {@code lax.sub}.
   *
   * {@snippet :
   * lax.sub(jnp.array(1., 2.), 3) // => [-2. -1.]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
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

  /**
   * {@code x * y}. x and y have one dtype and one shape, or one is a scalar. {@code lax.mul}.
   *
   * {@snippet :
   * lax.mul(jnp.array(1., 2.), jnp.array(3., 4.)) // => [3. 8.]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
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

  /**
   * {@code x / y}; truncating on integers. x and y have one dtype and one shape, or one is a
   * scalar. {@code lax.div}.
   *
   * {@snippet :
   * lax.div(jnp.array(7, -7), 2) // => [3 -3]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
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

  /**
   * The remainder, with the sign of x. x and y have one dtype and one shape, or one is a scalar.
   * {@code lax.rem}.
   *
   * {@snippet :
   * lax.rem(jnp.array(7, -7), 2) // => [1 -1]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
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

  /**
   * {@code x^y}. x and y have one dtype and one shape, or one is a scalar. {@code lax.pow}.
   *
   * {@snippet :
   * lax.pow(jnp.array(2., 9.), 0.5) // => [1.4142135 3. ]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
  public static Array pow(Array x, Array y) {
    return binary(Powers::pow, x, y);
  }

  /** {@code x^y}. {@code lax.pow}. */
  public static Array pow(Array x, Number y) {
    return binary(Powers::pow, x, like(y, x));
  }

  /** {@code x^y}. {@code lax.pow}. */
  public static Array pow(Number x, Array y) {
    return binary(Powers::pow, like(x, y), y);
  }

  /**
   * The greater of the two; NaN if one is. x and y have one dtype and one shape, or one is a
   * scalar. {@code lax.max}.
   *
   * {@snippet :
   * lax.max(jnp.array(1., jnp.nan), 2) // => [2. nan]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
  public static Array max(Array x, Array y) {
    return binary(Ordering::max, x, y);
  }

  /** The greater. {@code lax.max}. */
  public static Array max(Array x, Number y) {
    return binary(Magnitudes::max, x, like(y, x));
  }

  /** The greater. {@code lax.max}. */
  public static Array max(Number x, Array y) {
    return binary(Magnitudes::max, like(x, y), y);
  }

  /**
   * The smaller of the two; NaN if one is. x and y have one dtype and one shape, or one is a
   * scalar. {@code lax.min}.
   *
   * {@snippet :
   * lax.min(jnp.array(1., jnp.nan), 2) // => [1. nan]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
  public static Array min(Array x, Array y) {
    return binary(Ordering::min, x, y);
  }

  /** The smaller. {@code lax.min}. */
  public static Array min(Array x, Number y) {
    return binary(Magnitudes::min, x, like(y, x));
  }

  /** The smaller. {@code lax.min}. */
  public static Array min(Number x, Array y) {
    return binary(Magnitudes::min, like(x, y), y);
  }

  /**
   * The angle of the point (y, x) given as {@code atan2(y, x)}. x and y have one dtype and one
   * shape, or one is a scalar. {@code lax.atan2}.
   *
   * {@snippet :
   * lax.atan2(jnp.array(1.), jnp.array(-1.)) // => 2.3561945
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
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

  /**
   * The next number after x towards y. x and y have one dtype and one shape, or one is a scalar.
   * {@code lax.nextafter}.
   *
   * {@snippet :
   * lax.nextafter(jnp.array(1.), 0) // => 0.99999994
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
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
}
