package jacobean.plots;

/** A pytree as indented text with box-drawing lines. */
final class TreeText {
  private TreeText() {}

  static String of(TreeNode root) {
    var out = new StringBuilder();
    write(root, "", "", out);
    return out.toString().stripTrailing();
  }

  private static void write(TreeNode node, String lead, String indent, StringBuilder out) {
    out.append(lead).append(node.key()).append(node.key().isEmpty() ? "" : ": ");
    switch (node) {
      case TreeNode.Leaf leaf -> {
        out.append(leaf.type()).append(leaf.value().isEmpty() ? "" : " = " + leaf.value());
        out.append('\n');
      }
      case TreeNode.Branch branch -> {
        out.append(branch.kind()).append("  (").append(branch.total().text()).append(")\n");
        int shown = branch.children().size();
        for (int i = 0; i < shown; i++) {
          if (branch.leftOut() > 0 && i == branch.leftOutAt()) {
            out.append(indent).append("├─ … ").append(leftOut(branch)).append('\n');
          }
          boolean last = i == shown - 1 && !leftOutLast(branch);
          write(
              branch.children().get(i),
              indent + (last ? "└─ " : "├─ "),
              indent + (last ? "   " : "│  "),
              out);
        }
        if (leftOutLast(branch)) {
          out.append(indent).append("└─ … ").append(leftOut(branch)).append('\n');
        }
      }
    }
  }

  private static boolean leftOutLast(TreeNode.Branch branch) {
    return branch.leftOut() > 0 && branch.leftOutAt() == branch.children().size();
  }

  static String leftOut(TreeNode.Branch branch) {
    String what = branch.children().isEmpty() ? "" : "more ";
    return Numerals.count(branch.leftOut())
        + " "
        + what
        + (branch.leftOut() == 1 ? "child" : "children");
  }
}
