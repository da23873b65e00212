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
      case Form.Blocks f -> throw new IllegalArgumentException(f + " of a scatter");
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
      row(c, from, to);
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

  /** The innermost loop; whether updates are made is asked outside of it if that is enough. */
  private void row(Code c, Val from, Val to) {
    if (scatter.made().isEmpty()) {
      c.loop(from, to, this::update);
      return;
    }
    Expr made = scatter.made().get();
    if (nest.varies(last, made)) {
      c.loop(from, to, (inner, i) -> inner.when(value(inner, i, made), then -> update(then, i)));
    } else {
      c.when(value(c, ZERO, made), then -> then.loop(from, to, this::update));
    }
  }

  private Val value(Code c, Val index, Expr e) {
    return elements.values(c, index, List.of(e)).getFirst();
  }

  private void update(Code c, Val index) {
    Expr.Load place = scatter.place();
    DType type = place.type();
    Val value = value(c, index, scatter.value());
    Val stored =
        scatter
            .monoid()
            .map(m -> Scalars.combine(c, m, type, value(c, index, place), value))
            .orElse(value);
    Scalars.store(c, type, base(scatter.target()), elements.offset(c, place), stored);
  }
}
