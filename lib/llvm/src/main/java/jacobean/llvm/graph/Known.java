package jacobean.llvm.graph;

import jacobean.core.Primitive;
import jacobean.ir.Lowering;
import jacobean.type.Aval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The operations of a program so far, so that what has been computed from the same operands is not
 * computed again: the elimination of common subexpressions. Elements that each loop can make for
 * itself are left to the loops, for to share them would mean to keep them in memory.
 */
final class Known {
  private final Map<Operation, Graph.Node> nodes = new HashMap<>();

  /** Operations that do what an earlier one does. */
  private final Map<Graph.Node, Graph.Node> same = new HashMap<>();

  private record Operation(Primitive primitive, List<Object> operands) {}

  private record Part(Graph.Node node, int number) {}

  /** A constant: -0 differs from 0, and NaN is NaN. */
  private record Constant(Aval aval, Object element) {}

  /** The node that does this already, or a new one. */
  Graph.Node node(Primitive primitive, List<Graph.Value> operands, Supplier<Graph.Node> make) {
    if (primitive.hasEffect()) {
      return make.get();
    }
    var operation = new Operation(primitive, operands.stream().map(this::named).toList());
    var first = nodes.get(operation);
    if (first != null && !(first.lowering() instanceof Lowering.Pointwise)) {
      return first;
    }
    var node = make.get();
    if (first == null) {
      nodes.put(operation, node);
    } else {
      same.put(node, first);
    }
    return node;
  }

  private Object named(Graph.Value value) {
    return switch (value) {
      case Graph.Input input -> input;
      case Graph.Literal l -> new Constant(l.aval(), l.array().host().element(0));
      case Graph.Result r -> new Part(same.getOrDefault(r.node(), r.node()), r.number());
    };
  }
}
