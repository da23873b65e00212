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
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Parts of arrays, and arrays of parts: slice, pad, concatenate. */
public final class Slicing {
  private Slicing() {}

  /**
   * The elements at {@code start, start + stride, ...} below {@code limit}, along each axis.
   *
   * @param strides all positive
   */
  public record Slice(Axes startIndices, Axes limitIndices, Axes strides) implements Movement {
    @Override
    public String name() {
      return "slice";
    }

    @Override
    public SortedMap<String, Object> params() {
      var params = Movement.super.params();
      if (Arrays.stream(strides.toArray()).allMatch(s -> s == 1)) {
        params.put("strides", null);
      }
      return params;
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.getFirst();
      for (int i = 0; i < x.rank(); i++) {
        if (startIndices.get(i) < 0
            || limitIndices.get(i) > x.shape().dim(i)
            || startIndices.get(i) > limitIndices.get(i)
            || strides.get(i) <= 0) {
          throw new ShapeException(
              "slice: cannot take "
                  + startIndices.get(i)
                  + " to "
                  + limitIndices.get(i)
                  + " by "
                  + strides.get(i)
                  + " along axis "
                  + i
                  + " of "
                  + x
                  + "; wanted 0 <= start <= limit <= "
                  + x.shape().dim(i)
                  + " and a positive stride.");
        }
      }
      return List.of(
          x.withShape(
              Shape.of(
                  IntStream.range(0, x.rank())
                      .map(
                          i ->
                              Math.ceilDiv(
                                  limitIndices.get(i) - startIndices.get(i), strides.get(i)))
                      .toArray())));
    }

    @Override
    public List<Expr> from(Operand operand, List<Expr> index) {
      return IntStream.range(0, index.size())
          .mapToObj(
              i ->
                  index
                      .get(i)
                      .times(Expr.index(strides.get(i)))
                      .plus(Expr.index(startIndices.get(i))))
          .toList();
    }

    @Override
    public int[] source(Shape operand, int[] index) {
      return IntStream.range(0, index.length)
          .map(i -> startIndices.get(i) + index[i] * strides.get(i))
          .toArray();
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var ct = cts.getFirst();
      var x = types.getFirst();
      var low = startIndices;
      var interior = Axes.of(Arrays.stream(strides.toArray()).map(s -> s - 1).toArray());
      var high =
          IntStream.range(0, x.rank())
              .map(
                  i -> {
                    int n = ct.shape().dim(i);
                    int covered = n == 0 ? 0 : (n - 1) * strides.get(i) + 1;
                    return x.shape().dim(i) - startIndices.get(i) - covered;
                  })
              .toArray();
      return List.of(
          pad(ct, Arithmetic.constant(ct.dtype(), 0), new Padding(low, Axes.of(high), interior)));
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      int axis = axes.getFirst();
      return Batched.of(
          slice(
              operands.getFirst(),
              insert(startIndices, axis, 0),
              insert(limitIndices, axis, size),
              insert(strides, axis, 1)),
          axis);
    }
  }

  /**
   * How many elements {@link Pad} adds before, after and between those of each axis. A negative
   * number before or after takes elements away.
   */
  public record Padding(Axes low, Axes high, Axes interior) {
    Padding insert(int axis) {
      return new Padding(
          Slicing.insert(low, axis, 0),
          Slicing.insert(high, axis, 0),
          Slicing.insert(interior, axis, 0));
    }

    private Padding negativeEdges() {
      return new Padding(negate(low), negate(high), Axes.of(new int[low.size()]));
    }

    private static Axes negate(Axes axes) {
      return Axes.of(Arrays.stream(axes.toArray()).map(a -> -a).toArray());
    }

    /** As JAX prints it: {@code ((low, high, interior), ...)}. */
    @Override
    public String toString() {
      var triples = new ArrayList<String>();
      for (int i = 0; i < low.size(); i++) {
        triples.add("(" + low.get(i) + ", " + high.get(i) + ", " + interior.get(i) + ")");
      }
      return "(" + String.join(", ", triples) + (triples.size() == 1 ? ",)" : ")");
    }
  }

  /** Adds copies of the second operand, a scalar, around and between the elements of the first. */
  public record Pad(Padding paddingConfig) implements Linear {
    @Override
    public String name() {
      return "pad";
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.get(0);
      var fill = operands.get(1);
      if (fill.rank() != 0) {
        throw new ShapeException("pad: the padding value must be a scalar, got " + fill + ".");
      }
      if (fill.dtype() != x.dtype()) {
        throw new DTypeException(
            "pad: the padding value must have the array's dtype, got "
                + fill
                + " for "
                + x
                + ". Convert it with astype.");
      }
      return List.of(
          x.withShape(
              Shape.of(
                  IntStream.range(0, x.rank()).map(i -> length(x.shape().dim(i), i)).toArray())));
    }

