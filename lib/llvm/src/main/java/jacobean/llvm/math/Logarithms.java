package jacobean.llvm.math;

import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;

/**
 * log, log2, log1p and the inverse hyperbolic functions, in float32 without branches.
 *
 * <p>x = 2^e m with m between sqrt(1/2) and sqrt(2), so that log x = e ln 2 + log(1 + f), f = m -
 * 1, where a polynomial that src/fit/minimax.py fitted serves for log(1 + f).
 */
final class Logarithms {
  private static final int SQRT_HALF_BITS = 0x3f3504f3;
  private static final double LEAST_NORMAL = 0x1p-126;

  private Logarithms() {}

  /** The exponent e, an i32, and f = m - 1 of a positive normal number. */
  private record Parts(Val exponent, Val f) {}

  private static Parts parts(Code c, Val x) {
    Val i = c.sub(c.bits(x, Type.I32), SQRT_HALF_BITS);
    Val m = c.bits(c.add(c.and(i, 0x7fffff), SQRT_HALF_BITS), Type.F32);
    return new Parts(c.ashr(i, 23), c.fsub(m, 1));
  }

  /** The same for any positive number: denormal ones are scaled first. */
  private static Parts partsOfAny(Code c, Val x) {
    Val denormal = c.fcmp("olt", x, LEAST_NORMAL);
    Parts p = parts(c, c.select(denormal, c.fmul(x, 0x1p23), x));
    return new Parts(c.select(denormal, c.sub(p.exponent, 23), p.exponent), p.f);
  }

  private static Val cubicTail(Code c, Val f) {
    Val q =
        c.polynomial(
            f,
            0.3333331346511841,
            -0.25000008940696716,
            0.2000211924314499,
            -0.1666799634695053,
            0.14219552278518677,
            -0.12405586987733841,
            0.11888165771961212,
            -0.11675664782524109,
            0.06746649742126465);
    return c.fmul(c.fmul(c.fmul(f, f), f), q);
  }

  /** e ln 2 + log(1 + f). */
  private static Val combine(Code c, Parts p) {
    Val e = c.toReal(p.exponent, Type.F32);
    Val y = c.fma(e, Exponentials.LN2_LOW, cubicTail(c, p.f));
    y = c.fma(c.fmul(p.f, p.f), -0.5, y);
    return c.fma(e, Exponentials.LN2_HIGH, c.fadd(p.f, y));
  }

  /** y, but what log gives at 0 (minus infinity), below 0 and at NaN (NaN) and at infinity. */
  private static Val atTheEnds(Code c, Val x, Val y) {
    Val finite = c.select(c.fcmp("oeq", x, Double.POSITIVE_INFINITY), x, y);
    Val positive = c.select(c.fcmp("oeq", x, 0), Double.NEGATIVE_INFINITY, finite);
    return c.select(c.fcmp("ult", x, 0), Double.NaN, positive);
  }

  static Val log(Code c, Val x) {
    return atTheEnds(c, x, combine(c, partsOfAny(c, x)));
  }

  static Val log2(Code c, Val x) {
    Parts p = partsOfAny(c, x);
    Val y = c.fadd(p.f, c.fma(c.fmul(p.f, p.f), -0.5, cubicTail(c, p.f)));
    return atTheEnds(c, x, c.fma(y, Exponentials.LOG2_E, c.toReal(p.exponent, Type.F32)));
  }

  /**
   * log(1 + x): e is that of the rounded 1 + x, but f is made from x itself, as 2^-e x + (2^-e -
   * 1), so that nothing of a small x is lost.
   */
  static Val log1p(Code c, Val x) {
    Val u = c.fadd(x, 1);
    Parts rounded = parts(c, u);
    Val s = c.bits(c.shl(c.sub(Val.integer(Type.I32, 127), rounded.exponent), 23), Type.F32);
    Val exact = c.fma(x, s, c.fsub(s, 1));
    Val big = c.icmp("sgt", rounded.exponent, 24);
    Parts p = new Parts(rounded.exponent, c.select(big, rounded.f, exact));
    return c.copysign(atTheEnds(c, u, combine(c, p)), x);
  }

  /** log1p(|x| + x^2 / (1 + sqrt(1 + x^2))); log |x| + log 2 where x^2 would overflow. */
  static Val asinh(Code c, Val x) {
    Val a = c.fabs(x);
    Val big = c.fcmp("ogt", a, 0x1p30);
    Val z = c.fmul(a, a);
    Val small = c.fadd(a, c.fdiv(z, c.fadd(c.sqrt(c.fadd(z, 1)), 1)));
    return c.copysign(log1pPlusLog2Where(c, big, a, small), x);
  }

  /** log1p(t + sqrt(2 t + t^2)), t = x - 1; log x + log 2 where t^2 would overflow. */
  static Val acosh(Code c, Val x) {
    Val t = c.fsub(x, 1);
    Val big = c.fcmp("ogt", x, 0x1p30);
    Val small = c.fadd(t, c.sqrt(c.fma(t, t, c.fadd(t, t))));
    Val y = log1pPlusLog2Where(c, big, x, small);
    return c.select(c.fcmp("ult", x, 1), Double.NaN, y);
  }

  private static Val log1pPlusLog2Where(Code c, Val big, Val x, Val small) {
    Val y = log1p(c, c.select(big, x, small));
    return c.select(big, c.fadd(y, Math.log(2)), y);
  }

  /** log1p(2 x / (1 - x)) / 2 of |x|. */
  static Val atanh(Code c, Val x) {
    Val a = c.fabs(x);
    Val y = log1p(c, c.fdiv(c.fadd(a, a), c.fsub(1, a)));
    return c.copysign(c.fmul(y, 0.5), x);
  }
}
