package jacobean.kernel.wire;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The five sockets, and the one thread that touches them. It sleeps in a poll until a client sends
 * something or another thread adds to the outbox, which wakes it through a pipe.
 */
final class Sockets implements AutoCloseable {
  private static final int REMEMBERED_SIGNATURES = 1 << 14;
  private static final int LINGER_MILLIS = 500;
  private static final int CLOSE_MILLIS = 2000;

  private final ZContext context = new ZContext();
  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final Pipe pipe;
  private final AtomicBoolean woken = new AtomicBoolean();
  private final ConcurrentLinkedQueue<CompletableFuture<Long>> barriers =
      new ConcurrentLinkedQueue<>();
  private final Outbox outbox = new Outbox(this::wakeUp);
  private final Headers headers = new Headers();
  private final Signer signer;
  private final Replays replays = new Replays(REMEMBERED_SIGNATURES);
  private final Consumer<Incoming> receiver;
  private final Consumer<String> log;
  private final Thread thread;
  private volatile boolean closing;
  private long order;

  /**
   * Binds the sockets and starts the thread.
   *
   * @param receiver gets each good request, on the I/O thread; must not block
   * @param log gets a line for each message that is dropped
   * @throws IllegalStateException if a port cannot be bound
   */
  Sockets(Connection connection, Consumer<Incoming> receiver, Consumer<String> log) {
    this.signer = new Signer(connection.signatureScheme(), connection.key());
    this.receiver = receiver;
    this.log = log;
    try {
      pipe = Pipe.open();
      pipe.source().configureBlocking(false);
      pipe.sink().configureBlocking(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.setUncaughtExceptionHandler(
        (ioThread, e) -> {
          // While it closes, JeroMQ may find one of its own channels closed already.
          if (!closing) {
            log.accept("%s failed: %s".formatted(ioThread.getName(), e));
          }
        });
    for (Channel channel : Channel.values()) {
      sockets.put(channel, bind(connection, channel));
    }
    thread = Thread.ofPlatform().name("jupyter-io").daemon().unstarted(this::run);
  }

  private ZMQ.Socket bind(Connection connection, Channel channel) {
    var socket =
        context.createSocket(channel == Channel.IOPUB ? SocketType.XPUB : SocketType.ROUTER);
    socket.setLinger(LINGER_MILLIS);
    // The outbox bounds what waits, so no output is dropped for a client that is behind.
    socket.setSndHWM(0);
    if (channel == Channel.IOPUB) {
      socket.setXpubVerbose(true);
    } else {
      socket.setRouterHandover(true);
    }
    String endpoint = connection.endpoint(channel);
    try {
      socket.bind(endpoint);
    } catch (ZMQException e) {
      context.close();
      throw new IllegalStateException(
          "cannot listen on %s for %s: %s".formatted(endpoint, channel, e.getMessage()), e);
    }
    return socket;
  }

  void start() {
    thread.start();
  }

  Outbox outbox() {
    return outbox;
  }

  /**
   * The number of requests received by now, those included that were waiting in the sockets when
   * this was called.
   */
  CompletableFuture<Long> received() {
    var barrier = new CompletableFuture<Long>();
    barriers.add(barrier);
    wakeUp();
    return barrier;
  }

  /** Sends what waits, then closes the sockets. */
  @Override
  public void close() {
    closing = true;
    outbox.close();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void wakeUp() {
    if (!woken.getAndSet(true)) {
      try {
        pipe.sink().write(ByteBuffer.allocate(1));
      } catch (IOException e) {
        log.accept("cannot wake the I/O thread: " + e);
      }
    }
  }

  private void run() {
    try (var poller = context.createPoller(sockets.size() + 1)) {
      int wake = poller.register(pipe.source(), ZMQ.Poller.POLLIN);
      sockets.values().forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
      long timeout = -1;
      while (true) {
        poller.poll(timeout);
        if (poller.pollin(wake)) {
          pipe.source().read(ByteBuffer.allocate(64));
        }
        woken.set(false);
        boolean last = closing;
        List<CompletableFuture<Long>> waiting = take(barriers);
        sockets.forEach(this::receiveAll);
        waiting.forEach(barrier -> barrier.complete(order));
        timeout = outbox.flush(this::send);
        if (last) {
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      log.accept("the I/O thread failed: " + e);
    } finally {
      context.close();
    }
  }

  private static <T> List<T> take(ConcurrentLinkedQueue<T> queue) {
    List<T> taken = new ArrayList<>();
    for (T t = queue.poll(); t != null; t = queue.poll()) {
      taken.add(t);
    }
    return taken;
  }

  private void receiveAll(Channel channel, ZMQ.Socket socket) {
    for (var frames = receive(socket); !frames.isEmpty(); frames = receive(socket)) {
      switch (channel) {
        case HEARTBEAT -> sendFrames(socket, frames);
        case IOPUB -> welcome(frames.getFirst());
        case SHELL, CONTROL, STDIN -> accept(channel, frames);
      }
    }
  }

  private static List<byte[]> receive(ZMQ.Socket socket) {
    List<byte[]> frames = new ArrayList<>();
    byte[] frame = socket.recv(ZMQ.DONTWAIT);
    while (frame != null) {
      frames.add(frame);
      frame = socket.hasReceiveMore() ? socket.recv(0) : null;
    }
    return frames;
  }

  private void accept(Channel channel, List<byte[]> frames) {
    try {
      Envelope e = Envelope.of(frames, signer, replays);
      Request request = Request.of(e.type(), e.content());
      order++;
      receiver.accept(new Incoming(channel, e.identities(), e.header(), e.type(), request, order));
    } catch (BadMessage e) {
      log.accept("dropped a message on " + channel.name().toLowerCase() + ": " + e.getMessage());
    } catch (RuntimeException e) {
      log.accept("dropped a message on " + channel.name().toLowerCase() + ": " + e);
    }
  }

  /** Answers a subscription: a byte 1 and the topic. */
  private void welcome(byte[] subscription) {
    if (subscription.length > 0 && subscription[0] == 1) {
      byte[] topic = java.util.Arrays.copyOfRange(subscription, 1, subscription.length);
      var welcome = new Broadcast.Welcome(new String(topic, StandardCharsets.UTF_8));
      send(
          new Outgoing(
              Channel.IOPUB,
              List.of(topic),
              welcome.type(),
              new JsonObject(),
              Json.encode(welcome)));
    }
  }

  private void send(Outgoing message) {
    var envelope =
        new Envelope(
            message.identities(),
            headers.next(message.type()),
            message.parent(),
            new JsonObject(),
            message.content(),
            List.of());
    sendFrames(sockets.get(message.channel()), envelope.frames(signer));
  }

  private void sendFrames(ZMQ.Socket socket, List<byte[]> frames) {
    try {
      for (int i = 0; i < frames.size(); i++) {
        socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
      }
    } catch (ZMQException e) {
      log.accept("could not send a message: " + e.getMessage());
    }
  }
}
