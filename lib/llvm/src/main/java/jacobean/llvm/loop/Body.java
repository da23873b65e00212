package jacobean.llvm.loop;

import jacobean.core.Concrete;
import java.util.List;

/**
 * A program that a loop or branch runs, as steps: a native function of its own.
 *
 * @param inputs the inputs' slots; those of arrays that are written into the program last
 * @param computed the slots of the results that steps make
 * @param results where each result comes from
 * @param memory where intermediates are
 */
public record Body(
    List<Step> steps,
    List<Slot> inputs,
    List<Slot> computed,
    List<Result> results,
    MemoryPlan memory) {
  /** Where a result comes from. */
  public sealed interface Result {}

  /** It is an input, unchanged. */
  public record Passed(int input) implements Result {}

  /** It is a constant. */
  public record Constant(Concrete value) implements Result {}

  /** It is in one of the computed slots. */
  public record Computed(int slot) implements Result {}
}
