package jacobean.control;

import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.ir.Lowering;
import jacobean.transform.Batch;
import jacobean.transform.Flags;
import jacobean.transform.Jvp;
import jacobean.transform.PartialEval;
import jacobean.transform.Transpose;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Calls a program as a whole, so that it is compiled as a whole. Its rules transform the program
 * once for each way it is used; {@link Jaxpr#derived} remembers them.
 *
 * @param function the traced function's name, printed as JAX's parameter {@code name}
 */
public record Jit(String function, Jaxpr jaxpr) implements Primitive.Call, Primitive.Transposable {
  @Override
  public String name() {
    return "jit";
  }

  @Override
  public java.util.SortedMap<String, Object> params() {
    return new java.util.TreeMap<>(Map.of("name", function, "jaxpr", jaxpr));
  }

  @Override
  public Jaxpr body() {
    return jaxpr;
  }

  @Override
  public List<Aval> abstractEval(List<Aval> operands) {
    return jaxpr.outputTypes();
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands) {
    return jaxpr.eval(operands);
  }

  @Override
  public Lowering lower(List<Aval> operands) {
    return new Lowering.Inline();
  }

  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    var derived = Jvp.derive(jaxpr, Flags.nonNull(tangents));
    var operands = new ArrayList<>(primals);
    operands.addAll(Flags.present(tangents));
    var results = new Jit(function, derived.jaxpr()).bind(operands);
    int n = jaxpr.outputs().size();
    return new Dual(
        results.subList(0, n), Flags.spread(derived.moves(), results.subList(n, results.size())));
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var derived = Batch.derive(jaxpr, axes, size);
    return new Batched(new Jit(function, derived.jaxpr()).bind(operands), derived.axes());
  }

  @Override
  public Split partialEval(List<Value> operands, List<Aval> types) {
    var parts = PartialEval.split(jaxpr, Flags.nonNull(operands));
    var known = Flags.present(operands);
    var computed = new Jit(function, parts.known()).bind(known);
    int results = Collections.frequency(parts.isKnown(), true);
    var next = computed.subList(results, computed.size()).iterator();
    var residuals = new ArrayList<Value>();
    for (int input : parts.residuals()) {
      residuals.add(input < 0 ? next.next() : known.get(input));
    }
    return new Split(
        Flags.spread(parts.isKnown(), computed), new Jit(function, parts.later()), residuals);
  }

  @Override
  public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
    var isKnown = Flags.nonNull(operands);
    var derived = Transpose.derive(jaxpr, isKnown, Flags.nonNull(cts));
    var inputs = Flags.present(operands);
    inputs.addAll(Flags.present(cts));
    var pulled = new Jit(function, derived.jaxpr()).bind(inputs).iterator();
    var nonzero = derived.nonzero().iterator();
    var cotangents = new ArrayList<Value>();
    for (boolean k : isKnown) {
      cotangents.add(!k && nonzero.next() ? pulled.next() : null);
    }
    return cotangents;
  }
}
