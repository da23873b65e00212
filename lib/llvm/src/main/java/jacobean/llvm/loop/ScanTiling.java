package jacobean.llvm.loop;

import jacobean.ir.Expr;
import jacobean.ir.Monoid;
import jacobean.llvm.loop.Nest.Dim;
import jacobean.type.Aval;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Cuts scans. A long axis is cut into parts: folds give the total of each, a scan of these what is
 * carried into each part, and then all parts are scanned at the same time. The cut does not depend
 * on the number of threads, so results do not either.
 */
final class ScanTiling {
  private static final long PART = 1024;
  private static final long TILE = 128;
  private static final long UNITS_PER_CHUNK = 8192;

  private final Scan scan;
  private final Nest nest;
  private final Function<Aval, Slot> temporaries;

  private ScanTiling(Scan scan, Function<Aval, Slot> temporaries) {
    this.scan = scan;
    this.nest = Nest.of(scan);
    this.temporaries = temporaries;
  }

  static List<Step.Tiled> of(Scan scan, Function<Aval, Slot> temporaries) {
    var tiling = new ScanTiling(scan, temporaries);
    return tiling.nest.dims().getLast().reduced() ? tiling.inward() : tiling.across();
  }

  private long part(long length) {
    boolean cut = scan.how().monoid().isPresent() && length > 2 * PART;
    return cut ? PART : Math.max(1, length);
  }

  private long kept(List<Dim> dims) {
    return Nest.turns(dims.stream().filter(d -> !d.reduced()).toList());
  }

  private List<Step.Tiled> inward() {
    long kept = kept(nest.dims());
    long length = nest.dims().getLast().length();
    long part = part(length);
    long parts = Math.ceilDiv(length, part);
    long unitsPerChunk = Math.max(1, UNITS_PER_CHUNK / part);
    var form = new Form.Inward(kept, 1, 1, part, parts, unitsPerChunk);
    return inParts(form, parts, Shape.of((int) kept, (int) parts), 1);
  }

  private List<Step.Tiled> across() {
    List<Dim> outer = nest.dims().subList(0, nest.dims().size() - 1);
    long length = nest.dims().getLast().length();
    long turns = scan.space().dim(scan.axis());
    long tile = Math.max(1, Math.min(length, TILE));
    long unitsPerChunk = Math.max(1, UNITS_PER_CHUNK / (part(turns) * tile));
    var form = new Form.Across(kept(outer), turns, part(turns), length, tile, unitsPerChunk);
    return inParts(
        form, form.parts(), Shape.of((int) form.parts(), (int) (kept(outer) * length)), 0);
  }

  /**
   * The scan in this form, and before it what makes the totals of the parts.
   *
   * @param totals the shape of the totals
   * @param axis the axis of it that runs over the parts
   */
  private List<Step.Tiled> inParts(Form form, long parts, Shape totals, int axis) {
    if (parts == 1) {
      return List.of(Tiling.tiled(scan, nest, form));
    }
    Aval type = Aval.of(totals, scan.how().carried());
    Slot total = temporaries.apply(type);
    Slot upTo = temporaries.apply(type);
    Monoid monoid = scan.how().monoid().orElseThrow();
    Expr element = scan.element().cast(scan.how().carried());
    var fold = new Step.Fold(Step.Target.of(total), monoid, element);
    var folds = new Step.Kernel(scan.space(), scan.reduced(), List.of(), List.of(fold));
    List<Expr> index = List.of(new Expr.Index(0), new Expr.Index(1));
    var middle =
        new Scan(
            scan.how(),
            totals,
            axis,
            new Expr.Load(total, index),
            new Expr.Load(upTo, index),
            Optional.empty());
    var last =
        new Scan(
            scan.how(), scan.space(), scan.axis(), scan.element(), scan.place(), Optional.of(upTo));
    List<Step.Tiled> steps = new ArrayList<>();
    steps.add(Tiling.tiled(folds, nest, form));
    steps.addAll(of(middle, temporaries));
    steps.add(Tiling.tiled(last, nest, form));
    return steps;
  }
}
