package jacobean.parallel;

import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Reductions;
import jacobean.op.Shaping;
import jacobean.type.Aval;
import jacobean.type.Axes;
import java.util.List;

/** The sum of the examples' values, the same in all of them. JAX's {@code psum}. */
public record Psum(String axisName) implements Exchange.Linear {
  @Override
  public String name() {
    return "psum";
  }

  @Override
  public Aval type(Aval operand) {
    return operand.strong();
  }

  @Override
  public Batched exchange(List<Value> operands, List<Integer> axes, int size) {
    var x = operands.getFirst();
    return axes.getFirst() == Batched.NONE
        ? Batched.of(Arithmetic.mul(x, Shaping.full(x.shape(), x.dtype(), size)), Batched.NONE)
        : Batched.of(Reductions.sum(x, Axes.of(axes.getFirst())), Batched.NONE);
  }

  /** What every example's sum moves, moves every example's value. */
  @Override
  public Value transpose(Value cotangent, Aval operand) {
    return bind1(cotangent);
  }

  @Override
  public Exchange shifted() {
    return this;
  }
}
