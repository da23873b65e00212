package jacobean.llvm.graph;

import jacobean.ir.Lowering;
import jacobean.llvm.graph.Graph.Node;
import jacobean.llvm.graph.Graph.Result;
import jacobean.llvm.graph.Graph.Value;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Decides which results are put in memory, and which groups of them one loop nest computes. All
 * other results are computed where they are used.
 *
 * <p>Operations are looked at from the last to the first, so that the users of a result are known.
 * A pointwise result goes to memory if it is an output, if a product or plain Java needs it, or if
 * it would be computed too often: by several groups, or more than once for an element, and it is
 * not cheap. It joins a group of its users that runs over the same indexes, or another group of the
 * same shape, unless the groups would then wait for each other.
 */
final class Fusion {
  private static final int CHEAP = 16;
  private static final int MOST_OPERATIONS_INLINED = 200;
  private static final int MOST_MEMBERS = 8;
  private static final int GROUPS_TO_TRY = 8;

  private final Graph graph;
  private final Map<Node, Anatomy> anatomies = new IdentityHashMap<>();
  private final Map<Node, Cone> cones = new IdentityHashMap<>();
  private final Map<Value, Map<Group, Use>> uses = new HashMap<>();
  private final Set<Value> demanded = new HashSet<>();
  private final Map<Node, Group> homes = new IdentityHashMap<>();
  private final Map<Node, Matrices> products = new IdentityHashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private Optional<Group> nextEffect = Optional.empty();

  /**
   * How a group uses a value.
   *
   * @param inPlace whether it reads the value's element at its own index
   * @param elsewhere how many other elements it reads at each index
   */
  record Use(boolean inPlace, int elsewhere) {
    Use plus(Use other) {
      return new Use(inPlace || other.inPlace, Math.min(elsewhere + other.elsewhere, 1000));
    }

    int readsPerIndex() {
      return (inPlace ? 1 : 0) + elsewhere;
    }
  }

  /** The operations that an operation's expression would contain, and what they cost together. */
  private record Cone(Set<Node> nodes, int cost, boolean calls) {
    boolean isCheap() {
      return !calls && cost <= CHEAP;
    }
  }

  /** The groups in an order in which they can run, and where each result in memory is made. */
  record Fused(
      List<Group> groups,
      Map<Node, Group> homes,
      Map<Node, Matrices> products,
      Map<Value, Map<Group, Use>> uses) {
    /** Whether another group than its own reads a result. */
    boolean isRead(Result result, Group own) {
      return uses.getOrDefault(result, Map.of()).keySet().stream().anyMatch(g -> g != own);
    }
  }

  private Fusion(Graph graph) {
    this.graph = graph;
  }

  static Fused of(Graph graph) {
    var fusion = new Fusion(graph);
    graph.nodes().forEach(fusion::measure);
    fusion.demanded.addAll(graph.outputs());
    graph.nodes().reversed().forEach(fusion::place);
    return new Fused(fusion.inOrder(), fusion.homes, fusion.products, fusion.uses);
  }

  private void measure(Node node) {
    if (node.lowering() instanceof Lowering.Pointwise pointwise) {
      List<Aval> operands = node.operands().stream().map(Value::aval).toList();
      Anatomy anatomy = Anatomy.of(pointwise, operands, shapeOf(node));
      anatomies.put(node, anatomy);
      Set<Node> nodes = new HashSet<>(Set.of(node));
      int cost = anatomy.cost();
      boolean calls = anatomy.calls();
      for (Value operand : node.operands()) {
        if (operand instanceof Result r
            && cones.get(r.node()) instanceof Cone cone
            && !isSpreadFromMemory(r.node(), cone, node)) {
          for (Node inner : cone.nodes) {
            if (nodes.add(inner)) {
              cost += anatomies.get(inner).cost();
              calls |= anatomies.get(inner).calls();
            }
          }
        }
      }
      if (nodes.size() > MOST_OPERATIONS_INLINED) {
        demanded.addAll(node.results());
        nodes = Set.of();
      }
      cones.put(node, new Cone(nodes, cost, calls));
    }
  }

