package jacobean.fuzz;

import jacobean.Array;
import jacobean.control.Jit;
import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.core.Primitive.Batched;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.jnp;
import jacobean.op.Batching;
import jacobean.op.Shaping;
import jacobean.transform.Batch;
import jacobean.transform.Linearize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs a program in every way that must not matter, and tells the first difference: values and
 * gradients, at once and compiled, alone and batched, on an engine and on the reference.
 */
final class Differences {
  private final Engine engine;
  private final Engine reference;
  private final Explained.Tally tally;

  Differences(Engine engine, Engine reference, Explained.Tally tally) {
    this.engine = engine;
    this.reference = reference;
    this.tally = tally;
  }

  /** What differs, or what was thrown; empty if nothing. */
  Optional<String> in(Program program) {
    try {
      var wanted =
          IntStream.range(0, Program.EXAMPLES)
              .mapToObj(
                  b ->
                      Engines.with(
                          reference, () -> valuesAndGradients(program, values(program, b))))
              .toList();
      var f = written(program);
      var first = values(program, 0);
      return Stream.<Supplier<Optional<String>>>of(
              () ->
                  alone(
                      program,
                      "jitted on the reference",
                      wanted,
                      run(reference, jitted(f, first), first)),
              () -> alone(program, "at once", wanted, run(engine, f, first)),
              () -> alone(program, "jitted", wanted, run(engine, jitted(f, first), first)),
              () -> batched(program, wanted))
          .map(Supplier::get)
          .flatMap(Optional::stream)
          .findFirst();
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      return Optional.of("thrown: " + e + trace(e));
    }
  }

  static String trace(Throwable e) {
    return Stream.of(e.getStackTrace())
        .limit(12)
        .map(x -> "\n    at " + x)
        .reduce("", String::concat);
  }

  private static List<Value> values(Program p, int b) {
    return p.example(b).stream().map(Array::value).toList();
  }

  private static Function<List<Value>, List<Value>> written(Program p) {
    return x -> valuesAndGradients(p, x);
  }

  private static List<Value> run(
      Engine engine, Function<List<Value>, List<Value>> f, List<Value> x) {
    return Engines.with(engine, () -> f.apply(x));
  }

  private static Function<List<Value>, List<Value>> jitted(
      Function<List<Value>, List<Value>> f, List<Value> like) {
    return x -> {
      var staged = Stage.trace("jit", f, like.stream().map(Value::aval).toList());
      return new Jit("f", staged.jaxpr())
          .bind(Stream.concat(staged.captured().stream(), x.stream()).toList());
    };
  }

  /** The outputs, then the gradient by each floating input of a weighted sum of them. */
  static List<Value> valuesAndGradients(Program p, List<Value> operands) {
    var moving =
        IntStream.range(0, operands.size())
            .filter(i -> operands.get(i).dtype().isFloating())
            .boxed()
            .toList();
    var linear =
        Linearize.at(
            x -> {
              var all = new ArrayList<>(operands);
              for (int k = 0; k < moving.size(); k++) {
                all.set(moving.get(k), x.get(k));
              }
              return p.run(all.stream().map(Array::of).toList()).stream()
                  .map(Array::value)
                  .toList();
            },
            moving.stream().map(operands::get).toList());
    var all = new ArrayList<>(linear.outputs());
    var pulled = linear.pull(linear.outputs().stream().map(Differences::weights).toList());
    for (int k = 0; k < pulled.size(); k++) {
      var x = operands.get(moving.get(k));
      all.add(pulled.get(k) != null ? pulled.get(k) : Shaping.full(x.shape(), x.dtype(), 0));
    }
    return all;
  }

  /** The cotangent of an output: another number for each element, exact in every dtype. */
  private static Value weights(Value out) {
    if (!out.dtype().isFloating()) {
      return null;
    }
    var w = jnp.remainder(jnp.arange((int) out.shape().size()), 5).plus(1).astype(out.dtype());
    return jnp.reshape(w.times(0.25), out.shape().toArray()).value();
  }

  private Optional<String> alone(Program p, String how, List<List<Value>> wanted, List<Value> got) {
    return new Explained(p, 0, tally).difference(how, wanted.get(0), got);
  }

  private Optional<String> batched(Program p, List<List<Value>> wanted) {
    if (p.inputs().stream().noneMatch(Program.Input::batched)) {
      return Optional.empty();
    }
    var axes = p.inputs().stream().map(i -> i.batched() ? 0 : Batched.NONE).toList();
    var stacked =
        IntStream.range(0, p.inputs().size())
            .mapToObj(i -> p.inputs().get(i).batched() ? stacked(p, i) : values(p, 0).get(i))
            .toList();
    var got =
        run(
            engine,
            jitted(
                x -> {
                  var out = Batch.apply(written(p), x, axes, Program.EXAMPLES);
                  return IntStream.range(0, out.values().size())
                      .mapToObj(
                          i ->
                              Batching.alignFront(
                                  out.values().get(i), out.axes().get(i), Program.EXAMPLES))
                      .toList();
                },
                stacked),
            stacked);
    for (int b = 0; b < Program.EXAMPLES; b++) {
      int example = b;
      var part = got.stream().map(v -> Array.of(v).get(example).value()).toList();
      var difference =
          new Explained(p, b, tally)
              .difference("vmapped and jitted, example " + b, wanted.get(b), part);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Value stacked(Program p, int input) {
    return jnp.stack(
            IntStream.range(0, Program.EXAMPLES).mapToObj(b -> p.example(b).get(input)).toList(), 0)
        .value();
  }
}
