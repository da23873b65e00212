package jacobean.text;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Which elements of an array appear in its text: all, or, of a large array, those whose every index
 * is among the first or last few of its axis.
 *
 * @param shape the length of each axis
 * @param summarized whether some axis may be cut
 * @param edge how many items stay at each end of a cut axis
 */
public record Corners(int[] shape, boolean summarized, int edge) {

  /** The visible part of an array of this shape under these options. */
  public static Corners of(int[] shape, PrintOptions options) {
    return new Corners(shape.clone(), size(shape) > options.threshold(), options.edgeItems());
  }

  /** The number of elements of a shape; 1 for no axes. */
  public static long size(int[] shape) {
    long size = 1;
    for (int length : shape) {
      size *= length;
    }
    return size;
  }

  /** True if items in the middle of this axis are left out. */
  public boolean cuts(int axis) {
    return summarized && shape[axis] > 2 * edge;
  }

  /** The indices along an axis that are shown, ascending. */
  public int[] along(int axis) {
    int length = shape[axis];
    int[] shown = new int[cuts(axis) ? 2 * edge : length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = cuts(axis) && i >= edge ? length - 2 * edge + i : i;
    }
    return shown;
  }

  /** The row-major indices of all shown elements, ascending. */
  public long[] visible() {
    long[] found = {0};
    for (int axis = 0; axis < shape.length; axis++) {
      long length = shape[axis];
      int[] along = along(axis);
      found =
          LongStream.of(found)
              .flatMap(base -> Arrays.stream(along).mapToLong(i -> base * length + i))
              .toArray();
    }
    return found;
  }
}
