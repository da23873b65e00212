package jacobean;

import jacobean.error.DTypeException;
import jacobean.op.Floats;
import jacobean.type.DType;

/**
 * What a floating dtype can hold. {@code jnp.finfo}.
 *
 * {@snippet :
 * jnp.finfo(jnp.float16).max() // => 65504.0
 * }
 *
 * @param dtype the dtype; of a complex one that of its parts
 * @param bits how many bits an element has
 * @param max the greatest finite number
 * @param min the least finite number
 * @param eps the distance from 1 to the next greater number
 * @param epsneg the distance from 1 to the next smaller number
 * @param tiny the smallest positive number of full precision
 * @param smallestSubnormal the smallest positive number
 * @param nmant how many bits the mantissa has after the leading one
 * @param nexp how many bits the exponent has
 * @param minexp the exponent of {@code tiny}
 * @param maxexp the first exponent of 2 that is too great
 * @param precision how many decimal digits are kept
 * @param resolution 10 to the power of minus precision
 */
public record FloatInfo(
    DType dtype,
    int bits,
    double max,
    double min,
    double eps,
    double epsneg,
    double tiny,
    double smallestSubnormal,
    int nmant,
    int nexp,
    int minexp,
    int maxexp,
    int precision,
    double resolution) {

  static FloatInfo of(DType type) {
    if (!type.isInexact()) {
      throw new DTypeException(
          "finfo: " + type + " is no floating dtype; use jnp.iinfo for integers.");
    }
    var part = type.component();
    int bits = 8 * part.itemsize();
    int nmant = Floats.mantissaBits(part);
    int nexp = bits - 1 - nmant;
    int maxexp = 1 << (nexp - 1);
    int minexp = 2 - maxexp;
    double max = Floats.greatest(part);
    int precision = (int) Math.floor((nmant) * Math.log10(2));
    return new FloatInfo(
        part,
        bits,
        max,
        -max,
        Math.scalb(1., -nmant),
        Math.scalb(1., -nmant - 1),
        Math.scalb(1., minexp),
        Math.scalb(1., minexp - nmant),
        nmant,
        nexp,
        minexp,
        maxexp,
        precision,
        Math.pow(10, -precision));
  }

  /**
   * {@link #tiny}.
   *
   * {@snippet :
   * jnp.finfo(jnp.float32).smallestNormal() // => 1.1754943508222875E-38
   * }
   */
  public double smallestNormal() {
    return tiny;
  }
}
