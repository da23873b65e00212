package jacobean;

import jacobean.error.TreeException;
import jacobean.fn.Fn;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.pytree.PyTree;
import jacobean.pytree.Structure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Functions of pytrees: records, lists, maps and null that hold arrays and numbers. {@code
 * jax.tree}.
 *
 * {@snippet :
 * var params = Map.of("w", jnp.ones(2, 3));
 * var grads = tree.map(p -> p.times(2), params);
 * tree.map((p, g) -> p.minus(g.times(0.1)), params, grads).get("w").get(0) // => [0.8 0.8 0.8]
 * tree.mapTo(p -> p.shape(), params) // => {w=(2, 3)}
 * }
 */
public final class tree {
  private tree() {}

  /**
   * The tree of {@code f(leaf)}. Java numbers reach f as scalars. {@code jax.tree.map}.
   *
   * {@snippet :
   * record Line(Array w, Array b) {}
   * var line = new Line(jnp.ones(2), jnp.array(3.));
   * tree.map(x -> x.times(10), line) // => Line[w=[10. 10.], b=30.0]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static <T> T map(ArrayFn1 f, T tree) {
    return typed(mapLeaves("tree.map", f, tree));
  }

  /**
   * The tree of {@code f(leaf, leaf)} over two trees.
   *
   * {@snippet :
   * var pair = List.of(jnp.ones(2), 1);
   * tree.map((a, b) -> a.plus(b), pair, pair) // => [[2. 2.], 2]
   * tree.map((x, y) -> x.plus(y), List.of(1, 2), List.of(1)) // throws TreeException
   * }
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
   * The values of f in the tree's structure, with maps for records: what {@link #map} cannot hold,
   * as the shapes of all leaves. JAX's {@code tree.map} does it.
   *
   * {@snippet :
   * tree.mapTo(x -> x.dtype(), List.of(jnp.ones(2), 1)) // => [float32, int32]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static <R> Object mapTo(Fn1<Array, R> f, Object tree) {
    return mapAllTo(f, tree);
  }

  /**
   * {@link #mapTo(Fn1, Object)} of {@code f(leaf, leaf)} over two trees.
   *
   * {@snippet :
   * tree.mapTo((x, y) -> List.of(x, y), Map.of("t", 1), Map.of("t", 2)) // => {t=[1, 2]}
   * }
   *
   * @throws jacobean.error.TreeException if their structures differ
   */
  public static <R> Object mapTo(Fn2<Array, Array, R> f, Object first, Object second) {
    return mapAllTo(f, first, second);
  }

  private static Object mapAllTo(Fn<?> f, Object... trees) {
    return PlainTree.of(
        PyTree.flatten(trees[0]).structure(), results("tree.mapTo", f, trees).iterator());
  }

  /**
   * The tree of f of the list of all leaves that stand in one place: {@code jax.tree.map(f,
   * *trees)} of a function of any number of arguments. With {@code jnp.stack} it makes a batch of
   * trees.
   *
   * {@snippet :
   * tree.mapAll(xs -> jnp.stack(xs), List.of(Map.of("t", 1, "u", 2), Map.of("t", 3, "u", 4))) // => {t=[1 3], u=[2 4]}
   * }
   *
   * @throws jacobean.error.TreeException if their structures differ, or there is none
   */
  public static <T> T mapAll(Fn1<List<Array>, Array> f, List<T> trees) {
    if (trees.isEmpty()) {
      throw new TreeException("tree.mapAll: wanted at least one tree, got none.");
    }
    var gathering =
        new Fn<Array>() {
          @Override
          public int arity() {
            return trees.size();
          }

          @Override
          public Array call(Object... leaves) {
            return f.apply(java.util.Arrays.stream(leaves).map(Array.class::cast).toList());
          }
        };
    return typed(mapLeaves("tree.mapAll", gathering, trees.toArray()));
  }

  /**
   * The leaves in order. Java numbers become scalars. {@code jax.tree.leaves}.
   *
   * {@snippet :
   * tree.leaves(List.of(jnp.ones(2), List.of(3, 4))) // => [[1. 1.], 3, 4]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static List<Array> leaves(Object tree) {
    return arrays(PyTree.flatten(tree), "tree.leaves");
  }

  /**
   * The leaves in order as they are, where the predicate may keep a node whole or null in the list;
   * leaves may be objects of any class.
   *
   * {@snippet :
   * tree.leaves(Arrays.asList(1, null, "a"), x -> x == null) // => [1, null, a]
   * }
   */
  public static List<Object> leaves(Object tree, Predicate<Object> isLeaf) {
    return Collections.unmodifiableList(PyTree.flatten(tree, isLeaf).leaves());
  }

  /**
   * The structure without the leaves. {@code jax.tree.structure}.
   *
   * {@snippet :
   * tree.structure(Map.of("w", List.of(1, 2))) // => {'w': [*, *]}
   * }
   */
  public static Structure structure(Object tree) {
    return PyTree.flatten(tree).structure();
  }

