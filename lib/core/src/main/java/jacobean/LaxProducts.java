package jacobean;

import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.op.Contractions;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Promotion;
import jacobean.type.Shape;
import java.util.List;

/** The part of {@link lax} that sums products. */
abstract sealed class LaxProducts extends LaxArrays permits LaxWindows {

  /**
   * The product of vectors and matrices of one dtype: over the last axis of the left and the first
   * of the right. {@code lax.dot}.
   *
   * {@snippet :
   * lax.dot(jnp.array(1., 2.), jnp.array(3., 4.)) // => 11.0
   * }
   *
   * @throws ShapeException if an array has no or more than two axes, or the lengths differ
   * @throws DTypeException if the dtypes differ; {@code jnp.dot} promotes
   */
  public static Array dot(Array lhs, Array rhs) {
    if (lhs.ndim() < 1 || lhs.ndim() > 2 || rhs.ndim() < 1 || rhs.ndim() > 2) {
      throw new ShapeException(
          "dot: wanted vectors or matrices, got "
              + lhs.aval()
              + " and "
              + rhs.aval()
              + ". Use lax.dotGeneral or jnp.tensordot.");
    }
    return dotGeneral(lhs, rhs, DotDimensionNumbers.contract(lhs.ndim() - 1, 0));
  }

  /**
   * Sums of products. The axes of the result are the batch axes, then the others of the left, then
   * those of the right array. {@code lax.dot_general}.
   *
   * {@snippet :
   * var numbers = DotDimensionNumbers.contract(1, 1).batch(0, 0);
   * lax.dotGeneral(jnp.ones(2, 3), jnp.ones(2, 3), numbers) // => [3. 3.]
   * }
   *
   * @throws ShapeException if lengths differ
   * @throws DTypeException if dtypes differ
   */
  public static Array dotGeneral(Array lhs, Array rhs, DotDimensionNumbers dimensionNumbers) {
    requirePairs(dimensionNumbers);
    return Array.of(
        Contractions.dotGeneral(
            lhs.value(), rhs.value(), dimensionNumbers.numbers(lhs.ndim(), rhs.ndim())));
  }

  /**
   * {@link #dotGeneral(Array, Array, DotDimensionNumbers)} summed in, and of, another dtype.
   *
   * @param preferredElementType where it is wider than the operands, these are converted first
   */
  public static Array dotGeneral(
      Array lhs, Array rhs, DotDimensionNumbers dimensionNumbers, DType preferredElementType) {
    var wide =
        Promotion.join(List.of(lhs.aval(), rhs.aval(), Aval.of(Shape.SCALAR, preferredElementType)))
            .dtype();
    var product =
        dotGeneral(convertElementType(lhs, wide), convertElementType(rhs, wide), dimensionNumbers);
    return convertElementType(product, preferredElementType);
  }

  private static void requirePairs(DotDimensionNumbers d) {
    if (d.lhsContracting().size() != d.rhsContracting().size()
        || d.lhsBatch().size() != d.rhsBatch().size()) {
      throw new ShapeException(
          "dotGeneral: wanted as many axes of the left as of the right array, got " + d + ".");
    }
  }

  /**
   * The product of a matrix whose rows fall into groups, one after the other, with another matrix
   * for each group. Rows after the last group give 0. {@code lax.ragged_dot}.
   *
   * {@snippet :
   * var weights = jnp.array(new double[][][] {{{1}}, {{10}}});
   * lax.raggedDot(jnp.ones(3, 1), weights, jnp.array(1, 2)).ravel() // => [ 1. 10. 10.]
   * }
   *
   * @param lhs [m, k]
   * @param rhs [groups, k, n]
   * @param groupSizes how many rows each group has, integers
   * @return [m, n]
   * @throws ShapeException if the shapes do not fit
   */
  public static Array raggedDot(Array lhs, Array rhs, Array groupSizes) {
    boolean fit =
        lhs.ndim() == 2
            && rhs.ndim() == 3
            && groupSizes.ndim() == 1
            && lhs.shape(1) == rhs.shape(1)
            && groupSizes.shape(0) == rhs.shape(0);
    if (!fit) {
      throw new ShapeException(
          "raggedDot: wanted [m, k], [groups, k, n] and [groups], got "
              + lhs.aval()
              + ", "
              + rhs.aval()
              + " and "
              + groupSizes.aval()
              + ".");
    }
    // One product of matrices: for each group its rows, with zeros for those of the others.
    var ends = jnp.expandDims(jnp.cumsum(groupSizes), 1);
    var starts = ends.minus(jnp.expandDims(groupSizes, 1));
    var row = jnp.arange(lhs.shape(0));
    var inGroup = jnp.logicalAnd(jnp.lessEqual(starts, row), jnp.less(row, ends));
    var rows =
        jnp.where(
            jnp.expandDims(inGroup, 2), jnp.expandDims(lhs, 0), jnp.zeros(Shape.of(), lhs.dtype()));
    return dotGeneral(rows, rhs, DotDimensionNumbers.contract(new int[] {0, 2}, new int[] {0, 1}));
  }

  /**
   * Sums of products of arrays that are each given by numbers and coarser factors: an axis that is
   * n times as long as that of its factors has each of them n times. {@code lax.scaled_dot}.
   *
   * {@snippet :
   * var numbers = DotDimensionNumbers.contract(1, 0);
   * lax.scaledDot(jnp.ones(2, 4), jnp.ones(4, 2), jnp.full(Shape.of(2, 2), 3.), null, numbers, jnp.float32).get(0) // => [12. 12.]
   * }
   *
   * @param lhsScale factors of the left array, with as many axes; null for none
   * @param rhsScale factors of the right array; null for none
   * @param preferredElementType the dtype that is multiplied and summed in, and that of the result
   * @throws ShapeException if an axis is no multiple of that of its factors
   */
  public static Array scaledDot(
      Array lhs,
      Array rhs,
      @OrNull Array lhsScale,
      @OrNull Array rhsScale,
      DotDimensionNumbers dimensionNumbers,
      DType preferredElementType) {
    return dotGeneral(
        scaled("lhs", lhs, lhsScale, preferredElementType),
        scaled("rhs", rhs, rhsScale, preferredElementType),
        dimensionNumbers,
        preferredElementType);
  }

  static Array scaled(String name, Array x, Array scale, DType type) {
    var numbers = convertElementType(x, type);
    if (scale == null) {
      return numbers;
    }
    boolean fits = x.ndim() == scale.ndim();
    for (int i = 0; fits && i < x.ndim(); i++) {
      fits = scale.shape(i) > 0 && x.shape(i) % scale.shape(i) == 0;
    }
    if (!fits) {
      throw new ShapeException(
          "scaledDot: wanted factors whose axes divide those of "
              + name
              + ", "
              + x.aval()
              + ", got "
              + scale.aval()
              + ".");
    }
    var factors = convertElementType(scale, type);
    for (int i = 0; i < x.ndim(); i++) {
      int times = x.shape(i) / scale.shape(i);
      factors = times == 1 ? factors : jnp.repeat(factors, times, i);
    }
    return mul(numbers, factors);
  }
}
