package jacobean.kernel.magics;

import jacobean.kernel.spi.Magic;
import jacobean.kernel.spi.MagicCall;
import jacobean.kernel.spi.MagicException;
import jacobean.kernel.spi.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code %timeit [-n LOOPS] [-r RUNS] CODE}: the mean time that the code takes, as IPython measures
 * it. Without {@code -n} the loops grow until a run takes a fifth of a second. {@code %%timeit}
 * times the whole cell, after what its first line sets up.
 */
public final class TimeitMagic implements Magic {
  /** {@code -norm(x)} is an expression. */
  private static final Pattern OPTION =
      Pattern.compile("\\s*-(?<name>[nr])(?:\\s+|(?=[\\d.+-])|$)(?<value>\\S*)");

  private static final long ENOUGH_NANOS = 200_000_000;
  private static final int RUNS = 7;
  private static final int MOST_RUNS = 1_000_000;
  private static final long MOST_LOOPS = 1_000_000_000_000L;

  private final boolean cell;

  /**
   * @param cell true for {@code %%timeit}
   */
  public TimeitMagic(boolean cell) {
    this.cell = cell;
  }

  @Override
  public String name() {
    return "timeit";
  }

  @Override
  public boolean cell() {
    return cell;
  }

  @Override
  public String summary() {
    return cell
        ? "times the cell's code in a loop; what stands on its first line is run once before"
        : "times an expression or statement in a loop; -n LOOPS, -r RUNS";
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    long loops = 0;
    int runs = RUNS;
    int at = 0;
    Matcher option = OPTION.matcher(call.line().chars());
    while (option.region(at, call.line().length()).lookingAt()) {
      if (option.group("name").equals("n")) {
        loops = number(option, "loops in a run, 0 to find out how many are enough", 0, MOST_LOOPS);
      } else {
        runs = (int) number(option, "runs", 1, MOST_RUNS);
      }
      at = option.end();
    }
    Text rest = call.line().slice(at, call.line().length()).strip();
    Text code = cell ? call.body() : rest;
    if (code.isBlank()) {
      throw new MagicException(
          cell
              ? "%%timeit wants code below its line"
              : "%timeit wants code: %timeit [-n LOOPS] [-r RUNS] CODE");
    }
    if (cell && !rest.isBlank()) {
      call.session().eval(rest);
    }
    Timed timed = Timed.of(code, call.session());
    loops = loops == 0 ? enough(timed) : loops;
    double[] nanos = new double[runs];
    for (int i = 0; i < runs; i++) {
      nanos[i] = (double) timed.run(loops) / loops;
    }
    call.session().outlet().stdout(report(nanos, loops) + "\n");
    return null;
  }

  private long number(Matcher option, String what, long least, long most) {
    String value = option.group("value");
    if (value.matches("\\d{1,18}")) {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new MagicException(
        (cell ? "%%" : "%")
            + "timeit: -%s wants the number of %s, from %d to %,d, but got %s"
                .formatted(
                    option.group("name"),
                    what,
                    least,
                    most,
                    value.isEmpty() ? "nothing" : "'" + value + "'"));
  }

  /**
   * So many loops that a run of them takes long enough, twice one after the other: by the second
   * time the JVM may have compiled the code, and the loops be too few.
   */
  private static long enough(Timed timed) throws Exception {
    long loops = 1;
    for (int times = 0; times < 2 && loops < 1_000_000_000; ) {
      boolean isEnough = timed.run(loops) >= ENOUGH_NANOS;
      times = isEnough ? times + 1 : 0;
      loops = isEnough ? loops : loops * 10;
    }
    return loops;
  }

  private static String report(double[] nanos, long loops) {
    double mean = Arrays.stream(nanos).average().orElseThrow();
    double variance =
        Arrays.stream(nanos).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%s ± %s per loop (mean ± std. dev. of %d run%s, %,d loop%s each)",
        Timed.text(mean),
        Timed.text(Math.sqrt(variance)),
        nanos.length,
        nanos.length == 1 ? "" : "s",
        loops,
        loops == 1 ? "" : "s");
  }
}
