package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.ir.Lowering;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

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
                int[] order = RowOrder.ascending(keys, start, stride, length);
                for (int k = 0; k < operands.size(); k++) {
                  for (int i = 0; i < length; i++) {
                    long from = start + order[i] * stride;
                    results.get(k).copy(start + i * stride, operands.get(k), from);
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
      Rows.of(x.shape(), x.shape().rank() - 1)
          .forEach(
              (start, stride, length) -> {
                long to = k == 0 ? 0 : start / length * k;
                int[] order = RowOrder.greatest(x, start, length, k);
                for (int i = 0; i < k; i++) {
                  places.setInteger(to + i, order[i]);
                  values.copy(to + i, x, start + order[i]);
                }
              });
      return List.of(values, places);
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

    private static final long LEAST_PARALLEL = 1 << 16;

    interface Visitor {
      /** A row: its first position, the distance of neighbours, its length. */
      void visit(long start, long stride, int length);
    }

    /** Visits all rows, those of a large array in any order and on any thread. */
    void forEach(Visitor visitor) {
      int length = shape.dim(axis);
      long stride = shape.strides()[axis];
      var rows = LongStream.range(0, length == 0 ? 0 : shape.size() / length);
      (shape.size() < LEAST_PARALLEL ? rows : rows.parallel())
          .forEach(r -> visitor.visit(r / stride * stride * length + r % stride, stride, length));
    }
  }
}
