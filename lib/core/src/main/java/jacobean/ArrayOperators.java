package jacobean;

/**
 * The operators of an {@link Array}: methods with the names that {@code +}, {@code *} and their kin
 * have in a notebook. Both sides broadcast and promote as in {@link jnp}; a Java number takes the
 * array's dtype where it can.
 */
public sealed interface ArrayOperators permits Array {

  /** {@code this + y}. */
  default Array plus(Array y) {
    return jnp.add((Array) this, y);
  }

  /** {@code this + y}. */
  default Array plus(Number y) {
    return jnp.add((Array) this, y);
  }

  /** {@code this - y}. */
  default Array minus(Array y) {
    return jnp.subtract((Array) this, y);
  }

  /** {@code this - y}. */
  default Array minus(Number y) {
    return jnp.subtract((Array) this, y);
  }

  /** {@code this * y}. */
  default Array times(Array y) {
    return jnp.multiply((Array) this, y);
  }

  /** {@code this * y}. */
  default Array times(Number y) {
    return jnp.multiply((Array) this, y);
  }

  /** {@code this / y}; a true division, also of integers. */
  default Array div(Array y) {
    return jnp.divide((Array) this, y);
  }

  /** {@code this / y}; a true division, also of integers. */
  default Array div(Number y) {
    return jnp.divide((Array) this, y);
  }

  /** {@code this % y}; the sign is that of y. */
  default Array rem(Array y) {
    return jnp.remainder((Array) this, y);
  }

  /** {@code this % y}; the sign is that of y. */
  default Array rem(Number y) {
    return jnp.remainder((Array) this, y);
  }

  /** {@code this < y}. */
  default Array lt(Array y) {
    return jnp.less((Array) this, y);
  }

  /** {@code this < y}. */
  default Array lt(Number y) {
    return jnp.less((Array) this, y);
  }

  /** {@code this <= y}. */
  default Array le(Array y) {
    return jnp.lessEqual((Array) this, y);
  }

  /** {@code this <= y}. */
  default Array le(Number y) {
    return jnp.lessEqual((Array) this, y);
  }

  /** {@code this > y}. */
  default Array gt(Array y) {
    return jnp.greater((Array) this, y);
  }

  /** {@code this > y}. */
  default Array gt(Number y) {
    return jnp.greater((Array) this, y);
  }

  /** {@code this >= y}. */
  default Array ge(Array y) {
    return jnp.greaterEqual((Array) this, y);
  }

  /** {@code this >= y}. */
  default Array ge(Number y) {
    return jnp.greaterEqual((Array) this, y);
  }

  /** {@code this == y}. */
  default Array eq(Array y) {
    return jnp.equal((Array) this, y);
  }

  /** {@code this == y}. */
  default Array eq(Number y) {
    return jnp.equal((Array) this, y);
  }

  /** {@code this != y}. */
  default Array ne(Array y) {
    return jnp.notEqual((Array) this, y);
  }

  /** {@code this != y}. */
  default Array ne(Number y) {
    return jnp.notEqual((Array) this, y);
  }

  /** {@code this & y}. */
  default Array and(Array y) {
    return jnp.bitwiseAnd((Array) this, y);
  }

  /** {@code this & y}. */
  default Array and(Number y) {
    return jnp.bitwiseAnd((Array) this, y);
  }

  /** {@code this | y}. */
  default Array or(Array y) {
    return jnp.bitwiseOr((Array) this, y);
  }

  /** {@code this | y}. */
  default Array or(Number y) {
    return jnp.bitwiseOr((Array) this, y);
  }

  /** {@code this ^ y}. */
  default Array xor(Array y) {
    return jnp.bitwiseXor((Array) this, y);
  }

  /** {@code this ^ y}. */
  default Array xor(Number y) {
    return jnp.bitwiseXor((Array) this, y);
  }

  /** {@code this << y}. */
  default Array shl(Array y) {
    return jnp.leftShift((Array) this, y);
  }

  /** {@code this << y}. */
  default Array shl(Number y) {
    return jnp.leftShift((Array) this, y);
  }

  /** {@code this >> y}. */
  default Array shr(Array y) {
    return jnp.rightShift((Array) this, y);
  }

  /** {@code this >> y}. */
  default Array shr(Number y) {
    return jnp.rightShift((Array) this, y);
  }

  /** {@code -this}. */
  default Array unaryMinus() {
    return jnp.negative((Array) this);
  }

  /** {@code ~this}: logical on bool, bitwise on integers. */
  default Array not() {
    return jnp.logicalNot((Array) this);
  }

  /** {@code this ** exponent}. */
  default Array pow(Number exponent) {
    return jnp.power((Array) this, exponent);
  }

  /** The matrix product {@code this @ y}. */
  default Array matmul(Array y) {
    return jnp.matmul((Array) this, y);
  }

  /** NumPy's dot product. */
  default Array dot(Array y) {
    return jnp.dot((Array) this, y);
  }
}
