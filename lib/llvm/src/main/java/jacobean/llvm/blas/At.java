package jacobean.llvm.blas;

import jacobean.type.DType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Reads and writes native memory by address. */
final class At {
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private At() {}

  static int integer(long at) {
    return ALL.get(ValueLayout.JAVA_INT, at);
  }

  static void putInteger(long at, int value) {
    ALL.set(ValueLayout.JAVA_INT, at, value);
  }

  static void putByte(long at, byte value) {
    ALL.set(ValueLayout.JAVA_BYTE, at, value);
  }

  static void copy(long from, long to, long bytes) {
    MemorySegment.copy(ALL, from, ALL, to, bytes);
  }

  static void copy(MemorySegment from, long to) {
    MemorySegment.copy(from, 0, ALL, to, from.byteSize());
  }

  static void copy(long from, MemorySegment to) {
    MemorySegment.copy(ALL, from, to, 0, to.byteSize());
  }

  /** The real number at an index of an array of a floating dtype. */
  static double real(DType dtype, long at, long index) {
    return dtype == DType.FLOAT32
        ? ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at + 4 * index)
        : ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at + 8 * index);
  }

  static void putReal(DType dtype, long at, long index, double value) {
    if (dtype == DType.FLOAT32) {
      ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at + 4 * index, (float) value);
    } else {
      ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at + 8 * index, value);
    }
  }

  /** Makes an array NaN, both parts of complex elements. */
  static void putNans(DType dtype, long at, long elements) {
    var part = dtype.component();
    long count = elements * (dtype.itemsize() / part.itemsize());
    for (long i = 0; i < count; i++) {
      putReal(part, at, i, Double.NaN);
    }
  }

  /** Whether no element is infinite or NaN. */
  static boolean isFinite(DType dtype, long at, long elements) {
    var part = dtype.component();
    long count = elements * (dtype.itemsize() / part.itemsize());
    for (long i = 0; i < count; i++) {
      if (!Double.isFinite(real(part, at, i))) {
        return false;
      }
    }
    return true;
  }
}
