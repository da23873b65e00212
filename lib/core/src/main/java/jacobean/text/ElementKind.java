package jacobean.text;

/** What an element is, as far as its printed form depends on it. */
public enum ElementKind {
  /** Prints {@code True} or {@code False}; read by {@link Elements#getLong}, 0 is false. */
  BOOL,
  /** Two's complement integers up to 64 bits; read by {@link Elements#getLong}. */
  SIGNED,
  /** Integers up to 64 bits whose {@link Elements#getLong} is read as unsigned. */
  UNSIGNED,
  /** IEEE binary16, read by {@link Elements#getDouble}. */
  FLOAT16,
  /** The upper half of a binary32; prints with six significant digits and no alignment. */
  BFLOAT16,
  /** IEEE binary32, read by {@link Elements#getDouble}. */
  FLOAT32,
  /** IEEE binary64, read by {@link Elements#getDouble}. */
  FLOAT64,
  /** Two binary32, read by {@link Elements#getDouble} and {@link Elements#getImaginary}. */
  COMPLEX64,
  /** Two binary64. */
  COMPLEX128
}
