package jacobean.llvm.blas;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads with room for OpenBLAS: when it shares an elimination among threads, each level of its
 * recursion puts tables of half a megabyte and more on the stack, and Java's threads have one
 * megabyte.
 */
final class DeepStack {
  private static final long BYTES = 64L << 20;
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("jacobean-lapack").stackSize(BYTES).factory());

  private DeepStack() {}

  /** Runs something on such a thread and waits until it is done, interrupted or not. */
  static void run(Runnable work) {
    Future<?> done = THREADS.submit(work);
    boolean interrupted = false;
    while (!done.isDone()) {
      try {
        done.get();
      } catch (InterruptedException e) {
        // The memory that native code writes to must stay.
        interrupted = true;
      } catch (ExecutionException e) {
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (done.state() == Future.State.FAILED) {
      throw done.exceptionNow() instanceof RuntimeException r
          ? r
          : new IllegalStateException(done.exceptionNow());
    }
  }
}
