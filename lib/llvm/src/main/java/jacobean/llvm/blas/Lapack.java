package jacobean.llvm.blas;

import jacobean.core.HostArray;
import jacobean.error.EngineException;
import jacobean.ir.MatrixFunction;
import jacobean.llvm.memory.BufferPool;
import jacobean.type.Shape;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Functions of stacks of matrices, computed by the LAPACK that is in OpenBLAS.
 *
 * <p>OpenBLAS shares the work on one matrix among the threads. Of as many matrices as there are
 * threads, or more, each thread takes some, and OpenBLAS works on each with one thread.
 */
public final class Lapack {
  private static final int CONSTANTS = 2048;
  private static final int ALIGNMENT = 64;

  /** So many multiplications are worth being shared. */
  private static final long WORTH_SHARING = 200_000;

  private static final int CHUNKS_PER_THREAD = 4;

  private final BufferPool pool;
  private final OpenBlas blas;
  private long next;

  private Lapack(BufferPool pool, OpenBlas blas, long block) {
    this.pool = pool;
    this.blas = blas;
    this.next = block;
  }

  /**
   * Computes a function.
   *
   * @param operands the stacks of matrices
   * @param results where the results go
   * @param pool for scratch memory
   * @throws EngineException if OpenBLAS cannot be loaded here
   */
  public static void run(
      MatrixFunction function, List<HostArray> operands, List<HostArray> results, BufferPool pool) {
    OpenBlas blas = load();
    long bytes = CONSTANTS + copied(operands) + copied(results);
    long block = pool.take(bytes, "linear algebra");
    try {
      new Lapack(pool, blas, block).compute(function, operands, results);
    } finally {
      pool.give(block);
    }
  }

  private static OpenBlas load() {
    try {
      return OpenBlas.get();
    } catch (IOException e) {
      throw new EngineException("linear algebra needs OpenBLAS: " + e.getMessage(), e);
    }
  }

  private static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) & -ALIGNMENT;
  }

  private static long copied(List<HostArray> arrays) {
    return arrays.stream()
        .map(HostArray::data)
        .filter(d -> !d.isNative())
        .mapToLong(d -> aligned(d.byteSize()))
        .sum();
  }

  private long take(long bytes) {
    long at = next;
    next += aligned(bytes);
    return at;
  }

  /** Where an array is in native memory, or a place for it. */
  private long[] addresses(List<HostArray> arrays) {
    return arrays.stream()
        .map(HostArray::data)
        .mapToLong(d -> d.isNative() ? d.address() : take(d.byteSize()))
        .toArray();
  }

  private void compute(MatrixFunction function, List<HostArray> operands, List<HostArray> results) {
    var recipe = new Recipe(blas, operands.getFirst().dtype(), take(CONSTANTS), CONSTANTS);
    Routine routine = routine(recipe, function, operands);
    long[] in = addresses(operands);
    long[] out = addresses(results);
    for (int k = 0; k < in.length; k++) {
      MemorySegment data = operands.get(k).data();
      if (!data.isNative()) {
        At.copy(data, in[k]);
      }
    }
    long count = count(function, operands.getFirst().shape());
    long work = operands.stream().mapToLong(x -> x.size() * x.shape().dim(-1)).max().orElse(0);
    var stack = new Stack(routine, in, out, steps(operands, count), steps(results, count));
    if (blas.threads() == 1 || work < WORTH_SHARING) {
      each(stack, 0, count, recipe);
    } else if (count >= blas.threads()) {
      int chunks = (int) Math.min(count, (long) CHUNKS_PER_THREAD * blas.threads());
      IntStream.range(0, chunks)
          .parallel()
          .forEach(c -> each(stack, count * c / chunks, count * (c + 1) / chunks, recipe));
    } else {
      blas.withAllThreads(() -> each(stack, 0, count, recipe));
    }
    for (int k = 0; k < out.length; k++) {
      MemorySegment data = results.get(k).data();
      if (!data.isNative()) {
        At.copy(out[k], data);
      }
    }
  }

  /**
   * A routine and the matrices that it is for.
   *
   * @param inStep bytes from one matrix of each operand to the next
   */
  private record Stack(Routine routine, long[] in, long[] out, long[] inStep, long[] outStep) {
    void run(long i, long scratch) {
      routine.run(moved(in, inStep, i), moved(out, outStep, i), scratch);
    }

    private static long[] moved(long[] addresses, long[] steps, long i) {
      long[] moved = addresses.clone();
      for (int k = 0; k < moved.length; k++) {
        moved[k] += i * steps[k];
      }
      return moved;
    }
  }

  private void each(Stack stack, long from, long to, Recipe recipe) {
    long scratch = pool.take(Math.max(ALIGNMENT, recipe.scratch()), "linear algebra");
    try {
      for (long i = from; i < to; i++) {
        stack.run(i, scratch);
      }
    } finally {
      pool.give(scratch);
    }
  }

  private static long[] steps(List<HostArray> arrays, long count) {
    return arrays.stream().mapToLong(x -> x.data().byteSize() / count).toArray();
  }

  /** How many matrices there are. */
  private static long count(MatrixFunction function, Shape first) {
    long matrix =
        function instanceof MatrixFunction.TridiagonalSolve
            ? first.dim(-1)
            : (long) first.dim(-2) * first.dim(-1);
    return first.size() / matrix;
  }

  private static Routine routine(Recipe r, MatrixFunction function, List<HostArray> operands) {
    Shape first = operands.getFirst().shape();
    Shape last = operands.getLast().shape();
    int n = first.dim(-1);
    int m = first.rank() == 1 ? 1 : first.dim(-2);
    return switch (function) {
      case MatrixFunction.Cholesky c -> TriangularRoutines.cholesky(r, n);
      case MatrixFunction.Lu l -> TriangularRoutines.lu(r, m, n);
      case MatrixFunction.Qr q -> ReflectionRoutines.qr(r, q.full(), m, n);
      case MatrixFunction.HouseholderProduct h ->
          ReflectionRoutines.householderProduct(r, m, n, last.dim(-1));
      case MatrixFunction.Hessenberg h -> ReflectionRoutines.hessenberg(r, n);
      case MatrixFunction.Tridiagonal t -> ReflectionRoutines.tridiagonal(r, t.lower(), n);
      case MatrixFunction.Eigh e -> SpectralRoutines.eigh(r, n);
      case MatrixFunction.Eig e -> SpectralRoutines.eig(r, e.left(), e.right(), n);
      case MatrixFunction.Svd s -> SpectralRoutines.svd(r, s.full(), s.vectors(), m, n);
      case MatrixFunction.TriangularSolve t ->
          TriangularRoutines.triangularSolve(
              r, t.leftSide(), t.lower(), t.form(), t.unitDiagonal(), last.dim(-2), last.dim(-1));
      case MatrixFunction.Solve s -> TriangularRoutines.solve(r, s.form(), n, last.dim(-1));
      case MatrixFunction.TridiagonalSolve t ->
          TriangularRoutines.tridiagonalSolve(r, n, last.dim(-1));
    };
  }
}
