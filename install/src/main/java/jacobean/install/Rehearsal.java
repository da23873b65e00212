package jacobean.install;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jacobean.kernel.cli.Main;
import jacobean.kernel.cli.Streams;
import jacobean.kernel.session.JShellSession;
import jacobean.kernel.wire.Connection;
import jacobean.kernel.wire.Kernel;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * {@code Rehearsal CELLS}: does once what users do, while the JVM records it for the AOT cache:
 * runs cells by {@code eval}, then a kernel that is asked, over its sockets, to run them and to
 * complete. CELLS is a file whose cells are parted by lines {@code // %%}.
 */
public final class Rehearsal {
  private static final String KEY = "rehearsal";
  private static final int PATIENCE_MILLIS = 30_000;
  private static final Gson GSON = new Gson();

  private Rehearsal() {}

  public static void main(String[] args) throws IOException {
    var cells = List.of(Files.readString(Path.of(args[0])).split("(?m)^// %%\\R"));
    var streams = new Streams(System.in, System.out, System.err, true);
    var eval = new ArrayList<>(List.of("eval"));
    eval.addAll(cells);
    int status = Main.run(eval, streams, JShellSession::open);
    serve(cells, System.err);
    System.exit(status);
  }

  private static void serve(List<String> cells, PrintStream log) throws IOException {
    var ports = freePorts();
    var connection =
        new Connection(
            "tcp",
            "127.0.0.1",
            ports.get(0),
            ports.get(1),
            ports.get(2),
            ports.get(3),
            ports.get(4),
            "hmac-sha256",
            KEY);
    try (var kernel = Kernel.start(connection, JShellSession::open, log::println);
        var context = new ZContext()) {
      var iopub = context.createSocket(SocketType.SUB);
      iopub.subscribe(new byte[0]);
      iopub.connect("tcp://127.0.0.1:" + connection.iopubPort());
      var shell = context.createSocket(SocketType.DEALER);
      shell.setReceiveTimeOut(PATIENCE_MILLIS);
      shell.connect("tcp://127.0.0.1:" + connection.shellPort());
      ask(shell, "kernel_info_request", Map.of());
      for (var cell : cells) {
        ask(shell, "is_complete_request", Map.of("code", cell));
        log.println(ask(shell, "execute_request", Map.of("code", cell, "store_history", true)));
      }
      ask(shell, "complete_request", Map.of("code", "Math.ma", "cursor_pos", 7));
      ask(shell, "inspect_request", Map.of("code", "Math.max", "cursor_pos", 8, "detail_level", 0));
    }
  }

  /** Sends a request and waits for the content of its reply, null where none comes in time. */
  private static JsonObject ask(ZMQ.Socket shell, String type, Map<String, ?> content) {
    var header =
        Map.of(
            "msg_id",
            type + System.nanoTime(),
            "session",
            KEY,
            "username",
            "",
            "date",
            "2000-01-01T00:00:00Z",
            "msg_type",
            type,
            "version",
            "5.3");
    var parts = List.of(GSON.toJson(header), "{}", "{}", GSON.toJson(content));
    shell.sendMore("<IDS|MSG>");
    shell.sendMore(signature(parts));
    for (int i = 0; i < parts.size(); i++) {
      shell.send(parts.get(i).getBytes(StandardCharsets.UTF_8), i + 1 < 4 ? ZMQ.SNDMORE : 0);
    }
    var frames = new ArrayList<String>();
    do {
      var frame = shell.recv();
      if (frame == null) {
        return null;
      }
      frames.add(new String(frame, StandardCharsets.UTF_8));
    } while (shell.hasReceiveMore());
    return JsonParser.parseString(frames.getLast()).getAsJsonObject();
  }

  private static String signature(List<String> parts) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      parts.forEach(part -> mac.update(part.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static List<Integer> freePorts() throws IOException {
    var open = new ArrayList<ServerSocket>();
    try {
      for (int i = 0; i < 5; i++) {
        open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return open.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (var socket : open) {
        socket.close();
      }
    }
  }
}
