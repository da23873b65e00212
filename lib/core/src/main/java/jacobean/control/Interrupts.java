package jacobean.control;

import java.util.concurrent.CancellationException;

/** Lets a loop that runs in Java be stopped from outside. */
final class Interrupts {
  private Interrupts() {}

  /**
   * To be called between two steps. The thread stays interrupted, so that its owner sees it too.
   *
   * @throws CancellationException if the thread was interrupted
   */
  static void check(String loop, long step) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException(loop + ": interrupted after " + step + " steps.");
    }
  }
}
