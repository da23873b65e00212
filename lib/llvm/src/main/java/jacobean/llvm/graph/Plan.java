package jacobean.llvm.graph;

import jacobean.core.Concrete;
import jacobean.core.Primitive;
import jacobean.ir.Lowering;
import jacobean.llvm.loop.Body;
import jacobean.llvm.loop.Chains;
import jacobean.llvm.loop.Loops;
import jacobean.llvm.loop.MemoryPlan;
import jacobean.llvm.loop.Slot;
import jacobean.llvm.loop.Step;
import jacobean.llvm.loop.Tiling;
import jacobean.llvm.loop.Work;
import jacobean.llvm.threads.ThreadCount;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schedule ready for code: loop nests are cut into chunks, loops and branches are native where
 * all that they run is, and intermediates have places in memory.
 */
public record Plan(Schedule schedule, MemoryPlan memory) {
  /** The plan of a program. */
  public static Plan of(Graph graph) {
    return new Making(Schedule.of(graph)).make();
  }

  private static final class Making {
    /** So that threads that are done early find more to do. */
    private static final int CHUNKS_OF_THREAD = 4;

    /** Intermediates of all chunks take no more. */
    private static final long MOST_SCRATCH = 128L << 20;

    private final Schedule schedule;
    private final List<Slot> inputs;
    private final List<Concrete> arrays;
    private final List<Slot> temporaries;

    Making(Schedule schedule) {
      this.schedule = schedule;
      this.inputs = new ArrayList<>(schedule.inputs());
      this.arrays = new ArrayList<>(schedule.arrays());
      this.temporaries = new ArrayList<>(schedule.temporaries());
    }

    Plan make() {
      List<Step> steps = new ArrayList<>();
      for (Step step : schedule.steps()) {
        switch (step) {
          case Loops loops -> steps.addAll(Tiling.of(loops, this::temporary));
          case Step.Host host -> steps.add(control(host).orElse(host));
          case Step.Tiled t -> steps.add(t);
          case Step.Chain c -> steps.add(c);
          case Step.Product p -> steps.add(p);
          case Step.Control c -> steps.add(c);
        }
      }
      List<Step> chained = Chains.of(steps);
      return new Plan(
          new Schedule(
              List.copyOf(chained),
              List.copyOf(inputs),
              List.copyOf(arrays),
              schedule.computed(),
              List.copyOf(temporaries),
              schedule.outputs()),
          MemoryPlan.of(chained));
    }

    private Slot temporary(Aval aval) {
      Slot made = new Slot(Slot.Kind.TEMPORARY, temporaries.size(), aval);
      temporaries.add(made);
      return made;
    }

    /** What a loop's program needs of itself comes to the loop as an input. */
    private Slot array(Concrete array) {
      Slot made = new Slot(Slot.Kind.INPUT, inputs.size(), array.aval());
      inputs.add(made);
      arrays.add(array);
      return made;
    }

    private Slot words(long bytes) {
      return temporary(
          Aval.of(Shape.of(Math.toIntExact(Math.max(1, (bytes + 7) / 8))), DType.INT64));
    }

    /** The step in native code; empty if what it runs needs Java. */
    private Optional<Step> control(Step.Host host) {
      List<Aval> types =
          host.operands().stream()
              .map(
                  o ->
                      switch (o) {
                        case Step.Host.InMemory m -> m.slot().aval();
                        case Step.Host.Constant c -> c.value().aval();
                      })
              .toList();
      if (!(host.primitive() instanceof Primitive.Control control)) {
        return Optional.empty();
      }
      List<Plan> plans = control.programs().stream().map(p -> Plan.of(Graph.of(p))).toList();
      List<Body> bodies = plans.stream().map(Making::body).toList();
      if (bodies.stream().flatMap(b -> b.steps().stream()).anyMatch(Step.Host.class::isInstance)) {
        return Optional.empty();
      }
      Lowering.Control lowering = control.lower(types);
      int carryAt =
          switch (lowering) {
            case Lowering.Loop l -> l.consts();
            case Lowering.Repeat r -> r.condConsts() + r.bodyConsts();
            case Lowering.Branch b -> types.size();
          };
      int carryEnd =
          switch (lowering) {
            case Lowering.Loop l -> l.consts() + l.carry();
            case Lowering.Repeat r -> types.size();
            case Lowering.Branch b -> types.size();
          };
      List<Slot> spare = new ArrayList<>();
      for (int turn = 0; turn < (lowering instanceof Lowering.Repeat ? 2 : 1); turn++) {
        types.subList(carryAt, carryEnd).forEach(t -> spare.add(temporary(t)));
      }
      int chunks = lowering instanceof Lowering.Loop l ? chunks(l, bodies.getFirst()) : 1;
      return Optional.of(
          new Step.Control(
              lowering,
              chunks,
              bodies,
              host.operands(),
              plans.stream()
                  .map(p -> p.schedule.arrays().stream().map(this::array).toList())
                  .toList(),
              host.results(),
              bodies.stream().map(b -> words(chunks * b.memory().bytes())).toList(),
              spare));
    }

    /**
     * Turns that carry nothing to the next may be taken at the same time, if there is room for the
     * intermediates of all. Where that would occupy less than half of the threads, turns come one
     * after the other, and threads share each.
     */
    private static int chunks(Lowering.Loop loop, Body body) {
      int threads = ThreadCount.configured();
      long room = MOST_SCRATCH / Math.max(1, body.memory().bytes());
      long chunks = Math.min(loop.length(), Math.min(room, CHUNKS_OF_THREAD * threads));
      boolean pays =
          loop.carry() == 0
              && threads > 1
              && 2 * chunks > threads
              && Work.isWorthSharing(Work.times(loop.length(), Work.of(body)));
      return pays ? (int) chunks : 1;
    }

    private static Body body(Plan plan) {
      Schedule s = plan.schedule();
      return new Body(
          s.steps(),
          s.inputs(),
          s.computed(),
          s.outputs().stream()
              .<Body.Result>map(
                  o ->
                      switch (o) {
                        case Schedule.Passed p -> new Body.Passed(p.input());
                        case Schedule.Constant c -> new Body.Constant(c.value());
                        case Schedule.Computed c -> new Body.Computed(c.slot());
                      })
              .toList(),
          plan.memory());
    }
  }
}
