package jacobean.core;

import jacobean.error.EngineException;
import jacobean.type.Aval;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is told when there is no memory left for an array: how much is wanted, how much there is,
 * and which arrays hold most of it.
 */
public final class OutOfMemory {
  /** Bytes that nobody misses. */
  private static final long SMALL = 1024;

  private static final int SHOWN = 5;
  private static final long WORTH_SHOWING = 1000;

  private OutOfMemory() {}

  /**
   * Memory in use.
   *
   * @param holder what is in it; those that print alike are counted together
   */
  public record Holding(Object holder, long bytes) {}

  /** An array, and where user code made it. */
  public record Made(Aval aval, Origin origin) {
    private static final long WORTH_A_WALK = 1 << 20;

    /** What is to be said of an array that is made now; of a small one only its type. */
    public static Object here(Aval aval) {
      return aval.bytes() < WORTH_A_WALK ? aval : new Made(aval, Origin.here());
    }

    @Override
    public String toString() {
      return origin.place().map(p -> aval + " made at " + p).orElseGet(aval::toString);
    }
  }

  /**
   * The exception.
   *
   * @param wanted what the memory was for
   * @param bytes how much it needs
   * @param limit how much all arrays may take, and why, as {@code 17.6 GiB that they may take}
   * @param held what is in use
   * @param remedy how to raise the limit
   */
  public static EngineException exception(
      Object wanted, long bytes, String limit, Stream<Holding> held, String remedy) {
    var groups =
        held.collect(
            Collectors.groupingBy(
                h -> h.holder.toString(), Collectors.summarizingLong(Holding::bytes)));
    long sum = groups.values().stream().mapToLong(g -> g.getSum()).sum();
    var largest =
        groups.entrySet().stream()
            .sorted(Comparator.comparingLong(e -> -e.getValue().getSum()))
            .limit(SHOWN)
            .filter(e -> e.getValue().getSum() > Math.max(sum / WORTH_SHOWING, SMALL))
            .map(
                e ->
                    "%d of %s: %s"
                        .formatted(
                            e.getValue().getCount(), e.getKey(), readable(e.getValue().getSum())))
            .collect(Collectors.joining("; "));
    return new EngineException(
        "out of memory: %s needs %s, but arrays hold %s of the %s. The largest are: %s. Drop references to arrays that are no longer needed, work on smaller pieces, or %s."
            .formatted(
                wanted,
                readable(bytes),
                readable(sum),
                limit,
                largest.isEmpty() ? "none" : largest,
                remedy));
  }

  /** A number of bytes as people read it: {@code 17.6 GiB}. */
  public static String readable(long bytes) {
    return bytes >= 1L << 30
        ? "%.1f GiB".formatted(bytes / (double) (1L << 30))
        : bytes >= 1L << 20
            ? "%.1f MiB".formatted(bytes / (double) (1L << 20))
            : "%.1f KiB".formatted(bytes / 1024.0);
  }
}
