package jacobean;

import jacobean.op.Bitwise;
import jacobean.op.Integers;

/**
 * The part of {@link lax} that works on the bits of integers. Operands have one dtype and one
 * shape, or are scalars; numbers take the other operand's dtype.
 */
abstract sealed class LaxBits extends LaxComparisons permits LaxShapes {

  /**
   * Bitwise not, logical on bool. Element by element, in x's shape and dtype. {@code
   * lax.bitwise_not}.
   *
   * {@snippet :
   * lax.bitwiseNot(jnp.array(0, 5)) // => [-1 -6]
   * }
   *
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  public static Array bitwiseNot(Array x) {
    return unary(Bitwise::not, x);
  }

  /**
   * How many bits are 1. Element by element, in x's shape and dtype. {@code lax.population_count}.
   *
   * {@snippet :
   * lax.populationCount(jnp.array(7, 8, -1)) // => [3 1 32]
   * }
   *
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  public static Array populationCount(Array x) {
    return unary(Integers::populationCount, x);
  }

  /**
   * How many zero bits an integer begins with. Element by element, in x's shape and dtype. {@code
   * lax.clz}.
   *
   * {@snippet :
   * lax.clz(jnp.array(1, 255)) // => [31 24]
   * }
   *
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  public static Array clz(Array x) {
    return unary(Integers::countLeadingZeros, x);
  }

  /**
   * {@code x & y}. x and y have one dtype and one shape, or one is a scalar. {@code
   * lax.bitwise_and}.
   *
   * {@snippet :
   * lax.bitwiseAnd(jnp.array(6), 3) // => 2
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
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

  /**
   * {@code x | y}. x and y have one dtype and one shape, or one is a scalar. {@code
   * lax.bitwise_or}.
   *
   * {@snippet :
   * lax.bitwiseOr(jnp.array(6), 3) // => 7
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
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

  /**
   * {@code x ^ y}. x and y have one dtype and one shape, or one is a scalar. {@code
   * lax.bitwise_xor}.
   *
   * {@snippet :
   * lax.bitwiseXor(jnp.array(6), 3) // => 5
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
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

  /**
   * {@code x << y}. x and y have one dtype and one shape, or one is a scalar. {@code
   * lax.shift_left}.
   *
   * {@snippet :
   * lax.shiftLeft(jnp.array(1, 3), 4) // => [16 48]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
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

  /**
   * {@code x >> y}, the sign coming in. x and y have one dtype and one shape, or one is a scalar.
   * {@code lax.shift_right_arithmetic}.
   *
   * {@snippet :
   * lax.shiftRightArithmetic(jnp.array(-16), 2) // => -4
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
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

  /**
   * {@code x >>> y}, zeros coming in. x and y have one dtype and one shape, or one is a scalar.
   * {@code lax.shift_right_logical}.
   *
   * {@snippet :
   * lax.shiftRightLogical(jnp.array(-16), 28) // => 15
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
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
}
