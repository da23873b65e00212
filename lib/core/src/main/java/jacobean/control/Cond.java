package jacobean.control;

import static jacobean.transform.Flags.join;
import static jacobean.transform.Flags.nonNull;
import static jacobean.transform.Flags.not;
import static jacobean.transform.Flags.pick;
import static jacobean.transform.Flags.spread;

import jacobean.core.Engine;
import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Jaxpr.Var;
import jacobean.core.Primitive;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.ir.Lowering;
import jacobean.op.Arithmetic;
import jacobean.op.Batching;
import jacobean.op.Comparison;
import jacobean.op.Magnitudes;
import jacobean.op.Shaping;
import jacobean.op.StopGradient;
import jacobean.transform.Batch;
import jacobean.transform.Closed;
import jacobean.transform.Flags;
import jacobean.transform.Jvp;
import jacobean.transform.PartialEval;
import jacobean.transform.Transpose;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs one of several programs: {@code lax.cond} and {@code lax.switch}. The first operand is the
 * program's number, an int32 scalar; whoever makes it from a user's number takes that to the
 * nearest that there is. The others are the program's operands.
 */
public record Cond(List<Jaxpr> branches) implements Primitive.Control, Primitive.Transposable {
  public Cond {
    branches = branches.stream().map(Engine.current().programs()::sharing).toList();
  }

  @Override
  public String name() {
    return "cond";
  }

  @Override
  public List<Jaxpr> programs() {
    return branches;
  }

  private int outputs() {
    return branches.getFirst().outputs().size();
  }

  @Override
  public List<Aval> abstractEval(List<Aval> operands) {
    if (operands.getFirst().rank() != 0 || operands.getFirst().dtype() != DType.INT32) {
      throw new ShapeException(
          "cond: the branch's number must be int32[], got " + operands.getFirst() + ".");
    }
    var wanted = branches.getFirst().inputTypes();
    for (int i = 0; i < wanted.size(); i++) {
      if (!Programs.sameType(operands.get(i + 1), wanted.get(i))) {
        throw new ShapeException(
            "cond: operand "
                + i
                + " must be "
                + wanted.get(i)
                + ", got "
                + operands.get(i + 1)
                + ".");
      }
    }
    var types = new ArrayList<Aval>();
    for (int i = 0; i < outputs(); i++) {
      int output = i;
      var type = branches.getFirst().outputTypes().get(i);
      types.add(
          branches.stream().allMatch(b -> b.outputTypes().get(output).weak())
              ? type
              : type.strong());
    }
    return types;
  }

  @Override
  public Lowering.Control lower(List<Aval> operands) {
    return new Lowering.Branch();
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands, Runner runner) {
    int which = (int) Math.clamp(operands.getFirst().integer(0), 0, branches.size() - 1);
    return runner.run(branches.get(which), operands.subList(1, operands.size()));
  }

  private Cond map(Function<Jaxpr, Jaxpr> f) {
    return new Cond(branches.stream().map(f).toList());
  }