  /**
   * The tree of a structure with these leaves. {@code jax.tree.unflatten}.
   *
   * {@snippet :
   * var shape = tree.structure(List.of(0, List.of(0)));
   * tree.unflatten(shape, List.of(jnp.ones(2), jnp.array(5))) // => [[1. 1.], [5]]
   * }
   *
   * @throws TreeException if there are more or less leaves
   */
  public static Object unflatten(Structure structure, List<?> leaves) {
    return PyTree.build(structure, leaves);
  }

  /**
   * The leaves in order and the structure that holds them. {@code jax.tree.flatten}.
   *
   * {@snippet :
   * var flat = tree.flatten(List.of(1, List.of(2)));
   * flat.leaves() // => [1, 2]
   * flat.structure() // => [*, [*]]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static Flattened flatten(Object tree) {
    var flat = PyTree.flatten(tree);
    return new Flattened(arrays(flat, "tree.flatten"), flat.structure());
  }

  /**
   * A tree taken apart; {@link tree#unflatten} puts it together.
   *
   * {@snippet :
   * tree.flatten(List.of(1, 2)).leaves() // => [1, 2]
   * }
   */
  public record Flattened(List<Array> leaves, Structure structure) {}

  /**
   * A leaf with its key path, as {@code ['w'][0]} or {@code .bias}.
   *
   * {@snippet :
   * tree.leavesWithPath(List.of(7)).get(0).path() // => [0]
   * }
   */
  public record PathLeaf(String path, Array leaf) {}

  /**
   * The leaves in order with their key paths. {@code jax.tree.leaves_with_path}.
   *
   * {@snippet :
   * tree.leavesWithPath(List.of(7, List.of(8))) // => [PathLeaf[path=[0], leaf=7],
   *                                             //    PathLeaf[path=[1][0], leaf=8]]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static List<PathLeaf> leavesWithPath(Object tree) {
    var flat = PyTree.flatten(tree);
    var arrays = arrays(flat, "tree.leavesWithPath");
    var paths = flat.structure().paths();
    return IntStream.range(0, arrays.size())
        .mapToObj(i -> new PathLeaf(paths.get(i), arrays.get(i)))
        .toList();
  }

  /**
   * {@link #leavesWithPath}; the structure is {@link #structure}. {@code
   * jax.tree.flatten_with_path}.
   *
   * {@snippet :
   * tree.flattenWithPath(List.of(7)) // => [PathLeaf[path=[0], leaf=7]]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static List<PathLeaf> flattenWithPath(Object tree) {
    return leavesWithPath(tree);
  }

  /**
   * The tree of {@code f(path, leaf)}. {@code jax.tree.map_with_path}.
   *
   * {@snippet :
   * tree.mapWithPath((path, x) -> path.equals("[0]") ? x.times(0) : x, List.of(7, 8)) // => [0, 8]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static <T> T mapWithPath(Fn2<String, Array, Array> f, T tree) {
    var results = leavesWithPath(tree).stream().map(l -> f.apply(l.path(), l.leaf())).toList();
    return typed(PyTree.flatten(tree).unflatten(results));
  }

  /**
   * The leaves combined from the first to the last. {@code jax.tree.reduce}.
   *
   * {@snippet :
   * tree.reduce((x, y) -> x.plus(y), List.of(1, List.of(2, 3))) // => 6
   * }
   *
   * @throws TreeException if there is no leaf; then pass what to begin with
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static Array reduce(ArrayFn2 f, Object tree) {
    return leaves(tree).stream()
        .reduce((x, y) -> Given.result(f.apply(x, y), "tree.reduce", "an array"))
        .orElseThrow(
            () ->
                new TreeException(
                    "tree.reduce: the tree "
                        + structure(tree)
                        + " has no leaves; pass what to begin with as the third argument."));
  }

  /**
   * {@code initial} and then the leaves combined from the first to the last.
   *
   * {@snippet :
   * tree.reduce((n, x) -> n + x.size(), List.of(jnp.ones(2, 3), 1), 0L) // => 7
   * }
   */
  public static <R> R reduce(Fn2<R, Array, R> f, Object tree, R initial) {
    R result = initial;
    for (var leaf : leaves(tree)) {
      result = f.apply(result, leaf);
    }
    return result;
  }

  /**
   * The leaves combined in pairs, then pairs of pairs: an associative function gives what {@link
   * #reduce(ArrayFn2, Object)} gives, with fewer steps after each other. {@code
   * jax.tree.reduce_associative}.
   *
   * {@snippet :
   * tree.reduceAssociative((a, b) -> a.plus(b), java.util.List.of(1, 2, 3, 4)) // => 10
   * }
   *
   * @throws TreeException if there is no leaf; then pass what changes nothing
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static Array reduceAssociative(ArrayFn2 f, Object tree) {
    var level = leaves(tree);
    if (level.isEmpty()) {
      throw new TreeException(
          "tree.reduceAssociative: the tree "
              + structure(tree)
              + " has no leaves; pass what changes nothing as the third argument.");
    }
    while (level.size() > 1) {
      var next = new ArrayList<Array>();
      for (int i = 0; i + 1 < level.size(); i += 2) {
        next.add(f.apply(level.get(i), level.get(i + 1)));
      }
      if (level.size() % 2 == 1) {
        next.add(level.getLast());
      }
      level = next;
    }
    return level.getFirst();
  }

  /** {@link #reduceAssociative(ArrayFn2, Object)}; of a tree without leaves the identity. */
  public static Array reduceAssociative(ArrayFn2 f, Object tree, Array identity) {
    return leaves(tree).isEmpty() ? identity : reduceAssociative(f, tree);
  }

