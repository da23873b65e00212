package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Op;
import jacobean.ir.Operand;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts of arrays whose place, but not size, is known only when the program runs. The place is
 * given by one integer scalar for each axis; it is moved so that the part is inside the array.
 */
public final class DynamicSlicing {
  private DynamicSlicing() {}

  /** The part of the first operand with these lengths that starts at the scalars that follow. */
  public record DynamicSlice(Axes sliceSizes) implements Linear {
    @Override
    public String name() {
      return "dynamic_slice";
    }

    @Override
    public boolean isLinearIn(int operand) {
      return operand == 0;
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.getFirst();
      checkStarts(name(), x, operands.subList(1, operands.size()));
      checkSizes(name(), x, sliceSizes);
      return List.of(x.withShape(Shape.of(sliceSizes.toArray())));
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var x = operands.getFirst();
      var out = abstractEval(operands.stream().map(HostArray::aval).toList()).getFirst();
      var starts = clamped(operands.subList(1, operands.size()), x.shape(), sliceSizes);
      return List.of(
          HostArray.gather(
              out,
              x,
              p -> {
                var index = Positions.index(out.shape(), p);
                Arrays.setAll(index, i -> index[i] + starts[i]);
                return Positions.of(x.shape(), index);
              }));
    }

    @Override
    public Lowering lower(List<Aval> operands) {
      return (Lowering.Pointwise)
          (inputs, index) -> {
            var starts =
                starts(inputs.subList(1, inputs.size()), operands.getFirst().shape(), sliceSizes);
            return List.of(
                inputs
                    .getFirst()
                    .at(
                        IntStream.range(0, index.size())
                            .mapToObj(i -> starts.get(i).plus(index.get(i)))
                            .toList()));
          };
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var starts = operands.subList(1, operands.size());
      var all = new ArrayList<Value>(Collections.nCopies(operands.size(), null));
      all.set(0, dynamicUpdateSlice(Shaping.zeros(types.getFirst()), cts.getFirst(), starts));
      return all;
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      var starts = operands.subList(1, operands.size());
      var startAxes = axes.subList(1, axes.size());
      if (startAxes.stream().allMatch(a -> a == Batched.NONE)) {
        var x = Batching.moveFront(operands.getFirst(), axes.getFirst());
        return Batched.of(dynamicSlice(x, withZero(starts), Axes.of(size).then(sliceSizes)), 0);
      }
      var gather =
          new Gathering.Gather(windows(sliceSizes.size()), 0, GatherScatterMode.CLIP, sliceSizes);
      return gather.batch(
          List.of(operands.getFirst(), vectors(starts, startAxes, size)),
          List.of(axes.getFirst(), 0),
          size);
    }
  }

  /**
   * The first operand with the second in place of the part that starts at the scalars that follow.
   */
  public record DynamicUpdateSlice() implements Linear {
    @Override
    public String name() {
      return "dynamic_update_slice";
    }

    @Override
    public boolean isLinearIn(int operand) {
      return operand < 2;
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.get(0);
      var update = operands.get(1);
      checkStarts(name(), x, operands.subList(2, operands.size()));
      if (update.dtype() != x.dtype()) {
        throw new DTypeException(
            name()
                + ": the update must have the array's dtype, got "
                + update
                + " for "
                + x
                + ". Convert it with astype.");
      }
      checkSizes(name(), x, Axes.of(update.shape().toArray()));
      return List.of(x);
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var x = operands.get(0);
      var update = operands.get(1);
      var starts =
          clamped(
              operands.subList(2, operands.size()), x.shape(), Axes.of(update.shape().toArray()));
      var out = HostArray.allocate(x.aval());
      java.lang.foreign.MemorySegment.copy(x.data(), 0, out.data(), 0, x.aval().bytes());
      long bytes = x.dtype().itemsize();
      for (long p = 0; p < update.size(); p++) {
        var index = Positions.index(update.shape(), p);
        Arrays.setAll(index, i -> index[i] + starts[i]);
        long to = Positions.of(x.shape(), index);
        java.lang.foreign.MemorySegment.copy(
            update.data(), p * bytes, out.data(), to * bytes, bytes);
      }
      return List.of(out);
    }

    @Override
    public Lowering lower(List<Aval> operands) {
      return (Lowering.Pointwise) (inputs, index) -> List.of(element(inputs, index));
    }

