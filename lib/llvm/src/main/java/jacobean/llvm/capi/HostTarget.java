package jacobean.llvm.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The machine that code is made for.
 *
 * @param triple LLVM's name of processor family, vendor and system
 * @param cpu the processor model as LLVM names it, {@code znver4} for example
 * @param features the processor's features, {@code +avx2,+fma,-sse4a,...}
 */
public record HostTarget(String triple, String cpu, String features) {
  /** The machine of this process. */
  static HostTarget detect(LlvmApi llvm) {
    return new HostTarget(
        llvm.takeMessage(llvm.call("LLVMGetDefaultTargetTriple")),
        llvm.takeMessage(llvm.call("LLVMGetHostCPUName")),
        llvm.takeMessage(llvm.call("LLVMGetHostCPUFeatures")));
  }

  /** Whether the processor has a feature, {@code avx512f} for example. */
  public boolean has(String feature) {
    return ("," + features + ",").contains(",+" + feature + ",");
  }

  /** Whether a fused multiply-add is one instruction. */
  public boolean hasFma() {
    return has("fma") || triple.startsWith("aarch64") || triple.startsWith("arm64");
  }

  /** A new LLVMTargetMachineRef for position-independent code; the caller disposes it. */
  long newMachine(LlvmApi llvm) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG, 2);
      MemorySegment tripleC = arena.allocateFrom(triple);
      int failed =
          (int)
              llvm.call(
                  "LLVMGetTargetFromTriple", tripleC.address(), out.address(), out.address() + 8);
      if (failed != 0) {
        throw new LlvmException(
            "no code generator for "
                + triple
                + ": "
                + llvm.takeMessage(out.getAtIndex(ValueLayout.JAVA_LONG, 1)));
      }
      int aggressive = 3;
      int positionIndependent = 2;
      int defaultCodeModel = 0;
      return llvm.call(
          "LLVMCreateTargetMachine",
          out.getAtIndex(ValueLayout.JAVA_LONG, 0),
          tripleC.address(),
          arena.allocateFrom(cpu).address(),
          arena.allocateFrom(features).address(),
          aggressive,
          positionIndependent,
          defaultCodeModel);
    }
  }
}
