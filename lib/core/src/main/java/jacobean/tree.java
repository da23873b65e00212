package jacobean;

import jacobean.fn.Fn;
import jacobean.fn.Fn1;
import jacobean.pytree.PyTree;
import jacobean.pytree.Structure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Functions of pytrees: records, lists, maps and null that hold arrays and numbers. {@code jax.tree}.
 *
 * <pre>{@code
 * var params = Map.of("w", jnp.ones(2, 3), "b", jnp.zeros(3));
 * tree.map((p, g) -> p.minus(g.times(0.1)), params, grads)   // one step of gradient descent
 * tree.mapTo(x -> x.shape(), params)                         // {b=(3,), w=(2, 3)}
 * }</pre>
 */
public final class tree {
  private tree() {}

  /** The tree of {@code f(leaf)}. Java numbers reach f as scalars. */
  public static <T> T map(ArrayFn1 f, T tree) {
    return typed(mapLeaves("tree.map", f, tree));
  }

  /**
   * The tree of {@code f(leaf, leaf)} over two trees.
   *
   * @throws jacobean.error.TreeException if their structures differ
   */
  public static <T> T map(ArrayFn2 f, T first, T second) {
    return typed(mapLeaves("tree.map", f, first, second));
  }

  /**
   * The tree of {@code f(leaf, leaf, leaf)} over three trees.
   *
   * @throws jacobean.error.TreeException if their structures differ
   */
  public static <T> T map(ArrayFn3 f, T first, T second, T third) {
    return typed(mapLeaves("tree.map", f, first, second, third));
  }

  /**
   * The values of f in the tree's structure, with maps for records: what {@link #map} cannot hold, as
   * the shapes of all leaves.
   */
  public static <R> Object mapTo(Fn1<Array, R> f, Object tree) {
    var flat = PyTree.flatten(tree);
    var results = new ArrayList<Object>();
    for (var leaf : arrays(flat, "tree.mapTo")) {
      results.add(f.apply(leaf));
    }
    return plain(flat.structure(), results.iterator());
  }

  /** The leaves in order. Java numbers become scalars. {@code jax.tree.leaves}. */
  public static List<Array> leaves(Object tree) {
    return arrays(PyTree.flatten(tree), "tree.leaves");
  }

  /** The structure without the leaves. {@code jax.tree.structure}. */
  public static Structure structure(Object tree) {
    return PyTree.flatten(tree).structure();
  }

  /** The tree of a structure with these leaves. {@code jax.tree.unflatten}. */
  public static Object unflatten(Structure structure, List<?> leaves) {
    return PyTree.build(structure, leaves);
  }

  private static Object mapLeaves(String operation, Fn<Array> f, Object... trees) {
    var first = PyTree.flatten(trees[0]);
    var columns = new ArrayList<List<Array>>();
    for (var t : trees) {
      columns.add(arrays(first.like(t, operation), operation));
    }
    var results = new ArrayList<Object>();
    for (int i = 0; i < first.leaves().size(); i++) {
      int leaf = i;
      results.add(f.call(columns.stream().map(c -> c.get(leaf)).toArray()));
    }
    return first.unflatten(results);
  }

  private static List<Array> arrays(PyTree flat, String operation) {
    var arrays = new ArrayList<Array>();
    for (int i = 0; i < flat.leaves().size(); i++) {
      var leaf = flat.leaves().get(i);
      arrays.add(leaf instanceof Array a ? a : Array.of(Leaves.value(leaf, at(operation, flat, i))));
    }
    return arrays;
  }

  private static String at(String operation, PyTree flat, int leaf) {
    return operation + " at leaf " + flat.structure().paths().get(leaf);
  }

  private static Object plain(Structure structure, java.util.Iterator<?> leaves) {
    return switch (structure) {
      case Structure.Leaf _ -> leaves.next();
      case Structure.None _ -> null;
      case Structure.Node node -> {
        var children = new ArrayList<Object>();
        node.children().forEach(c -> children.add(plain(c, leaves)));
        yield switch (node) {
          case Structure.Sequence s -> s.build(children);
          case Structure.Mapping m -> m.build(children);
          case Structure.Record r -> named(r, children);
        };
      }
    };
  }

  private static Map<String, Object> named(Structure.Record record, List<Object> children) {
    var map = new java.util.LinkedHashMap<String, Object>();
    for (int i = 0; i < children.size(); i++) {
      map.put(record.shape().name(i), children.get(i));
    }
    return Collections.unmodifiableMap(map);
  }

  @SuppressWarnings("unchecked") // the structure was T's
  private static <T> T typed(Object tree) {
    return (T) tree;
  }
}
