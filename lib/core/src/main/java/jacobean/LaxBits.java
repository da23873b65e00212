package jacobean;

import jacobean.op.Bitwise;
import jacobean.op.Integers;

/**
 * The part of {@link lax} that works on the bits of integers. Operands have one dtype and one
 * shape, or are scalars; numbers take the other operand's dtype.
 */
abstract sealed class LaxBits extends LaxComparisons permits LaxShapes {

  /** Bitwise not, logical on bool. {@code lax.bitwise_not}. */
  public static Array bitwiseNot(Array x) {
    return unary(Bitwise::not, x);
  }

  /** How many bits are 1. {@code lax.population_count}. */
  public static Array populationCount(Array x) {
    return unary(Integers::populationCount, x);
  }

  /** How many zero bits an integer begins with. {@code lax.clz}. */
  public static Array clz(Array x) {
    return unary(Integers::countLeadingZeros, x);
  }

  /** {@code x & y}. {@code lax.bitwise_and}. */
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

  /** {@code x | y}. {@code lax.bitwise_or}. */
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

  /** {@code x ^ y}. {@code lax.bitwise_xor}. */
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

  /** {@code x << y}. {@code lax.shift_left}. */
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

  /** {@code x >> y}, the sign coming in. {@code lax.shift_right_arithmetic}. */
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

  /** {@code x >>> y}, zeros coming in. {@code lax.shift_right_logical}. */
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
