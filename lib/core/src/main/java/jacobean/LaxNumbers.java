package jacobean;

import jacobean.error.DTypeException;
import jacobean.op.Bitwise;
import jacobean.op.ComplexNumbers;
import jacobean.op.Conversion;
import jacobean.op.ReducePrecision;
import jacobean.type.DType;

/** The part of {@link lax} about what numbers are made of: complex parts, bits, rounding. */
abstract sealed class LaxNumbers extends LaxPlaces permits LaxArrays {

  // --- Complex numbers ---

  /**
   * {@code x + iy} of real floating arrays of one shape and dtype. {@code lax.complex}.
   *
   * {@snippet :
   * lax.complex(jnp.array(1.), jnp.array(2.)) // => (1+2j)
   * }
   */
  public static Array complex(Array x, Array y) {
    return Array.of(ComplexNumbers.complex(x.value(), y.value()));
  }

  /**
   * The complex conjugate, complex also of a real array. {@code lax.conj}.
   *
   * {@snippet :
   * lax.conj(jnp.complex(1, 2)) // => (1-2j)
   * }
   *
   * @throws DTypeException if the array is of integers or bools
   */
  public static Array conj(Array x) {
    if (x.dtype().isComplex()) {
      return Array.of(ComplexNumbers.conj(x.value()));
    }
    return complex(x, fullLike(x, 0));
  }

  /**
   * The real part of a complex array. {@code lax.real}.
   *
   * {@snippet :
   * lax.real(jnp.complex(1, 2)) // => 1.0
   * }
   *
   * @throws DTypeException if it is not complex; {@code jnp.real} takes any
   */
  public static Array real(Array x) {
    return Array.of(ComplexNumbers.real(wantComplex("real", x).value()));
  }

  /**
   * The imaginary part of a complex array. {@code lax.imag}.
   *
   * {@snippet :
   * lax.imag(jnp.complex(1, 2)) // => 2.0
   * }
   *
   * @throws DTypeException if it is not complex; {@code jnp.imag} takes any
   */
  public static Array imag(Array x) {
    return Array.of(ComplexNumbers.imag(wantComplex("imag", x).value()));
  }

  private static Array wantComplex(String operation, Array x) {
    if (!x.dtype().isComplex()) {
      throw new DTypeException(
          operation
              + ": wanted a complex array, got "
              + x.aval()
              + ". jnp."
              + operation
              + " takes real ones, too.");
    }
    return x;
  }

  // --- Bits and rounding ---

  /**
   * The dtype of an array. {@code lax.dtype}.
   *
   * {@snippet :
   * lax.dtype(jnp.array(1, 2)) // => int32
   * }
   */
  public static DType dtype(Array x) {
    return x.dtype();
  }

  /**
   * The nearest integer. {@code lax.round}.
   *
   * {@snippet :
   * lax.round(jnp.array(0.5, 2.5), RoundingMethod.TO_NEAREST_EVEN) // => [0. 2.]
   * }
   */
  public static Array round(Array x, RoundingMethod method) {
    return switch (method) {
      case AWAY_FROM_ZERO -> round(x);
      case TO_NEAREST_EVEN -> jnp.rint(x);
    };
  }

  /**
   * Numbers rounded to those of a format with so many bits for exponents and mantissas, in the
   * dtype that they have. {@code lax.reduce_precision}.
   *
   * {@snippet :
   * lax.reducePrecision(jnp.array(1.01, 100000.), 5, 10) // => [1.0097656 inf]
   * }
   *
   * @throws DTypeException if the array is not floating, or a number of bits is no such
   */
  public static Array reducePrecision(Array x, int exponentBits, int mantissaBits) {
    return Array.of(ReducePrecision.reducePrecision(x.value(), exponentBits, mantissaBits));
  }

  /**
   * The upper half of the bits of the product of integers, which is as wide as both together.
   * {@code lax.mulhi}.
   *
   * {@snippet :
   * lax.mulhi(jnp.array(1 << 30), jnp.array(12)) // => 3
   * }
   *
   * @throws DTypeException if the dtypes differ or are no integers
   * @throws jacobean.error.ShapeException if the shapes differ
   */
  public static Array mulhi(Array x, Array y) {
    var type = x.dtype();
    if (!type.isInteger() || y.dtype() != type) {
      throw new DTypeException(
          "mulhi: wanted integers of one dtype, got " + x.aval() + " and " + y.aval() + ".");
    }
    boolean signed = type.kind() == DType.Kind.SIGNED;
    if (type.itemsize() == 8) {
      return wideProduct(x, y, signed);
    }
    var wide = signed ? DType.INT64 : DType.UINT64;
    var product = mul(convertElementType(x, wide), convertElementType(y, wide));
    return convertElementType(shiftRightLogical(product, 8 * type.itemsize()), type);
  }

  /** The schoolbook product in halves of 32 bits; its sums do not overflow. */
  private static Array wideProduct(Array x, Array y, boolean signed) {
    var low = x.dtype() == DType.UINT64 ? like(0xFFFF_FFFFL, x) : like(0xFFFF_FFFFL, y);
    var x0 = bitwiseAnd(x, low);
    var y0 = bitwiseAnd(y, low);
    var x1 = high(x, signed);
    var y1 = high(y, signed);
    var carried = add(mul(x1, y0), shiftRightLogical(mul(x0, y0), 32));
    var middle = add(mul(x0, y1), bitwiseAnd(carried, low));
    return add(add(mul(x1, y1), high(carried, signed)), high(middle, signed));
  }

  private static Array high(Array x, boolean signed) {
    return signed ? shiftRightArithmetic(x, 32) : shiftRightLogical(x, 32);
  }

  /**
   * Over these axes whether an odd number of elements is true; bitwise of integers. {@code
   * lax.reduce_xor}.
   *
   * {@snippet :
   * lax.reduceXor(jnp.array(6, 3), 0) // => 5
   * }
   *
   * @throws DTypeException if the array is floating
   * @throws jacobean.error.ShapeException if an axis is out of bounds
   */
  public static Array reduceXor(Array x, int... axes) {
    if (x.dtype().isInexact()) {
      throw new DTypeException("reduceXor: wanted integers or bools, got " + x.aval() + ".");
    }
    var none = Array.of(Conversion.convert(jnp.asarray(0).value(), x.dtype()));
    return reduce(x, none, (a, b) -> Array.of(Bitwise.xor(a.value(), b.value())), axes);
  }
}
