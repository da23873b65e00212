package jacobean.kernel.cli;

import jacobean.kernel.session.JShellSession;
import jacobean.kernel.session.Session;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** The entry point: {@code kernel}, {@code repl}, {@code run}, {@code eval}, {@code rehearse}. */
public final class Main {
  private static final String USAGE =
      """
      usage:
        kernel CONNECTION_FILE                    serve Jupyter
        repl                                      cells from the terminal
        run NOTEBOOK [--out FILE] [--html FILE]   run a notebook, write its outputs back
        eval CODE...                              run each argument as a cell
        eval -                                    run standard input; lines '// %%' part its cells
        rehearse [CODE...]                        start a kernel once, for the JVM to record
      """;

  private Main() {}

  public static void main(String[] args) {
    Streams streams = Streams.ofProcess();
    int status = run(List.of(args), streams, JShellSession::open);
    streams.out().flush();
    streams.err().flush();
    // Threads that cells have started must not keep the process.
    System.exit(status);
  }

  /**
   * Runs a command.
   *
   * @param sessions makes the session; called at most once
   * @return the exit status: 0, 1 for a failed cell or file, 2 for a command line not understood
   */
  public static int run(List<String> args, Streams streams, Supplier<Session> sessions) {
    try {
      List<String> rest = args.isEmpty() ? List.of() : args.subList(1, args.size());
      return switch (args.isEmpty() ? "" : args.getFirst()) {
        case "kernel" -> KernelCommand.run(rest, streams, sessions);
        case "repl" -> ReplCommand.run(rest, streams, sessions);
        case "run" -> RunCommand.run(rest, streams, sessions);
        case "eval" -> EvalCommand.run(rest, streams, sessions);
        case "rehearse" -> RehearseCommand.run(rest, streams, sessions);
        case "help", "--help", "-h" -> {
          streams.out().print(USAGE);
          yield 0;
        }
        case "" -> throw new UsageException("wanted a command");
        case String other -> throw new UsageException("unknown command '%s'".formatted(other));
      };
    } catch (UsageException e) {
      streams.err().println(e.getMessage());
      streams.err().print(USAGE);
      return 2;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      streams.err().println(args.getFirst() + ": " + message(e));
      return 1;
    }
  }

  private static String message(Exception e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException missing -> "no such file: " + missing.getFile();
      case java.nio.file.AccessDeniedException denied -> "no access to " + denied.getFile();
      default -> String.valueOf(e.getMessage());
    };
  }
}
