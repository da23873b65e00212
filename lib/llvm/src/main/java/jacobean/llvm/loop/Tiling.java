package jacobean.llvm.loop;

import jacobean.ir.Expr;
import jacobean.llvm.loop.Nest.Dim;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Cuts loops into chunks of work that are worth a thread's while. Long folds become folds of blocks
 * into partial results and then a fold of these, always the same way, so that sums are as exact as
 * pairwise ones and the same for any number of threads.
 */
public final class Tiling {
  /** Elements in a chunk, if an element costs a cycle's eighth. */
  static final long CHUNK = 32768;

  private static final long FOLD_BLOCK = 8192;
  private static final long TURNS_PER_UNIT = 256;
  private static final long TILE = 512;
  private static final long PARTS_IN_ORDER = 8;
  private static final long FEW = 16;
  private static final long LEAST_BESIDE_EACH_OTHER = 16;

  private Tiling() {}

  /**
   * Loops as steps.
   *
   * @param temporaries makes slots for partial results
   */
  public static List<Step.Tiled> of(Loops loops, Function<Aval, Slot> temporaries) {
    return switch (loops) {
      case Step.Kernel kernel -> kernel(kernel, temporaries);
      case Scatter scatter -> List.of(inOrder(scatter));
      case Scan scan -> ScanTiling.of(scan, temporaries);
    };
  }

  private static List<Step.Tiled> kernel(Step.Kernel kernel, Function<Aval, Slot> temporaries) {
    Nest merged = Nest.of(kernel);
    Nest nest = reducesFew(kernel, merged) ? merged.withKeptInnermost() : merged;
    // A power of two, so that vectors fill it.
    long chunk = Math.max(1024, Long.highestOneBit(CHUNK / cost(kernel)));
    Dim innermost = nest.dims().getLast();
    if (kernel.folds().isEmpty()) {
      return List.of(tiled(kernel, nest, rows(nest, chunk)));
    }
    return innermost.reduced()
        ? inward(kernel, nest, chunk, temporaries)
        : across(kernel, nest, chunk, temporaries);
  }

  /** Whether so few neighbours are folded that vectors of them would not be filled. */
  private static boolean reducesFew(Step.Kernel kernel, Nest nest) {
    long few = 1;
    for (Dim dim : nest.dims().reversed()) {
      if (!dim.reduced()) {
        return few > 1 && dim.length() >= LEAST_BESIDE_EACH_OTHER && kernel.stores().isEmpty();
      }
      few *= dim.length();
      if (few > FEW) {
        return false;
      }
    }
    return false;
  }

  /** What an element costs, in eighths of a cycle or so. */
  static long cost(Loops loops) {
    long[] operations = {0};
    Loads.visit(
        loops.values(),
        e ->
            operations[0] +=
                switch (e) {
                  case Expr.Apply a -> 1;
                  case Expr.Call c -> 12;
                  case Expr.Const c -> 0;
                  case Expr.Index i -> 0;
                  case Expr.Load l -> 1;
                });
    return 1 + operations[0] / 8;
  }

  static Step.Tiled tiled(Loops loops, Nest nest, Form form) {
    boolean parallel = form.chunks() > 1 && loops.space().size() * cost(loops) >= CHUNK;
    return new Step.Tiled(loops, nest, form, parallel);
  }

  /** Cuts the outermost or the innermost of the loops whose turns are independent. */
  private static Step.Tiled inOrder(Scatter scatter) {
    Nest nest = Nest.of(scatter);
    List<Dim> dims = nest.dims();
    int last = dims.size() - 1;
    int dim = !dims.getFirst().reduced() ? 0 : !dims.getLast().reduced() ? last : -1;
    long length = dim < 0 ? 1 : dims.get(dim).length();
    long least = dim == last ? LEAST_BESIDE_EACH_OTHER : 1;
    long block = Math.max(least, Math.ceilDiv(length, PARTS_IN_ORDER));
    return tiled(scatter, nest, new Form.InOrder(dim, length, block));
  }

