package jacobean.kernel.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.kernel.notebook.Ansi;
import jacobean.kernel.wire.ScriptedSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console at a terminal that this test plays: keys in, screen out. */
@Timeout(60)
class TerminalReplTest {
  private static final String CTRL_D = "\u0004";

  @TempDir Path folder;
  private final ScriptedSession session = new ScriptedSession();

  private String type(String keys, String terminalType) throws Exception {
    var screen = new ByteArrayOutputStream();
    var input = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
    try (var terminal =
        new DumbTerminal("test", terminalType, input, screen, StandardCharsets.UTF_8)) {
      terminal.setSize(new Size(80, 25));
      TerminalRepl.run(
          terminal,
          () -> session,
          terminalType.startsWith("xterm"),
          Optional.of(folder.resolve("history")));
      terminal.flush();
    }
    return Ansi.strip(screen.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xterm-256color", "dumb"})
  void cellsRunUntilTheEndOfInput(String terminal) throws Exception {
    String screen = type("out one\rvalue two\rfail three\r" + CTRL_D, terminal);
    assertEquals(List.of("out one", "value two", "fail three"), session.ran());
    for (String part : List.of("[1] ", "[2] ", "[3] ", "[4] ", "one", "two", "Failure: three")) {
      assertTrue(screen.contains(part), () -> "wanted " + part + " in " + screen);
    }
    assertTrue(session.closed());
  }

  @Test
  void enterGoesOnWithinACellThatIsNotWhole() throws Exception {
    type("out {\rx\r}\rvalue 1\r", "xterm-256color");
    assertEquals(List.of("out {\n    x\n}", "value 1"), session.ran());
  }

  @Test
  void tabCompletes() throws Exception {
    type("value b\t\r" + CTRL_D, "xterm-256color");
    assertEquals(List.of("value be"), session.ran(), "both bean and bell begin so");
  }

  @Test
  void wordsThatEndAndQuestionsAreNoCells() throws Exception {
    String screen = type("bean?\rexit\rvalue 1\r", "xterm-256color");
    assertTrue(screen.contains("a bean"), screen);
    assertEquals(List.of(), session.ran());
  }

  @Test
  void linesAreRemembered() throws Exception {
    type("value 1\r" + CTRL_D, "xterm-256color");
    assertTrue(Files.readString(folder.resolve("history")).contains("value 1"));
  }
}
