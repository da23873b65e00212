package jacobean;

import jacobean.pytree.Structure;
import jacobean.type.Aval;
import java.util.List;

/** Trees of {@link ShapeDtypeStruct}: the types of trees of arrays. */
final class Shapes {
  private Shapes() {}

  static Object of(Structure structure, List<Aval> types) {
    return PlainTree.of(structure, types.stream().map(ShapeDtypeStruct::new).iterator());
  }
}
