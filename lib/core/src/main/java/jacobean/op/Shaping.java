package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Operand;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** The same elements in another shape or order: broadcast, reshape, squeeze, transpose, reverse. */
public final class Shaping {
  private Shaping() {}

  /**
   * Repeats an array along new axes and along axes of length 1: operand axis i becomes result axis
   * {@code broadcastDimensions[i]}.
   */
  public record BroadcastInDim(Shape shape, Axes broadcastDimensions) implements Movement {
    @Override
    public String name() {
      return "broadcast_in_dim";
    }

    @Override
    public SortedMap<String, Object> params() {
      var params = Movement.super.params();
      params.remove("shape");
      if (broadcastDimensions.size() == 0) {
        params.remove("broadcast_dimensions");
      }
      return params;
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.getFirst();
      for (int i = 0; i < x.rank(); i++) {
        int length = x.shape().dim(i);
        if (length != 1 && length != shape.dim(broadcastDimensions.get(i))) {
          throw new ShapeException(
              "broadcast_in_dim: axis "
                  + i
                  + " of "
                  + x
                  + " has length "
                  + length
                  + " and cannot become axis "
                  + broadcastDimensions.get(i)
                  + " of shape "
                  + shape
                  + "; it must have that axis' length, or 1.");
        }
      }
      return List.of(x.withShape(shape));
    }

    @Override
    public List<Expr> from(Operand operand, List<Expr> index) {
      var from = new ArrayList<Expr>();
      for (int i = 0; i < broadcastDimensions.size(); i++) {
        from.add(
            operand.aval().shape().dim(i) == 1
                ? Expr.index(0)
                : index.get(broadcastDimensions.get(i)));
      }
      return from;
    }

    @Override
    public int[] source(Shape operand, int[] index) {
      return IntStream.range(0, operand.rank())
          .map(i -> operand.dim(i) == 1 ? 0 : index[broadcastDimensions.get(i)])
          .toArray();
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var x = types.getFirst();
      var repeated =
          IntStream.range(0, shape.rank())
              .filter(
                  axis -> {
                    int i = broadcastDimensions.indexOf(axis);
                    return i < 0 || (x.shape().dim(i) == 1 && shape.dim(axis) != 1);
                  })
              .toArray();
      return List.of(reshape(Reductions.sum(cts.getFirst(), Axes.of(repeated)), x.shape()));
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      var x = Batching.moveAxis(operands.getFirst(), axes.getFirst(), 0);
      var to =
          Axes.of(0)
              .then(
                  Axes.of(Arrays.stream(broadcastDimensions.toArray()).map(i -> i + 1).toArray()));
      return Batched.of(broadcastInDim(x, shape.insert(0, size), to), 0);
    }
  }

  /** The elements in row-major order as another shape of the same size. */
  public record Reshape(Shape newSizes) implements Movement {
    @Override
    public String name() {
      return "reshape";
    }

    @Override
    public SortedMap<String, Object> params() {
      var params = Movement.super.params();
      params.put("dimensions", null);
      params.put("sharding", null);
      return params;
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.getFirst();
      if (x.size() != newSizes.size()) {
        throw new ShapeException(
            "reshape: cannot make shape "
                + newSizes
                + " ("
                + newSizes.size()
                + " elements) of "
                + x
                + " ("
                + x.size()
                + " elements); the number of elements must stay.");
      }
      return List.of(x.withShape(newSizes));
    }

    @Override
    public List<Expr> from(Operand operand, List<Expr> index) {
      return Reshaping.from(operand.aval().shape(), newSizes, index);
    }

    @Override
    public int[] source(Shape operand, int[] index) {
      return Positions.index(operand, Positions.of(newSizes, index));
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return List.of(reshape(cts.getFirst(), types.getFirst().shape()));
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      var x = Batching.moveAxis(operands.getFirst(), axes.getFirst(), 0);
      return Batched.of(reshape(x, newSizes.insert(0, size)), 0);
    }
  }

