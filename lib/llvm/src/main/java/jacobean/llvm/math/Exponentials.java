package jacobean.llvm.math;

import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import java.util.function.UnaryOperator;

/**
 * exp, exp2, expm1 and what is made of them, in float32 without branches, so that LLVM vectorizes
 * the loops they are in.
 *
 * <p>x = n ln 2 + r with |r| at most ln 2 / 2, so that e^x = 2^n e^r, where a polynomial serves for
 * e^r. The polynomials were fitted by src/fit/minimax.py.
 */
final class Exponentials {
  static final double LOG2_E = 1.4426950408889634;

  /** ln 2 in two parts; n times the first is exact for every n in use (W. J. Cody, W. Waite). */
  static final double LN2_HIGH = 0.693359375;

  static final double LN2_LOW = -2.12194440054690583e-4;

  /** Adding it rounds a float to an integer, which then is in the low bits. */
  private static final float MAGIC = 0x1.8p23f;

  private Exponentials() {}

  /** An integer, as a real and as an i32, and the rest of what was split. */
  private record Split(Val n, Val integer, Val rest) {}

  /** n and r of x = n + r. */
  private static Split byOne(Code c, Val x) {
    return withRest(c, c.fadd(x, MAGIC), n -> c.fsub(x, n));
  }

  /** n and r of x = n ln 2 + r. */
  private static Split byLn2(Code c, Val x) {
    return withRest(
        c,
        c.fma(x, LOG2_E, Val.real(Type.F32, MAGIC)),
        n -> c.fma(n, -LN2_LOW, c.fma(n, -LN2_HIGH, x)));
  }

  private static Split withRest(Code c, Val shifted, UnaryOperator<Val> rest) {
    Val n = c.fsub(shifted, MAGIC);
    Val integer = c.sub(c.bits(shifted, Type.I32), Float.floatToRawIntBits(MAGIC));
    return new Split(n, integer, rest.apply(n));
  }

  /** x between two bounds, or NaN. */
  static Val clamp(Code c, Val x, double low, double high) {
    Val least = Val.real(x.type(), low);
    Val most = Val.real(x.type(), high);
    Val raised = c.select(c.fcmp("olt", x, least), least, x);
    return c.select(c.fcmp("ogt", raised, most), most, raised);
  }

  /** 2^n of an integer in [-126, 127]. */
  static Val power2(Code c, Val n) {
    return c.bits(c.shl(c.add(n, 127), 23), Type.F32);
  }

  /** p * 2^n in two steps, so that neither factor overflows where the product does not. */
  private static Val scale(Code c, Val p, Val n) {
    Val half = c.ashr(n, 1);
    return c.fmul(c.fmul(p, power2(c, half)), power2(c, c.sub(n, half)));
  }

  static Val exp(Code c, Val x) {
    return expTimesPower2(c, x, 0);
  }

  /** e^x 2^k, where e^x alone may overflow. */
  static Val expTimesPower2(Code c, Val x, int k) {
    Split s = byLn2(c, clamp(c, x, -104, 89.5));
    Val q =
        c.polynomial(
            s.rest,
            0.4999999403953552,
            0.1666652113199234,
            0.04166838899254799,
            0.008368710055947304,
            0.0013814615085721016);
    Val p = c.fadd(c.fma(c.fmul(s.rest, s.rest), q, s.rest), 1);
    return scale(c, p, c.add(s.integer, k));
  }

  static Val exp2(Code c, Val x) {
    Val bounded = clamp(c, x, -151, 129);
    Split s = byOne(c, bounded);
    Val q =
        c.polynomial(
            s.rest,
            0.6931471824645996,
            0.24022650718688965,
            0.055504005402326584,
            0.009618056938052177,
            0.0013341951416805387,
            0.00015461367729585618,
            1.335974047833588e-05);
    return scale(c, c.fma(s.rest, q, 1), s.integer);
  }

  /** (e^x - 1) / 2^k, k at least 1, without regard for the sign of zero. */
  private static Val expm1OverPower2(Code c, Val x, int k) {
    Split s = byLn2(c, clamp(c, x, -40, 89.5));
    Val q =
        c.polynomial(
            s.rest,
            0.5,
            0.1666666716337204,
            0.04166632890701294,
            0.008333220146596432,
            0.001394319930113852,
            0.0001996219507418573);
    Val p = c.fma(c.fmul(s.rest, s.rest), q, s.rest);
    Val t = power2(c, c.sub(s.integer, k));
    return c.fma(p, t, c.fsub(t, Math.scalb(1.0, -k)));
  }

  static Val expm1(Code c, Val x) {
    return c.copysign(c.fmul(expm1OverPower2(c, x, 2), 4), x);
  }

  /** tanh |x| = -h / (1 + h), where h = (e^(-2|x|) - 1) / 2. */
  static Val tanh(Code c, Val x) {
    Val h = expm1OverPower2(c, c.fmul(c.fabs(x), -2), 1);
    return c.copysign(c.fdiv(h, c.fadd(h, 1)), x);
  }

  /** sinh |x| = h + h / (2 h + 1), where h = (e^|x| - 1) / 2. */
  static Val sinh(Code c, Val x) {
    Val h = c.fmul(expm1OverPower2(c, c.fabs(x), 2), 2);
    Val y = c.fadd(h, c.fdiv(h, c.fma(h, 2, 1)));
    Val infinite = c.fcmp("oeq", h, Double.POSITIVE_INFINITY);
    return c.copysign(c.select(infinite, h, y), x);
  }

  /** cosh x = e + 1 / (4 e), where e = e^|x| / 2. */
  static Val cosh(Code c, Val x) {
    Val e = expTimesPower2(c, c.fabs(x), -1);
    return c.fadd(e, c.fdiv(0.25, e));
  }

  /** 1 / (1 + e^-x), as e^x / (1 + e^x) where x is negative. */
  static Val logistic(Code c, Val x) {
    Val e = exp(c, c.fneg(c.fabs(x)));
    Val positive = c.fcmp("oge", x, 0);
    return c.fdiv(c.select(positive, 1, e), c.fadd(e, 1));
  }
}
