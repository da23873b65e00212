package jacobean.llvm.emit;

import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import jacobean.type.DType;

/**
 * Conversions of value: from real to integer they saturate and NaN becomes 0; to bool it is != 0.
 */
final class Casts {
  private Casts() {}

  static Val fromReal(Code c, Val a, DType to) {
    return switch (to) {
      case BOOL -> c.fcmp("une", a, 0);
      case INT8, INT16, INT32, INT64 -> saturating(c, "fptosi", a, Scalars.type(to));
      case UINT8, UINT16, UINT32, UINT64 -> saturating(c, "fptoui", a, Scalars.type(to));
      case FLOAT16, BFLOAT16 -> Halves.round(c, to, c.convert("fptrunc", a, Type.F32));
      case FLOAT32 -> c.convert("fptrunc", a, Type.F32);
      case FLOAT64 -> c.convert("fpext", a, Type.F64);
      case COMPLEX64, COMPLEX128 -> throw Scalars.complex(to);
    };
  }

  private static Val saturating(Code c, String kind, Val a, Type to) {
    return c.call(to, "llvm.%s.sat.%s.%s".formatted(kind, to.suffix(), a.type().suffix()), a);
  }

  static Val fromBool(Code c, Val a, DType to) {
    return switch (to) {
      case BOOL -> a;
      case UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64 ->
          c.convert("zext", a, Scalars.type(to));
      case COMPLEX64, COMPLEX128 -> throw Scalars.complex(to);
      case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 -> c.convert("uitofp", a, Scalars.type(to));
    };
  }

  static Val fromInteger(Code c, Val a, boolean signed, DType to) {
    return switch (to) {
      case BOOL -> c.icmp("ne", a, 0);
      case UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64 -> {
        Type type = Scalars.type(to);
        boolean widens = type.bits() > a.type().bits();
        yield c.convert(widens ? (signed ? "sext" : "zext") : "trunc", a, type);
      }
      case COMPLEX64, COMPLEX128 -> throw Scalars.complex(to);
      case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 ->
          Halves.round(c, to, c.convert(signed ? "sitofp" : "uitofp", a, Scalars.type(to)));
    };
  }
}
