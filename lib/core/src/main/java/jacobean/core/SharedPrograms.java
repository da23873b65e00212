package jacobean.core;

import jacobean.core.Jaxpr.Atom;
import jacobean.core.Jaxpr.Eqn;
import jacobean.core.Jaxpr.Literal;
import jacobean.core.Jaxpr.Var;
import jacobean.type.Aval;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Programs that were traced lately for an {@link Engine}, which owns them: they last as long as it
 * does, and what one engine was asked for is nothing to another. Whoever traces the same function
 * again, because a loop outside {@code jit} is called again or a lambda was made anew, gets the
 * program that there is already, and with it what was derived from it: derivatives, batched forms,
 * machine code.
 *
 * <p>JAX remembers by the function's identity. That would be wrong here: a lambda in a cell that
 * reads a session's variable is one object whatever the variable holds, and a lambda that closes
 * over a local one is a new object each time. So functions are traced, which takes microseconds,
 * and what they do is compared.
 */
public final class SharedPrograms {
  private static final int MOST_KEPT = 512;

  private final Map<Content, Jaxpr> programs =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Content, Jaxpr> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** The program that says the same, from the same places in user code; if there is none, this. */
  public Jaxpr sharing(Jaxpr program) {
    return program.derived(this, () -> find(program));
  }

  private synchronized Jaxpr find(Jaxpr program) {
    var known = programs.putIfAbsent(Content.of(program), program);
    return known == null ? program : known;
  }

  /** Forgets all. */
  public synchronized void clear() {
    programs.clear();
  }

  /** What a program says: variables are numbers. */
  private record Content(int constants, List<Aval> inputs, List<Line> lines, List<Object> outputs) {
    static Content of(Jaxpr program) {
      var numbers = new HashMap<Var, Object>();
      program.inputs().forEach(v -> numbers.put(v, numbers.size()));
      var lines = program.equations().stream().map(e -> Line.of(e, numbers)).toList();
      return new Content(
          program.constants(), program.inputTypes(), lines, named(program.outputs(), numbers));
    }
  }

  private record Line(
      Primitive primitive, List<Object> operands, List<Aval> results, Origin origin) {
    static Line of(Eqn e, Map<Var, Object> numbers) {
      var operands = named(e.operands(), numbers);
      e.results().forEach(v -> numbers.put(v, numbers.size()));
      return new Line(
          e.primitive(), operands, e.results().stream().map(Var::aval).toList(), e.origin());
    }
  }

  /** A constant: -0 differs from 0, and NaN is NaN. */
  private record Constant(Aval aval, Object element) {}

  private static List<Object> named(List<Atom> atoms, Map<Var, Object> numbers) {
    return atoms.stream()
        .<Object>map(
            a ->
                switch (a) {
                  case Var v -> numbers.get(v);
                  case Literal l -> new Constant(l.aval(), l.value().host().element(0));
                })
        .toList();
  }
}
