package jacobean.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jacobean.Array;
import jacobean.control.CustomVjp;
import jacobean.control.Jit;
import jacobean.core.Concrete;
import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive.Batched;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.ir.Lowering;
import jacobean.laws.Row.Case;
import jacobean.op.Batching;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.testing.Close;
import jacobean.transform.Batch;
import jacobean.transform.Jvp;
import jacobean.transform.Linearize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must hold of every operation, whatever it does: transformations agree with what they mean.
 * Each law takes a case of a table and fails with the case's name.
 */
public final class Laws {
  private static final int BATCH = 3;
  private static final double STEP = 1e-6;

  /** What central differences of double precision can tell. */
  private static final Close DIFFERENCES = new Close(2e-6, 2e-7);

  /** Differences of derivatives, whose own rounding is divided by the step. */
  private static final Close SECOND = new Close(2e-5, 2e-6);

  private Laws() {}

  private interface F extends Function<List<Value>, List<Value>> {}

  // --- Values ---

  /** Types found without numbers are the types of the numbers, equation by equation. */
  public static void typesAreThoseOfValues(Case c) {
    var operands = c.draw(1);
    var staged =
        Stage.trace("jit", c.row().function(), operands.stream().map(Value::aval).toList());
    var program = staged.jaxpr();
    var values = new HashMap<Jaxpr.Atom, HostArray>();
    var inputs = Stream.concat(staged.captured().stream(), operands.stream()).toList();
    for (int i = 0; i < inputs.size(); i++) {
      values.put(program.inputs().get(i), ((Concrete) inputs.get(i)).host());
    }
    for (var e : program.equations()) {
      var hosts =
          e.operands().stream()
              .map(a -> a instanceof Jaxpr.Literal l ? l.value().host() : values.get(a))
              .toList();
      var results = e.primitive().eval(hosts);
      assertEquals(
          e.results().size(), results.size(), () -> c + ": number of results of " + e.primitive());
      for (int i = 0; i < results.size(); i++) {
        var type = e.results().get(i).aval();
        assertEquals(
            type.dtype() + "" + type.shape(),
            results.get(i).dtype() + "" + results.get(i).shape(),
            () -> c + ": " + e.primitive());
        values.put(e.results().get(i), results.get(i));
      }
    }
  }

  /** What compilers read is what the reference computes, where it says so element by element. */
  public static void loweringIsEval(Case c) {
    var primitive = c.row().primitive();
    var operands = c.draw(8).stream().map(Laws::host).toList();
    var types = operands.stream().map(HostArray::aval).toList();
    if (primitive == null
        || primitive instanceof jacobean.core.Collective
        || !(primitive.lower(types) instanceof Lowering.Pointwise pointwise)) {
      return;
    }
    var wanted = primitive.eval(operands);
    if (Stream.concat(operands.stream(), wanted.stream()).anyMatch(a -> a.dtype().isComplex())) {
      // The interpreter is of real numbers; compilers that take complex ones apart have own tests.
      return;
    }
    var got = Interpreted.run(pointwise, operands, primitive.abstractEval(types));
    for (int i = 0; i < wanted.size(); i++) {
      c.row()
          .close()
          .check(
              Array.of(wanted.get(i).toConcrete()),
              Array.of(got.get(i).toConcrete()),
              c + " lowered");
    }
  }

  /** Compiled or not, the results are the same. */
  public static void jitIsEager(Case c) {
    var operands = c.draw(2);
    check(
        c.row().close(),
        c.row().function().apply(operands),
        jitted(c, operands).apply(operands),
        c + " jit");
  }

  /** An engine gives what the reference gives: at once, and compiled. */
  public static void engineIsReference(Engine engine, Engine reference, Case c) {
    var operands = c.draw(3);
    var wanted = Engines.with(reference, () -> c.row().function().apply(operands));
    check(
        c.row().close(),
        wanted,
        Engines.with(engine, () -> c.row().function().apply(operands)),
        c + " on " + engine.name());
    check(
        c.row().close(),
        wanted,
        Engines.with(engine, () -> jitted(c, operands).apply(operands)),
        c + " compiled by " + engine.name());
  }

