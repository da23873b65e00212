package jacobean.kernel.magics;

import jacobean.kernel.spi.MagicException;
import jacobean.kernel.spi.SessionView;
import jacobean.kernel.spi.SessionView.Snippet;
import jacobean.kernel.spi.Text;
import java.util.List;
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
   * Compiles code: statements, or an expression, or an expression after statements.
   *
   * @throws IllegalArgumentException if javac rejects it
   */
  static Timed of(Text code, SessionView session) throws Exception {
    List<Snippet> snippets = session.snippets(code);
    if (snippets.isEmpty()) {
      throw new MagicException("there is nothing to time but a comment");
    }
    Text last = snippets.getLast().text();
    int at = last.originOf(0);
    Text before = code.slice(0, at - code.originOf(0));
    if (!snippets.getLast().isExpression()) {
      return loop(before, last, session);
    }
    Text bare = last.slice(0, last.chars().replaceAll("[;\\s]+$", "").length());
    Text value =
        Text.concat(Text.generated("Object value$ = (", at), bare, Text.generated("\n);", at));
    try {
      return loop(before, value, session);
    } catch (IllegalArgumentException notAValue) {
      try {
        return loop(before, Text.concat(bare, Text.generated("\n;", at)), session);
      } catch (IllegalArgumentException notAStatementEither) {
        throw notAValue;
      }
    }
  }

  private static Timed loop(Text before, Text last, SessionView session) throws Exception {
    Text body = Text.concat(before, last);
    int at = body.originOf(0);
    return (Timed)
        session.eval(
            Text.concat(
                Text.generated(
                    "("
                        + Timed.class.getName()
                        + ") times$ -> { long start$ = System.nanoTime();"
                        + " for (long i$ = 0; i$ < times$; i$++) { ",
                    at),
                body,
                Text.generated("\n } return System.nanoTime() - start$; }", at)));
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
