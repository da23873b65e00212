package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.ir.Lowering;
import jacobean.ir.Monoid;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.Complex;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * Sums, products and extremes over axes, which are dropped: f32[2,3,4] over {0, 2} gives f32[3].
 */
public final class Reductions {
  private Reductions() {}

  /** The family of reductions of one operand. */
  interface Reduce extends Primitive {
    Axes axes();

    Monoid monoid();

    @Override
    default List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.getFirst();
      for (int axis : axes().toArray()) {
        if (axis < 0 || axis >= x.rank()) {
          throw new ShapeException(
              name()
                  + ": axis "
                  + axis
                  + " is out of bounds for "
                  + x
                  + "; wanted 0 to "
                  + (x.rank() - 1)
                  + ".");
        }
      }
      boolean logical = monoid() == Monoid.AND || monoid() == Monoid.OR;
      if (logical && x.dtype().isInexact()) {
        throw new DTypeException(
            name()
                + ": the operand must be bool or an integer, got "
                + x
                + ". Compare with 0 first.");
      }
      if (x.dtype().isComplex() && monoid() != Monoid.SUM && monoid() != Monoid.PRODUCT) {
        throw new DTypeException(
            name()
                + ": complex numbers have no order, got "
                + x
                + ". Reduce jnp.real(x), jnp.imag(x) or jnp.abs(x).");
      }
      return List.of(x.withShape(x.shape().drop(axes())));
    }

    @Override
    default List<HostArray> eval(List<HostArray> operands) {
      var x = operands.getFirst();
      var out = HostArray.allocate(abstractEval(List.of(x.aval())).getFirst());
      var kept = axes().complement(x.shape().rank());
      var type = x.dtype();
      if (type.isComplex()) {
        return List.of(complex(x, out, kept));
      }
      // Sums of float32 in double, rounded once: the oracle should be the more exact one.
      var reals = new double[Math.toIntExact(out.size())];
      var integers = new long[Math.toIntExact(out.size())];
      Arrays.fill(reals, monoid().identity(type).doubleValue());
      Arrays.fill(integers, monoid().identity(type).longValue());
      for (long p = 0; p < x.size(); p++) {
        var index = Positions.index(x.shape(), p);
        int to =
            (int)
                Positions.of(
                    out.shape(), Arrays.stream(kept.toArray()).map(i -> index[i]).toArray());
        if (type.isFloating()) {
          reals[to] = monoid().combine(reals[to], x.real(p));
        } else {
          integers[to] = type.wrap(monoid().combine(integers[to], x.integer(p), type));
        }
      }
      for (int i = 0; i < out.size(); i++) {
        if (type.isFloating()) {
          out.setReal(i, reals[i]);
        } else {
          out.setInteger(i, integers[i]);
        }
      }
      return List.of(out);
    }

    private HostArray complex(HostArray x, HostArray out, Axes kept) {
      var sums = new Complex[Math.toIntExact(out.size())];
      Arrays.fill(sums, monoid() == Monoid.SUM ? Complex.ZERO : Complex.ONE);
      for (long p = 0; p < x.size(); p++) {
        var index = Positions.index(x.shape(), p);
        int to =
            (int)
                Positions.of(
                    out.shape(), Arrays.stream(kept.toArray()).map(i -> index[i]).toArray());
        sums[to] =
            monoid() == Monoid.SUM ? sums[to].plus(x.complex(p)) : sums[to].times(x.complex(p));
      }
      for (int i = 0; i < sums.length; i++) {
        out.setComplex(i, sums[i]);
      }
      return out;
    }

    @Override
    default Lowering lower(List<Aval> operands) {
      return new Lowering.Reduction(monoid(), axes());
    }

    /** The same reduction over other axes. */
    Reduce over(Axes axes);

