package jacobean;

import jacobean.error.DTypeException;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;

/**
 * Samplers that use more random bits, so that rare events have their right frequency: what {@code
 * mode} names in {@code gumbel}, {@code bernoulli} and {@code categorical}.
 */
final class PreciseSamplers {
  private PreciseSamplers() {}

  private static final Sampler GUMBEL_HIGH =
      Sampler.of(
          "gumbel",
          (key, p, shape, dtype) -> {
            var info = FloatInfo.of(dtype);
            var u = ContinuousSamplers.unit(key, shape.insert(0, 2), dtype);
            var fine = u.get(1).times(Math.scalb(1., -info.nmant())).plus(info.tiny());
            var high = u.get(0);
            return ofUniform(jnp.where(high.ge(0.5), high, high.plus(fine)));
          });

  private static final Sampler GUMBEL_HIGHEST =
      Sampler.of(
          "gumbel",
          (key, p, shape, dtype) -> {
            if (dtype != DType.FLOAT32) {
              return GUMBEL_HIGH.draw(key, shape, dtype);
            }
            var bits = random.bits(key, shape.insert(0, 2));
            var small = bits.get(0).lt(unsigned(1L << 31));
            // 1 - bits as numbers of 64 bits: of each the shorter one is taken.
            var inverse = jnp.bitwiseNot(bits);
            var carry = inverse.get(1).eq(unsigned(0xffffffffL)).astype(DType.UINT32);
            var rest = inverse.plus(jnp.stack(List.of(carry, jnp.onesLike(carry))));
            var x = fraction(jnp.where(small, bits, rest));
            return jnp.where(small, ofUniform(x), negativeLog(negativeLog(x)));
          });

  private static final Sampler BERNOULLI_HIGH =
      Sampler.of(
          "bernoulli",
          (key, p, shape, dtype) -> {
            var u = ContinuousSamplers.unit(key, shape.insert(0, 2), dtype);
            var fine = u.get(1).times(Math.scalb(1., -FloatInfo.of(dtype).nmant()));
            return fine.lt(p.getFirst().minus(u.get(0)));
          });

  /** The Gumbel sampler of a mode. */
  static Sampler gumbel(String mode) {
    return switch (mode) {
      case "low" -> ContinuousSamplers.GUMBEL;
      case "high" -> GUMBEL_HIGH;
      case "highest" -> GUMBEL_HIGHEST;
      default -> throw unknown("gumbel", mode, "low, high or highest");
    };
  }

  /** The Bernoulli sampler of a mode. */
  static Sampler bernoulli(String mode) {
    return switch (mode) {
      case "low" -> RandomCounts.BERNOULLI;
      case "high" -> BERNOULLI_HIGH;
      default -> throw unknown("bernoulli", mode, "low or high");
    };
  }

  private static DTypeException unknown(String function, String mode, String wanted) {
    return new DTypeException(
        "random." + function + ": got mode '" + mode + "', wanted " + wanted + ".");
  }

  private static Array ofUniform(Array x) {
    return negativeLog(jnp.negative(jnp.log1p(jnp.negative(x))));
  }

  private static Array negativeLog(Array x) {
    return jnp.negative(jnp.log(x));
  }

  /** [2, ...] words of a binary fraction, the high ones first, as float32 with all its digits. */
  private static Array fraction(Array words) {
    var high = words.get(0);
    var low = words.get(1);
    var zeros = lax.clz(words);
    var highZeros = zeros.get(0);
    var lowZeros = zeros.get(1);
    var none = highZeros.eq(unsigned(32));
    var below =
        jnp.where(
            none,
            lax.shiftLeft(low, lowZeros),
            lax.shiftRightLogical(low, unsigned(32).minus(highZeros)));
    var digits = jnp.bitwiseOr(lax.shiftLeft(high, highZeros), below);
    var mantissa =
        jnp.bitwiseAnd(lax.shiftRightLogical(digits, filled(digits, 8)), unsigned((1 << 23) - 1));
    var exponent = unsigned(126).minus(jnp.where(none, lowZeros.plus(unsigned(32)), highZeros));
    var shifted =
        jnp.bitwiseAnd(
            lax.shiftLeft(exponent, filled(exponent, 23)), unsigned((1L << 30) - (1L << 22)));
    return lax.bitcastConvertType(jnp.bitwiseOr(shifted, mantissa), DType.FLOAT32);
  }

  private static Array unsigned(long value) {
    return jnp.full(Shape.SCALAR, value, DType.UINT32);
  }

  private static Array filled(Array like, int value) {
    return jnp.fullLike(like, value, DType.UINT32);
  }
}
