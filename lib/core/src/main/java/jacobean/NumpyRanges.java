package jacobean;

import jacobean.core.HostArray;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/** The part of {@link jnp} that makes numbers in a row: ranges, spacings, windows. */
abstract sealed class NumpyRanges extends NumpyCreation permits NumpyMath {

  /**
   * The numbers 0, 1, ... below stop, float32; {@code arange(3)} gives int32. {@code jnp.arange}.
   *
   * {@snippet :
   * jnp.arange(3.) // => [0. 1. 2.]
   * jnp.arange(3) // => [0 1 2]
   * }
   */
  public static Array arange(double stop) {
    return arange(0, stop, 1);
  }

  /**
   * The numbers from start to below stop by a step, float32. With a step such as 0.1 rounding
   * decides whether stop itself is met; {@link #linspace} has no such doubt. {@code jnp.arange}.
   *
   * {@snippet :
   * jnp.arange(0., 1., 0.25) // => [0. 0.25 0.5 0.75]
   * }
   *
   * @throws ShapeException if the step is 0
   */
  public static Array arange(double start, double stop, double step) {
    if (step == 0) {
      throw new ShapeException("arange: the step must not be 0.");
    }
    int n = count(start, stop, step);
    return Array.of(
        HostArray.ofReals(Aval.of(Shape.of(n), DType.FLOAT32), i -> start + i * step).toConcrete());
  }

  /**
   * The integers 0, 1, ... below stop, int32. {@code jnp.arange}.
   *
   * {@snippet :
   * var x = jnp.array(2., 3., 5.);
   * jnp.arange(x.size()) // => [0 1 2]
   * }
   *
   * @throws DTypeException if int32 does not hold stop
   */
  public static Array arange(long stop) {
    return arange(0, stop, 1);
  }

  /**
   * The integers from start to below stop, int32. {@code jnp.arange}.
   *
   * @throws DTypeException if int32 does not hold start or stop
   */
  public static Array arange(long start, long stop) {
    return arange(start, stop, 1);
  }

  /**
   * The integers from start to below stop by a step, which may be negative, int32. {@code
   * jnp.arange}.
   *
   * {@snippet :
   * jnp.arange(5, 0, -2) // => [5 3 1]
   * }
   *
   * @throws ShapeException if the step is 0
   * @throws DTypeException if int32 does not hold start or stop
   */
  public static Array arange(long start, long stop, long step) {
    if (step == 0) {
      throw new ShapeException("arange: the step must not be 0.");
    }
    long last = step > 0 ? Math.max(start, stop - 1) : Math.min(start, stop + 1);
    if (start != (int) start || last != (int) last) {
      throw new DTypeException(
          "arange: from "
              + start
              + " to "
              + stop
              + " there are numbers that int32 does not hold. Name a dtype that does:"
              + " jnp.arange(start, stop, step, jnp.int64).");
    }
    int n = count(start, stop, step);
    return Array.of(
        HostArray.ofIntegers(Aval.of(Shape.of(n), DType.INT32), i -> start + i * step)
            .toConcrete());
  }

  /**
   * 0 to stop, of a dtype. {@code jnp.arange}.
   *
   * {@snippet :
   * jnp.arange(3, jnp.uint8).dtype() // => uint8
   * }
   */
  public static Array arange(Number stop, DType dtype) {
    return arange(0, stop, 1, dtype);
  }

  /** The numbers from start to below stop, of a dtype. {@code jnp.arange}. */
  public static Array arange(Number start, Number stop, DType dtype) {
    return arange(start, stop, 1, dtype);
  }

