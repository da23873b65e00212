package jacobean.llvm.math;

import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * sin, cos, tan and their inverses, in float32 without branches. The polynomials were fitted by
 * src/fit/minimax.py.
 *
 * <p>The reduction by multiples of pi/2 is exact for every float, up to 3e38: x = M 2^e with M of
 * 24 bits and e not negative (for |x| below 2^24, e = 0 and M = x), and a table holds 2^e 2/pi
 * modulo 4 in two parts for each e. The first has 29 bits, so its product with M is exact in a
 * double, and what is a multiple of 4 falls away (M. Payne, R. Hanek, with a table instead of long
 * arithmetic).
 */
final class Trigonometry {
  private static final int EXPONENTS = 105;
  private static final double MAGIC = 0x1.8p52;
  private static final String TABLE = "@two_over_pi";

  /** The bits of 2/pi after the binary point, in groups of 24. */
  private static final String TWO_OVER_PI =
      "A2F9836E4E441529FC2757D1F534DDC0DB6295993C439041FE5163ABDEBBC561B7";

  private Trigonometry() {}

  /** The table's definition: for each e two doubles whose sum is 2^e 2/pi modulo 4. */
  static String table() {
    int fractionBits = TWO_OVER_PI.length() * 4;
    BigInteger bits = new BigInteger(TWO_OVER_PI, 16);
    List<String> entries = new ArrayList<>();
    for (int e = 0; e < EXPONENTS; e++) {
      // 2^e 2/pi modulo 4: two bits before the point, the others after it.
      int after = fractionBits - e;
      BigInteger rest = bits.mod(BigInteger.ONE.shiftLeft(after + 2));
      int low = after - 27;
      BigInteger first = rest.shiftRight(low).shiftLeft(low);
      entries.add("double " + Val.real(Type.F64, real(first, after)));
      entries.add("double " + Val.real(Type.F64, real(rest.subtract(first), after)));
    }
    return TABLE
        + " = private unnamed_addr constant ["
        + entries.size()
        + " x double] ["
        + String.join(", ", entries)
        + "], align 64\n";
  }

