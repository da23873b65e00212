package jacobean.op;

import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.ir.Lowering;
import jacobean.type.Aval;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An array that is written into a program. What a traced function closes over comes in as an input;
 * this is for what somebody's derivative rule makes while a program is derived from another, which
 * has the inputs that it has. JAX's {@code ClosedJaxpr} keeps such arrays beside the program.
 */
public record Constant(Concrete array) implements Flat {
  @Override
  public String name() {
    return "constant";
  }

  @Override
  public SortedMap<String, Object> params() {
    return new TreeMap<>();
  }

  @Override
  public List<Aval> abstractEval(List<Aval> operands) {
    return List.of(array.aval());
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands) {
    return List.of(array.host());
  }

  @Override
  public Lowering lower(List<Aval> operands) {
    return new Lowering.Written();
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    return Batched.of(bind1(), Batched.NONE);
  }
}
