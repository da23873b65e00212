package jacobean.core;

import jacobean.core.Jaxpr.Atom;
import jacobean.core.Jaxpr.Eqn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Drops equations whose results nobody uses. */
final class DeadCode {
  private DeadCode() {}

  static List<Eqn> eliminate(List<Eqn> equations, List<Atom> outputs) {
    var needed = new HashSet<>(outputs);
    var live = new ArrayList<Eqn>();
    for (var e : equations.reversed()) {
      if (e.results().stream().anyMatch(needed::contains)) {
        needed.addAll(e.operands());
        live.add(e);
      }
    }
    return live.reversed();
  }
}
