package jacobean.llvm.loop;

import jacobean.ir.Expr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Walks over the nodes of expressions; what is shared is visited once. */
public final class Loads {
  private Loads() {}

  /** The slots that expressions load from, in order of their first use. */
  public static List<Slot> slotsOf(List<Expr> expressions) {
    Set<Slot> slots = new LinkedHashSet<>();
    visit(
        expressions,
        e -> {
          if (e instanceof Expr.Load load) {
            slots.add(Slot.of(load.source()));
          }
        });
    return new ArrayList<>(slots);
  }

  /** Calls a visitor for each node once, parents before children. */
  public static void visit(List<Expr> expressions, Consumer<Expr> visitor) {
    Map<Expr, Boolean> seen = new IdentityHashMap<>();
    expressions.forEach(e -> visit(e, seen, visitor));
  }

  private static void visit(Expr e, Map<Expr, Boolean> seen, Consumer<Expr> visitor) {
    if (seen.put(e, true) != null) {
      return;
    }
    visitor.accept(e);
    switch (e) {
      case Expr.Const c -> {}
      case Expr.Index i -> {}
      case Expr.Load load -> load.index().forEach(x -> visit(x, seen, visitor));
      case Expr.Apply apply -> apply.args().forEach(x -> visit(x, seen, visitor));
      case Expr.Call call -> call.args().forEach(x -> visit(x, seen, visitor));
    }
  }
}
