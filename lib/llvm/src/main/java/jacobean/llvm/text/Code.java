package jacobean.llvm.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * Straight-line LLVM IR under construction. Pure instructions that were already written here, or in
 * the code around this, are not written again: asking twice gives the same value.
 */
public final class Code {
  private static final Val ALWAYS = Val.integer(Type.I1, 1);

  private final List<String> lines;
  private final Map<String, Val> known;
  private final IntSupplier fresh;
  private final boolean fma;

  private Code(List<String> lines, Map<String, Val> known, IntSupplier fresh, boolean fma) {
    this.lines = lines;
    this.known = known;
    this.fresh = fresh;
    this.fma = fma;
  }

  /**
   * The code of a new function.
   *
   * @param fma whether the machine has a fused multiply-add; without one {@link #fma} rounds twice
   */
  public static Code of(boolean fma) {
    int[] counter = {0};
    return new Code(new ArrayList<>(), new HashMap<>(), () -> counter[0]++, fma);
  }

  /**
   * Code inside this one, such as a loop's body: it knows the values of this, and this will not
   * know those of it. It writes after what this has written so far.
   */
  public Code inner() {
    return new Code(lines, new HashMap<>(known), fresh, fma);
  }

  /** Writes a line as it is. */
  public void line(String text) {
    lines.add("  " + text);
  }

  /** Writes a label. */
  public void label(String name) {
    lines.add(name + ":");
  }

  /** What a loop does at an index; carries values from one turn to the next. */
  public interface Body {
    /**
     * Writes the body.
     *
     * @param code where to write it
     * @param index the loop variable, an i64
     * @param carried the values after the turns before
     * @return the values after this turn
     */
    List<Val> write(Code code, Val index, List<Val> carried);
  }

  /**
   * Writes a loop over {@code from <= index < to}.
   *
   * @param start the carried values before the first turn
   * @return the carried values after the last
   */
  public List<Val> loop(Val from, Val to, List<Val> start, Body body) {
    return loop(from, to, start, c -> ALWAYS, body);
  }

  /**
   * {@link #loop(Val, Val, List, Body)} that may end early.
   *
   * @param goesOn writes what is asked after each turn: an i1
   */
  public List<Val> loop(Val from, Val to, List<Val> start, Function<Code, Val> goesOn, Body body) {
    String name = "loop" + number();
    line("br label %" + name + ".before");
    label(name + ".before");
    line("br label %" + name);
    label(name);
    Val index = new Val(Type.I64, "%" + name + ".i");
    List<Val> carried = new ArrayList<>();
    for (int k = 0; k < start.size(); k++) {
      carried.add(new Val(start.get(k).type(), "%" + name + ".c" + k));
    }
    line(
        "%s = phi i64 [ %s, %%%s.before ], [ %s.next, %%%s.latch ]"
            .formatted(index, from, name, index, name));
    // What the body makes of the carried values is known only after it is written.
    int phis = lines.size();
    carried.forEach(c -> lines.add(""));
    line("%" + name + ".more = icmp ult i64 " + index + ", " + to);
    line("br i1 %" + name + ".more, label %" + name + ".body, label %" + name + ".done");
    label(name + ".body");
    Code inside = inner();
    List<Val> next = body.write(inside, index, carried);
    Val more = goesOn.apply(inside);
    line("br label %" + name + ".latch");
    label(name + ".latch");
    line(index + ".next = add nuw nsw i64 " + index + ", 1");
    String done = ", label %" + name + ".done";
    line(
        "br "
            + (more == ALWAYS ? "" : more.typed() + ", ")
            + "label %"
            + name
            + (more == ALWAYS ? "" : done));
    label(name + ".done");
    for (int k = 0; k < carried.size(); k++) {
      lines.set(
          phis + k,
          "  %s = phi %s [ %s, %%%s.before ], [ %s, %%%s.latch ]"
              .formatted(
                  carried.get(k), start.get(k).type(), start.get(k), name, next.get(k), name));
    }
    return carried;
  }

