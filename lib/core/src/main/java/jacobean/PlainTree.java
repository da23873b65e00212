package jacobean;

import jacobean.pytree.Structure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trees whose leaves may be anything: a record's place is taken by a map from the names of its
 * components, because the record is declared to hold arrays.
 */
final class PlainTree {
  private PlainTree() {}

  /** The tree of a structure with these leaves, in order. */
  static Object of(Structure structure, Iterator<?> leaves) {
    return switch (structure) {
      case Structure.Leaf _ -> leaves.next();
      case Structure.None _ -> null;
      case Structure.Node node -> {
        var children = new ArrayList<Object>();
        node.children().forEach(c -> children.add(of(c, leaves)));
        yield node instanceof Structure.Record r ? named(r, children) : node.build(children);
      }
    };
  }

  private static Map<String, Object> named(Structure.Record record, List<Object> children) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < children.size(); i++) {
      map.put(record.name(i), children.get(i));
    }
    return Collections.unmodifiableMap(map);
  }
}
