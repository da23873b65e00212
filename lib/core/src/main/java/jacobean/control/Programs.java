package jacobean.control;

import jacobean.core.HostArray;
import jacobean.core.Primitive.Batched;
import jacobean.type.Aval;
import java.util.List;

/** What loops and branches ask of their programs. */
final class Programs {
  private Programs() {}

  /** Whether arrays of one type can stand where the other is wanted. */
  static boolean sameType(Aval a, Aval b) {
    return a.dtype() == b.dtype() && a.shape().equals(b.shape());
  }

  static List<Boolean> areBatched(List<Integer> axes) {
    return axes.stream().map(a -> a != Batched.NONE).toList();
  }

  /** An element along the first axis; it shares the array's memory. */
  static HostArray row(HostArray array, int at) {
    var type = array.aval().withShape(array.shape().drop(0));
    return new HostArray(type, array.data().asSlice(at * type.bytes(), type.bytes()));
  }
}
