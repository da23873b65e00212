package jacobean.llvm.threads;

import jacobean.error.EngineException;

/**
 * How many threads compute: the system property {@code jacobean.threads}, else the environment's
 * {@code JACOBEAN_NUM_THREADS}, else all cores. Results do not depend on it.
 */
public final class ThreadCount {
  private ThreadCount() {}

  /**
   * The number of threads, at least 1.
   *
   * @throws EngineException if the property or variable is no positive number
   */
  public static int configured() {
    String property = System.getProperty("jacobean.threads");
    if (property != null) {
      return parse("the system property jacobean.threads", property);
    }
    String variable = System.getenv("JACOBEAN_NUM_THREADS");
    if (variable != null && !variable.isBlank()) {
      return parse("the environment variable JACOBEAN_NUM_THREADS", variable);
    }
    return Runtime.getRuntime().availableProcessors();
  }

  static int parse(String where, String text) {
    try {
      int n = Integer.parseInt(text.strip());
      if (n >= 1) {
        return n;
      }
    } catch (NumberFormatException e) {
      // The message below says what is wanted.
    }
    throw new EngineException(
        where + " is '" + text + "', but it must be a number of threads, 1 or more");
  }
}
