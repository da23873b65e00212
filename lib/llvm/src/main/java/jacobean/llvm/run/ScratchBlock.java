package jacobean.llvm.run;

import jacobean.llvm.loop.MemoryPlan;
import jacobean.llvm.memory.BufferPool;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that a program needs during a call. A small block stays with the program from one call
 * to the next; large ones go back to the pool. Calls on several threads have blocks of their own.
 */
final class ScratchBlock {
  private static final long LARGEST_KEPT = 1 << 20;
  private static final Cleaner CLEANER = Cleaner.create();

  private final BufferPool pool;
  private final long bytes;
  private final MemoryPlan plan;
  private final AtomicLong kept = new AtomicLong();

  ScratchBlock(BufferPool pool, long bytes, MemoryPlan plan) {
    this.pool = pool;
    this.bytes = bytes;
    this.plan = plan;
    CLEANER.register(this, new Release(pool, kept));
  }

  private record Release(BufferPool pool, AtomicLong kept) implements Runnable {
    @Override
    public void run() {
      long address = kept.getAndSet(0);
      if (address != 0) {
        pool.give(address);
      }
    }
  }

  /** The address of a block that nobody else uses until it is given back. */
  long take() {
    long address = kept.getAndSet(0);
    return address != 0 ? address : pool.take(bytes, plan);
  }

  void give(long address) {
    if (bytes > LARGEST_KEPT || !kept.compareAndSet(0, address)) {
      pool.give(address);
    }
  }
}
