package jacobean;

import jacobean.op.Arithmetic;
import jacobean.op.Magnitudes;
import jacobean.op.Powers;

/** The part of {@link jnp} that calculates with two arrays, element by element. */
abstract sealed class NumpyArithmetic extends NumpyMath permits NumpyComparisons {

  /** {@code -x}. {@code jnp.negative}. */
  public static Array negative(Array x) {
    return Array.of(Arithmetic.neg(x.value()));
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
    return binary("maximum", Magnitudes::max, x, y);
  }

  /** The greater; NaN if one is. {@code jnp.maximum}. */
  public static Array maximum(Array x, Number y) {
    return binary("maximum", Magnitudes::max, x, asarray(y));
  }

  /** The greater; NaN if one is. {@code jnp.maximum}. */
  public static Array maximum(Number x, Array y) {
    return binary("maximum", Magnitudes::max, asarray(x), y);
  }

  /** The smaller; NaN if one is. {@code jnp.minimum}. */
  public static Array minimum(Array x, Array y) {
    return binary("minimum", Magnitudes::min, x, y);
  }

  /** The smaller; NaN if one is. {@code jnp.minimum}. */
  public static Array minimum(Array x, Number y) {
    return binary("minimum", Magnitudes::min, x, asarray(y));
  }

  /** The smaller; NaN if one is. {@code jnp.minimum}. */
  public static Array minimum(Number x, Array y) {
    return binary("minimum", Magnitudes::min, asarray(x), y);
  }

  /** {@code x ** y}; of integers an integer, else floating. {@code jnp.power}. */
  public static Array power(Array x, Array y) {
    var promoted = Promote.values(x.value(), y.value());
    return promoted.getFirst().dtype().isInteger()
        ? apply("power", Composed::integerPower, promoted)
        : realBinary("power", Powers::pow, x, y);
  }

  /** {@code x ** y}; by repeated multiplication where y is a whole number. {@code jnp.power}. */
  public static Array power(Array x, Number y) {
    boolean floating = y instanceof Double || y instanceof Float;
    boolean whole = y.doubleValue() == y.intValue() && (!floating || x.dtype().isInexact());
    return whole ? Array.of(Powers.integerPow(countable(x), y.intValue())) : power(x, asarray(y));
  }

  /** {@code x ** y}. {@code jnp.power}. */
  public static Array power(Number x, Array y) {
    return power(asarray(x), y);
  }

  /** x kept between two numbers; null for no bound. {@code jnp.clip}. */
  public static Array clip(Array x, Number low, Number high) {
    var above = low == null ? x : maximum(x, low);
    return high == null ? above : minimum(above, high);
  }
}
