package jacobean.kernel.wire;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The one queue of everything the kernel sends. Any thread adds; the I/O thread alone takes out, so
 * messages leave in the order in which they were added.
 *
 * <p>Text for the same stream of the same cell is joined while it waits. The first text leaves at
 * once; what follows leaves {@link #PAUSE_NANOS} later, or as soon as any other message is added
 * behind it. A writer that is far ahead of the sender waits, so that a cell which prints for ever
 * does not fill the memory.
 */
final class Outbox {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int MOST_WAITING_CHARS = 1 << 18;

  private sealed interface Item {}

  private record Whole(Outgoing message) implements Item {}

  private record Text(JsonObject parent, String name, StringBuilder text) implements Item {
    boolean continues(JsonObject parent, String name) {
      return this.parent == parent && this.name.equals(name);
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition flushed = lock.newCondition();
  private final ArrayDeque<Item> items = new ArrayDeque<>();
  private final Runnable wakeUp;
  private long nextText = System.nanoTime();
  private boolean closed;

  /**
   * @param wakeUp makes the I/O thread call {@link #flush} soon; called from any thread
   */
  Outbox(Runnable wakeUp) {
    this.wakeUp = wakeUp;
  }

  void add(Outgoing message) {
    lock.lock();
    try {
      items.add(new Whole(message));
    } finally {
      lock.unlock();
    }
    wakeUp.run();
  }

  /**
   * Adds text that the cell of the request {@code parent} printed on {@code stdout} or the like.
   */
  void print(JsonObject parent, String name, String text) {
    if (text.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      if (items.peekLast() instanceof Text last && last.continues(parent, name)) {
        last.text().append(text);
        // The I/O thread knows of this item; it only has to leave room.
        while (!closed && items.peekLast() == last && last.text().length() > MOST_WAITING_CHARS) {
          flushed.await();
        }
        return;
      }
      items.add(new Text(parent, name, new StringBuilder(text)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } finally {
      lock.unlock();
    }
    wakeUp.run();
  }

  /**
   * Passes what is due to {@code sender}; the I/O thread's part.
   *
   * @return milliseconds until the next text is due, or -1 where nothing waits
   */
  long flush(Consumer<Outgoing> sender) {
    while (true) {
      Item item;
      lock.lock();
      try {
        item = items.peek();
        if (item == null) {
          return -1;
        }
        long early = nextText - System.nanoTime();
        if (item instanceof Text && items.size() == 1 && early > 0 && !closed) {
          return TimeUnit.NANOSECONDS.toMillis(early) + 1;
        }
        items.remove();
        if (item instanceof Text) {
          nextText = System.nanoTime() + PAUSE_NANOS;
        }
        flushed.signalAll();
      } finally {
        lock.unlock();
      }
      sender.accept(
          switch (item) {
            case Whole whole -> whole.message();
            case Text text -> stream(text);
          });
    }
  }

  /** From now on nothing waits: neither text for its time nor a writer for room. */
  void close() {
    lock.lock();
    try {
      closed = true;
      flushed.signalAll();
    } finally {
      lock.unlock();
    }
    wakeUp.run();
  }

  private static Outgoing stream(Text text) {
    var content = new Broadcast.Stream(text.name(), text.text().toString());
    return new Outgoing(
        Channel.IOPUB,
        List.of(content.type().getBytes(StandardCharsets.US_ASCII)),
        content.type(),
        text.parent(),
        Json.encode(content));
  }
}
