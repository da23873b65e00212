package jacobean.llvm.emit;

import jacobean.ir.Lowering;
import jacobean.llvm.loop.Body;
import jacobean.llvm.loop.Slot;
import jacobean.llvm.loop.Step;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Loops and branches. Each program that they run is a function that takes its addresses from
 * memory; from turn to turn only addresses change hands: the carry alternates between two places,
 * and rows are read and written where they are.
 */
final class ControlCode {
  private final ProgramCode program;
  private final Step.Control step;

  ControlCode(ProgramCode program, Step.Control step) {
    this.program = program;
    this.step = step;
  }

  void write(Code c) {
    List<Val> operands = step.operands().stream().map(o -> address(c, o)).toList();
    List<Val> results = step.results().stream().map(s -> program.address(c, s)).toList();
    List<Target> bodies =
        IntStream.range(0, step.bodies().size())
            .mapToObj(
                k ->
                    new Target(
                        step.bodies().get(k),
                        program.function(step.bodies().get(k)),
                        program.address(c, step.arguments().get(k)),
                        program.address(c, step.scratch().get(k))))
            .toList();
    switch (step.lowering()) {
      case Lowering.Loop loop -> loop(c, loop, bodies.getFirst(), operands, results);
      case Lowering.Repeat repeat ->
          repeat(c, repeat, bodies.get(0), bodies.get(1), operands, results);
      case Lowering.Branch branch -> branch(c, bodies, operands, results);
    }
  }

  private Val address(Code c, Step.Host.Operand operand) {
    return switch (operand) {
      case Step.Host.InMemory m -> program.address(c, m.slot());
      case Step.Host.Constant k -> program.constant(k.value().host());
    };
  }

  /** A function, where it finds its addresses, and its scratch memory. */
  private record Target(Body body, String function, Val arguments, Val scratch) {
    void input(Code c, int number, Val address) {
      Val at =
          c.pure(Type.PTR, "getelementptr inbounds ptr, " + arguments.typed() + ", i64 " + number);
      c.line("store " + address.typed() + ", " + at.typed());
    }

    void scratch(Code c) {
      input(c, body.addresses() - 1, scratch);
    }
  }

  /**
   * Calls a body whose inputs are in place.
   *
   * @param in the inputs' addresses
   * @param out where results go; null for a result that nobody wants
   */
  private void call(Code c, Target target, List<Val> in, List<Val> out) {
    Body body = target.body;
    Set<Integer> placed = new HashSet<>();
    List<Runnable> copies = new ArrayList<>();
    Val[] computed = new Val[body.computed().size()];
    for (int k = 0; k < out.size(); k++) {
      Val to = out.get(k);
      if (to == null) {
        continue;
      }
      switch (body.results().get(k)) {
        case Body.Computed from -> {
          long bytes = body.computed().get(from.slot()).aval().bytes();
          if (placed.add(from.slot())) {
            computed[from.slot()] = to;
            target.input(c, body.inputs().size() + from.slot(), to);
          } else {
            copies.add(() -> copy(c, to, computed[from.slot()], bytes));
          }
        }
        case Body.Passed from ->
            copies.add(
                () ->
                    copy(
                        c,
                        to,
                        in.get(from.input()),
                        body.inputs().get(from.input()).aval().bytes()));
        case Body.Constant from ->
            copies.add(
                () ->
                    copy(
                        c, to, program.constant(from.value().host()), from.value().aval().bytes()));
      }
    }
    c.line("call void " + target.function + "(" + target.arguments.typed() + ")");
    copies.forEach(Runnable::run);
  }

  private static void copy(Code c, Val to, Val from, long bytes) {
    if (bytes > 0) {
      c.line(
          "call void @llvm.memcpy.p0.p0.i64(%s, %s, i64 %d, i1 false)"
              .formatted(to.typed(), from.typed(), bytes));
    }
  }

  private static Val row(Code c, Val base, Val at, Slot element) {
    Val offset = c.mul(at, element.aval().bytes());
    return c.pure(Type.PTR, "getelementptr inbounds i8, " + base.typed() + ", " + offset.typed());
  }

  private static boolean isHandedOn(Body body, int consts, int carry) {
    return body.results().get(carry) instanceof Body.Passed p && p.input() == consts + carry;
  }

  private void loop(
      Code c, Lowering.Loop loop, Target target, List<Val> operands, List<Val> results) {
    Body body = target.body;
    int consts = loop.consts();
    int elements = consts + loop.carry();
    // A part of the carry that no turn changes stays where it is.
    List<Integer> changing =
        IntStream.range(0, loop.carry()).filter(k -> !isHandedOn(body, consts, k)).boxed().toList();
    for (int k = 0; k < elements; k++) {
      if (k < consts || !changing.contains(k - consts)) {
        target.input(c, k, operands.get(k));
      }
    }
    target.scratch(c);
    List<Val> spare = changing.stream().map(k -> program.address(c, step.spare().get(k))).toList();
    Val last = Val.integer(Type.I64, loop.length() - 1L);
    List<Val> after =
        c.loop(
            Val.integer(Type.I64, 0),
            Val.integer(Type.I64, loop.length()),
            changing.stream().map(k -> operands.get(consts + k)).toList(),
            (inner, turn, carried) -> {
              Val left = inner.sub(last, turn);
              Val at = loop.reverse() ? left : turn;
              // The last turn writes the results, the one before it the other place, and so on.
              Val aside = inner.icmp("ne", inner.and(left, 1), 0);
              List<Val> in = new ArrayList<>(operands.subList(0, elements));
              List<Val> out = new ArrayList<>();
              for (int k = 0; k < loop.carry(); k++) {
                out.add(null);
              }
              List<Val> next = new ArrayList<>();
              for (int i = 0; i < changing.size(); i++) {
                int k = changing.get(i);
                in.set(consts + k, carried.get(i));
                target.input(inner, consts + k, carried.get(i));
                next.add(inner.select(aside, spare.get(i), results.get(k)));
                out.set(k, next.get(i));
              }
              for (int k = elements; k < operands.size(); k++) {
                in.add(row(inner, operands.get(k), at, body.inputs().get(k)));
                target.input(inner, k, in.get(k));
              }
              for (int k = loop.carry(); k < results.size(); k++) {
                out.add(resultRow(inner, body, k, results.get(k), at));
              }
              call(inner, target, in, out);
              return next;
            });
    for (int k = 0; k < loop.carry(); k++) {
      if (!changing.contains(k) || loop.length() == 0) {
        copy(c, results.get(k), operands.get(consts + k), step.results().get(k).aval().bytes());
      }
    }
  }

