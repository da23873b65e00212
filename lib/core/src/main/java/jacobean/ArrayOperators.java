package jacobean;

import jacobean.type.Complex;

/**
 * The operators of an {@link Array}: methods with the names that {@code +}, {@code *} and their kin
 * have in a notebook. Both sides broadcast and promote as in {@link jnp}; a Java number takes the
 * array's dtype where it can.
 *
 * {@snippet :
 * var x = jnp.array(1., 2.);
 * x.plus(1).times(x) // => [2. 6.]
 * }
 */
public sealed interface ArrayOperators permits Array {

  /**
   * {@code this + y}. As {@link jnp#add(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(1, 2).plus(jnp.array(0.5)) // => [1.5 2.5]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  default Array plus(Array y) {
    return jnp.add((Array) this, y);
  }

  /** {@code this + y}. */
  default Array plus(Number y) {
    return jnp.add((Array) this, y);
  }

  /** {@code this + y}. */
  default Array plus(Complex y) {
    return plus(Leaves.array(y));
  }

  /**
   * {@code this - y}. As {@link jnp#subtract(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(1, 2).minus(5) // => [-4 -3]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  default Array minus(Array y) {
    return jnp.subtract((Array) this, y);
  }

  /** {@code this - y}. */
  default Array minus(Number y) {
    return jnp.subtract((Array) this, y);
  }

  /** {@code this - y}. */
  default Array minus(Complex y) {
    return minus(Leaves.array(y));
  }

  /**
   * {@code this * y}, element by element. As {@link jnp#multiply(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(1., 2.).times(jnp.array(3., 4.)) // => [3. 8.]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  default Array times(Array y) {
    return jnp.multiply((Array) this, y);
  }

  /** {@code this * y}. */
  default Array times(Number y) {
    return jnp.multiply((Array) this, y);
  }

  /**
   * {@code this * y}.
   *
   * {@snippet :
   * jnp.array(3.).plus(jnp.array(4.).times(Complex.I)) // => (3+4j)
   * }
   */
  default Array times(Complex y) {
    return times(Leaves.array(y));
  }

  /**
   * {@code this / y}; a true division, also of integers. As {@link jnp#divide(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(1, 2).div(4) // => [0.25 0.5 ]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  default Array div(Array y) {
    return jnp.divide((Array) this, y);
  }

  /** {@code this / y}; a true division, also of integers. */
  default Array div(Number y) {
    return jnp.divide((Array) this, y);
  }

  /** {@code this / y}. */
  default Array div(Complex y) {
    return div(Leaves.array(y));
  }

  /**
   * {@code this % y}; the sign is that of y. As {@link jnp#remainder(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(-3, 3).rem(2) // => [1 1]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  default Array rem(Array y) {
    return jnp.remainder((Array) this, y);
  }

  /** {@code this % y}; the sign is that of y. */
  default Array rem(Number y) {
    return jnp.remainder((Array) this, y);
  }

  /**
   * {@code this < y}, bool. As {@link jnp#less(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(1, 2, 3).lt(2) // => [True False False]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  default Array lt(Array y) {
    return jnp.less((Array) this, y);
  }

  /** {@code this < y}. */
  default Array lt(Number y) {
    return jnp.less((Array) this, y);
  }

  /**
   * {@code this <= y}, bool. As {@link jnp#lessEqual(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(1, 2, 3).le(2) // => [True True False]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  default Array le(Array y) {
    return jnp.lessEqual((Array) this, y);
  }

  /** {@code this <= y}. */
  default Array le(Number y) {
    return jnp.lessEqual((Array) this, y);
  }

  /**
   * {@code this > y}, bool. As {@link jnp#greater(Array, Array)}.
   *
   * {@snippet :
   * var x = jnp.array(-1., 2.);
   * x.get(x.gt(0)) // => [2.]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  default Array gt(Array y) {
    return jnp.greater((Array) this, y);
  }

  /** {@code this > y}. */
  default Array gt(Number y) {
    return jnp.greater((Array) this, y);
  }

  /**
   * {@code this >= y}, bool. As {@link jnp#greaterEqual(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(1, 2, 3).ge(2) // => [False True True]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  default Array ge(Array y) {
    return jnp.greaterEqual((Array) this, y);
  }

  /** {@code this >= y}. */
  default Array ge(Number y) {
    return jnp.greaterEqual((Array) this, y);
  }

