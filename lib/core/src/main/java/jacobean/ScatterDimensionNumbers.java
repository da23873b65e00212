package jacobean;

import jacobean.op.Windows;
import java.util.List;

/**
 * How the windows that {@code lax.scatter} writes lie in an array and in the updates. {@code
 * lax.ScatterDimensionNumbers}.
 *
 * {@snippet :
 * var rows = ScatterDimensionNumbers.of(new int[] {1}, new int[] {0}, new int[] {0});
 * var places = jnp.array(1).reshape(1, 1);
 * lax.scatterAdd(jnp.zeros(2, 2), places, jnp.ones(1, 2), rows) // => [[0. 0.] [1. 1.]]
 * }
 *
 * @param updateWindowDims the axes of the updates that run within a window, ascending
 * @param insertedWindowDims axes of the array along which windows have length 1 that the updates
 *     leave out
 * @param scatterDimsToOperandDims the axis of the array that each component of an index vector is
 *     for
 * @param operandBatchingDims axes of the array that go along with batch axes of the indexes
 * @param scatterIndicesBatchingDims these batch axes
 */
public record ScatterDimensionNumbers(
    List<Integer> updateWindowDims,
    List<Integer> insertedWindowDims,
    List<Integer> scatterDimsToOperandDims,
    List<Integer> operandBatchingDims,
    List<Integer> scatterIndicesBatchingDims) {
  public ScatterDimensionNumbers {
    updateWindowDims = List.copyOf(updateWindowDims);
    insertedWindowDims = List.copyOf(insertedWindowDims);
    scatterDimsToOperandDims = List.copyOf(scatterDimsToOperandDims);
    operandBatchingDims = List.copyOf(operandBatchingDims);
    scatterIndicesBatchingDims = List.copyOf(scatterIndicesBatchingDims);
  }

  /**
   * Without axes that go along with each other.
   *
   * {@snippet :
   * var none = new int[0];
   * ScatterDimensionNumbers.of(none, new int[] {0}, new int[] {0}).insertedWindowDims() // => [0]
   * }
   */
  public static ScatterDimensionNumbers of(
      int[] updateWindowDims, int[] insertedWindowDims, int[] scatterDimsToOperandDims) {
    return new ScatterDimensionNumbers(
        GatherDimensionNumbers.list(updateWindowDims),
        GatherDimensionNumbers.list(insertedWindowDims),
        GatherDimensionNumbers.list(scatterDimsToOperandDims),
        List.of(),
        List.of());
  }

  /**
   * With these axes of the array going along with these batch axes of the indexes.
   *
   * {@snippet :
   * var each = ScatterDimensionNumbers.of(new int[] {}, new int[] {}, new int[] {1});
   * each.batching(new int[] {0}, new int[] {0}).operandBatchingDims() // => [0]
   * }
   */
  public ScatterDimensionNumbers batching(int[] operand, int[] scatterIndices) {
    return new ScatterDimensionNumbers(
        updateWindowDims,
        insertedWindowDims,
        scatterDimsToOperandDims,
        GatherDimensionNumbers.list(operand),
        GatherDimensionNumbers.list(scatterIndices));
  }

  Windows windows() {
    return new Windows(
        GatherDimensionNumbers.axes(updateWindowDims),
        GatherDimensionNumbers.axes(insertedWindowDims),
        GatherDimensionNumbers.axes(scatterDimsToOperandDims),
        GatherDimensionNumbers.axes(operandBatchingDims),
        GatherDimensionNumbers.axes(scatterIndicesBatchingDims));
  }
}
