package jacobean;

import jacobean.op.Contractions.DimensionNumbers;
import java.util.List;

/**
 * Which axes of two arrays meet in {@code lax.dotGeneral}. {@code lax.DotDimensionNumbers}.
 *
 * {@snippet :
 * DotDimensionNumbers.contract(1, 0) // => (([1], [0]), ([], []))
 * DotDimensionNumbers.contract(2, 1).batch(0, 0) // => (([2], [1]), ([0], [0]))
 * }
 *
 * @param lhsContracting axes of the left array that are summed over
 * @param rhsContracting the axes of the right array that they meet
 * @param lhsBatch axes of the left array that stay, and come first
 * @param rhsBatch the axes of the right array that they go along with
 */
public record DotDimensionNumbers(
    List<Integer> lhsContracting,
    List<Integer> rhsContracting,
    List<Integer> lhsBatch,
    List<Integer> rhsBatch) {
  public DotDimensionNumbers {
    lhsContracting = List.copyOf(lhsContracting);
    rhsContracting = List.copyOf(rhsContracting);
    lhsBatch = List.copyOf(lhsBatch);
    rhsBatch = List.copyOf(rhsBatch);
  }

  /** These axes summed over, without batch axes. */
  public static DotDimensionNumbers contract(int[] lhs, int[] rhs) {
    return new DotDimensionNumbers(
        GatherDimensionNumbers.list(lhs), GatherDimensionNumbers.list(rhs), List.of(), List.of());
  }

  /** One axis of each summed over, without batch axes. */
  public static DotDimensionNumbers contract(int lhs, int rhs) {
    return contract(new int[] {lhs}, new int[] {rhs});
  }

  /** With these batch axes. */
  public DotDimensionNumbers batch(int[] lhs, int[] rhs) {
    return new DotDimensionNumbers(
        lhsContracting,
        rhsContracting,
        GatherDimensionNumbers.list(lhs),
        GatherDimensionNumbers.list(rhs));
  }

  /**
   * With one batch axis of each.
   *
   * {@snippet :
   * var numbers = DotDimensionNumbers.contract(2, 1).batch(0, 0);
   * lax.dotGeneral(jnp.ones(5, 2, 3), jnp.ones(5, 3, 4), numbers).shape() // => (5, 2, 4)
   * }
   */
  public DotDimensionNumbers batch(int lhs, int rhs) {
    return batch(new int[] {lhs}, new int[] {rhs});
  }

  DimensionNumbers numbers(int lhsRank, int rhsRank) {
    return new DimensionNumbers(
        counted(lhsContracting, lhsRank),
        counted(rhsContracting, rhsRank),
        counted(lhsBatch, lhsRank),
        counted(rhsBatch, rhsRank));
  }

  private static jacobean.type.Axes counted(List<Integer> axes, int rank) {
    return GatherDimensionNumbers.axes(
        axes.stream().map(a -> Dims.axis("dotGeneral", a, rank)).toList());
  }

  @Override
  public String toString() {
    return "((%s, %s), (%s, %s))".formatted(lhsContracting, rhsContracting, lhsBatch, rhsBatch);
  }
}
