package jacobean.control;

import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.ir.Lowering;
import jacobean.op.Arithmetic;
import jacobean.op.Batching;
import jacobean.op.Shaping;
import jacobean.transform.Batch;
import jacobean.transform.Jvp;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program that is linear in its last operands, with a transpose that its author wrote. JAX's
 * {@code linear_call}.
 *
 * @param residuals how many of the operands, from the first, it is not linear in
 */
public record LinearCall(Jaxpr jaxpr, int residuals, Transposed transposed)
    implements Primitive.Call, Primitive.Transposable {

  /** The transpose: from residuals, and cotangents of all results, to those of the operands. */
  public interface Transposed {
    List<Value> apply(List<Value> residuals, List<Value> cotangents);
  }

  @Override
  public boolean hasUsersRule() {
    return true;
  }

  @Override
  public String name() {
    return "linear_call";
  }

  @Override
  public SortedMap<String, Object> params() {
    return new TreeMap<>(Map.of("callee", jaxpr, "num_callee_consts", 0, "num_res", residuals));
  }

  @Override
  public Jaxpr body() {
    return jaxpr;
  }

  @Override
  public List<Aval> abstractEval(List<Aval> operands) {
    return jaxpr.outputTypes();
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands) {
    return jaxpr.eval(operands);
  }

  @Override
  public Lowering lower(List<Aval> operands) {
    return new Lowering.Inline();
  }

  /** Nothing of it is known before all operands are, and then it is still linear. */
  @Override
  public Split partialEval(List<Value> operands, List<Aval> types) {
    return new Split(
        Collections.nCopies(jaxpr.outputs().size(), null), this, new ArrayList<>(operands));
  }

  /** In the linear operands it moves as it is, in the residuals as its program does. */
  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    var results = bind(primals);
    var moved = new ArrayList<Value>(Collections.nCopies(results.size(), null));
    var linear = tangents.subList(residuals, tangents.size());
    if (linear.stream().anyMatch(Objects::nonNull)) {
      var operands = new ArrayList<>(primals.subList(0, residuals));
      operands.addAll(CustomJvp.moving(primals.subList(residuals, primals.size()), linear));
      addTo(moved, bind(operands));
    }
    var others = new ArrayList<>(tangents.subList(0, residuals));
    if (others.stream().anyMatch(Objects::nonNull)) {
      others.addAll(Collections.nCopies(linear.size(), null));
      addTo(moved, Jvp.apply(jaxpr::apply, primals, others).tangents());
    }
    return new Dual(results, moved);
  }

  private static void addTo(List<Value> sums, List<Value> terms) {
    for (int i = 0; i < sums.size(); i++) {
      var sum = sums.get(i);
      var term = terms.get(i);
      sums.set(i, sum == null ? term : term == null ? sum : Arithmetic.add(sum, term));
    }
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var along = Batch.axis();
    // Every linear operand gets the batch axis, so that its cotangent has it as well.
    var aligned = new ArrayList<Value>();
    var places = new ArrayList<Integer>();
    for (int i = 0; i < operands.size(); i++) {
      boolean stays = i < residuals && axes.get(i) == Batched.NONE;
      aligned.add(
          stays ? operands.get(i) : Batching.alignFront(operands.get(i), axes.get(i), size));
      places.add(stays ? Batched.NONE : 0);
    }
    Transposed batched =
        (kept, cotangents) -> {
          var all = new ArrayList<>(kept);
          all.addAll(cotangents);
          var allAxes = new ArrayList<>(places.subList(0, residuals));
          allAxes.addAll(Collections.nCopies(cotangents.size(), 0));
          var out =
              Batch.apply(
                  x -> transposed.apply(x.subList(0, residuals), x.subList(residuals, x.size())),
                  all,
                  allAxes,
                  size,
                  along);
          var pulled = new ArrayList<Value>();
          for (int i = 0; i < out.values().size(); i++) {
            pulled.add(Batching.alignFront(out.values().get(i), out.axes().get(i), size));
          }
          return pulled;
        };
    var call = new LinearCall(Called.batched(jaxpr, places, size), residuals, batched);
    return new Batched(call.bind(aligned), Collections.nCopies(jaxpr.outputs().size(), 0));
  }

  @Override
  public List<Value> transpose(List<Value> cotangents, List<Value> operands, List<Aval> types) {
    var filled = new ArrayList<Value>();
    for (int i = 0; i < cotangents.size(); i++) {
      var ct = cotangents.get(i);
      filled.add(ct == null ? Shaping.zeros(jaxpr.outputTypes().get(i).strong()) : ct);
    }
    var pulled = new ArrayList<>(Arrays.asList(new Value[residuals]));
    pulled.addAll(transposed.apply(operands.subList(0, residuals), filled));
    return pulled;
  }
}