  /** The array without some axes of length 1. */
  public record Squeeze(Axes dimensions) implements Movement {
    @Override
    public String name() {
      return "squeeze";
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.getFirst();
      for (int axis : dimensions.toArray()) {
        if (x.shape().dim(axis) != 1) {
          throw new ShapeException(
              "squeeze: axis "
                  + axis
                  + " of "
                  + x
                  + " has length "
                  + x.shape().dim(axis)
                  + "; only axes of length 1 can be dropped.");
        }
      }
      return List.of(x.withShape(x.shape().drop(dimensions)));
    }

    @Override
    public List<Expr> from(Operand operand, List<Expr> index) {
      var from = new ArrayList<>(index);
      for (int axis : dimensions.sorted().toArray()) {
        from.add(axis, Expr.index(0));
      }
      return from;
    }

    @Override
    public int[] source(Shape operand, int[] index) {
      return Positions.index(operand, Positions.of(operand.drop(dimensions), index));
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return List.of(reshape(cts.getFirst(), types.getFirst().shape()));
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      var x = Batching.moveAxis(operands.getFirst(), axes.getFirst(), 0);
      return Batched.of(new Squeeze(dimensions.shift(0)).bind1(x), 0);
    }
  }

  /** The axes in another order: result axis i is operand axis {@code permutation[i]}. */
  public record Transpose(Axes permutation) implements Movement {
    @Override
    public String name() {
      return "transpose";
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.getFirst();
      if (!permutation.sorted().equals(Axes.all(x.rank()))) {
        throw new ShapeException(
            "transpose: "
                + permutation
                + " is no permutation of the "
                + x.rank()
                + " axes of "
                + x
                + ".");
      }
      return List.of(
          x.withShape(
              Shape.of(Arrays.stream(permutation.toArray()).map(x.shape()::dim).toArray())));
    }

    @Override
    public List<Expr> from(Operand operand, List<Expr> index) {
      return Arrays.stream(permutation.inverse().toArray()).mapToObj(index::get).toList();
    }

    @Override
    public int[] source(Shape operand, int[] index) {
      return Arrays.stream(permutation.inverse().toArray()).map(i -> index[i]).toArray();
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return List.of(Shaping.transpose(cts.getFirst(), permutation.inverse()));
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      int axis = axes.getFirst();
      return Batched.of(
          Shaping.transpose(operands.getFirst(), Axes.of(axis).then(permutation.shift(axis))), 0);
    }
  }

  /** The elements in reverse order along some axes. */
  public record Rev(Axes dimensions) implements Movement {
    @Override
    public String name() {
      return "rev";
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      return operands;
    }

    @Override
    public List<Expr> from(Operand operand, List<Expr> index) {
      var shape = operand.aval().shape();
      return IntStream.range(0, index.size())
          .mapToObj(
              i ->
                  dimensions.contains(i)
                      ? Expr.index(shape.dim(i) - 1).minus(index.get(i))
                      : index.get(i))
          .toList();
    }

    @Override
    public int[] source(Shape operand, int[] index) {
      return IntStream.range(0, index.length)
          .map(i -> dimensions.contains(i) ? operand.dim(i) - 1 - index[i] : index[i])
          .toArray();
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return List.of(bind1(cts.getFirst()));
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      int axis = axes.getFirst();
      return Batched.of(new Rev(dimensions.shift(axis)).bind1(operands.getFirst()), axis);
    }
  }

  /** The numbers 0, 1, 2, ... along one axis, repeated along the others. No operands. */
  public record Iota(Shape shape, DType dtype, int dimension) implements Flat {
    @Override
    public String name() {
      return "iota";
    }