    private int length(int n, int axis) {
      long inside = n == 0 ? 0 : n + (n - 1L) * paddingConfig.interior.get(axis);
      return Shape.length(
          "pad", inside + paddingConfig.low.get(axis) + paddingConfig.high.get(axis));
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var x = operands.get(0);
      var fill = operands.get(1);
      var out = abstractEval(List.of(x.aval(), fill.aval())).getFirst();
      var padded = HostArray.allocate(out);
      for (long p = 0; p < out.size(); p++) {
        long from = source(x.shape(), Positions.index(out.shape(), p));
        padded.copy(p, from < 0 ? fill : x, Math.max(0, from));
      }
      return List.of(padded);
    }

    /** The operand's position for a result's index, or -1 where there is padding. */
    private long source(Shape x, int[] index) {
      var from = new int[index.length];
      for (int i = 0; i < index.length; i++) {
        int offset = index[i] - paddingConfig.low.get(i);
        int step = paddingConfig.interior.get(i) + 1;
        if (offset < 0 || offset % step != 0 || offset / step >= x.dim(i)) {
          return -1;
        }
        from[i] = offset / step;
      }
      return Positions.of(x, from);
    }

    @Override
    public Lowering lower(List<Aval> operands) {
      return (Lowering.Pointwise)
          (inputs, index) -> List.of(element(inputs.get(0), inputs.get(1), index));
    }

    private Expr element(Operand x, Operand fill, List<Expr> index) {
      if (x.aval().size() == 0) {
        return fill.at(List.of());
      }
      var from = new ArrayList<Expr>();
      Expr inside = null;
      for (int i = 0; i < index.size(); i++) {
        int step = paddingConfig.interior.get(i) + 1;
        var offset = index.get(i).minus(Expr.index(paddingConfig.low.get(i)));
        var last = Expr.index(x.aval().shape().dim(i) - 1);
        if (paddingConfig.low.get(i) == 0 && paddingConfig.high.get(i) == 0 && step == 1) {
          from.add(index.get(i));
          continue;
        }
        var place = offset.div(Expr.index(step));
        var here = offset.compare(Op.GE, Expr.index(0)).op(Op.AND, place.compare(Op.LE, last));
        if (step > 1) {
          here = here.op(Op.AND, offset.rem(Expr.index(step)).compare(Op.EQ, Expr.index(0)));
        }
        inside = inside == null ? here : inside.op(Op.AND, here);
        // Loads happen also where their value is not chosen, so they must stay inside the array.
        from.add(place.op(Op.MAX, Expr.index(0)).op(Op.MIN, last));
      }
      var element = x.at(from);
      return inside == null ? element : element.where(inside, fill.at(List.of()));
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var ct = cts.getFirst();
      var x = types.getFirst();
      var zero = Arithmetic.constant(ct.dtype(), 0);
      var edgesOff = pad(ct, zero, paddingConfig.negativeEdges());
      var strides =
          Axes.of(Arrays.stream(paddingConfig.interior.toArray()).map(i -> i + 1).toArray());
      var inner =
          x.size() == 0
              ? Shaping.zeros(x)
              : slice(
                  edgesOff,
                  Axes.of(new int[x.rank()]),
                  Axes.of(edgesOff.shape().toArray()),
                  strides);
      return Arrays.asList(
          operands.get(0) == null ? inner : null,
          operands.get(1) == null
              ? Arithmetic.sub(Reductions.sumAll(ct), Reductions.sumAll(inner))
              : null);
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      var x = operands.get(0);
      if (axes.get(1) == Batched.NONE) {
        return Batched.of(pad(x, operands.get(1), paddingConfig.insert(axes.get(0))), axes.get(0));
      }
      // One padding value per example: pad with zeros, then fill in what no element covers.
      var front = Batching.alignFront(x, axes.get(0), size);
      var config = paddingConfig.insert(0);
      var padded = pad(front, Arithmetic.constant(x.dtype(), 0), config);
      var covered =
          pad(
              Shaping.full(front.shape(), jacobean.type.DType.BOOL, 1),
              Arithmetic.constant(jacobean.type.DType.BOOL, 0),
              config);
      var fill = Shaping.broadcastInDim(operands.get(1), padded.shape(), Axes.of(0));
      return Batched.of(Comparison.select(covered, padded, fill), 0);
    }
  }

