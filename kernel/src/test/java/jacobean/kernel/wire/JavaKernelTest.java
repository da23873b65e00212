package jacobean.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.kernel.session.JShellSession;
import jacobean.kernel.session.SessionOptions;
import jacobean.kernel.wire.TestClient.Answer;
import jacobean.kernel.wire.TestClient.Received;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel with its real Java session, over real sockets. */
@Timeout(120)
class JavaKernelTest {
  private static Kernel kernel;
  private static TestClient client;

  @BeforeAll
  static void start() throws IOException {
    Connection connection = TestClient.connection("key");
    kernel =
        Kernel.start(
            connection, () -> JShellSession.open(SessionOptions.bare()), System.err::println);
    client = new TestClient(connection);
  }

  @AfterAll
  static void stop() {
    client.close();
    kernel.close();
  }

  private static String result(Answer answer) {
    return answer.published().stream()
        .filter(m -> m.type().equals("execute_result"))
        .map(m -> m.content().getAsJsonObject("data").get("text/plain").getAsString())
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 + 1                                        | 2  | ''    | ''
          System.out.print("o"); System.err.print("e") | '' | o     | e
          int sq(int x) { return x * x; } sq(7)        | 49 | ''    | ''
          ''                                           | '' | ''    | ''
          """)
  void cells(String code, String result, String out, String err) {
    Answer answer = client.execute(code);
    assertEquals("ok", answer.reply().text("status"), () -> answer.reply().toString());
    assertEquals(result, result(answer));
    assertEquals(out, answer.stream("stdout"));
    assertEquals(err, answer.stream("stderr"));
  }

  @ParameterizedTest
  @CsvSource({"int x = \"a\";, CompilationError", "1 / 0, ArithmeticException"})
  void failures(String code, String name) {
    assertEquals(name, client.execute(code).reply().text("ename"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "Thread.sleep(1_000_000);",
        "Runnable r = () -> { for (;;) {} }; r.run();"
      })
  void anInterruptStopsTheCellAndKeepsTheVariables(String endless) {
    client.execute("int kept = 41;");
    client.send(
        Channel.SHELL, "execute_request", Map.of("code", "System.out.println(\"in\"); " + endless));
    while (!client.receive(Channel.IOPUB).type().equals("stream")) {}
    client.send(Channel.CONTROL, "interrupt_request", Map.of());
    assertEquals("Interrupted", client.receive(Channel.SHELL).text("ename"));
    client.receive(Channel.CONTROL);
    assertEquals("42", result(client.execute("kept + 1")));
  }

  @Test
  void scannersReadFromTheFrontEnd() {
    String cell =
        client.send(
            Channel.SHELL,
            "execute_request",
            Map.of("code", "new java.util.Scanner(System.in).nextLine()"));
    client.receive(Channel.STDIN);
    client.send(Channel.STDIN, "input_reply", Map.of("value", "typed"));
    client.receive(Channel.SHELL);
    assertEquals("typed", result(new Answer(null, client.published(cell))));
  }

  @Test
  void aThreadPrintsAfterItsCell() {
    var gate = new CountDownLatch(1);
    System.getProperties().put("gate", gate);
    String cell =
        client.send(
            Channel.SHELL,
            "execute_request",
            Map.of(
                "code",
                """
                var gate = (java.util.concurrent.CountDownLatch) System.getProperties().get("gate");
                new Thread(() -> {
                  try { gate.await(); } catch (InterruptedException e) { return; }
                  System.out.println("late");
                }).start();\
                """));
    client.published(cell);
    client.receive(Channel.SHELL);
    gate.countDown();
    Received late = client.receive(Channel.IOPUB);
    assertEquals("late\n", late.text("text"));
    assertEquals(cell, late.parentId());
  }

  @Test
  void completionAndCompleteness() {
    Received completed =
        client.ask(Channel.SHELL, "complete_request", Map.of("code", "Math.P")).reply();
    assertEquals("[\"PI\"]", completed.content().get("matches").toString());
    Received complete =
        client.ask(Channel.SHELL, "is_complete_request", Map.of("code", "class A {")).reply();
    assertEquals("incomplete", complete.text("status"));
  }
}
