package jacobean;

import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.Conversion;
import jacobean.op.Fft;
import jacobean.op.FftType;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.op.Slicing.Padding;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What all functions of {@code jnp.fft} do: axes moved last, cut or filled, and the scaling. */
final class Fourier {
  private Fourier() {}

  /** The transform named by the function: an i in front means an inverse, which scales so. */
  static Array transform(String function, FftType type, Array a, Along along) {
    int rank = a.ndim();
    var axes = axes(function, along, rank);
    int n = axes.size();
    var x = inexact(function, type, a);
    var order = IntStream.range(0, rank).boxed().collect(Collectors.toList());
    order.removeAll(axes);
    order.addAll(axes);
    var last = Axes.of(order.stream().mapToInt(i -> i).toArray());
    var moved = Shaping.transpose(x, last);
    var lengths = lengths(function, type, along.lengths(), moved, n);
    double scale = scale(function, along.scaling(), lengths);
    if (n == 0) {
      return Array.of(x);
    }
    var fitted = moved;
    for (int i = 0; i < n; i++) {
      boolean halved = type == FftType.IRFFT && i == n - 1;
      fitted = fit(fitted, rank - n + i, halved ? lengths[i] / 2 + 1 : lengths[i]);
    }
    var y = Fft.fft(fitted, type, Axes.of(lengths));
    return scaled(Array.of(Shaping.transpose(y, last.inverse())), scale);
  }

  /** The array times a number of its own precision. */
  static Array scaled(Array x, double by) {
    return by == 1 ? x : Array.of(Arithmetic.mul(x.value(), Arithmetic.constant(x.dtype(), by)));
  }

  /** The type of transform with this name. */
  static FftType type(String name) {
    return switch (name) {
      case "FFT", "fft" -> FftType.FFT;
      case "IFFT", "ifft" -> FftType.IFFT;
      case "RFFT", "rfft" -> FftType.RFFT;
      case "IRFFT", "irfft" -> FftType.IRFFT;
      case null, default ->
          throw new ShapeException(
              "fft: wanted the type \"FFT\", \"IFFT\", \"RFFT\" or \"IRFFT\", got \""
                  + name
                  + "\".");
    };
  }

  /** The array in the dtype that the transform takes. */
  static Value inexact(String function, FftType type, Array a) {
    if (type != FftType.RFFT) {
      boolean wide = a.dtype() == DType.FLOAT64 || a.dtype() == DType.COMPLEX128;
      return Conversion.convert(a.value(), wide ? DType.COMPLEX128 : DType.COMPLEX64, false);
    }
    if (a.dtype().isComplex()) {
      throw new DTypeException(
          function
              + ": wanted a real array, got "
              + a.aval()
              + ". Transform complex numbers with fft, or take jnp.real(x) first.");
    }
    var x = Promote.toFloating(a.value());
    return Conversion.convert(x, x.dtype(), false);
  }

  private static List<Integer> axes(String function, Along along, int rank) {
    var given = along.dims();
    var lengths = along.lengths();
    if (lengths != null && given != null && lengths.size() != given.size()) {
      throw new ShapeException(
          function
              + ": got lengths "
              + lengths
              + " for axes "
              + given
              + "; wanted one length for each axis.");
    }
    if (given == null) {
      int n = lengths == null ? rank : lengths.size();
      if (n > rank) {
        throw new ShapeException(
            function
                + ": got lengths "
                + lengths
                + " for an array with "
                + rank
                + " axes; wanted no more lengths than axes.");
      }
      return IntStream.range(rank - n, rank).boxed().toList();
    }
    var counted = given.stream().map(a -> Dims.axis(function, a, rank)).toList();
    if (new HashSet<>(counted).size() < counted.size()) {
      throw new ShapeException(function + ": an axis is named twice in " + given + ".");
    }
    return counted;
  }

  private static int[] lengths(
      String function, FftType type, List<Integer> given, Value moved, int n) {
    if (given != null) {
      if (given.stream().anyMatch(s -> s <= 0)) {
        throw new ShapeException(function + ": lengths must be 1 or more, got " + given + ".");
      }
      return given.stream().mapToInt(s -> s).toArray();
    }
    var lengths = IntStream.range(0, n).map(i -> moved.shape().dim(moved.rank() - n + i)).toArray();
    if (n > 0 && type == FftType.IRFFT) {
      lengths[n - 1] = Math.max(0, 2 * (lengths[n - 1] - 1));
    }
    return lengths;
  }

  /** An axis cut to a length, or filled with zeros. */
  private static Value fit(Value x, int axis, int length) {
    int n = x.shape().dim(axis);
    if (n >= length) {
      return n == length ? x : Slicing.sliceAxis(x, axis, 0, length);
    }
    var high = new int[x.rank()];
    high[axis] = length - n;
    var none = Axes.of(new int[x.rank()]);
    return Slicing.pad(
        x, Arithmetic.constant(x.dtype(), 0), new Padding(none, Axes.of(high), none));
  }

  /** What the result is multiplied by, beside what the inverse is divided by anyway. */
  private static double scale(String function, String norm, int[] lengths) {
    double count = IntStream.of(lengths).asDoubleStream().reduce(1, (a, b) -> a * b);
    boolean inverse = function.startsWith("i");
    return switch (norm) {
      case "backward" -> 1;
      case "ortho" -> inverse ? Math.sqrt(count) : 1 / Math.sqrt(count);
      case "forward" -> inverse ? count : 1 / count;
      case null, default ->
          throw new ShapeException(
              function
                  + ": wanted the norm \"backward\", \"ortho\" or \"forward\", got "
                  + (norm == null ? "null" : "\"" + norm + "\"")
                  + ".");
    };
  }
}
