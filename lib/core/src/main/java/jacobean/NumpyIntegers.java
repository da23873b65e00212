package jacobean;

import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.Integers;
import jacobean.op.Magnitudes;
import jacobean.type.DType;
import java.util.List;

/** The part of {@link jnp} that is about whole numbers and their bits. */
abstract sealed class NumpyIntegers extends NumpyFloatPairs permits NumpyCloseness {

  /**
   * {@link #bitwiseNot}. {@code jnp.invert}.
   *
   * {@snippet :
   * jnp.invert(jnp.array(0, 5)) // => [-1 -6]
   * }
   *
   * @throws jacobean.error.DTypeException if x is neither of bools nor of integers
   */
  public static Array invert(Array x) {
    return bitwiseNot(x);
  }

  /**
   * {@link #bitwiseNot}. {@code jnp.bitwise_invert}.
   *
   * {@snippet :
   * jnp.bitwiseInvert(jnp.array(true, false)) // => [False True]
   * }
   *
   * @throws jacobean.error.DTypeException if x is neither of bools nor of integers
   */
  public static Array bitwiseInvert(Array x) {
    return bitwiseNot(x);
  }

  /**
   * How many bits of {@code |x|} are 1, uint8. {@code jnp.bitwise_count}.
   *
   * {@snippet :
   * jnp.bitwiseCount(jnp.array(7, -8)) // => [3 1]
   * }
   *
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  public static Array bitwiseCount(Array x) {
    var magnitude = x.dtype().kind() == DType.Kind.SIGNED ? abs(x) : x;
    return Array.of(Integers.populationCount(magnitude.value())).astype(DType.UINT8);
  }

  /**
   * The greatest common divisor, not negative. Operands broadcast, and their dtypes promote. {@code
   * jnp.gcd}.
   *
   * {@snippet :
   * jnp.gcd(jnp.array(12, -9, 0), 6) // => [6 3 6]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  public static Array gcd(Array x, Array y) {
    return binary("gcd", Integers::gcd, x, y);
  }

  /** The greatest common divisor, not negative. {@code jnp.gcd}. */
  public static Array gcd(Array x, Number y) {
    return binary("gcd", Integers::gcd, x, asarray(y));
  }

  /** The greatest common divisor, not negative. {@code jnp.gcd}. */
  public static Array gcd(Number x, Array y) {
    return binary("gcd", Integers::gcd, asarray(x), y);
  }

  /**
   * The least common multiple, not negative. Operands broadcast, and their dtypes promote. {@code
   * jnp.lcm}.
   *
   * {@snippet :
   * jnp.lcm(jnp.array(4, 6), 10) // => [20 30]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  public static Array lcm(Array x, Array y) {
    return binary("lcm", NumpyIntegers::leastMultiple, x, y);
  }

  /** The least common multiple, not negative. {@code jnp.lcm}. */
  public static Array lcm(Array x, Number y) {
    return binary("lcm", NumpyIntegers::leastMultiple, x, asarray(y));
  }

  /** The least common multiple, not negative. {@code jnp.lcm}. */
  public static Array lcm(Number x, Array y) {
    return binary("lcm", NumpyIntegers::leastMultiple, asarray(x), y);
  }

  /**
   * {@link #leftShift(Array, Array)}. {@code jnp.bitwise_left_shift}.
   *
   * {@snippet :
   * jnp.bitwiseLeftShift(jnp.array(1, 3), 2) // => [4 12]
   * }
   *
   * @throws jacobean.error.DTypeException if an argument is neither of bools nor of integers
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array bitwiseLeftShift(Array x, Array y) {
    return leftShift(x, y);
  }

  /** {@code x << y}. {@code jnp.bitwise_left_shift}. */
  public static Array bitwiseLeftShift(Array x, Number y) {
    return leftShift(x, y);
  }

  /** {@code x << y}. {@code jnp.bitwise_left_shift}. */
  public static Array bitwiseLeftShift(Number x, Array y) {
    return leftShift(x, y);
  }

  /**
   * {@link #rightShift(Array, Array)}. {@code jnp.bitwise_right_shift}.
   *
   * {@snippet :
   * jnp.bitwiseRightShift(jnp.array(8, -8), 1) // => [4 -4]
   * }
   *
   * @throws jacobean.error.DTypeException if an argument is neither of bools nor of integers
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array bitwiseRightShift(Array x, Array y) {
    return rightShift(x, y);
  }

  /** {@code x >> y}. {@code jnp.bitwise_right_shift}. */
  public static Array bitwiseRightShift(Array x, Number y) {
    return rightShift(x, y);
  }

  /** {@code x >> y}. {@code jnp.bitwise_right_shift}. */
  public static Array bitwiseRightShift(Number x, Array y) {
    return rightShift(x, y);
  }

  /**
   * Quotient rounded down and remainder with the sign of y. Operands broadcast, and their dtypes
   * promote. {@code jnp.divmod}.
   *
   * {@snippet :
   * jnp.divmod(jnp.array(7, -7), 3) // => [[2 -3], [1 2]]
   * }
   *
   * @return the quotient, then the remainder
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an argument is complex
   */
  public static List<Array> divmod(Array x, Array y) {
    return List.of(floorDivide(x, y), remainder(x, y));
  }

  /**
   * Quotient rounded down and remainder with the sign of y. {@code jnp.divmod}.
   *
   * @return the quotient, then the remainder
   */
  public static List<Array> divmod(Array x, Number y) {
    return List.of(floorDivide(x, y), remainder(x, y));
  }

  /**
   * Quotient rounded down and remainder with the sign of y. {@code jnp.divmod}.
   *
   * @return the quotient, then the remainder
   */
  public static List<Array> divmod(Number x, Array y) {
    return List.of(floorDivide(x, y), remainder(x, y));
  }

  private static Value leastMultiple(Value x, Value y) {
    var zero = Arithmetic.constant(x.dtype(), 0);
    var divisor = Integers.gcd(x, y);
    var none = Comparison.eq(divisor, zero);
    var safe = Comparison.select(none, Arithmetic.constant(x.dtype(), 1), divisor);
    return Magnitudes.abs(Arithmetic.mul(x, Arithmetic.div(y, safe)));
  }
}
