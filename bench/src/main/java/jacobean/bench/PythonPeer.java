package jacobean.bench;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Python library in a process of its own, which runs a workload when its name is written to it.
 * Its packages are installed with pip into an environment under Jacobean's cache folder, once.
 */
final class PythonPeer implements Contender {
  private final String name;
  private final Process process;
  private final PrintWriter to;
  private final BufferedReader from;

  private PythonPeer(String name, Process process) {
    this.name = name;
    this.process = process;
    this.to = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.from = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts the peer whose script is the resource {@code NAME_peer.py}.
   *
   * @param packages what pip is to install
   */
  static PythonPeer start(String name, List<String> packages) {
    try {
      var python = environment(name, packages);
      var script = Files.createTempFile(name, "_peer.py");
      script.toFile().deleteOnExit();
      try (var in = PythonPeer.class.getResourceAsStream(name + "_peer.py")) {
        Files.write(script, in.readAllBytes());
      }
      var process =
          new ProcessBuilder(python.toString(), "-u", script.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      var peer = new PythonPeer(name, process);
      peer.from.readLine(); // "ready": its imports must not disturb what is measured
      return peer;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the peer " + name, e);
    }
  }

  private static Path environment(String name, List<String> packages) throws IOException {
    var folder = cache().resolve("bench").resolve(name);
    var python = folder.resolve("bin/python");
    var ready = folder.resolve("ready");
    if (!Files.exists(ready)) {
      System.err.println("bench: installing " + packages + " into " + folder);
      Files.createDirectories(folder.getParent());
      run(List.of("python3", "-m", "venv", folder.toString()));
      var install =
          new java.util.ArrayList<>(
              List.of(python.toString(), "-m", "pip", "install", "-q", "--retries", "0"));
      install.addAll(packages);
      run(install);
      Files.writeString(ready, packages.toString());
    }
    return python;
  }

  private static Path cache() {
    var home = System.getenv("JACOBEAN_HOME");
    return home != null
        ? Path.of(home)
        : Path.of(System.getProperty("user.home"), ".cache", "jacobean");
  }

  private static void run(List<String> command) throws IOException {
    try {
      int code =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
      if (code != 0) {
        throw new IOException(String.join(" ", command) + " ended with " + code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  private record Answer(Double firstMillis, double[] micros) {}

  @Override
  public Timing measure(String workload, double seconds) {
    to.println(workload + " " + seconds);
    try {
      var line = from.readLine();
      if (line == null) {
        throw new IOException("the peer " + name + " ended at " + workload);
      }
      var answer = new Gson().fromJson(line, Answer.class);
      return answer.micros == null
          ? Timing.NONE
          : new Timing(answer.firstMillis == null ? Double.NaN : answer.firstMillis, answer.micros);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    to.close();
    process.destroy();
  }
}
