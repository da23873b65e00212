package jacobean;

import jacobean.control.Jit;
import jacobean.core.Concrete;
import jacobean.core.Jaxpr;
import jacobean.core.Stage;
import jacobean.core.Stage.Staged;
import jacobean.core.Value;
import jacobean.error.DTypeException;
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
import java.util.function.Function;

/**
 * A function with its traces: one program for each combination of structures, shapes, dtypes and
 * static arguments that it was called with.
 */
final class Jitted {
  private static final String LAMBDA = "<lambda>";

  private final Fn<?> function;
  private final Set<Integer> statics;
  private final ConcurrentHashMap<Signature, Traced> traces = new ConcurrentHashMap<>();

  private Jitted(Fn<?> function, Set<Integer> statics) {
    this.function = function;
    this.statics = statics;
  }

  /** What decides which program a call needs. */
  private record Signature(Structure structure, List<Aval> types, List<Object> statics) {}

  private record Traced(Staged staged, Structure result) {
    /** A program that closed over tracers is good only while these live. */
    boolean isReusable() {
      return staged.captured().stream().allMatch(Concrete.class::isInstance);
    }
  }

  static Jitted of(Fn<?> function, JitOption... options) {
    var statics = new HashSet<Integer>();
    for (var o : options) {
      switch (o) {
        case JitOption.StaticArgnums s -> Arrays.stream(s.argnums()).forEach(i -> statics.add(number(i, function)));
      }
    }
    return new Jitted(function, Set.copyOf(statics));
  }

  private static int number(int argnum, Fn<?> function) {
    int n = argnum < 0 ? argnum + function.arity() : argnum;
    if (n < 0 || n >= function.arity()) {
      throw new DTypeException(
          "jit: staticArgnums names argument " + argnum + " of a function of " + function.arity() + " arguments; they count from 0.");
    }
    return n;
  }

  @SuppressWarnings("unchecked") // R is the function's own result type
  <R> R call(Object... args) {
    var dynamic = new ArrayList<Object>(args.length);
    var constant = new ArrayList<Object>();
    for (int i = 0; i < args.length; i++) {
      (statics.contains(i) ? constant : dynamic).add(args[i]);
    }
    var tree = PyTree.flatten(dynamic);
    var operands = Lifted.values(tree, "jit");
    var signature = new Signature(tree.structure(), operands.stream().map(Value::aval).toList(), constant);
    var traced = traces.get(signature);
    if (traced == null) {
      traced = trace(signature, dynamic.toArray(), constant);
      if (traced.isReusable()) {
        traces.put(signature, traced);
      }
    }
    var inputs = new ArrayList<>(traced.staged.captured());
    inputs.addAll(operands);
    var results = new Jit(LAMBDA, traced.staged.jaxpr()).bind(inputs);
    return (R) Lifted.wrap(traced.result, results);
  }

  private Traced trace(Signature signature, Object[] dynamic, List<Object> constant) {
    var lifted = Lifted.of(withStatics(constant), dynamic);
    var staged = Stage.trace("jit", lifted, signature.types());
    return new Traced(staged, lifted.result());
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

  /** The program of a function for arguments of these types. */
  static Jaxpr trace(Fn<?> function, Object... args) {
    if (args.length != function.arity()) {
      throw new DTypeException(
          "makeJaxpr: the function takes " + function.arity() + " arguments, got " + args.length + ".");
    }
    var lifted = Lifted.of(function::call, args);
    var types = lifted.operands("makeJaxpr").stream().map(Value::aval).toList();
    return Stage.trace("makeJaxpr", lifted, types).jaxpr();
  }
}
