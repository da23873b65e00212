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
import jacobean.core.Primitive;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.ir.Lowering;
import jacobean.op.Arithmetic;
import jacobean.op.Batching;
import jacobean.op.Shaping;
import jacobean.transform.Batch;
import jacobean.transform.Closed;
import jacobean.transform.Flags;
import jacobean.transform.Jvp;
import jacobean.transform.PartialEval;
import jacobean.transform.Transpose;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A loop over the first axis of arrays, with a carry from step to step: {@code lax.scan}.
 *
 * <p>The program's inputs are constants, the carry, and one element of each array; its outputs the
 * new carry, and an element of each result. Operands and results of the primitive are the same,
 * with whole arrays for elements.
 *
 * @param length the number of steps
 * @param reverse whether it goes from the last element to the first
 * @param unroll how many steps a compiler may put into one; results do not depend on it
 */
public record Scan(
    Jaxpr jaxpr, int length, int numCarry, int numConsts, boolean reverse, int unroll)
    implements Primitive.Control, Primitive.Transposable {
  public Scan {
    jaxpr = Engine.current().programs().sharing(jaxpr);
  }

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public List<Jaxpr> programs() {
    return List.of(jaxpr);
  }

  private int elementsAt() {
    return numConsts + numCarry;
  }

  Aval stacked(Aval element) {
    return element.withShape(element.shape().insert(0, length));
  }

  /** The same number of steps of another program. */
  Scan of(Jaxpr program, int carry, int consts) {
    return new Scan(program, length, carry, consts, reverse, unroll);
  }

  /** The same loop of a program with further rows. */
  Scan of(Jaxpr program) {
    return of(program, numCarry, numConsts);
  }

  private <T> List<T> consts(List<T> inputs) {
    return inputs.subList(0, numConsts);
  }

  private <T> List<T> carry(List<T> inputs) {
    return inputs.subList(numConsts, elementsAt());
  }

  private <T> List<T> elements(List<T> inputs) {
    return inputs.subList(elementsAt(), inputs.size());
  }

  @Override
  public List<Aval> abstractEval(List<Aval> operands) {
    for (int i = 0; i < operands.size(); i++) {
      var element = jaxpr.inputTypes().get(i);
      var wanted = i < elementsAt() ? element : stacked(element);
      if (!Programs.sameType(operands.get(i), wanted)) {
        throw new ShapeException(
            "scan: operand " + i + " must be " + wanted + ", got " + operands.get(i) + ".");
      }
    }
    var types = new ArrayList<Aval>();
    for (int i = 0; i < jaxpr.outputs().size(); i++) {
      var t = jaxpr.outputTypes().get(i);
      types.add(i < numCarry ? t : stacked(t));
    }
    return types;
  }

  @Override
  public Lowering.Control lower(List<Aval> operands) {
    return new Lowering.Loop(length, numConsts, numCarry, reverse);
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands, Runner runner) {
    var results =
        abstractEval(operands.stream().map(HostArray::aval).toList()).stream()
            .map(HostArray::allocate)
            .toList();
    var carry = carry(operands);
    for (int step = 0; step < length; step++) {
      Interrupts.check("scan", step);
      int at = reverse ? length - 1 - step : step;
      var inputs = new ArrayList<>(join(consts(operands), carry));
      for (int k = elementsAt(); k < operands.size(); k++) {
        inputs.add(Programs.row(operands.get(k), at));
      }
      var outputs = runner.run(jaxpr, inputs);
      carry = outputs.subList(0, numCarry);
      for (int k = numCarry; k < outputs.size(); k++) {
        Programs.row(results.get(k), at).data().copyFrom(outputs.get(k).data());
      }
    }
    for (int k = 0; k < numCarry; k++) {
      results.get(k).data().copyFrom(carry.get(k).data());
    }
    return results;
  }

  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    var moves = nonNull(tangents);
    var carryMoves =
        fixpoint(
            carry(moves),
            c ->
                Jvp.derive(jaxpr, join(consts(moves), c, elements(moves)))
                    .moves()
                    .subList(0, numCarry));
    var bodyMoves = Flags.<Boolean>join(consts(moves), carryMoves, elements(moves));
    int outputs = jaxpr.outputs().size();
    var derived =
        Jvp.derive(jaxpr, bodyMoves, join(carryMoves, Flags.all(outputs - numCarry, false)));

    // From inputs, then tangents, to each group with its tangents.
    var in = derived.jaxpr().inputs();
    int n = jaxpr.inputs().size();
    var inTangents = spread(bodyMoves, in.subList(n, in.size()));
    var out = derived.jaxpr().outputs();
    var outTangents = spread(derived.moves(), out.subList(outputs, out.size()));
    var consts = both(in.subList(0, numConsts), consts(inTangents));
    var carry = both(in.subList(numConsts, elementsAt()), carry(inTangents));
    var xs = both(in.subList(elementsAt(), n), elements(inTangents));
    var carryOut = both(out.subList(0, numCarry), outTangents.subList(0, numCarry));
    var ys = both(out.subList(numCarry, outputs), outTangents.subList(numCarry, outputs));
    var program =
        new Jaxpr(0, join(consts, carry, xs), derived.jaxpr().equations(), join(carryOut, ys));

    var moving = new ArrayList<>(tangents);
    for (int i = 0; i < numCarry; i++) {
      if (carryMoves.get(i) && moving.get(numConsts + i) == null) {
        moving.set(numConsts + i, Shaping.zeros(primals.get(numConsts + i).aval()));
      }
    }
    var operands =
        Flags.<Value>join(
            both(consts(primals), consts(moving)),
            both(carry(primals), carry(moving)),
            both(elements(primals), elements(moving)));
    var results = of(program, carry.size(), consts.size()).bind(operands);
    var carryCount = carryOut.size();
    var primalOut = new ArrayList<>(results.subList(0, numCarry));
    primalOut.addAll(results.subList(carryCount, carryCount + outputs - numCarry));
    var tangentOut = new ArrayList<>(results.subList(numCarry, carryCount));
    tangentOut.addAll(results.subList(carryCount + outputs - numCarry, results.size()));
    return new Dual(primalOut, spread(derived.moves(), tangentOut));
  }

  private static <T> List<T> both(List<? extends T> primals, List<? extends T> tangents) {
    return Stream.concat(primals.stream(), tangents.stream())
        .filter(Objects::nonNull)
        .<T>map(x -> x)
        .toList();
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    if (Spread.suits(this, size)) {
      return Spread.batch(this, operands, axes, size);
    }
    var isBatched = axes.stream().map(a -> a != Batched.NONE).toList();
    var carryBatched =
        fixpoint(
            carry(isBatched),
            c ->
                Programs.areBatched(
                    Batch.derive(
                            jaxpr, axesOf(join(consts(isBatched), c, elements(isBatched))), size)
                        .axes()
                        .subList(0, numCarry)));
    var inputsBatched = Flags.<Boolean>join(consts(isBatched), carryBatched, elements(isBatched));
    var derived =
        Batch.derive(
            jaxpr,
            axesOf(inputsBatched),
            size,
            join(carryBatched, Flags.all(jaxpr.outputs().size() - numCarry, false)));
    var moved = new ArrayList<Value>();
    for (int i = 0; i < operands.size(); i++) {
      var x = operands.get(i);
      int axis = axes.get(i);
      moved.add(
          !inputsBatched.get(i)
              ? x
              : i < elementsAt()
                  ? Batching.alignFront(x, axis, size)
                  : Batching.moveAxis(x, axis, 1));
    }
    var results = of(derived.jaxpr(), numCarry, numConsts).bind(moved);
    var outAxes = new ArrayList<Integer>();
    for (int i = 0; i < results.size(); i++) {
      outAxes.add(derived.axes().get(i) == Batched.NONE ? Batched.NONE : i < numCarry ? 0 : 1);
    }
    return new Batched(results, outAxes);
  }

  private static List<Integer> axesOf(List<Boolean> batched) {
    return batched.stream().map(b -> b ? 0 : Batched.NONE).toList();
  }

  @Override
  public Split partialEval(List<Value> operands, List<Aval> types) {
    var isKnown = nonNull(operands);
    var waits =
        fixpoint(
            not(carry(isKnown)),
            w ->
                not(PartialEval.split(jaxpr, join(consts(isKnown), not(w), elements(isKnown)))
                        .isKnown())
                    .subList(0, numCarry));
    var inputsKnown = Flags.<Boolean>join(consts(isKnown), not(waits), elements(isKnown));
    var parts =
        PartialEval.split(
            jaxpr, inputsKnown, join(waits, Flags.all(jaxpr.outputs().size() - numCarry, false)));
    return new ScanSplit(this, parts, inputsKnown).of(operands);
  }

  @Override
  public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
    var inputTypes = jaxpr.inputTypes();
    // All of the carry is linear, also what starts as a known zero.
    var isKnown =
        Flags.<Boolean>join(
            nonNull(consts(operands)), Flags.all(numCarry, false), nonNull(elements(operands)));
    var linearConsts = pick(consts(inputTypes), not(consts(isKnown)));
    var linearXs = pick(elements(inputTypes), not(elements(isKnown)));
    var arrives = nonNull(cts.subList(numCarry, cts.size()));
    var bodyTypes =
        Flags.<Aval>join(
                pick(consts(inputTypes), consts(isKnown)),
                linearConsts,
                jaxpr.outputTypes().subList(0, numCarry),
                pick(jaxpr.outputTypes().subList(numCarry, cts.size()), arrives),
                pick(elements(inputTypes), elements(isKnown)))
            .stream()
            .map(Aval::strong)
            .toList();
    record Key(List<Boolean> isKnown, List<Boolean> arrives, int consts, int carry) {}
    var program =
        jaxpr.derived(
            new Key(isKnown, arrives, numConsts, numCarry),
            () ->
                Closed.of(
                    Stage.trace("grad", inputs -> backward(inputs, isKnown, arrives), bodyTypes)));

    var carried = new ArrayList<Value>();
    linearConsts.forEach(t -> carried.add(Shaping.zeros(t)));
    for (int i = 0; i < numCarry; i++) {
      carried.add(cts.get(i) != null ? cts.get(i) : Shaping.zeros(jaxpr.outputTypes().get(i)));
    }
    var knownConsts = pick(consts(operands), consts(isKnown));
    var pulled =
        new Scan(program, length, carried.size(), knownConsts.size(), !reverse, unroll)
            .bind(
                join(
                    knownConsts,
                    carried,
                    pick(cts.subList(numCarry, cts.size()), arrives),
                    pick(elements(operands), elements(isKnown))));
    int atCarry = linearConsts.size();
    var carryCts = new ArrayList<Value>();
    for (int i = 0; i < numCarry; i++) {
      carryCts.add(carry(operands).get(i) == null ? pulled.get(atCarry + i) : null);
    }
    return join(
        spread(not(consts(isKnown)), pulled.subList(0, atCarry)),
        carryCts,
        spread(
            not(elements(isKnown)),
            pulled.subList(carried.size(), carried.size() + linearXs.size())));
  }

  /** One step backwards: cotangents of what comes out to cotangents of what went in. */
  private List<Value> backward(List<Value> inputs, List<Boolean> isKnown, List<Boolean> arrives) {
    var next = inputs.iterator();
    var known = new ArrayList<Value>();
    consts(isKnown).forEach(k -> known.add(k ? next.next() : null));
    var sums = new ArrayList<Value>();
    consts(isKnown).stream().filter(k -> !k).forEach(_ -> sums.add(next.next()));
    var cts = new ArrayList<Value>();
    for (int i = 0; i < numCarry; i++) {
      cts.add(next.next());
    }
    arrives.forEach(a -> cts.add(a ? next.next() : null));
    carry(isKnown).forEach(_ -> known.add(null));
    elements(isKnown).forEach(k -> known.add(k ? next.next() : null));

    var pulled = Transpose.apply(jaxpr, known, cts);
    var results = new ArrayList<Value>();
    var sum = sums.iterator();
    for (int i = 0; i < pulled.size(); i++) {
      if (isKnown.get(i)) {
        continue;
      }
      var ct = pulled.get(i);
      if (i < numConsts) {
        var before = sum.next();
        results.add(ct == null ? before : Arithmetic.add(before, ct));
      } else {
        results.add(ct == null ? Shaping.zeros(jaxpr.inputTypes().get(i)) : ct);
      }
    }
    return results;
  }
}
