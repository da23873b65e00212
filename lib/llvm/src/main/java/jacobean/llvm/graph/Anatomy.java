package jacobean.llvm.graph;

import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Operand;
import jacobean.ir.Source;
import jacobean.llvm.loop.Loads;
import jacobean.type.Aval;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a pointwise operation does at one index: how much it computes, and where it reads.
 *
 * @param cost about how many cycles an element takes, beyond loading
 * @param calls whether it calls functions of the mathematical library
 * @param accesses for each operand the different indexes that are read
 * @param elements the results, as expressions of loads from {@link Leaf}s
 */
record Anatomy(int cost, boolean calls, List<Set<List<Expr>>> accesses, List<Expr> elements) {
  private static final int COST_OF_CALL = 12;

  /** An operand, as a source of loads. */
  record Leaf(int operand, Aval aval) implements Source {}

  /** The anatomy of an operation whose results have this shape. */
  static Anatomy of(Lowering.Pointwise lowering, List<Aval> operands, Shape shape) {
    List<Set<List<Expr>>> accesses = new ArrayList<>();
    List<Operand> leaves = new ArrayList<>();
    for (int k = 0; k < operands.size(); k++) {
      Set<List<Expr>> indexes = new HashSet<>();
      accesses.add(indexes);
      leaves.add(new Probe(new Leaf(k, operands.get(k)), indexes));
    }
    List<Expr> elements = lowering.elements(leaves, identity(shape));
    int[] cost = {0};
    boolean[] calls = {false};
    Loads.visit(
        elements,
        e -> {
          switch (e) {
            case Expr.Apply a -> cost[0]++;
            case Expr.Call c -> {
              cost[0] += COST_OF_CALL;
              calls[0] = true;
            }
            case Expr.Const c -> {}
            case Expr.Index i -> {}
            case Expr.Load l -> {}
          }
        });
    return new Anatomy(cost[0], calls[0], List.copyOf(accesses), List.copyOf(elements));
  }

  /** The index of a loop nest of this shape: one loop variable for each axis. */
  static List<Expr> identity(Shape shape) {
    return IntStream.range(0, shape.rank()).<Expr>mapToObj(Expr.Index::new).toList();
  }

  /** Whether it only moves elements of one operand. */
  boolean isMovement() {
    return elements.size() == 1 && elements.getFirst() instanceof Expr.Load;
  }

  /** Whether an operand of this shape is read only where the result is written. */
  boolean readsInPlace(int operand, Shape operandShape, Shape shape) {
    return operandShape.equals(shape)
        && accesses.get(operand).stream().allMatch(identity(shape)::equals);
  }

  private record Probe(Leaf leaf, Set<List<Expr>> indexes) implements Operand {
    @Override
    public Aval aval() {
      return leaf.aval();
    }

    @Override
    public Expr at(List<Expr> index) {
      indexes.add(List.copyOf(index));
      return new Expr.Load(leaf, index);
    }
  }
}
