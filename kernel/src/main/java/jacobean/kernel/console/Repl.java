package jacobean.kernel.console;

import jacobean.kernel.notebook.Ansi;
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
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import sun.misc.Signal;

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

  private Repl(Session session, Outlet outlet, UnaryOperator<String> fit) {
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

  /**
   * Cells from the user at this process's terminal; the session is made while the first is typed.
   */
  public static void onTerminal(Supplier<Session> sessions, boolean colour) throws IOException {
    UnaryOperator<String> fit = colour ? UnaryOperator.identity() : Ansi::strip;
    var made = CompletableFuture.supplyAsync(sessions);
    try (Terminal terminal = terminal()) {
      LineReader reader = reader(terminal, made::join, colour);
      var outlet = new TerminalOutlet(terminal, fit);
      terminal
          .writer()
          .println(
              "Jacobean on Java %s. Tab completes, Ctrl-C stops a cell, Ctrl-D ends."
                  .formatted(Runtime.version()));
      Repl repl = null;
      while (true) {
        try {
          String cell = reader.readLine(prompt(repl == null ? 1 : repl.number, colour));
          if (repl == null) {
            repl = new Repl(made.join(), outlet, fit);
            Session session = repl.session;
            terminal.handle(Terminal.Signal.INT, signal -> session.interrupt());
          }
          if (!cell.isBlank() && !repl.run(cell)) {
            break;
          }
          outlet.endLine();
        } catch (UserInterruptException e) {
          // Ctrl-C at the prompt drops what was typed. Only real terminals then end the line.
          if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            terminal.writer().println();
          }
        } catch (EndOfFileException e) {
          break;
        }
      }
    }
    made.join().close();
  }

  private static Terminal terminal() throws IOException {
    Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build();
    if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
      // JLine leaves the signals of dumb terminals to the JVM, which would end.
      Signal.handle(new Signal("INT"), signal -> terminal.raise(Terminal.Signal.INT));
    }
    return terminal;
  }

  private static LineReader reader(Terminal terminal, Supplier<Session> session, boolean colour) {
    var builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("jacobean")
            .parser(new CellParser(session))
            .completer(new SessionCompleter(session))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P ... ")
            .variable(LineReader.INDENTATION, CellParser.INDENT)
            .variable(LineReader.LIST_MAX, 100)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.INSERT_TAB, false);
    HistoryFile.find().ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    if (colour) {
      builder.highlighter(new CellHighlighter());
    }
    return builder.build();
  }

  private static String prompt(int number, boolean colour) {
    var prompt = new AttributedStringBuilder();
    prompt.styled(AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE), "[" + number + "] ");
    return colour ? prompt.toAnsi() : prompt.toString();
  }

  private boolean isWhole(String cell) {
    return HelpQuestion.in(cell).isPresent()
        || session.isComplete(cell).status() != Completeness.Status.INCOMPLETE;
  }

  /** Runs a cell; false if it asks for the end. */
  private boolean run(String cell) {
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