  /** Arrays one after the other along one axis. */
  public record Concatenate(int dimension) implements Linear {
    @Override
    public String name() {
      return "concatenate";
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var first = operands.getFirst();
      long length = 0;
      for (var x : operands) {
        if (x.rank() != first.rank()
            || !x.shape().with(dimension, 1).equals(first.shape().with(dimension, 1))) {
          throw new ShapeException(
              "concatenate: arrays may differ only along axis "
                  + dimension
                  + ", got "
                  + operands
                  + ". Reshape or broadcast them first.");
        }
        if (x.dtype() != first.dtype()) {
          throw new DTypeException(
              "concatenate: arrays must have one dtype, got "
                  + operands
                  + ". Use jnp.concatenate, which promotes.");
        }
        length += x.shape().dim(dimension);
      }
      boolean weak = operands.stream().allMatch(Aval::weak);
      int whole = Shape.length("concatenate", length);
      return List.of(new Aval(first.shape().with(dimension, whole), first.dtype(), weak));
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var out =
          HostArray.allocate(
              abstractEval(operands.stream().map(HostArray::aval).toList()).getFirst());
      int offset = 0;
      for (var x : operands) {
        for (long p = 0; p < x.size(); p++) {
          var index = Positions.index(x.shape(), p);
          index[dimension] += offset;
          long to = Positions.of(out.shape(), index);
          out.copy(to, x, p);
        }
        offset += x.shape().dim(dimension);
      }
      return List.of(out);
    }

    @Override
    public Lowering lower(List<Aval> operands) {
      return (Lowering.Pointwise) (inputs, index) -> List.of(element(inputs, index));
    }

    private Expr element(List<Operand> inputs, List<Expr> index) {
      int offset = 0;
      Expr element = null;
      for (var x : inputs) {
        int length = x.aval().shape().dim(dimension);
        if (length > 0) {
          var from = new ArrayList<>(index);
          // Loads happen also where their value is not chosen, so they must stay inside the array.
          from.set(
              dimension,
              index
                  .get(dimension)
                  .minus(Expr.index(offset))
                  .op(Op.MAX, Expr.index(0))
                  .op(Op.MIN, Expr.index(length - 1)));
          var here = x.at(from);
          element =
              element == null
                  ? here
                  : here.where(index.get(dimension).compare(Op.GE, Expr.index(offset)), element);
        }
        offset += length;
      }
      return element == null ? Expr.constant(inputs.getFirst().aval().dtype(), 0) : element;
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var ct = cts.getFirst();
      var parts = new ArrayList<Value>();
      int offset = 0;
      for (int i = 0; i < types.size(); i++) {
        int length = types.get(i).shape().dim(dimension);
        parts.add(
            operands.get(i) == null ? sliceAxis(ct, dimension, offset, offset + length) : null);
        offset += length;
      }
      return parts;
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      var aligned = new ArrayList<Value>();
      for (int i = 0; i < operands.size(); i++) {
        aligned.add(Batching.alignFront(operands.get(i), axes.get(i), size));
      }
      return Batched.of(concatenate(aligned, dimension + 1), 0);
    }
  }

  private static Axes insert(Axes axes, int at, int value) {
    return Axes.of(
        IntStream.rangeClosed(0, axes.size())
            .map(i -> i == at ? value : axes.get(i < at ? i : i - 1))
            .toArray());
  }

  // --- As functions ---

  public static Value slice(Value x, Axes start, Axes limit, Axes strides) {
    boolean whole =
        IntStream.range(0, x.rank())
            .allMatch(
                i -> start.get(i) == 0 && limit.get(i) == x.shape().dim(i) && strides.get(i) == 1);
    return whole ? x : new Slice(start, limit, strides).bind1(x);
  }

  /** The elements from {@code start} up to {@code limit} along one axis. */
  public static Value sliceAxis(Value x, int axis, int start, int limit) {
    var low = new int[x.rank()];
    var high = x.shape().toArray();
    low[axis] = start;
    high[axis] = limit;
    var ones = new int[x.rank()];
    Arrays.fill(ones, 1);
    return slice(x, Axes.of(low), Axes.of(high), Axes.of(ones));
  }

  public static Value pad(Value x, Value fill, Padding padding) {
    return new Pad(padding).bind1(x, fill);
  }

  public static Value concatenate(List<Value> arrays, int axis) {
    return arrays.size() == 1 ? arrays.getFirst() : new Concatenate(axis).bind(arrays).getFirst();
  }
}
