package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.ir.Lowering;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Orders along an axis: sort and the greatest elements. NaN counts as greater than all numbers. */
public final class Sorting {
  private Sorting() {}

  /**
   * Sorts the operands, which have one shape, together along an axis: by the first, where it is
   * equal by the second, and so on for {@code numKeys} operands. Places that are equal in all keys
   * keep their order.
   */
  public record Sort(int dimension, boolean isStable, int numKeys) implements Primitive {
    @Override
    public String name() {
      return "sort";
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var first = operands.getFirst();
      for (var x : operands) {
        if (!x.shape().equals(first.shape())) {
          throw new ShapeException(
              name() + ": operands must have one shape, got " + operands + ".");
        }
      }
      if (dimension < 0 || dimension >= first.rank()) {
        throw new ShapeException(
            name() + ": axis " + dimension + " is out of bounds for " + first + ".");
      }
      if (numKeys < 1 || numKeys > operands.size()) {
        throw new ShapeException(
            name()
                + ": the number of keys must be between 1 and the number of operands, "
                + operands.size()
                + ", got "
                + numKeys
                + ".");
      }
      return operands;
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var results = operands.stream().map(x -> HostArray.allocate(x.aval())).toList();
      var keys = operands.subList(0, numKeys);
      Rows.of(operands.getFirst().shape(), dimension)
          .forEach(
              (start, stride, length) -> {
                int[] order = order(keys, start, stride, length);
                for (int k = 0; k < operands.size(); k++) {
                  var x = operands.get(k);
                  long bytes = x.dtype().itemsize();
                  for (int i = 0; i < length; i++) {
                    long from = (start + order[i] * stride) * bytes;
                    MemorySegment.copy(
                        x.data(), from, results.get(k).data(), (start + i * stride) * bytes, bytes);
                  }
                }
              });
      return results;
    }

    @Override
    public Lowering lower(List<Aval> operands) {
      return new Lowering.Host();
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      if (tangents.stream().allMatch(java.util.Objects::isNull)) {
        return new Dual(bind(primals), Collections.nCopies(primals.size(), null));
      }
      var operands = new ArrayList<>(primals);
      operands.add(Shaping.iota(primals.getFirst().shape(), DType.INT32, dimension));
      var sorted = bind(operands);
      var order = sorted.getLast();
      var moved =
          tangents.stream().map(t -> t == null ? null : along(t, order, dimension)).toList();
      return new Dual(sorted.subList(0, primals.size()), new ArrayList<>(moved));
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      var aligned = new ArrayList<Value>();
      for (int i = 0; i < operands.size(); i++) {
        aligned.add(Batching.alignFront(operands.get(i), axes.get(i), size));
      }
      return new Batched(
          new Sort(dimension + 1, isStable, numKeys).bind(aligned),
          Collections.nCopies(operands.size(), 0));
    }
  }

  /**
   * The k greatest elements along the last axis, from the greatest on, and their places as int32.
   */
  public record TopK(int k) implements Primitive {
    @Override
    public String name() {
      return "top_k";
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.getFirst();
      if (x.rank() == 0 || k < 0 || k > x.shape().dim(-1)) {
        throw new ShapeException(
            name()
                + ": k must be between 0 and the length of the last axis, got "
                + k
                + " for "
                + x
                + ".");
      }
      var shape = x.shape().with(x.rank() - 1, k);
      return List.of(x.withShape(shape), Aval.of(shape, DType.INT32));
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var x = operands.getFirst();
      var types = abstractEval(List.of(x.aval()));
      var values = HostArray.allocate(types.get(0));
      var places = HostArray.allocate(types.get(1));
      long bytes = x.dtype().itemsize();
      Rows.of(x.shape(), x.shape().rank() - 1)
          .forEach(
              (start, stride, length) -> {
                long to = k == 0 ? 0 : start / length * k;
                int[] order = descending(x, start, length);
                for (int i = 0; i < k; i++) {
                  places.setInteger(to + i, order[i]);
                  MemorySegment.copy(
                      x.data(), (start + order[i]) * bytes, values.data(), (to + i) * bytes, bytes);
                }
              });
      return List.of(values, places);
    }

