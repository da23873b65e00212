package jacobean.llvm.run;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** All memory of the process, by address. */
final class Memory {
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private Memory() {}

  static void putAddress(long at, long value) {
    ALL.set(ValueLayout.JAVA_LONG, at, value);
  }

  static void putInt(long at, int value) {
    ALL.set(ValueLayout.JAVA_INT, at, value);
  }

  static void copyIn(MemorySegment from, long to, long bytes) {
    MemorySegment.copy(from, 0, ALL, to, bytes);
  }

  static void copyOut(long from, MemorySegment to, long bytes) {
    MemorySegment.copy(ALL, from, to, 0, bytes);
  }

  static MemorySegment at(long address, long bytes) {
    return ALL.asSlice(address, bytes);
  }
}
