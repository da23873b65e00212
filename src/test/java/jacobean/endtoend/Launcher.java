package jacobean.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands as a user does: as processes of their own, {@code ./jacobean} above all.
 *
 * @param folder where the command runs
 * @param environment variables added to this process's own
 * @param input what the command reads from standard input
 */
record Launcher(Path folder, Map<String, String> environment, String input) {
  /** The checkout. */
  static final Path ROOT =
      Path.of(System.getProperty("jacobean.root", "..")).toAbsolutePath().normalize();

  private static final long LIMIT_SECONDS = 600;

  Launcher {
    environment = Map.copyOf(environment);
  }

  /**
   * In the checkout, with nothing on standard input. Tests take the distribution as Maven made it:
   * the build they run in is not to be started again from inside.
   */
  static Launcher inCheckout() {
    return new Launcher(ROOT, Map.of("JACOBEAN_BUILD", "never"), "");
  }

  Launcher in(Path other) {
    return new Launcher(other, environment, input);
  }

  Launcher with(String variable, Object value) {
    var more = new HashMap<>(environment);
    more.put(variable, value.toString());
    return new Launcher(folder, more, input);
  }

  Launcher reading(String text) {
    return new Launcher(folder, environment, text);
  }

  /** Runs {@code ./jacobean} with these arguments and waits for its end. */
  Outcome jacobean(String... arguments) {
    var command = new ArrayList<String>();
    command.add(ROOT.resolve("jacobean").toString());
    command.addAll(List.of(arguments));
    return run(command);
  }

  /**
   * Runs a command and waits for its end.
   *
   * @throws AssertionError if it does not end in time
   */
  Outcome run(List<String> command) {
    try {
      var out = Files.createTempFile("jacobean", ".out");
      var err = Files.createTempFile("jacobean", ".err");
      try {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (var stdin = process.outputWriter()) {
          stdin.write(input);
        } catch (IOException closed) {
          // It ended, or closed its input, without reading all of it.
        }
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
          throw new AssertionError(
              command
                  + " was still running after "
                  + LIMIT_SECONDS
                  + " s\n"
                  + Files.readString(err));
        }
        return new Outcome(
            command, process.exitValue(), Files.readString(out), Files.readString(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + command, e);
    }
  }

  /** How a command ended, and what it wrote. */
  record Outcome(List<String> command, int exit, String out, String err) {
    /** Fails with everything that the command wrote unless it ended with this exit status. */
    Outcome expect(int status) {
      if (exit != status) {
        throw new AssertionError("exit status %d instead of %d\n%s".formatted(exit, status, this));
      }
      return this;
    }

    @Override
    public String toString() {
      return "%s%n--- standard output%n%s--- standard error%n%s".formatted(command, out, err);
    }
  }
}
