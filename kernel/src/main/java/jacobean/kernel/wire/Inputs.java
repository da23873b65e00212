package jacobean.kernel.wire;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/** Lines that cells ask the user for. One question is open at a time. */
final class Inputs {
  private final AtomicReference<CompletableFuture<String>> open = new AtomicReference<>();

  /**
   * Asks, and waits for the answer.
   *
   * @throws CancellationException if the cell is interrupted meanwhile
   */
  String ask(Exchange exchange, String prompt, boolean password) {
    var answer = new CompletableFuture<String>();
    var earlier = open.getAndSet(answer);
    if (earlier != null) {
      earlier.cancel(false);
    }
    exchange.ask(new Broadcast.InputRequest(prompt, password));
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for input");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      open.compareAndSet(answer, null);
    }
  }

  /** Passes an answer on; one that nobody asked for is dropped. */
  void answer(String line) {
    var waiting = open.getAndSet(null);
    if (waiting != null) {
      waiting.complete(line);
    }
  }

  /** Gives up the open question, if any. */
  void cancel() {
    var waiting = open.getAndSet(null);
    if (waiting != null) {
      waiting.cancel(false);
    }
  }
}
