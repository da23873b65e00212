package jacobean.llvm.run;

import jacobean.error.EngineException;
import jacobean.llvm.blas.OpenBlas;
import jacobean.llvm.capi.Llvm;
import jacobean.llvm.capi.NativeCode;
import jacobean.llvm.emit.ProgramCode;
import jacobean.llvm.graph.Graph;
import jacobean.llvm.graph.Plan;
import jacobean.llvm.graph.Schedule;
import jacobean.llvm.loop.Loops;
import jacobean.llvm.loop.MemoryPlan;
import jacobean.llvm.loop.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;

/**
 * A compiled program: native functions, with calls into Java between them where primitives need
 * that.
 *
 * @param schedule what it does
 * @param parts its native functions and calls into Java, in order
 * @param memory where intermediates are
 */
record Program(Schedule schedule, List<Part> parts, MemoryPlan memory) {
  /** What runs as a whole. */
  sealed interface Part {}

  /**
   * A native function, and its text before optimization.
   *
   * @param loops whether it has loops that are worth stopping
   * @param lock to be held while it runs, if it needs one
   */
  record Native(NativeCode code, String ir, boolean loops, Optional<Lock> lock) implements Part {}

  /** A primitive evaluated in Java. */
  record InJava(Step.Host step) implements Part {}

  /** Compiles a program. */
  static Program compile(Graph graph, Llvm llvm) {
    Plan plan = Plan.of(graph);
    Schedule schedule = plan.schedule();
    MemoryPlan memory = plan.memory();
    int inputs = schedule.inputs().size();
    int outputs = schedule.computed().size();
    List<Part> parts = new ArrayList<>();
    List<Step> run = new ArrayList<>();
    for (Step step : schedule.steps()) {
      if (step instanceof Step.Host host) {
        addNative(parts, run, inputs, outputs, memory, llvm);
        parts.add(new InJava(host));
      } else {
        run.add(step);
      }
    }
    addNative(parts, run, inputs, outputs, memory, llvm);
    return new Program(schedule, List.copyOf(parts), memory);
  }

  private static void addNative(
      List<Part> parts, List<Step> run, int inputs, int outputs, MemoryPlan memory, Llvm llvm) {
    if (!run.isEmpty()) {
      boolean multiplies = run.stream().anyMatch(Program::multiplies);
      Optional<Lock> lock = multiplies ? Optional.of(blas().products()) : Optional.empty();
      String ir = ProgramCode.of(run, inputs, outputs, memory, llvm.target());
      boolean loops = run.stream().anyMatch(Step.Control.class::isInstance);
      parts.add(new Native(llvm.load(ir), ir, loops, lock));
      run.clear();
    }
  }

  private static boolean multiplies(Step step) {
    return switch (step) {
      case Step.Product p -> true;
      case Step.Control c ->
          c.bodies().stream().flatMap(b -> b.steps().stream()).anyMatch(Program::multiplies);
      case Loops l -> false;
      case Step.Tiled t -> false;
      case Step.Chain c -> false;
      case Step.Host h -> false;
    };
  }

  /** Products call OpenBLAS by name, so it must be there before they are linked. */
  private static OpenBlas blas() {
    try {
      return OpenBlas.get();
    } catch (IOException e) {
      throw new EngineException("matrix products need OpenBLAS: " + e.getMessage(), e);
    }
  }

  /** What each stage of compilation made, by its name. */
  Map<String, String> stages(Llvm llvm) {
    Map<String, String> stages = new LinkedHashMap<>();
    stages.put("loops", schedule + memory.toString() + "\n");
    List<String> ir = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Native n) {
        ir.add(n.ir);
      }
    }
    stages.put("llvm", String.join("\n", ir));
    stages.put(
        "llvm-optimized",
        ir.stream().map(llvm.optimizer()::optimizedIr).collect(Collectors.joining("\n")));
    stages.put(
        "assembly", ir.stream().map(llvm.optimizer()::assembly).collect(Collectors.joining("\n")));
    return stages;
  }
}
