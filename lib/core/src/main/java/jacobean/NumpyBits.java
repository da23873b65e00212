package jacobean;

import jacobean.op.Bitwise;
import jacobean.type.DType;

/** The part of {@link jnp} that works on the bits of integers. */
abstract sealed class NumpyBits extends NumpyComparisons permits NumpyFloats {

  /**
   * Bitwise not of integers, logical not of bools. In x's shape and dtype. {@code jnp.bitwise_not}.
   *
   * {@snippet :
   * jnp.bitwiseNot(jnp.array(0, 5)) // => [-1 -6]
   * jnp.bitwiseNot(jnp.array(true)) // => False
   * }
   *
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  public static Array bitwiseNot(Array x) {
    return Array.of(Bitwise.not(x.value()));
  }

  /**
   * {@code x & y}. Operands broadcast and promote; they are integers or bools. {@code
   * jnp.bitwise_and}.
   *
   * {@snippet :
   * jnp.bitwiseAnd(jnp.array(6), 3) // => 2
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  public static Array bitwiseAnd(Array x, Array y) {
    return binary("bitwiseAnd", Bitwise::and, x, y);
  }

  /** {@code x & y}. {@code jnp.bitwise_and}. */
  public static Array bitwiseAnd(Array x, Number y) {
    return binary("bitwiseAnd", Bitwise::and, x, asarray(y));
  }

  /** {@code x & y}. {@code jnp.bitwise_and}. */
  public static Array bitwiseAnd(Number x, Array y) {
    return binary("bitwiseAnd", Bitwise::and, asarray(x), y);
  }

  /**
   * {@code x | y}. Operands broadcast and promote; they are integers or bools. {@code
   * jnp.bitwise_or}.
   *
   * {@snippet :
   * jnp.bitwiseOr(jnp.array(6), 3) // => 7
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  public static Array bitwiseOr(Array x, Array y) {
    return binary("bitwiseOr", Bitwise::or, x, y);
  }

  /** {@code x | y}. {@code jnp.bitwise_or}. */
  public static Array bitwiseOr(Array x, Number y) {
    return binary("bitwiseOr", Bitwise::or, x, asarray(y));
  }

  /** {@code x | y}. {@code jnp.bitwise_or}. */
  public static Array bitwiseOr(Number x, Array y) {
    return binary("bitwiseOr", Bitwise::or, asarray(x), y);
  }

  /**
   * {@code x ^ y}. Operands broadcast and promote; they are integers or bools. {@code
   * jnp.bitwise_xor}.
   *
   * {@snippet :
   * jnp.bitwiseXor(jnp.array(6), 3) // => 5
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  public static Array bitwiseXor(Array x, Array y) {
    return binary("bitwiseXor", Bitwise::xor, x, y);
  }

  /** {@code x ^ y}. {@code jnp.bitwise_xor}. */
  public static Array bitwiseXor(Array x, Number y) {
    return binary("bitwiseXor", Bitwise::xor, x, asarray(y));
  }

  /** {@code x ^ y}. {@code jnp.bitwise_xor}. */
  public static Array bitwiseXor(Number x, Array y) {
    return binary("bitwiseXor", Bitwise::xor, asarray(x), y);
  }

  /**
   * {@code x << y}. Operands broadcast and promote; they are integers or bools. {@code
   * jnp.left_shift}.
   *
   * {@snippet :
   * jnp.leftShift(jnp.array(1, 2), 3) // => [8 16]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  public static Array leftShift(Array x, Array y) {
    return binary("leftShift", Bitwise::shiftLeft, counted(x, y), y);
  }

  /** {@code x << y}. {@code jnp.left_shift}. */
  public static Array leftShift(Array x, Number y) {
    return binary("leftShift", Bitwise::shiftLeft, x, asarray(y));
  }

  /** {@code x << y}. {@code jnp.left_shift}. */
  public static Array leftShift(Number x, Array y) {
    return binary("leftShift", Bitwise::shiftLeft, asarray(x), y);
  }

  /**
   * {@code x >> y}: the sign comes in for signed integers, zeros for unsigned ones. Operands
   * broadcast and promote; they are integers or bools. {@code jnp.right_shift}.
   *
   * {@snippet :
   * jnp.rightShift(jnp.array(16, -16), 2) // => [4 -4]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  public static Array rightShift(Array x, Array y) {
    return binary("rightShift", Composed::shiftRight, counted(x, y), y);
  }

  /** {@code x >> y}. {@code jnp.right_shift}. */
  public static Array rightShift(Array x, Number y) {
    return binary("rightShift", Composed::shiftRight, x, asarray(y));
  }

  /** {@code x >> y}. {@code jnp.right_shift}. */
  public static Array rightShift(Number x, Array y) {
    return binary("rightShift", Composed::shiftRight, asarray(x), y);
  }

  /** What is shifted; int32 where both are bools. */
  private static Array counted(Array x, Array y) {
    return x.dtype() == DType.BOOL && y.dtype() == DType.BOOL ? x.astype(DType.INT32) : x;
  }
}