  /**
   * Whether every leaf has no zero element. {@code jax.tree.all}.
   *
   * {@snippet :
   * tree.all(List.of(jnp.array(true, true), 1)) // => true
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static boolean all(Object tree) {
    return leaves(tree).stream().allMatch(leaf -> jnp.all(leaf).toBoolean());
  }

  /**
   * The leaves of a prefix repeated over the parts of a whole that they stand for: {@code
   * broadcast(List.of(1, 2), List.of(Map.of("a", x, "b", y), z))} is {@code [{a=1, b=1}, 2]}.
   * {@code jax.tree.broadcast}.
   *
   * {@snippet :
   * tree.broadcast(List.of(1, 2), List.of(List.of(7, 8), 9)) // => [[1, 1], 2]
   * }
   *
   * @throws TreeException if the prefix is none of the whole
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static Object broadcast(Object prefix, Object whole) {
    var leaves = new ArrayList<Object>();
    repeat(
        PyTree.flatten(prefix).structure(),
        leaves(prefix).iterator(),
        PyTree.flatten(whole).structure(),
        leaves);
    return PyTree.flatten(whole).unflatten(leaves);
  }

  private static void repeat(
      Structure prefix, Iterator<Array> values, Structure whole, List<Object> to) {
    switch (prefix) {
      case Structure.Leaf _ -> to.addAll(Collections.nCopies(whole.leaves(), values.next()));
      case Structure.None _ when whole.leaves() == 0 -> {}
      case Structure.Node p
          when whole instanceof Structure.Node w && p.children().size() == w.children().size() -> {
        for (int i = 0; i < p.children().size(); i++) {
          repeat(p.children().get(i), values, w.children().get(i), to);
        }
      }
      case Structure.None _, Structure.Node _ ->
          throw new TreeException("tree.broadcast: " + prefix + " is no prefix of " + whole + ".");
    }
  }

  /**
   * Turns a tree of trees inside out: of a list of {@code {a, b}} it makes one {@code {a, b}} of
   * lists. {@code jax.tree.transpose}.
   *
   * {@snippet :
   * var pairs = List.of(List.of(1, 2), List.of(3, 4), List.of(5, 6));
   * var outer = tree.structure(List.of(0, 0, 0));
   * tree.transpose(outer, tree.structure(List.of(0, 0)), pairs) // => [[1, 3, 5], [2, 4, 6]]
   * }
   *
   * @param outer the structure outside
   * @param inner the structure that each of its leaves holds
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws TreeException if the tree has not so many leaves
   */
  public static Object transpose(Structure outer, Structure inner, Object tree) {
    var leaves = leaves(tree);
    if (leaves.size() != outer.leaves() * inner.leaves()) {
      throw new TreeException(
          "tree.transpose: wanted a tree of "
              + outer.leaves()
              + " times "
              + inner.leaves()
              + " leaves, got "
              + leaves.size()
              + ".");
    }
    var parts = new ArrayList<Object>();
    for (int i = 0; i < inner.leaves(); i++) {
      int at = i;
      parts.add(
          PyTree.build(
              outer,
              IntStream.range(0, outer.leaves())
                  .mapToObj(o -> leaves.get(o * inner.leaves() + at))
                  .toList()));
    }
    return PyTree.build(inner, parts);
  }

  private static Object mapLeaves(String operation, Fn<Array> f, Object... trees) {
    return PyTree.flatten(trees[0]).unflatten(results(operation, f, trees));
  }

  private static List<Object> results(String operation, Fn<?> f, Object... trees) {
    var first = PyTree.flatten(trees[0]);
    var columns = new ArrayList<List<Array>>();
    columns.add(arrays(first, operation));
    for (int t = 1; t < trees.length; t++) {
      columns.add(arrays(first.like(trees[t], operation), operation));
    }
    var results = new ArrayList<Object>();
    for (int i = 0; i < first.leaves().size(); i++) {
      var row = new Object[trees.length];
      for (int t = 0; t < trees.length; t++) {
        row[t] = columns.get(t).get(i);
      }
      results.add(f.call(row));
    }
    return results;
  }

  private static List<Array> arrays(PyTree flat, String operation) {
    var arrays = new ArrayList<Array>();
    for (int i = 0; i < flat.leaves().size(); i++) {
      var leaf = flat.leaves().get(i);
      arrays.add(
          leaf instanceof Array a ? a : Array.of(Leaves.value(leaf, at(operation, flat, i))));
    }
    return arrays;
  }

  private static String at(String operation, PyTree flat, int leaf) {
    return Leaves.where(operation, flat.structure().paths().get(leaf));
  }

  @SuppressWarnings("unchecked") // the structure was T's
  private static <T> T typed(Object tree) {
    return (T) tree;
  }
}
