package jacobean.llvm.emit;

import jacobean.ir.Expr;
import jacobean.ir.Monoid;
import jacobean.ir.Op;
import jacobean.llvm.loop.Form;
import jacobean.llvm.loop.Nest.Dim;
import jacobean.llvm.loop.Slot;
import jacobean.llvm.loop.Step;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the function that runs one chunk of a kernel: {@code void (its arrays' addresses, i64
 * chunk)}. No two of the arrays overlap unless both are only read, which LLVM needs to know to
 * vectorize.
 */
final class KernelCode {
  private static final Val ZERO = Val.integer(Type.I64, 0);
  private static final Val CHUNK = new Val(Type.I64, "%chunk");

  private final Step.Tiled step;
  private final List<Dim> dims;
  private final int last;
  private final List<Slot> slots;
  private final Elements elements;
  private final List<Expr> values = new ArrayList<>();

  private KernelCode(Step.Tiled step, Scalars scalars) {
    this.step = step;
    this.dims = step.nest().dims();
    this.last = dims.size() - 1;
    this.slots = arrays(step);
    this.elements = new Elements(scalars, step.nest(), this::base);
    step.kernel().stores().forEach(s -> values.add(s.value()));
  }

  /** The parameter that is a slot's address. */
  private Val base(Slot slot) {
    return parameter(slots.indexOf(slot));
  }

  /** A parameter; kernels that do the same with different arrays have the same text. */
  static Val parameter(int number) {
    return new Val(Type.PTR, "%a" + number);
  }

  /** The arrays of a kernel in the order of the function's parameters. */
  static List<Slot> arrays(Step.Tiled step) {
    List<Slot> all = new ArrayList<>(step.reads());
    all.addAll(step.writes());
    return all;
  }

  /** The body of the function. */
  static void write(Code c, Step.Tiled step, Scalars scalars) {
    var code = new KernelCode(step, scalars);
    switch (step.form()) {
      case Form.Rows f -> code.rows(c, f);
      case Form.Inward f -> code.inward(c, f);
      case Form.Across f -> code.across(c, f);
    }
  }

  private static Val times(Code c, Val a, long b) {
    return b == 1 ? a : c.mul(a, b);
  }

  private static Val least(Code c, Val a, Val b) {
    return c.intrinsic("umin", a, b);
  }

  /** Begin and end of the part of 0..total that a block has. */
  private static Val[] block(Code c, Val number, long size, long total) {
    if (size >= total) {
      return new Val[] {ZERO, Val.integer(Type.I64, total)};
    }
    Val begin = times(c, number, size);
    Val end = least(c, c.add(begin, size), Val.integer(Type.I64, total));
    return new Val[] {begin, end};
  }

  private static Val[] divide(Code c, Val a, long by) {
    if (by == 1) {
      return new Val[] {a, ZERO};
    }
    Val divisor = Val.integer(Type.I64, by);
    return new Val[] {c.integer("udiv", a, divisor), c.integer("urem", a, divisor)};
  }

  /** Sets loop variables from their common number, row-major. */
  private void decompose(Code c, Val number, List<Integer> which, Map<Integer, Val> variables) {
    Val rest = number;
    for (int i = which.size() - 1; i > 0; i--) {
      Val[] parts = divide(c, rest, dims.get(which.get(i)).length());
      variables.put(which.get(i), parts[1]);
      rest = parts[0];
    }
    if (!which.isEmpty()) {
      variables.put(which.getFirst(), rest);
    }
  }

  private List<Integer> outer(boolean reduced) {
    List<Integer> which = new ArrayList<>();
    for (int d = 0; d < last; d++) {
      if (dims.get(d).reduced() == reduced) {
        which.add(d);
      }
    }
    return which;
  }

  private void enterRow(Code c, Map<Integer, Val> variables) {
    List<Val> inOrder = new ArrayList<>();
    for (int d = 0; d < last; d++) {
      inOrder.add(variables.get(d));
    }
    elements.enterRow(c, inOrder);
  }

