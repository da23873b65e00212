package jacobean.llvm.memory;

import jacobean.llvm.natives.CCall;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Pages of 2 MiB for large blocks, where the system has them at hand. Then first touches cost a fifth
 * of what they cost with small pages; but where it must first compact memory, or get it from a
 * hypervisor, five times as much. The first page of each block tells.
 */
final class HugePages {
  static final long SIZE = 2 << 20;

  private static final long ADVISE = 14;
  private static final long UNADVISE = 15;
  private static final long QUICK_NANOS = 800_000;
  private static final Optional<MemorySegment> MADVISE =
      System.getProperty("os.name").equals("Linux")
          ? Linker.nativeLinker().defaultLookup().find("madvise")
          : Optional.empty();

  private HugePages() {}

  /** Prepares a fresh block whose address and size are multiples of {@link #SIZE}. */
  static void prepare(long address, long bytes) {
    if (MADVISE.isEmpty()) {
      return;
    }
    // A refusal costs nothing but the small pages that there are anyhow.
    CCall.call(MADVISE.get(), address, bytes, ADVISE);
    long start = System.nanoTime();
    MemorySegment.ofAddress(address).reinterpret(1).set(ValueLayout.JAVA_BYTE, 0, (byte) 0);
    if (System.nanoTime() - start > QUICK_NANOS) {
      CCall.call(MADVISE.get(), address + SIZE, bytes - SIZE, UNADVISE);
    }
  }
}