    private static Expr element(List<Operand> inputs, List<Expr> index) {
      var x = inputs.get(0);
      var update = inputs.get(1);
      var old = x.at(index);
      if (update.aval().size() == 0) {
        return old;
      }
      var shape = update.aval().shape();
      var starts =
          starts(inputs.subList(2, inputs.size()), x.aval().shape(), Axes.of(shape.toArray()));
      var from = new ArrayList<Expr>();
      Expr inside = null;
      for (int i = 0; i < index.size(); i++) {
        if (shape.dim(i) == x.aval().shape().dim(i)) {
          from.add(index.get(i));
          continue;
        }
        var place = index.get(i).minus(starts.get(i));
        var last = Expr.index(shape.dim(i) - 1);
        var here = place.compare(Op.GE, Expr.index(0)).op(Op.AND, place.compare(Op.LE, last));
        inside = inside == null ? here : inside.op(Op.AND, here);
        // Loads happen also where their value is not chosen, so they must stay inside the array.
        from.add(place.op(Op.MAX, Expr.index(0)).op(Op.MIN, last));
      }
      return inside == null ? update.at(from) : update.at(from).where(inside, old);
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var ct = cts.getFirst();
      var starts = operands.subList(2, operands.size());
      var update = types.get(1);
      var all = new ArrayList<Value>(Collections.nCopies(operands.size(), null));
      all.set(
          0,
          operands.get(0) == null ? dynamicUpdateSlice(ct, Shaping.zeros(update), starts) : null);
      all.set(
          1,
          operands.get(1) == null
              ? dynamicSlice(ct, starts, Axes.of(update.shape().toArray()))
              : null);
      return all;
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      var starts = operands.subList(2, operands.size());
      var startAxes = axes.subList(2, axes.size());
      if (startAxes.stream().allMatch(a -> a == Batched.NONE)) {
        var x = Batching.alignFront(operands.get(0), axes.get(0), size);
        var update = Batching.alignFront(operands.get(1), axes.get(1), size);
        return Batched.of(dynamicUpdateSlice(x, update, withZero(starts)), 0);
      }
      int rank = starts.size();
      var scatter = new Scattering.Scatter(windows(rank), GatherScatterMode.CLIP, true);
      return scatter.batch(
          List.of(operands.get(0), vectors(starts, startAxes, size), operands.get(1)),
          List.of(axes.get(0), 0, axes.get(1)),
          size);
    }
  }

  /** One window for one index vector, with all axes. */
  private static Windows windows(int rank) {
    return Windows.of(Axes.all(rank), Axes.of(), Axes.all(rank));
  }

  /** Batches of scalars as a batch of index vectors. */
  private static Value vectors(List<Value> starts, List<Integer> axes, int size) {
    return Gathering.join(
        IntStream.range(0, starts.size())
            .mapToObj(
                i ->
                    Batching.alignFront(
                        Conversion.convert(starts.get(i), DType.INT32), axes.get(i), size))
            .toList());
  }

  private static List<Value> withZero(List<Value> starts) {
    var all = new ArrayList<Value>();
    all.add(Arithmetic.constant(starts.isEmpty() ? DType.INT32 : starts.getFirst().dtype(), 0));
    all.addAll(starts);
    return all;
  }

  private static void checkStarts(String name, Aval x, List<Aval> starts) {
    boolean fit = starts.size() == x.rank();
    for (var s : starts) {
      fit &= s.rank() == 0 && s.dtype().isInteger();
    }
    if (!fit) {
      throw new ShapeException(
          name
              + ": wanted one integer scalar as the start along each of the "
              + x.rank()
              + " axes of "
              + x
              + ", got "
              + starts
              + ".");
    }
  }

  private static void checkSizes(String name, Aval x, Axes sizes) {
    boolean fit = sizes.size() == x.rank();
    for (int i = 0; fit && i < x.rank(); i++) {
      fit = sizes.get(i) >= 0 && sizes.get(i) <= x.shape().dim(i);
    }
    if (!fit) {
      throw new ShapeException(
          name
              + ": a part of shape "
              + sizes
              + " does not fit in "
              + x
              + "; it needs as many axes, none longer than the array's.");
    }
  }

  private static int[] clamped(List<HostArray> starts, Shape shape, Axes sizes) {
    return IntStream.range(0, starts.size())
        .map(
            i -> (int) Math.clamp(starts.get(i).integer(0), 0L, (long) shape.dim(i) - sizes.get(i)))
        .toArray();
  }

  private static List<Expr> starts(List<Operand> starts, Shape shape, Axes sizes) {
    return IntStream.range(0, starts.size())
        .mapToObj(
            i ->
                shape.dim(i) == sizes.get(i)
                    ? Expr.index(0)
                    : starts
                        .get(i)
                        .at(List.of())
                        .cast(DType.INT64)
                        .op(Op.MAX, Expr.index(0))
                        .op(Op.MIN, Expr.index(shape.dim(i) - sizes.get(i))))
        .toList();
  }

  // --- As functions ---

  public static Value dynamicSlice(Value x, List<Value> starts, Axes sizes) {
    var operands = new ArrayList<Value>();
    operands.add(x);
    operands.addAll(starts);
    return new DynamicSlice(sizes).bind(operands).getFirst();
  }

  public static Value dynamicUpdateSlice(Value x, Value update, List<Value> starts) {
    var operands = new ArrayList<Value>();
    operands.add(x);
    operands.add(update);
    operands.addAll(starts);
    return new DynamicUpdateSlice().bind(operands).getFirst();
  }
}
