package jacobean.kernel.console;

import jacobean.kernel.session.CellResult;
import jacobean.kernel.session.Session;
import jacobean.kernel.session.Session.Completeness;
import jacobean.kernel.spi.Outlet;
import jacobean.kernel.wire.HelpQuestion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Reads cells, runs them, prints what they give, until the input ends. Ctrl-C stops the running
 * cell, or drops the one being typed; Ctrl-D ends; {@code name?} shows documentation.
 */
public final class Repl {
  private static final Set<String> ENDINGS = Set.of("/exit", "exit", "quit");

  private final Session session;
  private final Outlet outlet;
  private final UnaryOperator<String> fit;
  private int number = 1;

  Repl(Session session, Outlet outlet, UnaryOperator<String> fit) {
    this.session = session;
    this.outlet = outlet;
    this.fit = fit;
  }

  /**
   * Cells from a pipe: a cell ends with the first line that makes it whole. No prompts.
   *
   * @param fit takes colours off where there may be none
   */
  public static void onPipe(
      Supplier<Session> sessions, InputStream in, Outlet outlet, UnaryOperator<String> fit)
      throws IOException {
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    try (Session session = sessions.get()) {
      var repl = new Repl(session, outlet, fit);
      var cell = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        cell.append(line).append('\n');
        if (!cell.toString().isBlank() && repl.isWhole(cell.toString())) {
          if (!repl.run(cell.toString())) {
            return;
          }
          cell.setLength(0);
        }
      }
      if (!cell.toString().isBlank()) {
        repl.run(cell.toString());
      }
    }
  }

  private boolean isWhole(String cell) {
    return HelpQuestion.in(cell).isPresent()
        || session.isComplete(cell).status() != Completeness.Status.INCOMPLETE;
  }

  /** The number that the next cell gets. */
  int number() {
    return number;
  }

  /** Runs a cell; false if it asks for the end. */
  boolean run(String cell) {
    String word = cell.strip();
    if (ENDINGS.contains(word)
        && session.variables().stream().noneMatch(v -> v.name().equals(word))) {
      return false;
    }
    var question = HelpQuestion.in(cell);
    if (question.isPresent()) {
      Session.Inspection found = session.inspect(question.get(), question.get().length());
      outlet.stdout(
          (found.found() ? found.plain() : "no documentation found for " + question.get()) + "\n");
      return true;
    }
    switch (session.execute(cell, number, outlet)) {
      case CellResult.Ok ok ->
          ok.rendered().ifPresent(bundle -> outlet.stdout(fit.apply(bundle.plain()) + "\n"));
      case CellResult.Failed(var error) ->
          error.traceback().forEach(line -> outlet.stderr(fit.apply(line) + "\n"));
      case CellResult.Interrupted() -> outlet.stderr("interrupted\n");
    }
    number++;
    return true;
  }
}
