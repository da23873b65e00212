package jacobean.parallel;

import jacobean.core.AxisNames;
import jacobean.core.Collective;
import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.ir.Lowering;
import jacobean.op.Shaping;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Collections;
import java.util.List;

/** The number of the example along a named axis. JAX's {@code axis_index}. */
public record AxisIndex(String axisName) implements Collective {
  @Override
  public String name() {
    return "axis_index";
  }

  @Override
  public List<Aval> abstractEval(List<Aval> operands) {
    AxisNames.size(name(), axisName);
    return List.of(Aval.scalar(DType.INT32));
  }

  @Override
  public Batched exchange(List<Value> operands, List<Integer> axes, int size) {
    return Batched.of(Shaping.iota(Shape.of(size), DType.INT32, 0), 0);
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    return new Batched(bind(operands), List.of(Batched.NONE));
  }

  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    return new Dual(bind(primals), Collections.nCopies(1, null));
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands) {
    AxisNames.size(name(), axisName);
    throw new ShapeException(
        name() + ": the axis '" + axisName + "' is in scope, but nothing runs along it here.");
  }

  @Override
  public Lowering lower(List<Aval> operands) {
    return new Lowering.Host();
  }
}
