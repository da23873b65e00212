package jacobean;

import jacobean.op.Arithmetic;
import jacobean.op.Powers;

/** The part of {@link jnp} that calculates with two arrays, element by element. */
abstract sealed class NumpyArithmetic extends NumpyMath permits NumpyComparisons {

  /**
   * {@code -x}, in x's shape and dtype. {@code jnp.negative}.
   *
   * {@snippet :
   * jnp.negative(jnp.array(1., -2.)) // => [-1. 2.]
   * }
   *
   * @throws jacobean.error.DTypeException if x is bool
   */
  public static Array negative(Array x) {
    return Array.of(Arithmetic.neg(x.value()));
  }

  /**
   * {@code x + y}. Operands broadcast, and their dtypes promote. {@code jnp.add}.
   *
   * {@snippet :
   * jnp.add(jnp.array(1, 2), jnp.array(0.5)) // => [1.5 2.5]
   * jnp.add(jnp.ones(3, 1), jnp.ones(4)).shape() // => (3, 4)
   * jnp.add(jnp.ones(3), jnp.ones(4)) // throws ShapeException
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
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

  /**
   * {@code x - y}. Operands broadcast, and their dtypes promote. {@code jnp.subtract}.
   *
   * {@snippet :
   * jnp.subtract(jnp.array(5, 2), jnp.array(3)) // => [2 -1]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if both are bool
   */
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

  /**
   * {@code x * y}. Operands broadcast, and their dtypes promote. {@code jnp.multiply}.
   *
   * {@snippet :
   * jnp.multiply(jnp.array(1., 2.), jnp.array(3., 4.)) // => [3. 8.]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
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

  /**
   * {@code x / y}. Operands broadcast and promote; integers and bools give float32. {@code
   * jnp.divide}.
   *
   * {@snippet :
   * jnp.divide(jnp.array(1, 2), jnp.array(2)) // => [0.5 1. ]
   * jnp.divide(jnp.array(1., 0.), 0) // => [inf nan]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
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

  /**
   * {@code x % y}, with the sign of y. Operands broadcast, and their dtypes promote. {@code
   * jnp.remainder}.
   *
   * {@snippet :
   * jnp.remainder(jnp.array(-3, 3), jnp.array(2, -2)) // => [1 -1]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an argument is complex
   */
  public static Array remainder(Array x, Array y) {
    return apply("remainder", Composed::remainder, countable(x, y));
  }

  /** {@code x % y}, with the sign of y. {@code jnp.remainder}. */
  public static Array remainder(Array x, Number y) {
    return remainder(x, asarray(y));
  }

  /** {@code x % y}, with the sign of y. {@code jnp.remainder}. */
  public static Array remainder(Number x, Array y) {
    return remainder(asarray(x), y);
  }

  /**
   * {@code x // y}, rounded down. Operands broadcast, and their dtypes promote. {@code
   * jnp.floor_divide}.
   *
   * {@snippet :
   * jnp.floorDivide(jnp.array(-3, 3), 2) // => [-2 1]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an argument is complex
   */
  public static Array floorDivide(Array x, Array y) {
    return apply("floorDivide", Composed::floorQuotient, countable(x, y));
  }

  /** {@code x // y}, rounded down. {@code jnp.floor_divide}. */
  public static Array floorDivide(Array x, Number y) {
    return floorDivide(x, asarray(y));
  }

  /** {@code x // y}, rounded down. {@code jnp.floor_divide}. */
  public static Array floorDivide(Number x, Array y) {
    return floorDivide(asarray(x), y);
  }

  /**
   * The greater of the two; NaN if one is. Where they are equal each gets half of the derivative.
   * Operands broadcast, and their dtypes promote. {@code jnp.maximum}.
   *
   * {@snippet :
   * jnp.maximum(jnp.array(1., 5., jnp.nan), 2) // => [2. 5. nan]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array maximum(Array x, Array y) {
    return binary("maximum", Ordering::max, x, y);
  }

  /** The greater; NaN if one is. {@code jnp.maximum}. */
  public static Array maximum(Array x, Number y) {
    return binary("maximum", Ordering::max, x, asarray(y));
  }

  /** The greater; NaN if one is. {@code jnp.maximum}. */
  public static Array maximum(Number x, Array y) {
    return binary("maximum", Ordering::max, asarray(x), y);
  }

  /**
   * The smaller of the two; NaN if one is. Where they are equal each gets half of the derivative.
   * Operands broadcast, and their dtypes promote. {@code jnp.minimum}.
   *
   * {@snippet :
   * jnp.minimum(jnp.array(1., 5., jnp.nan), 2) // => [1. 2. nan]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array minimum(Array x, Array y) {
    return binary("minimum", Ordering::min, x, y);
  }

  /** The smaller; NaN if one is. {@code jnp.minimum}. */
  public static Array minimum(Array x, Number y) {
    return binary("minimum", Ordering::min, x, asarray(y));
  }

  /** The smaller; NaN if one is. {@code jnp.minimum}. */
  public static Array minimum(Number x, Array y) {
    return binary("minimum", Ordering::min, asarray(x), y);
  }

  /**
   * {@code x ** y}; of integers an integer, else floating. Operands broadcast, and their dtypes
   * promote. {@code jnp.power}.
   *
   * {@snippet :
   * jnp.power(jnp.array(2., 9.), jnp.array(3., 0.5)) // => [8. 3.]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array power(Array x, Array y) {
    var promoted = countable(x, y);
    return promoted.getFirst().dtype().isInteger()
        ? apply("power", Composed::integerPower, promoted)
        : realBinary("power", Powers::pow, x, y);
  }

  /**
   * {@code x ** y}; by repeated multiplication where y is a whole number. {@code jnp.power}.
   *
   * {@snippet :
   * jnp.power(jnp.array(2, 3), 2) // => [4 9]
   * }
   *
   * @throws jacobean.error.DTypeException if x is of integers and y is negative
   */
  public static Array power(Array x, Number y) {
    boolean floating = y instanceof Double || y instanceof Float;
    boolean whole = y.doubleValue() == y.intValue() && (!floating || x.dtype().isInexact());
    return whole ? Array.of(Powers.integerPow(countable(x), y.intValue())) : power(x, asarray(y));
  }

  /** {@code x ** y}. {@code jnp.power}. */
  public static Array power(Number x, Array y) {
    return power(asarray(x), y);
  }

  /**
   * x kept between two numbers, in x's dtype; null for no bound; NaN stays. {@code jnp.clip}.
   *
   * {@snippet :
   * jnp.clip(jnp.array(-1., 0.5, 3.), 0, 1) // => [0. 0.5 1. ]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array clip(Array x, @OrNull Number low, @OrNull Number high) {
    var above = low == null ? x : maximum(x, low);
    return high == null ? above : minimum(above, high);
  }
}
