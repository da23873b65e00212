package jacobean.kernel.cli;

import jacobean.kernel.session.Session;
import jacobean.kernel.wire.Connection;
import jacobean.kernel.wire.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import sun.misc.Signal;

/**
 * {@code kernel CONNECTION_FILE}: serves Jupyter until it asks for a shutdown. An interrupt signal
 * stops the running cell. The kernel ends when the Jupyter that started it dies.
 */
final class KernelCommand {
  private static final String REMOTE = "JACOBEAN_ALLOW_REMOTE";

  private KernelCommand() {}

  static int run(List<String> args, Streams streams, Supplier<Session> sessions)
      throws UsageException, IOException {
    if (args.size() != 1) {
      throw new UsageException("kernel: wanted one connection file, got " + args);
    }
    Connection connection = Connection.read(Path.of(args.getFirst()));
    if (!connection.isLoopback() && !"1".equals(System.getenv(REMOTE))) {
      streams
          .err()
          .printf(
              "kernel: %s is not this machine's loopback address, and whoever can reach it could"
                  + " run code here; set %s=1 to allow that%n",
              connection.ip(), REMOTE);
      return 1;
    }
    try (var kernel =
        Kernel.start(
            connection, sessions, line -> streams.err().println("jacobean kernel: " + line))) {
      Signal.handle(new Signal("INT"), signal -> kernel.interrupt());
      endWithParent();
      kernel.await();
    } catch (InterruptedException e) {
      return 1;
    }
    return 0;
  }

  private static void endWithParent() {
    String parent = System.getenv("JPY_PARENT_PID");
    if (parent != null && parent.matches("\\d{1,18}") && Long.parseLong(parent) > 1) {
      ProcessHandle.of(Long.parseLong(parent))
          .ifPresent(process -> process.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    }
  }
}
