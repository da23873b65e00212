package jacobean.llvm.loop;

import jacobean.ir.Expr;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The loops of a step, as few as possible: axes that every access runs through as if they were one
 * are merged, axes of length 1 are dropped.
 *
 * @param dims the loops, from the outermost; at least one
 * @param accesses where each load reads, in the order in which expressions have them
 */
public record Nest(List<Dim> dims, List<Access> accesses) {
  /**
   * A loop.
   *
   * @param length how often it turns
   * @param reduced whether its turns depend on each other
   * @param axis the only axis that it stands for, or -1 if it stands for several
   */
  public record Dim(long length, boolean reduced, int axis) {}

  /** A load, told from others by identity, and the offset from its array's first element. */
  public record Access(Expr.Load load, Offset offset) {}

  /**
   * An offset in elements.
   *
   * @param constant its constant part
   * @param strides how far one turn of each loop moves it
   * @param others expressions to be added, with their factors
   */
  public record Offset(long constant, List<Long> strides, Map<Expr, Long> others) {}

  /** As few loops as some can be made of. */
  public static Nest of(Loops loops) {
    var walk = new Walk();
    loops.values().forEach(walk::value);
    return new Building(loops, walk).build();
  }

  /** The total number of turns of some loops. */
  public static long turns(List<Dim> dims) {
    return dims.stream().mapToLong(Dim::length).reduce(1, (a, b) -> a * b);
  }

  /** Collects the loads, and the loop variables that are needed one by one. */
  private static final class Walk {
    private final List<Expr.Load> loads = new ArrayList<>();
    private final List<Affine> offsets = new ArrayList<>();
    private final Set<Integer> neededAxes = new HashSet<>();
    private final Map<Expr, Boolean> seen = new IdentityHashMap<>();

    void value(Expr e) {
      if (seen.put(e, true) != null) {
        return;
      }
      switch (e) {
        case Expr.Const c -> {}
        case Expr.Index i -> neededAxes.add(i.axis());
        case Expr.Load load -> {
          Affine offset = Affine.offset(load);
          loads.add(load);
          offsets.add(offset);
          offset.others().keySet().forEach(this::value);
        }
        case Expr.Apply a -> a.args().forEach(this::value);
        case Expr.Call c -> c.args().forEach(this::value);
      }
    }
  }

  private static final class Building {
    private final Loops loops;
    private final Walk walk;

    Building(Loops loops, Walk walk) {
      this.loops = loops;
      this.walk = walk;
    }

    Nest build() {
      Shape space = loops.space();
      // Runs of axes, each to become one loop.
      List<List<Integer>> runs = new ArrayList<>();
      for (int axis = 0; axis < space.rank(); axis++) {
        if (space.dim(axis) == 1) {
          continue;
        }
        if (!runs.isEmpty() && continues(runs.getLast().getLast(), axis)) {
          runs.getLast().add(axis);
        } else {
          runs.add(new ArrayList<>(List.of(axis)));
        }
      }
      List<Dim> dims = new ArrayList<>();
      for (List<Integer> run : runs) {
        long length = run.stream().mapToLong(space::dim).reduce(1, (a, b) -> a * b);
        dims.add(
            new Dim(
                length,
                loops.reduced().contains(run.getFirst()),
                run.size() == 1 ? run.getFirst() : -1));
      }
      if (dims.isEmpty()) {
        dims.add(new Dim(1, false, -1));
      }
      List<Access> accesses = new ArrayList<>();
      for (int k = 0; k < walk.loads.size(); k++) {
        accesses.add(new Access(walk.loads.get(k), offset(walk.offsets.get(k), runs)));
      }
      return new Nest(List.copyOf(dims), List.copyOf(accesses));
    }

    private static Offset offset(Affine affine, List<List<Integer>> runs) {
      List<Long> strides = new ArrayList<>();
      runs.forEach(run -> strides.add(affine.axis(run.getLast())));
      if (strides.isEmpty()) {
        strides.add(0L);
      }
      return new Offset(affine.constant(), strides, affine.others());
    }

    /** Whether two axes, all between of length 1, can be one loop. */
    private boolean continues(int outer, int inner) {
      return loops.reduced().contains(outer) == loops.reduced().contains(inner)
          && !walk.neededAxes.contains(outer)
          && !walk.neededAxes.contains(inner)
          && walk.offsets.stream()
              .allMatch(a -> a.axis(outer) == a.axis(inner) * (long) loops.space().dim(inner));
    }
  }

  /**
   * The loops with the last one that is kept as the innermost, which is quicker where few elements
   * are reduced. Only for folds, which need not know in which order the loops are.
   */
  public Nest withKeptInnermost() {
    int kept = -1;
    for (int d = 0; d < dims.size(); d++) {
      kept = dims.get(d).reduced() ? kept : d;
    }
    int moved = kept;
    return new Nest(
        toEnd(dims, moved),
        accesses.stream()
            .map(
                a ->
                    new Access(
                        a.load,
                        new Offset(
                            a.offset.constant, toEnd(a.offset.strides, moved), a.offset.others)))
            .toList());
  }

  private static <T> List<T> toEnd(List<T> list, int place) {
    List<T> moved = new ArrayList<>(list);
    moved.add(moved.remove(place));
    return List.copyOf(moved);
  }

  /** Whether an expression may be different from one turn of a loop to the next. */
  public boolean varies(int dim, Expr e) {
    return switch (e) {
      case Expr.Const c -> false;
      case Expr.Index i -> dims.get(dim).axis() == i.axis();
      case Expr.Load load ->
          accesses.stream()
              .filter(a -> a.load == load)
              .anyMatch(
                  a ->
                      a.offset.strides.get(dim) != 0
                          || a.offset.others.keySet().stream().anyMatch(x -> varies(dim, x)));
      case Expr.Apply a -> a.args().stream().anyMatch(x -> varies(dim, x));
      case Expr.Call c -> c.args().stream().anyMatch(x -> varies(dim, x));
    };
  }

  /** The strides of a dense row-major array over all loops. */
  public List<Long> denseStrides() {
    Long[] strides = new Long[dims.size()];
    long stride = 1;
    for (int d = dims.size() - 1; d >= 0; d--) {
      strides[d] = stride;
      stride *= dims.get(d).length();
    }
    return List.of(strides);
  }
}
