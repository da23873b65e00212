package jacobean.ir;

import jacobean.type.Axes;
import java.util.List;

/**
 * How a primitive is computed, as a compiler needs to know it. Compilers switch over these cases
 * and never over primitives.
 */
public sealed interface Lowering {
  /**
   * Each output element is an expression of operand elements: elementwise operations and movement.
   */
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

  /** A function of each matrix of a stack, for a library of linear algebra. */
  record OnMatrices(MatrixFunction function) implements Lowering {}

  /** Evaluated in plain Java by the primitive itself, between compiled parts. */
  record Host() implements Lowering {}

  /** Runs other programs as the operands say; the primitive is a {@code Primitive.Control}. */
  sealed interface Control extends Lowering {}

  /**
   * Its one program again and again. The program's inputs are constants, a carry, and a row of each
   * remaining operand; its outputs the next carry, and a row of each remaining result.
   *
   * @param length the number of turns
   * @param reverse whether the last row is first
   */
  record Loop(int length, int consts, int carry, boolean reverse) implements Control {}

  /**
   * Its first program, the body, as long as its second gives true. Operands are the second's
   * constants, the body's constants, and the carry; results the carry.
   */
  record Repeat(int condConsts, int bodyConsts) implements Control {}

  /** The program that the first operand, an int32 scalar, says; the others are its operands. */
  record Branch() implements Control {}

  /**
   * A call of another program, which a compiler may inline; the primitive is a {@code
   * Primitive.Call}.
   */
  record Inline() implements Lowering {}
}
