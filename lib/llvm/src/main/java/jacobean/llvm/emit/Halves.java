package jacobean.llvm.emit;

import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import jacobean.type.DType;

/**
 * The 16-bit floating types. In registers they are floats, rounded to 16 bits after each operation;
 * in memory a float16 is LLVM's half, and a bfloat16 the upper half of a float's bits.
 */
final class Halves {
  private static final int UPPER = 0xFFFF_0000;
  private static final int QUIET = 0x0040_0000;

  private Halves() {}

  /** A float rounded to the type's precision; values of wider types stay. */
  static Val round(Code c, DType dtype, Val a) {
    return switch (dtype) {
      case FLOAT16 -> c.convert("fpext", c.convert("fptrunc", a, Type.HALF), Type.F32);
      case BFLOAT16 -> {
        Val bits = c.bits(a, Type.I32);
        // To the nearest, ties to even. NaN apart: a carry could make it infinite.
        Val rounded = c.add(c.add(bits, 0x7FFF), c.and(c.lshr(bits, 16), 1));
        Val kept = c.select(c.fcmp("uno", a, a), c.or(bits, QUIET), rounded);
        yield c.bits(c.and(kept, UPPER), Type.F32);
      }
      case BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64, FLOAT32, FLOAT64 -> a;
      case COMPLEX64, COMPLEX128 -> throw Scalars.complex(dtype);
    };
  }

  /** What a register holds of what memory holds. */
  static Val fromMemory(Code c, DType dtype, Val stored) {
    return dtype == DType.FLOAT16
        ? c.convert("fpext", stored, Type.F32)
        : c.bits(c.shl(c.convert("zext", stored, Type.I32), 16), Type.F32);
  }

  /** What memory holds of a register that was rounded, or else is rounded now. */
  static Val toMemory(Code c, DType dtype, Val a) {
    return dtype == DType.FLOAT16
        ? c.convert("fptrunc", a, Type.HALF)
        : c.convert("trunc", c.lshr(c.bits(round(c, dtype, a), Type.I32), 16), Type.I16);
  }

  static boolean isHalf(DType dtype) {
    return dtype == DType.FLOAT16 || dtype == DType.BFLOAT16;
  }

  /** The bits as an integer. */
  static Val toBits(Code c, DType dtype, Val a) {
    return c.bits(toMemory(c, dtype, a), Type.I16);
  }

  /** The number with these bits. */
  static Val fromBits(Code c, DType dtype, Val bits) {
    return fromMemory(c, dtype, c.bits(bits, Scalars.memoryType(dtype)));
  }
}
