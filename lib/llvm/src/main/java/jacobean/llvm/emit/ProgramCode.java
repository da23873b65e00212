package jacobean.llvm.emit;

import jacobean.core.HostArray;
import jacobean.llvm.capi.HostTarget;
import jacobean.llvm.capi.Llvm;
import jacobean.llvm.loop.Body;
import jacobean.llvm.loop.Loops;
import jacobean.llvm.loop.MemoryPlan;
import jacobean.llvm.loop.Slot;
import jacobean.llvm.loop.Step;
import jacobean.llvm.math.MathLibrary;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import jacobean.llvm.threads.ThreadCount;
import jacobean.llvm.threads.WorkerPool;
import jacobean.type.DType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A program's native steps as one LLVM module. Its entry is {@code void (ptr arguments)}: the
 * addresses of all inputs, of all computed outputs, and of the scratch memory, in this order, and
 * then a word that stops its loops when it is set.
 */
public final class ProgramCode {
  private static final Val CONTEXT = new Val(Type.PTR, "%context");

  /** Programs of loops with more steps stay functions of their own. */
  private static final int MOST_STEPS_INLINED = 16;

  private final Frame frame;
  private final MemoryPlan memory;
  private final Module module;
  private final Map<Slot, Val> locals = new HashMap<>();

  private ProgramCode(Frame frame, MemoryPlan memory, Module module) {
    this.frame = frame;
    this.memory = memory;
    this.module = module;
  }

  /** Where the function that is written finds its addresses. */
  Frame frame() {
    return frame;
  }

  /** What the functions of a program share. */
  private static final class Module {
    private final HostTarget target;
    private final MathLibrary library;
    private final Scalars scalars;
    private final StringBuilder functions = new StringBuilder();
    private final Set<String> declarations = new LinkedHashSet<>();
    private final Map<String, String> kernels = new HashMap<>();
    private final Map<String, String> constants = new LinkedHashMap<>();
    private int parts;

    Module(HostTarget target) {
      this.target = target;
      this.library = new MathLibrary(target.hasFma());
      this.scalars = new Scalars(library);
    }
  }

  /**
   * The module's text.
   *
   * @param steps kernels and products
   * @param inputs the number of inputs
   * @param outputs the number of computed outputs
   */
  public static String of(
      List<Step> steps, int inputs, int outputs, MemoryPlan memory, HostTarget target) {
    var module = new Module(target);
    String entry =
        new ProgramCode(new Frame.Entry(inputs, outputs), memory, module)
            .write("void " + Llvm.ENTRY, "nounwind", steps);
    String constants =
        module.constants.entrySet().stream()
            .map(e -> e.getValue() + " = private unnamed_addr constant " + e.getKey() + "\n")
            .collect(Collectors.joining());
    return entry
        + module.functions
        + module.library.text()
        + constants
        + String.join("", module.declarations);
  }

  /** A function for a program that a loop or branch runs. */
  String function(Body body) {
    String name = "@body" + module.parts++;
    boolean small = body.steps().size() <= MOST_STEPS_INLINED;
    module.functions.append(
        new ProgramCode(new Frame.Inner(body), body.memory(), module)
            .write(
                "internal void " + name,
                small ? "nounwind alwaysinline" : "nounwind",
                body.steps()));
    return name;
  }

  /** The address of a scalar constant in memory. */
  Val constant(HostArray scalar) {
    MemorySegment data = scalar.data();
    int bytes = scalar.dtype().itemsize();
    return constant(
        switch (bytes) {
          case 1 -> "i8 " + data.get(ValueLayout.JAVA_BYTE, 0);
          case 2 -> "i16 " + data.get(ValueLayout.JAVA_SHORT_UNALIGNED, 0);
          case 4 -> "i32 " + data.get(ValueLayout.JAVA_INT_UNALIGNED, 0);
          case 8 -> "i64 " + data.get(ValueLayout.JAVA_LONG_UNALIGNED, 0);
          default ->
              "[2 x i64] [i64 %d, i64 %d]"
                  .formatted(
                      data.get(ValueLayout.JAVA_LONG_UNALIGNED, 0),
                      data.get(ValueLayout.JAVA_LONG_UNALIGNED, 8));
        });
  }

