package jacobean.llvm.memory;

import jacobean.llvm.natives.CCall;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * What the system is told about the pages of large blocks.
 *
 * <p>Pages of 2 MiB are used where the system has them at hand. Then first touches cost a fifth of
 * what they cost with small pages; but where it must first compact memory, or get it from a
 * hypervisor, five times as much. The first page of a block tells; after one that was slow, none is
 * tried for a while, which grows each time.
 */
final class Pages {
  /** Bytes of a huge page. */
  static final long HUGE = 2 << 20;

  private static final long ADVISE_HUGE = 14;
  private static final long ADVISE_SMALL = 15;
  private static final long POPULATE = 23;
  private static final long QUICK_NANOS = 800_000;
  private static final long FIRST_PAUSE_NANOS = 1_000_000_000;
  private static final Optional<MemorySegment> MADVISE =
      System.getProperty("os.name").equals("Linux")
          ? Linker.nativeLinker().defaultLookup().find("madvise")
          : Optional.empty();

  private long pause = FIRST_PAUSE_NANOS;
  private long again = System.nanoTime();

  /** Prepares a fresh block; huge pages are for those of which they are a small part. */
  synchronized void prepare(long address, long bytes) {
    if (MADVISE.isEmpty() || bytes < NativeMemory.LARGE || System.nanoTime() - again < 0) {
      return;
    }
    // A refusal costs nothing but the small pages that there are anyhow.
    CCall.call(MADVISE.get(), address, bytes & -HUGE, ADVISE_HUGE);
    long start = System.nanoTime();
    MemorySegment.ofAddress(address).reinterpret(1).set(ValueLayout.JAVA_BYTE, 0, (byte) 0);
    long end = System.nanoTime();
    if (end - start > QUICK_NANOS) {
      CCall.call(MADVISE.get(), address + HUGE, (bytes & -HUGE) - HUGE, ADVISE_SMALL);
      again = end + pause;
      pause *= 2;
    }
  }

  /** Has the system put memory behind a block now instead of page by page at the first touch. */
  static void populate(long address, long bytes) {
    // A refusal costs nothing: then the first touch does it.
    MADVISE.ifPresent(madvise -> CCall.call(madvise, address, bytes, POPULATE));
  }
}
