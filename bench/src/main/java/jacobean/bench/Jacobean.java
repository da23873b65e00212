package jacobean.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** This library, in this process. */
final class Jacobean implements Contender {
  private static final int FEWEST_CALLS = 5;
  private static final int MOST_CALLS = 2000;

  private final Map<String, Runnable> prepared = new HashMap<>();

  @Override
  public String name() {
    return "jacobean";
  }

  @Override
  public Timing measure(String workload, double seconds) {
    double first = Double.NaN;
    if (!prepared.containsKey(workload)) {
      var call = Workloads.ALL.get(workload).get();
      first = micros(call) / 1e3;
      warmUp(call, seconds);
      prepared.put(workload, call);
    }
    var call = prepared.get(workload);
    var samples = new ArrayList<Double>();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (samples.size() < FEWEST_CALLS
        || samples.size() < MOST_CALLS && System.nanoTime() < end) {
      samples.add(micros(call));
    }
    return new Timing(first, samples.stream().mapToDouble(d -> d).toArray());
  }

  /**
   * Java compiles what runs often while it runs; that is neither the first call nor a later one.
   */
  private static void warmUp(Runnable call, double seconds) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    do {
      micros(call);
    } while (System.nanoTime() < end);
  }

  private static double micros(Runnable call) {
    long start = System.nanoTime();
    call.run();
    return (System.nanoTime() - start) / 1e3;
  }

  @Override
  public void close() {}
}
