package jacobean.control;

import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.ir.Lowering;
import jacobean.op.Batching;
import jacobean.op.Reductions;
import jacobean.op.Shaping;
import jacobean.transform.Batch;
import jacobean.type.Aval;
import jacobean.type.Axes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program with a backward pass that its author wrote. JAX's {@code custom_vjp_call}.
 *
 * @param captured how many of the operands, from the first, the function closed over
 * @param forward applied to the other operands where a gradient is wanted
 */
public record CustomVjp(Jaxpr jaxpr, int captured, Forward forward) implements Called {

  /** The function, and what its backward pass needs. */
  public interface Forward {
    Saved apply(List<Value> primals);
  }

  /** What {@link Forward} gives. */
  public record Saved(List<Value> results, List<Value> residuals, Backward backward) {}

  /**
   * From residuals, and cotangents of all results, to cotangents of the arguments; null is zero.
   */
  public interface Backward {
    List<Value> apply(List<Value> residuals, List<Value> cotangents);
  }

  @Override
  public boolean hasUsersRule() {
    return true;
  }

  @Override
  public String name() {
    return "custom_vjp_call";
  }

  @Override
  public SortedMap<String, Object> params() {
    return new TreeMap<>(
        Map.of(
            "name",
            "<lambda>",
            "call_jaxpr",
            jaxpr,
            "fwd",
            "<lambda>",
            "bwd",
            "<lambda>",
            "symbolic_zeros",
            false));
  }

  @Override
  public Jaxpr body() {
    return jaxpr;
  }

  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    CustomJvp.requireStill("customVjp", tangents.subList(0, captured));
    var own = primals.subList(captured, primals.size());
    var saved = forward.apply(own);
    var types = saved.results().stream().map(v -> v.aval().strong()).toList();
    var operands = new ArrayList<>(saved.residuals());
    operands.addAll(CustomJvp.moving(own, tangents.subList(captured, tangents.size())));
    var linear = new Linear(types, saved.residuals().size(), saved.backward());
    var moved = new ArrayList<>(linear.bind(operands));
    for (int i = 0; i < moved.size(); i++) {
      if (!types.get(i).dtype().isInexact()) {
        moved.set(i, null);
      }
    }
    return new Dual(saved.results(), moved);
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var along = Batch.axis();
    var own = axes.subList(captured, axes.size());
    Forward batched =
        primals -> {
          var saved = new Saved[1];
          var out =
              Batch.apply(
                  x -> {
                    saved[0] = forward.apply(x);
                    var flat = new ArrayList<>(saved[0].results());
                    flat.addAll(saved[0].residuals());
                    return flat;
                  },
                  primals,
                  own,
                  size,
                  along);
          int n = saved[0].results().size();
          var results = new ArrayList<Value>();
          for (int i = 0; i < n; i++) {
            results.add(Batching.alignFront(out.values().get(i), out.axes().get(i), size));
          }
          var kept = out.axes().subList(n, out.axes().size());
          var backward = saved[0].backward();
          return new Saved(
              results,
              out.values().subList(n, out.values().size()),
              (residuals, cts) -> {
                var all = new ArrayList<>(residuals);
                all.addAll(cts);
                var allAxes = new ArrayList<>(kept);
                allAxes.addAll(Collections.nCopies(cts.size(), 0));
                return pulled(backward, residuals.size(), all, allAxes, own, size, along);
              });
        };
    var call = new CustomVjp(Called.batched(jaxpr, axes, size), captured, batched);
    return new Batched(call.bind(operands), Collections.nCopies(jaxpr.outputs().size(), 0));
  }

  /** The backward pass of a batch; what is shared by all examples gathers from all. */
  private static List<Value> pulled(
      Backward backward,
      int residuals,
      List<Value> operands,
      List<Integer> axes,
      List<Integer> wanted,
      int size,
      Batch.Axis along) {
    var zero = new boolean[wanted.size()];
    var out =
        Batch.apply(
            x -> {
              var cts = backward.apply(x.subList(0, residuals), x.subList(residuals, x.size()));
              var nonzero = new ArrayList<Value>();
              for (int i = 0; i < zero.length; i++) {
                zero[i] = cts.get(i) == null;
                if (!zero[i]) {
                  nonzero.add(cts.get(i));
                }
              }
              return nonzero;
            },
            operands,
            axes,
            size,
            along);
    var pulled = new ArrayList<Value>();
    int next = 0;
    for (int i = 0; i < zero.length; i++) {
      if (zero[i]) {
        pulled.add(null);
        continue;
      }
      var front = Batching.alignFront(out.values().get(next), out.axes().get(next), size);
      next++;
      pulled.add(
          wanted.get(i) == Batched.NONE
              ? Reductions.sum(front, Axes.of(0))
              : Batching.moveAxis(front, 0, wanted.get(i)));
    }
    return pulled;
  }

  /**
   * Stands for the derivative in the linear program, which is only run backwards. JAX's {@code
   * custom_lin}.
   *
   * @param types the types of the results
   * @param residuals how many of the operands, from the first, are residuals; the rest are tangents
   */
  public record Linear(List<Aval> types, int residuals, Backward backward)
      implements Primitive.Transposable {
    @Override
    public String name() {
      return "custom_lin";
    }

    @Override
    public SortedMap<String, Object> params() {
      return new TreeMap<>(Map.of("num_res", residuals, "out_avals", types));
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      return types;
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      throw forward();
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      throw forward();
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      throw forward();
    }

    @Override
    public Lowering lower(List<Aval> operands) {
      return new Lowering.Host();
    }

    private static GradException forward() {
      return new GradException(
          "customVjp: a function with a rule for the backward pass cannot be differentiated forward (jvp, jacfwd,"
              + " linearize). Use grad, vjp or jacrev, or write the rule with customJvp, which serves both.");
    }

    @Override
    public List<Value> transpose(
        List<Value> cotangents, List<Value> operands, List<Aval> operandTypes) {
      var filled = new ArrayList<Value>();
      for (int i = 0; i < types.size(); i++) {
        filled.add(cotangents.get(i) == null ? Shaping.zeros(types.get(i)) : cotangents.get(i));
      }
      var pulled = backward.apply(operands.subList(0, residuals), filled);
      var all = new ArrayList<Value>(Collections.nCopies(residuals, null));
      all.addAll(pulled);
      return all;
    }
  }
}