  /**
   * The numbers from start to below stop by a step, of a dtype. {@code jnp.arange}.
   *
   * @throws ShapeException if the step is 0
   */
  public static Array arange(Number start, Number stop, Number step, DType dtype) {
    double from = start.doubleValue();
    double by = step.doubleValue();
    if (by == 0) {
      throw new ShapeException("arange: the step must not be 0.");
    }
    var aval = Aval.of(Shape.of(count(from, stop.doubleValue(), by)), dtype);
    return Array.of(
        switch (dtype.kind()) {
          case FLOATING -> HostArray.ofReals(aval, i -> from + i * by).toConcrete();
          case COMPLEX ->
              HostArray.ofComplex(aval, i -> new Complex(from + i * by, 0)).toConcrete();
          case BOOL, SIGNED, UNSIGNED ->
              HostArray.ofIntegers(aval, i -> (long) (from + i * by)).toConcrete();
        });
  }

  private static int count(double start, double stop, double step) {
    double n = Math.ceil((stop - start) / step);
    if (!(n <= Integer.MAX_VALUE)) {
      throw new ShapeException(
          "arange: from "
              + start
              + " to "
              + stop
              + " by "
              + step
              + " there are "
              + n
              + " numbers; wanted at most 2^31 - 1.");
    }
    return (int) Math.max(0, n);
  }

  /** The numbers from start to below stop, float32. {@code jnp.arange}. */
  public static Array arange(double start, double stop) {
    return arange(start, stop, 1);
  }

  /** 50 evenly spaced numbers, both ends among them, float32. {@code jnp.linspace}. */
  public static Array linspace(Number start, Number stop) {
    return linspace(start, stop, 50);
  }

  /**
   * Evenly spaced numbers, both ends among them, float32. {@code jnp.linspace}.
   *
   * {@snippet :
   * jnp.linspace(0, 1, 5) // => [0. 0.25 0.5 0.75 1. ]
   * }
   *
   * @throws ShapeException if num is negative
   */
  public static Array linspace(Number start, Number stop, int num) {
    if (num < 0) {
      throw new ShapeException(
          "linspace: the number of samples must not be negative, got " + num + ".");
    }
    float from = start.floatValue();
    float to = stop.floatValue();
    // start (1 - t) + stop t as XLA computes it: by the reciprocal, with the last sum fused.
    float step = 1f / (num - 1);
    float slope = to * step;
    return Array.of(
        HostArray.ofReals(
                Aval.of(Shape.of(num), DType.FLOAT32),
                i ->
                    num == 1 ? from : i == num - 1 ? to : Math.fma(i, slope, from * (1 - i * step)))
            .toConcrete());
  }

  /**
   * {@link #linspace(Number, Number, int)} with or without the last, float32.
   *
   * {@snippet :
   * jnp.linspace(0, 1, 4, false) // => [0. 0.25 0.5 0.75]
   * }
   *
   * @throws ShapeException if num is negative
   */
  public static Array linspace(Number start, Number stop, int num, boolean endpoint) {
    return linspace(start, stop, num, endpoint, DType.FLOAT32);
  }

  /** {@link #linspace(Number, Number, int)}, of a dtype. */
  public static Array linspace(Number start, Number stop, int num, DType dtype) {
    return linspace(start, stop, num, true, dtype);
  }

  /**
   * Evenly spaced numbers. {@code jnp.linspace}.
   *
   * @param endpoint whether stop is among them
   * @param dtype what they are; integers are rounded down
   * @throws ShapeException if num is negative
   */
  public static Array linspace(Number start, Number stop, int num, boolean endpoint, DType dtype) {
    if (endpoint && dtype == DType.FLOAT32) {
      return linspace(start, stop, num);
    }
    requireCount("linspace", num);
    double from = start.doubleValue();
    double to = stop.doubleValue();
    int steps = Math.max(1, endpoint ? num - 1 : num);
    LongToDoubleFunction at = i -> i == steps ? to : from + (to - from) * i / steps;
    var aval = Aval.of(Shape.of(num), dtype);
    var numbers =
        switch (dtype.kind()) {
          case FLOATING -> HostArray.ofReals(aval, at);
          case COMPLEX -> HostArray.ofComplex(aval, i -> new Complex(at.applyAsDouble(i), 0));
          case SIGNED, UNSIGNED, BOOL ->
              HostArray.ofIntegers(aval, i -> (long) Math.floor(at.applyAsDouble(i)));
        };
    return Array.of(numbers.toConcrete());
  }

