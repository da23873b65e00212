package jacobean.llvm.run;

import jacobean.error.EngineException;
import jacobean.llvm.blas.OpenBlas;
import jacobean.llvm.capi.Llvm;
import jacobean.llvm.capi.NativeCode;
import jacobean.llvm.emit.ProgramCode;
import jacobean.llvm.graph.Graph;
import jacobean.llvm.graph.Schedule;
import jacobean.llvm.loop.MemoryPlan;
import jacobean.llvm.loop.Slot;
import jacobean.llvm.loop.Step;
import jacobean.llvm.loop.Tiling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** A native function, and its text before optimization. */
  record Native(NativeCode code, String ir) implements Part {}

  /** A primitive evaluated in Java. */
  record InJava(Step.Host step) implements Part {}

  /** Compiles a program. */
  static Program compile(Graph graph, Llvm llvm) {
    Schedule schedule = Schedule.of(graph);
    List<Slot> temporaries = new ArrayList<>(schedule.temporaries());
    List<Step> steps = new ArrayList<>();
    for (Step step : schedule.steps()) {
      if (step instanceof Step.Kernel kernel) {
        steps.addAll(
            Tiling.of(
                kernel,
                aval -> {
                  Slot made = new Slot(Slot.Kind.TEMPORARY, temporaries.size(), aval);
                  temporaries.add(made);
                  return made;
                }));
      } else {
        steps.add(step);
      }
    }
    MemoryPlan memory = MemoryPlan.of(steps);
    int inputs = schedule.inputs().size();
    int outputs = schedule.computed().size();
    List<Part> parts = new ArrayList<>();
    List<Step> run = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Host host) {
        addNative(parts, run, inputs, outputs, memory, llvm);
        parts.add(new InJava(host));
      } else {
        run.add(step);
      }
    }
    addNative(parts, run, inputs, outputs, memory, llvm);
    return new Program(
        new Schedule(
            List.copyOf(steps),
            schedule.inputs(),
            schedule.computed(),
            List.copyOf(temporaries),
            schedule.outputs()),
        List.copyOf(parts),
        memory);
  }

  private static void addNative(
      List<Part> parts, List<Step> run, int inputs, int outputs, MemoryPlan memory, Llvm llvm) {
    if (!run.isEmpty()) {
      if (run.stream().anyMatch(Step.Product.class::isInstance)) {
        loadBlas();
      }
      String ir = ProgramCode.of(run, inputs, outputs, memory, llvm.target());
      parts.add(new Native(llvm.load(ir), ir));
      run.clear();
    }
  }

  /** Products call OpenBLAS by name, so it must be there before they are linked. */
  private static void loadBlas() {
    try {
      OpenBlas.get();
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
        "assembly",
        ir.stream().map(llvm.optimizer()::assembly).collect(Collectors.joining("\n")));
    return stages;
  }
}
