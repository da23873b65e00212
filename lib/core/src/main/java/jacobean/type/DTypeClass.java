package jacobean.type;

/**
 * A set of dtypes that has a name: NumPy's abstract scalar types, such as {@code np.floating}. Each
 * is part of those above it: {@code signedinteger < integer < number < generic}.
 */
public enum DTypeClass {
  /** Every dtype. */
  GENERIC,
  /** Every dtype but bool. */
  NUMBER,
  /** Signed and unsigned integers. */
  INTEGER,
  /** int8 to int64. */
  SIGNEDINTEGER,
  /** uint8 to uint64. */
  UNSIGNEDINTEGER,
  /** Real and complex floating numbers. */
  INEXACT,
  /** float16, bfloat16, float32 and float64. */
  FLOATING,
  /** complex64 and complex128. */
  COMPLEXFLOATING;

  /** Whether a dtype is one of these. */
  public boolean has(DType type) {
    return switch (this) {
      case GENERIC -> true;
      case NUMBER -> type != DType.BOOL;
      case INTEGER -> type.isInteger();
      case SIGNEDINTEGER -> type.kind() == DType.Kind.SIGNED;
      case UNSIGNEDINTEGER -> type.kind() == DType.Kind.UNSIGNED;
      case INEXACT -> type.isInexact();
      case FLOATING -> type.isFloating();
      case COMPLEXFLOATING -> type.isComplex();
    };
  }

  /** Whether every dtype of these is one of the others. */
  public boolean isWithin(DTypeClass others) {
    return java.util.Arrays.stream(DType.values()).filter(this::has).allMatch(others::has);
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
