package jacobean.llvm.graph;

import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Operand;
import jacobean.llvm.loop.Slot;
import jacobean.type.Aval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes the expressions of one loop nest: elements of results that the nest computes itself become
 * the expressions of their operations, all others loads.
 */
final class Inliner {
  private final Predicate<Graph.Node> computedHere;
  private final Function<Graph.Value, Slot> slots;
  private final Map<At, List<Expr>> known = new HashMap<>();

  /** An operation at an index. */
  private record At(Graph.Node node, List<Expr> index) {}

  /**
   * @param computedHere whether an operation's results are computed in the nest, not loaded
   * @param slots where inputs and results that are in memory are
   */
  Inliner(Predicate<Graph.Node> computedHere, Function<Graph.Value, Slot> slots) {
    this.computedHere = computedHere;
    this.slots = slots;
  }

  /** The element of a value at an index. */
  Expr element(Graph.Value value, List<Expr> index) {
    return switch (value) {
      case Graph.Literal literal -> literal.expr();
      case Graph.Input input -> new Expr.Load(slots.apply(input), index);
      case Graph.Result r ->
          computedHere.test(r.node())
              ? elements(r.node(), index).get(r.number())
              : new Expr.Load(slots.apply(r), index);
    };
  }

  /** The elements of all results of a pointwise operation at an index. */
  List<Expr> elements(Graph.Node node, List<Expr> index) {
    At at = new At(node, index);
    List<Expr> found = known.get(at);
    if (found == null) {
      var lowering = (Lowering.Pointwise) node.lowering();
      List<Operand> operands = node.operands().stream().map(this::operand).toList();
      found = lowering.elements(operands, index);
      known.put(at, found);
    }
    return found;
  }

  /** A value as lowerings see it. */
  Operand operand(Graph.Value value) {
    return new ValueOperand(value);
  }

  private final class ValueOperand implements Operand {
    private final Graph.Value value;

    ValueOperand(Graph.Value value) {
      this.value = value;
    }

    @Override
    public Aval aval() {
      return value.aval();
    }

    @Override
    public Expr at(List<Expr> index) {
      return element(value, index);
    }
  }
}
