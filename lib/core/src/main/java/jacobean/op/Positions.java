package jacobean.op;

import jacobean.type.Shape;

/** Between an index, one number per axis, and the row-major position of the element. */
final class Positions {
  private Positions() {}

  static int[] index(Shape shape, long position) {
    var index = new int[shape.rank()];
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      index[axis] = (int) (position % shape.dim(axis));
      position /= shape.dim(axis);
    }
    return index;
  }

  static long of(Shape shape, int[] index) {
    long position = 0;
    for (int axis = 0; axis < shape.rank(); axis++) {
      position = position * shape.dim(axis) + index[axis];
    }
    return position;
  }
}
