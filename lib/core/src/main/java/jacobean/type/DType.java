package jacobean.type;

import jacobean.error.DTypeException;

/**
 * The element types of arrays, named as JAX names them.
 *
 * <p>64-bit types are used only where a caller asks for them: literals and conversions give 32
 * bits, and no promotion makes 64 bits out of narrower types. See {@link Promotion}.
 */
public enum DType {
  BOOL("bool", "bool", Kind.BOOL, 1),
  UINT8("uint8", "u8", Kind.UNSIGNED, 1),
  UINT16("uint16", "u16", Kind.UNSIGNED, 2),
  UINT32("uint32", "u32", Kind.UNSIGNED, 4),
  UINT64("uint64", "u64", Kind.UNSIGNED, 8),
  INT8("int8", "i8", Kind.SIGNED, 1),
  INT16("int16", "i16", Kind.SIGNED, 2),
  INT32("int32", "i32", Kind.SIGNED, 4),
  INT64("int64", "i64", Kind.SIGNED, 8),
  FLOAT16("float16", "f16", Kind.FLOATING, 2),
  BFLOAT16("bfloat16", "bf16", Kind.FLOATING, 2),
  FLOAT32("float32", "f32", Kind.FLOATING, 4),
  FLOAT64("float64", "f64", Kind.FLOATING, 8),
  COMPLEX64("complex64", "c64", Kind.COMPLEX, 8),
  COMPLEX128("complex128", "c128", Kind.COMPLEX, 16);

  /** What sort of numbers a type holds. */
  public enum Kind {
    BOOL,
    UNSIGNED,
    SIGNED,
    FLOATING,
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

  public Kind kind() {
    return kind;
  }

  /** Bytes per element. */
  public int itemsize() {
    return bytes;
  }

  /** The name in jaxprs, as in {@code f32[3]}. */
  public String abbreviation() {
    return abbreviation;
  }

  public boolean isFloating() {
    return kind == Kind.FLOATING;
  }

  public boolean isComplex() {
    return kind == Kind.COMPLEX;
  }

  /** True for real and complex floating types: those that derivatives are of. */
  public boolean isInexact() {
    return isFloating() || isComplex();
  }

  /** The dtype of the parts of a complex type; of another type the type itself. */
  public DType component() {
    return this == COMPLEX64 ? FLOAT32 : this == COMPLEX128 ? FLOAT64 : this;
  }

  /** True for signed and unsigned integers, not for bool. */
  public boolean isInteger() {
    return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
  }

  /**
   * An integer reduced to this type's width, as a cast reduces it; only for bool and integers. A
   * uint64 is held in the long of the same bits, so that those from 2^63 on are negative longs.
   */
  public long wrap(long value) {
    int spare = 64 - 8 * bytes;
    return switch (kind) {
      case BOOL -> value != 0 ? 1 : 0;
      case UNSIGNED -> value << spare >>> spare;
      case SIGNED -> value << spare >> spare;
      case FLOATING, COMPLEX -> throw new IllegalArgumentException(label + " is no integer type");
    };
  }

  /**
   * A real number rounded to this type's precision; only for floating types. The 16-bit types are
   * rounded from float32, in which their arithmetic is done.
   */
  public double round(double value) {
    return switch (this) {
      case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16((float) value));
      case BFLOAT16 -> Bfloat16.toFloat(Bfloat16.of((float) value));
      case FLOAT32 -> (float) value;
      case FLOAT64 -> value;
      case BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64, COMPLEX64, COMPLEX128 ->
          throw new IllegalArgumentException(label + " is no floating type");
    };
  }

  /**
   * Which of two integers of this type is greater; as {@link Long#compare}, unsigned for uint64.
   */
  public int compare(long a, long b) {
    return this == UINT64 ? Long.compareUnsigned(a, b) : Long.compare(a, b);
  }

  /** The real number nearest to an integer of this type. */
  public double toReal(long value) {
    return this == UINT64 && value < 0 ? ((value >>> 1) | (value & 1)) * 2.0 : value;
  }

  /**
   * A real number as an integer of this type: the fraction is dropped, what is beyond the type's
   * range becomes its least or greatest value, and NaN 0. Of bool, whether it is not 0.
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

  /** The least value, minus infinity for floating types: the start of a running maximum. */
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

  /** The type with this name, as {@code float32}. */
  public static DType named(String label) {
    for (var t : values()) {
      if (t.label.equals(label)) {
        return t;
      }
    }
    throw new IllegalArgumentException(
        "no dtype is named '" + label + "'; there are " + java.util.Arrays.toString(values()));
  }

  @Override
  public String toString() {
    return label;
  }
}
