package jacobean.plots;

/**
 * A pytree to look at: names, types, shapes, sizes, and the values of small leaves.
 *
 * <pre>{@code
 * Line  (2 leaves, 2 elements, 8 B)
 * ├─ w: f32[] = 2.9976716
 * └─ b: f32[] = -1.0107794
 * }</pre>
 */
public final class TreeView {
  private final TreeNode root;

  private TreeView(TreeNode root) {
    this.root = root;
  }

  /**
   * A view of records, lists, maps and arrays of objects, nested as deep as need be, or of a leaf.
   */
  public static TreeView of(Object tree) {
    return new TreeView(TreeReader.read(tree));
  }

  /** The tree as lists that fold, without scripts. */
  public String toHtml() {
    return TreeHtml.of(root);
  }

  /** The tree as indented text. */
  @Override
  public String toString() {
    return TreeText.of(root);
  }
}