  /** Writes a loop that carries nothing. */
  public void loop(Val from, Val to, BiConsumer<Code, Val> body) {
    loop(
        from,
        to,
        List.of(),
        (code, index, carried) -> {
          body.accept(code, index);
          return carried;
        });
  }

  /** Writes what is done only if a condition holds. */
  public void when(Val condition, Consumer<Code> body) {
    String name = "when" + number();
    line("br i1 " + condition + ", label %" + name + ".do, label %" + name + ".done");
    label(name + ".do");
    body.accept(inner());
    line("br label %" + name + ".done");
    label(name + ".done");
  }

  /** A number for a label that no other in this function has. */
  public int number() {
    return fresh.getAsInt();
  }

  /** The lines so far. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  /** A pure instruction's value, {@code fadd float %a, %b} for example. */
  public Val pure(Type type, String instruction) {
    return known.computeIfAbsent(instruction, i -> write(type, i));
  }

  /** The value of an instruction that must be written each time it is asked for. */
  public Val write(Type type, String instruction) {
    Val result = new Val(type, "%v" + fresh.getAsInt());
    line(result + " = " + instruction);
    return result;
  }

  private Val binary(String opcode, Val a, Val b) {
    if (a.type() != b.type()) {
      throw new IllegalArgumentException(opcode + " of " + a.typed() + " and " + b.typed());
    }
    return pure(a.type(), opcode + " " + a.typed() + ", " + b);
  }

  /** A call of a function without side effects. */
  public Val call(Type type, String function, Val... args) {
    String list = java.util.Arrays.stream(args).map(Val::typed).collect(Collectors.joining(", "));
    return pure(type, "call " + type + " @" + function + "(" + list + ")");
  }

  /** An intrinsic overloaded on its result's type, {@code fabs} for example. */
  public Val intrinsic(String name, Val... args) {
    Type type = args[0].type();
    return call(type, "llvm." + name + "." + type.suffix(), args);
  }

  // Real arithmetic; `double` operands are constants of the other operand's type.

  public Val fadd(Val a, Val b) {
    return binary("fadd", a, b);
  }

  public Val fadd(Val a, double b) {
    return fadd(a, Val.real(a.type(), b));
  }

  public Val fsub(Val a, Val b) {
    return binary("fsub", a, b);
  }

  public Val fsub(Val a, double b) {
    return fsub(a, Val.real(a.type(), b));
  }

  public Val fsub(double a, Val b) {
    return fsub(Val.real(b.type(), a), b);
  }

  public Val fmul(Val a, Val b) {
    return binary("fmul", a, b);
  }

  public Val fmul(Val a, double b) {
    return fmul(a, Val.real(a.type(), b));
  }

  public Val fdiv(Val a, Val b) {
    return binary("fdiv", a, b);
  }

  public Val fdiv(double a, Val b) {
    return fdiv(Val.real(b.type(), a), b);
  }

  public Val fneg(Val a) {
    return pure(a.type(), "fneg " + a.typed());
  }

  public Val fabs(Val a) {
    return intrinsic("fabs", a);
  }

  public Val sqrt(Val a) {
    return intrinsic("sqrt", a);
  }

  /** To the nearest integer, ties to even. */
  public Val rint(Val a) {
    return intrinsic("roundeven", a);
  }

  /** The magnitude of {@code a} with the sign of {@code b}. */
  public Val copysign(Val a, Val b) {
    return intrinsic("copysign", a, b);
  }

  /** {@code a * b + c}, rounded once where the machine can. */
  public Val fma(Val a, Val b, Val c) {
    return intrinsic(fma ? "fma" : "fmuladd", a, b, c);
  }

  public Val fma(Val a, double b, Val c) {
    return fma(a, Val.real(a.type(), b), c);
  }

  public Val fma(Val a, Val b, double c) {
    return fma(a, b, Val.real(a.type(), c));
  }

  public Val fma(Val a, double b, double c) {
    return fma(a, Val.real(a.type(), b), Val.real(a.type(), c));
  }

