package jacobean.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import jacobean.kernel.wire.ScriptedSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands: status, standard output, standard error, files. */
class MainTest {
  private static final String NOTEBOOK =
      """
      {"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[
       {"cell_type":"code","id":"a","metadata":{},"source":"out x","outputs":[],"execution_count":null},
       {"cell_type":"code","id":"b","metadata":{},"source":"%s","outputs":[],"execution_count":null}]}
      """;

  @TempDir Path folder;
  private final ScriptedSession session = new ScriptedSession();

  private record Ended(int status, String out, String err) {}

  private Ended run(String in, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var streams =
        new Streams(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    int status = Main.run(List.of(args), streams, () -> session);
    return new Ended(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void evalRunsEachArgumentAsACell() {
    assertEquals(
        new Ended(0, "a\n1\n2\n", "e\n"), run("", "eval", "out a\nvalue 1", "err e\nvalue 2"));
    assertTrue(session.closed());
  }

  @Test
  void evalStopsAtTheFirstFailureWithoutColours() {
    assertEquals(
        new Ended(1, "a\n", "Failure: no ∂\n"), run("", "eval", "out a", "fail no ∂", "out b"));
  }

  @Test
  void evalReadsCellsFromStandardInput() {
    assertEquals(
        new Ended(0, "1\n2\n", ""), run("value 1\n// %% second\nvalue 2\n//%%\n\n", "eval", "-"));
    assertEquals(List.of("value 1\n", "value 2\n"), session.ran());
  }

  @Test
  void evalTakesATextWithoutMarkersAsOneCell() {
    run("out a\n\nout b", "eval", "-");
    assertEquals(List.of("out a\n\nout b"), session.ran());
  }

  @Test
  void aCellReadsFromStandardInput() {
    assertEquals(new Ended(0, "name?got bean\n", ""), run("bean\n", "eval", "ask name?"));
  }

  @Test
  void runWritesOutputsBack() throws Exception {
    Path file = Files.writeString(folder.resolve("n.ipynb"), NOTEBOOK.formatted("value 5"));
    Ended ended = run("", "run", file.toString());
    assertEquals(new Ended(0, "", "[1/2] out x\n[2/2] value 5\n"), ended);
    assertTrue(Files.readString(file).contains("\"execute_result\""));
  }

  @Test
  void runLeavesItsInputAloneWhereThereIsAnotherOut() throws Exception {
    String text = NOTEBOOK.formatted("fail oh");
    Path file = Files.writeString(folder.resolve("n.ipynb"), text);
    Path out = folder.resolve("out.ipynb");
    Path html = folder.resolve("page.html");
    Ended ended =
        run("", "run", file.toString(), "--html", html.toString(), "--out", out.toString());
    assertEquals(1, ended.status());
    assertTrue(
        ended.err().endsWith("cell 2 of 2 failed:\nFailure: oh\n"),
        "standard error: " + ended.err());
    assertEquals(text, Files.readString(file));
    assertTrue(Files.readString(out).contains("\"ename\": \"Failure\""));
    assertTrue(Files.readString(html).contains("<pre class=\"error\">"));
  }

  @Test
  void replFromAPipeRunsCellsAsTheyBecomeWhole() {
    Ended ended = run("out a\nvalue {\n}\nfail no\nbean?\nvalue 2\nexit\nvalue 3\n", "repl");
    assertEquals(new Ended(0, "a\n{\na bean\n2\n", "Failure: no\n"), ended);
    assertEquals(List.of("out a\n", "value {\n}\n", "fail no\n", "value 2\n"), session.ran());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                    | 2 | wanted a command
          frobnicate            | 2 | unknown command 'frobnicate'
          eval                  | 2 | eval: wanted code
          run                   | 2 | run: wanted a notebook file
          run a --out           | 2 | run: wanted a file after --out
          run a b               | 2 | run: did not expect 'b'
          run --fast a          | 2 | run: did not expect '--fast'
          run /nowhere/a.ipynb  | 1 | run: no such file: /nowhere/a.ipynb
          repl now              | 2 | repl: takes no arguments
          kernel                | 2 | kernel: wanted one connection file
          kernel /nowhere/a     | 1 | kernel: no such file: /nowhere/a
          """)
  void badCommandLinesAreExplained(String line, int status, String message) {
    Ended ended = run("", line.isEmpty() ? new String[0] : line.split(" "));
    assertEquals(status, ended.status());
    assertTrue(ended.err().startsWith(message), ended.err());
    assertEquals("", ended.out());
  }

  @Test
  void theKernelListensOnlyToThisMachine() throws Exception {
    Path file =
        Files.writeString(folder.resolve("c.json"), "{\"ip\": \"0.0.0.0\", \"shell_port\": 1}");
    Ended ended = run("", "kernel", file.toString());
    assertEquals(1, ended.status());
    assertTrue(ended.err().contains("JACOBEAN_ALLOW_REMOTE=1"), ended.err());
  }

  @Test
  void theKernelspecStartsTheKernelCommand() throws Exception {
    Path spec = folder.resolve("kernels").resolve("jacobean");
    new KernelSpec(List.of("/jdk/bin/java", "-cp", "a b.jar", "Main"), Map.of("X", "<1>"))
        .write(spec);
    assertEquals(
        JsonParser.parseString(
            """
            {"argv": ["/jdk/bin/java", "-cp", "a b.jar", "Main", "kernel", "{connection_file}"],
             "display_name": "Java (Jacobean)", "language": "java", "interrupt_mode": "message",
             "env": {"X": "<1>"}, "metadata": {"debugger": false}}\
            """),
        JsonParser.parseString(Files.readString(spec.resolve("kernel.json"))));
    assertTrue(Files.readString(spec.resolve("logo-svg.svg")).startsWith("<svg"));
  }
}
