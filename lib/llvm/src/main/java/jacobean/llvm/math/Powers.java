package jacobean.llvm.math;

import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;

/** Powers and roots, without branches; for float32 the middle steps are in float64. */
final class Powers {
  private static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;
  private static final double MAGIC = 0x1.8p52;

  private Powers() {}

  static Val rsqrt(Code c, Val x) {
    return c.fdiv(1, c.sqrt(x));
  }

  /** x^y = 2^(y log2 |x|), with C's values at zeros, infinities and NaN. */
  static Val pow(Code c, Val x, Val y) {
    Val a = c.convert("fpext", c.fabs(x), Type.F64);
    Val e = c.convert("fpext", y, Type.F64);
    Val power = c.convert("fptrunc", exp2(c, c.fmul(e, log2(c, a))), Type.F32);
    Val whole = c.fcmp("oeq", c.intrinsic("trunc", y), y);
    Val half = c.fmul(y, 0.5);
    Val odd = c.and(whole, c.fcmp("one", c.intrinsic("trunc", half), half));
    Val negative = c.icmp("slt", c.bits(x, Type.I32), 0);
    power = c.select(c.and(negative, odd), c.fneg(power), power);
    Val below = c.and(c.fcmp("olt", x, 0), c.fcmp("one", x, Double.NEGATIVE_INFINITY));
    power = c.select(c.and(below, c.not(whole)), Double.NaN, power);
    Val unit =
        c.and(c.fcmp("oeq", c.fabs(x), 1), c.fcmp("oeq", c.fabs(y), Double.POSITIVE_INFINITY));
    Val one = c.or(unit, c.or(c.fcmp("oeq", x, 1), c.fcmp("oeq", y, 0)));
    return c.select(one, 1, power);
  }

  /** log2 of a float64 that is 0 or came from a float32. */
  private static Val log2(Code c, Val x) {
    Val i = c.sub(c.bits(x, Type.I64), SQRT_HALF_BITS);
    Val m = c.bits(c.add(c.and(i, 0xfffffffffffffL), SQRT_HALF_BITS), Type.F64);
    Val s = c.fdiv(c.fsub(m, 1), c.fadd(m, 1));
    Val p =
        c.polynomial(
            c.fmul(s, s),
            2.885390081777927,
            0.9617966939243141,
            0.5770780172546954,
            0.41219840079964565,
            0.32061647228604495,
            0.26144163739655857,
            0.2429464627366823);
    // The exponent goes through i32, because few machines convert vectors of i64.
    Val exponent = c.convert("trunc", c.ashr(i, 52), Type.I32);
    Val y = c.fma(s, p, c.toReal(exponent, Type.F64));
    Val finite = c.select(c.fcmp("oeq", x, Double.POSITIVE_INFINITY), x, y);
    Val known = c.select(c.fcmp("uno", x, x), x, finite);
    return c.select(c.fcmp("oeq", x, 0), Double.NEGATIVE_INFINITY, known);
  }

  /** 2^x of a float64 whose result is to be a float32: 0 below, infinity above that range. */
  private static Val exp2(Code c, Val x) {
    Val bounded = Exponentials.clamp(c, x, -200, 200);
    Val shifted = c.fadd(bounded, MAGIC);
    Val r = c.fsub(bounded, c.fsub(shifted, MAGIC));
    Val p =
        c.polynomial(
            r,
            0.9999999999997623,
            0.6931471805465144,
            0.24022650698880813,
            0.05550410939341736,
            0.009618128542794925,
            0.0013333452061954079,
            0.00015403851782515575,
            1.53097375285691e-05,
            1.317585271165849e-06);
    return c.fmul(p, c.bits(c.shl(c.add(c.bits(shifted, Type.I64), 1023), 52), Type.F64));
  }

  /** A first guess from the bits, then two steps of Halley's method. */
  static Val cbrt(Code c, Val x) {
    Val a = c.fabs(x);
    Val denormal = c.fcmp("olt", a, 0x1p-126);
    Val normal = c.select(denormal, c.fmul(a, 0x1p24), a);
    Val third =
        c.add(c.integer("udiv", c.bits(normal, Type.I32), Val.integer(Type.I32, 3)), 0x2a5119f2);
    Val target = c.convert("fpext", normal, Type.F64);
    Val t = c.convert("fpext", c.bits(third, Type.F32), Type.F64);
    for (int step = 0; step < 2; step++) {
      Val cube = c.fmul(c.fmul(t, t), t);
      Val up = c.fadd(cube, c.fadd(target, target));
      Val down = c.fadd(c.fadd(cube, cube), target);
      t = c.fmul(t, c.fdiv(up, down));
    }
    Val y = c.convert("fptrunc", c.select(denormal, c.fmul(t, 0x1p-8), t), Type.F32);
    Val ordinary = c.and(c.fcmp("one", x, 0), c.fcmp("one", a, Double.POSITIVE_INFINITY));
    return c.select(ordinary, c.copysign(y, x), x);
  }
}
