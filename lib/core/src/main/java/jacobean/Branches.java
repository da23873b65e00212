package jacobean;

import jacobean.control.Cond;
import jacobean.core.Jaxpr;
import jacobean.core.Jaxpr.Var;
import jacobean.core.Stage;
import jacobean.core.Stage.Staged;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.error.TreeException;
import jacobean.fn.Fn;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.Conversion;
import jacobean.op.Magnitudes;
import jacobean.pytree.Structure;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** Traces functions of which one will run. {@link LaxControl} is what users see. */
final class Branches {
  private final String operation;
  private final List<? extends Fn<?>> functions;

  private Branches(String operation, List<? extends Fn<?>> functions) {
    this.operation = operation;
    this.functions = functions;
  }

  /** The first function where the predicate is true, else the second. */
  static <R> R cond(Array predicate, Fn<R> ifTrue, Fn<R> ifFalse, Object... operands) {
    var p = predicate.value();
    if (p.rank() != 0) {
      throw new ShapeException(
          "cond: the predicate must be a scalar, got "
              + p.aval()
              + ". Combine its elements with jnp.all or jnp.any, or choose elements with"
              + " jnp.where.");
    }
    var bool = p.dtype() == DType.BOOL ? p : Comparison.ne(p, Arithmetic.constant(p.dtype(), 0));
    return new Branches("cond", List.of(ifFalse, ifTrue))
        .bind(Conversion.convert(bool, DType.INT32), operands);
  }

  /** The function of this number, or the nearest that there is. */
  static <R> R choose(Array index, List<? extends Fn<R>> functions, Object... operands) {
    var i = index.value();
    if (i.rank() != 0 || i.dtype().isFloating() || i.dtype() == DType.BOOL) {
      throw new DTypeException(
          "switch: the index must be an integer scalar, got " + i.aval() + ".");
    }
    if (functions.isEmpty()) {
      throw new ShapeException("switch: wanted at least one branch, got none.");
    }
    var number = Conversion.convert(i, DType.INT32);
    if (functions.size() == 1) {
      return functions.getFirst().call(operands);
    }
    var zero = Arithmetic.constant(DType.INT32, 0);
    var last = Arithmetic.constant(DType.INT32, functions.size() - 1);
    return new Branches("switch", functions)
        .bind(Magnitudes.min(Magnitudes.max(number, zero), last), operands);
  }

  private <R> R bind(Value number, Object... operands) {
    var known = Unstaged.number(number);
    if (known.isPresent()) {
      return Unstaged.call(operation, functions.get((int) known.get().integer(0))::call, operands);
    }
    var values = Lifted.of(_ -> null, operands).operands(operation);
    var types = values.stream().map(Value::aval).toList();
    var staged = new ArrayList<Staged>();
    Structure result = null;
    for (var f : functions) {
      var lifted = Lifted.of(f::call, operands);
      staged.add(Stage.trace(operation, lifted, types));
      if (result == null) {
        result = lifted.result();
      }
      check(result, lifted.result(), staged);
    }
    // What any branch closed over is an operand of all.
    var captured = Collections.newSetFromMap(new IdentityHashMap<Value, Boolean>());
    var shared = new ArrayList<Value>();
    staged.stream().flatMap(s -> s.captured().stream()).filter(captured::add).forEach(shared::add);
    var programs = staged.stream().map(s -> open(s, shared)).toList();
    var inputs = new ArrayList<Value>();
    inputs.add(number);
    inputs.addAll(shared);
    inputs.addAll(values);
    return Lifted.wrap(result, new Cond(programs).bind(inputs));
  }

  private static Jaxpr open(Staged staged, List<Value> shared) {
    var jaxpr = staged.jaxpr();
    var inputs = new ArrayList<Var>();
    for (var value : shared) {
      int at =
          IntStream.range(0, staged.captured().size())
              .filter(i -> staged.captured().get(i) == value)
              .findFirst()
              .orElse(-1);
      inputs.add(at >= 0 ? jaxpr.inputs().get(at) : new Var(value.aval()));
    }
    inputs.addAll(jaxpr.inputs().subList(jaxpr.constants(), jaxpr.inputs().size()));
    return new Jaxpr(0, inputs, jaxpr.equations(), jaxpr.outputs());
  }

  /** All branches give what the first gives. */
  private void check(Structure wanted, Structure given, List<Staged> staged) {
    var name = branch(staged.size() - 1);
    if (!given.equals(wanted)) {
      throw new TreeException(
          operation
              + ": all branches must give one structure, but "
              + branch(0)
              + " gives "
              + wanted
              + " and "
              + name
              + " gives "
              + given
              + ".");
    }
    var first = staged.getFirst().jaxpr().outputTypes();
    var last = staged.getLast().jaxpr().outputTypes();
    for (int i = 0; i < first.size(); i++) {
      check(first.get(i), last.get(i), wanted.paths().get(i), name);
    }
  }

  private void check(Aval a, Aval b, String path, String name) {
    if (a.shape().equals(b.shape()) && a.dtype() == b.dtype()) {
      return;
    }
    boolean shapes = !a.shape().equals(b.shape());
    var message =
        operation
            + ": all branches must give one type, but the result"
            + path
            + " of "
            + branch(0)
            + " is "
            + a
            + " and that of "
            + name
            + " is "
            + b
            + ", so the "
            + (shapes ? "shapes" : "dtypes")
            + " do not match.";
    throw shapes ? new ShapeException(message) : new DTypeException(message);
  }

  private String branch(int number) {
    return operation.equals("switch") ? "branch " + number : number == 0 ? "falseFun" : "trueFun";
  }
}
