package jacobean.control;

import static jacobean.transform.Flags.fixpoint;
import static jacobean.transform.Flags.join;
import static jacobean.transform.Flags.nonNull;
import static jacobean.transform.Flags.not;
import static jacobean.transform.Flags.pick;
import static jacobean.transform.Flags.spread;

import jacobean.core.Engine;
import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Jaxpr.Atom;
import jacobean.core.Jaxpr.Eqn;
import jacobean.core.Jaxpr.Var;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.error.ShapeException;
import jacobean.ir.Lowering;
import jacobean.op.Batching;
import jacobean.op.Shaping;
import jacobean.transform.Batch;
import jacobean.transform.Flags;
import jacobean.transform.Jvp;
import jacobean.transform.PartialEval;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.List;

/**
 * A loop that goes on while a condition on its carry holds: {@code lax.while_loop}. How many steps
 * it makes is not known before, so it can be differentiated forward, and not backward.
 *
 * <p>Operands are the condition's constants, the body's constants, and the carry; results the
 * carry.
 */
public record While(Jaxpr bodyJaxpr, int bodyNconsts, Jaxpr condJaxpr, int condNconsts)
    implements Primitive.Control, Primitive.Transposable {
  public While {
    bodyJaxpr = Engine.current().programs().sharing(bodyJaxpr);
    condJaxpr = Engine.current().programs().sharing(condJaxpr);
  }

  @Override
  public String name() {
    return "while";
  }

  @Override
  public List<Jaxpr> programs() {
    return List.of(bodyJaxpr, condJaxpr);
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

  @Override
  public List<Aval> abstractEval(List<Aval> operands) {
    var wanted = join(condJaxpr.inputTypes().subList(0, condNconsts), bodyJaxpr.inputTypes());
    for (int i = 0; i < wanted.size(); i++) {
      if (!Programs.sameType(operands.get(i), wanted.get(i))) {
        throw new ShapeException(
            "while: operand " + i + " must be " + wanted.get(i) + ", got " + operands.get(i) + ".");
      }
    }
    return bodyJaxpr.outputTypes();
  }

  @Override
  public Lowering.Control lower(List<Aval> operands) {
    return new Lowering.Repeat(condNconsts, bodyNconsts);
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands, Runner runner) {
    var carry = carry(operands);
    for (long step = 0; holds(runner, condConsts(operands), carry); step++) {
      Interrupts.check("while", step);
      carry = runner.run(bodyJaxpr, join(bodyConsts(operands), carry));
    }
    return carry;
  }

  private boolean holds(Runner runner, List<HostArray> consts, List<HostArray> carry) {
    return runner.run(condJaxpr, join(consts, carry)).getFirst().integer(0) != 0;
  }

  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    var moves = nonNull(tangents);
    var carryMoves =
        fixpoint(carry(moves), c -> Jvp.derive(bodyJaxpr, join(bodyConsts(moves), c)).moves());
    var derived = Jvp.derive(bodyJaxpr, join(bodyConsts(moves), carryMoves), carryMoves);

    int n = bodyJaxpr.inputs().size();
    int constsMoving = (int) bodyConsts(moves).stream().filter(m -> m).count();
    var in = derived.jaxpr().inputs();
    var body =
        new Jaxpr(
            0,
            join(
                in.subList(0, bodyNconsts),
                in.subList(n, n + constsMoving),
                in.subList(bodyNconsts, n),
                in.subList(n + constsMoving, in.size())),
            derived.jaxpr().equations(),
            derived.jaxpr().outputs());
    var unread =
        in.subList(n + constsMoving, in.size()).stream().map(v -> new Var(v.aval())).toList();
    var cond =
        new Jaxpr(0, join(condJaxpr.inputs(), unread), condJaxpr.equations(), condJaxpr.outputs());

    var operands = new ArrayList<Value>(condConsts(primals));
    operands.addAll(bodyConsts(primals));
    operands.addAll(pick(bodyConsts(tangents), bodyConsts(moves)));
    operands.addAll(carry(primals));
    for (int i = 0; i < carryMoves.size(); i++) {
      if (carryMoves.get(i)) {
        var t = carry(tangents).get(i);
        operands.add(t != null ? t : Shaping.zeros(carry(primals).get(i).aval()));
      }
    }
    var results = new While(body, bodyNconsts + constsMoving, cond, condNconsts).bind(operands);
    return new Dual(
        results.subList(0, carryMoves.size()),
        spread(carryMoves, results.subList(carryMoves.size(), results.size())));
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    if (Spread.suits(this, size)) {
      return Spread.batch(this, operands, axes, size);
    }
    var isBatched = Programs.areBatched(axes);
    var carryBatched =
        fixpoint(
            carry(isBatched),
            c ->
                isCondBatched(isBatched, c, size)
                    ? Flags.all(c.size(), true)
                    : Programs.areBatched(
                        Batch.derive(bodyJaxpr, axesOf(join(bodyConsts(isBatched), c)), size)
                            .axes()));
    var front = new ArrayList<Value>();
    for (int i = 0; i < operands.size(); i++) {
      boolean batched = i < carryAt() ? isBatched.get(i) : carryBatched.get(i - carryAt());
      front.add(
          batched ? Batching.alignFront(operands.get(i), axes.get(i), size) : operands.get(i));
    }
    var cond = Batch.derive(condJaxpr, axesOf(join(condConsts(isBatched), carryBatched)), size);
    var body =
        Batch.derive(
            bodyJaxpr, axesOf(join(bodyConsts(isBatched), carryBatched)), size, carryBatched);
    var outAxes = axesOf(carryBatched);
    var loop =
        cond.axes().getFirst() == Batched.NONE
            ? new While(body.jaxpr(), bodyNconsts, cond.jaxpr(), condNconsts)
            : new BatchedWhile(body.jaxpr(), bodyNconsts, cond.jaxpr(), condNconsts);
    return new Batched(loop.bind(front), outAxes);
  }

  private boolean isCondBatched(List<Boolean> isBatched, List<Boolean> carryBatched, int size) {
    return Batch.derive(condJaxpr, axesOf(join(condConsts(isBatched), carryBatched)), size)
            .axes()
            .getFirst()
        != Batched.NONE;
  }

  private static List<Integer> axesOf(List<Boolean> batched) {
    return batched.stream().map(b -> b ? 0 : Batched.NONE).toList();
  }

  /**
   * What is known is computed now; the rest needs the known carry of every step, so it loops anew.
   */
  @Override
  public Split partialEval(List<Value> operands, List<Aval> types) {
    var isKnown = nonNull(operands);
    var waits =
        fixpoint(
            not(carry(isKnown)),
            w -> not(PartialEval.split(bodyJaxpr, join(bodyConsts(isKnown), not(w))).isKnown()));
    var known = not(waits);
    var condReads = condReads();
    boolean isCondKnown =
        !condConsts(isKnown).contains(false)
            && pick(condJaxpr.inputs().subList(condNconsts, condJaxpr.inputs().size()), waits)
                .stream()
                .noneMatch(condReads::contains);
    if (!isCondKnown) {
      return new Split(
          spread(Flags.all(waits.size(), false), List.of()), this, new ArrayList<>(operands));
    }
    var inputsKnown = Flags.<Boolean>join(bodyConsts(isKnown), known);
    var part = PartialEval.split(bodyJaxpr, inputsKnown, waits).known();
    int outputs = pick(known, known).size();
    var body = new Jaxpr(0, part.inputs(), part.equations(), part.outputs().subList(0, outputs));
    var condInputs =
        Flags.<Var>join(
            condJaxpr.inputs().subList(0, condNconsts),
            pick(condJaxpr.inputs().subList(condNconsts, condJaxpr.inputs().size()), known));
    var cond = new Jaxpr(0, condInputs, condJaxpr.equations(), condJaxpr.outputs());
    int constsKnown = pick(bodyConsts(operands), bodyConsts(isKnown)).size();
    var now =
        new While(jacobean.core.DeadCode.eliminate(body), constsKnown, cond, condNconsts)
            .bind(
                Flags.<Value>join(
                    condConsts(operands),
                    pick(bodyConsts(operands), bodyConsts(isKnown)),
                    pick(carry(operands), known)));
    return new Split(spread(known, now), waiting(waits), new ArrayList<>(operands));
  }

  private java.util.Set<Atom> condReads() {
    var reads = new java.util.HashSet<Atom>(condJaxpr.outputs());
    condJaxpr.equations().forEach(e -> reads.addAll(e.operands()));
    return reads;
  }

  /** This loop as a program of which only the results that wait come out. */
  private Primitive waiting(List<Boolean> waits) {
    var inputs =
        Flags.<Var>join(condJaxpr.inputs().subList(0, condNconsts), bodyJaxpr.inputs()).stream()
            .map(v -> new Var(v.aval()))
            .toList();
    var results = bodyJaxpr.outputTypes().stream().map(Var::new).toList();
    return new Jit(
        "while",
        new Jaxpr(
            0,
            inputs,
            List.of(new Eqn(this, List.copyOf(inputs), results)),
            List.copyOf(pick(results, waits))));
  }

  @Override
  public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
    throw new GradException(
        "Reverse-mode differentiation does not work for lax.whileLoop or lax.foriLoop with dynamic"
            + " start/stop values. Try using lax.scan, or using foriLoop with static start/stop;"
            + " jax.jvp differentiates any loop forward.");
  }
}
