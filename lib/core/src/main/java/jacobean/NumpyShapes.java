package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Batching;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The part of {@link jnp} that changes shapes, joins and splits. */
abstract sealed class NumpyShapes extends NumpyNans permits NumpyIndexing {

  /** The same elements in another shape; one length may be -1 and follows from the rest. */
  public static Array reshape(Array x, int... shape) {
    var known = Arrays.stream(shape).filter(d -> d != -1).asLongStream().reduce(1, (a, b) -> a * b);
    long unknown = Arrays.stream(shape).filter(d -> d == -1).count();
    boolean fits = unknown == 1 && known != 0 && x.size() % known == 0;
    if (unknown > 1 || unknown == 1 && !fits || Arrays.stream(shape).anyMatch(d -> d < -1)) {
      throw new ShapeException(
          "reshape: cannot make shape " + Arrays.toString(shape) + " of " + x.aval() + " (" + x.size()
              + " elements); at most one length may be -1, and the others must divide the size.");
    }
    var dims = Arrays.stream(shape).map(d -> d == -1 ? (int) (x.size() / known) : d).toArray();
    return Array.of(Shaping.reshape(x.value(), Shape.of(dims)));
  }

  /** The axes in another order; reversed if none are given. {@code jnp.transpose}. */
  public static Array transpose(Array x, int... axes) {
    int rank = x.ndim();
    var order =
        axes.length == 0
            ? IntStream.range(0, rank).map(i -> rank - 1 - i).toArray()
            : Arrays.stream(axes).map(a -> Dims.axis("transpose", a, rank)).toArray();
    return Array.of(Shaping.transpose(x.value(), Axes.of(order)));
  }

  /** Two axes exchanged. {@code jnp.swapaxes}. */
  public static Array swapaxes(Array x, int axis1, int axis2) {
    int i = Dims.axis("swapaxes", axis1, x.ndim());
    int j = Dims.axis("swapaxes", axis2, x.ndim());
    return transpose(x, IntStream.range(0, x.ndim()).map(a -> a == i ? j : a == j ? i : a).toArray());
  }

  /** One axis moved to another place. {@code jnp.moveaxis}. */
  public static Array moveaxis(Array x, int source, int destination) {
    return Array.of(
        Batching.moveAxis(
            x.value(),
            Dims.axis("moveaxis", source, x.ndim()),
            Dims.axis("moveaxis", destination, x.ndim())));
  }

  /** A new axis of length 1. {@code jnp.expand_dims}. */
  public static Array expandDims(Array x, int axis) {
    int at = Dims.axis("expandDims", axis, x.ndim() + 1);
    return Array.of(Shaping.reshape(x.value(), x.shape().insert(at, 1)));
  }

  /** Without these axes of length 1, or without all that have it. {@code jnp.squeeze}. */
  public static Array squeeze(Array x, int... axes) {
    var dropped =
        axes.length > 0
            ? Dims.axes("squeeze", axes, x.ndim())
            : Axes.of(IntStream.range(0, x.ndim()).filter(i -> x.shape(i) == 1).toArray());
    return Array.of(Shaping.squeeze(x.value(), dropped));
  }

  /** Repeated to a shape by NumPy's rules. {@code jnp.broadcast_to}. */
  public static Array broadcastTo(Array x, int... shape) {
    var to = Shape.of(shape);
    if (!Promote.common("broadcastTo", List.of(x.shape(), to)).equals(to)) {
      throw new ShapeException("broadcastTo: " + x.aval() + " cannot be repeated to shape " + to + ".");
    }
    return Array.of(Promote.to(x.value(), to));
  }

  /** The elements in reverse order along these axes, or all. {@code jnp.flip}. */
  public static Array flip(Array x, int... axes) {
    return Array.of(Shaping.rev(x.value(), Dims.axes("flip", axes, x.ndim())));
  }

  /** Arrays one after the other along an axis. {@code jnp.concatenate}. */
  public static Array concatenate(List<Array> arrays, int axis) {
    if (arrays.isEmpty()) {
      throw new ShapeException("concatenate: wanted at least one array, got none.");
    }
    var promoted = Promote.values(arrays.stream().map(Array::value).toArray(Value[]::new));
    return Array.of(
        Slicing.concatenate(promoted, Dims.axis("concatenate", axis, promoted.getFirst().rank())));
  }

  /** {@link #concatenate} along the first axis. */
  public static Array concatenate(List<Array> arrays) {
    return concatenate(arrays, 0);
  }

  /** Arrays of one shape along a new axis. {@code jnp.stack}. */
  public static Array stack(List<Array> arrays, int axis) {
    if (arrays.isEmpty()) {
      throw new ShapeException("stack: wanted at least one array, got none.");
    }
    var first = arrays.getFirst();
    for (var a : arrays) {
      if (!a.shape().equals(first.shape())) {
        throw new ShapeException(
            "stack: arrays must have one shape, got " + first.shape() + " and " + a.shape() + ".");
      }
    }
    return concatenate(arrays.stream().map(a -> expandDims(a, axis)).toList(), axis);
  }

  /** {@link #stack} along a new first axis. */
  public static Array stack(List<Array> arrays) {
    return stack(arrays, 0);
  }

  /** Equal parts along an axis. {@code jnp.split}. */
  public static List<Array> split(Array x, int sections, int axis) {
    int at = Dims.axis("split", axis, x.ndim());
    int n = x.shape(at);
    if (sections <= 0 || n % sections != 0) {
      throw new ShapeException(
          "split: axis " + axis + " of " + x.aval() + " cannot be cut in " + sections + " equal parts.");
    }
    int part = n / sections;
    var parts = new ArrayList<Array>();
    for (int i = 0; i < sections; i++) {
      parts.add(Array.of(Slicing.sliceAxis(x.value(), at, i * part, (i + 1) * part)));
    }
    return List.copyOf(parts);
  }
}
