package jacobean.op;

import jacobean.core.Primitive.Batched;
import jacobean.core.Value;
import jacobean.type.Axes;

/** Where batch axes are moved and made. */
public final class Batching {
  private Batching() {}

  /** A batched value with its batch axis first; one that is not batched is repeated. */
  public static Value alignFront(Value x, int axis, int size) {
    return axis == Batched.NONE
        ? Shaping.broadcastInDim(x, x.shape().insert(0, size), Axes.range(1, x.rank() + 1))
        : moveAxis(x, axis, 0);
  }

  /**
   * A batched value with its batch axis first; one that is not batched gets an axis of length 1.
   */
  public static Value moveFront(Value x, int axis) {
    return axis == Batched.NONE ? x : moveAxis(x, axis, 0);
  }

  /** The array with one axis moved; the others keep their order. */
  public static Value moveAxis(Value x, int from, int to) {
    if (from == to) {
      return x;
    }
    var permutation = new java.util.ArrayList<Integer>();
    for (int i = 0; i < x.rank(); i++) {
      if (i != from) {
        permutation.add(i);
      }
    }
    permutation.add(to, from);
    return Shaping.transpose(x, Axes.of(permutation.stream().mapToInt(i -> i).toArray()));
  }
}