  /** The address of a constant, given its type and value. */
  private Val constant(String text) {
    return new Val(
        Type.PTR,
        module.constants.computeIfAbsent(
            text + ", align 8", _ -> "@constant" + module.constants.size()));
  }

  /**
   * The function's text.
   *
   * @param name with what stands before it, {@code internal void @body0} for example
   */
  private String write(String name, String attributes, List<Step> steps) {
    Code entry = Code.of(module.target.hasFma());
    for (Step step : steps) {
      switch (step) {
        case Step.Tiled tiled -> run(entry, tiled);
        case Step.Chain chain ->
            share(entry, chain.parts().stream().map(this::kernel).toList(), chain.chunks());
        case Step.Product product -> multiply(entry, product);
        case Step.Control control -> new ControlCode(this, control).write(entry);
        case Loops l -> throw new IllegalArgumentException("not cut into chunks: " + l);
        case Step.Host h -> throw new IllegalArgumentException("not native: " + h);
      }
    }
    String parameters =
        frame.parameters().stream().map(Val::typed).collect(Collectors.joining(", "));
    return "define %s(%s) %s {\n%s%s  ret void\n}\n\n"
        .formatted(name, parameters, attributes, frame.locals().text(), entry.text());
  }

  /** The address of a slot's first element. */
  Val address(Code c, Slot slot) {
    return switch (slot.kind()) {
      case INPUT -> frame.input(c, slot.number());
      case OUTPUT -> frame.output(c, slot.number());
      case TEMPORARY ->
          isLocal(slot)
              ? locals.computeIfAbsent(slot, s -> frame.locals().add(s.aval().bytes()))
              : c.pure(
                  Type.PTR,
                  "getelementptr inbounds i8, %s, i64 %d"
                      .formatted(frame.scratch(c).typed(), memory.offsets().get(slot)));
    };
  }

  /** Scalars of a loop's program are on the stack; those of the entry may be needed by Java. */
  private boolean isLocal(Slot slot) {
    return frame instanceof Frame.Inner && slot.aval().size() == 1;
  }

  /** A function that runs one chunk of a kernel, and the arrays whose addresses it wants. */
  private record Kernel(String name, List<Slot> slots) {}

  private Kernel kernel(Step.Tiled step) {
    List<Slot> slots = NestCode.arrays(step);
    Code body = Code.of(module.target.hasFma());
    NestCode.write(body, step, module.scalars);
    String parameters =
        IntStream.range(0, slots.size())
            .mapToObj(k -> "ptr noalias " + NestCode.parameter(k) + ", ")
            .collect(Collectors.joining());
    String attributes = step.loops().space().size() == 1 ? "nounwind alwaysinline" : "nounwind";
    String name =
        module.kernels.computeIfAbsent(
            "(%si64 %%chunk) %s {\n%s  ret void\n}\n\n"
                .formatted(parameters, attributes, body.text()),
            text -> {
              String made = "kernel" + module.kernels.size();
              module.functions.append("define internal void @").append(made).append(text);
              return made;
            });
    return new Kernel(name, slots);
  }

  private void run(Code entry, Step.Tiled step) {
    Kernel kernel = kernel(step);
    long chunks = step.form().chunks();
    if (step.parallel()) {
      share(entry, List.of(kernel), chunks);
    } else if (chunks == 1) {
      call(entry, kernel.name, addresses(entry, kernel.slots), Val.integer(Type.I64, 0));
    } else {
      entry.loop(
          Val.integer(Type.I64, 0),
          Val.integer(Type.I64, chunks),
          (c, chunk) -> call(c, kernel.name, addresses(c, kernel.slots), chunk));
    }
  }

