package jacobean.bench;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What measuring a workload gave.
 *
 * @param firstMillis the first call, tracing and compiling included; NaN where it was not the first
 * @param micros the later calls
 */
record Timing(double firstMillis, double[] micros) {
  static final Timing NONE = new Timing(Double.NaN, new double[0]);

  /** Both rounds as one; the first call is that of the earlier round. */
  Timing then(Timing later) {
    return new Timing(
        Double.isNaN(firstMillis) ? later.firstMillis : firstMillis,
        DoubleStream.concat(Arrays.stream(micros), Arrays.stream(later.micros)).toArray());
  }

  double medianMicros() {
    if (micros.length == 0) {
      return Double.NaN;
    }
    var sorted = micros.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