  private static Val resultRow(Code c, Body body, int k, Val base, Val at) {
    long bytes =
        switch (body.results().get(k)) {
          case Body.Computed from -> body.computed().get(from.slot()).aval().bytes();
          case Body.Passed from -> body.inputs().get(from.input()).aval().bytes();
          case Body.Constant from -> from.value().aval().bytes();
        };
    return c.pure(
        Type.PTR, "getelementptr inbounds i8, " + base.typed() + ", " + c.mul(at, bytes).typed());
  }

  private void repeat(
      Code c,
      Lowering.Repeat repeat,
      Target body,
      Target cond,
      List<Val> operands,
      List<Val> results) {
    int carryAt = repeat.condConsts() + repeat.bodyConsts();
    int n = results.size();
    for (int k = 0; k < repeat.condConsts(); k++) {
      cond.input(c, k, operands.get(k));
    }
    for (int k = 0; k < repeat.bodyConsts(); k++) {
      body.input(c, k, operands.get(repeat.condConsts() + k));
    }
    cond.scratch(c);
    body.scratch(c);
    Val verdict = program.address(c, step.verdict());
    List<Val> second = step.spare().stream().map(s -> program.address(c, s)).toList();

    String name = "while" + c.number();
    c.line("br label %" + name + ".before");
    c.label(name + ".before");
    c.line("br label %" + name);
    c.label(name);
    List<Val> carry = new ArrayList<>();
    List<Val> free = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      carry.add(new Val(Type.PTR, "%" + name + ".c" + k));
      free.add(new Val(Type.PTR, "%" + name + ".f" + k));
      c.line(
          "%s = phi ptr [ %s, %%%s.before ], [ %s, %%%s.latch ]"
              .formatted(carry.get(k), operands.get(carryAt + k), name, free.get(k), name));
      c.line(
          "%s = phi ptr [ %s, %%%s.before ], [ %s.next, %%%s.latch ]"
              .formatted(free.get(k), second.get(k), name, free.get(k), name));
    }
    Code inner = c.inner();
    List<Val> condIn = new ArrayList<>(operands.subList(0, repeat.condConsts()));
    condIn.addAll(carry);
    for (int k = 0; k < n; k++) {
      cond.input(inner, repeat.condConsts() + k, carry.get(k));
    }
    call(inner, cond, condIn, List.of(verdict));
    Val holds = inner.write(Type.I8, "load i8, " + verdict.typed());
    inner.line(
        "br i1 %s, label %%%s.body, label %%%s.done"
            .formatted(inner.icmp("ne", holds, 0), name, name));
    c.label(name + ".body");
    List<Val> bodyIn = new ArrayList<>(operands.subList(repeat.condConsts(), carryAt));
    bodyIn.addAll(carry);
    for (int k = 0; k < n; k++) {
      body.input(inner, repeat.bodyConsts() + k, carry.get(k));
    }
    call(inner, body, bodyIn, free);
    inner.line("br label %" + name + ".latch");
    c.label(name + ".latch");
    for (int k = 0; k < n; k++) {
      // Two places in turns; the first carry is where it came from, which must not be written.
      String first = "%" + name + ".first" + k;
      c.line("%s = icmp eq ptr %s, %s".formatted(first, carry.get(k), operands.get(carryAt + k)));
      c.line(
          "%s.next = select i1 %s, ptr %s, ptr %s"
              .formatted(free.get(k), first, second.get(n + k), carry.get(k)));
    }
    c.line("br label %" + name);
    c.label(name + ".done");
    for (int k = 0; k < n; k++) {
      copy(c, results.get(k), carry.get(k), step.results().get(k).aval().bytes());
    }
  }

  private void branch(Code c, List<Target> bodies, List<Val> operands, List<Val> results) {
    String name = "branch" + c.number();
    Val index = c.write(Type.I32, "load i32, " + operands.getFirst().typed());
    int last = bodies.size() - 1;
    Val low = c.select(c.icmp("slt", index, 0), Val.integer(Type.I32, 0), index);
    Val which = c.select(c.icmp("sgt", low, last), Val.integer(Type.I32, last), low);
    String cases =
        IntStream.range(0, bodies.size())
            .mapToObj(k -> "i32 " + k + ", label %" + name + "." + k)
            .collect(Collectors.joining(" "));
    c.line("switch %s, label %%%s.%d [ %s ]".formatted(which.typed(), name, last, cases));
    List<Val> in = operands.subList(1, operands.size());
    for (int k = 0; k < bodies.size(); k++) {
      c.label(name + "." + k);
      Code inner = c.inner();
      for (int i = 0; i < in.size(); i++) {
        bodies.get(k).input(inner, i, in.get(i));
      }
      bodies.get(k).scratch(inner);
      call(inner, bodies.get(k), in, results);
      c.line("br label %" + name + ".done");
    }
    c.label(name + ".done");
  }
}
