package jacobean.control;

import static jacobean.transform.Flags.join;

import jacobean.core.Engine;
import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Jaxpr.Eqn;
import jacobean.core.Jaxpr.Var;
import jacobean.core.Primitive;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.op.Comparison;
import jacobean.op.Reductions;
import jacobean.op.Shaping;
import jacobean.transform.Batch;
import jacobean.transform.Closed;
import jacobean.transform.Flags;
import jacobean.transform.Jvp;
import jacobean.type.Aval;
import jacobean.type.Axes;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link While} of a batch whose condition says for each example whether it goes on. Examples
 * that are done wait, unchanged, for those that are not. All results have the batch axis first.
 */
public record BatchedWhile(Jaxpr bodyJaxpr, int bodyNconsts, Jaxpr condJaxpr, int condNconsts)
    implements Primitive.Call, Primitive.Transposable {
  public BatchedWhile {
    bodyJaxpr = Engine.current().programs().sharing(bodyJaxpr);
    condJaxpr = Engine.current().programs().sharing(condJaxpr);
  }

  @Override
  public String name() {
    return "while";
  }

  private int carryAt() {
    return condNconsts + bodyNconsts;
  }

  private <T> List<T> condConsts(List<T> operands) {
    return operands.subList(0, condNconsts);
  }

  private <T> List<T> bodyConsts(List<T> operands) {
    return operands.subList(condNconsts, carryAt());
  }

  private <T> List<T> carry(List<T> operands) {
    return operands.subList(carryAt(), operands.size());
  }

  private List<Aval> inputTypes() {
    return join(condConsts(condJaxpr.inputTypes()), bodyJaxpr.inputTypes());
  }

  /** The loop with one condition for all, which holds as long as one example goes on. */
  @Override
  public Jaxpr body() {
    record Key(int bodyNconsts, Jaxpr condJaxpr, int condNconsts) {}
    return bodyJaxpr.derived(
        new Key(bodyNconsts, condJaxpr, condNconsts),
        () -> {
          var inputs = inputTypes().stream().map(Var::new).toList();
          var results = bodyJaxpr.outputTypes().stream().map(Var::new).toList();
          var operands =
              Flags.<Jaxpr.Atom>join(
                  condConsts(inputs), condConsts(inputs), bodyConsts(inputs), carry(inputs));
          var loop = new While(whereItGoesOn(), carryAt(), anyGoesOn(), condNconsts);
          return new Jaxpr(
              0, inputs, List.of(new Eqn(loop, operands, results)), List.copyOf(results));
        });
  }

  private Jaxpr anyGoesOn() {
    return Closed.of(
        Stage.trace(
            "vmap",
            x -> List.of(Reductions.or(condJaxpr.apply(x).getFirst(), Axes.of(0))),
            condJaxpr.inputTypes()));
  }

  /** The body for those examples of which the condition holds; the others stay. */
  private Jaxpr whereItGoesOn() {
    return Closed.of(
        Stage.trace(
            "vmap",
            x -> {
              var goesOn = condJaxpr.apply(join(condConsts(x), carry(x))).getFirst();
              var next = bodyJaxpr.apply(join(bodyConsts(x), carry(x)));
              var results = new ArrayList<Value>();
              for (int i = 0; i < next.size(); i++) {
                var shape = next.get(i).shape();
                results.add(
                    Comparison.select(
                        Shaping.broadcastInDim(goesOn, shape, Axes.of(0)),
                        next.get(i),
                        carry(x).get(i)));
              }
              return results;
            },
            inputTypes()));
  }

  private Jit plain() {
    return new Jit(name(), body());
  }

  @Override
  public List<Aval> abstractEval(List<Aval> operands) {
    return bodyJaxpr.outputTypes();
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands) {
    return body().eval(operands);
  }

  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    return Jvp.apply(body()::apply, primals, tangents);
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    return Batch.apply(body()::apply, operands, axes, size, Batch.axis());
  }

  @Override
  public Split partialEval(List<Value> operands, List<Aval> types) {
    return plain().partialEval(operands, types);
  }

  @Override
  public List<Value> transpose(List<Value> cotangents, List<Value> operands, List<Aval> types) {
    return plain().transpose(cotangents, operands, types);
  }
}
