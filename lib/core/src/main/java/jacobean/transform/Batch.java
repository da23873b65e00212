package jacobean.transform;

import jacobean.core.AxisNames;
import jacobean.core.Collective;
import jacobean.core.Jaxpr;
import jacobean.core.Origin;
import jacobean.core.Primitive;
import jacobean.core.Primitive.Batched;
import jacobean.core.Stage;
import jacobean.core.Trace;
import jacobean.core.Tracer;
import jacobean.core.Value;
import jacobean.op.Batching;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs a function on a whole batch at once: each value stands for one example and carries its batch
 * axis along. JAX's {@code vmap}.
 */
public final class Batch extends Trace {
  /** The axis that a batching rule is being applied for; programs derived in it are for it too. */
  private static final ScopedValue<Axis> AXIS = ScopedValue.newInstance();

  private final Trace below = Trace.current();
  private final int size;
  private final Axis axis;

  private Batch(int size, Axis axis) {
    this.size = size;
    this.axis = axis;
  }

  /**
   * What a batch axis is, besides its length.
   *
   * @param name by which {@link Collective} operations find it
   * @param spread whether the examples are to be computed on different cores where that pays, as
   *     those of {@code pmap} are
   */
  public record Axis(Optional<String> name, boolean spread) {
    /** An axis of {@code vmap} without a name. */
    public static final Axis PLAIN = new Axis(Optional.empty(), false);

    /** The same axis by this name. */
    public Axis named(String name) {
      return new Axis(Optional.of(name), spread);
    }
  }

  /**
   * Applies a function of examples to batches.
   *
   * @param axes the batch axis of each operand, or {@link Batched#NONE}
   * @param size the length of these axes
   * @return the results with their batch axes
   */
  public static Batched apply(
      Function<List<Value>, List<Value>> function,
      List<Value> operands,
      List<Integer> axes,
      int size) {
    return apply(function, operands, axes, size, Axis.PLAIN);
  }

  /**
   * {@link #apply(Function, List, List, int)} for an axis that may have a name, or for the one
   * whose rule was being applied when {@link #axis()} was asked.
   */
  public static Batched apply(
      Function<List<Value>, List<Value>> function,
      List<Value> operands,
      List<Integer> axes,
      int size,
      Axis axis) {
    return axis.name().isPresent()
        ? AxisNames.with(
            axis.name().get(), size, () -> new Batch(size, axis).onWhole(function, operands, axes))
        : new Batch(size, axis).onWhole(function, operands, axes);
  }

  private Batched onWhole(
      Function<List<Value>, List<Value>> function, List<Value> operands, List<Integer> axes) {
    try {
      var examples = examples(operands, axes, Origin.here());
      var results = run(() -> function.apply(examples));
      return new Batched(wholes(results), axes(results));
    } finally {
      finish();
    }
  }

  @Override
  public List<Value> process(Primitive primitive, List<Value> operands) {
    var values = wholes(operands);
    var axes = axes(operands);
    boolean exchanges = axis.name().filter(n -> Collective.uses(primitive, n)).isPresent();
    if (!exchanges && axes.equals(Collections.nCopies(axes.size(), Batched.NONE))) {
      return below.run(() -> primitive.bind(values));
    }
    var here = Origin.here();
    var out =
        here.ofRule(
            primitive,
            () ->
                below.run(
                    () ->
                        exchanges && primitive instanceof Collective c
                            ? c.exchange(values, axes, size)
                            : along(() -> primitive.batch(values, axes, size))));
    return examples(out.values(), out.axes(), here);
  }

  /** Rules that transform programs read the axis in {@link #derive}. */
  private <T> T along(Supplier<T> rule) {
    boolean same = axis().equals(axis);
    return same ? rule.get() : ScopedValue.where(AXIS, axis).call(rule::get);
  }

  /** The axis that a batching rule is being applied for. */
  public static Axis axis() {
    return AXIS.isBound() ? AXIS.get() : Axis.PLAIN;
  }

  private List<Value> examples(List<Value> wholes, List<Integer> axes, Origin origin) {
    var examples = new ArrayList<Value>(wholes.size());
    for (int i = 0; i < wholes.size(); i++) {
      var whole = wholes.get(i);
      int axis = axes.get(i);
      examples.add(axis == Batched.NONE ? whole : new Example(this, whole, axis, origin));
    }
    return examples;
  }

  private List<Value> wholes(List<Value> values) {
    var wholes = new ArrayList<Value>(values.size());
    for (var v : values) {
      wholes.add(whole(v));
    }
    return wholes;
  }

  private List<Integer> axes(List<Value> values) {
    var axes = new ArrayList<Integer>(values.size());
    for (var v : values) {
      axes.add(axis(v));
    }
    return axes;
  }

  private Value whole(Value v) {
    return v instanceof Example e && e.trace() == this ? e.whole : v;
  }

  private int axis(Value v) {
    return v instanceof Example e && e.trace() == this ? e.axis : Batched.NONE;
  }

  /** One example of a batch. */
  private static final class Example extends Tracer {
    private final Value whole;
    private final int axis;

    Example(Batch trace, Value whole, int axis, Origin origin) {
      super(trace, whole.aval().withShape(whole.shape().drop(axis)), origin);
      this.whole = whole;
      this.axis = axis;
    }

    @Override
    public String transformation() {
      return "vmap";
    }
  }

  /**
   * The program that does for a batch what another does for an example.
   *
   * @param axes the batch axis of each output: 0 or {@link Batched#NONE}
   */
  public record Derived(Jaxpr jaxpr, List<Integer> axes) {}

  /** A program for batches along these axes of its inputs; kept with the program. */
  public static Derived derive(Jaxpr jaxpr, List<Integer> axes, int size) {
    return derive(jaxpr, axes, size, Collections.nCopies(jaxpr.outputs().size(), false));
  }

  /**
   * {@link #derive(Jaxpr, List, int)} with outputs that are batched even where they are the same
   * for the whole batch, as those of a loop or of another branch are.
   */
  public static Derived derive(Jaxpr jaxpr, List<Integer> axes, int size, List<Boolean> mustBatch) {
    record Key(List<Integer> axes, int size, List<Boolean> mustBatch, Axis along) {}
    var along = axis();
    return jaxpr.derived(
        new Key(List.copyOf(axes), size, List.copyOf(mustBatch), along),
        () -> make(jaxpr, axes, size, mustBatch, along));
  }

  private static Derived make(
      Jaxpr jaxpr, List<Integer> axes, int size, List<Boolean> mustBatch, Axis along) {
    var types = new ArrayList<Aval>();
    for (int i = 0; i < axes.size(); i++) {
      var t = jaxpr.inputTypes().get(i);
      types.add(axes.get(i) == Batched.NONE ? t : t.withShape(t.shape().insert(axes.get(i), size)));
    }
    var resultAxes = new ArrayList<Integer>();
    var staged =
        Stage.trace(
            "vmap",
            inputs -> {
              var out = apply(jaxpr::apply, inputs, axes, size, along);
              var results = new ArrayList<Value>();
              for (int i = 0; i < out.values().size(); i++) {
                int axis = out.axes().get(i);
                boolean batched = axis != Batched.NONE || mustBatch.get(i);
                resultAxes.add(batched ? 0 : Batched.NONE);
                results.add(
                    batched
                        ? Batching.alignFront(out.values().get(i), axis, size)
                        : out.values().get(i));
              }
              return results;
            },
            types);
    return new Derived(Closed.of(staged), List.copyOf(resultAxes));
  }
}
