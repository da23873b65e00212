package jacobean.llvm.memory;

import jacobean.llvm.natives.CCall;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Memory from the C library, not zeroed: whoever asks for it writes it before reading, and zeroing
 * would touch each page once more than needed.
 */
final class NativeMemory {
  /** The alignment of all blocks in bytes: a cache line, and the widest vector. */
  static final long ALIGNMENT = 64;

  /** Blocks of so many bytes begin where a huge page does. */
  static final long LARGE = 2 * Pages.HUGE;

  private static final SymbolLookup LIBC = Linker.nativeLinker().defaultLookup();
  private static final Optional<MemorySegment> ALIGNED_ALLOC = LIBC.find("aligned_alloc");
  private static final MemorySegment MALLOC = LIBC.find("malloc").orElseThrow();
  private static final MemorySegment FREE = LIBC.find("free").orElseThrow();

  private NativeMemory() {}

  /**
   * A block of at least this many bytes.
   *
   * @return its address, or 0 if the system has no memory left
   */
  static long allocate(long bytes) {
    if (ALIGNED_ALLOC.isEmpty()) {
      return allocateAndAlign(bytes);
    }
    long alignment = bytes >= LARGE ? Pages.HUGE : ALIGNMENT;
    return CCall.call(ALIGNED_ALLOC.get(), alignment, (bytes + alignment - 1) & -alignment);
  }

  /** For C libraries without aligned_alloc: malloc's own address stands before the block. */
  private static long allocateAndAlign(long bytes) {
    long raw = CCall.call(MALLOC, bytes + 2 * ALIGNMENT);
    if (raw == 0) {
      return 0;
    }
    long address = (raw + 2 * ALIGNMENT - 1) & -ALIGNMENT;
    MemorySegment.ofAddress(address - 8).reinterpret(8).set(ValueLayout.JAVA_LONG, 0, raw);
    return address;
  }

  /** Gives a block back to the system. */
  static void free(long address) {
    long raw =
        ALIGNED_ALLOC.isPresent()
            ? address
            : MemorySegment.ofAddress(address - 8).reinterpret(8).get(ValueLayout.JAVA_LONG, 0);
    CCall.call(FREE, raw);
  }
}
