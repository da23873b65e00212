package jacobean.llvm.memory;

import com.sun.management.OperatingSystemMXBean;
import jacobean.error.EngineException;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * How many bytes of memory arrays may take: the system property {@code jacobean.memory}, else the
 * environment's {@code JACOBEAN_MEMORY} ({@code 800m} or {@code 12g} for example), else three
 * quarters of the machine's.
 */
public final class MemoryBudget {
  private MemoryBudget() {}

  /**
   * The budget in bytes.
   *
   * @throws EngineException if the property or variable is no size
   */
  public static long configured() {
    String property = System.getProperty("jacobean.memory");
    if (property != null) {
      return parse("the system property jacobean.memory", property);
    }
    String variable = System.getenv("JACOBEAN_MEMORY");
    if (variable != null && !variable.isBlank()) {
      return parse("the environment variable JACOBEAN_MEMORY", variable);
    }
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean os
        ? os.getTotalMemorySize() / 4 * 3
        : 4L << 30;
  }

  static long parse(String where, String text) {
    String t = text.strip().toLowerCase(Locale.ROOT).replaceFirst("b$", "");
    int shift = t.endsWith("k") ? 10 : t.endsWith("m") ? 20 : t.endsWith("g") ? 30 : 0;
    try {
      long n = Long.parseLong(shift == 0 ? t : t.substring(0, t.length() - 1));
      if (n > 0) {
        return Math.multiplyExact(n, 1L << shift);
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // The message below says what is wanted.
    }
    throw new EngineException(
        where + " is '" + text + "', but it must be a size in bytes, as 800m or 12g");
  }
}