  /**
   * Evenly spaced arrays between two that broadcast, along a new first axis, both ends among them;
   * can be differentiated. {@code jnp.linspace}.
   *
   * {@snippet :
   * jnp.linspace(jnp.array(0., 10.), jnp.array(1., 20.), 3) // => [[0. 10. ] [0.5 15. ] [1. 20. ]]
   * }
   */
  public static Array linspace(Array start, Array stop, int num) {
    return linspace(start, stop, num, true, 0);
  }

  /**
   * Evenly spaced arrays between two that broadcast, along a new axis; can be differentiated.
   * {@code jnp.linspace}.
   *
   * @param endpoint whether stop is among them
   * @throws ShapeException if num is negative
   */
  public static Array linspace(Array start, Array stop, int num, boolean endpoint, int axis) {
    requireCount("linspace", num);
    var ends =
        Promote.values(start.value(), stop.value()).stream()
            .map(Promote::toFloating)
            .map(Array::of)
            .toList();
    var both = jnp.broadcastArrays(ends.get(0), ends.get(1));
    int steps = Math.max(1, endpoint ? num - 1 : num);
    var dims = new int[both.get(0).ndim() + 1];
    Arrays.fill(dims, 1);
    dims[0] = num;
    var type = ends.get(0).dtype();
    var share = jnp.reshape(jnp.divide(arange(num).astype(type), steps), dims);
    var from = jnp.expandDims(both.get(0), 0);
    var to = jnp.expandDims(both.get(1), 0);
    var spaced = jnp.add(jnp.multiply(from, jnp.subtract(1, share)), jnp.multiply(to, share));
    return jnp.moveaxis(spaced, 0, axis);
  }

  /**
   * Numbers evenly spaced on a logarithmic scale from 10^start to 10^stop, float32. {@code
   * jnp.logspace}.
   *
   * {@snippet :
   * jnp.logspace(0, 2, 3) // => [1. 10. 100.]
   * }
   *
   * @throws ShapeException if num is negative
   */
  public static Array logspace(Number start, Number stop, int num) {
    return logspace(start, stop, num, true, 10);
  }

  /**
   * Numbers evenly spaced on a logarithmic scale from base^start to base^stop, float32. {@code
   * jnp.logspace}.
   */
  public static Array logspace(Number start, Number stop, int num, boolean endpoint, double base) {
    return jnp.power(base, linspace(start, stop, num, endpoint));
  }

  /**
   * Numbers each of which is the same multiple of the one before, both ends among them, float32.
   * {@code jnp.geomspace}.
   *
   * {@snippet :
   * jnp.geomspace(1, 8, 4) // => [1. 2. 4.0000005 8. ]
   * }
   *
   * @throws ShapeException if num is negative
   */
  public static Array geomspace(Number start, Number stop, int num) {
    return geomspace(start, stop, num, true);
  }

  /**
   * Numbers each of which is the same multiple of the one before, float32. {@code jnp.geomspace}.
   *
   * @param endpoint whether stop is among them
   */
  public static Array geomspace(Number start, Number stop, int num, boolean endpoint) {
    double sign = Math.signum(start.doubleValue());
    double from = Math.log10(start.doubleValue() / sign);
    double to = Math.log10(stop.doubleValue() / sign);
    return jnp.multiply(logspace(from, to, num, endpoint, 10), sign);
  }

