package jacobean;

import jacobean.error.ShapeException;
import jacobean.type.Axes;
import java.util.Arrays;

/** Axes as users write them, checked, and counted from the first. */
final class Dims {
  private Dims() {}

  static int axis(String operation, int axis, int rank) {
    if (rank == 0) {
      throw new ShapeException(
          operation
              + ": axis "
              + axis
              + " is out of bounds for an array with 0 axes; a scalar has no axes.");
    }
    if (axis < -rank || axis >= rank) {
      throw new ShapeException(
          operation
              + ": axis "
              + axis
              + " is out of bounds for an array with "
              + rank
              + " axes; wanted "
              + -rank
              + " to "
              + (rank - 1)
              + ".");
    }
    return axis < 0 ? axis + rank : axis;
  }

  /** These axes, or all where none are given. */
  static Axes axes(String operation, int[] axes, int rank) {
    if (axes.length == 0) {
      return Axes.all(rank);
    }
    var counted = Arrays.stream(axes).map(a -> axis(operation, a, rank)).sorted().toArray();
    if (Arrays.stream(counted).distinct().count() < counted.length) {
      throw new ShapeException(
          operation + ": an axis is named twice in " + Arrays.toString(axes) + ".");
    }
    return Axes.of(counted);
  }
}
