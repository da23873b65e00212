package jacobean.control;

import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.op.Batching;
import jacobean.op.Shaping;
import jacobean.transform.Batch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program with a derivative that its author wrote. JAX's {@code custom_jvp_call}.
 *
 * @param captured how many of the operands, from the first, the function closed over
 * @param rule applied to the other operands
 */
public record CustomJvp(Jaxpr jaxpr, int captured, Rule rule) implements Called {

  /** The results of a function and their tangents. */
  public interface Rule {
    /**
     * @param tangents one per primal, none null; those of what is not floating mean nothing
     * @return tangents for all results; those of what is not floating are not read
     */
    Primitive.Dual apply(List<Value> primals, List<Value> tangents);
  }

  @Override
  public boolean hasUsersRule() {
    return true;
  }

  @Override
  public String name() {
    return "custom_jvp_call";
  }

  @Override
  public SortedMap<String, Object> params() {
    return new TreeMap<>(
        Map.of(
            "name", "<lambda>", "call_jaxpr", jaxpr, "jvp", "<lambda>", "symbolic_zeros", false));
  }

  @Override
  public Jaxpr body() {
    return jaxpr;
  }

  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    requireStill("customJvp", tangents.subList(0, captured));
    var own = primals.subList(captured, primals.size());
    var dual = rule.apply(own, moving(own, tangents.subList(captured, tangents.size())));
    var moved = new ArrayList<Value>();
    for (int i = 0; i < dual.primals().size(); i++) {
      moved.add(dual.primals().get(i).dtype().isInexact() ? dual.tangents().get(i) : null);
    }
    return new Dual(dual.primals(), moved);
  }

  static void requireStill(String operation, List<Value> tangents) {
    for (var t : tangents) {
      if (t != null) {
        throw new GradException(
            operation
                + ": the function is differentiated by a value "
                + t.aval()
                + " that it closes over, which its rule"
                + " cannot know. Pass the value as an argument, or stop it with stopGradient.");
      }
    }
  }

  static List<Value> moving(List<Value> primals, List<Value> tangents) {
    var filled = new ArrayList<Value>();
    for (int i = 0; i < primals.size(); i++) {
      filled.add(tangents.get(i) == null ? Shaping.zeros(primals.get(i).aval()) : tangents.get(i));
    }
    return filled;
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var along = Batch.axis();
    var own = axes.subList(captured, axes.size());
    Rule batched =
        (primals, tangents) -> {
          int n = primals.size();
          var both = new ArrayList<>(primals);
          var bothAxes = new ArrayList<>(own);
          for (int i = 0; i < n; i++) {
            both.add(tangents.get(i));
            bothAxes.add(own.get(i));
          }
          var out =
              Batch.apply(
                  x -> {
                    var dual = rule.apply(x.subList(0, n), x.subList(n, 2 * n));
                    var flat = new ArrayList<>(dual.primals());
                    flat.addAll(dual.tangents());
                    return flat;
                  },
                  both,
                  bothAxes,
                  size,
                  along);
          var aligned = new ArrayList<Value>();
          for (int i = 0; i < out.values().size(); i++) {
            aligned.add(Batching.alignFront(out.values().get(i), out.axes().get(i), size));
          }
          int results = aligned.size() / 2;
          return new Dual(aligned.subList(0, results), aligned.subList(results, aligned.size()));
        };
    var call = new CustomJvp(Called.batched(jaxpr, axes, size), captured, batched);
    return new Batched(call.bind(operands), Collections.nCopies(jaxpr.outputs().size(), 0));
  }
}
