package jacobean.control;

import static jacobean.transform.Flags.fixpoint;
import static jacobean.transform.Flags.join;
import static jacobean.transform.Flags.pick;

import jacobean.core.Jaxpr;
import jacobean.core.Jaxpr.Atom;
import jacobean.core.Jaxpr.Eqn;
import jacobean.core.Primitive;
import jacobean.transform.Flags;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What of a program somebody needs; of scans and branches, too, what leads to nothing goes. */
final class Needed {
  private Needed() {}

  /** The program without what nobody needs; the inputs stay. */
  static Jaxpr of(Jaxpr jaxpr) {
    var needed = new HashSet<>(jaxpr.outputs());
    var live = new ArrayList<Eqn>();
    for (var e : jaxpr.equations().reversed()) {
      if (e.primitive().hasEffect()) {
        live.add(e);
        needed.addAll(e.operands());
      } else if (e.results().stream().anyMatch(needed::contains)) {
        var less =
            switch (e.primitive()) {
              case Scan scan -> less(e, scan, needed);
              case Cond cond -> less(e, cond, needed);
              case Primitive _ -> e;
            };
        live.add(less);
        needed.addAll(less.operands());
      }
    }
    return new Jaxpr(jaxpr.constants(), jaxpr.inputs(), live.reversed(), jaxpr.outputs());
  }

  private static Eqn less(Eqn e, Scan scan, Set<Atom> needed) {
    var body = scan.jaxpr();
    int carryAt = scan.numConsts();
    int carryEnd = carryAt + scan.numCarry();
    var results = e.results().stream().map(needed::contains).toList();
    var rows = results.subList(scan.numCarry(), results.size());
    var carry =
        fixpoint(
            results.subList(0, scan.numCarry()),
            c -> used(live(body, join(c, rows))).subList(carryAt, carryEnd));
    var outputs = Flags.<Boolean>join(carry, rows);
    var program = live(body, outputs);
    var used = used(program);
    var inputs =
        Flags.<Boolean>join(used.subList(0, carryAt), carry, used.subList(carryEnd, used.size()));
    var reduced = new Jaxpr(0, pick(body.inputs(), inputs), program.equations(), program.outputs());
    return new Eqn(
        scan.of(reduced, count(carry), count(used.subList(0, carryAt))),
        pick(e.operands(), inputs),
        pick(e.results(), outputs),
        e.origin());
  }

  private static Eqn less(Eqn e, Cond cond, Set<Atom> needed) {
    var outputs = e.results().stream().map(needed::contains).toList();
    return new Eqn(
        new Cond(cond.branches().stream().map(b -> live(b, outputs)).toList()),
        e.operands(),
        pick(e.results(), outputs),
        e.origin());
  }

  private static Jaxpr live(Jaxpr body, List<Boolean> outputs) {
    return of(new Jaxpr(0, body.inputs(), body.equations(), pick(body.outputs(), outputs)));
  }

  /** Which inputs a program reads. */
  private static List<Boolean> used(Jaxpr program) {
    var used = new HashSet<>(program.outputs());
    program.equations().forEach(e -> used.addAll(e.operands()));
    return program.inputs().stream().map(used::contains).toList();
  }

  private static int count(List<Boolean> flags) {
    return (int) flags.stream().filter(f -> f).count();
  }
}
