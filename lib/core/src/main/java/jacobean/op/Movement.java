package jacobean.op;

import jacobean.core.HostArray;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Operand;
import jacobean.type.Shape;
import java.util.List;

/** The family of linear primitives of one operand that only move elements to other places. */
interface Movement extends Linear {
  /**
   * The operand's index for a result's index: the lowering, and what {@link #source} must agree
   * with.
   */
  List<Expr> from(Operand operand, List<Expr> index);

  /** The operand's index for a result's index, in plain Java. */
  int[] source(Shape operand, int[] index);

  @Override
  default Lowering lower(List<jacobean.type.Aval> operands) {
    return (Lowering.Pointwise)
        (inputs, index) -> List.of(inputs.getFirst().at(from(inputs.getFirst(), index)));
  }

  @Override
  default List<HostArray> eval(List<HostArray> operands) {
    var x = operands.getFirst();
    var out = abstractEval(List.of(x.aval())).getFirst();
    if (x.shape().rank() == 0 && !x.dtype().isComplex()) {
      return List.of(
          HostArray.fill(out, x.dtype().isFloating() ? (Number) x.real(0) : (Number) x.integer(0)));
    }
    return List.of(
        HostArray.gather(
            out,
            x,
            p -> Positions.of(x.shape(), source(x.shape(), Positions.index(out.shape(), p)))));
  }
}
