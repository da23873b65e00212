package jacobean;

import jacobean.error.TreeException;
import jacobean.pytree.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Axes for the leaves of a tree, written as a number, null, or a tree that the tree begins with.
 * For a record write a map from names of components; what a map does not name has no axis.
 */
final class AxisTree {
  private final String option;
  private final List<Integer> axes = new ArrayList<>();

  private AxisTree(String option) {
    this.option = option;
  }

  /**
   * An axis for each leaf, as written, or {@link Integer#MIN_VALUE} for none.
   *
   * @param option what asks, for messages
   */
  static List<Integer> of(String option, Object axes, Structure structure) {
    var tree = new AxisTree(option);
    tree.add(axes, structure, "");
    return tree.axes;
  }

  static final int NONE = Integer.MIN_VALUE;

  private void add(Object spec, Structure structure, String path) {
    switch (spec) {
      case null -> fill(NONE, structure);
      case Integer axis -> fill(axis, structure);
      case List<?> list
          when structure instanceof Structure.Node n && list.size() == n.children().size() -> {
        for (int i = 0; i < list.size(); i++) {
          add(list.get(i), n.children().get(i), path + n.key(i));
        }
      }
      case Map<?, ?> map
          when structure instanceof Structure.Mapping m && m.keys().containsAll(map.keySet()) -> {
        for (int i = 0; i < m.keys().size(); i++) {
          add(map.get(m.keys().get(i)), m.children().get(i), path + m.key(i));
        }
      }
      case Map<?, ?> map
          when structure instanceof Structure.Record r && names(r).containsAll(map.keySet()) -> {
        for (int i = 0; i < r.children().size(); i++) {
          add(map.get(r.name(i)), r.children().get(i), path + r.key(i));
        }
      }
      default ->
          throw new TreeException(
              option
                  + path
                  + ": "
                  + spec
                  + " does not fit "
                  + structure
                  + ". Write a number, null, a list as long as the list, or a map from keys or names of components.");
    }
  }

  private static List<String> names(Structure.Record r) {
    var names = new ArrayList<String>();
    for (int i = 0; i < r.children().size(); i++) {
      names.add(r.name(i));
    }
    return names;
  }

  private void fill(int axis, Structure structure) {
    for (int i = 0; i < structure.leaves(); i++) {
      axes.add(axis);
    }
  }
}
