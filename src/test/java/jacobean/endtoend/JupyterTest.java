package jacobean.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel in real Jupyter, as installed: its own client, its test suite, every notebook. */
class JupyterTest {
  @TempDir Path folder;

  static List<Path> notebooks() throws IOException {
    return Notebook.all();
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void everyNotebookRunsInJupyter(Path notebook) throws IOException {
    var python = Python.orSkip();
    var here = Launcher.inCheckout().in(folder).with("JUPYTER_DATA_DIR", folder.resolve("data"));
    here.jacobean("install").expect(0);
    var copy = Files.copy(notebook, folder.resolve("notebook.ipynb"));

    here.run(
            List.of(
                python.command("jupyter"),
                "execute",
                "--inplace",
                "--kernel_name=jacobean",
                "--timeout=300",
                copy.toString()))
        .expect(0);

    var executed = Notebook.read(copy);
    executed.expectWhole();
    assertEquals(Notebook.read(notebook).cells().size(), executed.cells().size());
  }

  /**
   * The scripts say what they check; 77 is the exit status by which one says that it cannot run.
   */
  @ParameterizedTest
  @ValueSource(strings = {"kernel_client.py", "kernel_suite.py"})
  void theKernelPasses(String script) {
    var python = Python.orSkip();
    var outcome =
        Launcher.inCheckout()
            .in(folder)
            .run(
                List.of(
                    python.command("python"),
                    Launcher.ROOT.resolve("src/test/python").resolve(script).toString(),
                    Launcher.ROOT.resolve("jacobean").toString()));
    if (outcome.exit() == 77) {
      System.err.println("[jacobean] " + script + " " + outcome.out());
      Assumptions.abort(outcome.out());
    }
    outcome.expect(0);
  }
}
