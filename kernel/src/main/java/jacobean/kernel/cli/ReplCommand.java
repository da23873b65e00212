package jacobean.kernel.cli;

import jacobean.kernel.console.Repl;
import jacobean.kernel.console.TerminalRepl;
import jacobean.kernel.session.Session;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** {@code repl}: cells from the terminal, or line by line from a pipe. */
final class ReplCommand {
  private ReplCommand() {}

  static int run(List<String> args, Streams streams, Supplier<Session> sessions)
      throws UsageException, IOException {
    if (!args.isEmpty()) {
      throw new UsageException("repl: takes no arguments, got " + args);
    }
    if (Streams.isTerminal()) {
      TerminalRepl.run(sessions, streams.colour());
    } else {
      Repl.onPipe(sessions, streams.in(), new PlainOutlet(streams), streams::fit);
    }
    return 0;
  }
}
