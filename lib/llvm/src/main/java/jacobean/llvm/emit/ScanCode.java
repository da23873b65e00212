package jacobean.llvm.emit;

import jacobean.ir.Expr;
import jacobean.ir.Source;
import jacobean.llvm.loop.Form;
import jacobean.llvm.loop.Scan;
import jacobean.llvm.loop.Step;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Writes scans: what is carried is in a register, or for columns beside each other in a tile. */
final class ScanCode extends NestCode {
  private final Scan scan;
  private final DType carried;
  private final Expr before;
  private final Expr element;
  private final List<Expr> results;

  /** Something that is known when the code that combines is written. */
  private record Known(String name, Aval aval) implements Source {}

  ScanCode(Step.Tiled step, Scan scan, Scalars scalars) {
    super(step, scalars);
    this.scan = scan;
    this.carried = scan.how().carried();
    Aval type = Aval.of(Shape.SCALAR, carried);
    this.before = new Expr.Load(new Known("before", type), List.of());
    this.element = new Expr.Load(new Known("element", type), List.of());
    Expr after = scan.how().combine(before, element);
    this.results = List.of(after, after.cast(scan.place().type()));
  }

  void write(Code c, Form form) {
    switch (form) {
      case Form.Inward f -> inward(c, f);
      case Form.Across f -> across(c, f);
      case Form.Rows f -> throw new IllegalArgumentException(f + " of a scan");
      case Form.Blocks f -> throw new IllegalArgumentException(f + " of a scan");
      case Form.InOrder f -> throw new IllegalArgumentException(f + " of a scan");
    }
  }

  /** Takes in the element at an index, stores what comes out and carries it on. */
  private Val advance(Code c, Val index, Val state) {
    Val in = elements.values(c, index, List.of(scan.element().cast(carried))).getFirst();
    Map<Expr, Val> known = new IdentityHashMap<>(Map.of(before, state, element, in));
    List<Val> out = elements.values(c, index, results, known);
    Scalars.store(
        c,
        scan.place().type(),
        base(scan.target()),
        elements.offset(c, scan.place()),
        out.getLast());
    return out.getFirst();
  }

  /**
   * What is carried into a part.
   *
   * @param part its number
   * @param at the place of the part's own total
   * @param step from there back to the total before
   */
  private Val start(Code c, Val part, Val at, long step) {
    Val identity = Scalars.constant(carried, scan.how().identity());
    return scan.before()
        .map(
            slot -> {
              Val first = c.icmp("eq", part, 0);
              Val place = c.select(first, at, c.sub(at, step));
              return c.select(first, identity, Scalars.load(c, carried, base(slot), place));
            })
        .orElse(identity);
  }

  private void inward(Code c, Form.Inward f) {
    Val[] units = block(c, CHUNK, f.unitsPerChunk(), f.units());
    c.loop(
        units[0],
        units[1],
        (inUnit, unit) -> {
          Val[] keptAndPart = divide(inUnit, unit, f.unitsPerElement());
          Val[] columns = block(inUnit, keptAndPart[1], f.block(), dims.getLast().length());
          Map<Integer, Val> variables = new HashMap<>();
          decompose(inUnit, keptAndPart[0], outer(false), variables);
          enterRow(inUnit, variables);
          inUnit.loop(
              columns[0],
              columns[1],
              List.of(start(inUnit, keptAndPart[1], unit, 1)),
              (inner, column, state) -> List.of(advance(inner, column, state.getFirst())));
        });
  }

  private void across(Code c, Form.Across f) {
    Type type = Scalars.memoryType(carried);
    Val tile = c.write(Type.PTR, "alloca [%d x %s], align 64".formatted(f.tile(), type));
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
          Val row = times(inUnit, rowAndTile[0], f.length());
          inUnit.loop(
              columns[0],
              columns[1],
              (inner, column) -> {
                Val at = inner.add(row, column);
                Val start = start(inner, partAndKept[0], at, f.kept() * f.length());
                Scalars.store(inner, carried, tile, inner.sub(column, columns[0]), start);
              });
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
                      Val state = Scalars.load(inner, carried, tile, j);
                      Scalars.store(inner, carried, tile, j, advance(inner, column, state));
                    });
              });
        });
  }
}
