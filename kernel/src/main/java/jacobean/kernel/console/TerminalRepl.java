package jacobean.kernel.console;

import jacobean.kernel.notebook.Ansi;
import jacobean.kernel.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
 * Cells from a user at a terminal, with line editing, completion, colours and history. Ctrl-C stops
 * the running cell, or drops the one being typed; Ctrl-D ends.
 */
public final class TerminalRepl {
  private final Terminal terminal;
  private final CompletableFuture<Session> session;
  private final boolean colour;

  private TerminalRepl(Terminal terminal, Supplier<Session> sessions, boolean colour) {
    this.terminal = terminal;
    this.session = CompletableFuture.supplyAsync(sessions);
    this.colour = colour;
  }

  /**
   * Serves this process's terminal until the user ends; the session is made while the first cell is
   * typed.
   *
   * @throws IllegalStateException if the session cannot be made
   */
  public static void run(Supplier<Session> sessions, boolean colour) throws IOException {
    try (Terminal terminal = terminal()) {
      run(terminal, sessions, colour, HistoryFile.find());
    }
  }

  static void run(
      Terminal terminal, Supplier<Session> sessions, boolean colour, Optional<Path> history) {
    var repl = new TerminalRepl(terminal, sessions, colour);
    repl.serve(repl.reader(history));
    repl.session().close();
  }

  private static Terminal terminal() throws IOException {
    Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build();
    if (isDumb(terminal)) {
      // JLine leaves the signals of dumb terminals to the JVM, which would end.
      Signal.handle(new Signal("INT"), signal -> terminal.raise(Terminal.Signal.INT));
    }
    return terminal;
  }

  private static boolean isDumb(Terminal terminal) {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  private Session session() {
    try {
      return session.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("cannot start the session: " + e.getCause(), e.getCause());
    }
  }

  private LineReader reader(Optional<Path> history) {
    var builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("jacobean")
            .parser(new CellParser(this::session))
            .completer(new SessionCompleter(this::session))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P ... ")
            .variable(LineReader.INDENTATION, CellParser.INDENT)
            .variable(LineReader.LIST_MAX, 100)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.INSERT_TAB, false);
    history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    if (colour) {
      builder.highlighter(new CellHighlighter());
    }
    return builder.build();
  }

  private void serve(LineReader reader) {
    UnaryOperator<String> fit = colour ? UnaryOperator.identity() : Ansi::strip;
    var outlet = new TerminalOutlet(terminal, fit);
    outlet.stdout(
        "Jacobean on Java %s. Tab completes, Ctrl-C stops a cell, Ctrl-D ends.\n"
            .formatted(Runtime.version()));
    Repl repl = null;
    while (true) {
      try {
        String cell = reader.readLine(prompt(repl == null ? 1 : repl.number()));
        if (repl == null) {
          Session ready = session();
          repl = new Repl(ready, outlet, fit);
          terminal.handle(Terminal.Signal.INT, signal -> ready.interrupt());
        }
        if (!cell.isBlank() && !repl.run(cell)) {
          return;
        }
        outlet.endLine();
      } catch (UserInterruptException e) {
        // Ctrl-C at the prompt drops what was typed. Only real terminals then end the line.
        if (isDumb(terminal)) {
          terminal.writer().println();
        }
      } catch (EndOfFileException e) {
        return;
      }
    }
  }

  private String prompt(int number) {
    var prompt = new AttributedStringBuilder();
    prompt.styled(AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE), "[" + number + "] ");
    return colour ? prompt.toAnsi() : prompt.toString();
  }
}
