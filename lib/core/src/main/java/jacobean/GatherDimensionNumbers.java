package jacobean;

import jacobean.op.Windows;
import jacobean.type.Axes;
import java.util.Arrays;
import java.util.List;

/**
 * How the windows that {@code lax.gather} reads lie in an array and in the result. {@code
 * lax.GatherDimensionNumbers}.
 *
 * {@snippet :
 * var rows = GatherDimensionNumbers.of(new int[] {1}, new int[] {0}, new int[] {0});
 * var places = jnp.array(2, 0).reshape(2, 1);
 * lax.gather(jnp.eye(3), places, rows, new int[] {1, 3}) // => [[0. 0. 1.] [1. 0. 0.]]
 * }
 *
 * @param offsetDims the axes of the result that run within a window, ascending
 * @param collapsedSliceDims axes of the array along which windows have length 1 that the result
 *     leaves out
 * @param startIndexMap the axis of the array that each component of an index vector is for
 * @param operandBatchingDims axes of the array that go along with batch axes of the indexes
 * @param startIndicesBatchingDims these batch axes
 */
public record GatherDimensionNumbers(
    List<Integer> offsetDims,
    List<Integer> collapsedSliceDims,
    List<Integer> startIndexMap,
    List<Integer> operandBatchingDims,
    List<Integer> startIndicesBatchingDims) {
  public GatherDimensionNumbers {
    offsetDims = List.copyOf(offsetDims);
    collapsedSliceDims = List.copyOf(collapsedSliceDims);
    startIndexMap = List.copyOf(startIndexMap);
    operandBatchingDims = List.copyOf(operandBatchingDims);
    startIndicesBatchingDims = List.copyOf(startIndicesBatchingDims);
  }

  /**
   * Without axes that go along with each other.
   *
   * {@snippet :
   * GatherDimensionNumbers.of(new int[] {1}, new int[] {0}, new int[] {0}).offsetDims() // => [1]
   * }
   */
  public static GatherDimensionNumbers of(
      int[] offsetDims, int[] collapsedSliceDims, int[] startIndexMap) {
    return new GatherDimensionNumbers(
        list(offsetDims), list(collapsedSliceDims), list(startIndexMap), List.of(), List.of());
  }

  /**
   * With these axes of the array going along with these batch axes of the indexes.
   *
   * {@snippet :
   * var each = GatherDimensionNumbers.of(new int[] {}, new int[] {}, new int[] {1});
   * each.batching(new int[] {0}, new int[] {0}).operandBatchingDims() // => [0]
   * }
   */
  public GatherDimensionNumbers batching(int[] operand, int[] startIndices) {
    return new GatherDimensionNumbers(
        offsetDims, collapsedSliceDims, startIndexMap, list(operand), list(startIndices));
  }

  Windows windows() {
    return new Windows(
        axes(offsetDims),
        axes(collapsedSliceDims),
        axes(startIndexMap),
        axes(operandBatchingDims),
        axes(startIndicesBatchingDims));
  }

  static List<Integer> list(int[] axes) {
    return Arrays.stream(axes).boxed().toList();
  }

  static Axes axes(List<Integer> axes) {
    return Axes.of(axes.stream().mapToInt(i -> i).toArray());
  }
}