  private List<Boolean> any(Function<Jaxpr, List<Boolean>> flags) {
    return branches.stream().map(flags).reduce(Flags::or).orElseThrow();
  }

  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    var moves = nonNull(tangents.subList(1, tangents.size()));
    if (!moves.contains(true)) {
      return new Dual(bind(primals), spread(Flags.all(outputs(), false), List.of()));
    }
    var outMoves = any(b -> Jvp.derive(b, moves).moves());
    var operands = new ArrayList<>(primals);
    operands.addAll(pick(tangents.subList(1, tangents.size()), moves));
    var results = map(b -> Jvp.derive(b, moves, outMoves).jaxpr()).bind(operands);
    return new Dual(
        results.subList(0, outputs()),
        spread(outMoves, results.subList(outputs(), results.size())));
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var branchAxes = axes.subList(1, axes.size());
    if (axes.getFirst() != Batched.NONE) {
      return select(operands, axes, size);
    }
    var batched = any(b -> Programs.areBatched(Batch.derive(b, branchAxes, size).axes()));
    var results = map(b -> Batch.derive(b, branchAxes, size, batched).jaxpr()).bind(operands);
    return new Batched(results, batched.stream().map(b -> b ? 0 : Batched.NONE).toList());
  }

  /** Examples that take different branches: all branches are computed, and each takes its own. */
  private Batched select(List<Value> operands, List<Integer> axes, int size) {
    var which =
        Magnitudes.min(
            Magnitudes.max(
                Batching.moveAxis(operands.getFirst(), axes.getFirst(), 0),
                Arithmetic.constant(DType.INT32, 0)),
            Arithmetic.constant(DType.INT32, branches.size() - 1));
    List<Value> chosen = null;
    for (int n = 0; n < branches.size(); n++) {
      var here = Comparison.eq(which, Arithmetic.constant(DType.INT32, n));
      var inputs = new ArrayList<Value>();
      for (int i = 1; i < operands.size(); i++) {
        var x = Batching.alignFront(operands.get(i), axes.get(i), size);
        // A branch that is not taken must not make derivatives that are not numbers.
        inputs.add(x.dtype().isInexact() ? where(here, x, StopGradient.stopGradient(x)) : x);
      }
      var inputAxes = Flags.<Integer>join(java.util.Collections.nCopies(inputs.size(), 0));
      var results =
          Batch.derive(branches.get(n), inputAxes, size, Flags.all(outputs(), true))
              .jaxpr()
              .apply(inputs);
      if (chosen == null) {
        chosen = results;
      } else {
        var next = new ArrayList<Value>();
        for (int i = 0; i < results.size(); i++) {
          next.add(where(here, results.get(i), chosen.get(i)));
        }
        chosen = next;
      }
    }
    return new Batched(chosen, java.util.Collections.nCopies(outputs(), 0));
  }

  private static Value where(Value condition, Value x, Value y) {
    return Comparison.select(Shaping.broadcastInDim(condition, x.shape(), Axes.of(0)), x, y);
  }

  /** The branches are cut alike; the residuals of each go through slots that they share by type. */
  @Override
  public Split partialEval(List<Value> operands, List<Aval> types) {
    var isKnown = nonNull(operands);
    if (!isKnown.getFirst()) {
      return new Split(
          spread(Flags.all(outputs(), false), List.of()), this, new ArrayList<>(operands));
    }
    var inputsKnown = isKnown.subList(1, isKnown.size());
    var waits = any(b -> not(PartialEval.split(b, inputsKnown).isKnown()));
    var parts = branches.stream().map(b -> PartialEval.split(b, inputsKnown, waits)).toList();
    int outputs = pick(waits, not(waits)).size();
    var known = pick(operands.subList(1, operands.size()), inputsKnown);

    var cut = Slotted.of(parts, outputs);
    var now = cut.now.bind(join(operands.subList(0, 1), known));
    var residuals = new ArrayList<Value>(operands.subList(0, 1));
    residuals.addAll(now.subList(outputs, now.size()));
    residuals.addAll(known);
    return new Split(spread(not(waits), now.subList(0, outputs)), cut.later, residuals);
  }

  /**
   * Branches cut in two.
   *
   * @param now gives the known outputs, then the slots
   * @param later takes the slots, all known operands, and the unknown
   * @param slots what residuals of one branch or the other go through
   */
  record Slotted(Cond now, Cond later, List<Aval> slots) {
    /** Of branches that are cut alike, with as many known outputs. */
    static Slotted of(List<PartialEval.Parts> parts, int outputs) {
      var slots = new ArrayList<Aval>();
      var places = parts.stream().map(p -> places(p, outputs, slots)).toList();
      var now = new ArrayList<Jaxpr>();
      var later = new ArrayList<Jaxpr>();
      for (int b = 0; b < parts.size(); b++) {
        now.add(withSlots(parts.get(b), outputs, places.get(b), slots));
        later.add(fromSlots(parts.get(b), places.get(b), slots));
      }
      return new Slotted(new Cond(now), new Cond(later), slots);
    }
  }

  /** The slot of each residual that a branch computes; makes slots that are missing. */
  private static List<Integer> places(PartialEval.Parts parts, int outputs, List<Aval> slots) {
    var taken = new ArrayList<Integer>();
    for (var type : parts.known().outputTypes().subList(outputs, parts.known().outputs().size())) {
      int slot = 0;
      while (slot < slots.size()
          && (taken.contains(slot) || !Programs.sameType(slots.get(slot), type))) {
        slot++;
      }
      if (slot == slots.size()) {
        slots.add(type.strong());
      }
      taken.add(slot);
    }
    return taken;
  }

  /** The known part of a branch, its residuals in their slots, zeros in the others. */
  private static Jaxpr withSlots(
      PartialEval.Parts parts, int outputs, List<Integer> places, List<Aval> slots) {
    return Closed.of(
        Stage.trace(
            "linearize",
            x -> {
              var out = parts.known().apply(x);
              var results = new ArrayList<>(out.subList(0, outputs));
              for (int s = 0; s < slots.size(); s++) {
                int at = places.indexOf(s);
                results.add(at >= 0 ? out.get(outputs + at) : Shaping.zeros(slots.get(s)));
              }
              return results;
            },
            parts.known().inputTypes()));
  }

  /**
   * The part of a branch that waits, as a program of all slots, all known operands, and the
   * unknown.
   */
  private static Jaxpr fromSlots(PartialEval.Parts parts, List<Integer> places, List<Aval> slots) {
    var later = parts.later();
    var slotVars = slots.stream().map(Var::new).toArray(Var[]::new);
    var knownVars = parts.known().inputs().stream().map(v -> new Var(v.aval())).toArray(Var[]::new);
    var computed = places.iterator();
    int n = parts.residuals().size();
    for (int i = 0; i < n; i++) {
      int from = parts.residuals().get(i);
      if (from < 0) {
        slotVars[computed.next()] = later.inputs().get(i);
      } else {
        knownVars[from] = later.inputs().get(i);
      }
    }
    return new Jaxpr(
        0,
        join(
            List.of(slotVars),
            List.of(knownVars),
            later.inputs().subList(n, later.inputs().size())),
        later.equations(),
        later.outputs());
  }

  @Override
  public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
    var isKnown = nonNull(operands.subList(1, operands.size()));
    var arrives = nonNull(cts);
    var nonzero = any(b -> Transpose.derive(b, isKnown, arrives).nonzero());
    var linear = pick(branches.getFirst().inputTypes(), not(isKnown));
    var inputs = new ArrayList<Value>(operands.subList(0, 1));
    inputs.addAll(pick(operands.subList(1, operands.size()), isKnown));
    inputs.addAll(pick(cts, arrives));
    var pulled = map(b -> backward(b, isKnown, arrives, nonzero, linear)).bind(inputs);
    var results = new ArrayList<Value>();
    results.add(null);
    var next = spread(nonzero, pulled).iterator();
    isKnown.forEach(k -> results.add(k ? null : next.next()));
    return results;
  }

  /** A transposed branch, with zeros for the cotangents that only others have. */
  private static Jaxpr backward(
      Jaxpr branch,
      List<Boolean> isKnown,
      List<Boolean> arrives,
      List<Boolean> nonzero,
      List<Aval> linear) {
    var derived = Transpose.derive(branch, isKnown, arrives);
    if (derived.nonzero().equals(nonzero)) {
      return derived.jaxpr();
    }
    record Key(List<Boolean> isKnown, List<Boolean> arrives, List<Boolean> nonzero) {}
    return branch.derived(
        new Key(isKnown, arrives, nonzero),
        () ->
            Closed.of(
                Stage.trace(
                    "grad",
                    x -> {
                      var out = spread(derived.nonzero(), derived.jaxpr().apply(x));
                      var results = new ArrayList<Value>();
                      for (int i = 0; i < out.size(); i++) {
                        if (nonzero.get(i)) {
                          results.add(
                              out.get(i) != null ? out.get(i) : Shaping.zeros(linear.get(i)));
                        }
                      }
                      return results;
                    },
                    derived.jaxpr().inputTypes())));
  }
}
