package jacobean.llvm.emit;

import jacobean.llvm.loop.Body;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a native function finds what it works with: the addresses of its inputs, of its results and
 * of its scratch memory, and the word that says whether it must stop. It also has places of its
 * own, on the stack.
 */
sealed interface Frame {
  /** The parameters of the function. */
  List<Val> parameters();

  Val input(Code c, int number);

  Val output(Code c, int number);

  Val scratch(Code c);

  /** The address of an i32 that is 0 while the function may go on. */
  Val stop(Code c);

  Locals locals();

  /** Places on the stack, which LLVM makes registers where it can. */
  final class Locals {
    private final List<String> sizes = new ArrayList<>();

    /** A new place of some bytes. */
    Val add(long bytes) {
      sizes.add("[%d x i8], align 8".formatted(Math.max(1, bytes)));
      return new Val(Type.PTR, "%local" + (sizes.size() - 1));
    }

    /** The text that makes them, for the head of the function. */
    String text() {
      return IntStream.range(0, sizes.size())
          .mapToObj(k -> "  %%local%d = alloca %s\n".formatted(k, sizes.get(k)))
          .collect(Collectors.joining());
    }
  }

  /** The function that Java calls: all it gets is one array of addresses, the stop word last. */
  record Entry(int inputs, int outputs, Locals locals) implements Frame {
    private static final Val ARGUMENTS = new Val(Type.PTR, "%arguments");

    Entry(int inputs, int outputs) {
      this(inputs, outputs, new Locals());
    }

    @Override
    public List<Val> parameters() {
      return List.of(ARGUMENTS);
    }

    private static Val at(Code c, int number) {
      return c.pure(
          Type.PTR, "getelementptr inbounds ptr, " + ARGUMENTS.typed() + ", i64 " + number);
    }

    private static Val argument(Code c, int number) {
      return c.pure(Type.PTR, "load ptr, " + at(c, number).typed());
    }

    @Override
    public Val input(Code c, int number) {
      return argument(c, number);
    }

    @Override
    public Val output(Code c, int number) {
      return argument(c, inputs + number);
    }

    @Override
    public Val scratch(Code c) {
      return argument(c, inputs + outputs);
    }

    @Override
    public Val stop(Code c) {
      return at(c, inputs + outputs + 1);
    }
  }

  /** A program that a loop or branch runs: it gets each address as a parameter. */
  record Inner(Body body, Locals locals) implements Frame {
    private static final Val SCRATCH = new Val(Type.PTR, "%scratch");
    private static final Val STOP = new Val(Type.PTR, "%stop");

    Inner(Body body) {
      this(body, new Locals());
    }

    @Override
    public List<Val> parameters() {
      return Stream.of(
              IntStream.range(0, body.inputs().size()).mapToObj(k -> input(null, k)),
              IntStream.range(0, body.computed().size()).mapToObj(k -> output(null, k)),
              Stream.of(SCRATCH, STOP))
          .<Val>flatMap(s -> s)
          .toList();
    }

    @Override
    public Val input(Code c, int number) {
      return new Val(Type.PTR, "%x" + number);
    }

    @Override
    public Val output(Code c, int number) {
      return new Val(Type.PTR, "%y" + number);
    }

    @Override
    public Val scratch(Code c) {
      return SCRATCH;
    }

    @Override
    public Val stop(Code c) {
      return STOP;
    }
  }
}
