package jacobean.kernel.wire;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A Jupyter client over real sockets, that waits for at most {@link #PATIENCE_MILLIS}. */
final class TestClient implements AutoCloseable {
  static final int PATIENCE_MILLIS = 30_000;

  private final ZContext context = new ZContext();
  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final Headers headers = new Headers();
  private final Signer signer;

  /** A received message. */
  record Received(String type, JsonObject parent, JsonObject content) {
    String parentId() {
      return parent.has("msg_id") ? parent.get("msg_id").getAsString() : "";
    }

    String text(String name) {
      return content.get(name).getAsString();
    }
  }

  /** What a request led to: the reply, and what IOPub said about it up to idle. */
  record Answer(Received reply, List<Received> published) {
    List<String> types() {
      return published.stream().map(Received::type).toList();
    }

    /** The text of a stream, its messages joined. */
    String stream(String name) {
      return String.join(
          "",
          published.stream()
              .filter(m -> m.type().equals("stream") && m.text("name").equals(name))
              .map(m -> m.text("text"))
              .toList());
    }
  }

  TestClient(Connection connection) {
    signer = new Signer(connection.signatureScheme(), connection.key());
    for (Channel channel : Channel.values()) {
      var socket =
          context.createSocket(
              switch (channel) {
                case IOPUB -> SocketType.SUB;
                case HEARTBEAT -> SocketType.REQ;
                case SHELL, CONTROL, STDIN -> SocketType.DEALER;
              });
      socket.setReceiveTimeOut(PATIENCE_MILLIS);
      socket.setLinger(0);
      switch (channel) {
        case IOPUB -> socket.subscribe(new byte[0]);
        // The kernel routes its questions to the identity that asked on shell.
        case SHELL, STDIN -> socket.setIdentity("client".getBytes(StandardCharsets.US_ASCII));
        case CONTROL, HEARTBEAT -> {}
      }
      socket.connect(connection.endpoint(channel));
      sockets.put(channel, socket);
    }
    // The kernel welcomes each subscriber; from then on nothing is missed.
    while (!receive(Channel.IOPUB).type().equals("iopub_welcome")) {}
  }

  static Connection connection(String key) throws IOException {
    List<ServerSocket> free = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      free.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }
    int[] ports = free.stream().mapToInt(ServerSocket::getLocalPort).toArray();
    for (ServerSocket socket : free) {
      socket.close();
    }
    return new Connection(
        "tcp", "127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], "hmac-sha256", key);
  }

  /** Sends a message and gives its id. */
  String send(Channel channel, String type, Map<String, ?> content) {
    return send(channel, type, content, signer);
  }

  String send(Channel channel, String type, Map<String, ?> content, Signer by) {
    JsonObject header = headers.next(type);
    var envelope =
        new Envelope(
            List.of(), header, new JsonObject(), new JsonObject(), Json.encode(content), List.of());
    sendRaw(channel, envelope.frames(by));
    return envelope.id();
  }

  void sendRaw(Channel channel, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      sockets.get(channel).send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
    }
  }

  List<byte[]> receiveRaw(Channel channel) {
    ZMQ.Socket socket = sockets.get(channel);
    List<byte[]> frames = new ArrayList<>();
    do {
      byte[] frame = socket.recv();
      if (frame == null) {
        throw new AssertionError("nothing came on %s in time".formatted(channel));
      }
      frames.add(frame);
    } while (socket.hasReceiveMore());
    return frames;
  }

  Received receive(Channel channel) {
    try {
      Envelope e = Envelope.of(receiveRaw(channel), signer, new Replays(1));
      return new Received(e.type(), e.parent(), Json.object(e.content()));
    } catch (BadMessage e) {
      throw new AssertionError(e);
    }
  }

  /** What IOPub says about the request, up to its idle. */
  List<Received> published(String id) {
    List<Received> messages = new ArrayList<>();
    while (true) {
      Received message = receive(Channel.IOPUB);
      if (message.parentId().equals(id)) {
        messages.add(message);
        if (message.type().equals("status") && message.text("execution_state").equals("idle")) {
          return messages;
        }
      }
    }
  }

  Answer ask(Channel channel, String type, Map<String, ?> content) {
    String id = send(channel, type, content);
    Received reply = receive(channel);
    if (!reply.parentId().equals(id)) {
      throw new AssertionError("a reply to another request: " + reply);
    }
    return new Answer(reply, published(id));
  }

  Answer execute(String code) {
    return ask(Channel.SHELL, "execute_request", Map.of("code", code));
  }

  @Override
  public void close() {
    context.close();
  }
}
