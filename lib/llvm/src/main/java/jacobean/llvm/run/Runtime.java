package jacobean.llvm.run;

import jacobean.core.Concrete;
import jacobean.core.Executable;
import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.llvm.capi.Llvm;
import jacobean.llvm.graph.Graph;
import jacobean.llvm.memory.BufferPool;
import jacobean.llvm.memory.MemoryBudget;
import jacobean.llvm.threads.WorkerPool;
import jacobean.type.Aval;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What running programs share: LLVM, the threads, the memory.
 *
 * @param llvm compiles
 * @param workers run loops
 * @param pool is where arrays are
 * @param copies are native copies of arrays on the Java heap
 */
record Runtime(Llvm llvm, WorkerPool workers, BufferPool pool, NativeCopies copies) {
  /**
   * Loads all of it.
   *
   * @throws IOException if a native library cannot be loaded here
   */
  static Runtime load() throws IOException {
    Llvm llvm = Llvm.get();
    WorkerPool workers = WorkerPool.get();
    BufferPool pool = new BufferPool(MemoryBudget.configured());
    WarmUp.start(llvm);
    return new Runtime(llvm, workers, pool, new NativeCopies(pool));
  }

  /** Compiles a program. */
  Executable compile(Jaxpr jaxpr) {
    pool.prepare(jaxpr.outputTypes().stream().mapToLong(Aval::bytes).toArray());
    Program program = Program.compile(Graph.of(jaxpr), llvm);
    return new LlvmExecutable(
        program,
        this,
        () -> {
          Map<String, String> stages = new LinkedHashMap<>();
          stages.put("jaxpr", jaxpr.toString());
          stages.putAll(program.stages(llvm));
          return stages;
        });
  }

  /**
   * Runs a program inside a loop or branch; compiled at the first time and kept with the program.
   */
  List<HostArray> run(Jaxpr program, List<HostArray> operands) {
    record Body(Llvm llvm) {}
    return program
        .derived(new Body(llvm), () -> compile(program))
        .call(operands.stream().map(HostArray::toConcrete).toList())
        .stream()
        .map(Concrete::host)
        .toList();
  }

  /** Compiles a single operation. */
  Executable compile(Primitive primitive, List<Aval> operands) {
    Program program = Program.compile(Graph.of(primitive, operands), llvm);
    return new LlvmExecutable(program, this, () -> program.stages(llvm));
  }
}
