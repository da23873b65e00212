package jacobean.type;

/**
 * The element types of arrays, named as JAX names them.
 *
 * <p>64-bit types are used only where a caller asks for them: literals and conversions give 32 bits,
 * and no promotion makes 64 bits out of narrower types. See {@link Promotion}.
 */
public enum DType {
  BOOL("bool", "bool", Kind.BOOL, 1),
  UINT32("uint32", "u32", Kind.UNSIGNED, 4),
  INT32("int32", "i32", Kind.SIGNED, 4),
  INT64("int64", "i64", Kind.SIGNED, 8),
  FLOAT32("float32", "f32", Kind.FLOATING, 4),
  FLOAT64("float64", "f64", Kind.FLOATING, 8);

  /** What sort of numbers a type holds. */
  public enum Kind {
    BOOL,
    UNSIGNED,
    SIGNED,
    FLOATING
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

  /** True for signed and unsigned integers, not for bool. */
  public boolean isInteger() {
    return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
  }

  /** An integer reduced to this type's width, as a cast reduces it; only for bool and integers. */
  public long wrap(long value) {
    return switch (this) {
      case BOOL -> value != 0 ? 1 : 0;
      case UINT32 -> value & 0xFFFF_FFFFL;
      case INT32 -> (int) value;
      case INT64 -> value;
      case FLOAT32, FLOAT64 -> throw new IllegalArgumentException(label + " is no integer type");
    };
  }

  /** A real number rounded to this type's precision; only for floating types. */
  public double round(double value) {
    return switch (this) {
      case FLOAT32 -> (float) value;
      case FLOAT64 -> value;
      case BOOL, UINT32, INT32, INT64 ->
          throw new IllegalArgumentException(label + " is no floating type");
    };
  }

  /** The least value, minus infinity for floating types: the start of a running maximum. */
  public Number lowest() {
    return switch (this) {
      case BOOL, UINT32 -> 0L;
      case INT32 -> (long) Integer.MIN_VALUE;
      case INT64 -> Long.MIN_VALUE;
      case FLOAT32, FLOAT64 -> Double.NEGATIVE_INFINITY;
    };
  }

  /** The greatest value, infinity for floating types: the start of a running minimum. */
  public Number highest() {
    return switch (this) {
      case BOOL -> 1L;
      case UINT32 -> 0xFFFF_FFFFL;
      case INT32 -> (long) Integer.MAX_VALUE;
      case INT64 -> Long.MAX_VALUE;
      case FLOAT32, FLOAT64 -> Double.POSITIVE_INFINITY;
    };
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
