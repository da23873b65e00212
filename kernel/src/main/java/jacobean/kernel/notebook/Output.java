package jacobean.kernel.notebook;

import jacobean.kernel.session.CellError;
import jacobean.kernel.spi.MimeBundle;
import java.util.List;

/** One output of a code cell, as a notebook file stores it. */
public sealed interface Output {
  /**
   * @param name {@code stdout} or {@code stderr}
   */
  record Stream(String name, String text) implements Output {}

  /** The value of the cell's last expression. */
  record Result(int executionCount, MimeBundle bundle) implements Output {}

  /** What the cell displayed. */
  record Display(MimeBundle bundle) implements Output {}

  record Failure(String name, String message, List<String> traceback) implements Output {
    public Failure(CellError error) {
      this(error.name(), error.message(), error.traceback());
    }
  }
}
