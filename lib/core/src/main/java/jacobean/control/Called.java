package jacobean.control;

import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.ir.Lowering;
import jacobean.op.Batching;
import jacobean.transform.Batch;
import jacobean.transform.Closed;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.List;

/**
 * The family of primitives that compute what a program does, but are differentiated in their own
 * way.
 */
interface Called extends Primitive.Call, Primitive.Transposable {

  /** The program as a plain call. */
  private Jit plain() {
    return new Jit(name(), body());
  }

  @Override
  default List<Aval> abstractEval(List<Aval> operands) {
    return body().outputTypes();
  }

  @Override
  default List<HostArray> eval(List<HostArray> operands) {
    return plain().eval(operands);
  }

  @Override
  default Lowering lower(List<Aval> operands) {
    return new Lowering.Inline();
  }

  /** What waits for unknown operands is linear in them already, and no more subject to the rule. */
  @Override
  default Split partialEval(List<Value> operands, List<Aval> types) {
    return plain().partialEval(operands, types);
  }

  @Override
  default List<Value> transpose(List<Value> cotangents, List<Value> operands, List<Aval> types) {
    return plain().transpose(cotangents, operands, types);
  }

  /** The program for a batch, in which every result has the batch axis first. */
  static Jaxpr batched(Jaxpr jaxpr, List<Integer> axes, int size) {
    record Key(Batch.Derived batched) {}
    var derived = Batch.derive(jaxpr, axes, size);
    return jaxpr.derived(
        new Key(derived),
        () ->
            Closed.of(
                Stage.trace(
                    "vmap",
                    inputs -> {
                      var results = derived.jaxpr().apply(inputs);
                      var aligned = new ArrayList<Value>();
                      for (int i = 0; i < results.size(); i++) {
                        aligned.add(
                            Batching.alignFront(results.get(i), derived.axes().get(i), size));
                      }
                      return aligned;
                    },
                    derived.jaxpr().inputTypes())));
  }
}
