package jacobean.llvm.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * Textual LLVM IR to optimized machine code for one target. Each compilation has a context of its
 * own, so that threads may compile side by side.
 */
public final class Optimizer {
  /**
   * What remains of {@code default<O3>} for code that is already loops of arithmetic: inline the
   * mathematical functions, clean up, vectorize, clean up. It takes half the time and makes the
   * same loops.
   */
  private static final String PASSES =
      String.join(
          ",",
          "always-inline",
          "function(sroa",
          "early-cse<memssa>",
          "simplifycfg",
          "instcombine<no-verify-fixpoint>",
          "loop-mssa(loop-rotate,licm)",
          "simplifycfg",
          "loop(indvars,loop-deletion,loop-unroll-full)",
          "sroa",
          "loop-vectorize",
          "slp-vectorizer",
          "instcombine<no-verify-fixpoint>",
          "simplifycfg",
          "loop-unroll",
          "loop-mssa(licm)",
          "early-cse<memssa>)");

  private static final int ASSEMBLY = 0;
  private static final int OBJECT = 1;

  private final LlvmApi llvm;
  private final HostTarget target;

  Optimizer(LlvmApi llvm, HostTarget target) {
    this.llvm = llvm;
    this.target = target;
  }

  /** The machine that this compiles for. */
  public HostTarget target() {
    return target;
  }

  /** What the code depends on beside the text: versions, machine, passes. */
  String fingerprint() {
    return String.join(
        " ", llvm.version(), target.triple(), target.cpu(), target.features(), PASSES);
  }

  /**
   * Optimizes and compiles a module.
   *
   * @param ir the module's text; triple and data layout are set here
   * @return a relocatable object file
   * @throws LlvmException if the text is not valid IR, with LLVM's message and the line
   */
  public byte[] object(String ir) {
    return compile(ir, (module, machine) -> emit(module, machine, OBJECT));
  }

  /** The module's text after optimization. */
  public String optimizedIr(String ir) {
    return compile(
        ir, (module, machine) -> llvm.takeMessage(llvm.call("LLVMPrintModuleToString", module)));
  }

  /** The module's assembly text, as compiled for the target. */
  public String assembly(String ir) {
    byte[] text = compile(ir, (module, machine) -> emit(module, machine, ASSEMBLY));
    return new String(text, StandardCharsets.UTF_8);
  }

  private interface Result<T> {
    T of(long module, long machine);
  }

  private <T> T compile(String ir, Result<T> result) {
    long context = llvm.call("LLVMContextCreate");
    long machine = target.newMachine(llvm);
    try {
      long module = parse(context, ir);
      try {
        optimize(module, machine);
        return result.of(module, machine);
      } finally {
        llvm.call("LLVMDisposeModule", module);
      }
    } finally {
      llvm.call("LLVMDisposeTargetMachine", machine);
      llvm.call("LLVMContextDispose", context);
    }
  }

  private long parse(long context, String ir) {
    long buffer = llvm.buffer(ir.getBytes(StandardCharsets.UTF_8), "program");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG, 2);
      int failed =
          (int)
              llvm.call("LLVMParseIRInContext", context, buffer, out.address(), out.address() + 8);
      if (failed != 0) {
        throw new LlvmException(
            "LLVM cannot read the IR: "
                + llvm.takeMessage(out.getAtIndex(ValueLayout.JAVA_LONG, 1)));
      }
      return out.getAtIndex(ValueLayout.JAVA_LONG, 0);
    }
  }

  private void optimize(long module, long machine) {
    try (Arena arena = Arena.ofConfined()) {
      llvm.call("LLVMSetTarget", module, arena.allocateFrom(target.triple()).address());
      long layout = llvm.call("LLVMCreateTargetDataLayout", machine);
      llvm.call("LLVMSetModuleDataLayout", module, layout);
      llvm.call("LLVMDisposeTargetData", layout);
      long options = llvm.call("LLVMCreatePassBuilderOptions");
      long error =
          llvm.call(
              "LLVMRunPasses", module, arena.allocateFrom(PASSES).address(), machine, options);
      llvm.call("LLVMDisposePassBuilderOptions", options);
      llvm.check(error, "LLVM's passes failed");
    }
  }

  private byte[] emit(long module, long machine, int fileType) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG, 2);
      int failed =
          (int)
              llvm.call(
                  "LLVMTargetMachineEmitToMemoryBuffer",
                  machine,
                  module,
                  fileType,
                  out.address(),
                  out.address() + 8);
      if (failed != 0) {
        throw new LlvmException(
            "LLVM cannot generate code: "
                + llvm.takeMessage(out.getAtIndex(ValueLayout.JAVA_LONG, 0)));
      }
      return llvm.takeBuffer(out.getAtIndex(ValueLayout.JAVA_LONG, 1));
    }
  }
}
