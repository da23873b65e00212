package jacobean.control;

import jacobean.core.DeadCode;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.ir.Lowering;
import jacobean.transform.Batch;
import jacobean.transform.Closed;
import jacobean.transform.Jvp;
import jacobean.transform.PartialEval;
import jacobean.transform.Transpose;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program of which little is kept for the backward pass: its inputs, and what a policy says; what
 * else the derivative needs is computed again. JAX's {@code checkpoint}, also called remat.
 *
 * @param differentiated whether it computes a derivative's part, again
 */
public record Checkpoint(Jaxpr jaxpr, Policy policy, boolean differentiated) implements Called {
  /** Says of which primitives the results are kept. */
  public interface Policy {
    boolean saves(Primitive primitive);
  }

  public Checkpoint(Jaxpr jaxpr, Policy policy) {
    this(jaxpr, policy, false);
  }

  @Override
  public String name() {
    return "remat2";
  }

  @Override
  public SortedMap<String, Object> params() {
    var params =
        new TreeMap<String, Object>(
            Map.of("jaxpr", jaxpr, "differentiated", differentiated, "prevent_cse", true));
    params.put("policy", null);
    return params;
  }

  @Override
  public Jaxpr body() {
    return jaxpr;
  }

  /** What is computed again is not taken from the first time: that would keep it so long. */
  @Override
  public Lowering lower(List<Aval> operands) {
    return new Lowering.Inline(differentiated);
  }

  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    var derived = Jvp.derive(jaxpr, tangents.stream().map(Objects::nonNull).toList());
    var operands = new ArrayList<>(primals);
    tangents.stream().filter(Objects::nonNull).forEach(operands::add);
    var results = new Checkpoint(derived.jaxpr(), policy, differentiated).bind(operands);
    int n = jaxpr.outputs().size();
    var moved = results.subList(n, results.size()).iterator();
    return new Dual(
        results.subList(0, n),
        new ArrayList<>(derived.moves().stream().map(m -> m ? moved.next() : null).toList()));
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var derived = Batch.derive(jaxpr, axes, size);
    return new Batched(
        new Checkpoint(derived.jaxpr(), policy, differentiated).bind(operands), derived.axes());
  }

  @Override
  public Split partialEval(List<Value> operands, List<Aval> types) {
    var parts = parts(operands.stream().map(Objects::nonNull).toList());
    var known = new ArrayList<>(operands.stream().filter(Objects::nonNull).toList());
    var computed = parts.now().apply(known).iterator();
    var values = new ArrayList<Value>();
    for (boolean isKnown : parts.isKnown()) {
      values.add(isKnown ? computed.next() : null);
    }
    computed.forEachRemaining(known::add);
    return new Split(values, new Checkpoint(parts.later(), policy, true), known);
  }

  /**
   * The program cut in two.
   *
   * @param now from the known inputs: the outputs that are known, then what the policy saves
   * @param later from the known inputs, what was saved, and the unknown inputs: the outputs that
   *     have to wait, with everything that was not saved computed again
   */
  private record Parts(Jaxpr now, Jaxpr later, List<Boolean> isKnown) {}

  private Parts parts(List<Boolean> knownInputs) {
    record Key(List<Boolean> inputs, Policy policy) {}
    return jaxpr.derived(new Key(knownInputs, policy), () -> cut(knownInputs));
  }

  private Parts cut(List<Boolean> knownInputs) {
    // A policy decides on single operations, also on those that jit called or a loop repeats.
    var split = PartialEval.split(Inlined.of(jaxpr), knownInputs);
    var first = split.known();
    int results = Collections.frequency(split.isKnown(), true);
    var parts = Kept.of(first.equations(), policy);
    var outputs = new ArrayList<>(first.outputs().subList(0, results));
    outputs.addAll(parts.kept());
    var inputs = new ArrayList<>(first.inputs());
    inputs.addAll(parts.kept());
    var residuals =
        Needed.of(
            new Jaxpr(
                0,
                inputs,
                parts.again(),
                first.outputs().subList(results, first.outputs().size())));
    return new Parts(
        DeadCode.eliminate(new Jaxpr(0, first.inputs(), parts.now(), outputs)),
        DeadCode.eliminate(later(split, residuals)),
        split.isKnown());
  }

  /** What has to wait, after what it needs was computed again from the first inputs. */
  private static Jaxpr later(PartialEval.Parts split, Jaxpr residuals) {
    var types = new ArrayList<>(residuals.inputTypes());
    var laterTypes = split.later().inputTypes();
    types.addAll(laterTypes.subList(split.residuals().size(), laterTypes.size()));
    return Closed.of(
        Stage.trace(
            "grad",
            inputs -> {
              int n = residuals.inputs().size();
              var computed = residuals.apply(inputs.subList(0, n)).iterator();
              var operands = new ArrayList<Value>();
              for (int from : split.residuals()) {
                operands.add(from < 0 ? computed.next() : inputs.get(from));
              }
              operands.addAll(inputs.subList(n, inputs.size()));
              return split.later().apply(operands);
            },
            types));
  }

  /** Computes what the linear part needs, and runs that part backwards. */
  @Override
  public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
    var isKnown = operands.stream().map(Objects::nonNull).toList();
    var arrives = cts.stream().map(Objects::nonNull).toList();
    record Key(List<Boolean> isKnown, List<Boolean> arrives) {}
    record Derived(Jaxpr jaxpr, List<Boolean> nonzero) {}
    Derived derived =
        jaxpr.derived(
            new Key(isKnown, arrives),
            () -> {
              var nonzero = new ArrayList<Boolean>();
              var program = backward(isKnown, arrives, nonzero);
              return new Derived(program, List.copyOf(nonzero));
            });
    var inputs = new ArrayList<>(operands.stream().filter(Objects::nonNull).toList());
    cts.stream().filter(Objects::nonNull).forEach(inputs::add);
    var pulled = new Checkpoint(derived.jaxpr(), policy, true).bind(inputs).iterator();
    var nonzero = derived.nonzero().iterator();
    return new ArrayList<>(
        isKnown.stream().map(k -> !k && nonzero.next() ? pulled.next() : null).toList());
  }

  private Jaxpr backward(List<Boolean> isKnown, List<Boolean> arrives, List<Boolean> nonzero) {
    var parts = PartialEval.split(jaxpr, isKnown);
    var types = new ArrayList<Aval>();
    for (int i = 0; i < isKnown.size(); i++) {
      if (isKnown.get(i)) {
        types.add(jaxpr.inputTypes().get(i));
      }
    }
    int known = types.size();
    for (int i = 0; i < arrives.size(); i++) {
      if (arrives.get(i)) {
        types.add(jaxpr.outputTypes().get(i).strong());
      }
    }
    return Closed.of(
        Stage.trace(
            "grad",
            inputs -> {
              var first = inputs.subList(0, known);
              var computed = parts.known().apply(first);
              var extra =
                  computed
                      .subList(Collections.frequency(parts.isKnown(), true), computed.size())
                      .iterator();
              var operands = new ArrayList<Value>();
              for (int from : parts.residuals()) {
                operands.add(from < 0 ? extra.next() : first.get(from));
              }
              while (operands.size() < parts.later().inputs().size()) {
                operands.add(null);
              }
              var next = inputs.subList(known, inputs.size()).iterator();
              var arriving = new ArrayList<Value>();
              for (int i = 0; i < arrives.size(); i++) {
                var ct = arrives.get(i) ? next.next() : null;
                if (!parts.isKnown().get(i)) {
                  arriving.add(ct);
                }
              }
              var pulled = Transpose.apply(parts.later(), operands, arriving);
              var results = new ArrayList<Value>();
              for (var ct : pulled.subList(parts.residuals().size(), pulled.size())) {
                nonzero.add(ct != null);
                if (ct != null) {
                  results.add(ct);
                }
              }
              return results;
            },
            types));
  }
}
