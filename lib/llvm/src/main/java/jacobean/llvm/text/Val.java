package jacobean.llvm.text;

import java.math.BigDecimal;

/**
 * A value of LLVM IR: a constant, or the result of an instruction.
 *
 * @param type its type
 * @param name how instructions refer to it: {@code %12}, {@code 7}, {@code 0x3FF0000000000000}
 */
public record Val(Type type, String name) {
  /** A real constant; for float the nearest one. */
  public static Val real(Type type, double value) {
    double rounded = type == Type.F32 ? (float) value : value;
    boolean plain =
        Double.isFinite(rounded)
            && rounded == Math.rint(rounded)
            && Math.abs(rounded) < 1e6
            && Double.doubleToRawLongBits(rounded) != Long.MIN_VALUE;
    return new Val(
        type,
        plain
            ? new BigDecimal(rounded).toPlainString() + ".0"
            : "0x%016X".formatted(Double.doubleToRawLongBits(rounded)));
  }

  /** An integer constant, wrapped to the type's width. */
  public static Val integer(Type type, long value) {
    return switch (type) {
      case I1 -> new Val(type, (value & 1) != 0 ? "true" : "false");
      case I8 -> new Val(type, Byte.toString((byte) value));
      case I16 -> new Val(type, Short.toString((short) value));
      case I32 -> new Val(type, Integer.toString((int) value));
      case I64 -> new Val(type, Long.toString(value));
      case HALF, F32, F64, PTR -> throw new IllegalArgumentException(type + " is no integer type");
    };
  }

  /** Type and name, as operands of stores and calls are written. */
  public String typed() {
    return type + " " + name;
  }

  @Override
  public String toString() {
    return name;
  }
}
