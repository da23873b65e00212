package jacobean.fuzz;

import jacobean.Along;
import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.AttentionOptions;
import jacobean.Bins;
import jacobean.ConvDimensionNumbers;
import jacobean.Convolution;
import jacobean.DotDimensionNumbers;
import jacobean.GatherDimensionNumbers;
import jacobean.Over;
import jacobean.ScatterDimensionNumbers;
import jacobean.ShapeDtypeStruct;
import jacobean.Unique;
import jacobean.control.Jit;
import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.error.JacobeanException;
import jacobean.fn.Fn;
import jacobean.fn.Fn1;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.pytree.PyTree;
import jacobean.random;
import jacobean.special;
import jacobean.text.PrintOptions;
import jacobean.tree;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Calls every public function, and every method of arrays and options, with random arguments. A
 * call gives a value or one of the library's exceptions, at once and traced, on every engine, and
 * comes to an end.
 */
public final class BadCalls {
  private static final String REFERENCE = "on the reference";
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 60);

  /** Functions that take as many steps, or make as many elements, as they are told to. */
  private static final Set<String> STEPPING =
      Set.of("foriLoop", "map", "associativeScan", "arange", "fromfunction");

  /** Functions of Java, of files and of the process, which are not of arguments alone. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "valueOf",
          "compareTo",
          "save",
          "load",
          "savez",
          "savezCompressed",
          "fromfile",
          "setPrintoptions",
          "debugNans",
          "debugInfs",
          "debugKeyReuse",
          "disableJit",
          "clearCaches",
          "explainCacheMisses",
          "logCompiles",
          "printEnvironmentInfo",
          "numCpuDevices",
          "use",
          // The next call needs the array.
          "delete",
          // As long as its greatest number.
          "bincount");

  private static final List<Callee> FUNCTIONS =
      Stream.concat(
              Stream.of(
                      jnp.class,
                      lax.class,
                      jax.class,
                      random.class,
                      tree.class,
                      jnp.linalg.class,
                      jnp.fft.class,
                      jax.nn.class,
                      special.class,
                      IndexCalls.class,
                      LoopCalls.class)
                  .flatMap(Callee::functions),
              Stream.of(
                      Array.class,
                      Along.class,
                      AttentionOptions.class,
                      Bins.class,
                      ConvDimensionNumbers.class,
                      Convolution.class,
                      DType.class,
                      DotDimensionNumbers.class,
                      GatherDimensionNumbers.class,
                      Over.class,
                      PrintOptions.class,
                      ScatterDimensionNumbers.class,
                      Shape.class,
                      ShapeDtypeStruct.class,
                      Unique.class)
                  .flatMap(Callee::all))
          .filter(f -> !LEFT_OUT.contains(f.name()))
          // Axes are for the packages below.
          .filter(f -> !List.of(f.code().getParameterTypes()).contains(Axes.class))
          // A condition may well be true for ever.
          .filter(f -> f.type() != lax.class || !f.name().equals("whileLoop"))
          .filter(f -> f.toString().matches(System.getProperty("fuzz.only", ".*")))
          .sorted(Callee.ORDER)
          .toList();

  /**
   * @param then arguments for the function that the function gives, if it does
   * @param missing how many of them it does not get
   */
  private record Call(
      long seed, Callee callee, List<Object> arguments, List<Object> then, int missing) {
    @Override
    public String toString() {
      return "seed "
          + seed
          + ": "
          + callee.type().getSimpleName()
          + "."
          + callee.name()
          + arguments.stream().map(BadArguments::text).toList();
    }
  }

  private final Engine engine;
  private final Engine reference;

  /** The first failure of each sort at each place. */
  private final Map<String, String> failures = new LinkedHashMap<>();

  private final Documented documented = new Documented();

  /** How many runs gave values, and how many threw one of our exceptions. */
  private final AtomicLong values = new AtomicLong();

  private final AtomicLong refusals = new AtomicLong();

  private BadCalls(Engine engine, Engine reference) {
    this.engine = engine;
    this.reference = reference;
  }

  /**
   * The failures, each with its seed.
   *
   * @param first the first seed; every function is called once for as many seeds as there are
   */
  public static List<String> run(Engine engine, Engine reference, long first, long calls) {
    var all = new BadCalls(engine, reference);
    for (long seed = first; seed < first + calls; seed++) {
      all.call(seed);
    }
    System.out.println(
        "bad arguments: " + all.values + " runs gave values, " + all.refusals + " were refused");
    return List.copyOf(all.failures.values());
  }

  /** Told at once, as the next call may end the process. */
  private void fail(String place, String what) {
    if (failures.putIfAbsent(place, what) == null) {
      System.out.println(what);
    }
  }

  private void call(long seed) {
    var callee = FUNCTIONS.get((int) Math.floorMod(seed * 7919, (long) FUNCTIONS.size()));
    var arguments = new ArrayList<Object>();
    var source =
        new BadArguments(new Random(seed * 0x9E3779B97F4A7C15L), !STEPPING.contains(callee.name()));
    try {
      var all = source.arguments(callee);
      if (all.isEmpty()) {
        return;
      }
      arguments.addAll(all.get());
    } catch (JacobeanException | BadFunctions.Thrown e) {
      // An argument that cannot be made, as a shape that is too large.
      return;
    } catch (RuntimeException e) {
      fail(callee.toString(), "an argument of " + callee + " with seed " + seed + ": " + at(e));
      return;
    }
    // What java knows to be a function of arrays gets arrays.
    var gives = callee.resultText();
    boolean ofArrays = gives.contains("jacobean.Array") || gives.contains("VjpWithAux");
    var then =
        Stream.generate(() -> ofArrays ? source.array() : source.object())
            .limit(MOST_ARGUMENTS)
            .toList();
    var call = new Call(seed, callee, arguments, then, seed % 10 == 0 ? 1 : 0);
    var task = new FutureTask<>(() -> ways(call));
    var thread = Thread.ofPlatform().daemon().unstarted(task);
    thread.start();
    try {
      task.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      fail(callee.toString(), call + " takes more than " + SECONDS + " s");
      thread.interrupt();
    } catch (ExecutionException e) {
      fail(callee.toString(), call + ": " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final int MOST_ARGUMENTS = 5;

  private Void ways(Call call) {
    var wanted = outcome(call, REFERENCE, () -> Engines.with(reference, () -> atOnce(call)));
    compare(
        call,
        "at once",
        wanted,
        outcome(call, "at once", () -> Engines.with(engine, () -> atOnce(call))));
    if (call.arguments.stream().flatMap(BadCalls::arraysIn).findAny().isPresent()) {
      // A tracer has no numbers to look at, and what needs them says so.
      var traced = outcome(call, "traced", () -> Engines.with(reference, () -> traced(call)));
      if (wanted.isPresent() && traced.isPresent()) {
        compare(call, "traced", wanted, traced);
      }
      transformed(call, wanted);
    }
    return null;
  }

  /** Inside one of the transformations on the engine, another for each seed. */
  private void transformed(Call call, Optional<List<String>> wanted) {
    int first = firstFloating(call.arguments);
    int way = (int) Math.floorMod(call.seed / FUNCTIONS.size(), 4L);
    if (way == 0 || first < 0) {
      var compiled = outcome(call, "compiled", () -> Engines.with(engine, () -> traced(call)));
      if (wanted.isPresent() && compiled.isPresent()) {
        compare(call, "compiled", wanted, compiled);
      }
      return;
    }
    var x = (Array) call.arguments.get(first);
    Fn1<Array, List<Array>> f =
        y -> {
          var arguments = new ArrayList<>(call.arguments);
          arguments.set(first, y);
          return results(call, arguments).toList();
        };
    ArrayFn1 total = y -> total(f.apply(y));
    var two = jnp.stack(List.of(x, x), 0);
    switch (way) {
      case 1 ->
          outcome(
              call, "in grad", () -> Engines.with(engine, () -> List.of(jax.grad(total).apply(x))));
      case 2 -> {
        var batched =
            outcome(call, "in vmap", () -> Engines.with(engine, () -> jax.vmap(f).apply(two)));
        var examples = wanted.map(all -> all.stream().map(BadCalls::twice).toList());
        if (wanted.isPresent() && batched.isPresent()) {
          compare(call, "in vmap", examples, batched);
        }
      }
      default ->
          outcome(
              call,
              "in jit, vmap and grad",
              () ->
                  Engines.with(
                      engine, () -> List.of(jax.jit(jax.vmap(jax.grad(total))).apply(two))));
    }
  }

  private static int firstFloating(List<Object> arguments) {
    int i = 0;
    while (i < arguments.size()
        && !(arguments.get(i) instanceof Array a && a.dtype().isFloating())) {
      i++;
    }
    return i == arguments.size() ? -1 : i;
  }

  /** One number of all that can be differentiated. */
  private static Array total(List<Array> results) {
    var total = jnp.array(0.);
    for (var r : results) {
      total = r.dtype().isInexact() ? total.plus(jnp.sum(jnp.real(r))) : total;
    }
    return total;
  }

  /** The type of two examples of a type. */
  private static String twice(String type) {
    return type.replaceFirst("\\((.+?),?\\)|\\(\\)", "(2, $1)").replace("(2, )", "(2,)");
  }

  private interface Body {
    List<Array> run();
  }

  /** The types of the results, or nothing where one of our exceptions was thrown. */
  private Optional<List<String>> outcome(Call call, String how, Body body) {
    try {
      var types = body.run().stream().map(a -> a.dtype() + "" + a.shape()).toList();
      values.incrementAndGet();
      return Optional.of(types);
    } catch (BadFunctions.Thrown e) {
      refusals.incrementAndGet();
      return Optional.empty();
    } catch (JacobeanException e) {
      refusals.incrementAndGet();
      if (e.getMessage() == null || e.getMessage().length() < 15) {
        fail(call.callee.toString(), call + " says only " + e.getMessage());
      }
      if (how.equals(REFERENCE) && !documented.tells(call.callee, e)) {
        fail(
            call.callee.name() + e.getClass(),
            call + ": its Javadoc has no @throws for " + e.getClass().getSimpleName() + ": " + e);
      }
      return Optional.empty();
    } catch (Throwable e) {
      var frames = frames(e);
      var place = e.getClass() + " " + (frames.isEmpty() ? call.callee : frames.getFirst());
      fail(place, call + " " + how + ": " + at(e));
      return Optional.empty();
    }
  }

  private static String at(Throwable e) {
    return e + " at " + frames(e);
  }

  private static List<StackTraceElement> frames(Throwable e) {
    return Arrays.stream(e.getStackTrace())
        .filter(f -> f.getClassName().startsWith("jacobean.") && !f.getClassName().contains("fuzz"))
        .limit(4)
        .toList();
  }

  private void compare(
      Call call, String how, Optional<List<String>> wanted, Optional<List<String>> got) {
    if (!wanted.equals(got)) {
      fail(
          call.callee.toString() + how,
          call + " " + how + " gives " + show(got) + ", on the reference " + show(wanted));
    }
  }

  private static String show(Optional<List<String>> outcome) {
    return outcome.map(Object::toString).orElse("an exception");
  }

  private static List<Array> atOnce(Call call) {
    return results(call, call.arguments).toList();
  }

  /** Traced as a function of its arrays; what is not traceable is told by a TracerException. */
  private static List<Array> traced(Call call) {
    var arrays = call.arguments.stream().flatMap(BadCalls::arraysIn).map(Array::value).toList();
    var staged =
        Stage.trace(
            "jit",
            x -> {
              var next = x.stream().map(Array::of).iterator();
              var arguments = call.arguments.stream().map(a -> replaced(a, next)).toList();
              return results(call, arguments).map(Array::value).toList();
            },
            arrays.stream().map(Value::aval).toList());
    return new Jit("f", staged.jaxpr())
        .bind(Stream.concat(staged.captured().stream(), arrays.stream()).toList()).stream()
            .map(Array::of)
            .toList();
  }

  /** What the function gives; of a function that it gives, what that gives. */
  private static Stream<Array> results(Call call, List<Object> arguments) {
    var given = call.callee.invoke(arguments);
    var result =
        given instanceof Fn<?> f
            ? f.call(call.then.subList(0, Math.max(0, f.arity() - call.missing)).toArray())
            : given;
    return arraysIn(result instanceof Record r ? PyTree.flatten(r).leaves() : result);
  }

  private static Stream<Array> arraysIn(Object x) {
    return switch (x) {
      case Array a -> Stream.of(a);
      case Array[] all -> Arrays.stream(all).filter(Objects::nonNull);
      case List<?> all -> all.stream().flatMap(BadCalls::arraysIn);
      case null, default -> Stream.of();
    };
  }

  private static Object replaced(Object x, Iterator<Array> next) {
    return switch (x) {
      case Array _ -> next.next();
      case Array[] all -> Arrays.stream(all).map(a -> replaced(a, next)).toArray(Array[]::new);
      case List<?> all -> all.stream().map(a -> replaced(a, next)).toList();
      case null, default -> x;
    };
  }
}
