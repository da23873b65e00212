package jacobean.llvm.capi;

import jacobean.llvm.natives.CCall;
import jacobean.llvm.natives.NativeFiles;
import jacobean.llvm.natives.SharedLibrary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;

/**
 * LLVM's C API, called through the foreign function interface by name. Handles of LLVM objects are
 * plain longs here; the classes beside this one give them types and lifetimes.
 */
final class LlvmApi {
  private static final FutureTask<LlvmApi> LOADING = new FutureTask<>(LlvmApi::new);

  private final SharedLibrary library;
  private final Map<String, MemorySegment> symbols = new ConcurrentHashMap<>();

  private LlvmApi() throws IOException {
    var files = NativeFiles.ofUser();
    library =
        SharedLibrary.load(files.extract("llvm", files.platform().libraryFile("LLVM"), List.of()));
    String target =
        switch (files.platform().arch()) {
          case "arm64" -> "AArch64";
          default -> "X86";
        };
    for (String part : List.of("TargetInfo", "Target", "TargetMC", "AsmPrinter")) {
      call("LLVMInitialize" + target + part);
    }
  }

  /** Loads the library, or waits until another thread has. */
  static LlvmApi get() throws IOException {
    LOADING.run();
    try {
      return LOADING.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while LLVM was being loaded", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IOException("LLVM cannot be loaded: " + e.getCause().getMessage(), e.getCause());
    }
  }

  /** LLVM's version, {@code 20.1.7} for example. */
  String version() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment v = arena.allocate(ValueLayout.JAVA_INT, 3);
      call("LLVMGetVersion", v.address(), v.address() + 4, v.address() + 8);
      return v.getAtIndex(ValueLayout.JAVA_INT, 0)
          + "."
          + v.getAtIndex(ValueLayout.JAVA_INT, 1)
          + "."
          + v.getAtIndex(ValueLayout.JAVA_INT, 2);
    }
  }

  long call(String function) {
    return CCall.call(symbol(function));
  }

  long call(String function, long a) {
    return CCall.call(symbol(function), a);
  }

  long call(String function, long a, long b) {
    return CCall.call(symbol(function), a, b);
  }

  long call(String function, long a, long b, long c) {
    return CCall.call(symbol(function), a, b, c);
  }

  long call(String function, long a, long b, long c, long d) {
    return CCall.call(symbol(function), a, b, c, d);
  }

  long call(String function, long a, long b, long c, long d, long e) {
    return CCall.call(symbol(function), a, b, c, d, e);
  }

  long call(String function, long a, long b, long c, long d, long e, long f, long g) {
    return CCall.call(symbol(function), a, b, c, d, e, f, g);
  }

  /** A C string's text. */
  static String text(long cString) {
    return MemorySegment.ofAddress(cString).reinterpret(Long.MAX_VALUE).getString(0);
  }

  /** The text of a string that LLVM allocated, which is freed. */
  String takeMessage(long message) {
    if (message == 0) {
      return "";
    }
    String text = text(message);
    call("LLVMDisposeMessage", message);
    return text;
  }

  /**
   * Throws if {@code error} is one.
   *
   * @param error an LLVMErrorRef, 0 for success
   * @param doing what was being done, for the message
   */
  void check(long error, String doing) {
    if (error != 0) {
      long message = call("LLVMGetErrorMessage", error);
      String text = text(message);
      call("LLVMDisposeErrorMessage", message);
      throw new LlvmException(doing + ": " + text);
    }
  }

  /** Copies the bytes of an LLVMMemoryBufferRef and disposes it. */
  byte[] takeBuffer(long buffer) {
    long start = call("LLVMGetBufferStart", buffer);
    long size = call("LLVMGetBufferSize", buffer);
    byte[] bytes = MemorySegment.ofAddress(start).reinterpret(size).toArray(ValueLayout.JAVA_BYTE);
    call("LLVMDisposeMemoryBuffer", buffer);
    return bytes;
  }

  /** An LLVMMemoryBufferRef with a copy of {@code bytes}, a zero byte after them. */
  long buffer(byte[] bytes, String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocate(bytes.length + 1L);
      MemorySegment.copy(bytes, 0, copy, ValueLayout.JAVA_BYTE, 0, bytes.length);
      return call(
          "LLVMCreateMemoryBufferWithMemoryRangeCopy",
          copy.address(),
          bytes.length,
          arena.allocateFrom(name).address());
    }
  }

  private MemorySegment symbol(String name) {
    return symbols.computeIfAbsent(name, library::symbol);
  }
}
