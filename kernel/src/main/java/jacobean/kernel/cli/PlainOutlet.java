package jacobean.kernel.cli;

import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A cell's output as plain text on the process's streams; input comes from standard input. */
final class PlainOutlet implements Outlet {
  private final Streams streams;
  private final BufferedReader in;

  PlainOutlet(Streams streams) {
    this.streams = streams;
    this.in = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
  }

  @Override
  public void stdout(String text) {
    streams.out().print(text);
    streams.out().flush();
  }

  @Override
  public void stderr(String text) {
    streams.err().print(text);
    streams.err().flush();
  }

  @Override
  public void display(MimeBundle bundle, String displayId) {
    if (!bundle.plain().isEmpty()) {
      streams.out().println(streams.fit(bundle.plain()));
    }
  }

  @Override
  public void update(MimeBundle bundle, String displayId) {
    display(bundle, displayId);
  }

  @Override
  public void clear(boolean wait) {
    // What is printed stays printed.
  }

  @Override
  public String readLine(String prompt, boolean password) {
    stdout(prompt);
    try {
      String line = in.readLine();
      if (line == null) {
        throw new IllegalStateException(
            "the cell asks for a line of input, but standard input has ended");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
