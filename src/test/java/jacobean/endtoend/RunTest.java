package jacobean.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ./jacobean run}: notebooks without Python. */
class RunTest {
  @TempDir Path folder;

  static List<Path> notebooks() throws IOException {
    return Notebook.all();
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void everyNotebookRuns(Path notebook) throws IOException {
    var out = folder.resolve("out.ipynb");
    var html = folder.resolve("out.html");
    var before = Files.readString(notebook);

    Launcher.inCheckout()
        .jacobean("run", notebook.toString(), "--out", out.toString(), "--html", html.toString())
        .expect(0);

    Notebook.read(out).expectWhole();
    assertTrue(Files.readString(html).contains("</html>"), "the page is not whole");
    assertEquals(before, Files.readString(notebook), "--out must leave the notebook as it was");
  }

  @Test
  void withoutOutTheOutputsAreWrittenBack() throws IOException {
    var notebook = copy("hello.ipynb");
    Launcher.inCheckout().jacobean("run", notebook.toString()).expect(0);
    var cells = Notebook.read(notebook).cells();
    assertEquals("hello\n", cells.get(0).text());
    assertEquals("42\n", cells.get(1).text());
  }

  @Test
  void aFailingCellIsShownAndTheExitStatusIsOne() throws IOException {
    var notebook = copy("failing.ipynb");
    var outcome = Launcher.inCheckout().jacobean("run", notebook.toString()).expect(1);
    assertTrue(outcome.err().contains("IllegalStateException: no more beans"), outcome::toString);
    var cells = Notebook.read(notebook).cells();
    assertEquals("error", cells.get(1).outputs().getLast().get("output_type").getAsString());
    assertEquals(List.of(), cells.get(2).outputs(), "cells after the failure must not run");
  }

  @Test
  void aMissingNotebookIsOneClearLine() {
    var outcome = Launcher.inCheckout().jacobean("run", "no-such.ipynb");
    assertTrue(outcome.exit() != 0, outcome::toString);
    assertTrue(outcome.err().contains("no-such.ipynb"), outcome::toString);
    assertTrue(!outcome.err().contains("\tat "), outcome::toString);
  }

  private Path copy(String name) throws IOException {
    return Files.copy(
        Launcher.ROOT.resolve("src/test/resources/notebooks").resolve(name), folder.resolve(name));
  }
}