  /** {@link #engineIsReference} for the batched program and for derivatives, compiled. */
  public static void engineTransformsAsReference(Engine engine, Engine reference, Case c) {
    if (!c.isSmall()) {
      return;
    }
    var operands = c.draw(4);
    var batched = batches(c, IntStream.range(0, operands.size()).boxed().toList(), 0);
    F vmapped = x -> mapped(c.row().function(), x, Collections.nCopies(x.size(), 0));
    if (!operands.isEmpty()) {
      agree(engine, reference, c, vmapped, batched, "vmap");
    }
    var moving = moving(c);
    if (!moving.isEmpty() && c.goesBackward()) {
      F derivative =
          x -> {
            var linear = Linearize.at(only(c.row().function(), x, moving), pick(x, moving));
            var all = new ArrayList<>(linear.outputs());
            linear.pull(ones(linear)).stream().filter(v -> v != null).forEach(all::add);
            return all;
          };
      agree(engine, reference, c, derivative, operands, "vjp");
    }
  }

  private static void agree(
      Engine engine, Engine reference, Case c, F f, List<Value> operands, String what) {
    var wanted = Engines.with(reference, () -> f.apply(operands));
    var close = new Close(10 * c.row().close().relative(), 10 * c.row().close().absolute());
    check(
        close,
        wanted,
        Engines.with(engine, () -> compiled(f, operands).apply(operands)),
        c + " " + what + " compiled by " + engine.name());
  }

  private static List<Value> ones(Linearize linear) {
    return linear.outputs().stream()
        .map(v -> v.dtype().isInexact() ? Shaping.full(v.shape(), v.dtype(), 1) : null)
        .toList();
  }

  // --- Batches ---

  /**
   * A function on a batch is the function on each example: for each operand batched, and for all.
   */
  public static void vmapIsLoop(Case c) {
    if (c.operands().isEmpty()) {
      return;
    }
    for (var batched : subsets(IntStream.range(0, c.operands().size()).boxed().toList())) {
      for (int axis = 0; axis < 2; axis++) {
        vmapIsLoop(c, c.row().function(), batched, axis);
      }
      if (c.isSmall()) {
        vmapIsLoop(c, jitted(c, c.draw(5)), batched, 0);
      }
    }
  }

  private static void vmapIsLoop(
      Case c, Function<List<Value>, List<Value>> f, List<Integer> batched, int from) {
    var operands = batches(c, batched, from);
    var axes = new ArrayList<Integer>();
    for (int i = 0; i < operands.size(); i++) {
      axes.add(batched.contains(i) ? axis(operands.get(i), from) : Batched.NONE);
    }
    var got = mapped(f, operands, axes);
    for (int example = 0; example < BATCH; example++) {
      var one = new ArrayList<Value>();
      for (int i = 0; i < operands.size(); i++) {
        one.add(
            axes.get(i) == Batched.NONE
                ? operands.get(i)
                : take(operands.get(i), axes.get(i), example));
      }
      int number = example;
      var part = got.stream().map(v -> take(v, 0, number)).toList();
      check(
          c.row().close(),
          f.apply(one),
          part,
          c + " vmap of operands " + batched + " at " + axes + ", example " + example);
    }
  }

  /** Draws for every example, along the first axis, or along the last. */
  private static List<Value> batches(Case c, List<Integer> batched, int from) {
    var operands = new ArrayList<>(c.draw(5));
    for (int i : batched) {
      var examples = new ArrayList<Value>();
      for (int k = 0; k < BATCH; k++) {
        var example = c.draw(5 + k).get(i);
        examples.add(Shaping.reshape(example, example.shape().insert(0, 1)));
      }
      var stacked = Slicing.concatenate(examples, 0);
      operands.set(i, Batching.moveAxis(stacked, 0, axis(stacked, from)));
    }
    return operands;
  }

  private static int axis(Value stacked, int from) {
    return from == 0 ? 0 : stacked.rank() - 1;
  }

  private static Value take(Value v, int axis, int i) {
    return Shaping.squeeze(Slicing.sliceAxis(v, axis, i, i + 1), jacobean.type.Axes.of(axis));
  }

  /** A batched application with all results' batch axes first. */
  private static List<Value> mapped(
      Function<List<Value>, List<Value>> f, List<Value> operands, List<Integer> axes) {
    var out = Batch.apply(f, operands, axes, BATCH);
    return IntStream.range(0, out.values().size())
        .mapToObj(i -> Batching.alignFront(out.values().get(i), out.axes().get(i), BATCH))
        .toList();
  }

