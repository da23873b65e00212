package jacobean.parallel;

import jacobean.core.AxisNames;
import jacobean.core.Collective;
import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.ir.Lowering;
import jacobean.op.Batching;
import jacobean.type.Aval;
import java.util.Arrays;
import java.util.List;

/**
 * The family of collective operations of one operand. Each says what it is for all examples at
 * once; by the time numbers are computed no collective is left.
 */
interface Exchange extends Collective {
  /** The type of the result in each example. */
  Aval type(Aval operand);

  /** The same operation where another batch axis was put before all axes of the operand. */
  Exchange shifted();

  @Override
  default List<Aval> abstractEval(List<Aval> operands) {
    AxisNames.size(name(), axisName());
    return List.of(type(operands.getFirst()));
  }

  /** Another axis is batched: its examples exchange each with its own kind. */
  @Override
  default Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var front = Batching.moveAxis(operands.getFirst(), axes.getFirst(), 0);
    return Batched.of(shifted().bind(List.of(front)).getFirst(), 0);
  }

  @Override
  default List<HostArray> eval(List<HostArray> operands) {
    AxisNames.size(name(), axisName());
    throw new ShapeException(
        name() + ": the axis '" + axisName() + "' is in scope, but no operand runs along it here.");
  }

  @Override
  default Lowering lower(List<Aval> operands) {
    return new Lowering.Host();
  }

  /** A collective that is linear in its operand. */
  interface Linear extends Exchange, Transposable {
    /** The cotangent of the operand. */
    Value transpose(Value cotangent, Aval operand);

    @Override
    default Dual jvp(List<Value> primals, List<Value> tangents) {
      var results = bind(primals);
      var tangent = tangents.getFirst();
      return new Dual(
          results, tangent == null ? Arrays.asList((Value) null) : bind(List.of(tangent)));
    }

    @Override
    default List<Value> transpose(List<Value> cotangents, List<Value> operands, List<Aval> types) {
      return List.of(transpose(cotangents.getFirst(), types.getFirst()));
    }
  }
}
