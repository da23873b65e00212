package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Monoid;
import jacobean.ir.Operand;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Arrays changed at places that are themselves numbers of an array: scatter. */
public final class Scattering {
  private Scattering() {}

  /**
   * The family: operands are an array, index vectors, and the windows that are to be combined into
   * the array where the index vectors say, one after the other in their order.
   */
  interface Scatters extends Primitive {
    Windows dimensionNumbers();

    GatherScatterMode mode();

    /** What windows outside do: they are left out, even where the caller promised that none is. */
    default GatherScatterMode outside() {
      return mode() == GatherScatterMode.CLIP
          ? GatherScatterMode.CLIP
          : GatherScatterMode.FILL_OR_DROP;
    }

    /** Whether no place of the array is written twice. */
    boolean uniqueIndices();

    Scatters with(Windows numbers);

    /** What combines updates with what is there; empty if they replace it. */
    Optional<Monoid> monoid();

    @Override
    default SortedMap<String, Object> params() {
      var n = dimensionNumbers();
      var params = new TreeMap<String, Object>(Primitive.super.params());
      params.put(
          "dimension_numbers",
          "ScatterDimensionNumbers(update_window_dims="
              + n.offsetDims()
              + ", inserted_window_dims="
              + n.collapsedSliceDims()
              + ", scatter_dims_to_operand_dims="
              + n.startIndexMap()
              + ", operand_batching_dims="
              + n.operandBatchingDims()
              + ", scatter_indices_batching_dims="
              + n.startIndicesBatchingDims()
              + ")");
      params.put("indices_are_sorted", false);
      return params;
    }

    @Override
    default List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.get(0);
      var indices = operands.get(1);
      var updates = operands.get(2);
      if (x.dtype() != updates.dtype()) {
        throw new DTypeException(
            name()
                + ": the updates must have the array's dtype, got "
                + updates
                + " for "
                + x
                + ". Convert them with astype.");
      }
      int rank = Math.max(0, indices.rank() - 1) + dimensionNumbers().offsetDims().size();
      if (updates.rank() != rank) {
        throw new ShapeException(
            name()
                + ": updates for the indexes "
                + indices
                + " with windows of "
                + dimensionNumbers().offsetDims().size()
                + " axes must have "
                + rank
                + " axes, got "
                + updates
                + ".");
      }
      var sizes = dimensionNumbers().lengths(updates.shape(), x.rank());
      dimensionNumbers().check(name(), x, indices, sizes);
      var wanted = dimensionNumbers().windowed(indices.shape(), x.rank(), sizes);
      if (!wanted.equals(updates.shape())) {
        throw new ShapeException(
            name()
                + ": updates must have one window for each index vector of "
                + indices
                + ", so the shape "
                + wanted
                + ", got "
                + updates
                + ".");
      }
      return List.of(x);
    }

    @Override
    default List<HostArray> eval(List<HostArray> operands) {
      var x = operands.get(0);
      var updates = operands.get(2);
      var out = HostArray.allocate(x.aval());
      MemorySegment.copy(x.data(), 0, out.data(), 0, x.aval().bytes());
      var sizes = dimensionNumbers().lengths(updates.shape(), x.shape().rank());
      var walk = new WindowWalk(dimensionNumbers(), x.shape(), sizes, updates.shape());
      boolean floating = x.dtype().isFloating();
      walk.forEach(
          operands.get(1),
          outside(),
          (to, from) -> {
            for (int e = 0; to >= 0 && e < walk.inOperand().length; e++) {
              long place = to + walk.inOperand()[e];
              long update = from + walk.inWindowed()[e];
              if (x.dtype().isComplex()) {
                var u = updates.complex(update);
                out.setComplex(
                    place,
                    monoid()
                        .map(m -> ComplexNumbers.combine(name(), m, out.complex(place), u))
                        .orElse(u));
              } else if (floating) {
                double u = updates.real(update);
                out.setReal(place, monoid().map(m -> m.combine(out.real(place), u)).orElse(u));
              } else {
                long u = updates.integer(update);
                long combined =
                    monoid().map(m -> m.combine(out.integer(place), u, x.dtype())).orElse(u);
                out.setInteger(place, x.dtype().wrap(combined));
              }
            }
          });
      return List.of(out);
    }

    @Override
    default Lowering lower(List<Aval> operands) {
      var x = operands.get(0);
      var updates = operands.get(2);
      return x.size() == 0 || updates.size() == 0
          ? (Lowering.Pointwise) (inputs, index) -> List.of(inputs.getFirst().at(index))
          : new Loops(this, x.shape(), updates.shape());
    }

