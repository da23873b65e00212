package jacobean;

import jacobean.Retraces.Signature;
import jacobean.control.Jit;
import jacobean.core.AxisNames;
import jacobean.core.Concrete;
import jacobean.core.Engine;
import jacobean.core.Jaxpr;
import jacobean.core.Origin;
import jacobean.core.Primitive;
import jacobean.core.Stage;
import jacobean.core.Stage.Staged;
import jacobean.core.Trace;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.fn.Arity;
import jacobean.fn.Fn;
import jacobean.pytree.PyTree;
import jacobean.pytree.Structure;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A function with its traces: one program for each combination of structures, shapes, dtypes and
 * static arguments that it was called with.
 */
final class Jitted {
  private static final String LAMBDA = "<lambda>";

  private final Fn<?> function;
  private final Set<Integer> statics;
  private final Set<Integer> donated;
  private final Calling calling;
  private final ConcurrentHashMap<Signature, Traced> traces = new ConcurrentHashMap<>();
  private final List<String> retraces = new CopyOnWriteArrayList<>();
  private volatile boolean wasTraced;
  private volatile long cleared = Retraces.cleared();

  private Jitted(Fn<?> function, Set<Integer> statics, Set<Integer> donated, Calling calling) {
    this.function = function;
    this.calling = calling;
    this.statics = statics;
    this.donated = donated;
  }

  private record Traced(Staged staged, Structure result, Primitive call) {
    /** A program that closed over tracers is good only while these live. */
    boolean isReusable() {
      return staged.captured().stream().allMatch(Concrete.class::isInstance);
    }
  }

  /** How a traced program is called. */
  interface Calling {
    Calling JIT = (jaxpr, captured, arguments, result) -> new Jit(LAMBDA, jaxpr);

    /**
     * @param captured how many of the program's inputs the function closed over
     * @param arguments the structure of the list of arguments
     */
    Primitive call(Jaxpr jaxpr, int captured, Structure arguments, Structure result);
  }

  /** A function traced as for {@code jit}, but called in another way. */
  static Jitted calledBy(Calling calling, Fn<?> function) {
    return new Jitted(function, Set.of(), Set.of(), calling);
  }

  static Jitted of(Fn<?> function, JitOption... options) {
    var statics = new HashSet<Integer>();
    var donated = new HashSet<Integer>();
    for (var o : options) {
      switch (o) {
        case JitOption.StaticArgnums s ->
            Arrays.stream(s.argnums())
                .forEach(i -> statics.add(number("staticArgnums", i, function)));
        case JitOption.DonateArgnums d ->
            Arrays.stream(d.argnums())
                .forEach(i -> donated.add(number("donateArgnums", i, function)));
      }
    }
    return new Jitted(function, Set.copyOf(statics), Set.copyOf(donated), Calling.JIT);
  }

  private static int number(String option, int argnum, Fn<?> function) {
    int n = argnum < 0 ? argnum + function.arity() : argnum;
    if (n < 0 || n >= function.arity()) {
      throw new DTypeException(
          "jit: "
              + option
              + " names argument "
              + argnum
              + " of a function of "
              + function.arity()
              + " arguments; they count from 0.");
    }
    return n;
  }

  int arity() {
    return function.arity();
  }

  int cacheSize() {
    return traces.size();
  }

  void clearCache() {
    traces.clear();
  }

  List<String> retraces() {
    return List.copyOf(retraces);
  }

  <R> R call(Object... args) {
    Arity.require("jit", function, args);
    var split = split(args);
    if (calling == Calling.JIT && Unstaged.isInForce()) {
      return Unstaged.call("jit", withStatics(split.constant), split.dynamicArguments());
    }
    var operands = Lifted.values(split.dynamic, "jit");
    var traced = traced(split, Value.avals(operands));
    var inputs = new ArrayList<>(traced.staged.captured());
    inputs.addAll(operands);
    var results = traced.call.bind(inputs);
    if (!donated.isEmpty() && Trace.isEvaluating()) {
      donate(args);
    }
    return Lifted.wrap(traced.result, results);
  }

