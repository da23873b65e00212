package jacobean.llvm.natives;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/**
 * Calls C functions whose parameters and results are integers and pointers, all of them as longs.
 * One method handle for each number of parameters serves every function, because making a handle
 * costs a millisecond and there are dozens of functions. The C calling conventions in use pass an
 * int in the low half of a 64-bit register and ignore the rest; the upper half of an int result is
 * garbage, so callers narrow it.
 */
public final class CCall {
  private static final class Arity0 {
    static final MethodHandle HANDLE = handle(0);
  }

  private static final class Arity1 {
    static final MethodHandle HANDLE = handle(1);
  }

  private static final class Arity2 {
    static final MethodHandle HANDLE = handle(2);
  }

  private static final class Arity3 {
    static final MethodHandle HANDLE = handle(3);
  }

  private static final class Arity4 {
    static final MethodHandle HANDLE = handle(4);
  }

  private static final class Arity5 {
    static final MethodHandle HANDLE = handle(5);
  }

  private static final class Arity7 {
    static final MethodHandle HANDLE = handle(7);
  }

  private CCall() {}

  private static MethodHandle handle(int arity) {
    var parameters = new MemoryLayout[arity];
    Arrays.fill(parameters, ValueLayout.JAVA_LONG);
    return Linker.nativeLinker()
        .downcallHandle(FunctionDescriptor.of(ValueLayout.JAVA_LONG, parameters));
  }

  /** Calls {@code f()}. */
  public static long call(MemorySegment f) {
    try {
      return (long) Arity0.HANDLE.invokeExact(f);
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /** Calls {@code f(a)}. */
  public static long call(MemorySegment f, long a) {
    try {
      return (long) Arity1.HANDLE.invokeExact(f, a);
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /** Calls {@code f(a, b)}. */
  public static long call(MemorySegment f, long a, long b) {
    try {
      return (long) Arity2.HANDLE.invokeExact(f, a, b);
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /** Calls {@code f(a, b, c)}. */
  public static long call(MemorySegment f, long a, long b, long c) {
    try {
      return (long) Arity3.HANDLE.invokeExact(f, a, b, c);
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /** Calls {@code f(a, b, c, d)}. */
  public static long call(MemorySegment f, long a, long b, long c, long d) {
    try {
      return (long) Arity4.HANDLE.invokeExact(f, a, b, c, d);
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /** Calls {@code f(a, b, c, d, e)}. */
  public static long call(MemorySegment f, long a, long b, long c, long d, long e) {
    try {
      return (long) Arity5.HANDLE.invokeExact(f, a, b, c, d, e);
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  /** Calls {@code f(a, b, c, d, e, g, h)}. */
  public static long call(MemorySegment f, long a, long b, long c, long d, long e, long g, long h) {
    try {
      return (long) Arity7.HANDLE.invokeExact(f, a, b, c, d, e, g, h);
    } catch (Throwable t) {
      throw unexpected(t);
    }
  }

  private static AssertionError unexpected(Throwable t) {
    return new AssertionError("a native call cannot throw", t);
  }
}
