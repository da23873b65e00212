package jacobean.control;

import static jacobean.transform.Flags.join;

import jacobean.control.Checkpoint.Policy;
import jacobean.core.DeadCode;
import jacobean.core.Jaxpr;
import jacobean.core.Jaxpr.Atom;
import jacobean.core.Jaxpr.Eqn;
import jacobean.core.Jaxpr.Var;
import jacobean.transform.Flags;
import jacobean.transform.PartialEval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A program under a policy: what it computes when it runs first, what is kept of that, and what is
 * computed again with the help of it. A scan keeps its steps' values in one array, a branch gives
 * zeros for what the others keep. As in JAX, a loop of unknown length keeps nothing of its steps.
 *
 * @param now the first time
 * @param again the second time; reads what is kept
 * @param kept results of {@code now}
 */
record Kept(List<Eqn> now, List<Eqn> again, List<Var> kept) {

  static Kept of(List<Eqn> equations, Policy policy) {
    var all = new Kept(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (var e : equations) {
      if (policy.saves(e.primitive())) {
        all.now.add(e);
        all.kept.addAll(e.results());
      } else if (e.primitive() instanceof Scan scan) {
        all.addScan(e, scan, policy);
      } else if (e.primitive() instanceof Cond cond) {
        all.addCond(e, cond, policy);
      } else {
        all.add(e);
      }
    }
    return all;
  }

  private void add(Eqn e) {
    now.add(e);
    again.add(e);
  }

  /** {@code e} both times, keeping these results of {@code first} for {@code second}. */
  private void add(Eqn e, Eqn first, List<Var> extra, Eqn second) {
    if (extra.isEmpty()) {
      add(e);
    } else {
      now.add(first);
      again.add(second);
      kept.addAll(extra);
    }
  }

  /**
   * A loop's or branch's program as a part of the first and the second time.
   *
   * @param now gives the program's results, then what is kept
   * @param again takes what is kept, then the program's inputs
   */
  private record Body(Jaxpr now, Jaxpr again, int kept) {
    static Body of(Jaxpr program, Policy policy) {
      var body = Inlined.of(program);
      var inside = Kept.of(body.equations(), policy);
      var again =
          DeadCode.eliminate(
              new Jaxpr(0, join(inside.kept, body.inputs()), inside.again, body.outputs()));
      var used = new HashSet<Atom>(again.outputs());
      again.equations().forEach(e -> used.addAll(e.operands()));
      var kept = inside.kept.stream().filter(used::contains).toList();
      return new Body(
          DeadCode.eliminate(
              new Jaxpr(0, body.inputs(), inside.now, Flags.<Atom>join(body.outputs(), kept))),
          new Jaxpr(0, join(kept, body.inputs()), again.equations(), again.outputs()),
          kept.size());
    }

    List<Var> keptInputs() {
      return again.inputs().subList(0, kept);
    }
  }

  private void addScan(Eqn e, Scan scan, Policy policy) {
    var body = Body.of(scan.jaxpr(), policy);
    var stacks = body.keptInputs().stream().map(v -> new Var(scan.stacked(v.aval()))).toList();
    var inputs = body.again.inputs();
    var again =
        new Jaxpr(
            0,
            join(inputs.subList(body.kept, inputs.size()), body.keptInputs()),
            body.again.equations(),
            body.again.outputs());
    add(
        e,
        new Eqn(scan.of(body.now), e.operands(), join(e.results(), stacks), e.origin()),
        stacks,
        new Eqn(scan.of(again), Flags.<Atom>join(e.operands(), stacks), e.results(), e.origin()));
  }

  private void addCond(Eqn e, Cond cond, Policy policy) {
    var bodies = cond.branches().stream().map(b -> Body.of(b, policy)).toList();
    int outputs = e.results().size();
    var parts =
        bodies.stream()
            .map(
                b ->
                    new PartialEval.Parts(
                        b.now,
                        b.again,
                        Flags.all(outputs, true),
                        join(
                            Collections.nCopies(b.kept, -1),
                            IntStream.range(0, b.now.inputs().size()).boxed().toList())))
            .toList();
    var cut = Cond.Slotted.of(parts, outputs);
    var slots = cut.slots().stream().map(Var::new).toList();
    var which = e.operands().subList(0, 1);
    var operands = e.operands().subList(1, e.operands().size());
    add(
        e,
        new Eqn(cut.now(), e.operands(), join(e.results(), slots), e.origin()),
        slots,
        new Eqn(cut.later(), Flags.<Atom>join(which, slots, operands), e.results(), e.origin()));
  }
}
