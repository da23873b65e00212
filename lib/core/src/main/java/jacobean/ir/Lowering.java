package jacobean.ir;

import jacobean.type.Axes;
import java.util.List;

/**
 * How a primitive is computed, as a compiler needs to know it. Compilers switch over these cases
 * and never over primitives.
 */
public sealed interface Lowering {
  /** Each output element is an expression of operand elements: elementwise operations and movement. */
  non-sealed interface Pointwise extends Lowering {
    /**
     * The elements of all outputs, which have one shape, at these indexes.
     *
     * @param operands the inputs
     * @param index one INT64 expression per output axis
     * @return one expression per output
     */
    List<Expr> elements(List<Operand> operands, List<Expr> index);
  }

  /** The one operand combined over some axes, which are dropped. */
  record Reduction(Monoid monoid, Axes axes) implements Lowering {}

  /**
   * Sums of products: the output's axes are the batch axes, then the free axes of the left, then
   * those of the right operand.
   */
  record Contraction(Axes leftContract, Axes rightContract, Axes leftBatch, Axes rightBatch)
      implements Lowering {}

  /** Evaluated in plain Java by the primitive itself, between compiled parts. */
  record Host() implements Lowering {}

  /** Runs other programs, as often as the operands say; the primitive is a {@code Primitive.Control}. */
  record Control() implements Lowering {}

  /** A call of another program, which a compiler may inline; the primitive is a {@code Primitive.Call}. */
  record Inline() implements Lowering {}
}
