package jacobean.kernel.magics;

import jacobean.kernel.spi.Magic;
import jacobean.kernel.spi.MagicCall;
import jacobean.kernel.spi.MagicException;
import jacobean.kernel.spi.Text;
import java.lang.management.ManagementFactory;

/**
 * {@code %time CODE} and {@code %%time}: runs code once and prints how long it took, by the clock
 * and on all cores, with the time that javac takes; the code's value is the result.
 */
public final class TimeMagic implements Magic {
  private final boolean cell;

  /**
   * @param cell true for {@code %%time}
   */
  public TimeMagic(boolean cell) {
    this.cell = cell;
  }

  @Override
  public String name() {
    return "time";
  }

  @Override
  public boolean cell() {
    return cell;
  }

  @Override
  public String summary() {
    return cell
        ? "runs the cell and prints how long it took"
        : "runs code and prints how long it took";
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    int at = call.line().originOf(0);
    Text code =
        cell ? Text.concat(call.line(), Text.generated("\n", at), call.body()) : call.line();
    if (code.isBlank()) {
      throw new MagicException("%time wants code: %time CODE");
    }
    long cpu = cpuNanos();
    long start = System.nanoTime();
    Object value = call.session().eval(code);
    long wall = System.nanoTime() - start;
    String text = "Wall time: " + Timed.text(wall) + "\n";
    if (cpu >= 0) {
      text = "CPU times: total: " + Timed.text(cpuNanos() - cpu) + "\n" + text;
    }
    call.session().outlet().stdout(text);
    return value;
  }

  /** What all threads of this process have used, or -1 where that is not known. */
  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : -1;
  }
}
