package jacobean.ir;

import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.Optional;

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

  /**
   * The first operand, into which updates are combined one after the other: one for each index of
   * some loops, the last of which is the fastest.
   */
  non-sealed interface Scatter extends Lowering {
    /** The lengths of the loops; none is 0, and the first operand has elements. */
    Shape space();

    /**
     * The update at these indexes.
     *
     * @param operands the inputs
     * @param index one INT64 expression per loop
     */
    Update update(List<Operand> operands, List<Expr> index);

    /** What combines an update with what is there; if empty, the update replaces it. */
    Optional<Monoid> monoid();

    /**
     * An element to be combined into the result.
     *
     * @param place where; within bounds if it is made
     * @param made whether it is not left out, bool; if empty, it never is
     */
    record Update(Expr value, List<Expr> place, Optional<Expr> made) {}
  }

  /**
   * Along one axis of the one operand, each element combined with all before it: the result, of the
   * operand's type.
   */
  non-sealed interface Scan extends Lowering {
    int axis();

    /** Whether it begins at the end of the axis. */
    boolean reverse();

    /**
     * What is combined, in a type that may be wider than the operand's; associative, but for
     * rounding.
     */
    Expr combine(Expr before, Expr element);

    /** What this is, if it is one of those. */
    Optional<Monoid> monoid();

    /** The type of what is carried from element to element. */
    DType carried();

    /** What combined with an element gives this element. */
    Number identity();
  }

  /** A function of each matrix of a stack, for a library of linear algebra. */
  record OnMatrices(MatrixFunction function) implements Lowering {}

  /**
   * An array that is written into the program: the one result is always what the primitive gives
   * when it is evaluated, of no operands.
   */
  record Written() implements Lowering {}

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
   * What another program does, which a compiler may inline; the primitive is a {@code
   * Primitive.Composite}.
   *
   * @param again whether it is to be computed though the same was computed before
   */
  record Inline(boolean again) implements Lowering {
    public Inline() {
      this(false);
    }
  }
}
