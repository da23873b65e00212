package jacobean.llvm.graph;

import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.llvm.graph.Graph.Node;
import jacobean.llvm.graph.Graph.Result;
import jacobean.llvm.graph.Graph.Value;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A matrix product of which only the transposed is read is computed transposed: its operands change
 * places, and nothing has to be moved, or read at a stride, for it.
 */
final class TurnedProducts {
  private final Set<Node> turned;
  private final Map<Value, Value> replaced = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();

  private TurnedProducts(Set<Node> turned) {
    this.turned = turned;
  }

  static Graph in(Graph graph) {
    var turned = only(graph);
    return turned.isEmpty() ? graph : new TurnedProducts(turned).rewritten(graph);
  }

  /** The products of which nothing but transposes reads the result. */
  private static Set<Node> only(Graph graph) {
    var transposed = new HashSet<Node>();
    var otherwise = new HashSet<Node>();
    for (Node node : graph.nodes()) {
      for (Value operand : node.operands()) {
        if (operand instanceof Result r) {
          (isTransposeOfProduct(node) ? transposed : otherwise).add(r.node());
        }
      }
    }
    for (Value output : graph.outputs()) {
      if (output instanceof Result r) {
        otherwise.add(r.node());
      }
    }
    transposed.removeAll(otherwise);
    return transposed;
  }

  /** Whether an operation swaps the rows and the columns of a matrix product. */
  private static boolean isTransposeOfProduct(Node node) {
    return node.lowering() instanceof Lowering.Pointwise movement
        && node.operands().size() == 1
        && node.operands().getFirst() instanceof Result r
        && r.node().lowering() instanceof Lowering.Contraction c
        && isTranspose(movement, node, r, ContractionForm.of(r.node(), c));
  }

  private static boolean isTranspose(
      Lowering.Pointwise movement, Node node, Result product, ContractionForm form) {
    Aval to = node.results().getFirst().aval();
    if (!form.isMatrixProduct() || to.rank() != product.aval().rank()) {
      return false;
    }
    var anatomy = Anatomy.of(movement, List.of(product.aval()), to.shape());
    return anatomy.isMovement()
        && anatomy.elements().getFirst() instanceof Expr.Load load
        && load.index().equals(form.swappedIndex())
        && to.equals(form.swapped(product.aval()));
  }

  private Graph rewritten(Graph graph) {
    for (Node node : graph.nodes()) {
      List<Value> operands = node.operands().stream().map(this::replacement).toList();
      if (turned.contains(node)) {
        nodes.add(turn(node, operands));
        replaced.put(node.results().getFirst(), nodes.getLast().results().getFirst());
      } else if (operands.size() == 1
          && operands.getFirst() instanceof Result r
          && node.operands().getFirst() instanceof Result before
          && turned.contains(before.node())) {
        replaced.put(node.results().getFirst(), r);
      } else if (operands.equals(node.operands())) {
        nodes.add(node);
      } else {
        nodes.add(node.of(operands));
        for (Result r : node.results()) {
          replaced.put(r, nodes.getLast().results().get(r.number()));
        }
      }
    }
    var outputs = graph.outputs().stream().map(this::replacement).toList();
    return new Graph(graph.inputs(), graph.arrays(), List.copyOf(nodes), outputs);
  }

  private Value replacement(Value value) {
    return replaced.getOrDefault(value, value);
  }

  private static Node turn(Node product, List<Value> operands) {
    var c = (Lowering.Contraction) product.lowering();
    var form = ContractionForm.of(product, c);
    return product.of(
        new Lowering.Contraction(
            c.rightContract(), c.leftContract(), c.rightBatch(), c.leftBatch()),
        operands.reversed(),
        List.of(form.swapped(product.results().getFirst().aval())));
  }
}
