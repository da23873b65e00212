package jacobean.llvm.text;

/** The scalar types of LLVM IR that programs here use. */
public enum Type {
  HALF("half", 16, "f16"),
  F32("float", 32, "f32"),
  F64("double", 64, "f64"),
  I1("i1", 1, "i1"),
  I8("i8", 8, "i8"),
  I16("i16", 16, "i16"),
  I32("i32", 32, "i32"),
  I64("i64", 64, "i64"),
  PTR("ptr", 64, "p0");

  private final String text;
  private final int bits;
  private final String suffix;

  Type(String text, int bits, String suffix) {
    this.text = text;
    this.bits = bits;
    this.suffix = suffix;
  }

  /** The width in bits. */
  public int bits() {
    return bits;
  }

  /** The name in the names of overloaded intrinsics, as in {@code llvm.fabs.f32}. */
  public String suffix() {
    return suffix;
  }

  /** Whether this is float or double. */
  public boolean isReal() {
    return this == F32 || this == F64;
  }

  /** The integer type of the same width. */
  public Type sameWidthInteger() {
    return bits == 64 ? I64 : bits == 32 ? I32 : bits == 16 ? I16 : bits == 8 ? I8 : I1;
  }

  @Override
  public String toString() {
    return text;
  }
}
