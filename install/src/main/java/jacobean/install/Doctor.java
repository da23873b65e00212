package jacobean.install;

import java.util.Locale;

/**
 * The part of {@code ./jacobean doctor} that only a JVM can tell: what it makes of the machine.
 * Prints lines in the launcher's format; exits with 1 where something that is needed is missing.
 */
public final class Doctor {
  private Doctor() {}

  public static void main(String[] args) {
    Runtime jvm = Runtime.getRuntime();
    report(
        "ok",
        "JVM",
        "%d processors, heap up to %.1f GB"
            .formatted(jvm.availableProcessors(), jvm.maxMemory() / 1e9));
  }

  private static void report(String mark, String name, String text) {
    System.out.println(String.format(Locale.ROOT, "  %s  %-11s %s", mark, name, text));
  }
}