  // --- Derivatives ---

  /**
   * Tangents have the type of the results, cotangents that of the operands, in every precision;
   * rules of backward passes give no tangents.
   */
  public static void derivativesHaveTheTypesOfWhatMoves(Case c) {
    var moving = moving(c);
    if (moving.isEmpty() || !c.isSmall() || c.row().primitive() instanceof CustomVjp) {
      return;
    }
    var operands = c.draw(6);
    var f = only(c.row().function(), operands, moving);
    var x = pick(operands, moving);
    var dual = Jvp.apply(f, x, directions(c, moving));
    for (int i = 0; i < dual.primals().size(); i++) {
      if (dual.tangents().get(i) != null) {
        assertEquals(
            type(dual.primals().get(i)), type(dual.tangents().get(i)), () -> c + ": tangent");
      }
      if (!dual.primals().get(i).dtype().isInexact()) {
        assertNull(dual.tangents().get(i), () -> c + ": what is not floating does not move");
      }
    }
    if (!c.goesBackward()) {
      return;
    }
    var linear = Linearize.at(f, x);
    var pulled = linear.pull(ones(linear));
    for (int i = 0; i < x.size(); i++) {
      if (pulled.get(i) != null) {
        assertEquals(type(x.get(i)), type(pulled.get(i)), () -> c + ": cotangent");
      }
    }
  }

  private static String type(Value v) {
    return v.dtype() + "" + v.shape();
  }

  /** The derivative forward is the difference of values, whatever operands move. */
  public static void jvpIsDifference(Case c) {
    differentiable(
        c,
        (f, x, t, what) -> {
          var dual = Jvp.apply(f, x, t);
          check(Close.EXACT, f.apply(x), dual.primals(), what + " value");
          check(
              DIFFERENCES,
              difference(f, x, t),
              filled(dual.tangents(), dual.primals()),
              what + " jvp");
        });
  }

  /**
   * The derivative backward is the transpose of the derivative forward: {@code <ct, J t> = <J' ct,
   * t>}.
   */
  public static void vjpIsTransposedJvp(Case c) {
    differentiable(
        c,
        (f, x, t, what) -> {
          var linear = Linearize.at(f, x);
          check(Close.EXACT, f.apply(x), linear.outputs(), what + " linearized value");
          var forward = Jvp.apply(f, x, t);
          check(
              new Close(1e-12, 1e-12),
              filled(forward.tangents(), forward.primals()),
              filled(linear.push(t), linear.outputs()),
              what + " linearized jvp");
          if (c.goesBackward()) {
            var cts = cotangents(linear.outputs());
            same(dot(cts, linear.push(t)), dot(linear.pull(cts), t), what + " vjp");
          }
        });
  }

  /**
   * The same of the derivative: forward over backward is its difference, backward over backward its
   * transpose.
   */
  public static void secondDerivatives(Case c) {
    if (!c.goesBackward()) {
      return;
    }
    differentiable(
        c,
        (f, x, t, what) -> {
          F gradient =
              y -> {
                var linear = Linearize.at(f, y);
                return filled(linear.pull(cotangents(linear.outputs())), y);
              };
          var dual = Jvp.apply(gradient, x, t);
          check(
              SECOND,
              difference(gradient, x, t),
              filled(dual.tangents(), dual.primals()),
              what + " jvp of vjp");
          var linear = Linearize.at(gradient, x);
          var cts = cotangents(linear.outputs());
          same(dot(cts, linear.push(t)), dot(linear.pull(cts), t), what + " vjp of vjp");
        });
  }

  private interface Check {
    void run(F f, List<Value> x, List<Value> t, String what);
  }

  /** Checks a case with each operand moving alone and all together, plain and through jit. */
  private static void differentiable(Case c, Check check) {
    if (!c.isDifferentiable() || !c.isSmall()) {
      return;
    }
    var operands = c.draw(7);
    for (var moving : subsets(moving(c))) {
      var x = pick(operands, moving);
      var t = directions(c, moving);
      var f = only(c.row().function(), operands, moving);
      check.run(f, x, t, c + " by operands " + moving);
      check.run(compiled(f, x), x, t, c + " jit by operands " + moving);
    }
  }

