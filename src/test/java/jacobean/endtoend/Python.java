package jacobean.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A Python environment of the tests' own with a Jupyter client in it, made once by {@code python3
 * -m venv} and pip and kept among Jacobean's caches, one for each set of requirements.
 *
 * @param home the virtual environment
 */
record Python(Path home) {
  private static final Path REQUIREMENTS =
      Launcher.ROOT.resolve("src/test/python/requirements.txt");

  /** What some package indexes lack, and what needs it can do without. */
  private static final Path OPTIONAL =
      Launcher.ROOT.resolve("src/test/python/requirements-optional.txt");

  /**
   * The environment, made if need be. Where it cannot be made (no Python with venv, no package
   * index) the calling test is skipped, and standard error says why; with {@code
   * JACOBEAN_TEST_PYTHON=required} in the environment it fails.
   */
  static Python orSkip() {
    var missing = Made.WHY_NOT;
    if (missing.isPresent()) {
      var reason = "skipped, for there is no Jupyter client: " + missing.get();
      if ("required".equals(System.getenv("JACOBEAN_TEST_PYTHON"))) {
        throw new AssertionError("JACOBEAN_TEST_PYTHON=required, but " + missing.get());
      }
      System.err.println("[jacobean] " + reason);
      Assumptions.abort(reason);
    }
    return new Python(Made.HOME);
  }

  String command(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** Made at most once in a test run. */
  private static final class Made {
    static final Path HOME = caches().resolve("test-python-" + fingerprint());
    static final Optional<String> WHY_NOT = make();

    private static Path caches() {
      var chosen = System.getenv("JACOBEAN_HOME");
      if (chosen != null) {
        return Path.of(chosen);
      }
      var cache = System.getenv("XDG_CACHE_HOME");
      return (cache != null ? Path.of(cache) : Path.of(System.getenv("HOME"), ".cache"))
          .resolve("jacobean");
    }

    private static String fingerprint() {
      try {
        return Integer.toHexString(Files.readString(REQUIREMENTS).hashCode());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<String> pip(Path requirements) {
      return List.of(
          HOME.resolve("bin/pip").toString(),
          "install",
          "--disable-pip-version-check",
          "--quiet",
          "--retries",
          "0",
          "-r",
          requirements.toString());
    }

    private static Optional<String> make() {
      var complete = HOME.resolve("complete");
      if (Files.exists(complete) && Files.isExecutable(HOME.resolve("bin/python"))) {
        return Optional.empty();
      }
      var launcher = new Launcher(Launcher.ROOT, Map.of(), "");
      try {
        for (var step :
            List.of(
                List.of("python3", "-m", "venv", "--clear", HOME.toString()), pip(REQUIREMENTS))) {
          var outcome = launcher.run(step);
          if (outcome.exit() != 0) {
            var said = (outcome.out() + outcome.err()).lines().filter(l -> !l.isBlank()).toList();
            return Optional.of(
                String.join(" ", step) + " failed: " + (said.isEmpty() ? "" : said.getLast()));
          }
        }
        launcher.run(pip(OPTIONAL));
        Files.copy(REQUIREMENTS, complete, StandardCopyOption.REPLACE_EXISTING);
        return Optional.empty();
      } catch (IOException | UncheckedIOException e) {
        return Optional.of(e.getMessage());
      }
    }
  }
}
