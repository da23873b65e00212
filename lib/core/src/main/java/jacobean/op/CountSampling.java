package jacobean.op;

import jacobean.core.Value;
import jacobean.type.DType;

/** Draws of counts by inversion and rejection, in JAX's order of keys: Poisson and binomial. */
public final class CountSampling {
  private CountSampling() {}

  /** An int32 count for each float32 rate. Its derivative is zero. */
  public record Poisson() implements Rejection, Flat {
    @Override
    public String name() {
      return "random_poisson";
    }

    @Override
    public int parameters() {
      return 1;
    }

    @Override
    public DType resultType(DType parameter) {
      return DType.INT32;
    }

    @Override
    public boolean inRounds(double[] parameters, DType type) {
      return parameters[0] >= 10;
    }

    @Override
    public double draw(HostKey key, long i, double[] parameters, DType type) {
      float rate = (float) parameters[0];
      return rate == 0 || rate >= 10 ? 0 : products(key, i, rate);
    }

    /** Knuth's method: how many uniform numbers until their product falls below {@code e^-rate}. */
    private static int products(HostKey start, long i, float rate) {
      int count = 0;
      float log = 0;
      for (var key = start; log > -rate; key = key.split(0)) {
        count++;
        log += (float) Math.log(key.split(1).uniform(DType.FLOAT32, i));
      }
      return count - 1;
    }

    /** Hoermann's transformed rejection (1993). */
    @Override
    public double attempt(HostKey round, long i, double[] parameters, DType type) {
      float rate = inRounds(parameters, type) ? (float) parameters[0] : 1e5f;
      float logRate = (float) Math.log(rate);
      float b = Math.fma(2.53f, (float) Math.sqrt(rate), 0.931f);
      float a = Math.fma(0.02483f, b, -0.059f);
      float inverseAlpha = 1.1239f + 1.1328f / (b - 3.4f);
      float bound = 0.9277f - 3.6224f / (b - 2);
      float u = (float) round.split(1).uniform(DType.FLOAT32, i) - 0.5f;
      float v = (float) round.split(2).uniform(DType.FLOAT32, i);
      float shifted = 0.5f - Math.abs(u);
      float k = (float) Math.floor(Math.fma(2 * a / shifted + b, u, rate) + 0.43f);
      if (shifted >= 0.07f && v <= bound) {
        return (int) k;
      }
      float s = (float) Math.log(v * inverseAlpha / (a / (shifted * shifted) + b));
      float t = Math.fma(k, logRate, -rate) - (float) IncompleteGamma.logGamma(k + 1);
      boolean rejected = k < 0 || shifted < 0.013f && v > shifted;
      return !rejected && s <= t ? (int) k : Double.NaN;
    }
  }

  /**
   * How many of n trials succeed, each with probability p: floating, as in JAX. Its derivative is
   * zero.
   */
  public record Binomial() implements Rejection, Flat {
    private static final double[] STIRLING = {
      0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509,
          0.0166446911898211,
      0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273,
          0.00833056343336287
    };

    @Override
    public String name() {
      return "random_binomial";
    }

    @Override
    public int parameters() {
      return 2;
    }

    @Override
    public DType resultType(DType parameter) {
      return parameter;
    }

    @Override
    public boolean inRounds(double[] parameters, DType type) {
      double n = parameters[0];
      double q = rarer(parameters[1], type);
      return n >= 0 && q >= 0 && !Double.isInfinite(n) && type.round(n * q) > 10;
    }

    @Override
    public double draw(HostKey key, long i, double[] parameters, DType type) {
      double n = parameters[0];
      double p = parameters[1];
      double q = rarer(p, type);
      if (!(n >= 0) || !(q >= 0)) {
        return Double.NaN;
      }
      if (Double.isInfinite(n) || inRounds(parameters, type)) {
        return n;
      }
      double drawn = inversion(key, i, Math.floor(n), q, type);
      return p < 0.5 ? drawn : Math.floor(n) - drawn;
    }

    @Override
    public double attempt(HostKey round, long i, double[] parameters, DType type) {
      if (!inRounds(parameters, type)) {
        return transformed(round, i, type.round(1e4), 0.5, type);
      }
      double n = Math.floor(parameters[0]);
      double p = parameters[1];
      double k = transformed(round, i, n, rarer(p, type), type);
      return p < 0.5 ? k : n - k;
    }

    /** The probability of success or that of failure, whichever is not greater. */
    private static double rarer(double p, DType type) {
      return p < 0.5 ? p : type.round(1 - p);
    }

    /** The number of geometric waiting times that fit into n trials. */
    private static double inversion(HostKey start, long i, double n, double p, DType type) {
      double logFailure = type.round(Math.log1p(-p));
      double trials = 0;
      int successes = 0;
      for (var key = start; trials <= n; key = key.split(1)) {
        successes++;
        double log = type.round(Math.log(key.split(0).uniform(type, i)));
        trials = type.round(trials + Math.ceil(type.round(log / logFailure)));
      }
      return successes - 1;
    }

    /** Hoermann's transformed rejection for binomials, BTRS (1993); NaN if it rejects. */
    private static double transformed(HostKey round, long i, double n, double p, DType type) {
      double deviation = type.round(Math.sqrt(type.round(type.round(n * p) * type.round(1 - p))));
      double b = type.round(Math.fma(type.round(2.53), deviation, type.round(1.15)));
      double a =
          type.round(
              Math.fma(
                  type.round(0.01),
                  p,
                  type.round(Math.fma(type.round(0.0248), b, type.round(-0.0873)))));
      double c = type.round(Math.fma(n, p, 0.5));
      double bound = type.round(type.round(0.92) - type.round(type.round(4.2) / b));
      double odds = type.round(p / type.round(1 - p));
      double alpha =
          type.round(type.round(type.round(2.83) + type.round(type.round(5.1) / b)) * deviation);
      double mode = Math.floor(type.round(type.round(n + 1) * p));
      double u = type.round(round.split(1).uniform(type, i) - 0.5);
      double v = round.split(2).uniform(type, i);
      double shifted = type.round(0.5 - Math.abs(u));
      double slope = type.round(type.round(2 * a / shifted) + b);
      double k = Math.floor(type.round(Math.fma(slope, u, c)));
      if (shifted >= type.round(0.07) && v <= bound) {
        return k;
      }
      double log = Math.log(v * alpha / (a / (shifted * shifted) + b));
      return k >= 0 && k <= n && log <= logRatio(n, k, mode, odds) ? k : Double.NaN;
    }

    /** The logarithm of the probability of k over that of the mode. */
    private static double logRatio(double n, double k, double mode, double odds) {
      return (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1)))
          + (n + 1) * Math.log((n - mode + 1) / (n - k + 1))
          + (k + 0.5) * Math.log(odds * (n - k + 1) / (k + 1))
          + tail(mode)
          + tail(n - mode)
          - tail(k)
          - tail(n - k);
    }

    /** What Stirling's formula for {@code log k!} leaves out; of 9 for all above, as in JAX. */
    private static double tail(double k) {
      return STIRLING[(int) Math.clamp(k, 0., 9.)];
    }
  }

  /** A count for each rate; keys uint32[2]. */
  public static Value poisson(Value key, Value rate) {
    return new Poisson().bind1(key, rate);
  }

  /** A count for each number of trials and probability; keys uint32[2]. */
  public static Value binomial(Value key, Value trials, Value probability) {
    return new Binomial().bind1(key, trials, probability);
  }
}
