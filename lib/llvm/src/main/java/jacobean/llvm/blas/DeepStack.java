package jacobean.llvm.blas;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Runs native code that needs a deep stack. Where OpenBLAS shares a factorization among threads, each
 * level of its recursion keeps a table for 64 processors on the stack, half a megabyte; Java's
 * threads have a megabyte in all, and the process ends without a word when it is used up.
 */
final class DeepStack {
  private static final long BYTES = 64L << 20;

  private DeepStack() {}

  /** Runs it to its end, on another thread. What it throws is thrown here. */
  static void run(Runnable work) {
    var done = new CompletableFuture<Void>();
    Thread.ofPlatform()
        .daemon()
        .name("jacobean-factorization")
        .stackSize(BYTES)
        .start(
            () -> {
              try {
                work.run();
                done.complete(null);
              } catch (Throwable t) {
                done.completeExceptionally(t);
              }
            });
    try {
      done.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException r -> throw r;
        case Error r -> throw r;
        case null, default -> throw new AssertionError("a Runnable throws nothing else", e);
      }
    }
  }
}
