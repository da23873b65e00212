package jacobean.kernel.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the console remembers its lines: the user's state folder. */
final class HistoryFile {
  private HistoryFile() {}

  /** The file, in a folder that exists; empty where no such folder can be made. */
  static Optional<Path> find() {
    Path file =
        path(
            System.getenv(),
            System.getProperty("user.home", "."),
            System.getProperty("os.name", ""));
    try {
      Files.createDirectories(file.getParent());
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Path path(Map<String, String> env, String home, String system) {
    String state = env.get(system.startsWith("Windows") ? "LOCALAPPDATA" : "XDG_STATE_HOME");
    Path folder =
        state == null || state.isEmpty() ? Path.of(home, ".local", "state") : Path.of(state);
    return folder.resolve("jacobean").resolve("history");
  }
}