  private static double real(BigInteger numerator, int denominatorBits) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(BigInteger.ONE.shiftLeft(denominatorBits)))
        .doubleValue();
  }

  /** x = (quadrant + 4 k) pi/2 + rest. */
  private record Reduced(Val quadrant, Val rest) {}

  private static Reduced reduce(Code c, Val x) {
    Val biased = c.and(c.lshr(c.bits(x, Type.I32), 23), 255);
    Val wanted = c.sub(biased, 127 + 23);
    Val raised = c.select(c.icmp("slt", wanted, 0), Val.integer(Type.I32, 0), wanted);
    Val e =
        c.select(
            c.icmp("sgt", raised, EXPONENTS - 1), Val.integer(Type.I32, EXPONENTS - 1), raised);
    Val power =
        c.bits(
            c.shl(c.convert("zext", c.sub(Val.integer(Type.I32, 1023), e), Type.I64), 52),
            Type.F64);
    Val m = c.fmul(c.convert("fpext", x, Type.F64), power);
    Val at = c.convert("zext", c.shl(e, 1), Type.I64);
    Val product = c.fmul(m, element(c, at));
    Val shifted = c.fadd(product, MAGIC);
    Val fraction = c.fma(m, element(c, c.add(at, 1)), c.fsub(product, c.fsub(shifted, MAGIC)));
    Val quadrant = c.convert("trunc", c.bits(shifted, Type.I64), Type.I32);
    return new Reduced(quadrant, c.convert("fptrunc", c.fmul(fraction, Math.PI / 2), Type.F32));
  }

  private static Val element(Code c, Val index) {
    Val at = c.pure(Type.PTR, "getelementptr inbounds double, ptr " + TABLE + ", " + index.typed());
    return c.pure(Type.F64, "load double, " + at.typed() + ", !invariant.load !{}");
  }

  private static Val sinOfRest(Code c, Val r) {
    Val z = c.fmul(r, r);
    Val p =
        c.polynomial(
            z,
            -0.1666666716337204,
            0.008333329111337662,
            -0.00019839312881231308,
            2.7181215500604594e-06);
    return c.fma(c.fmul(r, z), p, r);
  }

  private static Val cosOfRest(Code c, Val r) {
    Val z = c.fmul(r, r);
    Val p =
        c.polynomial(
            z,
            0.0416666679084301,
            -0.0013888883404433727,
            2.4799459424684756e-05,
            -2.7205754804526805e-07);
    return c.fma(c.fmul(z, z), p, c.fma(z, -0.5, 1));
  }

  private static Val sine(Code c, Val rest, Val quadrant) {
    Val odd = c.icmp("ne", c.and(quadrant, 1), 0);
    Val y = c.select(odd, cosOfRest(c, rest), sinOfRest(c, rest));
    Val sign = c.shl(c.and(quadrant, 2), 30);
    return c.bits(c.xor(c.bits(y, Type.I32), sign), Type.F32);
  }

  static Val sin(Code c, Val x) {
    Reduced r = reduce(c, x);
    return c.select(c.fcmp("oeq", x, 0), x, sine(c, r.rest, r.quadrant));
  }

  static Val cos(Code c, Val x) {
    Reduced r = reduce(c, x);
    return sine(c, r.rest, c.add(r.quadrant, 1));
  }

  static Val tan(Code c, Val x) {
    Reduced r = reduce(c, x);
    Val s = sinOfRest(c, r.rest);
    Val k = cosOfRest(c, r.rest);
    Val odd = c.icmp("ne", c.and(r.quadrant, 1), 0);
    Val y = c.fdiv(c.select(odd, c.fneg(k), s), c.select(odd, s, k));
    return c.select(c.fcmp("oeq", x, 0), x, y);
  }

  private static final double HALF_PI_LOW = Math.PI / 2 - (float) (Math.PI / 2);

  /**
   * For |x| at most 1/2 asin |x|, above it asin sqrt((1 - |x|) / 2), of which acos |x| is twice as
   * much.
   */
  private static Val asinOrHalfAcos(Code c, Val a, Val big) {
    Val z = c.select(big, c.fmul(c.fsub(1, a), Val.real(Type.F32, 0.5)), c.fmul(a, a));
    Val s = c.select(big, c.sqrt(z), a);
    Val p =
        c.polynomial(
            z,
            0.16666659712791443,
            0.07500503957271576,
            0.04451695457100868,
            0.03180772811174393,
            0.014438576996326447,
            0.03751648589968681);
    return c.fma(c.fmul(s, z), p, s);
  }

  /** pi/2 - y, for a y whose own error is small. */
  private static Val fromHalfPi(Code c, Val y) {
    return c.fsub(Math.PI / 2, c.fsub(y, HALF_PI_LOW));
  }

  static Val asin(Code c, Val x) {
    Val a = c.fabs(x);
    Val big = c.fcmp("ogt", a, 0.5);
    Val y = asinOrHalfAcos(c, a, big);
    return c.copysign(c.select(big, fromHalfPi(c, c.fadd(y, y)), y), x);
  }

  static Val acos(Code c, Val x) {
    Val a = c.fabs(x);
    Val big = c.fcmp("ogt", a, 0.5);
    Val y = asinOrHalfAcos(c, a, big);
    Val twice = c.fadd(y, y);
    Val reflected = c.fsub(Math.PI, c.fsub(twice, 2 * HALF_PI_LOW));
    Val atBig = c.select(c.fcmp("olt", x, 0), reflected, twice);
    return c.select(big, atBig, fromHalfPi(c, c.copysign(y, x)));
  }

  /** atan t for t from 0 to 1. */
  private static Val atanOfUnit(Code c, Val t) {
    Val z = c.fmul(t, t);
    Val p =
        c.polynomial(
            z,
            -0.333333283662796,
            0.1999967098236084,
            -0.14279833436012268,
            0.11058223992586136,
            -0.08811090886592865,
            0.06741594523191452,
            -0.04468988999724388,
            0.022539814934134483,
            -0.007317928597331047,
            0.0011137825204059482);
    return c.fma(c.fmul(t, z), p, t);
  }

  static Val atan(Code c, Val x) {
    Val a = c.fabs(x);
    Val big = c.fcmp("ogt", a, 1);
    Val y = atanOfUnit(c, c.select(big, c.fdiv(1, a), a));
    return c.copysign(c.select(big, fromHalfPi(c, y), y), x);
  }

  static Val atan2(Code c, Val y, Val x) {
    Val a = c.fabs(y);
    Val b = c.fabs(x);
    Val steep = c.fcmp("ogt", a, b);
    Val less = c.select(steep, b, a);
    Val more = c.select(steep, a, b);
    // 0/0 counts as 0, infinity/infinity as 1.
    Val t = c.select(c.fcmp("oeq", less, more), 1, c.fdiv(less, more));
    t = c.select(c.fcmp("oeq", more, 0), 0, t);
    Val p = atanOfUnit(c, t);
    p = c.select(steep, fromHalfPi(c, p), p);
    Val left = c.icmp("slt", c.bits(x, Type.I32), 0);
    p = c.select(left, c.fsub(Math.PI, c.fsub(p, 2 * HALF_PI_LOW)), p);
    return c.select(c.fcmp("uno", x, y), c.fadd(x, y), c.copysign(p, y));
  }
}
