package jacobean.plots;

/**
 * A pytree as nested lists that fold, by {@code <details>} alone: it works without scripts, and
 * where styles are taken away it is still an indented list.
 */
final class TreeHtml {
  /** Trees of at most so many shown nodes start unfolded; of larger ones, only the root. */
  private static final int SMALL = 40;

  private static final int OPEN_LEVELS = 1;

  private TreeHtml() {}

  static String of(TreeNode root) {
    int levels = nodes(root) <= SMALL ? Integer.MAX_VALUE : OPEN_LEVELS;
    var out = new StringBuilder();
    write(root, levels, out);
    return Html.view(out.toString());
  }

  private static void write(TreeNode node, int open, StringBuilder out) {
    switch (node) {
      case TreeNode.Leaf leaf -> {
        key(leaf, out);
        out.append("<code>").append(Html.escape(leaf.type())).append("</code>");
        if (!leaf.value().isEmpty()) {
          out.append(" = <code>").append(Html.escape(leaf.value())).append("</code>");
        }
        if (leaf.total().bytes() > 0) {
          out.append(" <span class=\"dim\">").append(Numerals.bytes(leaf.total().bytes()));
          out.append("</span>");
        }
      }
      case TreeNode.Branch branch -> {
        out.append(open > 0 ? "<details open>" : "<details>").append("<summary>");
        key(branch, out);
        out.append(Html.escape(branch.kind())).append(" <span class=\"dim\">");
        out.append(branch.total().text()).append("</span></summary>\n<ul>");
        for (int i = 0; i <= branch.children().size(); i++) {
          if (branch.leftOut() > 0 && i == branch.leftOutAt()) {
            out.append("<li class=\"leaf dim\">… ")
                .append(TreeText.leftOut(branch))
                .append("</li>\n");
          }
          if (i < branch.children().size()) {
            TreeNode child = branch.children().get(i);
            out.append(child instanceof TreeNode.Leaf ? "<li class=\"leaf\">" : "<li>");
            write(child, open - 1, out);
            out.append("</li>\n");
          }
        }
        out.append("</ul></details>");
      }
    }
  }

  private static void key(TreeNode node, StringBuilder out) {
    if (!node.key().isEmpty()) {
      out.append("<b>").append(Html.escape(node.key())).append("</b>: ");
    }
  }

  private static int nodes(TreeNode node) {
    return switch (node) {
      case TreeNode.Leaf leaf -> 1;
      case TreeNode.Branch branch -> 1 + branch.children().stream().mapToInt(TreeHtml::nodes).sum();
    };
  }
}