  private static Form rows(Nest nest, long chunk) {
    List<Dim> dims = nest.dims();
    int outer = dims.size();
    long inner = 1;
    while (outer > 0 && inner * dims.get(outer - 1).length() <= chunk) {
      inner *= dims.get(--outer).length();
    }
    long turns = Nest.turns(dims.subList(0, outer));
    return outer == dims.size()
        ? new Form.Blocks(
            Nest.turns(dims.subList(0, outer - 1)),
            chunk,
            Math.ceilDiv(dims.getLast().length(), chunk))
        : new Form.Rows(outer, turns, Math.max(1, chunk / Math.max(1, inner)));
  }

  private static List<Step.Tiled> inward(
      Step.Kernel kernel, Nest nest, long chunk, Function<Aval, Slot> temporaries) {
    long length = nest.dims().getLast().length();
    long kept = Nest.turns(nest.dims().stream().filter(d -> !d.reduced()).toList());
    long turns =
        Nest.turns(
            nest.dims().subList(0, nest.dims().size() - 1).stream().filter(Dim::reduced).toList());
    long block = Math.max(1, Math.min(length, FOLD_BLOCK));
    long blocks = Math.max(1, Math.ceilDiv(length, block));
    long turnsPerUnit = blocks > 1 ? 1 : Math.clamp(4 * FOLD_BLOCK / block, 1, TURNS_PER_UNIT);
    long unit = block * Math.clamp(turns, 1, turnsPerUnit);
    var form = new Form.Inward(kept, turns, turnsPerUnit, block, blocks, Math.max(1, chunk / unit));
    long parts = form.unitsPerElement();
    if (parts == 1) {
      return List.of(tiled(kernel, nest, form));
    }
    return inTwo(
        kernel,
        nest,
        form,
        Shape.of(Math.toIntExact(kept), Math.toIntExact(parts)),
        1,
        temporaries);
  }

  private static List<Step.Tiled> across(
      Step.Kernel kernel, Nest nest, long chunk, Function<Aval, Slot> temporaries) {
    List<Dim> outer = nest.dims().subList(0, nest.dims().size() - 1);
    long length = nest.dims().getLast().length();
    long kept = Nest.turns(outer.stream().filter(d -> !d.reduced()).toList());
    long turns = Nest.turns(outer.stream().filter(Dim::reduced).toList());
    long turnsPerUnit = turns <= 2 * TURNS_PER_UNIT ? Math.max(1, turns) : TURNS_PER_UNIT;
    long tile = Math.max(1, Math.min(length, TILE));
    var form =
        new Form.Across(
            kept, turns, turnsPerUnit, length, tile, Math.max(1, chunk / (turnsPerUnit * tile)));
    if (form.parts() == 1) {
      return List.of(tiled(kernel, nest, form));
    }
    return inTwo(
        kernel,
        nest,
        form,
        Shape.of(Math.toIntExact(form.parts()), Math.toIntExact(kept * length)),
        0,
        temporaries);
  }

  /** Folds into partial results of a shape, and then these along one of its axes. */
  private static List<Step.Tiled> inTwo(
      Step.Kernel kernel,
      Nest nest,
      Form form,
      Shape partial,
      int axis,
      Function<Aval, Slot> temporaries) {
    List<Step.Fold> first = new ArrayList<>();
    List<Step.Fold> second = new ArrayList<>();
    for (Step.Fold fold : kernel.folds()) {
      Slot slot = temporaries.apply(Aval.of(partial, fold.target().dtype()));
      first.add(new Step.Fold(Step.Target.of(slot), fold.monoid(), fold.value()));
      Expr load = new Expr.Load(slot, List.of(new Expr.Index(0), new Expr.Index(1)));
      second.add(new Step.Fold(fold.target(), fold.monoid(), load));
    }
    var blocks = new Step.Kernel(kernel.space(), kernel.reduced(), kernel.stores(), first);
    var rest = new Step.Kernel(partial, Axes.of(axis), List.of(), second);
    List<Step.Tiled> steps = new ArrayList<>(List.of(tiled(blocks, nest, form)));
    steps.addAll(of(rest, temporaries));
    return steps;
  }
}
