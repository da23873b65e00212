package jacobean.core;

import jacobean.core.Jaxpr.Atom;
import jacobean.core.Jaxpr.Eqn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** Drops equations whose results nobody uses, but for those that have an effect. */
public final class DeadCode {
  private DeadCode() {}

  /** The program without them; the inputs stay. */
  public static Jaxpr eliminate(Jaxpr jaxpr) {
    var live = eliminate(jaxpr.equations(), jaxpr.outputs());
    return live.size() == jaxpr.equations().size()
        ? jaxpr
        : new Jaxpr(jaxpr.constants(), jaxpr.inputs(), live, jaxpr.outputs());
  }

  static List<Eqn> eliminate(List<Eqn> equations, List<Atom> outputs) {
    var needed = new HashSet<>(outputs);
    var live = new ArrayList<Eqn>();
    for (var e : equations.reversed()) {
      if (e.primitive().hasEffect() || !Collections.disjoint(needed, e.results())) {
        needed.addAll(e.operands());
        live.add(e);
      }
    }
    return live.reversed();
  }
}