  private List<Val> addresses(Code c, List<Slot> slots) {
    return slots.stream().map(s -> address(c, s)).toList();
  }

  /** Has all threads run the chunks of kernels, of each chunk one kernel after the other. */
  private void share(Code entry, List<Kernel> kernels, long chunks) {
    List<Slot> slots = kernels.stream().flatMap(k -> k.slots.stream()).distinct().toList();
    share(
        entry,
        addresses(entry, slots),
        chunks,
        (chunk, loaded) -> {
          for (Kernel kernel : kernels) {
            call(
                chunk,
                kernel.name,
                kernel.slots.stream().map(s -> loaded.get(slots.indexOf(s))).toList(),
                NestCode.CHUNK);
          }
        });
  }

  /**
   * Has all threads run chunks.
   *
   * @param addresses what they need to know; they find it on this stack
   * @param write writes a chunk, whose number is {@link NestCode#CHUNK}, given these addresses
   */
  void share(Code entry, List<Val> addresses, long chunks, BiConsumer<Code, List<Val>> write) {
    Val context = frame.locals().add(8L * addresses.size());
    Code chunk = Code.of(module.target.hasFma());
    List<Val> loaded = new ArrayList<>();
    for (int k = 0; k < addresses.size(); k++) {
      entry.line("store " + addresses.get(k).typed() + ", " + word(entry, context, k).typed());
      loaded.add(chunk.pure(Type.PTR, "load ptr, " + word(chunk, CONTEXT, k).typed()));
    }
    write.accept(chunk, loaded);
    String part = "chunk" + module.parts++;
    module.functions.append(
        "define internal void @%s(%s, i64 %%chunk) nounwind {\n%s  ret void\n}\n\n"
            .formatted(part, CONTEXT.typed(), chunk.text()));
    module.declarations.add("declare void @" + WorkerPool.PARALLEL_FOR + "(ptr, ptr, i64)\n");
    entry.line(
        "call void @%s(ptr @%s, %s, i64 %d)"
            .formatted(WorkerPool.PARALLEL_FOR, part, context.typed(), chunks));
  }

  private static Val word(Code c, Val base, int number) {
    return c.pure(Type.PTR, "getelementptr inbounds ptr, " + base.typed() + ", i64 " + number);
  }

  private static void call(Code c, String kernel, List<Val> addresses, Val chunk) {
    String arguments = addresses.stream().map(a -> a.typed() + ", ").collect(Collectors.joining());
    c.line("call void @" + kernel + "(" + arguments + chunk.typed() + ")");
  }

  private void multiply(Code entry, Step.Product p) {
    DType dtype = p.target().aval().dtype();
    var product = ProductCode.of(p, ThreadCount.configured());
    Code body = Code.of(module.target.hasFma());
    product.write(body, factor(dtype, 1), factor(dtype, 0));
    module.declarations.add(product.declaration(factor(dtype, 1).type()));
    String name = "product" + module.parts++;
    module.functions.append(
        "define internal void @%s(ptr %%a0, ptr %%a1, ptr %%a2, i64 %%chunk) nounwind {\n%s  ret void\n}\n\n"
            .formatted(name, body.text()));
    var kernel = new Kernel(name, List.of(p.left().slot(), p.right().slot(), p.target()));
    if (product.chunks() > 1) {
      share(entry, List.of(kernel), product.chunks());
    } else {
      call(entry, name, addresses(entry, kernel.slots), Val.integer(Type.I64, 0));
    }
  }

  /** A factor of a product: a real number itself, a complex one in memory. */
  private Val factor(DType dtype, double value) {
    Type type = Scalars.type(dtype.component());
    Val real = Val.real(type, value);
    return dtype.isComplex()
        ? constant("[2 x %s] [%s, %s]".formatted(type, real.typed(), Val.real(type, 0).typed()))
        : real;
  }
}
