package jacobean.parallel;

import jacobean.core.Primitive.Dual;
import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.Conversion;
import jacobean.op.Reductions;
import jacobean.type.Aval;
import jacobean.type.Axes;
import java.util.Arrays;
import java.util.List;

/** The greatest and the least of the examples' values. */
public final class Extremes {
  private Extremes() {}

  /** The family: where several examples hold the extreme, each moves it by its share. */
  private interface Extreme extends Exchange {
    Value reduce(Value whole, Axes axes);

    @Override
    default Aval type(Aval operand) {
      return operand.strong();
    }

    @Override
    default Exchange shifted() {
      return this;
    }

    @Override
    default Batched exchange(List<Value> operands, List<Integer> axes, int size) {
      return axes.getFirst() == Batched.NONE
          ? Batched.of(operands.getFirst(), Batched.NONE)
          : Batched.of(reduce(operands.getFirst(), Axes.of(axes.getFirst())), Batched.NONE);
    }

    @Override
    default Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.getFirst();
      var y = bind(primals);
      if (tangents.getFirst() == null) {
        return new Dual(y, Arrays.asList((Value) null));
      }
      var holds = Conversion.convert(Comparison.eq(x, y.getFirst()), x.dtype());
      var sum = new Psum(axisName());
      var moves = sum.bind1(Arithmetic.mul(tangents.getFirst(), holds));
      return new Dual(y, List.of(Arithmetic.div(moves, sum.bind1(holds))));
    }
  }

  /** JAX's {@code pmax}. */
  public record Pmax(String axisName) implements Extreme {
    @Override
    public String name() {
      return "pmax";
    }

    @Override
    public Value reduce(Value whole, Axes axes) {
      return Reductions.max(whole, axes);
    }
  }

  /** JAX's {@code pmin}. */
  public record Pmin(String axisName) implements Extreme {
    @Override
    public String name() {
      return "pmin";
    }

    @Override
    public Value reduce(Value whole, Axes axes) {
      return Reductions.min(whole, axes);
    }
  }
}
