package jacobean;

import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Bitwise;
import jacobean.op.Comparison;
import jacobean.op.Magnitudes;
import jacobean.op.Rounding;
import jacobean.type.DType;

/**
 * Binary functions of {@link jnp} that are several primitives, for operands of one dtype that are
 * scalars or have one shape. At zero divisors and infinities they give what JAX gives.
 */
final class Composed {
  /** Exponents of integers beyond these bits overflow for any base but 0, 1 and -1. */
  private static final int EXPONENT_BITS = 6;

  private Composed() {}

  /** {@code x % y} with the sign of y; 0 for an integer divisor 0. */
  static Value remainder(Value x, Value y) {
    var divisor = y.dtype().isFloating() ? y : Comparison.select(isZero(y), constant(y, 1), y);
    var r = Arithmetic.rem(x, divisor);
    var zero = constant(x, 0);
    var otherSign = Comparison.ne(Comparison.lt(r, zero), Comparison.lt(divisor, zero));
    return Comparison.select(
        Bitwise.and(Comparison.ne(r, zero), otherSign), Arithmetic.add(r, divisor), r);
  }

  /** {@code x % y} with the sign of x; 0 for an integer divisor 0. */
  static Value truncatedRemainder(Value x, Value y) {
    return Arithmetic.rem(
        x, y.dtype().isInteger() ? Comparison.select(isZero(y), constant(y, 1), y) : y);
  }

  /** {@code x / y} rounded down. */
  static Value floorQuotient(Value x, Value y) {
    return switch (x.dtype().kind()) {
      // Rem says that complex numbers have no remainder.
      case FLOATING, COMPLEX -> floorOfReals(x, y);
      case SIGNED -> floorOfIntegers(x, y);
      case UNSIGNED, BOOL -> Arithmetic.div(x, y);
    };
  }

  /** By the remainder, so that what is whole but for rounding stays whole. */
  private static Value floorOfReals(Value x, Value y) {
    var r = Arithmetic.rem(x, y);
    var q = Arithmetic.div(Comparison.select(isZero(y), x, Arithmetic.sub(x, r)), y);
    var down =
        Bitwise.and(Bitwise.not(isZero(r)), Comparison.ne(Magnitudes.sign(y), Magnitudes.sign(r)));
    return Rounding.round(Comparison.select(down, Arithmetic.sub(q, constant(q, 1)), q));
  }

  private static Value floorOfIntegers(Value x, Value y) {
    var q = Arithmetic.div(x, y);
    var inexact = Bitwise.not(isZero(Arithmetic.rem(x, y)));
    var down = Bitwise.and(inexact, Comparison.ne(Magnitudes.sign(x), Magnitudes.sign(y)));
    return Comparison.select(down, Arithmetic.sub(q, constant(q, 1)), q);
  }

  /** {@code x^y} of integers, by repeated squaring. */
  static Value integerPower(Value x, Value y) {
    var one = constant(x, 1);
    var zeroToSome = Bitwise.and(isZero(x), Bitwise.not(isZero(y)));
    var power = Comparison.select(zeroToSome, constant(x, 0), one);
    var square = x;
    var bits = y;
    for (int i = 0; i < EXPONENT_BITS; i++) {
      var isSet = Bitwise.not(isZero(Bitwise.and(bits, one)));
      power = Comparison.select(isSet, Arithmetic.mul(power, square), power);
      square = Arithmetic.mul(square, square);
      bits = shiftRight(bits, one);
    }
    return power;
  }

  /** {@code x >> y}: copies of the sign come in where there is one. */
  static Value shiftRight(Value x, Value y) {
    return x.dtype().kind() == DType.Kind.UNSIGNED
        ? Bitwise.shiftRightLogical(x, y)
        : Bitwise.shiftRightArithmetic(x, y);
  }

  private static Value isZero(Value x) {
    return Comparison.eq(x, constant(x, 0));
  }

  private static Value constant(Value like, Number value) {
    return Arithmetic.constant(like.dtype(), value);
  }
}