  /**
   * {@code this == y}, bool; Java's {@code equals} compares handles. As {@link jnp#equal(Array,
   * Array)}.
   *
   * {@snippet :
   * jnp.array(1, 2).eq(jnp.array(1, 3)) // => [True False]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  default Array eq(Array y) {
    return jnp.equal((Array) this, y);
  }

  /** {@code this == y}. */
  default Array eq(Number y) {
    return jnp.equal((Array) this, y);
  }

  /**
   * {@code this != y}, bool. As {@link jnp#notEqual(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(1, 2).ne(2) // => [True False]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  default Array ne(Array y) {
    return jnp.notEqual((Array) this, y);
  }

  /** {@code this != y}. */
  default Array ne(Number y) {
    return jnp.notEqual((Array) this, y);
  }

  /**
   * {@code this & y}, of bools and integers. As {@link jnp#bitwiseAnd(Array, Array)}.
   *
   * {@snippet :
   * var x = jnp.array(1, 5, 9);
   * x.gt(2).and(x.lt(7)) // => [False True False]
   * }
   *
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  default Array and(Array y) {
    return jnp.bitwiseAnd((Array) this, y);
  }

  /** {@code this & y}. */
  default Array and(Number y) {
    return jnp.bitwiseAnd((Array) this, y);
  }

  /**
   * {@code this | y}, of bools and integers. As {@link jnp#bitwiseOr(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(6).or(3) // => 7
   * }
   *
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  default Array or(Array y) {
    return jnp.bitwiseOr((Array) this, y);
  }

  /** {@code this | y}. */
  default Array or(Number y) {
    return jnp.bitwiseOr((Array) this, y);
  }

  /**
   * {@code this ^ y}, of bools and integers. As {@link jnp#bitwiseXor(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(6).xor(3) // => 5
   * }
   *
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  default Array xor(Array y) {
    return jnp.bitwiseXor((Array) this, y);
  }

  /** {@code this ^ y}. */
  default Array xor(Number y) {
    return jnp.bitwiseXor((Array) this, y);
  }

  /**
   * {@code this << y}, of integers. As {@link jnp#leftShift(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(1, 3).shl(4) // => [16 48]
   * }
   *
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  default Array shl(Array y) {
    return jnp.leftShift((Array) this, y);
  }

  /** {@code this << y}. */
  default Array shl(Number y) {
    return jnp.leftShift((Array) this, y);
  }

  /**
   * {@code this >> y}, of integers. As {@link jnp#rightShift(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(-16).shr(2) // => -4
   * }
   *
   * @throws jacobean.error.DTypeException if an operand is floating
   */
  default Array shr(Array y) {
    return jnp.rightShift((Array) this, y);
  }

  /** {@code this >> y}. */
  default Array shr(Number y) {
    return jnp.rightShift((Array) this, y);
  }

  /**
   * {@code -this}. As {@link jnp#negative}.
   *
   * {@snippet :
   * jnp.array(1., -2.).unaryMinus() // => [-1. 2.]
   * }
   *
   * @throws jacobean.error.DTypeException if this is bool
   */
  default Array unaryMinus() {
    return jnp.negative((Array) this);
  }

  /**
   * {@code ~this}: logical on bool, bitwise on integers.
   *
   * {@snippet :
   * jnp.array(true, false).not() // => [False True]
   * }
   */
  default Array not() {
    return jnp.logicalNot((Array) this);
  }

  /**
   * {@code this ** exponent}. As {@link jnp#power(Array, Number)}.
   *
   * {@snippet :
   * jnp.array(2., 9.).pow(0.5) // => [1.4142135 3. ]
   * }
   */
  default Array pow(Number exponent) {
    return jnp.power((Array) this, exponent);
  }

  /**
   * The matrix product {@code this @ y}. As {@link jnp#matmul}.
   *
   * {@snippet :
   * jnp.eye(2).matmul(jnp.array(3., 4.)) // => [3. 4.]
   * }
   *
   * @throws jacobean.error.ShapeException if the inner lengths differ
   */
  default Array matmul(Array y) {
    return jnp.matmul((Array) this, y);
  }

  /**
   * NumPy's dot product. As {@link jnp#dot}.
   *
   * {@snippet :
   * jnp.array(1., 2.).dot(jnp.array(3., 4.)) // => 11.0
   * }
   *
   * @throws jacobean.error.ShapeException if the lengths differ
   */
  default Array dot(Array y) {
    return jnp.dot((Array) this, y);
  }
}
