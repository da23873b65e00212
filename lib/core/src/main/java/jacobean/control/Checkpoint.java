package jacobean.control;

import jacobean.core.DeadCode;
import jacobean.core.Jaxpr;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.transform.Batch;
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
 * A program of which nothing is kept for the backward pass but its inputs: what the derivative
 * needs is computed again. JAX's {@code checkpoint}, also called remat.
 *
 * @param differentiated whether it computes a derivative's part, again
 */
public record Checkpoint(Jaxpr jaxpr, boolean differentiated) implements Called {
  public Checkpoint(Jaxpr jaxpr) {
    this(jaxpr, false);
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

  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    var derived = Jvp.derive(jaxpr, tangents.stream().map(Objects::nonNull).toList());
    var operands = new ArrayList<>(primals);
    tangents.stream().filter(Objects::nonNull).forEach(operands::add);
    var results = new Checkpoint(derived.jaxpr(), differentiated).bind(operands);
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
        new Checkpoint(derived.jaxpr(), differentiated).bind(operands), derived.axes());
  }

  @Override
  public Split partialEval(List<Value> operands, List<Aval> types) {
    var isKnown = operands.stream().map(Objects::nonNull).toList();
    var parts = PartialEval.split(jaxpr, isKnown);
    var known = operands.stream().filter(Objects::nonNull).toList();
    int results = Collections.frequency(parts.isKnown(), true);
    var first = parts.known();
    record Now() {}
    var now =
        first.derived(
            new Now(),
            () ->
                DeadCode.eliminate(
                    new Jaxpr(
                        0,
                        first.inputs(),
                        first.equations(),
                        first.outputs().subList(0, results))));
    var computed = results == 0 ? List.<Value>of().iterator() : now.apply(known).iterator();
    var values =
        new ArrayList<>(parts.isKnown().stream().map(k -> k ? computed.next() : null).toList());
    return new Split(values, new Checkpoint(later(isKnown, parts.isKnown()), true), known);
  }

  /** The whole program again, for the results that had to wait; known inputs come first. */
  private Jaxpr later(List<Boolean> knownInputs, List<Boolean> knownOutputs) {
    record Key(List<Boolean> inputs, List<Boolean> outputs) {}
    return jaxpr.derived(
        new Key(knownInputs, knownOutputs),
        () -> {
          var inputs = new ArrayList<Jaxpr.Var>();
          for (boolean known : List.of(true, false)) {
            for (int i = 0; i < knownInputs.size(); i++) {
              if (knownInputs.get(i) == known) {
                inputs.add(jaxpr.inputs().get(i));
              }
            }
          }
          var outputs = new ArrayList<Jaxpr.Atom>();
          for (int i = 0; i < knownOutputs.size(); i++) {
            if (!knownOutputs.get(i)) {
              outputs.add(jaxpr.outputs().get(i));
            }
          }
          return DeadCode.eliminate(new Jaxpr(0, inputs, jaxpr.equations(), outputs));
        });
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
    var pulled = new Checkpoint(derived.jaxpr(), true).bind(inputs).iterator();
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
    return Stage.trace(
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
            types)
        .jaxpr();
  }
}
