package jacobean.llvm.graph;

import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Operations that will be one step of the program, while fusion is going on: their results are put
 * in memory by one loop nest, one product, one scatter, one scan or one call into Java.
 */
final class Group {
  /** What the step will be. */
  enum Kind {
    LOOPS,
    PRODUCT,
    SCATTER,
    SCAN,
    HOST
  }

  private final Kind kind;
  private final Shape space;
  private Axes reduced;
  private final List<Graph.Node> members = new ArrayList<>();
  private final Set<Group> successors = new LinkedHashSet<>();

  Group(Kind kind, Shape space, Axes reduced) {
    this.kind = kind;
    this.space = space;
    this.reduced = reduced;
  }

  Kind kind() {
    return kind;
  }

  /** The lengths of the loops. */
  Shape space() {
    return space;
  }

  /** The axes that its reductions go over; none while it has no reduction. */
  Axes reduced() {
    return reduced;
  }

  void reduceOver(Axes axes) {
    reduced = axes;
  }

  /** The operations whose results it puts in memory. */
  List<Graph.Node> members() {
    return members;
  }

  /** The groups that need results of this. */
  Set<Group> successors() {
    return successors;
  }

  /** Whether {@code other} must come after this. */
  boolean precedes(Group other) {
    Set<Group> seen = new HashSet<>();
    Deque<Group> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      Group g = open.pop();
      if (g == other) {
        return true;
      }
      for (Group next : g.successors) {
        if (seen.add(next)) {
          open.push(next);
        }
      }
    }
    return false;
  }

  /** The least place in program order of the members, to order groups that could go either way. */
  int place() {
    return members.stream().mapToInt(Graph.Node::number).min().orElseThrow();
  }
}