    @Override
    public SortedMap<String, Object> params() {
      var params = Flat.super.params();
      params.put("sharding", null);
      return params;
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      return List.of(Aval.of(shape, dtype));
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var out = Aval.of(shape, dtype);
      return List.of(
          dtype.isInexact()
              ? HostArray.ofReals(out, p -> Positions.index(shape, p)[dimension])
              : HostArray.ofIntegers(out, p -> Positions.index(shape, p)[dimension]));
    }

    @Override
    public Lowering lower(List<Aval> operands) {
      return (Lowering.Pointwise) (inputs, index) -> List.of(index.get(dimension).cast(dtype));
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      return new Batched(bind(operands), List.of(Batched.NONE));
    }
  }

  /**
   * The index arithmetic of reshape, kept free of divisions where axes are only split or merged by
   * 1.
   */
  private static final class Reshaping {
    static List<Expr> from(Shape operand, Shape result, List<Expr> index) {
      if (operand.size() == 0) {
        return IntStream.range(0, operand.rank()).mapToObj(a -> Expr.index(0)).toList();
      }
      var from = new ArrayList<Expr>();
      int done = 0;
      int next = 0;
      // Runs of axes with equal products are independent of each other.
      while (done < operand.rank() || next < result.rank()) {
        int i = done;
        int j = next;
        long left = i < operand.rank() ? operand.dim(i++) : 1;
        long right = j < result.rank() ? result.dim(j++) : 1;
        while (left != right) {
          if (left < right) {
            left *= operand.dim(i++);
          } else {
            right *= result.dim(j++);
          }
        }
        Expr position = Expr.index(0);
        for (int axis = next; axis < j; axis++) {
          position = position.times(Expr.index(result.dim(axis))).plus(index.get(axis));
        }
        split(operand, done, i, position, from);
        done = i;
        next = j;
      }
      return from;
    }

    private static void split(Shape shape, int begin, int end, Expr position, List<Expr> to) {
      long stride = 1;
      for (int axis = begin + 1; axis < end; axis++) {
        stride *= shape.dim(axis);
      }
      for (int axis = begin; axis < end; axis++) {
        boolean single = shape.dim(axis) == 1;
        to.add(single ? Expr.index(0) : position.div(Expr.index(stride)));
        if (!single && stride > 1) {
          position = position.rem(Expr.index(stride));
        }
        stride = axis + 1 < end && shape.dim(axis + 1) > 0 ? stride / shape.dim(axis + 1) : 1;
      }
    }
  }

  // --- As functions ---

  public static Value broadcastInDim(Value x, Shape shape, Axes dimensions) {
    return x.shape().equals(shape) ? x : new BroadcastInDim(shape, dimensions).bind1(x);
  }

  /** A scalar repeated, or an array of the shape itself. */
  public static Value broadcastTo(Value x, Shape shape) {
    return broadcastInDim(x, shape, Axes.range(shape.rank() - x.rank(), shape.rank()));
  }

  public static Value reshape(Value x, Shape shape) {
    return x.shape().equals(shape) ? x : new Reshape(shape).bind1(x);
  }

  public static Value squeeze(Value x, Axes axes) {
    return axes.size() == 0 ? x : new Squeeze(axes).bind1(x);
  }

  public static Value transpose(Value x, Axes permutation) {
    return permutation.equals(Axes.all(permutation.size())) && x.rank() == permutation.size()
        ? x
        : new Transpose(permutation).bind1(x);
  }

  public static Value rev(Value x, Axes axes) {
    return axes.size() == 0 ? x : new Rev(axes).bind1(x);
  }

  public static Value iota(Shape shape, DType dtype, int dimension) {
    return new Iota(shape, dtype, dimension).bind(List.of()).getFirst();
  }

  /** An array of this shape with every element this number. */
  public static Value full(Shape shape, DType dtype, Number value) {
    return broadcastTo(Arithmetic.constant(dtype, value), shape);
  }

  public static Value zeros(Aval aval) {
    return full(aval.shape(), aval.dtype(), 0);
  }
}
