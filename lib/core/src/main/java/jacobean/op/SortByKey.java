package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.ir.Lowering;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An array reordered along an axis so that keys of the same shape would ascend; equal keys keep
 * their order, NaN comes last. Linear in the array; its transpose puts the elements back.
 *
 * @param inverse puts the elements of a reordered array back instead
 */
public record SortByKey(int axis, boolean inverse) implements Linear {
  @Override
  public String name() {
    return inverse ? "unsort_by_key" : "sort_by_key";
  }

  @Override
  public boolean isLinearIn(int operand) {
    return operand == 1;
  }

  @Override
  public List<Aval> abstractEval(List<Aval> operands) {
    var x = operands.get(1);
    if (!operands.getFirst().shape().equals(x.shape()) || axis >= x.rank()) {
      throw new ShapeException(
          name()
              + ": keys and array must have one shape with an axis "
              + axis
              + ", got "
              + operands
              + ".");
    }
    return List.of(x);
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands) {
    var keys = operands.get(0);
    var x = operands.get(1);
    var out = HostArray.allocate(x.aval());
    int length = x.shape().dim(axis);
    long stride = x.shape().strides()[axis];
    long lines = length == 0 ? 0 : x.size() / length;
    for (long line = 0; line < lines; line++) {
      long start = line / stride * stride * length + line % stride;
      var order = order(keys, start, stride, length);
      for (int i = 0; i < length; i++) {
        long sorted = start + i * stride;
        long original = start + order[i] * stride;
        copy(x, inverse ? sorted : original, out, inverse ? original : sorted);
      }
    }
    return List.of(out);
  }

  private static void copy(HostArray x, long from, HostArray out, long to) {
    if (x.dtype().isFloating()) {
      out.setReal(to, x.real(from));
    } else {
      out.setInteger(to, x.integer(from));
    }
  }

  /** The positions of one line's keys, ascending. */
  private static int[] order(HostArray keys, long start, long stride, int length) {
    if (keys.dtype().itemsize() > 4) {
      Comparator<Integer> ascending =
          keys.dtype().isFloating()
              ? Comparator.comparingDouble(i -> keys.real(start + i * stride) + 0.0)
              : Comparator.comparingLong(i -> keys.integer(start + i * stride));
      return IntStream.range(0, length).boxed().sorted(ascending).mapToInt(i -> i).toArray();
    }
    // The key in the upper bits and the position in the lower: one sort of longs, stable by itself.
    var packed = new long[length];
    for (int i = 0; i < length; i++) {
      packed[i] = ascending(keys, start + i * stride) << 31 | i;
    }
    Arrays.sort(packed);
    return Arrays.stream(packed).mapToInt(p -> (int) p & Integer.MAX_VALUE).toArray();
  }

  /** A number of 33 bits that grows with the key. */
  private static long ascending(HostArray keys, long at) {
    if (!keys.dtype().isFloating()) {
      return keys.integer(at);
    }
    int bits = Float.floatToIntBits((float) keys.real(at) + 0f);
    return bits < 0 ? -(long) (bits & Integer.MAX_VALUE) : bits;
  }

  /** Keys have no derivative: where only they move, nothing does. */
  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    return tangents.get(1) == null
        ? new Dual(bind(primals), Collections.singletonList(null))
        : Linear.super.jvp(primals, tangents);
  }

  @Override
  public Lowering lower(List<Aval> operands) {
    return new Lowering.Host();
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var keys = Batching.alignFront(operands.get(0), axes.get(0), size);
    var x = Batching.alignFront(operands.get(1), axes.get(1), size);
    return Batched.of(new SortByKey(axis + 1, inverse).bind1(keys, x), 0);
  }

  @Override
  public List<Value> transpose(List<Value> cotangents, List<Value> operands, List<Aval> types) {
    var moved = new SortByKey(axis, !inverse).bind1(operands.getFirst(), cotangents.getFirst());
    return Arrays.asList(null, moved);
  }

  /** The array in the order of its keys. */
  public static Value sortByKey(Value keys, Value x, int axis) {
    return new SortByKey(axis, false).bind1(keys, x);
  }

  /** The dtypes are free; keys are usually {@link DType#UINT32}. */
  public static Value positions(Value keys, int axis) {
    return sortByKey(keys, Shaping.iota(keys.shape(), DType.INT32, axis), axis);
  }
}
