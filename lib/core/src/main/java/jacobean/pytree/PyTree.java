package jacobean.pytree;

import jacobean.error.TreeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A tree taken apart: its leaves in order, and the structure that holds them. Lists, maps (keys in
 * their natural order), records, {@link PyTreeNode}s and null are nodes; everything else is a leaf.
 *
 * <pre>{@code PyTree.flatten(Map.of("w", 1, "b", 2)).leaves()   // [2, 1]}</pre>
 */
public record PyTree(List<Object> leaves, Structure structure) {
  private static final Structure LEAF = new Structure.Leaf();
  private static final Structure NONE = new Structure.None();

  public static PyTree flatten(Object tree) {
    if (isLeaf(tree)) {
      return new PyTree(List.of(tree), LEAF);
    }
    return flatten(tree, _ -> false);
  }

  /**
   * Takes a tree apart, but not what the predicate says is a leaf; that may be null.
   *
   * @param isLeaf asked of every node from the root down
   */
  public static PyTree flatten(Object tree, Predicate<Object> isLeaf) {
    var leaves = new ArrayList<Object>();
    var structure = takeApart(tree, isLeaf, leaves);
    return new PyTree(leaves, structure);
  }

  private static boolean isLeaf(Object tree) {
    return !(tree == null
        || tree instanceof List
        || tree instanceof Map
        || tree instanceof Record
        || tree instanceof PyTreeNode);
  }

  private static Structure takeApart(Object tree, Predicate<Object> isLeaf, List<Object> leaves) {
    if (isLeaf.test(tree)) {
      leaves.add(tree);
      return LEAF;
    }
    return switch (tree) {
      case null -> NONE;
      case List<?> list -> new Structure.Sequence(takeAllApart(list, isLeaf, leaves));
      case Map<?, ?> map -> {
        var sorted = sorted(map);
        yield new Structure.Mapping(
            List.copyOf(sorted.keySet()), takeAllApart(sorted.values(), isLeaf, leaves));
      }
      case Record r -> {
        var shape = RecordShape.of(r.getClass());
        yield new Structure.Record(
            shape, shape.statics(r), takeAllApart(shape.takeApart(r), isLeaf, leaves));
      }
      case PyTreeNode n ->
          new Structure.Custom(n, n.aux(), takeAllApart(n.children(), isLeaf, leaves));
      default -> {
        leaves.add(tree);
        yield LEAF;
      }
    };
  }

  private static List<Structure> takeAllApart(
      Iterable<?> children, Predicate<Object> isLeaf, List<Object> leaves) {
    var structures = new ArrayList<Structure>();
    for (var child : children) {
      structures.add(takeApart(child, isLeaf, leaves));
    }
    return List.copyOf(structures);
  }

  private static TreeMap<Object, Object> sorted(Map<?, ?> map) {
    try {
      return new TreeMap<>(map);
    } catch (ClassCastException | NullPointerException e) {
      throw new TreeException(
          "a map in a pytree must have keys that can be sorted, got "
              + map.keySet()
              + ". Use strings or integers.");
    }
  }

  /** The tree of this structure with other leaves. */
  public Object unflatten(List<?> leaves) {
    return build(structure, leaves);
  }

  /** The tree of a structure with these leaves, which must be as many as it has. */
  public static Object build(Structure structure, List<?> leaves) {
    if (leaves.size() != structure.leaves()) {
      throw new TreeException(
          "tree.unflatten: the structure "
              + structure
              + " has "
              + structure.leaves()
              + " leaves, got "
              + leaves.size()
              + ".");
    }
    return build(structure, leaves.iterator());
  }

  private static Object build(Structure structure, Iterator<?> leaves) {
    return switch (structure) {
      case Structure.Leaf _ -> leaves.next();
      case Structure.None _ -> null;
      case Structure.Node node -> {
        var children = new ArrayList<Object>(node.children().size());
        for (var child : node.children()) {
          children.add(build(child, leaves));
        }
        yield node.build(children);
      }
    };
  }

  /**
   * Takes apart a tree that must have the structure of this one.
   *
   * @param operation what asks, for the message
   */
  public PyTree like(Object other, String operation) {
    var flat = flatten(other);
    if (!flat.structure.equals(structure)) {
      throw new TreeException(
          operation
              + ": trees must have one structure, got "
              + structure
              + " and "
              + flat.structure
              + difference(flat)
              + ".");
    }
    return flat;
  }

  private String difference(PyTree other) {
    var mine = structure.paths();
    var theirs = other.structure.paths();
    var missing = mine.stream().filter(p -> !theirs.contains(p)).findFirst();
    var extra = theirs.stream().filter(p -> !mine.contains(p)).findFirst();
    return missing.map(p -> "; the second lacks " + p).orElse("")
        + extra.map(p -> "; the first lacks " + p).orElse("");
  }
}