  /** Gives up the arrays that the caller promised not to use again. */
  private void donate(Object[] args) {
    var here = Origin.here();
    for (int argnum : donated) {
      for (var leaf :
          statics.contains(argnum) ? List.of() : PyTree.flatten(args[argnum]).leaves()) {
        // The same array may be given twice.
        if (leaf instanceof Array a && !a.isDeleted()) {
          a.delete(
              "it was donated, as argument "
                  + argnum
                  + " of a function compiled with donateArgnums, at "
                  + here
                  + ". Use what that function gave, pass jnp.copy(x), or do not donate");
        }
      }
    }
  }

  <R> Lowered<R> lower(Object... args) {
    Arity.require("lower", function, args);
    var split = split(args);
    var types = Lifted.types(split.dynamic, "lower");
    var traced = traced(split, types);
    return new Lowered<>(traced.staged, split.dynamic.structure(), types, traced.result);
  }

  private record Split(PyTree dynamic, List<Object> constant) {
    Object[] dynamicArguments() {
      return ((List<?>) dynamic.unflatten(dynamic.leaves())).toArray();
    }
  }

  private Split split(Object[] args) {
    if (statics.isEmpty()) {
      return new Split(PyTree.flatten(Arrays.asList(args)), List.of());
    }
    var dynamic = new ArrayList<Object>(args.length);
    var constant = new ArrayList<Object>();
    for (int i = 0; i < args.length; i++) {
      (statics.contains(i) ? constant : dynamic).add(args[i]);
    }
    return new Split(PyTree.flatten(dynamic), constant);
  }

  private Traced traced(Split split, List<Aval> types) {
    if (cleared != Retraces.cleared()) {
      cleared = Retraces.cleared();
      traces.clear();
    }
    var signature =
        new Signature(split.dynamic.structure(), types, split.constant, AxisNames.all());
    var found = traces.get(signature);
    if (found != null) {
      return found;
    }
    if (wasTraced && calling == Calling.JIT) {
      retraces.add(Retraces.report(signature, traces.keySet(), Origin.here()));
    }
    wasTraced = true;
    if (calling == Calling.JIT) {
      Retraces.tracing(signature, Origin.here());
    }
    var traced = trace(signature, split.dynamicArguments(), split.constant);
    if (traced.isReusable()) {
      traces.put(signature, traced);
    }
    return traced;
  }

  private Traced trace(Signature signature, Object[] dynamic, List<Object> constant) {
    var lifted = Lifted.of(withStatics(constant), dynamic);
    var traced = Stage.trace("jit", lifted, signature.types());
    var staged = new Staged(Engine.current().programs().sharing(traced.jaxpr()), traced.captured());
    var call =
        calling.call(
            staged.jaxpr(), staged.captured().size(), signature.structure(), lifted.result());
    return new Traced(staged, lifted.result(), call);
  }

  /** The function of the arguments that are not static. */
  private Function<Object[], Object> withStatics(List<Object> constant) {
    return args -> {
      var all = new Object[function.arity()];
      var c = constant.iterator();
      var d = Arrays.asList(args).iterator();
      for (int i = 0; i < all.length; i++) {
        all[i] = statics.contains(i) ? c.next() : d.next();
      }
      return function.call(all);
    };
  }

  /** The types of a function's results for arguments of these types. */
  static Object evalShape(Fn<?> function, Object... args) {
    Arity.require("evalShape", function, args);
    var lifted = Lifted.of(function::call, args);
    var staged = Stage.trace("evalShape", lifted, lifted.types("evalShape"));
    return Shapes.of(lifted.result(), staged.jaxpr().outputTypes());
  }

  /** The program of a function for arguments of these types. */
  static Jaxpr trace(Fn<?> function, Object... args) {
    Arity.require("makeJaxpr", function, args);
    var lifted = Lifted.of(function::call, args);
    var types = lifted.types("makeJaxpr");
    return Stage.trace("makeJaxpr", lifted, types).jaxpr();
  }
}