    @Override
    default Batched batch(List<Value> operands, List<Integer> axes, int size) {
      var x = Batching.alignFront(operands.get(0), axes.get(0), size);
      var indices = Batching.moveFront(operands.get(1), axes.get(1));
      var updates = Batching.alignFront(operands.get(2), axes.get(2), size);
      var numbers =
          axes.get(1) == Batched.NONE
              ? dimensionNumbers().withWholeAxis()
              : dimensionNumbers().withBatchAxis();
      return Batched.of(with(numbers).bind1(x, indices, updates), 0);
    }

    /** The elements of an array where the updates go, in the shape of the updates. */
    default Value read(Value x, Value indices, Aval updates) {
      var sizes = dimensionNumbers().lengths(updates.shape(), x.rank());
      return Gathering.gather(x, indices, dimensionNumbers(), sizes, outside(), 0);
    }

    /** The sum at each place of the updates that go there, zero elsewhere. */
    default Value sumAt(Aval x, Value indices, Value updates) {
      return new ScatterAdd(dimensionNumbers(), outside(), uniqueIndices())
          .bind1(Shaping.full(x.shape(), updates.dtype(), 0), indices, updates);
    }
  }

  /** The loops of a scatter: over the windows, and in each over its elements. */
  private record Loops(Scatters scatter, Shape array, Shape updates) implements Lowering.Scatter {
    private Windows numbers() {
      return scatter.dimensionNumbers();
    }

    /** The axes of the updates in the order of the loops. */
    private Axes order() {
      return numbers().batchAxes(updates.rank()).then(numbers().offsetDims());
    }

    @Override
    public Shape space() {
      return Shape.of(Arrays.stream(order().toArray()).map(updates::dim).toArray());
    }

    @Override
    public Optional<Monoid> monoid() {
      return scatter.monoid();
    }

    @Override
    public Update update(List<Operand> operands, List<Expr> index) {
      int windows = numbers().batchAxes(updates.rank()).size();
      var to =
          WindowPlace.of(
              numbers(),
              scatter.outside(),
              array,
              numbers().lengths(updates, array.rank()),
              operands.get(1),
              index.subList(0, windows),
              index.subList(windows, index.size()),
              scatter.outside() == GatherScatterMode.CLIP);
      var value = operands.get(2).at(WindowPlace.pick(index, order().inverse()));
      return new Update(value, to.place(), to.inside());
    }
  }

  /** Replaces; where several updates go to one place, by the last. Linear in array and updates. */
  public record Scatter(Windows dimensionNumbers, GatherScatterMode mode, boolean uniqueIndices)
      implements Scatters, Linear {
    @Override
    public String name() {
      return "scatter";
    }

    @Override
    public boolean isLinearIn(int operand) {
      return operand != 1;
    }

    @Override
    public Scatters with(Windows numbers) {
      return new Scatter(numbers, mode, uniqueIndices);
    }

    @Override
    public Optional<Monoid> monoid() {
      return Optional.empty();
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var ct = cts.getFirst();
      var indices = operands.get(1);
      var updates = types.get(2);
      return Arrays.asList(
          operands.get(0) == null ? bind1(ct, indices, Shaping.zeros(updates)) : null,
          null,
          operands.get(2) == null ? onlyLast(read(ct, indices, updates), indices, types) : null);
    }

    /** Zeros where a later update goes to the same place. */
    private Value onlyLast(Value ct, Value indices, List<Aval> types) {
      if (uniqueIndices) {
        return ct;
      }
      var updates = types.get(2).shape();
      var flat = Shaping.iota(Shape.of(Math.toIntExact(updates.size())), DType.INT32, 0);
      var numbers = Shaping.reshape(flat, updates);
      var written =
          bind1(Shaping.full(types.getFirst().shape(), DType.INT32, -1), indices, numbers);
      var wins = Comparison.eq(read(written, indices, types.get(2)), numbers);
      return Comparison.select(wins, ct, Arithmetic.constant(ct.dtype(), 0));
    }
  }

  /** Adds; linear in array and updates. */
  public record ScatterAdd(Windows dimensionNumbers, GatherScatterMode mode, boolean uniqueIndices)
      implements Scatters, Linear {
    @Override
    public String name() {
      return "scatter-add";
    }

    @Override
    public boolean isLinearIn(int operand) {
      return operand != 1;
    }

    @Override
    public Scatters with(Windows numbers) {
      return new ScatterAdd(numbers, mode, uniqueIndices);
    }

    @Override
    public Optional<Monoid> monoid() {
      return Optional.of(Monoid.SUM);
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var ct = cts.getFirst();
      return Arrays.asList(
          operands.get(0) == null ? ct : null,
          null,
          operands.get(2) == null ? read(ct, operands.get(1), types.get(2)) : null);
    }
  }

  /** Multiplies; linear in the array. */
  public record ScatterMul(Windows dimensionNumbers, GatherScatterMode mode, boolean uniqueIndices)
      implements Scatters, Primitive.Transposable {
    @Override
    public String name() {
      return "scatter-mul";
    }

    @Override
    public Scatters with(Windows numbers) {
      return new ScatterMul(numbers, mode, uniqueIndices);
    }

    @Override
    public Optional<Monoid> monoid() {
      return Optional.of(Monoid.PRODUCT);
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.get(0);
      var indices = primals.get(1);
      var u = primals.get(2);
      var tx = tangents.get(0);
      var tu = tangents.get(2);
      var ofArray = tx == null ? null : bind1(tx, indices, u);
      var ofUpdates =
          tu == null ? null : sumAt(x.aval(), indices, Arithmetic.mul(tu, others(x, indices, u)));
      return new Dual(
          List.of(bind1(x, indices, u)), Arrays.asList(Arithmetic.sum(ofArray, ofUpdates)));
    }

    /**
     * For each update the product of all else at its place: by division, but for updates of zero.
     */
    private Value others(Value x, Value indices, Value u) {
      if (uniqueIndices) {
        return read(x, indices, u.aval());
      }
      var type = u.dtype();
      var zero = Arithmetic.constant(type, 0);
      var one = Arithmetic.constant(type, 1);
      var isZero = Comparison.eq(u, zero);
      var nonzero = Comparison.select(isZero, one, u);
      var product = read(bind1(x, indices, nonzero), indices, u.aval());
      var zeros =
          read(sumAt(x.aval(), indices, Conversion.convert(isZero, type)), indices, u.aval());
      var otherZeros = Arithmetic.sub(zeros, Conversion.convert(isZero, type));
      return Comparison.select(
          Comparison.eq(otherZeros, zero), Arithmetic.div(product, nonzero), zero);
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return Arrays.asList(bind1(cts.getFirst(), operands.get(1), operands.get(2)), null, null);
    }
  }

  /** The greatest or smallest; its derivative is shared equally among those that attain it. */
  interface Extreme extends Scatters {
    @Override
    default Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.get(0);
      var indices = primals.get(1);
      var u = primals.get(2);
      var y = bind1(x, indices, u);
      var tx = tangents.get(0);
      var tu = tangents.get(2);
      if (tx == null && tu == null) {
        return new Dual(List.of(y), Arrays.asList((Value) null));
      }
      var fromArray = Conversion.convert(Comparison.eq(x, y), x.dtype());
      var fromUpdates = Conversion.convert(Comparison.eq(u, read(y, indices, u.aval())), x.dtype());
      var count = Arithmetic.add(fromArray, sumAt(x.aval(), indices, fromUpdates));
      var moved =
          Arithmetic.sum(
              tx == null ? null : Arithmetic.mul(tx, fromArray),
              tu == null ? null : sumAt(x.aval(), indices, Arithmetic.mul(tu, fromUpdates)));
      return new Dual(List.of(y), Arrays.asList(Arithmetic.div(moved, count)));
    }
  }

  /** The smaller of the array's element and the updates. */
  public record ScatterMin(Windows dimensionNumbers, GatherScatterMode mode, boolean uniqueIndices)
      implements Extreme {
    @Override
    public String name() {
      return "scatter-min";
    }

    @Override
    public Scatters with(Windows numbers) {
      return new ScatterMin(numbers, mode, uniqueIndices);
    }

    @Override
    public Optional<Monoid> monoid() {
      return Optional.of(Monoid.MIN);
    }
  }

  /** The greater of the array's element and the updates. */
  public record ScatterMax(Windows dimensionNumbers, GatherScatterMode mode, boolean uniqueIndices)
      implements Extreme {
    @Override
    public String name() {
      return "scatter-max";
    }

    @Override
    public Scatters with(Windows numbers) {
      return new ScatterMax(numbers, mode, uniqueIndices);
    }

    @Override
    public Optional<Monoid> monoid() {
      return Optional.of(Monoid.MAX);
    }
  }
}
