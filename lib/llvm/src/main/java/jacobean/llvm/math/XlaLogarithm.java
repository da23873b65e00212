package jacobean.llvm.math;

import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;

/**
 * log(1 + x) of float32 rounded as XLA rounds it on CPUs, which {@link Logarithms#log1p} need not:
 * the bits of random normal numbers depend on it. The formulas and coefficients are those of S.
 * Moshier's Cephes library, which XLA has them from.
 */
final class XlaLogarithm {
  private static final double SQRT_2_MINUS_1 = 0.41421356237309504880;

  private XlaLogarithm() {}

  static Val log1p(Code c, Val x) {
    Val square = c.fmul(x, x);
    Val down =
        c.polynomial(
            x,
            6.0118660497603843919306E1,
            2.1642788614495947685003E2,
            3.0909872225312059774938E2,
            2.2176239823732856465394E2,
            8.3047565967967209469434E1,
            1.5062909083469192043167E1,
            1.0);
    Val up =
        c.polynomial(
            x,
            2.0039553499201281259648E1,
            5.7112963590585538103336E1,
            6.0949667980987787057556E1,
            2.9911919328553073277375E1,
            6.5787325942061044846969E0,
            4.9854102823193375972212E-1,
            4.5270000862445199635215E-5);
    Val rest = c.fmul(c.fmul(x, square), c.fdiv(up, down));
    Val small = c.fadd(x, c.fma(square, -0.5, rest));
    Val isSmall = c.fcmp("olt", c.fabs(x), SQRT_2_MINUS_1);
    return c.select(isSmall, small, log(c, c.fadd(x, 1)));
  }

  /** log x, where x = 2^e (1 + f) and 1 + f is between sqrt(1/2) and sqrt(2). */
  private static Val log(Code c, Val x) {
    Val bits = c.bits(x, Type.I32);
    Val m = c.bits(c.or(c.and(bits, 0x807fffff), 0x3f000000), Type.F32);
    Val e = c.toReal(c.sub(c.lshr(bits, 23), 126), Type.F32);
    Val low = c.fcmp("olt", m, Math.sqrt(0.5));
    e = c.select(low, c.fsub(e, 1), e);
    Val f = c.select(low, c.fadd(c.fsub(m, 1), m), c.fsub(m, 1));
    Val square = c.fmul(f, f);
    Val cube = c.fmul(square, f);
    Val p = c.polynomial(f, 1.1676998740E-1, -1.1514610310E-1, 7.0376836292E-2);
    Val q = c.polynomial(f, -1.6668057665E-1, 1.4249322787E-1, -1.2420140846E-1);
    Val r = c.polynomial(f, 3.3333331174E-1, -2.4999993993E-1, 2.0000714765E-1);
    Val y = c.fma(c.fma(c.fma(p, cube, q), cube, r), cube, c.fmul(e, Exponentials.LN2_LOW));
    Val z = c.fadd(c.fma(square, -0.5, f), y);
    Val result = c.fma(e, Exponentials.LN2_HIGH, z);
    Val positive = c.select(c.fcmp("oeq", x, 0), Double.NEGATIVE_INFINITY, result);
    return c.select(c.fcmp("ult", x, 0), Double.NaN, positive);
  }
}
