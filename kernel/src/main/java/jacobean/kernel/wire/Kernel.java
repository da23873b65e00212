package jacobean.kernel.wire;

import com.google.gson.JsonObject;
import jacobean.kernel.session.Session;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A Jupyter kernel: the sockets, one thread for requests on shell, one for those on control, and a
 * session that is made in the background while the sockets already answer.
 *
 * <pre>{@code
 * try (var kernel = Kernel.start(Connection.read(file), MySession::new, System.err::println)) {
 *   kernel.await();
 * }
 * }</pre>
 */
public final class Kernel implements AutoCloseable {
  private static final long CLOSE_SECONDS = 2;

  private final Connection connection;
  private final Consumer<String> log;
  private final Sockets sockets;
  private final Outbox outbox;
  private final Inputs inputs = new Inputs();
  private final History history = new History();
  private final CompletableFuture<Session> session;
  private final ExecuteHandler execute;
  private final BlockingQueue<Incoming> shell = new LinkedBlockingQueue<>();
  private final BlockingQueue<Incoming> control = new LinkedBlockingQueue<>();
  private final List<Thread> servers =
      List.of(server("jupyter-shell", shell), server("jupyter-control", control));
  private final CountDownLatch shutdown = new CountDownLatch(1);

  private Kernel(Connection connection, Supplier<Session> sessions, Consumer<String> log) {
    this.connection = connection;
    this.log = log;
    this.sockets = new Sockets(connection, this::route, log);
    this.outbox = sockets.outbox();
    this.session = inBackground(sessions);
    this.execute = new ExecuteHandler(this::session, inputs, history, sockets::received);
  }

  /**
   * Binds the sockets, and answers from then on. The session is made on another thread.
   *
   * @param sessions makes the session; called once
   * @param log gets a line for whatever goes wrong outside of cells
   * @throws IllegalStateException if a port cannot be bound
   */
  public static Kernel start(
      Connection connection, Supplier<Session> sessions, Consumer<String> log) {
    var kernel = new Kernel(connection, sessions, log);
    Exchange.publish(new Broadcast.Status("starting"), new JsonObject(), kernel.outbox);
    kernel.sockets.start();
    kernel.servers.forEach(Thread::start);
    return kernel;
  }

  /** Stops the running cell. May be called from any thread. */
  public void interrupt() {
    inputs.cancel();
    if (session.isDone() && !session.isCompletedExceptionally()) {
      session.join().interrupt();
    }
  }

  /** Waits until a client asks the kernel to shut down. */
  public void await() throws InterruptedException {
    shutdown.await();
  }

  /** Stops the running cell, closes the session, and closes the sockets when all is sent. */
  @Override
  public void close() {
    interrupt();
    if (session.isDone() && !session.isCompletedExceptionally()) {
      var closing = CompletableFuture.runAsync(() -> session.join().close());
      try {
        closing.get(CLOSE_SECONDS, TimeUnit.SECONDS);
      } catch (Exception e) {
        log.accept("the session did not close: " + e);
      }
    }
    servers.forEach(Thread::interrupt);
    sockets.close();
  }

  private CompletableFuture<Session> inBackground(Supplier<Session> sessions) {
    var made = new CompletableFuture<Session>();
    Thread.ofPlatform()
        .name("jupyter-session")
        .daemon()
        .start(
            () -> {
              try {
                made.complete(sessions.get());
              } catch (RuntimeException | Error e) {
                log.accept("cannot start the session: " + e);
                made.completeExceptionally(e);
              }
            });
    return made;
  }

  private Session session() {
    try {
      return session.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("cannot start the session: " + e.getCause(), e.getCause());
    }
  }

  /** On the I/O thread: hands a request to the thread that serves it. */
  private void route(Incoming incoming) {
    switch (incoming.channel()) {
      case SHELL -> shell.add(incoming);
      case CONTROL -> control.add(incoming);
      case STDIN -> {
        if (incoming.request() instanceof Request.InputReply(String line)) {
          inputs.answer(line);
        } else {
          log.accept("dropped a message on stdin: %s".formatted(incoming.type()));
        }
      }
      case IOPUB, HEARTBEAT -> throw new AssertionError("no requests come on " + incoming);
    }
  }

  /** A thread that serves the queue's requests one after the other until it is interrupted. */
  private Thread server(String name, BlockingQueue<Incoming> queue) {
    return Thread.ofPlatform()
        .name(name)
        .daemon()
        .unstarted(
            () -> {
              try {
                while (true) {
                  serve(queue.take());
                }
              } catch (InterruptedException e) {
                // The kernel closes.
              }
            });
  }

  private void serve(Incoming incoming) {
    var exchange = new Exchange(incoming, outbox);
    exchange.publish(new Broadcast.Status("busy"));
    try {
      answer(incoming.request(), exchange);
    } catch (RuntimeException | Error e) {
      log.accept("%s failed: %s".formatted(incoming.type(), e));
      var error = Faults.error(incoming.type() + " failed", e);
      exchange.reply(
          new Reply.Failed("error", error.name(), error.message(), error.traceback(), null));
    }
    exchange.publish(new Broadcast.Status("idle"));
    if (incoming.request() instanceof Request.Shutdown) {
      shutdown.countDown();
    }
  }

  private void answer(Request request, Exchange exchange) {
    switch (request) {
      case Request.KernelInfo() -> exchange.reply(KernelInfoHandler.handle());
      case Request.Execute r -> exchange.reply(execute.handle(r, exchange));
      case Request.Complete r -> exchange.reply(CompleteHandler.handle(r, session()));
      case Request.Inspect r -> exchange.reply(InspectHandler.handle(r, session()));
      case Request.IsComplete r -> exchange.reply(IsCompleteHandler.handle(r, session()));
      case Request.History r -> exchange.reply(history.handle(r));
      case Request.CommInfo r -> exchange.reply(new Reply.Comms("ok", Map.of()));
      case Request.CommOpen(String id) -> exchange.publish(new Broadcast.CommClose(id));
      case Request.CommOther() -> {}
      case Request.Connect() -> exchange.reply(ports());
      case Request.Interrupt() -> {
        interrupt();
        exchange.reply(new Reply.Done("ok"));
      }
      case Request.Shutdown(boolean restart) -> {
        exchange.publish(new Broadcast.ShutdownNotice("ok", restart));
        exchange.reply(new Reply.ShuttingDown("ok", restart));
      }
      case Request.InputReply r -> log.accept("dropped an input_reply that came on shell");
      case Request.Malformed(String type, String problem) -> {
        log.accept("%s: bad content: %s".formatted(type, problem));
        exchange.reply(Reply.Failed.of("BadRequest", "%s: %s".formatted(type, problem)));
      }
      case Request.Unknown(String type) -> log.accept("unknown message type " + type);
    }
  }

  private Reply ports() {
    return new Reply.Ports(
        "ok",
        connection.shellPort(),
        connection.iopubPort(),
        connection.stdinPort(),
        connection.hbPort(),
        connection.controlPort());
  }
}
