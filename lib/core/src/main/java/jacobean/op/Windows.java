package jacobean.op;

import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How windows of an array, one for each index vector, lie in another array: JAX's dimension numbers
 * of gather and, by other names, of scatter.
 *
 * <p>The index vectors are the last axis of the indexes; the other axes of the indexes are the
 * batch axes. The windowed array, which gather makes and scatter reads, has the batch axes and, at
 * {@code offsetDims}, the axes of the windows.
 *
 * @param offsetDims the axes of the windowed array that run within a window, ascending
 * @param collapsedSliceDims axes of the array along which windows have length 1 that are left out
 * @param startIndexMap the axis of the array that each component of an index vector is for
 * @param operandBatchingDims axes of the array that go along with batch axes
 * @param startIndicesBatchingDims the batch axes that they go along with
 */
public record Windows(
    Axes offsetDims,
    Axes collapsedSliceDims,
    Axes startIndexMap,
    Axes operandBatchingDims,
    Axes startIndicesBatchingDims) {

  /** Without axes that go along with batch axes. */
  public static Windows of(Axes offsetDims, Axes collapsedSliceDims, Axes startIndexMap) {
    return new Windows(offsetDims, collapsedSliceDims, startIndexMap, Axes.of(), Axes.of());
  }

  /** The axes of an array of this rank that run within a window. */
  Axes windowAxes(int rank) {
    return collapsedSliceDims.then(operandBatchingDims).complement(rank);
  }

  /** The axes of a windowed array of this rank that go over the index vectors. */
  Axes batchAxes(int rank) {
    return offsetDims.complement(rank);
  }

  /** The shape of the windowed array. */
  Shape windowed(Shape indices, int operandRank, Axes sliceSizes) {
    int rank = indices.rank() - 1 + offsetDims.size();
    var dims = new int[rank];
    var batch = batchAxes(rank);
    for (int i = 0; i < batch.size(); i++) {
      dims[batch.get(i)] = indices.dim(i);
    }
    var within = windowAxes(operandRank);
    for (int i = 0; i < within.size(); i++) {
      dims[offsetDims.get(i)] = sliceSizes.get(within.get(i));
    }
    return Shape.of(dims);
  }

  /**
   * The lengths of the windows in an array, given the windowed array.
   *
   * @throws ShapeException if it has other axes than windows have
   */
  public Axes lengths(Shape windowed, int operandRank) {
    var within = windowAxes(operandRank);
    if (within.size() != offsetDims.size()
        || Arrays.stream(offsetDims.toArray()).anyMatch(a -> a < 0 || a >= windowed.rank())) {
      throw new ShapeException(
          "scatter: the axes "
              + offsetDims
              + " of the updates of shape "
              + windowed
              + " must be the axes "
              + within
              + " of the array, all but those inserted and batching ones, in order.");
    }
    return Axes.of(
        IntStream.range(0, operandRank)
            .map(d -> within.contains(d) ? windowed.dim(offsetDims.get(within.indexOf(d))) : 1)
            .toArray());
  }

  /** For an array with a new first axis, all of which is in every window. */
  Windows withWholeAxis() {
    return new Windows(
        Axes.of(0).then(offsetDims.shift(0)),
        collapsedSliceDims.shift(0),
        startIndexMap.shift(0),
        operandBatchingDims.shift(0),
        startIndicesBatchingDims);
  }

  /** For indexes with a new first axis, and an array without. */
  Windows withMoreIndices() {
    return new Windows(
        offsetDims.shift(0),
        collapsedSliceDims,
        startIndexMap,
        operandBatchingDims,
        startIndicesBatchingDims.shift(0));
  }

  /** For an array and indexes with a new first axis each, which go along with each other. */
  Windows withBatchAxis() {
    return new Windows(
        offsetDims.shift(0),
        collapsedSliceDims.shift(0),
        startIndexMap.shift(0),
        Axes.of(0).then(operandBatchingDims.shift(0)),
        Axes.of(0).then(startIndicesBatchingDims.shift(0)));
  }

  /**
   * Checks that the array, the indexes and the lengths of the windows fit.
   *
   * @throws ShapeException if they do not
   * @throws DTypeException if the indexes are no integers
   */
  void check(String name, Aval operand, Aval indices, Axes sliceSizes) {
    if (!indices.dtype().isInteger()) {
      throw new DTypeException(
          name
              + ": the indexes must be integers, got "
              + indices
              + ". Convert them with astype(jnp.int32).");
    }
    if (indices.rank() == 0 || indices.shape().dim(-1) != startIndexMap.size()) {
      throw new ShapeException(
          name
              + ": the last axis of the indexes holds one component for each of the axes "
              + startIndexMap
              + " and must have length "
              + startIndexMap.size()
              + ", got "
              + indices
              + ".");
    }
    int windowed = indices.rank() - 1 + offsetDims.size();
    wantAxes(name, "offsetDims", offsetDims, windowed);
    wantAxes(name, "collapsedSliceDims", collapsedSliceDims, operand.rank());
    wantAxes(name, "operandBatchingDims", operandBatchingDims, operand.rank());
    wantAxes(name, "startIndexMap", startIndexMap, operand.rank());
    wantAxes(name, "startIndicesBatchingDims", startIndicesBatchingDims, indices.rank() - 1);
    for (int i = 0; i < operandBatchingDims.size(); i++) {
      boolean along =
          startIndicesBatchingDims.size() == operandBatchingDims.size()
              && operand.shape().dim(operandBatchingDims.get(i))
                  == indices.shape().dim(startIndicesBatchingDims.get(i));
      if (!along) {
        throw new ShapeException(
            name
                + ": axes "
                + operandBatchingDims
                + " of "
                + operand
                + " cannot go along with axes "
                + startIndicesBatchingDims
                + " of the indexes "
                + indices
                + "; they must be as many, and as long.");
      }
    }
    if (sliceSizes.size() != operand.rank()) {
      throw new ShapeException(
          name
              + ": wanted one window length for each axis of "
              + operand
              + ", got "
              + sliceSizes
              + ".");
    }
    if (windowAxes(operand.rank()).size() != offsetDims.size()) {
      throw new ShapeException(
          name
              + ": windows of "
              + operand
              + " without the axes "
              + collapsedSliceDims.then(operandBatchingDims)
              + " have "
              + windowAxes(operand.rank()).size()
              + " axes, but offsetDims names "
              + offsetDims
              + ".");
    }
    for (int i = 0; i < operand.rank(); i++) {
      boolean single = collapsedSliceDims.contains(i) || operandBatchingDims.contains(i);
      int size = sliceSizes.get(i);
      if (size < 0 || size > operand.shape().dim(i) && size > 1 || single && size != 1) {
        throw new ShapeException(
            name
                + ": windows of length "
                + size
                + " along axis "
                + i
                + " do not fit "
                + operand
                + "; wanted "
                + (single ? "1" : "0 to " + operand.shape().dim(i))
                + ".");
      }
    }
  }

  private static void wantAxes(String name, String which, Axes axes, int rank) {
    var given = Arrays.stream(axes.toArray());
    if (given.anyMatch(a -> a < 0 || a >= rank)
        || Arrays.stream(axes.toArray()).distinct().count() < axes.size()) {
      throw new ShapeException(
          name
              + ": "
              + which
              + " must name different axes from 0 to "
              + (rank - 1)
              + ", got "
              + axes
              + ".");
    }
  }
}
