package jacobean.llvm.blas;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/**
 * A Fortran subroutine. All its arguments are addresses, and after them come the lengths of those
 * that are texts, which for LAPACK are all 1.
 *
 * <p>One method handle of many parameters serves every subroutine: the C calling conventions in use
 * let the caller clear the stack, so arguments beyond those that a function takes are ignored.
 */
record Fortran(MemorySegment address) {
  private static final int MOST = 20;
  private static final MethodHandle HANDLE = handle();

  private static MethodHandle handle() {
    var parameters = new MemoryLayout[MOST];
    Arrays.fill(parameters, ValueLayout.JAVA_LONG);
    return Linker.nativeLinker().downcallHandle(FunctionDescriptor.ofVoid(parameters));
  }

  /** Calls it with these addresses. */
  void call(long... arguments) {
    long[] a = Arrays.copyOf(arguments, MOST);
    Arrays.fill(a, arguments.length, MOST, 1);
    try {
      HANDLE.invokeExact(
          address, a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12],
          a[13], a[14], a[15], a[16], a[17], a[18], a[19]);
    } catch (Throwable t) {
      throw new AssertionError("a native call cannot throw", t);
    }
  }
}
