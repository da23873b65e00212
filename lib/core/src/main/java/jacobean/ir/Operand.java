package jacobean.ir;

import jacobean.type.Aval;
import java.util.List;

/**
 * An operand of a primitive as its lowering sees it: ask for an element, get an expression. Whether
 * that is a load or the inlined expression of the operation that makes the operand is the
 * compiler's choice, which is how fusion works here.
 */
public interface Operand {
  Aval aval();

  /** The element at these INT64 indexes, one per axis; out of bounds is undefined. */
  Expr at(List<Expr> index);
}
