package jacobean.transform;

import jacobean.core.Jaxpr;
import jacobean.core.Jaxpr.Atom;
import jacobean.core.Jaxpr.Eqn;
import jacobean.core.Jaxpr.Literal;
import jacobean.core.Jaxpr.Var;
import jacobean.core.Primitive.Transposable;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.op.Arithmetic;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a linear program backwards: from cotangents of its outputs to cotangents of its inputs. With
 * {@link Linearize} this is reverse-mode differentiation.
 */
public final class Transpose {
  private final Map<Var, Value> known = new HashMap<>();
  private final Map<Var, Value> cotangents = new HashMap<>();

  private Transpose() {}

  /**
   * The cotangents of a program's linear inputs.
   *
   * @param operands the known inputs; null marks one that the outputs are linear in
   * @param cotangents one per output; null stands for zero
   * @return one per input; null for known inputs, and for zero
   */
  public static List<Value> apply(Jaxpr jaxpr, List<Value> operands, List<Value> cotangents) {
    return new Transpose().run(jaxpr, operands, cotangents);
  }

  private List<Value> run(Jaxpr jaxpr, List<Value> operands, List<Value> outputCotangents) {
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i) != null) {
        known.put(jaxpr.inputs().get(i), operands.get(i));
      }
    }
    var linear = new ArrayList<Eqn>();
    for (var e : jaxpr.equations()) {
      var operandsKnown = values(e.operands());
      if (!operandsKnown.contains(null)) {
        var results = e.primitive().bind(operandsKnown);
        for (int i = 0; i < results.size(); i++) {
          known.put(e.results().get(i), results.get(i));
        }
      } else {
        linear.add(e);
      }
    }
    for (int i = 0; i < outputCotangents.size(); i++) {
      accumulate(jaxpr.outputs().get(i), outputCotangents.get(i));
    }
    for (var e : linear.reversed()) {
      backward(e);
    }
    var pulled = new ArrayList<Value>();
    for (var input : jaxpr.inputs()) {
      pulled.add(cotangents.get(input));
    }
    return pulled;
  }

  private void backward(Eqn e) {
    var cts = new ArrayList<Value>();
    for (var result : e.results()) {
      cts.add(cotangents.remove(result));
    }
    if (Flags.present(cts).isEmpty()) {
      return;
    }
    if (!(e.primitive() instanceof Transposable t)) {
      throw new GradException(
          e.primitive().name()
              + " cannot be run backwards: it is not linear in operands "
              + Jaxpr.types(e.operands())
              + ". A derivative rule made a program that is not linear.");
    }
    var operands = values(e.operands());
    var pulled = t.transpose(cts, operands, Jaxpr.types(e.operands()));
    for (int i = 0; i < pulled.size(); i++) {
      if (operands.get(i) == null) {
        accumulate(e.operands().get(i), pulled.get(i));
      }
    }
  }

  private void accumulate(Atom atom, Value cotangent) {
    if (cotangent != null && atom instanceof Var v && !known.containsKey(v)) {
      cotangents.merge(v, cotangent, Arithmetic::add);
    }
  }

  /** The values of those that are known; null for the others. */
  private List<Value> values(List<Atom> atoms) {
    var values = new ArrayList<Value>(atoms.size());
    for (var atom : atoms) {
      values.add(
          switch (atom) {
            case Literal l -> l.value();
            case Var v -> known.get(v);
          });
    }
    return values;
  }

  /**
   * A linear program turned around.
   *
   * @param jaxpr its inputs are the known inputs, then the cotangents that are not zero; its
   *     outputs the cotangents of the linear inputs that are not zero
   * @param nonzero for each linear input, whether its cotangent is among the outputs
   */
  public record Derived(Jaxpr jaxpr, List<Boolean> nonzero) {}

  /**
   * The transposed program; kept with the program.
   *
   * @param isKnown which inputs are known
   * @param arrives which outputs have a cotangent that is not zero
   */
  public static Derived derive(Jaxpr jaxpr, List<Boolean> isKnown, List<Boolean> arrives) {
    record Key(List<Boolean> isKnown, List<Boolean> arrives) {}
    return jaxpr.derived(
        new Key(List.copyOf(isKnown), List.copyOf(arrives)), () -> make(jaxpr, isKnown, arrives));
  }

  private static Derived make(Jaxpr jaxpr, List<Boolean> isKnown, List<Boolean> arrives) {
    var types = new ArrayList<Aval>();
    for (int i = 0; i < isKnown.size(); i++) {
      if (isKnown.get(i)) {
        types.add(jaxpr.inputTypes().get(i));
      }
    }
    for (int i = 0; i < arrives.size(); i++) {
      if (arrives.get(i)) {
        types.add(jaxpr.outputTypes().get(i).strong());
      }
    }
    var nonzero = new ArrayList<Boolean>();
    var staged =
        Stage.trace(
            "grad",
            inputs -> {
              int known = Collections.frequency(isKnown, true);
              var operands = Flags.spread(isKnown, inputs.subList(0, known));
              var cts = Flags.spread(arrives, inputs.subList(known, inputs.size()));
              var pulled = apply(jaxpr, operands, cts);
              var results = new ArrayList<Value>();
              for (int i = 0; i < isKnown.size(); i++) {
                if (!isKnown.get(i)) {
                  nonzero.add(pulled.get(i) != null);
                  if (pulled.get(i) != null) {
                    results.add(pulled.get(i));
                  }
                }
              }
              return results;
            },
            types);
    return new Derived(Closed.of(staged), List.copyOf(nonzero));
  }
}
