package jacobean.control;

import static jacobean.transform.Flags.join;
import static jacobean.transform.Flags.not;
import static jacobean.transform.Flags.pick;
import static jacobean.transform.Flags.spread;

import jacobean.core.DeadCode;
import jacobean.core.Jaxpr;
import jacobean.core.Jaxpr.Atom;
import jacobean.core.Jaxpr.Var;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.transform.Flags;
import jacobean.transform.PartialEval;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A scan cut in two: one that computes what is known, and stacks what the other needs of it. What
 * is the same in every step is computed once and not stacked; what is an input is not copied.
 *
 * @param parts the two bodies
 * @param isKnown which inputs of the body are known
 */
record ScanSplit(Scan scan, PartialEval.Parts parts, List<Boolean> isKnown) {

  /** Where a residual of the body comes from. */
  private enum Origin {
    CONST,
    ELEMENT,
    INVARIANT,
    STACKED
  }

  Primitive.Split of(List<Value> operands) {
    var body = parts.known();
    int outputs = (int) parts.isKnown().stream().filter(k -> k).count();
    int constsKnown = count(isKnown.subList(0, scan.numConsts()));
    int carryKnown = count(isKnown.subList(scan.numConsts(), scan.numConsts() + scan.numCarry()));
    var known = pick(operands, isKnown);

    // Every residual as an atom of the known body, and where that comes from.
    var computed = body.outputs().subList(outputs, body.outputs().size()).iterator();
    var invariant = invariant(body, constsKnown);
    var atoms = new ArrayList<Atom>();
    var origins = new ArrayList<Origin>();
    for (int r : parts.residuals()) {
      var atom = r < 0 ? computed.next() : body.inputs().get(r);
      atoms.add(atom);
      origins.add(
          r >= 0 && r < constsKnown
              ? Origin.CONST
              : r >= constsKnown + carryKnown
                  ? Origin.ELEMENT
                  : invariant.contains(atom) ? Origin.INVARIANT : Origin.STACKED);
    }

    var stacked = new ArrayList<Atom>();
    var hoisted = new ArrayList<Atom>();
    for (int i = 0; i < atoms.size(); i++) {
      if (origins.get(i) == Origin.STACKED) {
        stacked.add(atoms.get(i));
      } else if (origins.get(i) == Origin.INVARIANT) {
        hoisted.add(atoms.get(i));
      }
    }
    var forward =
        DeadCode.eliminate(
            new Jaxpr(
                0,
                body.inputs(),
                body.equations(),
                join(body.outputs().subList(0, outputs), stacked)));
    var results =
        new Scan(forward, scan.length(), carryKnown, constsKnown, scan.reverse(), scan.unroll())
            .bind(known);
    var stacks = results.subList(outputs, results.size()).iterator();
    var once = once(body, hoisted, known.subList(0, constsKnown)).iterator();

    var constResiduals = new ArrayList<Value>();
    var constVars = new ArrayList<Var>();
    var elementResiduals = new ArrayList<Value>();
    var elementVars = new ArrayList<Var>();
    for (int i = 0; i < atoms.size(); i++) {
      var var = parts.later().inputs().get(i);
      switch (origins.get(i)) {
        case CONST -> add(constResiduals, constVars, known.get(parts.residuals().get(i)), var);
        case INVARIANT -> add(constResiduals, constVars, once.next(), var);
        case ELEMENT ->
            add(elementResiduals, elementVars, known.get(parts.residuals().get(i)), var);
        case STACKED -> add(elementResiduals, elementVars, stacks.next(), var);
      }
    }
    return new Primitive.Split(
        spread(parts.isKnown(), results.subList(0, outputs)),
        later(constVars, elementVars),
        laterOperands(operands, constResiduals, elementResiduals));
  }

  private static int count(List<Boolean> flags) {
    return (int) flags.stream().filter(f -> f).count();
  }

  private static void add(List<Value> values, List<Var> vars, Value value, Var var) {
    values.add(value);
    vars.add(var);
  }

  /** What depends on constants alone. */
  private static HashSet<Atom> invariant(Jaxpr body, int consts) {
    var same = new HashSet<Atom>(body.inputs().subList(0, consts));
    for (var e : body.equations()) {
      if (!e.primitive().hasEffect()
          && e.operands().stream().allMatch(o -> o instanceof Jaxpr.Literal || same.contains(o))) {
        same.addAll(e.results());
      }
    }
    return same;
  }

  private static List<Value> once(Jaxpr body, List<Atom> hoisted, List<Value> consts) {
    if (hoisted.isEmpty()) {
      return List.of();
    }
    var same = invariant(body, consts.size());
    var equations =
        body.equations().stream()
            .filter(e -> !e.primitive().hasEffect() && same.containsAll(e.results()))
            .toList();
    return DeadCode.eliminate(
            new Jaxpr(0, body.inputs().subList(0, consts.size()), equations, hoisted))
        .apply(consts);
  }

  /** The scan of what must wait. Its carry is all that waits, also what starts as known. */
  private Scan later(List<Var> constVars, List<Var> elementVars) {
    var later = parts.later();
    var waiting = later.inputs().subList(parts.residuals().size(), later.inputs().size());
    int consts = scan.numConsts() - count(isKnown.subList(0, scan.numConsts()));
    int carry = count(not(isKnown.subList(scan.numConsts(), scan.numConsts() + scan.numCarry())));
    var program =
        new Jaxpr(
            0,
            Flags.<Var>join(
                constVars,
                waiting.subList(0, consts + carry),
                elementVars,
                waiting.subList(consts + carry, waiting.size())),
            later.equations(),
            later.outputs());
    return new Scan(
        program, scan.length(), carry, constVars.size() + consts, scan.reverse(), scan.unroll());
  }

  /** Null stands for an operand that is not known. */
  private List<Value> laterOperands(
      List<Value> operands, List<Value> consts, List<Value> elements) {
    int carryAt = scan.numConsts();
    int elementsAt = carryAt + scan.numCarry();
    var all = new ArrayList<>(consts);
    all.addAll(pick(operands.subList(0, elementsAt), not(isKnown.subList(0, elementsAt))));
    all.addAll(elements);
    return all;
  }
}
