package jacobean.llvm.run;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.util.concurrent.CancellationException;

/**
 * Sets a word in native memory when the thread that runs a native loop is interrupted; the loop
 * reads the word at each turn.
 *
 * <p>Native code cannot ask for the interrupt itself. What the JDK calls on an interrupt at once,
 * on the interrupting thread, are the channels that the interrupted thread waits for: so this is
 * one, in all but its name.
 */
final class StopWord extends AbstractInterruptibleChannel {
  private final long address;
  private boolean running = true;

  private StopWord(long address) {
    this.address = address;
  }

  /**
   * Runs native code whose stop word, which is 0, is at this address.
   *
   * @throws CancellationException if it was stopped; the thread stays interrupted, so that its
   *     owner sees it too
   */
  static void watch(long address, Runnable code) {
    var word = new StopWord(address);
    try {
      word.begin();
      try {
        code.run();
      } finally {
        word.end(true);
      }
    } catch (ClosedByInterruptException e) {
      throw new CancellationException("a loop in compiled code was interrupted");
    } catch (IOException e) {
      throw new AssertionError("nothing else ends this", e);
    } finally {
      word.forget();
    }
  }

  @Override
  protected synchronized void implCloseChannel() {
    if (running) {
      Memory.putInt(address, 1);
    }
  }

  /** The memory may serve another call after this. */
  private synchronized void forget() {
    running = false;
  }
}
