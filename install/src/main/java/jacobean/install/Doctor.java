package jacobean.install;

import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.error.EngineException;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The part of {@code ./jacobean doctor} that only a JVM can tell: what it makes of the machine, and
 * which engines start. Prints lines in the launcher's format; exits with 1 where no engine starts.
 */
public final class Doctor {
  private Doctor() {}

  public static void main(String[] args) {
    var jvm = Runtime.getRuntime();
    report(
        "ok",
        "JVM",
        "%d processors, heap up to %.1f GB"
            .formatted(jvm.availableProcessors(), jvm.maxMemory() / 1e9));
    boolean running = false;
    for (var engine : Engines.available()) {
      running |= check(engine, running);
    }
    if (!running) {
      report("!!", "engine", "none starts; the distribution is damaged: ./jacobean build");
      System.exit(1);
    }
  }

  /**
   * Starts an engine and tells how it went.
   *
   * @param haveBetter whether one that is preferred has started already
   * @return whether it started
   */
  private static boolean check(Engine engine, boolean haveBetter) {
    try {
      engine.start();
      var devices =
          engine.devices().stream()
              .map(d -> "%s, cores used: %d".formatted(d, d.cores()))
              .collect(Collectors.joining(", "));
      report("ok", "engine", engine.name() + (haveBetter ? ", as a fallback: " : ": ") + devices);
      return true;
    } catch (EngineException | LinkageError e) {
      report("--", "engine", engine.name() + " cannot start: " + e.getMessage());
      return false;
    }
  }

  private static void report(String mark, String name, String text) {
    System.out.println(String.format(Locale.ROOT, "  %s  %-11s %s", mark, name, text));
  }
}
