package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Operand;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parts of arrays at places that are themselves numbers of an array: gather. */
public final class Gathering {
  private Gathering() {}

  /**
   * Windows of the first operand that start where the index vectors of the second say. Linear in
   * the first.
   *
   * @param dimensionNumbers where windows and their axes lie
   * @param fillValue what FILL_OR_DROP puts for windows that are not inside
   * @param sliceSizes the length of a window along each axis of the first operand
   */
  public record Gather(
      Windows dimensionNumbers, Number fillValue, GatherScatterMode mode, Axes sliceSizes)
      implements Linear {
    @Override
    public String name() {
      return "gather";
    }

    @Override
    public SortedMap<String, Object> params() {
      var params = new TreeMap<String, Object>(Linear.super.params());
      params.put("dimension_numbers", text());
      params.put("fill_value", mode == GatherScatterMode.FILL_OR_DROP ? fillValue : null);
      params.putAll(Map.of("indices_are_sorted", false, "unique_indices", false));
      return params;
    }

    private String text() {
      var n = dimensionNumbers;
      return "GatherDimensionNumbers(offset_dims="
          + n.offsetDims()
          + ", collapsed_slice_dims="
          + n.collapsedSliceDims()
          + ", start_index_map="
          + n.startIndexMap()
          + ", operand_batching_dims="
          + n.operandBatchingDims()
          + ", start_indices_batching_dims="
          + n.startIndicesBatchingDims()
          + ")";
    }

    @Override
    public boolean isLinearIn(int operand) {
      return operand == 0;
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var t = tangents.getFirst();
      var y = bind1(primals.get(0), primals.get(1));
      return new Dual(
          List.of(y), Arrays.asList(t == null ? null : filling(0).bind1(t, primals.get(1))));
    }

    private Gather filling(Number value) {
      return new Gather(dimensionNumbers, value, mode, sliceSizes);
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.get(0);
      var indices = operands.get(1);
      dimensionNumbers.check(name(), x, indices, sliceSizes);
      return List.of(x.withShape(dimensionNumbers.windowed(indices.shape(), x.rank(), sliceSizes)));
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var x = operands.get(0);
      var indices = operands.get(1);
      var type = abstractEval(List.of(x.aval(), indices.aval())).getFirst();
      var out = HostArray.allocate(type);
      var filler = HostArray.fill(Aval.scalar(type.dtype()), fillValue);
      var walk = new WindowWalk(dimensionNumbers, x.shape(), sliceSizes, type.shape());
      long bytes = type.dtype().itemsize();
      boolean whole = walk.isContiguous();
      walk.forEach(
          indices,
          mode,
          (from, to) -> {
            if (whole && from >= 0) {
              copy(x, from, out, to, bytes * walk.inOperand().length, bytes);
              return;
            }
            for (int e = 0; e < walk.inOperand().length; e++) {
              long place = to + walk.inWindowed()[e];
              if (from < 0) {
                copy(filler, 0, out, place, bytes, bytes);
              } else {
                copy(x, from + walk.inOperand()[e], out, place, bytes, bytes);
              }
            }
          });
      return List.of(out);
    }

    private static void copy(
        HostArray x, long from, HostArray out, long to, long length, long bytes) {
      MemorySegment.copy(x.data(), from * bytes, out.data(), to * bytes, length);
    }

    @Override
    public Lowering lower(List<Aval> operands) {
      return (Lowering.Pointwise)
          (inputs, index) -> List.of(element(inputs.get(0), inputs.get(1), index));
    }

    private Expr element(Operand x, Operand indices, List<Expr> index) {
      var filler = Expr.constant(x.aval().dtype(), fillValue);
      if (x.aval().size() == 0
          || indices.aval().size() == 0 && dimensionNumbers.startIndexMap().size() > 0) {
        return filler;
      }
      var batch = WindowPlace.pick(index, dimensionNumbers.batchAxes(index.size()));
      var within = WindowPlace.pick(index, dimensionNumbers.offsetDims());
      var from =
          WindowPlace.of(
              dimensionNumbers, mode, x.aval().shape(), sliceSizes, indices, batch, within, true);
      var element = x.at(from.place());
      return from.inside().map(inside -> element.where(inside, filler)).orElse(element);
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var zeros = Shaping.zeros(types.getFirst());
      // What was read from the nearest place inside is that place's, also where none was promised.
      var outside = mode == GatherScatterMode.FILL_OR_DROP ? mode : GatherScatterMode.CLIP;
      var add = new Scattering.ScatterAdd(dimensionNumbers, outside, false);
      return Arrays.asList(add.bind1(zeros, operands.get(1), cts.getFirst()), null);
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      var x = Batching.moveFront(operands.get(0), axes.get(0));
      var indices = Batching.moveFront(operands.get(1), axes.get(1));
      var batched =
          axes.get(1) == Batched.NONE
              ? with(dimensionNumbers.withWholeAxis(), Axes.of(size).then(sliceSizes))
              : axes.get(0) == Batched.NONE
                  ? with(dimensionNumbers.withMoreIndices(), sliceSizes)
                  : with(dimensionNumbers.withBatchAxis(), Axes.of(1).then(sliceSizes));
      return Batched.of(batched.bind1(x, indices), 0);
    }

    private Gather with(Windows numbers, Axes sizes) {
      return new Gather(numbers, fillValue, mode, sizes);
    }
  }

