package jacobean.kernel.cli;

import jacobean.kernel.notebook.HtmlPage;
import jacobean.kernel.notebook.Notebook;
import jacobean.kernel.notebook.Runner;
import jacobean.kernel.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import sun.misc.Signal;

/**
 * {@code run NOTEBOOK [--out FILE] [--html FILE]}: runs a notebook without a front end and writes
 * the outputs into it, or into {@code --out}; {@code --html} makes a page of it. A cell that fails
 * is told on standard error, and what was put out so far is written all the same.
 */
final class RunCommand {
  /**
   * @param html null for no page
   */
  private record Options(Path notebook, Path out, Path html) {
    static Options of(List<String> args) throws UsageException {
      Path notebook = null;
      Path out = null;
      Path html = null;
      for (Iterator<String> rest = args.iterator(); rest.hasNext(); ) {
        String arg = rest.next();
        switch (arg) {
          case "--out" -> out = value(arg, rest);
          case "--html" -> html = value(arg, rest);
          default -> {
            if (arg.startsWith("--") || notebook != null) {
              throw new UsageException("run: did not expect '%s'".formatted(arg));
            }
            notebook = Path.of(arg);
          }
        }
      }
      if (notebook == null) {
        throw new UsageException("run: wanted a notebook file");
      }
      return new Options(notebook, out == null ? notebook : out, html);
    }

    private static Path value(String option, Iterator<String> rest) throws UsageException {
      if (!rest.hasNext()) {
        throw new UsageException("run: wanted a file after " + option);
      }
      return Path.of(rest.next());
    }
  }

  private RunCommand() {}

  static int run(List<String> args, Streams streams, Supplier<Session> sessions)
      throws UsageException, IOException {
    Options options = Options.of(args);
    if (!Files.isRegularFile(options.notebook())) {
      streams.err().println("run: no such file: " + options.notebook());
      return 1;
    }
    Notebook notebook = Notebook.read(options.notebook());
    Runner.Outcome outcome;
    try (Session session = sessions.get()) {
      // Ctrl-C ends the cell rather than the process, so that the outputs are written.
      Signal.handle(new Signal("INT"), signal -> session.interrupt());
      outcome =
          Runner.run(
              notebook,
              session,
              (number, of, source) ->
                  streams.err().printf("[%d/%d] %s%n", number, of, headline(source)));
    }
    outcome.notebook().write(options.out());
    if (options.html() != null) {
      HtmlPage.write(outcome.notebook(), options.notebook(), options.html());
    }
    outcome
        .failure()
        .ifPresent(
            failure -> {
              streams.err().printf("cell %d of %d failed:%n", failure.number(), failure.of());
              streams.complain(failure.error().traceback());
            });
    return outcome.failure().isPresent() ? 1 : 0;
  }

  private static String headline(String source) {
    String line = source.lines().filter(l -> !l.isBlank()).findFirst().orElse("").strip();
    return line.length() > 60 ? line.substring(0, 59) + "…" : line;
  }
}
