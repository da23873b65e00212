package jacobean.llvm.emit;

import jacobean.llvm.text.Code;
import jacobean.llvm.text.Val;

/**
 * Integer division as XLA defines it, where LLVM's is undefined: x / 0 is -1 (all bits set), x % 0
 * is x, and the least integer divided by -1 is itself.
 */
final class Division {
  private Division() {}

  static Val quotient(Code c, boolean signed, Val a, Val b) {
    if (isSafe(b)) {
      return c.integer(signed ? "sdiv" : "udiv", a, b);
    }
    Val zero = c.icmp("eq", b, 0);
    Val q = c.integer(signed ? "sdiv" : "udiv", a, safe(c, signed, a, b, zero));
    if (signed) {
      q = c.select(overflows(c, a, b), a, q);
    }
    return c.select(zero, Val.integer(a.type(), -1), q);
  }

  static Val remainder(Code c, boolean signed, Val a, Val b) {
    if (isSafe(b)) {
      return c.integer(signed ? "srem" : "urem", a, b);
    }
    Val zero = c.icmp("eq", b, 0);
    Val r = c.integer(signed ? "srem" : "urem", a, safe(c, signed, a, b, zero));
    if (signed) {
      r = c.select(overflows(c, a, b), Val.integer(a.type(), 0), r);
    }
    return c.select(zero, a, r);
  }

  /** A constant divisor other than 0 and -1. */
  private static boolean isSafe(Val divisor) {
    return divisor.name().matches("[1-9][0-9]*");
  }

  private static Val overflows(Code c, Val a, Val b) {
    long least = -1L << (a.type().bits() - 1);
    return c.and(c.icmp("eq", b, -1), c.icmp("eq", a, least));
  }

  /** The divisor, or 1 where LLVM must not see it. */
  private static Val safe(Code c, boolean signed, Val a, Val b, Val zero) {
    Val bad = signed ? c.or(zero, overflows(c, a, b)) : zero;
    return c.select(bad, Val.integer(b.type(), 1), b);
  }
}
