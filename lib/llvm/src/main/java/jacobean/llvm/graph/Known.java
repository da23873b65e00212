package jacobean.llvm.graph;

import jacobean.core.Primitive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The operations of a program so far, so that what has been computed from the same operands is not
 * computed again: the elimination of common subexpressions.
 */
final class Known {
  private final Map<Operation, Graph.Node> nodes = new HashMap<>();

  private record Operation(Primitive primitive, List<Object> operands) {}

  /** A constant: -0 differs from 0, and NaN is NaN. */
  private record Constant(jacobean.type.Aval aval, Object element) {}

  /** The node that does this already, or a new one. */
  Graph.Node node(Primitive primitive, List<Graph.Value> operands, Supplier<Graph.Node> make) {
    if (primitive.hasEffect()) {
      return make.get();
    }
    var operation = new Operation(primitive, operands.stream().map(Known::named).toList());
    return nodes.computeIfAbsent(operation, o -> make.get());
  }

  private static Object named(Graph.Value value) {
    return value instanceof Graph.Literal literal
        ? new Constant(literal.aval(), literal.array().host().element(0))
        : value;
  }
}
