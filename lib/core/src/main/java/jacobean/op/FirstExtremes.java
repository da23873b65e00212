package jacobean.op;

import jacobean.core.Value;
import jacobean.ir.Monoid;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;

/**
 * The greatest and the smallest element along an axis, which is dropped. Of equal ones the first
 * alone has the derivative, as in the windows of pooling; the extremes of {@link Reductions} share
 * it.
 */
public final class FirstExtremes {
  private FirstExtremes() {}

  /** The family of the two. */
  interface First extends Reductions.Reduce {
    int axis();

    /** Where the element stands. */
    Value place(Value x);

    @Override
    default Axes axes() {
      return Axes.of(axis());
    }

    @Override
    default Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.getFirst();
      var t = tangents.getFirst();
      if (t == null || x.shape().dim(axis()) == 0) {
        return new Dual(List.of(bind1(x)), Arrays.asList((Value) null));
      }
      var chosen = Reductions.expand(place(x), x.shape(), axes());
      var here = Comparison.eq(Shaping.iota(x.shape(), DType.INT32, axis()), chosen);
      var moved = Reductions.sum(Comparison.select(here, t, Shaping.zeros(t.aval())), axes());
      return new Dual(List.of(bind1(x)), List.of(moved));
    }
  }

  /** The greatest; NaN if there is one. */
  public record FirstMax(int axis) implements First {
    @Override
    public String name() {
      return "first_max";
    }

    @Override
    public Monoid monoid() {
      return Monoid.MAX;
    }

    @Override
    public Value place(Value x) {
      return ArgReductions.argmax(x, axis);
    }

    @Override
    public First over(Axes axes) {
      return new FirstMax(axes.get(0));
    }
  }

  /** The smallest; NaN if there is one. */
  public record FirstMin(int axis) implements First {
    @Override
    public String name() {
      return "first_min";
    }

    @Override
    public Monoid monoid() {
      return Monoid.MIN;
    }

    @Override
    public Value place(Value x) {
      return ArgReductions.argmin(x, axis);
    }

    @Override
    public First over(Axes axes) {
      return new FirstMin(axes.get(0));
    }
  }
}
