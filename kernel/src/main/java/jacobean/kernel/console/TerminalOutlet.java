package jacobean.kernel.console;

import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** A cell's output on a terminal. */
final class TerminalOutlet implements Outlet {
  private final Terminal terminal;
  private final UnaryOperator<String> fit;
  private volatile boolean lineOpen;

  /**
   * @param fit takes colours off where there may be none
   */
  TerminalOutlet(Terminal terminal, UnaryOperator<String> fit) {
    this.terminal = terminal;
    this.fit = fit;
  }

  @Override
  public void stdout(String text) {
    terminal.writer().print(text);
    terminal.flush();
    if (!text.isEmpty()) {
      lineOpen = !text.endsWith("\n");
    }
  }

  /** Ends a line that the output has left open, so that the prompt begins its own. */
  void endLine() {
    if (lineOpen) {
      stdout("\n");
    }
  }

  @Override
  public void stderr(String text) {
    stdout(text);
  }

  @Override
  public void display(MimeBundle bundle, String displayId) {
    if (!bundle.plain().isEmpty()) {
      stdout(fit.apply(bundle.plain()) + "\n");
    }
  }

  @Override
  public void update(MimeBundle bundle, String displayId) {
    display(bundle, displayId);
  }

  @Override
  public void clear(boolean wait) {
    // What is on the screen stays there.
  }

  @Override
  public String readLine(String prompt, boolean password) {
    // A reader of its own: what a cell asks for is no Java and does not belong to the history.
    LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
    reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
    reader.setVariable(LineReader.DISABLE_HISTORY, true);
    try {
      lineOpen = false;
      return reader.readLine(prompt, password ? '*' : null);
    } catch (UserInterruptException e) {
      throw new CancellationException("interrupted while waiting for input");
    } catch (EndOfFileException e) {
      throw new IllegalStateException("the cell asks for a line of input, but input has ended");
    }
  }
}
