package jacobean.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.wire.ScriptedSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notebook files: read, run, written. */
class NotebookTest {
  /** As Jupyter writes it, with fields that this project knows nothing of. */
  private static final String FILE =
      """
      {
       "cells": [
        {
         "cell_type": "markdown",
         "id": "a1",
         "metadata": {},
         "source": [
          "# Title\\n",
          "text"
         ]
        },
        {
         "cell_type": "code",
         "execution_count": null,
         "id": "b2",
         "metadata": {
          "other_tool": {
           "x": 1.50,
           "y": null
          },
          "tags": [
           "raises-exception"
          ]
         },
         "outputs": [],
         "source": "fail on purpose < & ∂"
        },
        {
         "cell_type": "code",
         "execution_count": 7,
         "id": "c3",
         "metadata": {},
         "outputs": [
          {
           "name": "stdout",
           "output_type": "stream",
           "text": [
            "old\\n"
           ]
          }
         ],
         "source": [
          "out one\\n",
          "out two\\n",
          "err three\\n",
          "show d first\\n",
          "value 4"
         ]
        },
        {
         "cell_type": "code",
         "execution_count": null,
         "id": "d4",
         "metadata": {},
         "outputs": [],
         "source": [
          "update d second"
         ]
        },
        {
         "cell_type": "code",
         "execution_count": null,
         "id": "e5",
         "metadata": {},
         "outputs": [],
         "source": []
        },
        {
         "cell_type": "raw",
         "id": "f6",
         "metadata": {},
         "source": []
        }
       ],
       "metadata": {
        "kernelspec": {
         "display_name": "Java",
         "language": "java",
         "name": "jacobean"
        }
       },
       "nbformat": 4,
       "nbformat_minor": 5,
       "unknown": [
        1e-3
       ]
      }
      """;

  @TempDir Path folder;

  @Test
  void aFileThatIsReadAndWrittenIsTheSameByteForByte() throws Exception {
    Path file = folder.resolve("n.ipynb");
    Notebook.parse(FILE).write(file);
    assertEquals(FILE, Files.readString(file));
    assertEquals(List.of(file), Files.list(folder).toList(), "no temporary file stays");
  }

  @Test
  void runningChangesOnlyCountsAndOutputs() {
    var progress = new ArrayList<String>();
    Runner.Outcome outcome =
        Runner.run(
            Notebook.parse(FILE),
            new ScriptedSession(),
            (number, of, source) -> progress.add(number + "/" + of));
    assertTrue(outcome.failure().isEmpty());
    assertEquals(List.of("1/3", "2/3", "3/3"), progress);
    var expected = JsonParser.parseString(FILE).getAsJsonObject();
    var cells = expected.getAsJsonArray("cells");
    List<String> outputs =
        List.of(
            """
            [{"output_type":"error","ename":"Failure","evalue":"on purpose < & ∂",
              "traceback":["\\u001b[31mFailure\\u001b[0m: on purpose < & ∂"]}]\
            """,
            """
            [{"output_type":"stream","name":"stdout","text":["one\\n","two\\n"]},
             {"output_type":"stream","name":"stderr","text":["three\\n"]},
             {"output_type":"display_data","data":{"text/plain":["second"]},"metadata":{}},
             {"output_type":"execute_result","execution_count":2,"metadata":{},
              "data":{"text/plain":["4"],"text/html":["<b>4"]}}]\
            """,
            "[]");
    for (int i = 0; i < outputs.size(); i++) {
      var cell = cells.get(i + 1).getAsJsonObject();
      cell.addProperty("execution_count", i + 1);
      cell.add("outputs", JsonParser.parseString(outputs.get(i)));
    }
    assertEquals(expected, JsonParser.parseString(outcome.notebook().text()));
  }

  @Test
  void aFailureEndsTheRunAndKeepsWhatWasPutOut() {
    String file =
        """
        {"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[
         {"cell_type":"code","id":"a","metadata":{},"source":"out x","outputs":[],"execution_count":null},
         {"cell_type":"code","id":"b","metadata":{},"source":"out y\\nfail now","outputs":[],"execution_count":null},
         {"cell_type":"code","id":"c","metadata":{},"source":"out z","outputs":[],"execution_count":9}]}
        """;
    var session = new ScriptedSession();
    Runner.Outcome outcome = Runner.run(Notebook.parse(file), session, (n, of, source) -> {});
    Runner.Failure failure = outcome.failure().orElseThrow();
    assertEquals(2, failure.number());
    assertEquals("now", failure.error().message());
    assertEquals(2, session.ran().size());
    var cells = outcome.notebook().cells().stream().map(Cell.Code.class::cast).toList();
    assertEquals(
        List.of(
            new Output.Stream("stdout", "y\n"),
            new Output.Failure("Failure", "now", List.of("\u001b[31mFailure\u001b[0m: now"))),
        cells.get(1).outputs());
    assertEquals(9, cells.get(2).executionCount());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{}",
        "{\"cells\": 1}",
        "{\"cells\":[],\"nbformat\":3}",
        "{\"cells\":[1],\"nbformat\":4}"
      })
  void otherFilesAreRefusedWithAReason(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> Notebook.parse(text));
    assertTrue(e.getMessage().matches("(?s)(not a notebook|nbformat).*"), e.getMessage());
  }

  @Test
  void outputsOfEveryFormatComeBack() {
    var bundle =
        MimeBundle.text("a\nb\n")
            .and("image/png", "aGk=")
            .and("image/svg+xml", "<svg/>")
            .and("application/json", Map.of("k", List.of(1, 2)));
    var json = OutputJson.write(new Output.Display(bundle));
    assertEquals(
        JsonParser.parseString(
            """
            {"text/plain":["a\\n","b\\n"],"image/png":"aGk=","image/svg+xml":["<svg/>"],
             "application/json":{"k":[1,2]}}\
            """),
        json.get("data"));
    var read = (Output.Display) OutputJson.read(json).orElseThrow();
    assertEquals("a\nb\n", read.bundle().plain());
    assertEquals("aGk=", read.bundle().data().get("image/png"));
  }

  @Test
  void clearingWaitsForTheNextOutputIfAsked() {
    var recorder = new Recorder(Recorder.displays());
    recorder.stdout("1");
    recorder.clear(true);
    assertEquals(1, recorder.outputs().size());
    recorder.stdout("2");
    assertEquals(List.of(new Output.Stream("stdout", "2")), recorder.outputs());
    recorder.clear(false);
    assertEquals(List.of(), recorder.outputs());
  }
}