    /** The order from the greatest on; equal elements keep theirs. */
    private static int[] descending(HostArray x, long start, int length) {
      // Reversed, sorted upwards and read from the end, equal elements come in their old order.
      int[] up = order(List.of(x), start + length - 1, -1, length);
      var down = new int[length];
      Arrays.setAll(down, i -> length - 1 - up[length - 1 - i]);
      return down;
    }

    @Override
    public Lowering lower(List<Aval> operands) {
      return new Lowering.Host();
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var results = bind(primals);
      var t = tangents.getFirst();
      int last = primals.getFirst().rank() - 1;
      return new Dual(
          results, Arrays.asList(t == null ? null : along(t, results.get(1), last), null));
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      return new Batched(
          bind(List.of(Batching.moveAxis(operands.getFirst(), axes.getFirst(), 0))), List.of(0, 0));
    }
  }

  private static Value along(Value x, Value order, int axis) {
    return Gathering.takeAlongAxis(x, order, axis, GatherScatterMode.CLIP, 0);
  }

  /** The places of a row in sorted order. */
  private static int[] order(List<HostArray> keys, long start, long stride, int length) {
    if (keys.size() == 1 && keys.getFirst().dtype().itemsize() <= 4) {
      return packedOrder(keys.getFirst(), start, stride, length);
    }
    var places = new Integer[length];
    Arrays.setAll(places, i -> i);
    Arrays.sort(places, Comparator.comparing(i -> start + i * stride, comparator(keys)));
    return Arrays.stream(places).mapToInt(i -> i).toArray();
  }

  /** The order of narrow keys: key and place in one long, so that no objects are compared. */
  private static int[] packedOrder(HostArray key, long start, long stride, int length) {
    var packed = new long[length];
    for (int i = 0; i < length; i++) {
      long at = start + i * stride;
      long rank = key.dtype().isFloating() ? ranked((float) key.real(at)) : key.integer(at);
      packed[i] = rank << 32 | i;
    }
    if (key.dtype() == DType.UINT32) {
      // Shifted into the sign, the upper half would come first.
      Arrays.setAll(packed, i -> packed[i] ^ Long.MIN_VALUE);
    }
    Arrays.sort(packed);
    return Arrays.stream(packed).mapToInt(p -> (int) p).toArray();
  }

  /** An integer that orders as the number does; the two zeros are one, NaN is the greatest. */
  private static long ranked(float x) {
    int bits = Float.floatToIntBits(x == 0 ? 0f : x);
    return bits >= 0 ? bits : Integer.MIN_VALUE - (long) bits;
  }

  private static Comparator<Long> comparator(List<HostArray> keys) {
    return (a, b) -> {
      for (var key : keys) {
        int c =
            key.dtype().isFloating()
                ? compare(key.real(a), key.real(b))
                : key.dtype().compare(key.integer(a), key.integer(b));
        if (c != 0) {
          return c;
        }
      }
      return 0;
    };
  }

  private static int compare(double a, double b) {
    return a == b ? 0 : Double.compare(a, b);
  }

  // --- As functions ---

  /** The array sorted upwards along an axis. */
  public static Value sort(Value x, int axis) {
    return new Sort(axis, true, 1).bind1(x);
  }

  /** The places of the elements in sorted order, int32; by several keys, the first one first. */
  public static Value argsort(List<Value> keys, int axis) {
    var operands = new ArrayList<>(keys);
    operands.add(Shaping.iota(keys.getFirst().shape(), DType.INT32, axis));
    return new Sort(axis, true, keys.size()).bind(operands).getLast();
  }

  /** The rows along one axis of an array, for evaluation in plain Java. */
  record Rows(Shape shape, int axis) {
    static Rows of(Shape shape, int axis) {
      return new Rows(shape, axis);
    }

    interface Visitor {
      /** A row: its first position, the distance of neighbours, its length. */
      void visit(long start, long stride, int length);
    }

    void forEach(Visitor visitor) {
      int length = shape.dim(axis);
      long stride = shape.strides()[axis];
      long rows = length == 0 ? 0 : shape.size() / length;
      for (long r = 0; r < rows; r++) {
        visitor.visit(r / stride * stride * length + r % stride, stride, length);
      }
    }
  }
}
