package jacobean.llvm.run;

import jacobean.core.Buffer;
import jacobean.core.Concrete;
import jacobean.core.Executable;
import jacobean.core.HeapBuffer;
import jacobean.core.HostArray;
import jacobean.core.OutOfMemory.Made;
import jacobean.core.Primitive;
import jacobean.ir.Lowering;
import jacobean.llvm.blas.Lapack;
import jacobean.llvm.graph.Schedule;
import jacobean.llvm.loop.Slot;
import jacobean.llvm.loop.Step;
import jacobean.type.Aval;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs a compiled program. One block of native memory serves a call: the addresses that the program
 * wants, the word that stops it, copies of the small inputs and outputs, whose arrays are on the
 * Java heap, and the program's scratch memory.
 */
final class LlvmExecutable implements Executable {
  /** Arrays of fewer bytes are on the Java heap. */
  static final long SMALL = 16 << 10;

  private static final long ALIGNMENT = 64;
  private static final MethodHandle RUN =
      Linker.nativeLinker().downcallHandle(FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));

  private final Program program;
  private final Runtime runtime;
  private final Supplier<Map<String, String>> stages;
  private final ScratchBlock blocks;
  private final Aval[] inputs;
  private final Aval[] outputs;
  private final long[] inputPlaces;
  private final long[] outputPlaces;
  private final long scratchPlace;

  LlvmExecutable(Program program, Runtime runtime, Supplier<Map<String, String>> stages) {
    this.program = program;
    this.runtime = runtime;
    this.stages = stages;
    this.inputs = avals(program.schedule().inputs());
    this.outputs = avals(program.schedule().computed());
    this.inputPlaces = new long[inputs.length];
    this.outputPlaces = new long[outputs.length];
    long next = align((inputs.length + outputs.length + 2) * 8L);
    next = place(inputs, inputPlaces, next);
    next = place(outputs, outputPlaces, next);
    this.scratchPlace = next;
    this.blocks =
        new ScratchBlock(runtime.pool(), next + program.memory().bytes(), program.memory());
  }

  private static Aval[] avals(List<Slot> slots) {
    return slots.stream().map(Slot::aval).toArray(Aval[]::new);
  }

  private static long align(long bytes) {
    return (bytes + ALIGNMENT - 1) & -ALIGNMENT;
  }

  private static long place(Aval[] avals, long[] places, long next) {
    for (int i = 0; i < avals.length; i++) {
      places[i] = next;
      next += avals[i].bytes() < SMALL ? align(Math.max(1, avals[i].bytes())) : 0;
    }
    return next;
  }

  @Override
  public List<Concrete> call(List<Concrete> given) {
    List<Concrete> arrays = program.schedule().arrays();
    List<Concrete> operands =
        arrays.isEmpty() ? given : Stream.concat(given.stream(), arrays.stream()).toList();
    long block = blocks.take();
    try {
      return call(operands, block);
    } finally {
      blocks.give(block);
      Reference.reachabilityFence(operands);
      Reference.reachabilityFence(program);
    }
  }

  private List<Concrete> call(List<Concrete> operands, long block) {
    MemorySegment[] kept = new MemorySegment[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      Buffer buffer = operands.get(i).buffer();
      long address;
      if (inputs[i].bytes() < SMALL) {
        address = block + inputPlaces[i];
        Memory.copyIn(buffer.host(), address, inputs[i].bytes());
      } else {
        MemorySegment host = buffer.host();
        kept[i] = host.isNative() ? host : runtime.copies().of(buffer, inputs[i]);
        address = kept[i].address();
      }
      Memory.putAddress(block + 8L * i, address);
    }
    MemorySegment[] large = new MemorySegment[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      long address = block + outputPlaces[i];
      if (outputs[i].bytes() >= SMALL) {
        large[i] = runtime.pool().allocate(outputs[i].bytes(), Made.here(outputs[i]));
        address = large[i].address();
      }
      Memory.putAddress(block + 8L * (inputs.length + i), address);
    }
    Memory.putAddress(block + 8L * (inputs.length + outputs.length), block + scratchPlace);
    long stopWord = block + 8L * (inputs.length + outputs.length + 1);
    Memory.putInt(stopWord, 0);
    for (Program.Part part : program.parts()) {
      switch (part) {
        case Program.Native n when n.lock().isPresent() -> {
          n.lock().get().lock();
          try {
            run(n, block, stopWord);
          } finally {
            n.lock().get().unlock();
          }
        }
        case Program.Native n -> run(n, block, stopWord);
        case Program.InJava j -> runInJava(j.step(), operands, large, block);
      }
    }
    Reference.reachabilityFence(kept);
    Concrete[] computed = new Concrete[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      computed[i] = new Concrete(outputs[i], result(i, large[i], block));
    }
    List<Concrete> results = new ArrayList<>(program.schedule().outputs().size());
    for (Schedule.Output output : program.schedule().outputs()) {
      results.add(
          switch (output) {
            case Schedule.Computed c -> computed[c.slot()];
            case Schedule.Passed p -> operands.get(p.input());
            case Schedule.Constant c -> c.value();
          });
    }
    return results;
  }

  private Buffer result(int i, MemorySegment large, long block) {
    if (large != null) {
      return new NativeBuffer(large);
    }
    HeapBuffer small = HeapBuffer.allocate(outputs[i].bytes());
    Memory.copyOut(block + outputPlaces[i], small.host(), outputs[i].bytes());
    return small;
  }

  private static void run(Program.Native part, long block, long stopWord) {
    MemorySegment entry = part.code().entry();
    if (part.loops()) {
      StopWord.watch(stopWord, () -> run(entry, block));
    } else {
      run(entry, block);
    }
  }

  private static void run(MemorySegment entry, long block) {
    try {
      RUN.invokeExact(entry, block);
    } catch (Throwable t) {
      throw new AssertionError("a native call cannot throw", t);
    }
  }

  private void runInJava(
      Step.Host step, List<Concrete> operands, MemorySegment[] large, long block) {
    List<HostArray> arguments = new ArrayList<>();
    for (Step.Host.Operand operand : step.operands()) {
      arguments.add(
          switch (operand) {
            case Step.Host.Constant c -> c.value().host();
            case Step.Host.InMemory m -> host(m.slot(), operands, large, block);
          });
    }
    List<HostArray> places = new ArrayList<>();
    for (Slot slot : step.results()) {
      places.add(host(slot, operands, large, block));
    }
    List<Aval> types = arguments.stream().map(HostArray::aval).toList();
    if (step.primitive().lower(types) instanceof Lowering.OnMatrices m
        && types.stream().allMatch(t -> t.size() > 0)) {
      Lapack.run(m.function(), arguments, places, runtime.pool());
      return;
    }
    List<HostArray> results =
        step.primitive() instanceof Primitive.Control control
            ? control.eval(arguments, runtime::run)
            : step.primitive().eval(arguments);
    for (int i = 0; i < results.size(); i++) {
      places.get(i).data().copyFrom(results.get(i).data());
    }
  }

  private HostArray host(Slot slot, List<Concrete> operands, MemorySegment[] large, long block) {
    long bytes = slot.aval().bytes();
    return switch (slot.kind()) {
      case INPUT -> operands.get(slot.number()).host();
      case OUTPUT ->
          new HostArray(
              slot.aval(),
              large[slot.number()] != null
                  ? large[slot.number()]
                  : Memory.at(block + outputPlaces[slot.number()], bytes));
      case TEMPORARY ->
          new HostArray(
              slot.aval(),
              Memory.at(block + scratchPlace + program.memory().offsets().get(slot), bytes));
    };
  }

  @Override
  public Map<String, String> stages() {
    return new LinkedHashMap<>(stages.get());
  }
}
