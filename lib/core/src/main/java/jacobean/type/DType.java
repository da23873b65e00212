package jacobean.type;

import jacobean.error.DTypeException;

/**
 * The element types of arrays, named as JAX names them.
 *
 * <p>64-bit types are used only where a caller asks for them: literals and conversions give 32
 * bits, and no promotion makes 64 bits out of narrower types. See {@link Promotion}.
 *
 * {@snippet :
 * jnp.float16.itemsize() // => 2
 * }
 */
public enum DType {
  /** False and true, a byte each. */
  BOOL("bool", "bool", Kind.BOOL, 1),
  /** Integers from 0 to 255. */
  UINT8("uint8", "u8", Kind.UNSIGNED, 1),
  /** Integers from 0 to 65535. */
  UINT16("uint16", "u16", Kind.UNSIGNED, 2),
  /** Integers of 32 bits without a sign. */
  UINT32("uint32", "u32", Kind.UNSIGNED, 4),
  /** Integers of 64 bits without a sign. */
  UINT64("uint64", "u64", Kind.UNSIGNED, 8),
  /** Integers from -128 to 127. */
  INT8("int8", "i8", Kind.SIGNED, 1),
  /** Integers from -32768 to 32767. */
  INT16("int16", "i16", Kind.SIGNED, 2),
  /** Integers of 32 bits. */
  INT32("int32", "i32", Kind.SIGNED, 4),
  /** Integers of 64 bits. */
  INT64("int64", "i64", Kind.SIGNED, 8),
  /** Half precision: 3 digits, up to 65504. */
  FLOAT16("float16", "f16", Kind.FLOATING, 2),
  /** The range of float32 with 2 to 3 digits. */
  BFLOAT16("bfloat16", "bf16", Kind.FLOATING, 2),
  /** Single precision: 7 digits. */
  FLOAT32("float32", "f32", Kind.FLOATING, 4),
  /** Double precision: 16 digits. */
  FLOAT64("float64", "f64", Kind.FLOATING, 8),
  /** Complex numbers of two float32. */
  COMPLEX64("complex64", "c64", Kind.COMPLEX, 8),
  /** Complex numbers of two float64. */
  COMPLEX128("complex128", "c128", Kind.COMPLEX, 16);

  /** What sort of numbers a type holds. */
  public enum Kind {
    /** False and true. */
    BOOL,
    /** Integers without a sign. */
    UNSIGNED,
    /** Integers with a sign. */
    SIGNED,
    /** Real numbers. */
    FLOATING,
    /** Complex numbers. */
    COMPLEX
  }

  private final String label;
  private final String abbreviation;
  private final Kind kind;
  private final int bytes;

  DType(String label, String abbreviation, Kind kind, int bytes) {
    this.label = label;
    this.abbreviation = abbreviation;
    this.kind = kind;
    this.bytes = bytes;
  }

  /**
   * What sort of numbers it holds.
   *
   * {@snippet :
   * DType.INT8.kind() // => SIGNED
   * }
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Bytes per element.
   *
   * {@snippet :
   * DType.INT16.itemsize() // => 2
   * }
   */
  public int itemsize() {
    return bytes;
  }

  /**
   * The name in jaxprs, as in {@code f32[3]}.
   *
   * {@snippet :
   * DType.FLOAT32.abbreviation() // => f32
   * }
   */
  public String abbreviation() {
    return abbreviation;
  }

  /**
   * True for real floating types.
   *
   * {@snippet :
   * DType.FLOAT16.isFloating() // => true
   * }
   */
  public boolean isFloating() {
    return kind == Kind.FLOATING;
  }

  /**
   * True for complex types.
   *
   * {@snippet :
   * DType.COMPLEX64.isComplex() // => true
   * }
   */
  public boolean isComplex() {
    return kind == Kind.COMPLEX;
  }

  /**
   * True for real and complex floating types: those that derivatives are of.
   *
   * {@snippet :
   * DType.COMPLEX64.isInexact() // => true
   * }
   */
  public boolean isInexact() {
    return isFloating() || isComplex();
  }

  /**
   * The dtype of the parts of a complex type; of another type the type itself.
   *
   * {@snippet :
   * DType.COMPLEX64.component() // => float32
   * }
   */
  public DType component() {
    return this == COMPLEX64 ? FLOAT32 : this == COMPLEX128 ? FLOAT64 : this;
  }

  /**
   * True for signed and unsigned integers, not for bool.
   *
   * {@snippet :
   * DType.BOOL.isInteger() // => false
   * }
   */
  public boolean isInteger() {
    return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
  }

