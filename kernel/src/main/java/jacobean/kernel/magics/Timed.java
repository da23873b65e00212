package jacobean.kernel.magics;

import jacobean.kernel.spi.MagicException;
import jacobean.kernel.spi.SessionView;
import java.util.Locale;

/**
 * Code of a cell as a loop that {@code %timeit} runs: compiled once, so that what is measured is
 * the code. Public because cells make one; not for use by hand.
 */
@FunctionalInterface
public interface Timed {
  /** Runs the code so often and gives the nanoseconds that it took. */
  long run(long times) throws Exception;

  /**
   * Compiles code: an expression, or statements where it is none.
   *
   * @throws MagicException if javac rejects it; the message is javac's
   */
  static Timed of(String code, SessionView session) throws Exception {
    String bare = code.strip().replaceAll(";+$", "");
    try {
      return loop("Object value$ = (" + bare + "\n);", session);
    } catch (IllegalArgumentException notAValue) {
      try {
        return loop(bare + "\n;", session);
      } catch (IllegalArgumentException wrong) {
        throw new MagicException(wrong.getMessage());
      }
    }
  }

  private static Timed loop(String body, SessionView session) throws Exception {
    return (Timed)
        session.eval(
            "("
                + Timed.class.getName()
                + ") times$ -> { long start$ = System.nanoTime();"
                + " for (long i$ = 0; i$ < times$; i$++) { "
                + body
                + " } return System.nanoTime() - start$; }");
  }

  /** {@code 12.3 μs}: three digits in the unit that fits. */
  static String text(double nanos) {
    String[] units = {"ns", "μs", "ms", "s"};
    double value = nanos;
    int unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f %s", value, units[unit]);
  }
}
