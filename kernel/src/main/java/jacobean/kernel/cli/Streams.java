package jacobean.kernel.cli;

import jacobean.kernel.notebook.Ansi;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The process's own streams, in UTF-8, whatever a session makes of {@code System.out}.
 *
 * @param colour whether colour codes may be written
 */
public record Streams(InputStream in, PrintStream out, PrintStream err, boolean colour) {
  /** This process's; in colour on a terminal unless the environment sets {@code NO_COLOR}. */
  public static Streams ofProcess() {
    return new Streams(
        System.in,
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        isTerminal() && System.getenv("NO_COLOR") == null);
  }

  /** Whether a user sits at standard input and output. */
  static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** The text, without its colour codes where there may be none. */
  String fit(String text) {
    return colour ? text : Ansi.strip(text);
  }

  /** Writes an error to {@code err}. */
  void complain(Iterable<String> lines) {
    lines.forEach(line -> err.println(fit(line)));
  }
}
