package jacobean.op;

import jacobean.core.HostArray;
import jacobean.type.Axes;
import jacobean.type.Shape;

/** Goes through all elements of all windows, in the order of the index vectors; plain Java. */
final class WindowWalk {
  private final Windows numbers;
  private final Shape operand;
  private final Axes sliceSizes;
  private final Shape windowed;
  private final long[] inOperand;
  private final long[] inWindowed;

  WindowWalk(Windows numbers, Shape operand, Axes sliceSizes, Shape windowed) {
    this.numbers = numbers;
    this.operand = operand;
    this.sliceSizes = sliceSizes;
    this.windowed = windowed;
    var within = numbers.windowAxes(operand.rank());
    int size = 1;
    for (int axis : within.toArray()) {
      size = Math.multiplyExact(size, sliceSizes.get(axis));
    }
    this.inOperand = offsets(size, within, operand.strides(), within);
    this.inWindowed = offsets(size, within, windowed.strides(), numbers.offsetDims());
  }

  /**
   * The offset of each element of a window from the first, where the i-th axis of it is axes[i].
   */
  private long[] offsets(int size, Axes within, long[] strides, Axes axes) {
    var offsets = new long[size];
    var index = new int[within.size()];
    for (int e = 0; e < size; e++) {
      for (int i = 0; i < index.length; i++) {
        offsets[e] += index[i] * strides[axes.get(i)];
      }
      for (int i = index.length - 1; i >= 0 && ++index[i] == sliceSizes.get(within.get(i)); i--) {
        index[i] = 0;
      }
    }
    return offsets;
  }

  /** What is done with a window. */
  interface Visitor {
    /**
     * Takes one window.
     *
     * @param operand the position of its first element in the array, or -1 for one to be left out
     * @param windowed the position of its first element in the windowed array
     */
    void visit(long operand, long windowed);
  }

  /** The offsets of a window's elements from its first one in the array. */
  long[] inOperand() {
    return inOperand;
  }

  /** The offsets of a window's elements from its first one in the windowed array. */
  long[] inWindowed() {
    return inWindowed;
  }

  /** Whether a window is one piece of memory in both arrays. */
  boolean isContiguous() {
    for (int i = 0; i < inOperand.length; i++) {
      if (inOperand[i] != i || inWindowed[i] != i) {
        return false;
      }
    }
    return true;
  }

  void forEach(HostArray indices, GatherScatterMode mode, Visitor visitor) {
    if (inOperand.length == 0) {
      return;
    }
    var batch = numbers.batchAxes(windowed.rank());
    long[] to = windowed.strides();
    long[] strides = operand.strides();
    var index = new int[batch.size()];
    long vectors = indices.shape().drop(indices.shape().rank() - 1).size();
    int width = numbers.startIndexMap().size();
    for (long v = 0; v < vectors; v++) {
      long at = 0;
      for (int i = 0; i < index.length; i++) {
        at += index[i] * to[batch.get(i)];
      }
      long from = 0;
      for (int i = 0; i < numbers.operandBatchingDims().size(); i++) {
        from +=
            index[numbers.startIndicesBatchingDims().get(i)]
                * strides[numbers.operandBatchingDims().get(i)];
      }
      for (int k = 0; k < width && from >= 0; k++) {
        int axis = numbers.startIndexMap().get(k);
        long last = operand.dim(axis) - sliceSizes.get(axis);
        long start = indices.integer(v * width + k);
        boolean inside = start >= 0 && start <= last;
        boolean left = last < 0 || !inside && mode == GatherScatterMode.FILL_OR_DROP;
        from = left ? -1 : from + Math.clamp(start, 0, last) * strides[axis];
      }
      visitor.visit(from, at);
      for (int i = index.length - 1; i >= 0 && ++index[i] == windowed.dim(batch.get(i)); i--) {
        index[i] = 0;
      }
    }
  }
}
