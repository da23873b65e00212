package jacobean.llvm.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Links object files into this process with LLVM's ORC. All objects share one table of symbols, so
 * their visible names must differ; what none defines comes from {@link #define} and then from the
 * process (libc, libm).
 */
public final class Jit {
  private final LlvmApi llvm;
  private final long jit;
  private final long shared;

  Jit(LlvmApi llvm) {
    this.llvm = llvm;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG);
      llvm.check(llvm.call("LLVMOrcCreateLLJIT", out.address(), 0), "cannot start LLVM's linker");
      jit = out.get(ValueLayout.JAVA_LONG, 0);
      shared = llvm.call("LLVMOrcLLJITGetMainJITDylib", jit);
      long prefix = llvm.call("LLVMOrcLLJITGetGlobalPrefix", jit) & 0xff;
      llvm.check(
          llvm.call(
              "LLVMOrcCreateDynamicLibrarySearchGeneratorForProcess", out.address(), prefix, 0, 0),
          "cannot look up the process's symbols");
      llvm.call("LLVMOrcJITDylibAddGenerator", shared, out.get(ValueLayout.JAVA_LONG, 0));
    }
  }

  /** Gives the function or variable at {@code address} a name that all later objects can use. */
  public void define(String name, long address) {
    try (Arena arena = Arena.ofConfined()) {
      // struct { LLVMOrcSymbolStringPoolEntryRef; struct { u64 address; u8 generic, target; }; }
      MemorySegment pair = arena.allocate(24, 8);
      pair.set(
          ValueLayout.JAVA_LONG,
          0,
          llvm.call("LLVMOrcLLJITMangleAndIntern", jit, arena.allocateFrom(name).address()));
      pair.set(ValueLayout.JAVA_LONG, 8, address);
      byte exportedAndCallable = 1 | 4;
      pair.set(ValueLayout.JAVA_BYTE, 16, exportedAndCallable);
      long unit = llvm.call("LLVMOrcAbsoluteSymbols", pair.address(), 1);
      llvm.check(
          llvm.call("LLVMOrcJITDylibDefine", shared, unit), "cannot define the symbol " + name);
    }
  }

  /**
   * Links an object file into the process. Its visible symbols must be new to this linker.
   *
   * @param object a relocatable object file
   * @return its code, which stays until {@link Loaded#close}
   */
  public Loaded load(byte[] object) {
    long tracker = llvm.call("LLVMOrcJITDylibCreateResourceTracker", shared);
    llvm.check(
        llvm.call("LLVMOrcLLJITAddObjectFileWithRT", jit, tracker, llvm.buffer(object, "program")),
        "cannot link compiled code");
    return new Loaded(tracker);
  }

  /** Code in the process. */
  public final class Loaded implements AutoCloseable {
    private final long tracker;
    private boolean closed;

    private Loaded(long tracker) {
      this.tracker = tracker;
    }

    /**
     * The address of a function or variable that the object defines.
     *
     * @throws LlvmException if it has none of that name, or something it needs is missing
     */
    public MemorySegment symbol(String name) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG);
        llvm.check(
            llvm.call("LLVMOrcLLJITLookup", jit, out.address(), arena.allocateFrom(name).address()),
            "cannot link " + name);
        return MemorySegment.ofAddress(out.get(ValueLayout.JAVA_LONG, 0));
      }
    }

    /** Frees the code's memory, once; no thread may be in it, now or later. */
    @Override
    public synchronized void close() {
      if (closed) {
        return;
      }
      closed = true;
      llvm.check(llvm.call("LLVMOrcResourceTrackerRemove", tracker), "cannot unload code");
      llvm.call("LLVMOrcReleaseResourceTracker", tracker);
    }
  }
}
