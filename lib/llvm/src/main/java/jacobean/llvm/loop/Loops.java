package jacobean.llvm.loop;

import jacobean.ir.Expr;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.List;

/** Loops over a space of indexes, one for each of its axes, before they are cut into chunks. */
public sealed interface Loops extends Step permits Step.Kernel, Scatter, Scan {
  /** The lengths of the loops. */
  Shape space();

  /** The axes whose turns depend on each other; turns of the others may run in any order. */
  Axes reduced();

  /** What is computed at each index. */
  List<Expr> values();
}
