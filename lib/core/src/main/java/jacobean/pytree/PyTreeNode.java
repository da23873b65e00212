package jacobean.pytree;

import java.util.List;

/**
 * A class of one's own that is a node of pytrees, for what cannot be a record. JAX's {@code
 * register_pytree_node}: flattening is {@link #children} and {@link #aux}, unflattening {@link
 * #withChildren}.
 *
 * <p>Structures keep one node of the class to rebuild others from, and transformations rebuild
 * nodes around stand-ins for arrays, so a constructor should not check its arguments.
 *
 * {@snippet :
 * class Pair implements PyTreeNode {
 *   final Object a, b;
 *   Pair(Object a, Object b) { this.a = a; this.b = b; }
 *   public List<?> children() { return List.of(a, b); }
 *   public Pair withChildren(List<?> c) { return new Pair(c.get(0), c.get(1)); }
 * }
 * tree.map(x -> x.plus(1), new Pair(1, 2)).a // => 2
 * }
 */
public interface PyTreeNode {
  /** What it holds: leaves and trees, always as many. */
  List<?> children();

  /** Like this one, with other children in the order of {@link #children}. */
  PyTreeNode withChildren(List<?> children);

  /** What it has beside its children; trees have one structure only where these are equal. */
  default Object aux() {
    return null;
  }
}
