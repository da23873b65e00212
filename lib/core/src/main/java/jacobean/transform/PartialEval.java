package jacobean.transform;

import jacobean.core.Jaxpr;
import jacobean.core.Jaxpr.Var;
import jacobean.core.Origin;
import jacobean.core.Primitive;
import jacobean.core.Stage;
import jacobean.core.Stage.Staged;
import jacobean.core.Trace;
import jacobean.core.Tracer;
import jacobean.core.Value;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Computes what follows from the values that are known, and records the rest as a program of the
 * unknown ones. What that program needs of the known values are its residuals.
 */
public final class PartialEval extends Trace {
  private final Trace below = Trace.current();
  private final Stage later = Stage.open("linearize");

  /** Where user code began it. */
  Origin begun() {
    return later.opened();
  }

  /** A value that is not known yet. */
  public Tracer unknown(Aval type) {
    return later.argument(type);
  }

  public boolean isKnown(Value value) {
    return !later.owns(value);
  }

  /**
   * The program that makes these values from the unknown ones; its captured values are the
   * residuals.
   */
  public Staged close(List<Value> outputs) {
    finish();
    return later.close(outputs);
  }

  @Override
  public List<Value> process(Primitive primitive, List<Value> operands) {
    if (areKnown(operands)) {
      return below.run(() -> primitive.bind(operands));
    }
    return primitive instanceof Primitive.HigherOrder h
        ? processParts(h, operands)
        : later.process(primitive, operands);
  }

  private boolean areKnown(List<Value> values) {
    for (var v : values) {
      if (!isKnown(v)) {
        return false;
      }
    }
    return true;
  }

  private List<Value> processParts(Primitive.HigherOrder primitive, List<Value> operands) {
    var known = new ArrayList<Value>();
    var unknown = new ArrayList<Value>();
    for (var o : operands) {
      known.add(isKnown(o) ? o : null);
      if (!isKnown(o)) {
        unknown.add(o);
      }
    }
    var types = Value.avals(operands);
    var split = below.run(() -> primitive.partialEval(known, types));
    var operandsLater = filled(split.residuals(), unknown.iterator());
    return filled(split.known(), later.process(split.later(), operandsLater).iterator());
  }

  /** The values, with the next in place of each null, and then those left over. */
  private static List<Value> filled(List<Value> values, Iterator<Value> next) {
    var filled = new ArrayList<Value>();
    for (var v : values) {
      filled.add(v != null ? v : next.next());
    }
    next.forEachRemaining(filled::add);
    return filled;
  }

  /**
   * A program cut in two.
   *
   * @param known from the known inputs: the outputs that are known, then the computed residuals
   * @param later from the residuals, then the unknown inputs: the outputs that must wait
   * @param isKnown which outputs are known
   * @param residuals where each residual comes from: a known input, by its number, or -1 for the
   *     next one that {@code known} computes
   */
  public record Parts(Jaxpr known, Jaxpr later, List<Boolean> isKnown, List<Integer> residuals) {}

  /** Cuts a program by which inputs are known; kept with the program. */
  public static Parts split(Jaxpr jaxpr, List<Boolean> knownInputs) {
    return split(jaxpr, knownInputs, Collections.nCopies(jaxpr.outputs().size(), false));
  }

  /**
   * {@link #split(Jaxpr, List)} with outputs that wait even where they are known, as those of a
   * loop or of another branch do.
   */
  public static Parts split(Jaxpr jaxpr, List<Boolean> knownInputs, List<Boolean> mustWait) {
    record Key(List<Boolean> known, List<Boolean> mustWait) {}
    return jaxpr.derived(
        new Key(List.copyOf(knownInputs), List.copyOf(mustWait)),
        () -> cut(jaxpr, knownInputs, mustWait));
  }

  private static Parts cut(Jaxpr jaxpr, List<Boolean> knownInputs, List<Boolean> mustWait) {
    var types = jaxpr.inputTypes();
    var knownTypes = new ArrayList<Aval>();
    for (int i = 0; i < types.size(); i++) {
      if (knownInputs.get(i)) {
        knownTypes.add(types.get(i));
      }
    }
    var isKnown = new ArrayList<Boolean>();
    var later = new Staged[1];
    var staged =
        Stage.trace(
            "linearize",
            inputs -> {
              var next = inputs.iterator();
              var partial = new PartialEval();
              var operands = new ArrayList<Value>();
              for (int i = 0; i < types.size(); i++) {
                operands.add(knownInputs.get(i) ? next.next() : partial.unknown(types.get(i)));
              }
              var outputs = partial.run(() -> jaxpr.apply(operands));
              var results = new ArrayList<Value>();
              var waiting = new ArrayList<Value>();
              for (var o : outputs) {
                boolean now = partial.isKnown(o) && !mustWait.get(isKnown.size());
                isKnown.add(now);
                (now ? results : waiting).add(o);
              }
              later[0] = partial.close(waiting);
              results.addAll(later[0].captured());
              return results;
            },
            knownTypes);
    return forwardInputs(Closed.of(staged), later[0].jaxpr(), isKnown);
  }

  /** Residuals that are inputs need not go through the program. */
  private static Parts forwardInputs(Jaxpr known, Jaxpr later, List<Boolean> isKnown) {
    int results = Collections.frequency(isKnown, true);
    var outputs = new ArrayList<>(known.outputs().subList(0, results));
    var residuals = new ArrayList<Integer>();
    for (var residual : known.outputs().subList(results, known.outputs().size())) {
      int input = residual instanceof Var v ? known.inputs().indexOf(v) : -1;
      residuals.add(input);
      if (input < 0) {
        outputs.add(residual);
      }
    }
    return new Parts(
        new Jaxpr(0, known.inputs(), known.equations(), outputs), later, isKnown, residuals);
  }
}
