package jacobean.op;

import jacobean.core.Value;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Each element combined with all before it along an axis, in the order of JAX's {@code
 * lax.associative_scan}: neighbours are combined, the half as many results scanned, and what was
 * left out is put in between. Elements may be of several arrays.
 *
 * @param combine makes arrays of earlier and arrays of later elements one, many at a time
 */
public record PairwiseScan(int axis, BinaryOperator<List<Value>> combine) {

  /** The scan of arrays that are equally long along the axis. */
  public List<Value> of(List<Value> elements) {
    int n = elements.getFirst().shape().dim(axis);
    if (n < 2) {
      return elements;
    }
    var pairs =
        combine.apply(
            each(elements, v -> slice(v, 0, n - 1, 2)), each(elements, v -> slice(v, 1, n, 2)));
    var odd = of(pairs);
    int half = odd.getFirst().shape().dim(axis);
    var before = n % 2 == 0 ? each(odd, v -> slice(v, 0, half - 1, 1)) : odd;
    var even = combine.apply(before, each(elements, v -> slice(v, 2, n, 2)));
    var results = new ArrayList<Value>();
    for (int i = 0; i < elements.size(); i++) {
      var first = slice(elements.get(i), 0, 1, 1);
      results.add(interleave(Slicing.concatenate(List.of(first, even.get(i)), axis), odd.get(i)));
    }
    return results;
  }

  /** The scan from the end of the axis. */
  public List<Value> fromEnd(List<Value> elements) {
    return each(of(each(elements, this::turned)), this::turned);
  }

  private Value turned(Value x) {
    return Shaping.rev(x, Axes.of(axis));
  }

  private static List<Value> each(List<Value> values, UnaryOperator<Value> f) {
    return values.stream().map(f).toList();
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