  /**
   * The Hann window of m points, float32. {@code jnp.hanning}.
   *
   * {@snippet :
   * jnp.hanning(5) // => [0. 0.5 1. 0.5 0. ]
   * }
   *
   * @throws ShapeException if a count is negative
   */
  public static Array hanning(int m) {
    return window("hanning", m, i -> 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (m - 1)));
  }

  /**
   * The Hamming window of m points, float32. {@code jnp.hamming}.
   *
   * {@snippet :
   * jnp.hamming(3) // => [0.08 1. 0.08]
   * }
   *
   * @throws ShapeException if a count is negative
   */
  public static Array hamming(int m) {
    return window("hamming", m, i -> 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (m - 1)));
  }

  /**
   * The Blackman window of m points, float32. {@code jnp.blackman}.
   *
   * {@snippet :
   * jnp.blackman(5).get("1:4") // => [0.34 1. 0.34]
   * }
   *
   * @throws ShapeException if a count is negative
   */
  public static Array blackman(int m) {
    return window(
        "blackman",
        m,
        i ->
            0.42
                - 0.5 * Math.cos(2 * Math.PI * i / (m - 1))
                + 0.08 * Math.cos(4 * Math.PI * i / (m - 1)));
  }

  /**
   * The triangular window of m points that is 0 at both ends, float32. {@code jnp.bartlett}.
   *
   * {@snippet :
   * jnp.bartlett(5) // => [0. 0.5 1. 0.5 0. ]
   * }
   *
   * @throws ShapeException if a count is negative
   */
  public static Array bartlett(int m) {
    return window("bartlett", m, i -> 1 - Math.abs(2. * i + 1 - m) / (m - 1));
  }

  /**
   * The Kaiser window of m points with the shape parameter beta, float32. {@code jnp.kaiser}.
   *
   * {@snippet :
   * jnp.kaiser(3, 14) // => [7.726867e-06 1.000000e+00 7.726867e-06]
   * }
   *
   * @throws ShapeException if a count is negative
   */
  public static Array kaiser(int m, double beta) {
    double half = (m - 1) / 2.;
    return window(
        "kaiser",
        m,
        i -> bessel(beta * Math.sqrt(1 - Math.pow((i - half) / half, 2))) / bessel(beta));
  }

  /** The modified Bessel function of order 0, by its power series. */
  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= x * x / (4. * k * k);
      sum += term;
    }
    return sum;
  }

  private static Array window(String name, int m, LongToDoubleFunction element) {
    requireCount(name, m);
    return Array.of(
        HostArray.ofReals(
                Aval.of(Shape.of(m), DType.FLOAT32), i -> m == 1 ? 1 : element.applyAsDouble(i))
            .toConcrete());
  }

  static void requireCount(String operation, int n) {
    if (n < 0) {
      throw new ShapeException(
          operation + ": the number of elements must not be negative, got " + n + ".");
    }
  }

  /**
   * The powers of each element, from the highest: column j is {@code x^(n-1-j)}, shape (x.size, n).
   * {@code jnp.vander}.
   *
   * {@snippet :
   * jnp.vander(jnp.array(2., 3.), 3) // => [[4. 2. 1.] [9. 3. 1.]]
   * }
   *
   * @throws ShapeException if x is not a vector
   */
  public static Array vander(Array x, int n) {
    return vander(x, n, false);
  }

  /** The square matrix of powers of each element. {@code jnp.vander}. */
  public static Array vander(Array x) {
    return vander(x, Math.toIntExact(x.size()), false);
  }

  /**
   * The powers of each element, n columns. {@code jnp.vander}.
   *
   * @param increasing whether they begin with {@code x^0}
   * @throws ShapeException if x is not a vector
   */
  public static Array vander(Array x, int n, boolean increasing) {
    if (x.ndim() != 1) {
      throw new ShapeException("vander: wanted a vector, got " + x.aval() + ".");
    }
    requireCount("vander", n);
    var powers = lax.iota(x.dtype(), n);
    return jnp.power(x.get(":, None"), increasing ? powers : jnp.flip(powers));
  }
}
