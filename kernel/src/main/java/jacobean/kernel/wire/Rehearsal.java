package jacobean.kernel.wire;

import com.google.gson.JsonObject;
import jacobean.kernel.session.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * A kernel and a client in one process, that do once what every start of a kernel does. The JVM
 * records which classes that takes, and an AOT cache of them makes real starts faster.
 */
public final class Rehearsal implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final ZContext context = new ZContext();
  private final ZMQ.Socket shell;
  private final Headers headers = new Headers();
  private final Signer signer;
  private final Replays replays = new Replays(1);

  private Rehearsal(Connection connection) {
    signer = new Signer(connection.signatureScheme(), connection.key());
    shell = context.createSocket(SocketType.DEALER);
    shell.setReceiveTimeOut(PATIENCE_MILLIS);
    shell.connect(connection.endpoint(Channel.SHELL));
    var iopub = context.createSocket(SocketType.SUB);
    iopub.subscribe(new byte[0]);
    iopub.connect(connection.endpoint(Channel.IOPUB));
  }

  /**
   * Runs the cells through the protocol, and asks for completion and documentation.
   *
   * @throws IllegalStateException if the kernel does not answer, or a cell fails
   */
  public static void run(Supplier<Session> sessions, List<String> cells, Consumer<String> log)
      throws IOException {
    Connection connection = connection();
    try (var kernel = Kernel.start(connection, sessions, log);
        var client = new Rehearsal(connection)) {
      client.ask("kernel_info_request", Map.of());
      for (String cell : cells) {
        client.ask("execute_request", Map.of("code", cell));
      }
      client.ask("is_complete_request", Map.of("code", "int f(int x) {"));
      client.ask("complete_request", Map.of("code", "Math.ma"));
      client.ask("inspect_request", Map.of("code", "Math.max"));
      client.ask("shutdown_request", Map.of("restart", false));
      kernel.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Connection connection() throws IOException {
    List<ServerSocket> free = new ArrayList<>();
    for (Channel ignored : Channel.values()) {
      free.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }
    int[] ports = free.stream().mapToInt(ServerSocket::getLocalPort).toArray();
    for (ServerSocket socket : free) {
      socket.close();
    }
    String key = UUID.randomUUID().toString();
    return new Connection(
        "tcp", "127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], null, key);
  }

  private void ask(String type, Map<String, ?> content) {
    var request =
        new Envelope(
            List.of(),
            headers.next(type),
            new JsonObject(),
            new JsonObject(),
            Json.encode(content),
            List.of());
    List<byte[]> frames = request.frames(signer);
    for (int i = 0; i < frames.size(); i++) {
      shell.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
    }
    List<byte[]> answer = new ArrayList<>();
    do {
      byte[] frame = shell.recv();
      if (frame == null) {
        throw new IllegalStateException(
            "no answer to %s within %d s".formatted(type, PATIENCE_MILLIS / 1000));
      }
      answer.add(frame);
    } while (shell.hasReceiveMore());
    check(type, answer);
  }

  private void check(String type, List<byte[]> answer) {
    try {
      JsonObject reply = Json.object(Envelope.of(answer, signer, replays).content());
      if (reply.has("status") && reply.get("status").getAsString().equals("error")) {
        throw new IllegalStateException(
            "%s failed: %s: %s".formatted(type, reply.get("ename"), reply.get("evalue")));
      }
    } catch (BadMessage e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
