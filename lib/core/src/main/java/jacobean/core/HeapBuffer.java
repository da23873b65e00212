package jacobean.core;

import java.lang.foreign.MemorySegment;

/** Memory on the Java heap, which the garbage collector reclaims. */
public record HeapBuffer(MemorySegment host) implements Buffer {
  /** Zeroed memory of this many bytes, aligned for every dtype. */
  public static HeapBuffer allocate(long bytes) {
    return new HeapBuffer(
        MemorySegment.ofArray(new long[Math.toIntExact((bytes + 7) >> 3)]).asSlice(0, bytes));
  }
}
