package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
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
import java.util.stream.IntStream;

/**
 * Windows that slide over arrays: what convolution and pooling are made of. A convolution is the
 * product of a kernel with all windows, pooling a reduction of each window; so both are
 * differentiated, batched and compiled by the rules of what they are made of.
 */
public final class SlidingWindows {
  private SlidingWindows() {}

  /**
   * Shifts positions by an amount that depends on the place in a window. For each pair of an axis
   * of positions and an axis of places, forward: {@code out[o, k] = x[stride o + dilation k - low,
   * k]}; backward, which undoes it: {@code out[i, k] = x[(i + low - dilation k) / stride, k]}. Zero
   * where there is no such element. Linear; each direction is the other's transpose.
   *
   * @param positions the axes of positions
   * @param places the axes of places in the window, one per axis of positions
   * @param low zeros before the first element
   * @param lengths of the axes of positions in the result
   */
  public record WindowShift(
      Axes positions,
      Axes places,
      Axes strides,
      Axes dilations,
      Axes low,
      Axes lengths,
      boolean backward)
      implements Linear {
    @Override
    public String name() {
      return "window_shift";
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.getFirst();
      var shape = x.shape();
      for (int i = 0; i < positions.size(); i++) {
        if (positions.get(i) >= x.rank() || places.get(i) >= x.rank() || strides.get(i) < 1) {
          throw new ShapeException(
              "window_shift: axes "
                  + positions
                  + " and "
                  + places
                  + " with strides "
                  + strides
                  + " do not fit "
                  + x
                  + ". Wanted axes below "
                  + x.rank()
                  + " and positive strides.");
        }
        shape = shape.with(positions.get(i), lengths.get(i));
      }
      return List.of(x.withShape(shape));
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var x = operands.getFirst();
      var out = abstractEval(List.of(x.aval())).getFirst();
      var windows = HostArray.allocate(out);
      for (long p = 0; p < out.size(); p++) {
        long from = source(x.shape(), Positions.index(out.shape(), p));
        if (from >= 0) {
          windows.copy(p, x, from);
        }
      }
      return List.of(windows);
    }

    /** The operand's position for a result's index, or -1 where there is none. */
    private long source(Shape x, int[] index) {
      var from = index.clone();
      for (int i = 0; i < positions.size(); i++) {
        int p = index[positions.get(i)];
        int k = index[places.get(i)] * dilations.get(i);
        int moved = backward ? p + low.get(i) - k : p * strides.get(i) + k - low.get(i);
        if (moved < 0 || backward && moved % strides.get(i) != 0) {
          return -1;
        }
        int at = backward ? moved / strides.get(i) : moved;
        if (at >= x.dim(positions.get(i))) {
          return -1;
        }
        from[positions.get(i)] = at;
      }
      return Positions.of(x, from);
    }

    @Override
    public Lowering lower(List<Aval> operands) {
      return (Lowering.Pointwise) (inputs, index) -> List.of(element(inputs.getFirst(), index));
    }

    private Expr element(Operand x, List<Expr> index) {
      var zero = Expr.constant(x.aval().dtype(), 0);
      if (x.aval().size() == 0) {
        return zero;
      }
      var from = new ArrayList<>(index);
      Expr inside = null;
      for (int i = 0; i < positions.size(); i++) {
        int stride = strides.get(i);
        var p = index.get(positions.get(i));
        var k = index.get(places.get(i)).times(Expr.index(dilations.get(i)));
        var margin = Expr.index(low.get(i));
        var moved =
            backward ? p.plus(margin).minus(k) : p.times(Expr.index(stride)).plus(k).minus(margin);
        var at = backward ? moved.div(Expr.index(stride)) : moved;
        int last = x.aval().shape().dim(positions.get(i)) - 1;
        var here =
            moved.compare(Op.GE, Expr.index(0)).op(Op.AND, at.compare(Op.LE, Expr.index(last)));
        if (backward && stride > 1) {
          here = here.op(Op.AND, moved.rem(Expr.index(stride)).compare(Op.EQ, Expr.index(0)));
        }
        if (!alwaysInside(x.aval().shape(), i)) {
          inside = inside == null ? here : inside.op(Op.AND, here);
        }
        // Both branches of a selection may be computed, so the index must always be within bounds.
        from.set(positions.get(i), at.op(Op.MAX, Expr.index(0)).op(Op.MIN, Expr.index(last)));
        if (alwaysInside(x.aval().shape(), i)) {
          from.set(positions.get(i), at);
        }
      }
      var element = x.at(from);
      return inside == null ? element : element.where(inside, zero);
    }

    /** Whether no window along an axis reaches over an end, so that nothing need be compared. */
    private boolean alwaysInside(Shape x, int i) {
      int places = x.dim(this.places.get(i));
      return !backward
          && low.get(i) <= 0
          && (lengths.get(i) - 1) * strides.get(i) + (places - 1) * dilations.get(i) - low.get(i)
              < x.dim(positions.get(i));
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var x = types.getFirst().shape();
      var back = Axes.of(Arrays.stream(positions.toArray()).map(x::dim).toArray());
      return List.of(
          new WindowShift(positions, places, strides, dilations, low, back, !backward)
              .bind1(cts.getFirst()));
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      int axis = axes.getFirst();
      return Batched.of(
          new WindowShift(
                  positions.shift(axis),
                  places.shift(axis),
                  strides,
                  dilations,
                  low,
                  lengths,
                  backward)
              .bind1(operands.getFirst()),
          axis);
    }
  }

  /**
   * All windows of an array, along some neighbouring axes: axes of places in the window are put in
   * after them. f32[n,h,w,c] with windows along axes 1 and 2 gives f32[n,oh,ow,kh,kw,c].
   *
   * @param first the first of the axes; as many as {@code window} has lengths
   * @param low zeros before the first element of each axis; negative to leave elements out
   * @param lengths the number of windows along each axis
   */
  public static Value windows(
      Value x, int first, int[] window, int[] strides, int[] dilations, int[] low, int[] lengths) {
    int n = window.length;
    var shape = x.shape();
    for (int i = 0; i < n; i++) {
      shape = shape.insert(first + n + i, window[i]);
    }
    var kept = Axes.range(0, first + n).then(Axes.range(first + 2 * n, x.rank() + n));
    var repeated = Shaping.broadcastInDim(x, shape, kept);
    return new WindowShift(
            Axes.range(first, first + n),
            Axes.range(first + n, first + 2 * n),
            Axes.of(strides),
            Axes.of(dilations),
            Axes.of(low),
            Axes.of(lengths),
            false)
        .bind1(repeated);
  }

  /** Zeros put in between the elements of some neighbouring axes: {@code dilation - 1} of them. */
  public static Value dilate(Value x, int first, int[] dilations) {
    if (Arrays.stream(dilations).allMatch(d -> d == 1)) {
      return x;
    }
    var none = Axes.of(new int[x.rank()]);
    var interior =
        IntStream.range(0, x.rank())
            .map(a -> a >= first && a < first + dilations.length ? dilations[a - first] - 1 : 0)
            .toArray();
    return Slicing.pad(
        x, Arithmetic.constant(x.dtype(), 0), new Slicing.Padding(none, none, Axes.of(interior)));
  }
}