  /**
   * An integer reduced to this type's width, as a cast reduces it; only for bool and integers. A
   * uint64 is held in the long of the same bits, so that those from 2^63 on are negative longs.
   *
   * {@snippet :
   * DType.UINT8.wrap(257) // => 1
   * }
   *
   * @throws DTypeException if this is a floating or a complex type
   */
  public long wrap(long value) {
    int spare = 64 - 8 * bytes;
    return switch (kind) {
      case BOOL -> value != 0 ? 1 : 0;
      case UNSIGNED -> value << spare >>> spare;
      case SIGNED -> value << spare >> spare;
      case FLOATING, COMPLEX ->
          throw new DTypeException(
              "wrap: "
                  + label
                  + " is no integer type; wanted bool, int8 to int64 or uint8 to uint64.");
    };
  }

  /**
   * A real number rounded to this type's precision; only for floating types. The 16-bit types are
   * rounded from float32, in which their arithmetic is done.
   *
   * {@snippet :
   * DType.BFLOAT16.round(3.14159) // => 3.140625
   * }
   *
   * @throws DTypeException if this is no floating type
   */
  public double round(double value) {
    return switch (this) {
      case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16((float) value));
      case BFLOAT16 -> Bfloat16.toFloat(Bfloat16.of((float) value));
      case FLOAT32 -> (float) value;
      case FLOAT64 -> value;
      case BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64, COMPLEX64, COMPLEX128 ->
          throw new DTypeException(
              "round: "
                  + label
                  + " is no floating type; wanted float16, bfloat16, float32 or float64.");
    };
  }

  /**
   * Which of two integers of this type is greater; as {@link Long#compare}, unsigned for uint64.
   *
   * {@snippet :
   * DType.UINT64.compare(-1, 1) // => 1
   * }
   */
  public int compare(long a, long b) {
    return this == UINT64 ? Long.compareUnsigned(a, b) : Long.compare(a, b);
  }

  /**
   * The real number nearest to an integer of this type.
   *
   * {@snippet :
   * DType.UINT64.toReal(-1) // => 1.8446744073709552E19
   * }
   */
  public double toReal(long value) {
    return this == UINT64 && value < 0 ? ((value >>> 1) | (value & 1)) * 2.0 : value;
  }

  /**
   * A real number as an integer of this type: the fraction is dropped, what is beyond the type's
   * range becomes its least or greatest value, and NaN 0. Of bool, whether it is not 0.
   *
   * {@snippet :
   * DType.INT8.fromReal(300.7) // => 127
   * }
   *
   * @throws DTypeException if this is a complex type
   */
  public long fromReal(double value) {
    if (this == BOOL) {
      return value != 0 ? 1 : 0;
    }
    if (this == UINT64) {
      return value >= 0x1p64
          ? -1
          : value >= 0x1p63 ? (long) (value - 0x1p63) ^ Long.MIN_VALUE : Math.max(0, (long) value);
    }
    return Math.clamp((long) value, lowest().longValue(), highest().longValue());
  }

  /**
   * The least value, minus infinity for floating types: the start of a running maximum.
   *
   * {@snippet :
   * DType.INT8.lowest() // => -128
   * }
   *
   * @throws DTypeException if this is a complex type
   */
  public Number lowest() {
    return switch (kind) {
      case BOOL, UNSIGNED -> 0L;
      case SIGNED -> -1L << (8 * bytes - 1);
      case FLOATING -> Double.NEGATIVE_INFINITY;
      case COMPLEX -> throw unordered();
    };
  }

  /**
   * The greatest value, infinity for floating types: the start of a running minimum. That of uint64
   * is -1L, the long of its bits.
   *
   * {@snippet :
   * DType.INT8.highest() // => 127
   * }
   *
   * @throws DTypeException if this is a complex type
   */
  public Number highest() {
    return switch (kind) {
      case BOOL -> 1L;
      case UNSIGNED -> -1L >>> (64 - 8 * bytes);
      case SIGNED -> -1L >>> (65 - 8 * bytes);
      case FLOATING -> Double.POSITIVE_INFINITY;
      case COMPLEX -> throw unordered();
    };
  }

  private DTypeException unordered() {
    return new DTypeException(
        label
            + " has no order, so no least and no greatest number. Take jnp.real(x), jnp.imag(x) or jnp.abs(x) first.");
  }

  /**
   * The type with this name, as {@code float32}.
   *
   * {@snippet :
   * DType.named("int8") // => int8
   * }
   *
   * @throws DTypeException if there is none
   */
  public static DType named(String label) {
    for (var t : values()) {
      if (t.label.equals(label)) {
        return t;
      }
    }
    throw new DTypeException(
        "dtype: no dtype is named '"
            + label
            + "'; there are "
            + java.util.Arrays.toString(values())
            + ".");
  }

  @Override
  public String toString() {
    return label;
  }
}
