package jacobean.core;

import java.lang.foreign.MemorySegment;

/**
 * The memory of one array, row-major and dense, on some device. Never written after the array that
 * owns it is handed out.
 */
public interface Buffer {
  /**
   * The bytes in host memory: the memory itself where it is host memory, else a copy. Read only.
   */
  MemorySegment host();
}
