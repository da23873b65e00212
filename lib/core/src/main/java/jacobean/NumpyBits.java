package jacobean;

import jacobean.op.Bitwise;

/** The part of {@link jnp} that works on the bits of integers. */
abstract sealed class NumpyBits extends NumpyComparisons permits NumpyFloats {

  /** Bitwise not of integers, logical not of bools. {@code jnp.bitwise_not}. */
  public static Array bitwiseNot(Array x) {
    return Array.of(Bitwise.not(x.value()));
  }

  /** {@code x & y}. {@code jnp.bitwise_and}. */
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

  /** {@code x | y}. {@code jnp.bitwise_or}. */
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

  /** {@code x ^ y}. {@code jnp.bitwise_xor}. */
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

  /** {@code x << y}. {@code jnp.left_shift}. */
  public static Array leftShift(Array x, Array y) {
    return binary("leftShift", Bitwise::shiftLeft, x, y);
  }

  /** {@code x << y}. {@code jnp.left_shift}. */
  public static Array leftShift(Array x, Number y) {
    return binary("leftShift", Bitwise::shiftLeft, x, asarray(y));
  }

  /** {@code x << y}. {@code jnp.left_shift}. */
  public static Array leftShift(Number x, Array y) {
    return binary("leftShift", Bitwise::shiftLeft, asarray(x), y);
  }

  /** {@code x >> y}. {@code jnp.right_shift}. */
  public static Array rightShift(Array x, Array y) {
    return binary("rightShift", Composed::shiftRight, x, y);
  }

  /** {@code x >> y}. {@code jnp.right_shift}. */
  public static Array rightShift(Array x, Number y) {
    return binary("rightShift", Composed::shiftRight, x, asarray(y));
  }

  /** {@code x >> y}. {@code jnp.right_shift}. */
  public static Array rightShift(Number x, Array y) {
    return binary("rightShift", Composed::shiftRight, asarray(x), y);
  }
}