  // --- As functions ---

  /**
   * What FILL_OR_DROP fills with where nothing else is asked for: NaN, or what no index would be.
   */
  public static Number filler(DType type) {
    return switch (type.kind()) {
      case FLOATING, COMPLEX -> Double.NaN;
      case SIGNED -> type.lowest();
      case UNSIGNED -> type.highest();
      case BOOL -> 1L;
    };
  }

  public static Value gather(
      Value x,
      Value indices,
      Windows numbers,
      Axes sliceSizes,
      GatherScatterMode mode,
      Number fillValue) {
    return new Gather(numbers, fillValue == null ? filler(x.dtype()) : fillValue, mode, sliceSizes)
        .bind1(x, indices);
  }

  /** The elements of an axis at these indexes, whose axes take its place. */
  public static Value take(
      Value x, Value indices, int axis, GatherScatterMode mode, Number fillValue) {
    var batch = Axes.range(axis, axis + indices.rank());
    var numbers =
        Windows.of(batch.complement(x.rank() - 1 + indices.rank()), Axes.of(axis), Axes.of(axis));
    return gather(
        x, vectors(indices), numbers, Axes.of(x.shape().with(axis, 1).toArray()), mode, fillValue);
  }

  /** For each place of the indexes the element of the same row, along an axis, at the index. */
  public static Value takeAlongAxis(
      Value x, Value indices, int axis, GatherScatterMode mode, Number fillValue) {
    var ones = new int[x.rank()];
    Arrays.fill(ones, 1);
    return gather(x, vectors(indices), alongAxis(x.rank(), axis), Axes.of(ones), mode, fillValue);
  }

  /** Single elements along one axis; all other axes go along with those of the indexes. */
  static Windows alongAxis(int rank, int axis) {
    var others = Axes.of(axis).complement(rank);
    return new Windows(Axes.of(), Axes.of(axis), Axes.of(axis), others, others);
  }

  /** Indexes along one axis as index vectors of one component. */
  public static Value vectors(Value indices) {
    return Shaping.reshape(indices, indices.shape().insert(indices.rank(), 1));
  }

  /** Negative indexes counted from the end of an axis of this length. */
  public static Value fromEnd(Value indices, int length) {
    if (indices.dtype().kind() == DType.Kind.UNSIGNED) {
      return indices;
    }
    var negative = Comparison.lt(indices, Arithmetic.constant(indices.dtype(), 0));
    return Comparison.select(
        negative, Arithmetic.add(indices, Arithmetic.constant(indices.dtype(), length)), indices);
  }

  /** Scalars or arrays of one shape as the components of index vectors. */
  public static Value join(List<Value> components) {
    var columns = components.stream().map(Gathering::vectors).toList();
    return Slicing.concatenate(columns, columns.getFirst().rank() - 1);
  }
}