  /** The lesser; where one is NaN, {@code b}. */
  public Val fmin(Val a, Val b) {
    return select(fcmp("olt", a, b), a, b);
  }

  /** The greater; where one is NaN, {@code b}. */
  public Val fmax(Val a, Val b) {
    return select(fcmp("ogt", a, b), a, b);
  }

  /** {@code c[0] + c[1] x + c[2] x^2 + ...}, by Horner's rule. */
  public Val polynomial(Val x, double... c) {
    Val p = Val.real(x.type(), c[c.length - 1]);
    for (int i = c.length - 2; i >= 0; i--) {
      p = fma(p, x, c[i]);
    }
    return p;
  }

  // Integer arithmetic.

  public Val add(Val a, Val b) {
    return binary("add", a, b);
  }

  public Val add(Val a, long b) {
    return add(a, Val.integer(a.type(), b));
  }

  public Val sub(Val a, Val b) {
    return binary("sub", a, b);
  }

  public Val sub(Val a, long b) {
    return sub(a, Val.integer(a.type(), b));
  }

  public Val mul(Val a, Val b) {
    return binary("mul", a, b);
  }

  public Val mul(Val a, long b) {
    return mul(a, Val.integer(a.type(), b));
  }

  /** Any two-operand instruction on integers, {@code udiv} for example. */
  public Val integer(String opcode, Val a, Val b) {
    return binary(opcode, a, b);
  }

  public Val and(Val a, Val b) {
    return binary("and", a, b);
  }

  public Val and(Val a, long b) {
    return and(a, Val.integer(a.type(), b));
  }

  public Val or(Val a, Val b) {
    return binary("or", a, b);
  }

  public Val or(Val a, long b) {
    return or(a, Val.integer(a.type(), b));
  }

  public Val xor(Val a, Val b) {
    return binary("xor", a, b);
  }

  public Val not(Val a) {
    return xor(a, Val.integer(a.type(), -1));
  }

  public Val shl(Val a, int bits) {
    return binary("shl", a, Val.integer(a.type(), bits));
  }

  public Val lshr(Val a, int bits) {
    return binary("lshr", a, Val.integer(a.type(), bits));
  }

  public Val ashr(Val a, int bits) {
    return binary("ashr", a, Val.integer(a.type(), bits));
  }

  // Comparison, selection, conversion.

  public Val fcmp(String predicate, Val a, Val b) {
    return pure(Type.I1, "fcmp " + predicate + " " + a.typed() + ", " + b);
  }

  public Val fcmp(String predicate, Val a, double b) {
    return fcmp(predicate, a, Val.real(a.type(), b));
  }

  public Val icmp(String predicate, Val a, Val b) {
    return pure(Type.I1, "icmp " + predicate + " " + a.typed() + ", " + b);
  }

  public Val icmp(String predicate, Val a, long b) {
    return icmp(predicate, a, Val.integer(a.type(), b));
  }

  public Val select(Val condition, Val yes, Val no) {
    return yes.equals(no)
        ? yes
        : pure(yes.type(), "select " + condition.typed() + ", " + yes.typed() + ", " + no.typed());
  }

  public Val select(Val condition, double yes, Val no) {
    return select(condition, Val.real(no.type(), yes), no);
  }

  public Val select(Val condition, Val yes, double no) {
    return select(condition, yes, Val.real(yes.type(), no));
  }

  /**
   * A conversion instruction, {@code sitofp} for example; the same value if the types are equal.
   */
  public Val convert(String opcode, Val a, Type to) {
    return a.type() == to ? a : pure(to, opcode + " " + a.typed() + " to " + to);
  }

  /** The same bits as another type. */
  public Val bits(Val a, Type to) {
    return convert("bitcast", a, to);
  }

  /** A real as a signed integer of the same width; it must be in range. */
  public Val toInteger(Val a) {
    return convert("fptosi", a, a.type().sameWidthInteger());
  }

  /** A signed integer as a real. */
  public Val toReal(Val a, Type to) {
    return convert("sitofp", a, to);
  }
}
