package jacobean.llvm.emit;

import jacobean.ir.Lowering;
import jacobean.llvm.loop.Body;
import jacobean.llvm.loop.Slot;
import jacobean.llvm.loop.Step;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Loops and branches. Each program that they run is a function of the addresses of what it reads
 * and writes. From turn to turn large arrays stay where they are and only addresses change hands;
 * scalars are copied between two places on the stack, which LLVM makes registers. Rows are read and
 * written where they are. Each turn looks whether it is to be the last because someone interrupts.
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
                        step.arrays().get(k).stream().map(s -> program.address(c, s)).toList(),
                        program.address(c, step.scratch().get(k)),
                        program.frame().stop(c)))
            .toList();
    switch (step.lowering()) {
      case Lowering.Loop loop when step.chunks() > 1 ->
          independent(c, loop, bodies.getFirst(), operands, results);
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

  /**
   * A program, its function, the arrays that it takes beside what changes, its scratch memory, and
   * the address of the word that stops it.
   */
  private record Target(Body body, String function, List<Val> arrays, Val scratch, Val stop) {
    /** Whether nobody has asked the program to stop. */
    Val goesOn(Code c) {
      Val word = c.write(Type.I32, "load atomic i32, " + stop.typed() + " monotonic, align 4");
      return c.icmp("eq", word, 0);
    }
  }

  /**
   * Calls a program.
   *
   * @param changing the addresses of the inputs but for the arrays
   * @param out where results go; null for a result that nobody wants
   */
  private void call(Code c, Target target, List<Val> changing, List<Val> out) {
    List<Val> in = Stream.concat(changing.stream(), target.arrays.stream()).toList();
    Body body = target.body;
    Val[] computed = new Val[body.computed().size()];
    List<Runnable> copies = new ArrayList<>();
    for (int k = 0; k < out.size(); k++) {
      Val to = out.get(k);
      if (to == null) {
        continue;
      }
      long bytes = bytes(body, k);
      switch (body.results().get(k)) {
        case Body.Computed from -> {
          if (computed[from.slot()] == null) {
            computed[from.slot()] = to;
          } else {
            copies.add(() -> copy(c, to, computed[from.slot()], bytes));
          }
        }
        case Body.Passed from -> copies.add(() -> copy(c, to, in.get(from.input()), bytes));
        case Body.Constant from ->
            copies.add(() -> copy(c, to, program.constant(from.value().host()), bytes));
      }
    }
    String arguments =
        Stream.of(in.stream(), Stream.of(computed), Stream.of(target.scratch, target.stop))
            .flatMap(s -> s)
            .map(Val::typed)
            .collect(Collectors.joining(", "));
    c.line("call void " + target.function + "(" + arguments + ")");
    copies.forEach(Runnable::run);
  }

  /** The size of a program's result. */
  private static long bytes(Body body, int result) {
    return switch (body.results().get(result)) {
      case Body.Computed from -> body.computed().get(from.slot()).aval().bytes();
      case Body.Passed from -> body.inputs().get(from.input()).aval().bytes();
      case Body.Constant from -> from.value().aval().bytes();
    };
  }

  private static void copy(Code c, Val to, Val from, long bytes) {
    if (bytes > 0 && !to.equals(from)) {
      c.line(
          "call void @llvm.memcpy.p0.p0.i64(%s, %s, i64 %d, i1 false)"
              .formatted(to.typed(), from.typed(), bytes));
    }
  }

  private static Val row(Code c, Val base, Val at, long bytes) {
    return c.pure(
        Type.PTR, "getelementptr inbounds i8, " + base.typed() + ", " + c.mul(at, bytes).typed());
  }

  /** A scalar of the carry: where a turn reads it, and where it writes the next. */
  private record Scalar(Val now, Val next, long bytes) {
    void advance(Code c) {
      copy(c, now, next, bytes);
    }
  }

  private Scalar scalar(Code c, Val first, Slot slot) {
    long bytes = slot.aval().bytes();
    var places = program.frame().locals();
    var made = new Scalar(places.add(bytes), places.add(bytes), bytes);
    copy(c, made.now, first, bytes);
    return made;
  }

  private static boolean isScalar(Slot slot) {
    return slot.aval().size() == 1;
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
    List<Integer> arrays = new ArrayList<>();
    Scalar[] scalars = new Scalar[loop.carry()];
    for (int k = 0; k < loop.carry(); k++) {
      if (isHandedOn(body, consts, k)) {
        copy(c, results.get(k), operands.get(consts + k), bytes(body, k));
      } else if (isScalar(step.results().get(k))) {
        scalars[k] = scalar(c, operands.get(consts + k), step.results().get(k));
      } else {
        arrays.add(k);
      }
    }
    List<Val> spare = arrays.stream().map(k -> program.address(c, step.spare().get(k))).toList();
    Val last = Val.integer(Type.I64, loop.length() - 1L);
    c.loop(
        Val.integer(Type.I64, 0),
        Val.integer(Type.I64, loop.length()),
        arrays.stream().map(k -> operands.get(consts + k)).toList(),
        target::goesOn,
        (inner, turn, carried) -> {
          Val left = inner.sub(last, turn);
          Val at = loop.reverse() ? left : turn;
          // The last turn writes the results, the one before it the other place, and so on.
          Val aside = inner.icmp("ne", inner.and(left, 1), 0);
          List<Val> in = new ArrayList<>(operands.subList(0, elements));
          List<Val> out = new ArrayList<>();
          List<Val> next = new ArrayList<>();
          for (int k = 0; k < loop.carry(); k++) {
            if (scalars[k] != null) {
              in.set(consts + k, scalars[k].now);
              out.add(scalars[k].next);
            } else if (arrays.contains(k)) {
              int i = next.size();
              in.set(consts + k, carried.get(i));
              next.add(inner.select(aside, spare.get(i), results.get(k)));
              out.add(next.get(i));
            } else {
              out.add(null);
            }
          }
          for (int k = elements; k < operands.size(); k++) {
            in.add(row(inner, operands.get(k), at, body.inputs().get(k).aval().bytes()));
          }
          for (int k = loop.carry(); k < results.size(); k++) {
            out.add(row(inner, results.get(k), at, bytes(body, k)));
          }
          call(inner, target, in, out);
          advance(inner, scalars);
          return next;
        });
    for (int k = 0; k < loop.carry(); k++) {
      if (scalars[k] != null) {
        copy(c, results.get(k), scalars[k].now, scalars[k].bytes);
      } else if (loop.length() == 0) {
        copy(c, results.get(k), operands.get(consts + k), bytes(body, k));
      }
    }
  }

  private static void advance(Code c, Scalar[] scalars) {
    Stream.of(scalars).filter(s -> s != null).forEach(s -> s.advance(c));
  }

  /** A loop that carries nothing: its turns are shared among threads, some at a time. */
  private void independent(
      Code c, Lowering.Loop loop, Target target, List<Val> operands, List<Val> results) {
    Body body = target.body;
    long length = loop.length();
    long size = Math.ceilDiv(length, step.chunks());
    List<Val> addresses =
        Stream.of(operands, results, target.arrays, List.of(target.scratch, target.stop))
            .flatMap(List::stream)
            .toList();
    program.share(
        c,
        addresses,
        Math.ceilDiv(length, size),
        (chunk, known) -> {
          int rows = operands.size() + results.size();
          int last = rows + target.arrays.size();
          Val scratch = row(chunk, known.get(last), NestCode.CHUNK, body.memory().bytes());
          var own =
              new Target(
                  body, target.function, known.subList(rows, last), scratch, known.get(last + 1));
          Val[] turns = NestCode.block(chunk, NestCode.CHUNK, size, length);
          chunk.loop(
              turns[0],
              turns[1],
              List.of(),
              own::goesOn,
              (inner, at, carried) -> {
                List<Val> in = new ArrayList<>(known.subList(0, loop.consts()));
                for (int k = loop.consts(); k < operands.size(); k++) {
                  in.add(row(inner, known.get(k), at, body.inputs().get(k).aval().bytes()));
                }
                List<Val> out = new ArrayList<>();
                for (int k = 0; k < results.size(); k++) {
                  out.add(row(inner, known.get(operands.size() + k), at, bytes(body, k)));
                }
                call(inner, own, in, out);
                return carried;
              });
        });
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
    Val verdict = program.frame().locals().add(1);
    List<Val> second = step.spare().stream().map(s -> program.address(c, s)).toList();
    Scalar[] scalars = new Scalar[n];
    for (int k = 0; k < n; k++) {
      if (isScalar(step.results().get(k))) {
        scalars[k] = scalar(c, operands.get(carryAt + k), step.results().get(k));
      }
    }

    String name = "while" + c.number();
    c.line("br label %" + name + ".before");
    c.label(name + ".before");
    c.line("br label %" + name);
    c.label(name);
    List<Val> carry = new ArrayList<>();
    List<Val> free = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      if (scalars[k] != null) {
        carry.add(scalars[k].now);
        free.add(scalars[k].next);
        continue;
      }
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
    call(inner, cond, condIn, List.of(verdict));
    Val holds = inner.icmp("ne", inner.write(Type.I8, "load i8, " + verdict.typed()), 0);
    Val again = inner.and(holds, cond.goesOn(inner));
    inner.line("br i1 %s, label %%%s.body, label %%%s.done".formatted(again, name, name));
    c.label(name + ".body");
    List<Val> bodyIn = new ArrayList<>(operands.subList(repeat.condConsts(), carryAt));
    bodyIn.addAll(carry);
    call(inner, body, bodyIn, free);
    advance(inner, scalars);
    inner.line("br label %" + name + ".latch");
    c.label(name + ".latch");
    for (int k = 0; k < n; k++) {
      if (scalars[k] == null) {
        // Two places in turns; the first carry is where it came from, which must not be written.
        String first = "%" + name + ".first" + k;
        c.line("%s = icmp eq ptr %s, %s".formatted(first, carry.get(k), operands.get(carryAt + k)));
        c.line(
            "%s.next = select i1 %s, ptr %s, ptr %s"
                .formatted(free.get(k), first, second.get(n + k), carry.get(k)));
      }
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
      call(c.inner(), bodies.get(k), in, results);
      c.line("br label %" + name + ".done");
    }
    c.label(name + ".done");
  }
}
