package jacobean.plots;

import java.util.List;

/** A pytree as it is shown: what to say of each node, and what is left out. */
sealed interface TreeNode {
  /** The name under which its parent holds it; empty at the root. */
  String key();

  /** How much is in it. */
  Total total();

  /**
   * A node with children.
   *
   * @param kind what holds them: a record's name, {@code List}, {@code Map}
   * @param children those that are shown, in order
   * @param leftOut how many children are not shown
   * @param leftOutAt before which of the shown children the others stand
   */
  record Branch(
      String key, String kind, List<TreeNode> children, int leftOut, int leftOutAt, Total total)
      implements TreeNode {
    public Branch {
      children = List.copyOf(children);
    }
  }

  /**
   * A leaf.
   *
   * @param type what it is: {@code f32[2,3]}, {@code double}, {@code null}
   * @param value its value where that is short, else empty
   */
  record Leaf(String key, String type, String value, Total total) implements TreeNode {}

  /**
   * What a subtree holds. Only arrays and numbers have elements and bytes.
   *
   * @param leaves how many leaves, {@code null} not counted
   */
  record Total(long leaves, long elements, long bytes) {
    static final Total NOTHING = new Total(0, 0, 0);

    Total plus(Total other) {
      return new Total(leaves + other.leaves, elements + other.elements, bytes + other.bytes);
    }

    /** The totals in words. */
    String text() {
      return Numerals.counted(leaves, "leaf", "leaves")
          + ", "
          + Numerals.counted(elements, "element", "elements")
          + ", "
          + Numerals.bytes(bytes);
    }
  }
}
