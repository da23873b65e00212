package jacobean.fuzz;

import jacobean.Array;
import jacobean.core.Engines;
import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which differences of results rounding explains. Equal but for a few units in the last place is
 * always right; beyond that, as far as a few times what the results of {@link Disturbed} runs
 * differ among themselves. So a program of good condition has a narrow tolerance, and one that
 * loses all digits a wide one. What is an integer must be equal, but where disturbed runs differ.
 */
final class Explained {
  private static final int FEW = 3;

  /** Before a difference is told. */
  private static final int MANY = 40;

  /** Units in the last place that need no explanation: functions are not correctly rounded. */
  private static final double UNITS = 4;

  /** How many times the spread of disturbed runs. */
  private static final double SPREADS = 8;

  /** Beyond this share of a value, a tolerance tells little. */
  private static final double LOOSE = 1e-2;

  /** Counts how much was compared, and how much of it with a loose tolerance. */
  static final class Tally {
    long elements;
    long loose;

    double share() {
      return elements == 0 ? 0 : (double) loose / elements;
    }
  }

  private final Program program;
  private final int example;
  private final Tally tally;
  private final List<List<HostArray>> disturbed = new ArrayList<>();

  Explained(Program program, int example, Tally tally) {
    this.program = program;
    this.example = example;
    this.tally = tally;
  }

  Optional<String> difference(String how, List<Value> wanted, List<Value> got) {
    if (wanted.size() != got.size()) {
      return Optional.of(how + ": " + got.size() + " results, wanted " + wanted.size());
    }
    for (int k = 0; k < wanted.size(); k++) {
      var w = wanted.get(k).aval();
      var g = got.get(k).aval();
      if (!w.shape().equals(g.shape()) || w.dtype() != g.dtype()) {
        return Optional.of(how + ": result " + k + " is " + g + ", wanted " + w);
      }
      int result = k;
      var difference = difference(k, Array.of(wanted.get(k)).host(), Array.of(got.get(k)).host());
      if (difference.isPresent()) {
        return difference.map(d -> how + ": " + name(result) + d);
      }
    }
    return Optional.empty();
  }

  private String name(int result) {
    int outputs = program.outputs().size();
    return result < outputs
        ? "v" + program.outputs().get(result)
        : "gradient " + (result - outputs);
  }

  private Optional<String> difference(int result, HostArray wanted, HostArray got) {
    tally.elements += wanted.size();
    for (long i = 0; i < wanted.size(); i++) {
      long place = i;
      boolean same =
          wanted.dtype().isFloating()
              ? isNear(result, i, wanted, got)
              : wanted.integer(i) == got.integer(i) || differs(result, i, wanted.integer(i));
      if (!same) {
        return Optional.of(
            " at %d is %s, wanted %s; disturbed runs gave %s"
                .formatted(
                    i,
                    got.element(i),
                    wanted.element(i),
                    disturbed.stream().limit(5).map(d -> d.get(result).element(place)).toList()));
      }
    }
    return Optional.empty();
  }

  private boolean isNear(int result, long i, HostArray wanted, HostArray got) {
    double w = wanted.real(i);
    double g = got.real(i);
    if (w == g || Double.isNaN(w) && Double.isNaN(g)) {
      return true;
    }
    double narrow = UNITS * Disturbed.unit(wanted.dtype()) * Math.abs(w) + tiny(wanted.dtype());
    if (Math.abs(w - g) <= narrow) {
      return true;
    }
    for (int samples : new int[] {FEW, MANY}) {
      double tolerance = narrow + SPREADS * spread(result, i, w, samples);
      // Not finite: some run overflowed or met a pole here.
      if (!(tolerance < Double.POSITIVE_INFINITY) || Math.abs(w - g) <= tolerance) {
        tally.loose += tolerance <= LOOSE * Math.abs(w) ? 0 : 1;
        return true;
      }
    }
    return false;
  }

  /** XLA's and LLVM's subnormal numbers may be zero. */
  private static double tiny(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> 0x1p-14;
      case BFLOAT16, FLOAT32 -> Float.MIN_NORMAL;
      default -> 1e-290;
    };
  }

  /** The greatest distance between results of runs, among them that which is written. */
  private double spread(int result, long i, double written, int samples) {
    double low = written;
    double high = written;
    for (int s = 0; s < samples; s++) {
      double x = sample(s).get(result).real(i);
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
    return high - low;
  }

  private boolean differs(int result, long i, long written) {
    for (int s = 0; s < MANY; s++) {
      if (sample(s).get(result).integer(i) != written) {
        tally.loose++;
        return true;
      }
    }
    return false;
  }

  private List<HostArray> sample(int s) {
    while (disturbed.size() <= s) {
      var rounding = new Disturbed(disturbed.size());
      disturbed.add(
          Engines.with(
              rounding,
              () ->
                  Differences.valuesAndGradients(
                          program, program.example(example).stream().map(Array::value).toList())
                      .stream()
                      .map(v -> Array.of(v).host())
                      .toList()));
    }
    return disturbed.get(s);
  }
}
