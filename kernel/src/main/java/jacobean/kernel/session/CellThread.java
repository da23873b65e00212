package jacobean.kernel.session;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that runs a session's cells. It lives as long as the session, so that thread
 * locals and the context class loader are the same in every cell. A cell that cannot be stopped (a
 * loop in compiled library code, say) leaves its thread behind and the session goes on with a new
 * one.
 */
final class CellThread extends Thread {
  /** How a piece of a cell ended. */
  sealed interface Outcome {
    /** {@code result} is what {@link CellHooks#result} took, empty if it took nothing. */
    record Done(Object returned, Optional<Result> result) implements Outcome {}

    record Threw(Throwable error) implements Outcome {}

    record Stopped(boolean abandoned) implements Outcome {}
  }

  /** A value, which may be null. */
  record Result(Object value) {}

  /** Threads being stopped; snippet code looks here only while {@link CellHooks} says so. */
  private static final Set<CellThread> STOPPING = ConcurrentHashMap.newKeySet();

  private static final long PATIENCE_MILLIS = 5000;

  private final LinkedBlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private Result result;

  private record Job(Callable<?> work, LinkedBlockingQueue<Outcome> answer) {}

  CellThread(ClassLoader loader) {
    super("cells");
    setDaemon(true);
    setContextClassLoader(loader);
  }

  /** Runs {@code work} on this thread and waits for it; {@link #askToStop} ends the wait. */
  Outcome call(Callable<?> work) {
    if (Thread.currentThread() == this) {
      return outcomeOf(work); // a magic that runs code of its own
    }
    LinkedBlockingQueue<Outcome> answer = new LinkedBlockingQueue<>();
    jobs.add(new Job(work, answer));
    try {
      while (true) {
        Outcome outcome = answer.poll(100, TimeUnit.MILLISECONDS);
        if (outcome != null) {
          return outcome;
        }
        if (stopAskedAt != 0 && System.nanoTime() - stopAskedAt > PATIENCE_MILLIS * 1_000_000) {
          return new Outcome.Stopped(true);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Stopped(true);
    }
  }

  private volatile long stopAskedAt;

  /** Stops what runs on this thread at its next stop check, sleep or wait. */
  void askToStop() {
    stopAskedAt = System.nanoTime() | 1;
    STOPPING.add(this);
    CellHooks.stopping(true);
    interrupt();
  }

  /** After a cell: the next one may run. */
  void clearStop() {
    stopAskedAt = 0;
    STOPPING.remove(this);
    if (STOPPING.isEmpty()) {
      CellHooks.stopping(false);
    }
  }

  boolean stopAsked() {
    return stopAskedAt != 0;
  }

  /** Ends the thread once it is idle. */
  void retire() {
    clearStop();
    jobs.add(new Job(null, null));
  }

  void offer(Object value) {
    result = new Result(value);
  }

  static void stopIfAsked() {
    Thread current = Thread.currentThread();
    // Parallel streams that a stopped cell started stop with it; threads that the user made do not.
    boolean stop =
        current instanceof CellThread cell
            ? STOPPING.contains(cell)
            : current instanceof ForkJoinWorkerThread && !STOPPING.isEmpty();
    if (stop) {
      throw new CellHooks.CellStopped();
    }
  }

  @Override
  public void run() {
    while (true) {
      Job job;
      try {
        job = jobs.take();
      } catch (InterruptedException e) {
        continue; // a stop that came after the cell's end
      }
      if (job.work == null) {
        return;
      }
      job.answer.add(outcomeOf(job.work));
    }
  }

  private Outcome outcomeOf(Callable<?> work) {
    result = null;
    try {
      Object returned = work.call();
      return new Outcome.Done(returned, Optional.ofNullable(result));
    } catch (Throwable error) {
      return stopAsked() ? new Outcome.Stopped(false) : new Outcome.Threw(error);
    } finally {
      result = null;
      Thread.interrupted();
    }
  }
}
