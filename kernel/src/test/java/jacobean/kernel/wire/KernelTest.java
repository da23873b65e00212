package jacobean.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import jacobean.kernel.wire.TestClient.Answer;
import jacobean.kernel.wire.TestClient.Received;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernel as a client sees it, over real sockets, with a scripted session behind it. */
@Timeout(120)
class KernelTest {
  private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
  private final ScriptedSession session = new ScriptedSession();
  private final CompletableFuture<ScriptedSession> made = new CompletableFuture<>();
  private Connection connection;
  private Kernel kernel;
  private TestClient client;

  @BeforeEach
  void start() throws Exception {
    connection = TestClient.connection("a key");
    kernel = Kernel.start(connection, made::join, log::add);
    client = new TestClient(connection);
    made.complete(session);
  }

  @AfterEach
  void stop() {
    client.close();
    kernel.close();
  }

  @Test
  void answersKernelInfoBeforeTheSessionExists() throws Exception {
    var never = new CompletableFuture<ScriptedSession>();
    Connection other = TestClient.connection("");
    try (var early = Kernel.start(other, never::join, log::add);
        var asking = new TestClient(other)) {
      Received reply = asking.ask(Channel.SHELL, "kernel_info_request", Map.of()).reply();
      assertEquals("kernel_info_reply", reply.type());
      assertEquals(
          "java", reply.content().getAsJsonObject("language_info").get("name").getAsString());
      assertEquals("5.4", reply.text("protocol_version"));
      never.complete(session);
    }
  }

  @Test
  void aCellIsBusyInputOutputResultReplyIdle() {
    Answer answer = client.execute("out one\nerr two\nvalue 3");
    assertEquals(
        List.of("status", "execute_input", "stream", "stream", "execute_result", "status"),
        answer.types());
    assertEquals("one\n", answer.stream("stdout"));
    assertEquals("two\n", answer.stream("stderr"));
    assertEquals(
        JsonParser.parseString("{'text/plain':'3','text/html':'<b>3'}"),
        answer.published().get(4).content().get("data"));
    assertEquals("ok", answer.reply().text("status"));
    assertEquals("1", answer.reply().text("execution_count"));
    assertEquals("2", client.execute("value 4").reply().text("execution_count"));
  }

  @Test
  void aFailureIsAnErrorAndTheSessionGoesOn() {
    Answer answer = client.execute("out before\nfail no beans");
    assertEquals(List.of("status", "execute_input", "stream", "error", "status"), answer.types());
    for (Received message : List.of(answer.reply(), answer.published().get(3))) {
      assertEquals("Failure", message.text("ename"));
      assertEquals("no beans", message.text("evalue"));
      assertEquals(1, message.content().getAsJsonArray("traceback").size());
    }
    assertEquals("ok", client.execute("value 1").reply().text("status"));
  }

  @Test
  void aFailureTurnsWaitingCellsAwayButNotLaterOnes() {
    client.send(Channel.SHELL, "execute_request", Map.of("code", "spin"));
    client.send(Channel.SHELL, "execute_request", Map.of("code", "value 2"));
    client.send(Channel.SHELL, "kernel_info_request", Map.of());
    String last = client.send(Channel.SHELL, "execute_request", Map.of("code", "value 3"));
    untilRunning();
    client.send(Channel.CONTROL, "interrupt_request", Map.of());
    assertEquals(
        List.of("error", "aborted", "ok", "aborted"),
        IntStream.range(0, 4).mapToObj(i -> client.receive(Channel.SHELL).text("status")).toList());
    client.published(last);
    assertEquals("ok", client.execute("value 4").reply().text("status"));
    assertEquals(List.of("spin", "value 4"), session.ran());
  }

  @Test
  void withoutStopOnErrorWaitingCellsRun() {
    client.send(Channel.SHELL, "execute_request", Map.of("code", "fail x", "stop_on_error", false));
    client.send(Channel.SHELL, "execute_request", Map.of("code", "value 2"));
    assertEquals("error", client.receive(Channel.SHELL).text("status"));
    assertEquals("ok", client.receive(Channel.SHELL).text("status"));
  }

