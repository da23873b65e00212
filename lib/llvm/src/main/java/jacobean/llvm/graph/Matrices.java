package jacobean.llvm.graph;

import jacobean.type.Axes;
import java.util.List;
import java.util.Optional;

/** What a matrix product multiplies: {@code batch} products of m by k and k by n matrices. */
record Matrices(View left, View right, long batch, int m, int n, int k) {
  /**
   * A value in memory, seen as matrices.
   *
   * @param base the value
   * @param order if present, the value's axes must first be copied into this order
   * @param offset see {@link jacobean.llvm.loop.Step.Matrix}
   */
  record View(
      Graph.Value base,
      Optional<Axes> order,
      long offset,
      long batchStride,
      int rowStride,
      boolean transposed) {}

  /** The values that must be in memory. */
  List<Graph.Value> bases() {
    return List.of(left.base(), right.base());
  }
}
