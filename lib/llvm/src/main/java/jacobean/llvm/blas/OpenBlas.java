package jacobean.llvm.blas;

import jacobean.llvm.capi.Llvm;
import jacobean.llvm.natives.CCall;
import jacobean.llvm.natives.NativeFiles;
import jacobean.llvm.natives.SharedLibrary;
import jacobean.llvm.threads.WorkerPool;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;

/**
 * OpenBLAS in this process. Compiled programs call {@code cblas_sgemm} and its like by these names,
 * each call on one thread, and share the work themselves. Where one call is to use all threads,
 * they are those of our {@link WorkerPool}, so that no two pools compete for the cores. LAPACK's
 * functions are found with {@link #symbol}.
 */
public final class OpenBlas {
  /** The functions that compiled code may call by name. */
  private static final List<String> FOR_PROGRAMS =
      List.of(
          "cblas_sgemm", "cblas_dgemm", "cblas_cgemm", "cblas_zgemm", "cblas_sgemv", "cblas_dgemv");

  private static final class Holder {
    static final OpenBlas INSTANCE;
    static final IOException FAILURE;

    static {
      OpenBlas blas = null;
      IOException failure = null;
      try {
        blas = new OpenBlas();
      } catch (IOException e) {
        failure = e;
      }
      INSTANCE = blas;
      FAILURE = failure;
    }
  }

  private final SharedLibrary library;
  private final int threads;
  private final StampedLock use = new StampedLock();

  private OpenBlas() throws IOException {
    NativeFiles files = NativeFiles.ofUser();
    Llvm llvm = Llvm.get();
    WorkerPool pool = WorkerPool.get();
    oneThreadAtLoad();
    library =
        SharedLibrary.load(
            switch (files.platform().os()) {
              case "windows" -> files.extract("openblas", "libopenblas.dll", COMPANIONS);
              case "macosx" -> files.extract("openblas", "libopenblas.0.dylib", COMPANIONS);
              default -> files.extract("openblas", "libopenblas.so.0", COMPANIONS);
            });
    CCall.call(symbol("openblas_set_threads_callback_function"), pool.blasJobs().address());
    threads = pool.threads();
    setThreads(threads); // makes what it needs for so many
    setThreads(1);
    FOR_PROGRAMS.forEach(name -> llvm.define(name, symbol(name).address()));
  }

  private static final List<String> COMPANIONS =
      List.of(
          "libquadmath.so.0",
          "libgcc_s.so.1",
          "libgfortran.so.5",
          "libgfortran.so.4",
          "libgfortran.5.dylib",
          "libquadmath.0.dylib",
          "libgcc_s.1.1.dylib",
          "libgcc_s_seh-1.dll",
          "libgfortran-5.dll",
          "libquadmath-0.dll",
          "libwinpthread-1.dll");

  /** Keeps the library from starting a pool of its own when it is loaded. */
  private static void oneThreadAtLoad() {
    var setenv = Linker.nativeLinker().defaultLookup().find("setenv");
    if (setenv.isPresent() && System.getenv("OPENBLAS_NUM_THREADS") == null) {
      try (Arena arena = Arena.ofConfined()) {
        CCall.call(
            setenv.get(),
            arena.allocateFrom("OPENBLAS_NUM_THREADS").address(),
            arena.allocateFrom("1").address(),
            1);
      }
    }
  }

  /**
   * OpenBLAS, loaded if it was not yet.
   *
   * @throws IOException if it cannot be loaded here, with the reason
   */
  public static OpenBlas get() throws IOException {
    if (Holder.FAILURE != null) {
      throw new IOException(Holder.FAILURE.getMessage(), Holder.FAILURE);
    }
    return Holder.INSTANCE;
  }

  /**
   * The address of a BLAS or LAPACK function, {@code cblas_sgemm} or {@code dgesv_} for example.
   *
   * @throws UnsatisfiedLinkError if there is none of that name
   */
  public MemorySegment symbol(String name) {
    return library.symbol(name);
  }

  /** The number of threads that can work on one call. */
  public int threads() {
    return threads;
  }

  /**
   * Held by who runs compiled code that multiplies matrices: a call of the library then stays on
   * its own thread.
   */
  public Lock products() {
    return use.asReadLock();
  }

  /**
   * Runs something that may use all threads for one call of the library. Compiled code shares its
   * products among the threads itself, and must not find them shared once more: it waits meanwhile.
   */
  void withAllThreads(Runnable work) {
    Lock alone = use.asWriteLock();
    alone.lock();
    try {
      setThreads(threads);
      DeepStack.run(work);
    } finally {
      setThreads(1);
      alone.unlock();
    }
  }

  private void setThreads(int n) {
    CCall.call(symbol("openblas_set_num_threads"), n);
  }

  /** Row-major {@code c = a b}, each operand as stored or transposed. */
  public void sgemm(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      MemorySegment a,
      int lda,
      MemorySegment b,
      int ldb,
      MemorySegment c,
      int ldc) {
    try {
      Gemm.SGEMM.invokeExact(
          symbol("cblas_sgemm"),
          Gemm.ROW_MAJOR,
          transposeA ? Gemm.TRANSPOSED : Gemm.AS_STORED,
          transposeB ? Gemm.TRANSPOSED : Gemm.AS_STORED,
          m,
          n,
          k,
          1f,
          a,
          lda,
          b,
          ldb,
          0f,
          c,
          ldc);
    } catch (Throwable t) {
      throw new AssertionError("a native call cannot throw", t);
    }
  }

  private static final class Gemm {
    static final int ROW_MAJOR = 101;
    static final int AS_STORED = 111;
    static final int TRANSPOSED = 112;
    static final java.lang.invoke.MethodHandle SGEMM =
        Linker.nativeLinker()
            .downcallHandle(
                FunctionDescriptor.ofVoid(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_FLOAT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_FLOAT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT));
  }
}