  private static List<Integer> moving(Case c) {
    return IntStream.range(0, c.operands().size())
        .filter(i -> c.operands().get(i).isFloating() && !c.row().still().contains(i))
        .boxed()
        .toList();
  }

  private static List<Value> directions(Case c, List<Integer> moving) {
    return moving.stream().map(i -> c.operands().get(i).direction(100 + i)).toList();
  }

  private static <T> List<T> pick(List<T> all, List<Integer> some) {
    return some.stream().map(all::get).toList();
  }

  /** The function of some operands, the others held. */
  private static F only(
      Function<List<Value>, List<Value>> f, List<Value> operands, List<Integer> moving) {
    return x -> {
      var all = new ArrayList<>(operands);
      for (int i = 0; i < moving.size(); i++) {
        all.set(moving.get(i), x.get(i));
      }
      return f.apply(all);
    };
  }

  private static List<Value> difference(F f, List<Value> x, List<Value> t) {
    var ahead = f.apply(moved(x, t, STEP));
    var behind = f.apply(moved(x, t, -STEP));
    var slopes = new ArrayList<Value>();
    for (int k = 0; k < ahead.size(); k++) {
      var a = host(ahead.get(k));
      var b = host(behind.get(k));
      slopes.add(
          a.dtype().isFloating()
              ? HostArray.ofReals(a.aval(), i -> (a.real(i) - b.real(i)) / (2 * STEP)).toConcrete()
              : Shaping.zeros(a.aval()));
    }
    return slopes;
  }

  private static List<Value> moved(List<Value> x, List<Value> t, double step) {
    var moved = new ArrayList<Value>();
    for (int k = 0; k < x.size(); k++) {
      var a = host(x.get(k));
      var b = host(t.get(k));
      moved.add(HostArray.ofReals(a.aval(), i -> a.real(i) + step * b.real(i)).toConcrete());
    }
    return moved;
  }

  private static List<Value> filled(List<Value> tangents, List<Value> like) {
    var filled = new ArrayList<Value>();
    for (int i = 0; i < like.size(); i++) {
      filled.add(tangents.get(i) == null ? Shaping.zeros(like.get(i).aval()) : tangents.get(i));
    }
    return filled;
  }

  private static List<Value> cotangents(List<Value> outputs) {
    var cts = new ArrayList<Value>();
    for (int i = 0; i < outputs.size(); i++) {
      var aval = outputs.get(i).aval();
      cts.add(aval.dtype().isFloating() ? new Numbers(aval.strong(), -1, 1).draw(200 + i) : null);
    }
    return cts;
  }

  private static double dot(List<Value> xs, List<Value> ys) {
    double sum = 0;
    for (int k = 0; k < xs.size(); k++) {
      if (xs.get(k) != null && ys.get(k) != null) {
        var x = host(xs.get(k));
        var y = host(ys.get(k));
        for (long i = 0; i < x.size(); i++) {
          sum += x.real(i) * y.real(i);
        }
      }
    }
    return sum;
  }

  private static void same(double wanted, double got, String what) {
    assertEquals(wanted, got, 1e-9 * (1 + Math.abs(wanted)), what);
  }

  // --- Common ---

  private static List<List<Integer>> subsets(List<Integer> all) {
    return Stream.concat(Stream.of(all), all.stream().filter(i -> all.size() > 1).map(List::of))
        .filter(s -> !s.isEmpty())
        .toList();
  }

  private static F jitted(Case c, List<Value> operands) {
    return compiled(c.row().function(), operands);
  }

  /** The function as a call of its program for operands of these types. */
  private static F compiled(Function<List<Value>, List<Value>> f, List<Value> like) {
    var staged = Stage.trace("jit", f, like.stream().map(Value::aval).toList());
    var call = new Jit("f", staged.jaxpr());
    return x -> call.bind(Stream.concat(staged.captured().stream(), x.stream()).toList());
  }

  private static HostArray host(Value v) {
    return Array.of(v).host();
  }

  private static void check(Close close, List<Value> wanted, List<Value> got, String what) {
    assertEquals(wanted.size(), got.size(), () -> what + ": number of results");
    for (int i = 0; i < wanted.size(); i++) {
      close.check(Array.of(wanted.get(i)), Array.of(got.get(i)), what);
    }
  }
}
