package jacobean.llvm.emit;

import jacobean.ir.Expr;
import jacobean.ir.Monoid;
import jacobean.ir.Op;
import jacobean.llvm.loop.Form;
import jacobean.llvm.loop.Step;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes stores and folds: each form of cutting them is a method. */
final class KernelCode extends NestCode {
  private final Step.Kernel kernel;
  private final List<Expr> values;

  KernelCode(Step.Tiled step, Step.Kernel kernel, Scalars scalars) {
    super(step, scalars);
    this.kernel = kernel;
    this.values = kernel.stores().stream().map(Step.Store::value).toList();
  }

  void write(Code c, Form form) {
    switch (form) {
      case Form.Rows f -> rows(c, f);
      case Form.Blocks f -> blocks(c, f);
      case Form.Inward f -> inward(c, f);
      case Form.Across f -> across(c, f);
      case Form.InOrder f -> throw new IllegalArgumentException(f + " of a kernel");
    }
  }

  /** Writes a number as an element of a target. */
  private void put(Code c, Step.Target target, Val element, Val value) {
    Val first = times(c, element, target.parts());
    Val place = target.part() == 0 ? first : c.add(first, target.part());
    Scalars.store(c, target.dtype(), base(target.slot()), place, value);
  }

  /** Writes the stores at one index. */
  private void store(Code c, Val index) {
    List<Val> stored = elements.values(c, index, values);
    for (int k = 0; k < stored.size(); k++) {
      Step.Target target = kernel.stores().get(k).target();
      put(c, target, elements.denseOffset(c, index), stored.get(k));
    }
  }

  private void rows(Code c, Form.Rows f) {
    Val[] turns = block(c, CHUNK, f.turnsPerChunk(), f.turns());
    c.loop(
        turns[0],
        turns[1],
        (inner, turn) -> {
          Map<Integer, Val> variables = new HashMap<>();
          decompose(inner, turn, IntStream.range(0, f.outer()).boxed().toList(), variables);
          loops(inner, f.outer(), variables);
        });
  }

  /** Loops from one on, inside of those that have variables. */
  private void loops(Code c, int dim, Map<Integer, Val> variables) {
    Val length = Val.integer(Type.I64, dims.get(dim).length());
    if (dim == last) {
      enterRow(c, variables);
      c.loop(ZERO, length, this::store);
    } else {
      c.loop(
          ZERO,
          length,
          (inner, i) -> {
            variables.put(dim, i);
            loops(inner, dim + 1, variables);
          });
    }
  }

  private void blocks(Code c, Form.Blocks f) {
    // All blocks have one length, which LLVM then need not provide for the rest of: the last begins
    // earlier instead and computes some elements again.
    Val[] parts = divide(c, CHUNK, f.blocksPerRow());
    Val latest = Val.integer(Type.I64, dims.getLast().length() - f.block());
    Val begin = least(c, c.mul(parts[1], f.block()), latest);
    Map<Integer, Val> variables = new HashMap<>();
    decompose(c, parts[0], outer(false), variables);
    enterRow(c, variables);
    c.loop(ZERO, Val.integer(Type.I64, f.block()), (inner, j) -> store(inner, inner.add(begin, j)));
  }

  private List<Step.Fold> folds() {
    return kernel.folds();
  }

  private List<Val> identities() {
    return folds().stream().map(KernelCode::identity).toList();
  }

  private static Val identity(Step.Fold fold) {
    DType type = fold.target().dtype();
    return Scalars.constant(type, fold.monoid().identity(type));
  }

  private static DType accumulator(Step.Fold fold) {
    return Scalars.accumulator(fold.target().dtype());
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
    for (Step.Store s : kernel.stores()) {
      put(c, s.target(), elements.denseOffset(c, index), found.get(next++));
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
        DType type = f.target().dtype();
        result.add(Scalars.combine(c, f.monoid(), type, before, value));
      }
    }
    return result;
  }

  private static boolean isRealProduct(Step.Fold f) {
    return f.monoid() == Monoid.SUM
        && f.value() instanceof Expr.Apply a
        && a.op() == Op.MUL
        && a.type().isFloating()
        && !Halves.isHalf(a.type());
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
            put(inUnit, folds().get(k).target(), unit, results.get(k));
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
                  put(inner, folds().get(k).target(), inner.add(row, column), done.get(k));
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
