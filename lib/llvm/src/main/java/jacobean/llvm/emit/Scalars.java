package jacobean.llvm.emit;

import jacobean.ir.Expr;
import jacobean.ir.Monoid;
import jacobean.ir.Op;
import jacobean.llvm.math.MathLibrary;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import jacobean.type.DType;
import java.util.List;

/**
 * The instructions for {@link Op} and the functions of {@link Expr.Call}. A bool is an i1 in
 * registers and a byte, 0 or 1, in memory; for the 16-bit floating types see {@link Halves}.
 */
final class Scalars {
  private final MathLibrary library;

  Scalars(MathLibrary library) {
    this.library = library;
  }

  /** The type of values of a dtype in registers. */
  static Type type(DType dtype) {
    return switch (dtype) {
      case BOOL -> Type.I1;
      case UINT8, INT8 -> Type.I8;
      case UINT16, INT16 -> Type.I16;
      case UINT32, INT32 -> Type.I32;
      case UINT64, INT64 -> Type.I64;
      case FLOAT16, BFLOAT16, FLOAT32 -> Type.F32;
      case FLOAT64 -> Type.F64;
      case COMPLEX64, COMPLEX128 -> throw complex(dtype);
    };
  }

  static IllegalArgumentException complex(DType dtype) {
    return new IllegalArgumentException(dtype + " must be taken apart before");
  }

  /** The type of elements in memory. */
  static Type memoryType(DType dtype) {
    return switch (dtype) {
      case BOOL -> Type.I8;
      case FLOAT16 -> Type.HALF;
      case BFLOAT16 -> Type.I16;
      case UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64, FLOAT32, FLOAT64 ->
          type(dtype);
      case COMPLEX64, COMPLEX128 -> throw complex(dtype);
    };
  }

  /** The dtype in which elements of a dtype are summed up. */
  static DType accumulator(DType dtype) {
    return Halves.isHalf(dtype) ? DType.FLOAT32 : dtype;
  }

  static Val constant(DType dtype, Number value) {
    return dtype.isFloating()
        ? Val.real(type(dtype), value.doubleValue())
        : Val.integer(type(dtype), value.longValue());
  }

  /** The element at an offset from an array's first. */
  static Val load(Code c, DType dtype, Val base, Val offset) {
    Type type = memoryType(dtype);
    Val at =
        c.pure(
            Type.PTR,
            "getelementptr inbounds " + type + ", " + base.typed() + ", " + offset.typed());
    Val value = c.pure(type, "load " + type + ", " + at.typed());
    return dtype == DType.BOOL
        ? c.icmp("ne", value, 0)
        : Halves.isHalf(dtype) ? Halves.fromMemory(c, dtype, value) : value;
  }

  /** Writes an element at an offset from an array's first. */
  static void store(Code c, DType dtype, Val base, Val offset, Val value) {
    Type type = memoryType(dtype);
    Val at =
        c.pure(
            Type.PTR,
            "getelementptr inbounds " + type + ", " + base.typed() + ", " + offset.typed());
    Val stored =
        dtype == DType.BOOL
            ? c.convert("zext", value, Type.I8)
            : Halves.isHalf(dtype) ? Halves.toMemory(c, dtype, value) : value;
    c.line("store " + stored.typed() + ", " + at.typed());
  }

  Val call(Code c, String function, List<Val> args) {
    return library.call(c, function, args);
  }

  /** One more element in an accumulator; the order in which a sum's terms are added is free. */
  static Val combine(Code c, Monoid monoid, DType dtype, Val accumulator, Val value) {
    if (dtype.isFloating() && (monoid == Monoid.SUM || monoid == Monoid.PRODUCT)) {
      String opcode = monoid == Monoid.SUM ? "fadd" : "fmul";
      return c.write(value.type(), opcode + " reassoc " + accumulator.typed() + ", " + value);
    }
    return apply(c, monoid.op(), dtype, List.of(dtype, dtype), List.of(accumulator, value));
  }

  /** A product added to an accumulator, in one instruction where the machine has one. */
  static Val combineProduct(Code c, Val accumulator, Val a, Val b) {
    return c.write(
        a.type(),
        "call reassoc %s @llvm.fmuladd.%s(%s, %s, %s)"
            .formatted(a.type(), a.type().suffix(), a.typed(), b.typed(), accumulator.typed()));
  }

  /**
   * An instruction.
   *
   * @param result the dtype of the result
   * @param types the dtypes of the operands
   */
  static Val apply(Code c, Op op, DType result, List<DType> types, List<Val> v) {
    DType type = types.getLast();
    Val a = v.getFirst();
    Val b = v.getLast();
    return switch (type.kind()) {
      case FLOATING -> rounded(c, op, type, real(c, op, result, types, v));
      case BOOL -> logical(c, op, result, v, a, b);
      case COMPLEX -> throw complex(type);
      case SIGNED, UNSIGNED -> integer(c, op, result, types, v);
    };
  }

  /** Results of 16-bit floating operands are rounded where they may have become longer. */
  private static Val rounded(Code c, Op op, DType type, Val result) {
    return switch (op) {
      case ADD, SUB, MUL, DIV, REM, SQRT, FMA -> Halves.round(c, type, result);
      case MAX, MIN, AND, OR, XOR, SHL, SHR, USHR, EQ, NE, LT, LE, GT, GE, NEG, NOT, ABS -> result;
      case FLOOR, CEIL, ROUND_EVEN, TRUNC, COPYSIGN, SELECT, CAST, BITCAST -> result;
      case COMPLEX, REAL, IMAG -> throw complex(type);
    };
  }

