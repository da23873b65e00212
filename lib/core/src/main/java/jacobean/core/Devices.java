package jacobean.core;

import jacobean.error.EngineException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The devices that programs see. The cores of one machine can be seen as several devices, as with
 * XLA's {@code --xla_force_host_platform_device_count}, so that programs for many devices can be
 * written and tested on it: set the system property {@code jacobean.numDevices} or the environment
 * variable {@code JACOBEAN_NUM_DEVICES}, or call {@link #split}.
 *
 * <p>They share one memory and one pool of threads. So where an array is says which device a
 * program for many machines would compute it on; it is kept and handed on to results as JAX does,
 * but it decides neither which cores compute nor where the numbers lie, and operands of several
 * devices may meet.
 */
public final class Devices {
  /** A setting of the process: machines do not change between threads. */
  private static final AtomicInteger COUNT = new AtomicInteger(initial());

  private static final ScopedValue<Device> PREFERRED = ScopedValue.newInstance();

  private Devices() {}

  /**
   * The device of arrays that were put nowhere: the first, unless another is {@link #preferring}.
   */
  public static Device preferred() {
    return PREFERRED.isBound() ? PREFERRED.get() : all().getFirst();
  }

  /** Runs a body in which another device is the preferred one. */
  public static <T> T preferring(Device device, Supplier<T> body) {
    return ScopedValue.where(PREFERRED, device).call(body::get);
  }

  private static int initial() {
    var asked = System.getProperty("jacobean.numDevices", System.getenv("JACOBEAN_NUM_DEVICES"));
    if (asked == null || asked.isBlank()) {
      return 0;
    }
    try {
      return positive(Integer.parseInt(asked.strip()));
    } catch (NumberFormatException e) {
      throw new EngineException(
          "JACOBEAN_NUM_DEVICES must be a whole number, got '" + asked + "'.");
    }
  }

  /**
   * Lets the processor be seen as this many devices.
   *
   * @throws EngineException if it is not positive
   */
  public static void split(int count) {
    COUNT.set(positive(count));
  }

  private static int positive(int count) {
    if (count < 1) {
      throw new EngineException("the number of devices must be at least 1, got " + count + ".");
    }
    return count;
  }

  /** The devices of the engine in use, each of its devices split where that was asked for. */
  public static List<Device> all() {
    var real = Engine.current().devices();
    int count = COUNT.get();
    if (count == 0) {
      return real;
    }
    var whole = real.getFirst();
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Device(i, whole.kind(), whole.engine(), Math.max(1, whole.cores() / count)))
        .toList();
  }
}
