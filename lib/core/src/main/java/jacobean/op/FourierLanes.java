package jacobean.op;

import jacobean.core.HostArray;
import jacobean.fourier.Plan;
import jacobean.fourier.RealPlan;
import jacobean.type.Aval;
import jacobean.type.Axes;
import java.util.stream.IntStream;

/**
 * Fourier transforms of the last axes of an array, one axis after the other: every line along the
 * axis is copied out, transformed in double precision, and stored. Lines of large arrays are shared
 * among the cores.
 */
record FourierLanes(FftType type, Axes lengths) {
  /** Below so many elements a second thread costs more than it saves. */
  private static final long LARGE = 1 << 15;

  /** The elements of a complex array as pairs of reals, those of a real one as they are. */
  private static HostArray parts(HostArray x) {
    return x.dtype().isComplex()
        ? new HostArray(
            Aval.of(x.shape().insert(x.shape().rank(), 2), x.dtype().component()), x.data())
        : x;
  }

  HostArray transform(HostArray x, Aval resultType) {
    var out = HostArray.allocate(resultType);
    if (out.size() == 0 || x.size() == 0) {
      return out;
    }
    int rank = x.shape().rank();
    int last = rank - 1;
    int first = rank - lengths.size();
    switch (type) {
      case FFT, IFFT -> {
        var from = x;
        for (int axis = last; axis >= first; axis--) {
          complex(from, out, axis);
          from = out;
        }
      }
      case RFFT -> {
        fromReal(x, out);
        for (int axis = last - 1; axis >= first; axis--) {
          complex(out, out, axis);
        }
      }
      case IRFFT -> {
        var from = x;
        for (int axis = first; axis < last; axis++) {
          var to = from == x ? HostArray.allocate(x.aval()) : from;
          complex(from, to, axis);
          from = to;
        }
        toReal(from, out);
      }
    }
    return out;
  }

  private void complex(HostArray x, HostArray y, int axis) {
    int n = x.shape().dim(axis);
    var plan = Plan.of(n);
    var from = parts(x);
    var to = parts(y);
    double scale = type.isInverse() ? 1.0 / n : 1;
    long stride = stride(x, axis);
    forEachLane(
        x,
        axis,
        lane -> {
          long start = lane / stride * stride * n + lane % stride;
          var re = new double[n];
          var im = new double[n];
          for (int k = 0; k < n; k++) {
            long at = 2 * (start + k * stride);
            re[k] = from.real(at);
            im[k] = from.real(at + 1);
          }
          if (type.isInverse()) {
            plan.transform(im, re);
          } else {
            plan.transform(re, im);
          }
          for (int k = 0; k < n; k++) {
            long at = 2 * (start + k * stride);
            to.setReal(at, scale * re[k]);
            to.setReal(at + 1, scale * im[k]);
          }
        });
  }

  private static void fromReal(HostArray x, HostArray y) {
    int last = x.shape().rank() - 1;
    int n = x.shape().dim(last);
    var plan = new RealPlan(n);
    int m = plan.frequencies();
    var to = parts(y);
    forEachLane(
        x,
        last,
        lane -> {
          var line = new double[n];
          for (int k = 0; k < n; k++) {
            line[k] = x.real(lane * n + k);
          }
          var re = new double[m];
          var im = new double[m];
          plan.forward(line, re, im);
          for (int k = 0; k < m; k++) {
            to.setReal(2 * (lane * m + k), re[k]);
            to.setReal(2 * (lane * m + k) + 1, im[k]);
          }
        });
  }

  private static void toReal(HostArray x, HostArray y) {
    int last = y.shape().rank() - 1;
    int n = y.shape().dim(last);
    var plan = new RealPlan(n);
    int m = plan.frequencies();
    var from = parts(x);
    forEachLane(
        y,
        last,
        lane -> {
          var re = new double[m];
          var im = new double[m];
          for (int k = 0; k < m; k++) {
            re[k] = from.real(2 * (lane * m + k));
            im[k] = from.real(2 * (lane * m + k) + 1);
          }
          var line = new double[n];
          plan.inverse(re, im, line);
          for (int k = 0; k < n; k++) {
            y.setReal(lane * n + k, line[k] / n);
          }
        });
  }

  private static long stride(HostArray x, int axis) {
    long stride = 1;
    for (int i = axis + 1; i < x.shape().rank(); i++) {
      stride *= x.shape().dim(i);
    }
    return stride;
  }

  /** Does this for the number of each line along an axis, in any order. */
  private static void forEachLane(
      HostArray x, int axis, java.util.function.LongConsumer transform) {
    int lanes = Math.toIntExact(x.size() / x.shape().dim(axis));
    var numbers = IntStream.range(0, lanes);
    (x.size() >= LARGE ? numbers.parallel() : numbers).forEach(transform::accept);
  }
}