  private void untilRunning() {
    while (session.ran().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void anInterruptStopsTheRunningCell() {
    String cell = client.send(Channel.SHELL, "execute_request", Map.of("code", "spin"));
    untilRunning();
    assertEquals(
        "ok", client.ask(Channel.CONTROL, "interrupt_request", Map.of()).reply().text("status"));
    Received reply = client.receive(Channel.SHELL);
    assertEquals(cell, reply.parentId());
    assertEquals("Interrupted", reply.text("ename"));
    assertEquals("ok", client.execute("value 1").reply().text("status"));
  }

  @Test
  void aSilentCellPublishesOnlyItsStatusAndCountsNothing() {
    Answer silent =
        client.ask(
            Channel.SHELL, "execute_request", Map.of("code", "out x\nvalue 1", "silent", true));
    assertEquals(List.of("status", "status"), silent.types());
    Answer unstored =
        client.ask(
            Channel.SHELL, "execute_request", Map.of("code", "value 2", "store_history", false));
    assertEquals("1", unstored.reply().text("execution_count"));
    assertEquals("1", client.execute("value 3").reply().text("execution_count"));
  }

  @Test
  void userExpressionsGiveTheirValuesOrErrors() {
    var values =
        client
            .ask(
                Channel.SHELL,
                "execute_request",
                Map.of("code", "", "user_expressions", Map.of("a", "value 7", "b", "fail no")))
            .reply()
            .content()
            .getAsJsonObject("user_expressions");
    assertEquals(
        "7", values.getAsJsonObject("a").getAsJsonObject("data").get("text/plain").getAsString());
    assertEquals("no", values.getAsJsonObject("b").get("evalue").getAsString());
  }

  @Test
  void longOutputArrivesWholeAndInOrderBeforeIdle() {
    int lines = 200_000;
    String text = client.execute("flood " + lines + "\nvalue 1").stream("stdout");
    var expected = new StringBuilder();
    IntStream.range(0, lines).forEach(i -> expected.append("line ").append(i).append('\n'));
    assertEquals(expected.length(), text.length());
    assertTrue(expected.toString().equals(text), "the lines differ");
  }

  @Test
  void displaysCanBeUpdatedAndCleared() {
    Answer answer = client.execute("show d one\nupdate d two\nclear\nclear later");
    assertEquals(
        List.of(
            "status",
            "execute_input",
            "display_data",
            "update_display_data",
            "clear_output",
            "clear_output",
            "status"),
        answer.types());
    for (int i : new int[] {2, 3}) {
      assertEquals(
          "{\"display_id\":\"d\"}",
          answer.published().get(i).content().get("transient").toString());
    }
    assertEquals("false", answer.published().get(4).text("wait"));
    assertEquals("true", answer.published().get(5).text("wait"));
  }

  @Test
  void whatAThreadPrintsAfterTheCellBelongsToTheCell() {
    String cell = client.send(Channel.SHELL, "execute_request", Map.of("code", "late tick"));
    client.published(cell);
    session.openGate();
    Received late = client.receive(Channel.IOPUB);
    assertEquals("stream", late.type());
    assertEquals("tick\n", late.text("text"));
    assertEquals(cell, late.parentId());
  }

  @Test
  void aCellCanAskTheUser() {
    String cell = client.send(Channel.SHELL, "execute_request", Map.of("code", "ask name?"));
    Received question = client.receive(Channel.STDIN);
    assertEquals("input_request", question.type());
    assertEquals("name?", question.text("prompt"));
    client.send(Channel.STDIN, "input_reply", Map.of("value", "bean"));
    assertEquals("got bean\n", new Answer(null, client.published(cell)).stream("stdout"));
  }

  @Test
  void anInterruptEndsAQuestion() {
    client.send(Channel.SHELL, "execute_request", Map.of("code", "ask name?"));
    client.receive(Channel.STDIN);
    client.send(Channel.CONTROL, "interrupt_request", Map.of());
    assertEquals("Interrupted", client.receive(Channel.SHELL).text("ename"));
  }

  @Test
  void whereInputIsNotAllowedACellIsToldSo() {
    Received reply =
        client
            .ask(Channel.SHELL, "execute_request", Map.of("code", "ask x", "allow_stdin", false))
            .reply();
    assertEquals("error", reply.text("status"));
    assertTrue(reply.text("evalue").contains("allow_stdin"), reply.text("evalue"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # code       | cursor | start | end | matches
          b            | 1      | 0     | 1   | ["bean","bell"]
          x b          | 3      | 2     | 3   | ["bean","bell"]
          😀😀 b       | 4      | 3     | 4   | ["bean","bell"]
          x            | 1      | 1     | 1   | []
          """,
      delimiter = '|')
  void completionCountsCodePoints(String code, int cursor, int start, int end, String matches) {
    Received reply =
        client
            .ask(Channel.SHELL, "complete_request", Map.of("code", code, "cursor_pos", cursor))
            .reply();
    assertEquals(matches, reply.content().getAsJsonArray("matches").toString());
    assertEquals(start, reply.content().get("cursor_start").getAsInt());
    assertEquals(end, reply.content().get("cursor_end").getAsInt());
    JsonArray types =
        reply.content().getAsJsonObject("metadata").getAsJsonArray("_jupyter_types_experimental");
    assertEquals(reply.content().getAsJsonArray("matches").size(), types.size());
  }

  @Test
  void inspectionFindsDocumentationOrSaysNot() {
    Received found =
        client
            .ask(Channel.SHELL, "inspect_request", Map.of("code", "bean x", "cursor_pos", 4))
            .reply();
    assertTrue(found.content().get("found").getAsBoolean());
    assertEquals(
        "a **bean**", found.content().getAsJsonObject("data").get("text/markdown").getAsString());
    Received none = client.ask(Channel.SHELL, "inspect_request", Map.of("code", "pea")).reply();
    assertFalse(none.content().get("found").getAsBoolean());
  }

  @Test
  void aQuestionMarkPagesDocumentation() {
    Received reply = client.execute("bean?").reply();
    var page = reply.content().getAsJsonArray("payload").get(0).getAsJsonObject();
    assertEquals("page", page.get("source").getAsString());
    assertEquals("a bean", page.getAsJsonObject("data").get("text/plain").getAsString());
    assertEquals(List.of(), session.ran());
  }

  @ParameterizedTest
  @CsvSource({"f(), complete", "f() {, incomplete", "}, invalid"})
  void completenessOfCells(String code, String status) {
    assertEquals(
        status,
        client
            .ask(Channel.SHELL, "is_complete_request", Map.of("code", code))
            .reply()
            .text("status"));
  }

  @Test
  void historyByTailRangeAndSearch() {
    List.of("value 1", "out x", "value 1").forEach(client::execute);
    assertEquals(
        "[[1,2,\"out x\"],[1,3,\"value 1\"]]", history(Map.of("hist_access_type", "tail", "n", 2)));
    assertEquals(
        "[[1,2,\"out x\"]]",
        history(Map.of("hist_access_type", "range", "session", 0, "start", 2, "stop", 3)));
    assertEquals(
        "[[1,3,\"value 1\"]]",
        history(Map.of("hist_access_type", "search", "pattern", "val*", "unique", true)));
    assertEquals(
        "[[1,1,[\"value 1\",\"1\"]]]",
        history(Map.of("hist_access_type", "range", "start", 1, "stop", 2, "output", true)));
  }

  private String history(Map<String, Object> request) {
    return client
        .ask(Channel.SHELL, "history_request", request)
        .reply()
        .content()
        .get("history")
        .toString();
  }

  @Test
  void smallRequests() {
    assertEquals(
        "{}",
        client
            .ask(Channel.SHELL, "comm_info_request", Map.of())
            .reply()
            .content()
            .get("comms")
            .toString());
    assertEquals(
        connection.hbPort(),
        client
            .ask(Channel.SHELL, "connect_request", Map.of())
            .reply()
            .content()
            .get("hb_port")
            .getAsInt());
    String comm = client.send(Channel.SHELL, "comm_open", Map.of("comm_id", "c"));
    assertEquals("comm_close", client.published(comm).get(1).type());
  }

  @Test
  void theHeartbeatEchoes() {
    byte[] beat = "ping".getBytes(StandardCharsets.US_ASCII);
    client.sendRaw(Channel.HEARTBEAT, List.of(beat));
    assertArrayEquals(beat, client.receiveRaw(Channel.HEARTBEAT).getFirst());
  }

  @Test
  void badMessagesAreDroppedAndLogged() {
    byte[] junk = {1, 2, 3};
    client.send(
        Channel.SHELL,
        "execute_request",
        Map.of("code", "value 666"),
        new Signer("hmac-sha256", "another key"));
    client.sendRaw(Channel.SHELL, List.of(junk));
    client.sendRaw(Channel.SHELL, List.of(junk, junk, junk, junk, junk, junk, junk));
    client.sendRaw(Channel.CONTROL, List.of("<IDS|MSG>".getBytes(StandardCharsets.US_ASCII), junk));
    // Signed well, but no JSON.
    List<byte[]> parts = List.of(junk, junk, junk, junk);
    byte[] signature = new Signer("hmac-sha256", "a key").sign(parts);
    client.sendRaw(
        Channel.SHELL,
        List.of(
            "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII), signature, junk, junk, junk, junk));
    assertEquals("ok", client.execute("value 1").reply().text("status"));
    assertEquals(
        "ok", client.ask(Channel.CONTROL, "kernel_info_request", Map.of()).reply().text("status"));
    assertEquals(List.of("value 1"), session.ran());
    assertEquals(5, log.size(), log.toString());
  }

  @Test
  void aReplayedMessageIsDropped() {
    var envelope =
        new Envelope(
            List.of(),
            new Headers().next("execute_request"),
            new com.google.gson.JsonObject(),
            new com.google.gson.JsonObject(),
            Json.encode(Map.of("code", "value 1")),
            List.of());
    List<byte[]> frames = envelope.frames(new Signer("hmac-sha256", "a key"));
    client.sendRaw(Channel.SHELL, frames);
    client.receive(Channel.SHELL);
    client.sendRaw(Channel.SHELL, frames);
    client.execute("value 2");
    assertEquals(List.of("value 1", "value 2"), session.ran());
    assertTrue(log.toString().contains("replayed"), log.toString());
  }

  @Test
  void aRequestOfTheWrongFormIsAnsweredWithAnError() {
    Received reply =
        client.ask(Channel.SHELL, "execute_request", Map.of("code", List.of(1))).reply();
    assertEquals("execute_reply", reply.type());
    assertEquals("BadRequest", reply.text("ename"));
  }

  @ParameterizedTest
  @CsvSource({"SHELL, false", "CONTROL, true"})
  void shutdownIsAnsweredAndEndsTheKernel(Channel channel, boolean restart) throws Exception {
    client.send(
        Channel.SHELL, "execute_request", Map.of("code", channel == Channel.SHELL ? "" : "spin"));
    untilRunning();
    Answer answer = client.ask(Channel.CONTROL, "shutdown_request", Map.of("restart", restart));
    assertEquals(restart, answer.reply().content().get("restart").getAsBoolean());
    kernel.await();
    kernel.close();
    assertTrue(session.closed());
  }

  @Test
  void aSessionThatCannotStartIsAnErrorOfEachCell() throws Exception {
    Connection other = TestClient.connection("");
    try (var broken =
            Kernel.start(
                other,
                () -> {
                  throw new IllegalStateException("no compiler here");
                },
                log::add);
        var asking = new TestClient(other)) {
      Received reply = asking.execute("value 1").reply();
      assertEquals("error", reply.text("status"));
      assertTrue(reply.text("evalue").contains("no compiler here"), reply.text("evalue"));
    }
  }

  @Test
  void aRehearsalRunsItsCellsOrSaysWhatFailed() throws Exception {
    Rehearsal.run(() -> session, List.of("value 1", "out x"), log::add);
    assertEquals(List.of("value 1", "out x"), session.ran());
    var e =
        assertThrows(
            IllegalStateException.class,
            () -> Rehearsal.run(() -> session, List.of("fail oh"), log::add));
    assertTrue(e.getMessage().contains("oh"), e.getMessage());
  }

  @Test
  void manyCellsOneAfterTheOther() {
    for (int i = 1; i <= 300; i++) {
      Answer answer = client.execute("value " + i);
      assertEquals(String.valueOf(i), answer.reply().text("execution_count"));
    }
  }
}
