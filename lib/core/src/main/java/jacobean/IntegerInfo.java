package jacobean;

import jacobean.error.DTypeException;
import jacobean.type.DType;
import java.math.BigInteger;

/**
 * What an integer dtype can hold. {@code jnp.iinfo}.
 *
 * {@snippet :
 * jnp.iinfo(jnp.uint8).max() // => 255
 * }
 *
 * @param dtype the dtype
 * @param bits how many bits an element has
 * @param min the least number
 * @param max the greatest number; that of uint64 is greater than any {@code long}
 */
public record IntegerInfo(DType dtype, int bits, BigInteger min, BigInteger max) {
  static IntegerInfo of(DType type) {
    if (!type.isInteger()) {
      throw new DTypeException(
          "iinfo: " + type + " is no integer dtype; use jnp.finfo for floating ones.");
    }
    int bits = 8 * type.itemsize();
    boolean signed = type.kind() == DType.Kind.SIGNED;
    var count = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
    return new IntegerInfo(
        type, bits, signed ? count.negate() : BigInteger.ZERO, count.subtract(BigInteger.ONE));
  }
}