  /**
   * Whether an operation will read its operand from memory, as the operand has far fewer elements
   * and is not cheap: then no loop has to make these elements again.
   */
  private static boolean isSpreadFromMemory(Node operand, Cone cone, Node node) {
    return !cone.isCheap() && isComputedTooOften(shapeOf(node).size(), operand);
  }

  private static boolean isComputedTooOften(long times, Node node) {
    return times > shapeOf(node).size() * 3 / 2;
  }

  private static Shape shapeOf(Node node) {
    return node.results().getFirst().aval().shape();
  }

  private void place(Node node) {
    switch (node.lowering()) {
      case Lowering.Pointwise p -> placePointwise(node);
      case Lowering.Reduction r -> placeReduction(node, r);
      case Lowering.Contraction c -> placeContraction(node, c);
      case Lowering.Scatter s -> placeScatter(node, s);
      case Lowering.Scan s -> placeScan(node, s);
      case Lowering.OnMatrices m -> placeHost(node);
      case Lowering.Host h -> placeHost(node);
      case Lowering.Control c -> placeHost(node);
      case Lowering.Written w -> throw new IllegalStateException(node + " is an input");
      case Lowering.Inline i ->
          throw new IllegalStateException(node + " is a call that was not inlined");
    }
  }

  private Map<Group, Use> usesOf(Node node) {
    Map<Group, Use> all = new LinkedHashMap<>();
    for (Result r : node.results()) {
      uses.getOrDefault(r, Map.of()).forEach((g, u) -> all.merge(g, u, Use::plus));
    }
    return all;
  }

  private void use(Value value, Group group, Use use) {
    if (value instanceof Result) {
      uses.computeIfAbsent(value, v -> new LinkedHashMap<>()).merge(group, use, Use::plus);
    }
  }

  private void placePointwise(Node node) {
    Map<Group, Use> users = usesOf(node);
    boolean isDemanded = node.results().stream().anyMatch(demanded::contains);
    if (isDemanded || isWorthStoring(node, users)) {
      Group group = groupFor(shapeOf(node), users, Axes.of());
      join(node, group, users);
      useOperands(node, group, new Use(true, 0));
    } else {
      users.forEach((group, use) -> useOperands(node, group, use));
    }
  }

  private boolean isWorthStoring(Node node, Map<Group, Use> users) {
    if (cones.get(node).isCheap()) {
      return false;
    }
    long computed = 0;
    for (var e : users.entrySet()) {
      computed += e.getKey().space().size() * e.getValue().readsPerIndex();
    }
    return users.size() > 1 || isComputedTooOften(computed, node);
  }

  /** The operands of an operation are used where the operation's result is used. */
  private void useOperands(Node node, Group group, Use use) {
    Anatomy anatomy = anatomies.get(node);
    for (int k = 0; k < node.operands().size(); k++) {
      Value operand = node.operands().get(k);
      int different = anatomy.accesses().get(k).size();
      if (different > 0) {
        boolean inPlace = anatomy.readsInPlace(k, operand.aval().shape(), shapeOf(node));
        use(operand, group, inPlace ? use : new Use(false, different * use.readsPerIndex()));
      }
    }
  }

  private void join(Node node, Group group, Map<Group, Use> users) {
    homes.put(node, group);
    group.members().add(node);
    users.keySet().stream().filter(g -> g != group).forEach(group.successors()::add);
  }

  /**
   * A group of loops over {@code space} that the results of an operation with these users fit in.
   */
  private Group groupFor(Shape space, Map<Group, Use> users, Axes reduced) {
    for (var e : users.entrySet()) {
      boolean computesItAnyway = e.getValue().inPlace() && e.getValue().elsewhere() == 0;
      if (reduced.size() == 0 && computesItAnyway && fits(e.getKey(), space, users, reduced)) {
        return e.getKey();
      }
    }
    int last = groups.size();
    for (Group g : groups.subList(Math.max(0, last - GROUPS_TO_TRY), last)) {
      if (!users.containsKey(g) && fits(g, space, users, reduced)) {
        if (reduced.size() > 0) {
          g.reduceOver(reduced);
        }
        return g;
      }
    }
    Group made = new Group(Group.Kind.LOOPS, space, reduced);
    groups.add(made);
    return made;
  }

