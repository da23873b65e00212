package jacobean.kernel.notebook;

import jacobean.kernel.session.CellError;
import jacobean.kernel.session.CellResult;
import jacobean.kernel.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs a notebook's code cells in order in one session, and stops at the first that fails. */
public final class Runner {
  private Runner() {}

  /** Hears which cell runs next. */
  public interface Progress {
    /**
     * @param number the cell's number among the code cells that have code, from 1
     * @param of how many there are
     */
    void running(int number, int of, String source);
  }

  /**
   * @param notebook with the outputs of the cells that ran; the others keep theirs
   * @param failure the cell that ended the run, if one did
   */
  public record Outcome(Notebook notebook, Optional<Failure> failure) {}

  /**
   * @param number as {@link Progress} tells it
   */
  public record Failure(int number, int of, CellError error) {}

  /** Runs the cells; a cell tagged {@code raises-exception} may fail, and the run goes on. */
  public static Outcome run(Notebook notebook, Session session, Progress progress) {
    List<Cell> cells = notebook.cells();
    List<Integer> code =
        IntStream.range(0, cells.size())
            .filter(i -> cells.get(i) instanceof Cell.Code c && !c.source().isBlank())
            .boxed()
            .toList();
    Map<Integer, Recorder> recorders = new LinkedHashMap<>();
    Map<String, Recorder> displays = Recorder.displays();
    Optional<Failure> failure = Optional.empty();
    for (int i = 0; i < code.size() && failure.isEmpty(); i++) {
      int number = i + 1;
      var cell = (Cell.Code) cells.get(code.get(i));
      progress.running(number, code.size(), cell.source());
      var recorder = new Recorder(displays);
      recorders.put(code.get(i), recorder);
      failure =
          run(cell, number, session, recorder)
              .map(error -> new Failure(number, code.size(), error));
    }
    // Read at the end only: cells update what earlier ones displayed, and threads print late.
    Map<Integer, Integer> counts =
        IntStream.range(0, code.size()).boxed().collect(Collectors.toMap(code::get, i -> i + 1));
    Map<Integer, Notebook.Run> runs = new LinkedHashMap<>();
    recorders.forEach((i, r) -> runs.put(i, new Notebook.Run(counts.get(i), r.outputs())));
    return new Outcome(notebook.withRuns(runs), failure);
  }

  private static Optional<CellError> run(
      Cell.Code cell, int number, Session session, Recorder recorder) {
    return switch (session.execute(cell.source(), number, recorder)) {
      case CellResult.Ok(Object value, var rendered) -> {
        rendered.ifPresent(bundle -> recorder.add(new Output.Result(number, bundle), null));
        yield Optional.empty();
      }
      case CellResult.Failed(CellError error) -> {
        recorder.add(new Output.Failure(error), null);
        yield cell.mayFail() ? Optional.empty() : Optional.of(error);
      }
      case CellResult.Interrupted() -> {
        String message = "the cell was stopped";
        var error =
            new CellError(
                "Interrupted", message, List.of("Interrupted: " + message), Optional.empty());
        recorder.add(new Output.Failure(error), null);
        yield Optional.of(error);
      }
    };
  }
}
