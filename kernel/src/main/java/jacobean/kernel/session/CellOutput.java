package jacobean.kernel.session;

import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gathers a session's small writes and passes them on every few tens of milliseconds, in order, to
 * the outlet of the cell that runs (or ran last). What is displayed never overtakes what was
 * printed before it.
 */
final class CellOutput implements Outlet, AutoCloseable {
  private static final int FLUSH_MILLIS = 30;
  private static final int LARGE = 1 << 14;

  private final ScheduledExecutorService flusher =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "cell output");
            thread.setDaemon(true);
            return thread;
          });
  private final StringBuilder pending = new StringBuilder();
  private boolean pendingError;
  private boolean flushDue;
  private Outlet outlet;

  CellOutput(Outlet first) {
    outlet = first;
  }

  /** From now on output goes to {@code next}. */
  synchronized void redirect(Outlet next) {
    flush();
    outlet = next;
  }

  @Override
  public void stdout(String text) {
    write(text, false);
  }

  @Override
  public void stderr(String text) {
    write(text, true);
  }

  private synchronized void write(String text, boolean error) {
    if (text.isEmpty()) {
      return;
    }
    if (error != pendingError) {
      flush();
      pendingError = error;
    }
    pending.append(text);
    if (pending.length() >= LARGE) {
      flush();
    } else if (!flushDue) {
      flushDue = true;
      flusher.schedule(this::flush, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Passes on what is gathered. */
  synchronized void flush() {
    flushDue = false;
    if (pending.isEmpty()) {
      return;
    }
    String text = pending.toString();
    pending.setLength(0);
    if (pendingError) {
      outlet.stderr(text);
    } else {
      outlet.stdout(text);
    }
  }

  @Override
  public synchronized void display(MimeBundle bundle, String displayId) {
    flush();
    outlet.display(bundle, displayId);
  }

  @Override
  public synchronized void update(MimeBundle bundle, String displayId) {
    flush();
    outlet.update(bundle, displayId);
  }

  @Override
  public synchronized void clear(boolean wait) {
    flush();
    outlet.clear(wait);
  }

  @Override
  public String readLine(String prompt, boolean password) {
    Outlet asked;
    synchronized (this) {
      flush();
      asked = outlet;
    }
    return asked.readLine(prompt, password);
  }

  @Override
  public void close() {
    flush();
    flusher.shutdownNow();
  }
}
