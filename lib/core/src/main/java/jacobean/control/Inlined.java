package jacobean.control;

import jacobean.core.Jaxpr;
import jacobean.core.Jaxpr.Atom;
import jacobean.core.Jaxpr.Eqn;
import jacobean.core.Jaxpr.Literal;
import jacobean.core.Jaxpr.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programs in which what {@code jit} had called as a whole stands line by line. */
final class Inlined {
  private final List<Eqn> equations = new ArrayList<>();

  private Inlined() {}

  /** The program without calls by {@code jit}, at any depth; kept with the program. */
  static Jaxpr of(Jaxpr jaxpr) {
    record Key() {}
    return jaxpr.derived(
        new Key(),
        () -> {
          if (jaxpr.equations().stream().noneMatch(e -> e.primitive() instanceof Jit)) {
            return jaxpr;
          }
          var inlined = new Inlined();
          var outputs = inlined.add(jaxpr, jaxpr.inputs());
          return new Jaxpr(jaxpr.constants(), jaxpr.inputs(), inlined.equations, outputs);
        });
  }

  private List<Atom> add(Jaxpr program, List<? extends Atom> operands) {
    var names = new HashMap<Var, Atom>();
    for (int i = 0; i < operands.size(); i++) {
      names.put(program.inputs().get(i), operands.get(i));
    }
    for (var e : program.equations()) {
      var read = read(names, e.operands());
      List<? extends Atom> results;
      if (e.primitive() instanceof Jit call) {
        results = add(call.jaxpr(), read);
      } else {
        // A program that is called twice is written twice.
        var fresh = e.results().stream().map(v -> new Var(v.aval())).toList();
        equations.add(new Eqn(e.primitive(), read, fresh, e.origin()));
        results = fresh;
      }
      for (int i = 0; i < results.size(); i++) {
        names.put(e.results().get(i), results.get(i));
      }
    }
    return read(names, program.outputs());
  }

  private static List<Atom> read(Map<Var, Atom> names, List<Atom> atoms) {
    return atoms.stream()
        .map(
            a ->
                switch (a) {
                  case Var v -> names.get(v);
                  case Literal l -> l;
                })
        .toList();
  }
}
