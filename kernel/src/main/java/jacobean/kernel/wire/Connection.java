package jacobean.kernel.wire;

import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a client expects the kernel to listen, and the key that both sign with: the content of a
 * Jupyter connection file.
 *
 * @param ip the address to bind, as written in the file
 * @param signatureScheme {@code hmac-sha256} or another {@code hmac-} scheme
 * @param key the signing key; empty means that messages are not signed
 */
public record Connection(
    String transport,
    String ip,
    int shellPort,
    int controlPort,
    int stdinPort,
    int iopubPort,
    int hbPort,
    String signatureScheme,
    String key) {
  public Connection {
    transport = transport == null ? "tcp" : transport;
    ip = ip == null ? "127.0.0.1" : ip;
    signatureScheme = signatureScheme == null ? "hmac-sha256" : signatureScheme;
    key = key == null ? "" : key;
  }

  /**
   * Reads a connection file.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it is no connection file
   */
  public static Connection read(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      Connection connection = Json.GSON.fromJson(text, Connection.class);
      if (connection == null) {
        throw new JsonSyntaxException("it is empty");
      }
      if (!connection.transport().equals("tcp")) {
        throw new IllegalArgumentException(
            "connection file %s: transport is '%s', but this kernel speaks only 'tcp'; start Jupyter"
                    .formatted(file, connection.transport())
                + " with --KernelManager.transport=tcp");
      }
      return connection;
    } catch (JsonParseException e) {
      throw new IllegalArgumentException(
          "connection file %s: wanted the JSON object that Jupyter writes: %s"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Whether only processes of this machine can connect. */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(ip).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  String endpoint(Channel channel) {
    return "tcp://%s:%d".formatted(ip.contains(":") ? "[" + ip + "]" : ip, port(channel));
  }

  private int port(Channel channel) {
    return switch (channel) {
      case SHELL -> shellPort;
      case CONTROL -> controlPort;
      case STDIN -> stdinPort;
      case IOPUB -> iopubPort;
      case HEARTBEAT -> hbPort;
    };
  }
}