  private static boolean fits(Group g, Shape space, Map<Group, Use> users, Axes reduced) {
    return g.kind() == Group.Kind.LOOPS
        && g.space().equals(space)
        && (reduced.size() == 0 || g.reduced().size() == 0 || g.reduced().equals(reduced))
        && g.members().size() < MOST_MEMBERS
        && users.keySet().stream().noneMatch(user -> user != g && user.precedes(g));
  }

  private void placeReduction(Node node, Lowering.Reduction reduction) {
    Map<Group, Use> users = usesOf(node);
    Value operand = node.operands().getFirst();
    Axes axes = reduction.axes().sorted();
    Group group = groupFor(operand.aval().shape(), users, axes);
    join(node, group, users);
    use(operand, group, new Use(true, 0));
  }

  private void placeContraction(Node node, Lowering.Contraction contraction) {
    Map<Group, Use> users = usesOf(node);
    var form = ContractionForm.of(node, contraction);
    if (form.isMatrixProduct()) {
      Group group = new Group(Group.Kind.PRODUCT, form.space(), Axes.of());
      groups.add(group);
      join(node, group, users);
      Matrices matrices = form.matrices(anatomies);
      products.put(node, matrices);
      matrices
          .bases()
          .forEach(
              base -> {
                demanded.add(base);
                use(base, group, new Use(false, 1));
              });
    } else {
      Group group = new Group(Group.Kind.LOOPS, form.space(), form.reduced());
      groups.add(group);
      join(node, group, users);
      node.operands().forEach(o -> use(o, group, new Use(false, 1)));
    }
  }

  private void placeScatter(Node node, Lowering.Scatter scatter) {
    Map<Group, Use> users = usesOf(node);
    Group group = new Group(Group.Kind.SCATTER, scatter.space(), Axes.of());
    groups.add(group);
    join(node, group, users);
    node.operands().forEach(o -> use(o, group, new Use(false, 1)));
  }

  private void placeScan(Node node, Lowering.Scan scan) {
    Map<Group, Use> users = usesOf(node);
    Group group = new Group(Group.Kind.SCAN, shapeOf(node), Axes.of(scan.axis()));
    groups.add(group);
    join(node, group, users);
    // Of a long axis it reads all elements twice.
    use(node.operands().getFirst(), group, new Use(false, 2));
  }

  private void placeHost(Node node) {
    Map<Group, Use> users = usesOf(node);
    Group group = new Group(Group.Kind.HOST, Shape.SCALAR, Axes.of());
    groups.add(group);
    join(node, group, users);
    if (node.primitive().hasEffect()) {
      // Effects happen in the program's order, whatever else waits for what.
      nextEffect.ifPresent(group.successors()::add);
      nextEffect = Optional.of(group);
    }
    for (Value operand : node.operands()) {
      demanded.add(operand);
      use(operand, group, new Use(false, 1));
    }
  }

  /** Topological order; where there is a choice, program order. */
  private List<Group> inOrder() {
    Map<Group, Integer> waitsFor = new IdentityHashMap<>();
    for (Group g : groups) {
      g.successors().forEach(s -> waitsFor.merge(s, 1, Integer::sum));
    }
    var ready = new PriorityQueue<Group>(Comparator.comparingInt(Group::place));
    groups.stream().filter(g -> !waitsFor.containsKey(g)).forEach(ready::add);
    List<Group> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      Group g = ready.poll();
      order.add(g);
      for (Group s : g.successors()) {
        if (waitsFor.merge(s, -1, Integer::sum) == 0) {
          ready.add(s);
        }
      }
    }
    if (order.size() != groups.size()) {
      throw new IllegalStateException("fusion made groups that wait for each other");
    }
    return order;
  }
}
