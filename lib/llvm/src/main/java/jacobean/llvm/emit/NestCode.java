package jacobean.llvm.emit;

import jacobean.llvm.loop.Nest;
import jacobean.llvm.loop.Nest.Dim;
import jacobean.llvm.loop.Scan;
import jacobean.llvm.loop.Scatter;
import jacobean.llvm.loop.Slot;
import jacobean.llvm.loop.Step;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the function that runs one chunk of some loops: {@code void (their arrays' addresses, i64
 * chunk)}. No two of the arrays overlap unless both are only read, which LLVM needs to know to
 * vectorize.
 */
abstract sealed class NestCode permits KernelCode, ScatterCode, ScanCode {
  static final Val ZERO = Val.integer(Type.I64, 0);
  static final Val CHUNK = new Val(Type.I64, "%chunk");

  final Nest nest;
  final List<Dim> dims;
  final int last;
  final Elements elements;
  private final List<Slot> slots;

  NestCode(Step.Tiled step, Scalars scalars) {
    this.nest = step.nest();
    this.dims = nest.dims();
    this.last = dims.size() - 1;
    this.slots = arrays(step);
    this.elements = new Elements(scalars, nest, this::base);
  }

  /** The body of the function. */
  static void write(Code c, Step.Tiled step, Scalars scalars) {
    switch (step.loops()) {
      case Step.Kernel kernel -> new KernelCode(step, kernel, scalars).write(c, step.form());
      case Scan scan -> new ScanCode(step, scan, scalars).write(c, step.form());
      case Scatter scatter -> new ScatterCode(step, scatter, scalars).write(c, step.form());
    }
  }

  /** The parameter that is a slot's address. */
  final Val base(Slot slot) {
    return parameter(slots.indexOf(slot));
  }

  /** A parameter; loops that do the same with different arrays have the same text. */
  static Val parameter(int number) {
    return new Val(Type.PTR, "%a" + number);
  }

  /** The arrays of some loops in the order of the function's parameters. */
  static List<Slot> arrays(Step.Tiled step) {
    Set<Slot> all = new LinkedHashSet<>(step.reads());
    all.addAll(step.writes());
    return new ArrayList<>(all);
  }

  static Val times(Code c, Val a, long b) {
    return b == 1 ? a : c.mul(a, b);
  }

  static Val least(Code c, Val a, Val b) {
    return c.intrinsic("umin", a, b);
  }

  /** Begin and end of the part of 0..total that a block has. */
  static Val[] block(Code c, Val number, long size, long total) {
    if (size >= total) {
      return new Val[] {ZERO, Val.integer(Type.I64, total)};
    }
    Val begin = times(c, number, size);
    Val end = least(c, c.add(begin, size), Val.integer(Type.I64, total));
    return new Val[] {begin, end};
  }

  static Val[] divide(Code c, Val a, long by) {
    if (by == 1) {
      return new Val[] {a, ZERO};
    }
    Val divisor = Val.integer(Type.I64, by);
    return new Val[] {c.integer("udiv", a, divisor), c.integer("urem", a, divisor)};
  }

  /** Sets loop variables from their common number, row-major. */
  final void decompose(Code c, Val number, List<Integer> which, Map<Integer, Val> variables) {
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

  final List<Integer> outer(boolean reduced) {
    List<Integer> which = new ArrayList<>();
    for (int d = 0; d < last; d++) {
      if (dims.get(d).reduced() == reduced) {
        which.add(d);
      }
    }
    return which;
  }

  final void enterRow(Code c, Map<Integer, Val> variables) {
    List<Val> inOrder = new ArrayList<>();
    for (int d = 0; d < last; d++) {
      inOrder.add(variables.get(d));
    }
    elements.enterRow(c, inOrder);
  }
}