  /** Writes the stores at one index. */
  private void store(Code c, Val index) {
    List<Val> stored = elements.values(c, index, values);
    for (int k = 0; k < stored.size(); k++) {
      Slot target = step.kernel().stores().get(k).target();
      Scalars.store(
          c, target.aval().dtype(), base(target), elements.denseOffset(c, index), stored.get(k));
    }
  }

  private void rows(Code c, Form.Rows f) {
    long length = dims.getLast().length();
    if (f.blocksPerRow() > 1) {
      // All blocks have one length, which LLVM then need not provide for the rest of: the last
      // begins earlier instead and computes some elements again.
      Val[] parts = divide(c, CHUNK, f.blocksPerRow());
      Val begin = least(c, c.mul(parts[1], f.block()), Val.integer(Type.I64, length - f.block()));
      enterRow(c, parts[0]);
      c.loop(
          ZERO, Val.integer(Type.I64, f.block()), (inner, j) -> store(inner, inner.add(begin, j)));
    } else {
      Val[] rows = block(c, CHUNK, f.rowsPerChunk(), f.rows());
      c.loop(
          rows[0],
          rows[1],
          (inRow, row) -> {
            enterRow(inRow, row);
            inRow.loop(ZERO, Val.integer(Type.I64, length), this::store);
          });
    }
  }

  /** Sets the outer loops' variables from the row's number. */
  private void enterRow(Code c, Val row) {
    Map<Integer, Val> variables = new HashMap<>();
    decompose(c, row, outer(false), variables);
    enterRow(c, variables);
  }

  private List<Step.Fold> folds() {
    return step.kernel().folds();
  }

  private List<Val> identities() {
    return folds().stream().map(f -> identity(f)).toList();
  }

  private static Val identity(Step.Fold fold) {
    DType type = fold.target().aval().dtype();
    return Scalars.constant(type, fold.monoid().identity(type));
  }

  private static DType accumulator(Step.Fold fold) {
    return Scalars.accumulator(fold.target().aval().dtype());
  }

  /** The accumulators after the elements at one index; also writes the stores there. */
  private List<Val> accumulate(Code c, Val index, List<Val> accumulators, boolean reorder) {
    List<Expr> all = new ArrayList<>(values);
    for (Step.Fold f : folds()) {
      if (isRealProduct(f)) {
        all.addAll(((Expr.Apply) f.value()).args());
      } else {
        all.add(f.value());
      }
    }
    List<Val> found = elements.values(c, index, all);
    int next = 0;
    for (Step.Store s : step.kernel().stores()) {
      Scalars.store(
          c,
          s.target().aval().dtype(),
          base(s.target()),
          elements.denseOffset(c, index),
          found.get(next++));
    }
    List<Val> result = new ArrayList<>();
    for (int k = 0; k < folds().size(); k++) {
      Step.Fold f = folds().get(k);
      Val before = accumulators.get(k);
      if (isRealProduct(f)) {
        Val a = found.get(next++);
        Val b = found.get(next++);
        result.add(reorder ? Scalars.combineProduct(c, before, a, b) : c.fma(a, b, before));
      } else {
        Val value = found.get(next++);
        DType type = f.target().aval().dtype();
        result.add(Scalars.combine(c, f.monoid(), type, before, value));
      }
    }
    return result;
  }

  private static boolean isRealProduct(Step.Fold f) {
    return f.monoid() == Monoid.SUM
        && f.value() instanceof Expr.Apply a
        && a.op() == Op.MUL
        && a.type().isFloating();
  }

