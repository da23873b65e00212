package jacobean.kernel.magics;

import jacobean.kernel.spi.Magic;
import jacobean.kernel.spi.MagicCall;
import jacobean.kernel.spi.MagicException;
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
  private static final Pattern OPTIONS =
      Pattern.compile("\\s*-(?:n\\s*(?<n>\\d+)|r\\s*(?<r>\\d+))(?=\\s|$)");
  private static final long ENOUGH_NANOS = 200_000_000;
  private static final int RUNS = 7;

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
    Matcher option = OPTIONS.matcher(call.line());
    while (option.region(at, call.line().length()).lookingAt()) {
      loops = option.group("n") == null ? loops : Long.parseLong(option.group("n"));
      runs = option.group("r") == null ? runs : Integer.parseInt(option.group("r"));
      at = option.end();
    }
    String rest = call.line().substring(at).strip();
    String code = cell ? call.body() : rest;
    if (code.isBlank() || runs < 1) {
      throw new MagicException(
          cell
              ? "%%timeit wants code below its line"
              : "%timeit wants code: %timeit [-n LOOPS] [-r RUNS] CODE");
    }
    if (cell && !rest.isEmpty()) {
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