  private static Val real(Code c, Op op, DType result, List<DType> types, List<Val> v) {
    Val a = v.getFirst();
    Val b = v.getLast();
    return switch (op) {
      case ADD -> c.fadd(a, b);
      case SUB -> c.fsub(a, b);
      case MUL -> c.fmul(a, b);
      case DIV -> c.fdiv(a, b);
      case REM -> c.pure(a.type(), "frem " + a.typed() + ", " + b);
      case MAX -> c.intrinsic("maximum", a, b);
      case MIN -> c.intrinsic("minimum", a, b);
      case EQ -> c.fcmp("oeq", a, b);
      case NE -> c.fcmp("une", a, b);
      case LT -> c.fcmp("olt", a, b);
      case LE -> c.fcmp("ole", a, b);
      case GT -> c.fcmp("ogt", a, b);
      case GE -> c.fcmp("oge", a, b);
      case NEG -> c.fneg(a);
      case ABS -> c.fabs(a);
      case SQRT -> c.sqrt(a);
      case FLOOR -> c.intrinsic("floor", a);
      case CEIL -> c.intrinsic("ceil", a);
      case ROUND_EVEN -> c.rint(a);
      case TRUNC -> c.intrinsic("trunc", a);
      case COPYSIGN -> c.copysign(a, b);
      case FMA -> c.fma(a, v.get(1), b);
      case SELECT -> c.select(a, v.get(1), b);
      case CAST -> Casts.fromReal(c, a, result);
      case BITCAST -> bitcast(c, a, types.getLast(), result);
      case COMPLEX, REAL, IMAG -> throw complex(result);
      case AND, OR, XOR, SHL, SHR, USHR, NOT ->
          throw new IllegalArgumentException(op + " of " + types);
    };
  }

  private static Val logical(Code c, Op op, DType result, List<Val> v, Val a, Val b) {
    return switch (op) {
      case ADD, MAX, OR -> c.or(a, b);
      case MUL, MIN, AND -> c.and(a, b);
      case SUB, XOR, NE -> c.xor(a, b);
      case EQ -> c.not(c.xor(a, b));
      case LT -> c.and(c.not(a), b);
      case LE -> c.or(c.not(a), b);
      case GT -> c.and(a, c.not(b));
      case GE -> c.or(a, c.not(b));
      case NEG, ABS -> a;
      case NOT -> c.not(a);
      case SELECT -> c.select(a, v.get(1), b);
      case CAST -> Casts.fromBool(c, a, result);
      case BITCAST -> a;
      case COMPLEX, REAL, IMAG -> throw complex(result);
      case DIV, REM, SHL, SHR, USHR, SQRT, FLOOR, CEIL, ROUND_EVEN, TRUNC, COPYSIGN, FMA ->
          throw new IllegalArgumentException(op + " of bool");
    };
  }

  private static Val integer(Code c, Op op, DType result, List<DType> types, List<Val> v) {
    boolean signed = types.getLast().kind() == DType.Kind.SIGNED;
    Val a = v.getFirst();
    Val b = v.getLast();
    return switch (op) {
      case ADD -> c.add(a, b);
      case SUB -> c.sub(a, b);
      case MUL -> c.mul(a, b);
      case DIV -> Division.quotient(c, signed, a, b);
      case REM -> Division.remainder(c, signed, a, b);
      case MAX -> c.intrinsic(signed ? "smax" : "umax", a, b);
      case MIN -> c.intrinsic(signed ? "smin" : "umin", a, b);
      case AND -> c.and(a, b);
      case OR -> c.or(a, b);
      case XOR -> c.xor(a, b);
      case SHL, SHR, USHR -> shift(c, op, a, b);
      case EQ -> c.icmp("eq", a, b);
      case NE -> c.icmp("ne", a, b);
      case LT -> c.icmp(signed ? "slt" : "ult", a, b);
      case LE -> c.icmp(signed ? "sle" : "ule", a, b);
      case GT -> c.icmp(signed ? "sgt" : "ugt", a, b);
      case GE -> c.icmp(signed ? "sge" : "uge", a, b);
      case NEG -> c.sub(Val.integer(a.type(), 0), a);
      case NOT -> c.not(a);
      case ABS ->
          signed
              ? c.call(a.type(), "llvm.abs." + a.type().suffix(), a, Val.integer(Type.I1, 0))
              : a;
      case SELECT -> c.select(a, v.get(1), b);
      case CAST -> Casts.fromInteger(c, a, signed, result);
      case BITCAST -> bitcast(c, a, types.getLast(), result);
      case COMPLEX, REAL, IMAG -> throw complex(result);
      case SQRT, FLOOR, CEIL, ROUND_EVEN, TRUNC, COPYSIGN, FMA ->
          throw new IllegalArgumentException(op + " of " + types);
    };
  }

  private static Val bitcast(Code c, Val a, DType from, DType to) {
    Val bits = Halves.isHalf(from) ? Halves.toBits(c, from, a) : a;
    return Halves.isHalf(to) ? Halves.fromBits(c, to, bits) : c.bits(bits, type(to));
  }

  /** LLVM leaves shifts by the width or more undefined; here they shift everything out. */
  private static Val shift(Code c, Op op, Val a, Val b) {
    int width = a.type().bits();
    Val fits = c.icmp("ult", b, width);
    Val amount = c.select(fits, b, Val.integer(b.type(), op == Op.SHR ? width - 1 : 0));
    return switch (op) {
      case SHL -> c.select(fits, c.integer("shl", a, amount), Val.integer(a.type(), 0));
      case USHR -> c.select(fits, c.integer("lshr", a, amount), Val.integer(a.type(), 0));
      case SHR -> c.integer("ashr", a, amount);
      default -> throw new IllegalArgumentException(op + " is no shift");
    };
  }
}
