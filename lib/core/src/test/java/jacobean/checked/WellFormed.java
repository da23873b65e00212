package jacobean.checked;

import jacobean.core.Jaxpr;
import jacobean.core.Jaxpr.Atom;
import jacobean.core.Jaxpr.Eqn;
import jacobean.core.Jaxpr.Var;
import jacobean.core.Primitive;
import jacobean.type.Aval;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says what is wrong with a program: a variable read before it is assigned, or assigned twice; a
 * result that is not of the type that the primitive gives operands of these types. JAX's {@code
 * core.check_jaxpr}.
 */
final class WellFormed {
  private final Jaxpr program;
  private final Set<Var> assigned = new HashSet<>();

  private WellFormed(Jaxpr program) {
    this.program = program;
  }

  /**
   * Checks a program and those in it, each once.
   *
   * @throws AssertionError if it is malformed
   */
  static void check(Jaxpr program) {
    record Checked() {}
    program.derived(
        new Checked(),
        () -> {
          new WellFormed(program).check();
          return true;
        });
  }

  private void check() {
    program.inputs().forEach(this::assign);
    for (var e : program.equations()) {
      e.operands().forEach(a -> read(a, e));
      check(e);
      e.results().forEach(this::assign);
    }
    program.outputs().forEach(a -> read(a, "the outputs"));
  }

  private void check(Eqn e) {
    var operands = e.operands().stream().map(Atom::aval).toList();
    same("results", e, e.primitive().abstractEval(operands), e.results());
    if (e.primitive() instanceof Primitive.Call call) {
      same("operands", e, call.body().inputTypes(), e.operands());
    }
    if (e.primitive() instanceof Primitive.Composite composite) {
      var body = composite.body(operands);
      same("results of the body", e, body.outputTypes(), e.results());
      check(body);
    }
    e.primitive().params().values().stream()
        .flatMap(p -> p instanceof List<?> all ? all.stream() : Stream.of(p))
        .forEach(
            p -> {
              if (p instanceof Jaxpr inner) {
                check(inner);
              }
            });
  }

  private void assign(Var variable) {
    if (!assigned.add(variable)) {
      throw new AssertionError("a variable is assigned twice in\n" + program);
    }
  }

  private void read(Atom atom, Object reader) {
    if (atom instanceof Var variable && !assigned.contains(variable)) {
      throw new AssertionError(reader + " reads what is not assigned in\n" + program);
    }
  }

  private void same(String what, Eqn e, List<Aval> wanted, List<? extends Atom> got) {
    var types = got.stream().map(Atom::aval).map(WellFormed::strong).toList();
    if (!types.equals(wanted.stream().map(WellFormed::strong).toList())) {
      throw new AssertionError(
          what
              + " of "
              + e.primitive().name()
              + ": "
              + types
              + ", wanted "
              + wanted
              + ", in\n"
              + program);
    }
  }

  /** Weakness says how a type promotes, not what is in memory. */
  private static Aval strong(Aval type) {
    return Aval.of(type.shape(), type.dtype());
  }
}
