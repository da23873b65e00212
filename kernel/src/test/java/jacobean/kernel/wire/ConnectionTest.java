package jacobean.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connection files. */
class ConnectionTest {
  @TempDir Path folder;

  private Connection read(String text) throws Exception {
    return Connection.read(Files.writeString(folder.resolve("kernel-1.json"), text));
  }

  @Test
  void readsWhatJupyterWrites() throws Exception {
    Connection connection =
        read(
            """
            {"shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5,
             "ip": "127.0.0.1", "key": "abc", "transport": "tcp",
             "signature_scheme": "hmac-sha256", "kernel_name": "java", "jupyter_session": ""}\
            """);
    assertEquals("tcp://127.0.0.1:4", connection.endpoint(Channel.CONTROL));
    assertEquals("tcp://127.0.0.1:2", connection.endpoint(Channel.IOPUB));
    assertEquals("abc", connection.key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1]", "{\"shell_port\": \"x\"}", "{", "{\"transport\": \"ipc\"}"})
  void otherFilesAreRefusedWithAReason(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> read(text));
    assertTrue(e.getMessage().startsWith("connection file"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, true", "::1, true", "localhost, true", "0.0.0.0, false", "*, false"})
  void onlyLoopbackAddressesAreLoopback(String ip, boolean loopback) {
    var connection = new Connection("tcp", ip, 1, 2, 3, 4, 5, null, null);
    assertEquals(loopback, connection.isLoopback());
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    Connection connection = TestClient.connection("");
    try (var first = Kernel.start(connection, ScriptedSession::new, line -> {})) {
      var e =
          assertThrows(
              IllegalStateException.class,
              () -> Kernel.start(connection, ScriptedSession::new, line -> {}));
      assertTrue(e.getMessage().contains(":" + connection.shellPort()), e.getMessage());
      assertFalse(e.getMessage().isBlank());
    }
  }
}
