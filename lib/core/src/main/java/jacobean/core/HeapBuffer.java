package jacobean.core;

import jacobean.error.EngineException;
import java.lang.foreign.MemorySegment;

/** Memory on the Java heap, which the garbage collector reclaims. */
public record HeapBuffer(MemorySegment host) implements Buffer {
  private static final long MOST_WORDS = Integer.MAX_VALUE - 8;

  /**
   * Zeroed memory of this many bytes, aligned for every dtype.
   *
   * @throws EngineException if the Java heap has no room for it
   */
  public static HeapBuffer allocate(long bytes) {
    long words = (bytes + 7) >> 3;
    try {
      if (words <= MOST_WORDS) {
        return new HeapBuffer(MemorySegment.ofArray(new long[(int) words]).asSlice(0, bytes));
      }
    } catch (OutOfMemoryError e) {
      // What is said below is all that is known here.
    }
    throw new EngineException(
        "out of memory: an array needs %s, but the Java heap has at most %s. %s"
            .formatted(
                OutOfMemory.readable(bytes),
                OutOfMemory.readable(Runtime.getRuntime().maxMemory()),
                HEAP_REMEDY));
  }

  private static final String HEAP_REMEDY =
      "Work on smaller pieces, or raise the heap with JACOBEAN_JAVA_OPTIONS=-Xmx8g.";
}
