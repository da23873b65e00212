package jacobean.llvm.loop;

import jacobean.llvm.loop.Nest.Dim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds kernels that follow each other row by row: where each row of one needs of the others only
 * what they made of the same row, as in a softmax, a thread does all of them on a few rows while
 * these are in its cache, and threads need not wait for each other between the kernels.
 */
public final class Chains {
  private Chains() {}

  /** The steps, with such kernels together. */
  public static List<Step> of(List<Step> steps) {
    List<Step> result = new ArrayList<>();
    List<Step.Tiled> run = new ArrayList<>();
    for (Step step : steps) {
      if (!(step instanceof Step.Tiled tiled && continues(run, tiled))) {
        end(run, result);
      }
      if (step instanceof Step.Tiled tiled && Rows.of(tiled).isPresent()) {
        run.add(tiled);
      } else {
        result.add(step);
      }
    }
    end(run, result);
    return result;
  }

  private static void end(List<Step.Tiled> run, List<Step> result) {
    if (run.size() > 1 && run.stream().anyMatch(Step.Tiled::parallel)) {
      long rows =
          run.stream().mapToLong(s -> Rows.of(s).orElseThrow().perChunk()).min().orElseThrow();
      result.add(new Step.Chain(run.stream().map(s -> withRowsPerChunk(s, rows)).toList()));
    } else {
      result.addAll(run);
    }
    run.clear();
  }

  private static Step.Tiled withRowsPerChunk(Step.Tiled step, long rows) {
    Form form =
        switch (step.form()) {
          case Form.Rows f -> {
            int outer = step.nest().dims().size() - 1;
            long turns = Nest.turns(step.nest().dims().subList(0, outer));
            yield new Form.Rows(outer, turns, rows);
          }
          case Form.Blocks f -> throw new IllegalArgumentException(f + " has no whole rows");
          case Form.Inward f ->
              new Form.Inward(f.kept(), f.turns(), f.turnsPerUnit(), f.block(), f.blocks(), rows);
          case Form.Across f -> throw new IllegalArgumentException(f + " has no rows");
          case Form.InOrder f -> throw new IllegalArgumentException(f + " has no rows");
        };
    return new Step.Tiled(step.loops(), step.nest(), form, true);
  }

  /** Whether a kernel has the rows of those before and reads nothing of them but its own row. */
  private static boolean continues(List<Step.Tiled> run, Step.Tiled next) {
    Optional<Rows> rows = Rows.of(next);
    if (run.isEmpty() || rows.isEmpty()) {
      return false;
    }
    Map<Slot, Long> made = new HashMap<>();
    for (Step.Tiled before : run) {
      Rows its = Rows.of(before).orElseThrow();
      if (its.count != rows.get().count) {
        return false;
      }
      var kernel = (Step.Kernel) before.loops();
      kernel.stores().forEach(s -> made.put(s.target().slot(), its.length));
      kernel.folds().forEach(f -> made.put(f.target().slot(), 1L));
    }
    return next.nest().accesses().stream()
        .allMatch(
            a ->
                !made.containsKey(Slot.of(a.load().source()))
                    || rows.get().staysInRow(a.offset(), made.get(Slot.of(a.load().source()))));
  }

  /**
   * A kernel as rows.
   *
   * @param dims the loops
   * @param outer how many of them, from the first, count the rows
   * @param count the number of rows
   * @param length the number of elements of a row
   * @param perChunk how many rows a chunk has
   */
  private record Rows(List<Dim> dims, int outer, long count, long length, long perChunk) {
    static Optional<Rows> of(Step.Tiled step) {
      if (!(step.loops() instanceof Step.Kernel kernel) || !wholeElements(kernel)) {
        return Optional.empty();
      }
      List<Dim> dims = step.nest().dims();
      return switch (step.form()) {
        case Form.Rows f -> {
          int last = dims.size() - 1;
          long count = Nest.turns(dims.subList(0, last));
          long inTurn = Nest.turns(dims.subList(Math.min(f.outer(), last), last));
          yield count > 1
              ? Optional.of(
                  new Rows(dims, last, count, dims.getLast().length(), f.turnsPerChunk() * inTurn))
              : Optional.empty();
        }
        case Form.Blocks f -> Optional.empty();
        case Form.Inward f -> {
          int outer = (int) dims.stream().takeWhile(d -> !d.reduced()).count();
          boolean keptFirst = dims.stream().skip(outer).allMatch(Dim::reduced);
          yield keptFirst && f.unitsPerElement() == 1 && f.kept() > 1
              ? Optional.of(
                  new Rows(
                      dims,
                      outer,
                      f.kept(),
                      Nest.turns(dims.subList(outer, dims.size())),
                      f.unitsPerChunk()))
              : Optional.empty();
        }
        case Form.Across f -> Optional.empty();
        case Form.InOrder f -> Optional.empty();
      };
    }

    /** Whether what it makes is whole elements, and not parts of complex numbers. */
    private static boolean wholeElements(Step.Kernel kernel) {
      return Stream.concat(
              kernel.stores().stream().map(Step.Store::target),
              kernel.folds().stream().map(Step.Fold::target))
          .allMatch(t -> t.parts() == 1);
    }

    /** Whether a load reads only the row's own part of an array that has so many elements a row. */
    boolean staysInRow(Nest.Offset offset, long elementsPerRow) {
      if (!offset.others().isEmpty() || offset.constant() != 0) {
        return false;
      }
      long stride = elementsPerRow;
      for (int d = outer - 1; d >= 0; d--) {
        if (offset.strides().get(d) != stride) {
          return false;
        }
        stride *= dims.get(d).length();
      }
      List<Integer> inner = IntStream.range(outer, dims.size()).boxed().toList();
      return inner.stream().allMatch(d -> offset.strides().get(d) >= 0)
          && inner.stream()
                  .mapToLong(d -> offset.strides().get(d) * (dims.get(d).length() - 1))
                  .sum()
              < elementsPerRow;
    }
  }
}
