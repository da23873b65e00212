package jacobean;

import jacobean.pytree.Structure;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;

/** Trees of {@link ShapeDtypeStruct}: the types of trees of arrays. */
final class Shapes {
  private Shapes() {}

  /** A record's place is taken by a map, for its components are declared to hold arrays. */
  static Object of(Structure structure, List<Aval> types) {
    return build(structure, types.iterator());
  }

  private static Object build(Structure structure, Iterator<Aval> types) {
    return switch (structure) {
      case Structure.Leaf _ -> new ShapeDtypeStruct(types.next());
      case Structure.Record r -> {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < r.children().size(); i++) {
          map.put(r.shape().name(i), build(r.children().get(i), types));
        }
        yield map;
      }
      case Structure.Node n -> {
        var children = new ArrayList<Object>();
        for (var child : n.children()) {
          children.add(build(child, types));
        }
        yield n.build(children);
      }
      case Structure.None _ -> null;
      case Structure.Constant c -> c.value();
    };
  }
}
