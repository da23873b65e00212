package jacobean.kernel.cli;

import jacobean.kernel.session.CellResult;
import jacobean.kernel.session.Session;
import jacobean.kernel.spi.Outlet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code eval CODE...} and {@code eval -}: each argument is a cell; with {@code -} standard input
 * is read, its cells parted by lines {@code // %%}. Results go to standard output as text, errors
 * to standard error, and the first cell that fails ends the run.
 */
final class EvalCommand {
  private EvalCommand() {}

  static int run(List<String> args, Streams streams, Supplier<Session> sessions)
      throws UsageException, IOException {
    if (args.isEmpty()) {
      throw new UsageException(
          "eval: wanted code, one cell an argument, or - to read it from standard input");
    }
    List<String> cells =
        args.equals(List.of("-"))
            ? CellScript.cells(new String(streams.in().readAllBytes(), StandardCharsets.UTF_8))
            : args;
    try (Session session = sessions.get()) {
      Outlet outlet = new PlainOutlet(streams);
      for (int i = 0; i < cells.size(); i++) {
        if (!succeeds(session.execute(cells.get(i), i + 1, outlet), streams)) {
          return 1;
        }
      }
    }
    return 0;
  }

  private static boolean succeeds(CellResult result, Streams streams) {
    return switch (result) {
      case CellResult.Ok ok -> {
        ok.rendered().ifPresent(bundle -> streams.out().println(streams.fit(bundle.plain())));
        yield true;
      }
      case CellResult.Failed(var error) -> {
        streams.complain(error.traceback());
        yield false;
      }
      case CellResult.Interrupted() -> {
        streams.err().println("interrupted");
        yield false;
      }
    };
  }
}
