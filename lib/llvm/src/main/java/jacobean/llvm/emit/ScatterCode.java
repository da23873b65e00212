package jacobean.llvm.emit;

import jacobean.ir.Expr;
import jacobean.llvm.loop.Form;
import jacobean.llvm.loop.Scatter;
import jacobean.llvm.loop.Step;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.List;

/** Writes updates of an array, all loops in their order but for one that may be cut. */
final class ScatterCode extends NestCode {
  private final Scatter scatter;

  ScatterCode(Step.Tiled step, Scatter scatter, Scalars scalars) {
    super(step, scalars);
    this.scatter = scatter;
  }

  void write(Code c, Form form) {
    switch (form) {
      case Form.InOrder f -> loops(c, f, block(c, CHUNK, f.block(), f.length()), new ArrayList<>());
      case Form.Rows f -> throw new IllegalArgumentException(f + " of a scatter");
      case Form.Inward f -> throw new IllegalArgumentException(f + " of a scatter");
      case Form.Across f -> throw new IllegalArgumentException(f + " of a scatter");
    }
  }

  private void loops(Code c, Form.InOrder f, Val[] part, List<Val> variables) {
    int d = variables.size();
    Val from = d == f.dim() ? part[0] : ZERO;
    Val to = d == f.dim() ? part[1] : Val.integer(Type.I64, dims.get(d).length());
    if (d == last) {
      elements.enterRow(c, variables);
      c.loop(from, to, this::update);
    } else {
      c.loop(
          from,
          to,
          (inner, i) -> {
            List<Val> more = new ArrayList<>(variables);
            more.add(i);
            loops(inner, f, part, more);
          });
    }
  }

  private void update(Code c, Val index) {
    List<Val> found = elements.values(c, index, scatter.values());
    Val before = found.get(0);
    Val value = found.get(1);
    DType type = scatter.target().aval().dtype();
    Val after = scatter.monoid().map(m -> Scalars.combine(c, m, type, before, value)).orElse(value);
    // An update that is left out writes what was there, so that there is no branch.
    Val stored = scatter.made().isPresent() ? c.select(found.get(2), after, before) : after;
    Expr.Load place = scatter.place();
    Scalars.store(c, type, base(scatter.target()), elements.offset(c, place), stored);
  }
}