    @Override
    default Batched batch(List<Value> operands, List<Integer> axes, int size) {
      int axis = axes.getFirst();
      var shifted = axes().shift(axis);
      int before = (int) Arrays.stream(shifted.toArray()).filter(a -> a < axis).count();
      return Batched.of(over(shifted).bind1(operands.getFirst()), axis - before);
    }
  }

  /** The sum; linear. */
  public record ReduceSum(Axes axes) implements Reduce, Linear {
    @Override
    public String name() {
      return "reduce_sum";
    }

    @Override
    public SortedMap<String, Object> params() {
      var params = Reduce.super.params();
      params.put("out_sharding", null);
      return params;
    }

    @Override
    public Monoid monoid() {
      return Monoid.SUM;
    }

    @Override
    public Reduce over(Axes axes) {
      return new ReduceSum(axes);
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return List.of(expand(cts.getFirst(), types.getFirst().shape(), axes));
    }
  }

  /** The product. */
  public record ReduceProd(Axes axes) implements Reduce {
    @Override
    public String name() {
      return "reduce_prod";
    }

    @Override
    public Monoid monoid() {
      return Monoid.PRODUCT;
    }

    @Override
    public Reduce over(Axes axes) {
      return new ReduceProd(axes);
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.getFirst();
      var t = tangents.getFirst();
      var y = bind1(x);
      return new Dual(
          List.of(y),
          Arrays.asList(t == null ? null : sum(Arithmetic.mul(t, productOfOthers(x)), axes)));
    }

    /**
     * For each element the product of all others of its group; without division, so zeros are
     * right.
     */
    private Value productOfOthers(Value x) {
      var kept = axes.complement(x.rank());
      var moved = Shaping.transpose(x, kept.then(axes));
      var groups = x.shape().drop(axes).insert(kept.size(), Math.toIntExact(groupSize(x)));
      var others = othersAlongLast(Shaping.reshape(moved, groups));
      return Shaping.transpose(Shaping.reshape(others, moved.shape()), kept.then(axes).inverse());
    }

    private long groupSize(Value x) {
      return Arrays.stream(axes.toArray()).mapToLong(x.shape()::dim).reduce(1, (a, b) -> a * b);
    }

    /** In pairs: the others of an element are its neighbour and the others of their pair. */
    private static Value othersAlongLast(Value x) {
      int last = x.rank() - 1;
      int n = x.shape().dim(last);
      if (n <= 1) {
        return Shaping.full(x.shape(), x.dtype(), 1);
      }
      int half = Math.ceilDiv(n, 2);
      var even = n % 2 == 0 ? x : Slicing.concatenate(List.of(x, ones(x, last)), last);
      var pairs = Shaping.reshape(even, x.shape().with(last, half).insert(last + 1, 2));
      var pair = Axes.of(last + 1);
      var others = expand(othersAlongLast(prod(pairs, pair)), pairs.shape(), pair);
      var all = Shaping.reshape(Arithmetic.mul(others, Shaping.rev(pairs, pair)), even.shape());
      return Slicing.sliceAxis(all, last, 0, n);
    }

    private static Value ones(Value x, int axis) {
      return Shaping.full(x.shape().with(axis, 1), x.dtype(), 1);
    }
  }

  /** The derivative of an extreme goes in equal parts to the elements that attain it. */
  interface Extreme extends Reduce {
    @Override
    default Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.getFirst();
      var t = tangents.getFirst();
      var y = bind1(x);
      if (t == null) {
        return new Dual(List.of(y), Arrays.asList((Value) null));
      }
      var attains = Conversion.convert(Comparison.eq(x, expand(y, x.shape(), axes())), x.dtype());
      return new Dual(
          List.of(y),
          List.of(Arithmetic.div(sum(Arithmetic.mul(t, attains), axes()), sum(attains, axes()))));
    }
  }

  /** The greatest element; NaN if there is one. */
  public record ReduceMax(Axes axes) implements Extreme {
    @Override
    public String name() {
      return "reduce_max";
    }

    @Override
    public Monoid monoid() {
      return Monoid.MAX;
    }

    @Override
    public Reduce over(Axes axes) {
      return new ReduceMax(axes);
    }
  }

  /** The smallest element; NaN if there is one. */
  public record ReduceMin(Axes axes) implements Extreme {
    @Override
    public String name() {
      return "reduce_min";
    }

    @Override
    public Monoid monoid() {
      return Monoid.MIN;
    }

    @Override
    public Reduce over(Axes axes) {
      return new ReduceMin(axes);
    }
  }

  /** Whether all are true; bitwise and of integers. */
  public record ReduceAnd(Axes axes) implements Reduce, Flat {
    @Override
    public String name() {
      return "reduce_and";
    }

    @Override
    public Monoid monoid() {
      return Monoid.AND;
    }

    @Override
    public Reduce over(Axes axes) {
      return new ReduceAnd(axes);
    }
  }

  /** Whether one is true; bitwise or of integers. */
  public record ReduceOr(Axes axes) implements Reduce, Flat {
    @Override
    public String name() {
      return "reduce_or";
    }

    @Override
    public Monoid monoid() {
      return Monoid.OR;
    }

    @Override
    public Reduce over(Axes axes) {
      return new ReduceOr(axes);
    }
  }

  // --- As functions ---

  public static Value sum(Value x, Axes axes) {
    return axes.size() == 0 ? x : new ReduceSum(axes).bind1(x);
  }

  /** The sum of all elements, a scalar. */
  public static Value sumAll(Value x) {
    return sum(x, Axes.all(x.rank()));
  }

  public static Value prod(Value x, Axes axes) {
    return axes.size() == 0 ? x : new ReduceProd(axes).bind1(x);
  }

  public static Value max(Value x, Axes axes) {
    return axes.size() == 0 ? x : new ReduceMax(axes).bind1(x);
  }

  public static Value min(Value x, Axes axes) {
    return axes.size() == 0 ? x : new ReduceMin(axes).bind1(x);
  }

  public static Value and(Value x, Axes axes) {
    return axes.size() == 0 ? x : new ReduceAnd(axes).bind1(x);
  }

  public static Value or(Value x, Axes axes) {
    return axes.size() == 0 ? x : new ReduceOr(axes).bind1(x);
  }

  /** A reduced array repeated to the shape it had before. */
  public static Value expand(Value reduced, jacobean.type.Shape shape, Axes axes) {
    return Shaping.broadcastInDim(reduced, shape, axes.complement(shape.rank()));
  }
}
