package jacobean.parallel;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.Batching;
import jacobean.op.Reductions;
import jacobean.op.Shaping;
import jacobean.type.Aval;
import jacobean.type.Axes;
import java.util.List;

/** Collectives that put the examples along an axis of the values, or an axis along the examples. */
public final class Gathering {
  private Gathering() {}

  /**
   * All examples' values, stacked, in each example. JAX's {@code all_gather}.
   *
   * @param axis where the new axis is
   * @param axisSize its length, the number of examples
   */
  public record AllGather(String axisName, int axis, int axisSize) implements Exchange.Linear {
    @Override
    public String name() {
      return "all_gather";
    }

    @Override
    public Aval type(Aval operand) {
      return operand.withShape(operand.shape().insert(axis, axisSize));
    }

    @Override
    public Batched exchange(List<Value> operands, List<Integer> axes, int size) {
      var front = Batching.alignFront(operands.getFirst(), axes.getFirst(), size);
      return Batched.of(Batching.moveAxis(front, 0, axis), Batched.NONE);
    }

    @Override
    public Value transpose(Value cotangent, Aval operand) {
      return new ReduceScatter(axisName, axis, axisSize).bind1(cotangent);
    }

    @Override
    public Exchange shifted() {
      return new AllGather(axisName, axis + 1, axisSize);
    }
  }

  /**
   * The sum of the examples' values, of which each example keeps the part of its number. JAX's
   * {@code psum_scatter}.
   *
   * @param axis the axis that is distributed and dropped
   * @param axisSize its length, the number of examples
   */
  public record ReduceScatter(String axisName, int axis, int axisSize) implements Exchange.Linear {
    @Override
    public String name() {
      return "reduce_scatter";
    }

    @Override
    public Aval type(Aval operand) {
      requireExamples(name(), operand, axis, axisSize);
      return operand.withShape(operand.shape().drop(axis)).strong();
    }

    @Override
    public Batched exchange(List<Value> operands, List<Integer> axes, int size) {
      var x = operands.getFirst();
      var sum =
          axes.getFirst() == Batched.NONE
              ? Arithmetic.mul(x, Shaping.full(x.shape(), x.dtype(), size))
              : Reductions.sum(x, Axes.of(axes.getFirst()));
      return Batched.of(sum, axis);
    }

    @Override
    public Value transpose(Value cotangent, Aval operand) {
      return new AllGather(axisName, axis, axisSize).bind1(cotangent);
    }

    @Override
    public Exchange shifted() {
      return new ReduceScatter(axisName, axis + 1, axisSize);
    }
  }

  /**
   * Part j of example i becomes part i of example j. JAX's {@code all_to_all}.
   *
   * @param splitAxis the axis of the parts, which is dropped
   * @param concatAxis where the axis of the received parts is put
   * @param axisSize their length, the number of examples
   */
  public record AllToAll(String axisName, int splitAxis, int concatAxis, int axisSize)
      implements Exchange.Linear {
    @Override
    public String name() {
      return "all_to_all";
    }

    @Override
    public Aval type(Aval operand) {
      requireExamples(name(), operand, splitAxis, axisSize);
      return operand.withShape(operand.shape().drop(splitAxis).insert(concatAxis, axisSize));
    }

    @Override
    public Batched exchange(List<Value> operands, List<Integer> axes, int size) {
      var front = Batching.alignFront(operands.getFirst(), axes.getFirst(), size);
      var parts = Batching.moveAxis(front, splitAxis + 1, 0);
      return Batched.of(Batching.moveAxis(parts, 1, concatAxis + 1), 0);
    }

    @Override
    public Value transpose(Value cotangent, Aval operand) {
      return new AllToAll(axisName, concatAxis, splitAxis, axisSize).bind1(cotangent);
    }

    @Override
    public Exchange shifted() {
      return new AllToAll(axisName, splitAxis + 1, concatAxis + 1, axisSize);
    }
  }

  private static void requireExamples(String operation, Aval operand, int axis, int axisSize) {
    if (operand.shape().dim(axis) != axisSize) {
      throw new ShapeException(
          operation
              + ": axis "
              + axis
              + " must be as long as there are examples, "
              + axisSize
              + ", got "
              + operand
              + ". Reshape it.");
    }
  }
}
