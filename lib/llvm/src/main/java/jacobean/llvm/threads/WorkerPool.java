package jacobean.llvm.threads;

import jacobean.llvm.capi.Llvm;
import jacobean.llvm.natives.CCall;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

/**
 * The threads that compute. Programs share their loops with them through the native function {@link
 * #PARALLEL_FOR}, which compiled code may call by that name: {@code void (ptr f, ptr context, i64
 * chunks)} runs {@code f(context, chunk)} for each chunk, in any order, on any thread.
 *
 * <p>The workers are daemon threads that stay in native code. They spin for some tens of
 * microseconds after work, so that the next loop starts at once, and then sleep.
 */
public final class WorkerPool {
  /** The name of the parallel loop in compiled code. */
  public static final String PARALLEL_FOR = PoolCode.PARALLEL_FOR;

  /** OpenBLAS keeps buffers on the stack. */
  private static final long STACK = 16L << 20;

  private static final class Holder {
    static final WorkerPool INSTANCE;
    static final IOException FAILURE;

    static {
      WorkerPool pool = null;
      IOException failure = null;
      try {
        pool = new WorkerPool(Llvm.get(), ThreadCount.configured());
      } catch (IOException e) {
        failure = e;
      }
      INSTANCE = pool;
      FAILURE = failure;
    }
  }

  private final int threads;
  private final Map<String, MemorySegment> code;

  private WorkerPool(Llvm llvm, int threads) {
    this.threads = threads;
    this.code =
        llvm.loadLibrary(
            PoolCode.text(llvm.target()),
            List.of(PoolCode.PARALLEL_FOR, PoolCode.WORKER, PoolCode.BLAS_JOBS));
    MemorySegment worker = code.get(PoolCode.WORKER);
    for (int i = 1; i < threads; i++) {
      Thread.ofPlatform()
          .daemon()
          .name("jacobean-worker-" + i)
          .stackSize(STACK)
          .start(() -> CCall.call(worker));
    }
  }

  /**
   * The pool of this process, started if it was not yet.
   *
   * @throws IOException if LLVM cannot be loaded
   */
  public static WorkerPool get() throws IOException {
    if (Holder.FAILURE != null) {
      throw new IOException(Holder.FAILURE.getMessage(), Holder.FAILURE);
    }
    return Holder.INSTANCE;
  }

  /** The number of threads that compute, the caller's included. */
  public int threads() {
    return threads;
  }

  /** The address of the parallel loop. */
  public MemorySegment parallelFor() {
    return code.get(PoolCode.PARALLEL_FOR);
  }

  /** The address of the function that runs OpenBLAS's jobs on this pool. */
  public MemorySegment blasJobs() {
    return code.get(PoolCode.BLAS_JOBS);
  }
}
