package jacobean.transform;

import jacobean.core.Jaxpr;
import jacobean.core.Origin;
import jacobean.core.Primitive;
import jacobean.core.Primitive.Dual;
import jacobean.core.Stage;
import jacobean.core.Trace;
import jacobean.core.Tracer;
import jacobean.core.Value;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Differentiates forward: carries each value with its tangent, the direction in which it moves.
 * JAX's {@code jvp}.
 */
public final class Jvp extends Trace {
  private final Trace below = Trace.current();
  private final String transformation;

  private Jvp(String transformation) {
    this.transformation = transformation;
  }

  /**
   * The results of a function and how they move when the primals move by the tangents.
   *
   * @param tangents one per primal; null stands for zero
   */
  public static Dual apply(
      Function<List<Value>, List<Value>> function, List<Value> primals, List<Value> tangents) {
    return apply("jvp", Origin.here(), function, primals, tangents);
  }

  /**
   * {@link #apply(Function, List, List)} for another transformation.
   *
   * @param transformation what differentiates, for messages: {@code grad}
   * @param origin where user code asked for it
   */
  static Dual apply(
      String transformation,
      Origin origin,
      Function<List<Value>, List<Value>> function,
      List<Value> primals,
      List<Value> tangents) {
    var jvp = new Jvp(transformation);
    try {
      var arguments = jvp.pairs(primals, tangents, origin);
      var results = jvp.run(() -> function.apply(arguments));
      return new Dual(jvp.primals(results), jvp.tangents(results));
    } finally {
      jvp.finish();
    }
  }

  @Override
  public List<Value> process(Primitive primitive, List<Value> operands) {
    var primals = primals(operands);
    var tangents = tangents(operands);
    if (Flags.present(tangents).isEmpty()) {
      return below.run(() -> primitive.bind(primals));
    }
    var here = Origin.here();
    var out = here.ofRule(primitive, () -> below.run(() -> primitive.jvp(primals, tangents)));
    return pairs(out.primals(), out.tangents(), here);
  }

  private List<Value> pairs(List<Value> primals, List<Value> tangents, Origin origin) {
    var pairs = new ArrayList<Value>(primals.size());
    for (int i = 0; i < primals.size(); i++) {
      var primal = primals.get(i);
      var tangent = tangents.get(i);
      pairs.add(tangent == null ? primal : new Moving(this, primal, tangent, origin));
    }
    return pairs;
  }

  private List<Value> primals(List<Value> values) {
    var primals = new ArrayList<Value>(values.size());
    for (var v : values) {
      primals.add(primal(v));
    }
    return primals;
  }

  private List<Value> tangents(List<Value> values) {
    var tangents = new ArrayList<Value>(values.size());
    for (var v : values) {
      tangents.add(tangent(v));
    }
    return tangents;
  }

  private Value primal(Value v) {
    return v instanceof Moving m && m.trace() == this ? m.primal : v;
  }

  private Value tangent(Value v) {
    return v instanceof Moving m && m.trace() == this ? m.tangent : null;
  }

  /** A value that moves. */
  private static final class Moving extends Tracer {
    private final Value primal;
    private final Value tangent;

    Moving(Jvp trace, Value primal, Value tangent, Origin origin) {
      super(trace, primal.aval(), origin);
      this.primal = primal;
      this.tangent = tangent;
    }

    @Override
    public String transformation() {
      return ((Jvp) trace()).transformation;
    }

    @Override
    public Value concrete() {
      return primal instanceof Tracer t ? t.concrete() : primal;
    }
  }

  /**
   * The program that computes another's results and their tangents.
   *
   * @param jaxpr its inputs are the inputs, then the tangents of those that move; its outputs the
   *     outputs, then the tangents of those that move
   * @param moves which outputs move
   */
  public record Derived(Jaxpr jaxpr, List<Boolean> moves) {}

  /** The derivative of a program for inputs of which some move; kept with the program. */
  public static Derived derive(Jaxpr jaxpr, List<Boolean> moves) {
    return derive(jaxpr, moves, java.util.Collections.nCopies(jaxpr.outputs().size(), false));
  }

  /**
   * {@link #derive(Jaxpr, List)} with outputs that have a tangent even where it is zero, as those
   * of a loop or of another branch do.
   */
  public static Derived derive(Jaxpr jaxpr, List<Boolean> moves, List<Boolean> mustMove) {
    record Key(List<Boolean> moves, List<Boolean> mustMove) {}
    return jaxpr.derived(
        new Key(List.copyOf(moves), List.copyOf(mustMove)), () -> make(jaxpr, moves, mustMove));
  }

  private static Derived make(Jaxpr jaxpr, List<Boolean> moves, List<Boolean> mustMove) {
    int n = jaxpr.inputs().size();
    var types = new ArrayList<Aval>(jaxpr.inputTypes());
    for (int i = 0; i < n; i++) {
      if (moves.get(i)) {
        types.add(types.get(i));
      }
    }
    var resultMoves = new ArrayList<Boolean>();
    var staged =
        Stage.trace(
            "jvp",
            inputs -> {
              var tangents = new ArrayList<Value>();
              int next = n;
              for (int i = 0; i < n; i++) {
                tangents.add(moves.get(i) ? inputs.get(next++) : null);
              }
              var out = apply(jaxpr::apply, inputs.subList(0, n), tangents);
              var results = new ArrayList<>(out.primals());
              for (int i = 0; i < out.tangents().size(); i++) {
                var t = out.tangents().get(i);
                if (t == null && mustMove.get(i)) {
                  t = jacobean.op.Shaping.zeros(out.primals().get(i).aval());
                }
                resultMoves.add(t != null);
                if (t != null) {
                  results.add(t);
                }
              }
              return results;
            },
            types);
    return new Derived(Closed.of(staged), List.copyOf(resultMoves));
  }
}