  private void inward(Code c, Form.Inward f) {
    Val[] units = block(c, CHUNK, f.unitsPerChunk(), f.units());
    c.loop(
        units[0],
        units[1],
        (inUnit, unit) -> {
          Val[] keptAndPart = divide(inUnit, unit, f.unitsPerElement());
          Val[] turnsAndBlock = divide(inUnit, keptAndPart[1], f.blocks());
          Val[] turns = block(inUnit, turnsAndBlock[0], f.turnsPerUnit(), f.turns());
          Val[] columns = block(inUnit, turnsAndBlock[1], f.block(), dims.getLast().length());
          Map<Integer, Val> variables = new HashMap<>();
          decompose(inUnit, keptAndPart[0], outer(false), variables);
          List<Val> results =
              inUnit.loop(
                  turns[0],
                  turns[1],
                  identities(),
                  (inTurn, turn, before) -> {
                    decompose(inTurn, turn, outer(true), variables);
                    enterRow(inTurn, variables);
                    return inTurn.loop(
                        columns[0],
                        columns[1],
                        before,
                        (inner, column, carried) -> accumulate(inner, column, carried, true));
                  });
          for (int k = 0; k < results.size(); k++) {
            Slot target = folds().get(k).target();
            Scalars.store(inUnit, target.aval().dtype(), base(target), unit, results.get(k));
          }
        });
  }

  private void across(Code c, Form.Across f) {
    List<Val> tiles = new ArrayList<>();
    for (Step.Fold fold : folds()) {
      Type type = Scalars.memoryType(accumulator(fold));
      tiles.add(c.write(Type.PTR, "alloca [%d x %s], align 64".formatted(f.tile(), type)));
    }
    Val[] units = block(c, CHUNK, f.unitsPerChunk(), f.units());
    c.loop(
        units[0],
        units[1],
        (inUnit, unit) -> {
          Val[] rowAndTile = divide(inUnit, unit, f.tiles());
          Val[] partAndKept = divide(inUnit, rowAndTile[0], f.kept());
          Val[] turns = block(inUnit, partAndKept[0], f.turnsPerUnit(), f.turns());
          Val[] columns = block(inUnit, rowAndTile[1], f.tile(), f.length());
          Map<Integer, Val> variables = new HashMap<>();
          decompose(inUnit, partAndKept[1], outer(false), variables);
          inUnit.loop(
              ZERO,
              inUnit.sub(columns[1], columns[0]),
              (inner, j) -> storeAll(inner, tiles, j, identities()));
          inUnit.loop(
              turns[0],
              turns[1],
              (inTurn, turn) -> {
                decompose(inTurn, turn, outer(true), variables);
                enterRow(inTurn, variables);
                inTurn.loop(
                    columns[0],
                    columns[1],
                    (inner, column) -> {
                      Val j = inner.sub(column, columns[0]);
                      storeAll(
                          inner,
                          tiles,
                          j,
                          accumulate(inner, column, loadAll(inner, tiles, j), false));
                    });
              });
          Val row = times(inUnit, rowAndTile[0], f.length());
          inUnit.loop(
              columns[0],
              columns[1],
              (inner, column) -> {
                List<Val> done = loadAll(inner, tiles, inner.sub(column, columns[0]));
                for (int k = 0; k < done.size(); k++) {
                  Slot target = folds().get(k).target();
                  Scalars.store(
                      inner,
                      target.aval().dtype(),
                      base(target),
                      inner.add(row, column),
                      done.get(k));
                }
              });
        });
  }

  private List<Val> loadAll(Code c, List<Val> tiles, Val at) {
    List<Val> loaded = new ArrayList<>();
    for (int k = 0; k < tiles.size(); k++) {
      loaded.add(Scalars.load(c, accumulator(folds().get(k)), tiles.get(k), at));
    }
    return loaded;
  }

  private void storeAll(Code c, List<Val> tiles, Val at, List<Val> stored) {
    for (int k = 0; k < tiles.size(); k++) {
      Scalars.store(c, accumulator(folds().get(k)), tiles.get(k), at, stored.get(k));
    }
  }
}
