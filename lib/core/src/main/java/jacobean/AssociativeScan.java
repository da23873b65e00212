package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.Bitwise;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.pytree.PyTree;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * All prefix sums of an associative operation, in a logarithmic number of steps: JAX's recursion.
 */
final class AssociativeScan {
  private final Function<Object[], ?> combine;
  private final PyTree tree;
  private final int axis;

  private AssociativeScan(Function<Object[], ?> combine, PyTree tree, int axis) {
    this.combine = combine;
    this.tree = tree;
    this.axis = axis;
  }

  @SuppressWarnings("unchecked") // the structure was T's
  static <T> T of(Function<Object[], ?> combine, T elements, boolean reverse, int axis) {
    var tree = PyTree.flatten(elements);
    var values = Lifted.values(tree, "associativeScan");
    if (values.isEmpty()) {
      return elements;
    }
    for (int i = 0; i < values.size(); i++) {
      var x = values.get(i);
      if (x.rank() == 0) {
        throw new ShapeException(
            "associativeScan: leaf "
                + tree.structure().paths().get(i)
                + " is a scalar, which has no axis to go along.");
      }
    }
    int along = Dims.axis("associativeScan", axis, values.getFirst().rank());
    var lengths =
        values.stream()
            .map(v -> v.shape().dim(Dims.axis("associativeScan", along, v.rank())))
            .distinct()
            .toList();
    if (lengths.size() > 1) {
      throw new ShapeException(
          "associativeScan: all leaves must have one length along axis "
              + axis
              + ", got "
              + lengths
              + ".");
    }
    var scan = new AssociativeScan(combine, tree, along);
    var flipped = reverse ? scan.each(values, v -> Shaping.rev(v, Axes.of(along))) : values;
    var out = scan.scan(flipped);
    return (T)
        Lifted.wrap(
            tree.structure(), reverse ? scan.each(out, v -> Shaping.rev(v, Axes.of(along))) : out);
  }

  private List<Value> scan(List<Value> elements) {
    int n = elements.getFirst().shape().dim(axis);
    if (n < 2) {
      return elements;
    }
    var pairs =
        combine(each(elements, v -> slice(v, 0, n - 1, 2)), each(elements, v -> slice(v, 1, n, 2)));
    var odd = scan(pairs);
    int half = odd.getFirst().shape().dim(axis);
    var before = n % 2 == 0 ? each(odd, v -> slice(v, 0, half - 1, 1)) : odd;
    var even = combine(before, each(elements, v -> slice(v, 2, n, 2)));
    var results = new ArrayList<Value>();
    for (int i = 0; i < elements.size(); i++) {
      var first = slice(elements.get(i), 0, 1, 1);
      results.add(interleave(Slicing.concatenate(List.of(first, even.get(i)), axis), odd.get(i)));
    }
    return results;
  }

  private List<Value> each(List<Value> values, Function<Value, Value> f) {
    return values.stream().map(f).toList();
  }

  private List<Value> combine(List<Value> a, List<Value> b) {
    var out =
        combine.apply(
            new Object[] {Lifted.wrap(tree.structure(), a), Lifted.wrap(tree.structure(), b)});
    var values =
        Lifted.values(
            tree.like(out, "associativeScan: the result of the function"), "associativeScan");
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).shape().equals(a.get(i).shape())) {
        throw new ShapeException(
            "associativeScan: the function must keep the shape of leaf "
                + tree.structure().paths().get(i)
                + ", "
                + a.get(i).shape()
                + ", but gives "
                + values.get(i).shape()
                + "; it works on many elements at once.");
      }
    }
    return values;
  }

  private Value slice(Value x, int start, int limit, int stride) {
    var low = new int[x.rank()];
    var high = x.shape().toArray();
    var strides = new int[x.rank()];
    Arrays.fill(strides, 1);
    low[axis] = start;
    high[axis] = Math.max(start, limit);
    strides[axis] = stride;
    if (high[axis] > x.shape().dim(axis)) {
      low[axis] = x.shape().dim(axis);
      high[axis] = x.shape().dim(axis);
    }
    return Slicing.slice(x, Axes.of(low), Axes.of(high), Axes.of(strides));
  }

  /** The elements of both in turns, those of the first first. */
  private Value interleave(Value a, Value b) {
    boolean even = a.shape().dim(axis) == b.shape().dim(axis);
    var x = spread(a, 0, even ? 1 : 0);
    var y = spread(b, 1, even ? 0 : 1);
    return x.dtype() == DType.BOOL ? Bitwise.or(x, y) : Arithmetic.add(x, y);
  }

  private Value spread(Value x, int low, int high) {
    return Slicing.pad(
        x,
        Arithmetic.constant(x.dtype(), 0),
        new Slicing.Padding(at(x, low), at(x, high), at(x, 1)));
  }

  private Axes at(Value x, int value) {
    return Axes.of(IntStream.range(0, x.rank()).map(i -> i == axis ? value : 0).toArray());
  }
}
