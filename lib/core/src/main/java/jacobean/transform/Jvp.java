package jacobean.transform;

import jacobean.core.Jaxpr;
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
    return apply("jvp", function, primals, tangents);
  }

  /**
   * {@link #apply(Function, List, List)} for another transformation.
   *
   * @param transformation what differentiates, for messages: {@code grad}
   */
  static Dual apply(
      String transformation,
      Function<List<Value>, List<Value>> function,
      List<Value> primals,
      List<Value> tangents) {
    var jvp = new Jvp(transformation);
    try {
      var arguments = new ArrayList<Value>();
      for (int i = 0; i < primals.size(); i++) {
        arguments.add(jvp.pair(primals.get(i), tangents.get(i)));
      }
      var results = jvp.run(() -> function.apply(arguments));
      return new Dual(
          results.stream().map(jvp::primal).toList(),
          new ArrayList<>(results.stream().map(jvp::tangent).toList()));
    } finally {
      jvp.finish();
    }
  }

  @Override
  public List<Value> process(Primitive primitive, List<Value> operands) {
    var primals = operands.stream().map(this::primal).toList();
    boolean moves = operands.stream().anyMatch(o -> tangent(o) != null);
    if (!moves) {
      return below.run(() -> primitive.bind(primals));
    }
    var tangents = new ArrayList<>(operands.stream().map(this::tangent).toList());
    var out = below.run(() -> primitive.jvp(primals, tangents));
    var results = new ArrayList<Value>();
    for (int i = 0; i < out.primals().size(); i++) {
      results.add(pair(out.primals().get(i), out.tangents().get(i)));
    }
    return results;
  }

  private Value pair(Value primal, Value tangent) {
    return tangent == null ? primal : new Moving(this, primal, tangent);
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

    Moving(Jvp trace, Value primal, Value tangent) {
      super(trace, primal.aval());
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
