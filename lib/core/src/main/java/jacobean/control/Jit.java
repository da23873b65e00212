package jacobean.control;

import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.ir.Lowering;
import jacobean.transform.Batch;
import jacobean.transform.Jvp;
import jacobean.transform.PartialEval;
import jacobean.transform.Transpose;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    var moves = tangents.stream().map(Objects::nonNull).toList();
    var derived = Jvp.derive(jaxpr, moves);
    var operands = new ArrayList<>(primals);
    tangents.stream().filter(Objects::nonNull).forEach(operands::add);
    var results = new Jit(function, derived.jaxpr()).bind(operands);
    int n = jaxpr.outputs().size();
    var moved = results.subList(n, results.size()).iterator();
    return new Dual(
        results.subList(0, n),
        new ArrayList<>(derived.moves().stream().map(m -> m ? moved.next() : null).toList()));
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var derived = Batch.derive(jaxpr, axes, size);
    return new Batched(new Jit(function, derived.jaxpr()).bind(operands), derived.axes());
  }

  @Override
  public Split partialEval(List<Value> operands, List<Aval> types) {
    var parts = PartialEval.split(jaxpr, operands.stream().map(Objects::nonNull).toList());
    var known = operands.stream().filter(Objects::nonNull).toList();
    var computed = new Jit(function, parts.known()).bind(known).iterator();
    var results =
        new ArrayList<>(parts.isKnown().stream().map(k -> k ? computed.next() : null).toList());
    var residuals =
        parts.residuals().stream().map(i -> i < 0 ? computed.next() : known.get(i)).toList();
    return new Split(results, new Jit(function, parts.later()), residuals);
  }

  @Override
  public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
    var isKnown = operands.stream().map(Objects::nonNull).toList();
    var derived = Transpose.derive(jaxpr, isKnown, cts.stream().map(Objects::nonNull).toList());
    var inputs = new ArrayList<>(operands.stream().filter(Objects::nonNull).toList());
    cts.stream().filter(Objects::nonNull).forEach(inputs::add);
    var pulled = new Jit(function, derived.jaxpr()).bind(inputs).iterator();
    var nonzero = derived.nonzero().iterator();
    return new ArrayList<>(
        isKnown.stream().map(k -> !k && nonzero.next() ? pulled.next() : null).toList());
  }
}
