package jacobean.llvm.emit;

import jacobean.ir.Expr;
import jacobean.llvm.loop.Nest;
import jacobean.llvm.loop.Slot;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes the expressions of a kernel at one point of its loops. Offsets are written in two parts,
 * so that what only the outer loops change is computed outside the innermost.
 */
final class Elements {
  private final Scalars scalars;
  private final Nest nest;
  private final Function<Slot, Val> bases;
  private final Map<Integer, Val> loops = new HashMap<>();
  private final Map<Expr.Load, Nest.Offset> offsets = new IdentityHashMap<>();
  private final Map<Expr.Load, Val> outer = new IdentityHashMap<>();
  private Val denseOuter;

  /**
   * @param bases the address of each slot's first element
   */
  Elements(Scalars scalars, Nest nest, Function<Slot, Val> bases) {
    this.scalars = scalars;
    this.nest = nest;
    this.bases = bases;
    nest.accesses().forEach(a -> offsets.put(a.load(), a.offset()));
  }

  /**
   * Fixes the outer loops' variables and writes what depends on them alone.
   *
   * @param variables one for each loop but the last
   */
  void enterRow(Code c, List<Val> variables) {
    for (int d = 0; d < variables.size(); d++) {
      loops.put(d, variables.get(d));
    }
    for (Nest.Access access : nest.accesses()) {
      Nest.Offset offset = access.offset();
      if (offset.others().isEmpty()) {
        outer.put(access.load(), sum(c, offset.constant(), offset.strides(), variables));
      }
    }
    denseOuter = sum(c, 0, nest.denseStrides(), variables);
  }

  private static Val sum(Code c, long constant, List<Long> strides, List<Val> variables) {
    Val sum = null;
    for (int d = 0; d < variables.size(); d++) {
      long stride = strides.get(d);
      if (stride != 0) {
        Val term = stride == 1 ? variables.get(d) : c.mul(variables.get(d), stride);
        sum = sum == null ? term : c.add(sum, term);
      }
    }
    return sum == null
        ? Val.integer(Type.I64, constant)
        : constant == 0 ? sum : c.add(sum, constant);
  }

  /** The values of expressions where the innermost loop has this variable. */
  List<Val> values(Code c, Val innermost, List<Expr> expressions) {
    return values(c, innermost, expressions, new IdentityHashMap<>());
  }

  /** The values of expressions, given those of some parts of them. */
  List<Val> values(Code c, Val innermost, List<Expr> expressions, Map<Expr, Val> known) {
    loops.put(nest.dims().size() - 1, innermost);
    List<Val> values = new ArrayList<>();
    for (Expr e : expressions) {
      values.add(value(c, e, known));
    }
    return values;
  }

  /** The offset in a dense array over all loops. */
  Val denseOffset(Code c, Val innermost) {
    return plus(c, denseOuter, innermost);
  }

  private Val value(Code c, Expr e, Map<Expr, Val> known) {
    Val found = known.get(e);
    if (found == null) {
      found =
          switch (e) {
            case Expr.Const k ->
                k.type().isFloating()
                    ? Val.real(Scalars.type(k.type()), k.type().round(k.real()))
                    : Val.integer(Scalars.type(k.type()), k.bits());
            case Expr.Index i -> variable(i.axis());
            case Expr.Load load ->
                Scalars.load(
                    c, load.type(), bases.apply(Slot.of(load.source())), offset(c, load, known));
            case Expr.Apply a ->
                Scalars.apply(
                    c,
                    a.op(),
                    a.type(),
                    a.args().stream().map(Expr::type).toList(),
                    values(c, a.args(), known));
            case Expr.Call k ->
                Halves.round(
                    c, k.type(), scalars.call(c, k.function(), values(c, k.args(), known)));
          };
      known.put(e, found);
    }
    return found;
  }

  private List<Val> values(Code c, List<Expr> expressions, Map<Expr, Val> known) {
    List<Val> values = new ArrayList<>(expressions.size());
    for (Expr e : expressions) {
      values.add(value(c, e, known));
    }
    return values;
  }

  /** The variable of the loop that stands for an axis; axes of length 1 have none. */
  private Val variable(int axis) {
    for (int d = 0; d < nest.dims().size(); d++) {
      if (nest.dims().get(d).axis() == axis) {
        return loops.get(d);
      }
    }
    return Val.integer(Type.I64, 0);
  }

  /** The offset of a load's element where the loops stand. */
  Val offset(Code c, Expr.Load load) {
    return offset(c, load, new IdentityHashMap<>());
  }

  private Val offset(Code c, Expr.Load load, Map<Expr, Val> known) {
    Nest.Offset offset = offsets.get(load);
    int last = nest.dims().size() - 1;
    Val innermost = loops.get(last);
    Val sum = outer.get(load);
    if (sum == null) {
      sum =
          sum(
              c,
              offset.constant(),
              offset.strides(),
              loops.entrySet().stream()
                  .filter(e -> e.getKey() != last)
                  .sorted(Map.Entry.comparingByKey())
                  .map(Map.Entry::getValue)
                  .toList());
      for (var other : offset.others().entrySet()) {
        Val value = value(c, other.getKey(), known);
        sum = plus(c, sum, other.getValue() == 1 ? value : c.mul(value, other.getValue()));
      }
    }
    long stride = offset.strides().get(last);
    return stride == 0 ? sum : plus(c, sum, stride == 1 ? innermost : c.mul(innermost, stride));
  }

  private static Val plus(Code c, Val a, Val b) {
    return a.name().equals("0") ? b : c.add(a, b);
  }
}
