package jacobean;

import jacobean.control.Scan;
import jacobean.control.While;
import jacobean.core.Concrete;
import jacobean.core.Jaxpr;
import jacobean.core.Stage;
import jacobean.core.Stage.Staged;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.error.TreeException;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.Conversion;
import jacobean.pytree.PyTree;
import jacobean.pytree.Structure;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Promotion;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Traces the functions that loops are made of, over pytrees. {@link LaxControl} is what users see.
 */
final class Loops {
  private Loops() {}

  /** How a scan goes. */
  record Way(Integer length, boolean reverse, int unroll) {
    static Way of(ScanOption... options) {
      var way = new Way(null, false, 1);
      for (var o : options) {
        way =
            switch (o) {
              case ScanOption.Length l -> new Way(l.steps(), way.reverse, way.unroll);
              case ScanOption.Reverse _ -> new Way(way.length, true, way.unroll);
              case ScanOption.Unroll u -> new Way(way.length, way.reverse, u.steps());
            };
      }
      return way;
    }

    static Way steps(int n) {
      return new Way(n, false, 1);
    }
  }

  /**
   * A carry and the types that a loop gives it: initial values, made strong where the body needs
   * it.
   */
  private record Carry(
      String operation, Structure structure, List<String> paths, List<Value> values) {
    static Carry of(String operation, Object init) {
      var tree = PyTree.flatten(init);
      return new Carry(
          operation,
          tree.structure(),
          tree.structure().paths(),
          Lifted.values(tree, operation + ": init"));
    }

    Carry withPaths(String prefix) {
      // The carry of a counting loop is a list of counters and the user's own carry.
      var own =
          paths.stream().map(p -> p.startsWith(prefix) ? p.substring(prefix.length()) : p).toList();
      return new Carry(operation, structure, own, values);
    }

    List<Aval> types() {
      return values.stream().map(Value::aval).toList();
    }

    /**
     * This carry if the body gives one of its types; else one that is worth another trace: what
     * came from Java numbers takes the body's dtype.
     *
     * @throws ShapeException naming the leaf, if the body gives another type
     */
    Carry after(Structure given, List<Aval> out) {
      if (!given.equals(structure)) {
        throw new TreeException(
            operation
                + ": the body must give a carry of the structure that it gets, "
                + structure
                + ", but gives "
                + given
                + ".");
      }
      var next = new ArrayList<Value>();
      for (int i = 0; i < values.size(); i++) {
        next.add(after(values.get(i), out.get(i), paths.get(i)));
      }
      return new Carry(operation, structure, paths, next);
    }

    private Value after(Value in, Aval out, String path) {
      var type = in.aval();
      if (type.shape().equals(out.shape()) && type.dtype() == out.dtype()) {
        return in;
      }
      if (type.weak() && type.shape().equals(out.shape())) {
        var joined = Promotion.join(List.of(type, out));
        if (joined.dtype() != type.dtype()) {
          return Conversion.convert(in, joined.dtype(), joined.weak());
        }
      }
      var message =
          operation
              + ": the carry"
              + path
              + " goes into the body as "
              + type
              + " and comes out as "
              + out
              + ", so the "
              + (type.shape().equals(out.shape()) ? "dtypes" : "shapes")
              + " do not match. A loop's carry keeps its type: change the body, or the initial"
              + " carry, for example with "
              + (type.shape().equals(out.shape()) ? "astype." : "jnp.broadcastTo.");
      throw type.shape().equals(out.shape())
          ? new DTypeException(message)
          : new ShapeException(message);
    }

    @SuppressWarnings("unchecked") // the structure was C's
    <C> C wrap(List<Value> results) {
      return (C) Lifted.wrap(structure, results);
    }
  }

  // --- scan ---

  /**
   * A scan.
   *
   * @param body from the carry and the elements to a list of the next carry and the result
   */
  static <C, Y> Scanned<C, Y> scan(
      String operation, Function<Object[], List<?>> body, C init, Object xs, Way way) {
    return scan(Carry.of(operation, init), body, init, xs, way);
  }

  private static <C, Y> Scanned<C, Y> scan(
      Carry first, Function<Object[], List<?>> body, C init, Object xs, Way way) {
    var operation = first.operation;
    var arrays = PyTree.flatten(xs);
    var elements = Lifted.values(arrays, operation + ": xs");
    int length = length(operation, arrays, elements, way.length);
    if (way.unroll < 1) {
      throw new ShapeException(operation + ": unroll must be at least 1, got " + way.unroll + ".");
    }
    if (Unstaged.isInForce() && length > 0) {
      return Unstaged.scan(operation, body, init, arrays, length, way.reverse);
    }
    var elementTypes = elements.stream().map(v -> v.aval().withShape(v.shape().drop(0))).toList();

    var carry = first;
    Staged staged;
    Structure results;
    while (true) {
      var lifted = Lifted.of(body, init, xs);
      staged = Stage.trace(operation, lifted, join(carry.types(), elementTypes));
      var out = ((Structure.Sequence) lifted.result()).children();
      results = out.get(1);
      var types = staged.jaxpr().outputTypes();
      var next =
          carry.after(out.get(0), types.subList(0, Math.min(carry.values.size(), types.size())));
      if (next.values.equals(carry.values)) {
        break;
      }
      carry = next;
    }
    var operands = join(staged.captured(), join(carry.values, elements));
    var scan =
        new Scan(
            open(staged.jaxpr()),
            length,
            carry.values.size(),
            staged.captured().size(),
            way.reverse,
            way.unroll);
    var values = scan.bind(operands);
    int n = carry.values.size();
    return new Scanned<>(
        carry.wrap(values.subList(0, n)), Lifted.wrap(results, values.subList(n, values.size())));
  }

  private static int length(String operation, PyTree arrays, List<Value> elements, Integer asked) {
    Integer length = asked;
    for (int i = 0; i < elements.size(); i++) {
      var path = arrays.structure().paths().get(i);
      if (elements.get(i).rank() == 0) {
        throw new ShapeException(
            operation
                + ": xs"
                + path
                + " is a scalar, "
                + elements.get(i).aval()
                + ", which has no first axis to go along. Close over what is the same in every"
                + " step.");
      }
      int n = elements.get(i).shape().dim(0);
      if (length != null && length != n) {
        throw new ShapeException(
            operation
                + ": xs"
                + path
                + " is "
                + elements.get(i).aval()
                + ", with a first axis of length "
                + n
                + ", but "
                + (asked != null ? "length is " + asked : "others have length " + length)
                + ". All must have one length.");
      }
      length = n;
    }
    if (length == null) {
      throw new ShapeException(
          operation + ": there are no xs to go along and no length; give lax.length(n).");
    }
    if (length < 0) {
      throw new ShapeException(operation + ": length must not be negative, got " + length + ".");
    }
    return length;
  }

  /** What the program closed over comes in as its first inputs. */
  private static Jaxpr open(Jaxpr jaxpr) {
    return new Jaxpr(0, jaxpr.inputs(), jaxpr.equations(), jaxpr.outputs());
  }

  private static <T> List<T> join(List<? extends T> a, List<? extends T> b) {
    return Stream.concat(a.stream(), b.stream()).<T>map(x -> x).toList();
  }

  // --- while ---

  /** A while loop. */
  static <C> C whileLoop(Function<Object[], ?> cond, Function<Object[], ?> body, C init) {
    return whileLoop(Carry.of("whileLoop", init), cond, body, init);
  }

  private static <C> C whileLoop(
      Carry first, Function<Object[], ?> cond, Function<Object[], ?> body, C init) {
    if (Unstaged.isInForce()) {
      Array goesOn = Unstaged.call(first.operation, cond, init);
      var known = Unstaged.number(goesOn.value());
      if (known.isPresent()) {
        return Unstaged.whileLoop(first.operation, goesOn.toBoolean(), cond, body, init);
      }
    }
    var carry = first;
    Staged step;
    while (true) {
      var lifted = Lifted.of(body, init);
      step = Stage.trace(first.operation, lifted, carry.types());
      var next = carry.after(lifted.result(), step.jaxpr().outputTypes());
      if (next.values.equals(carry.values)) {
        break;
      }
      carry = next;
    }
    var test = Stage.trace(first.operation, Lifted.of(cond, init), carry.types());
    var types = test.jaxpr().outputTypes();
    if (types.size() != 1
        || types.getFirst().rank() != 0
        || types.getFirst().dtype() != DType.BOOL) {
      throw new DTypeException(
          first.operation
              + ": the condition must give one bool scalar, got "
              + types
              + ". Compare, or combine an array's elements with jnp.all or jnp.any.");
    }
    var loop =
        new While(
            open(step.jaxpr()), step.captured().size(), open(test.jaxpr()), test.captured().size());
    return carry.wrap(loop.bind(join(test.captured(), join(step.captured(), carry.values))));
  }

  // --- counting ---

  /**
   * Counts from lower below upper. Where both are known it is a scan, which has a derivative
   * backward.
   *
   * @param body from the counter and the carry to the next carry
   */
  static <C> C foriLoop(Value lower, Value upper, Function<Object[], ?> body, C init) {
    var type = counter(lower, upper);
    var from = Conversion.convert(lower, type);
    var to = Conversion.convert(upper, type);
    if (from instanceof Concrete a && to instanceof Concrete b) {
      long n = Math.max(0, b.host().integer(0) - a.host().integer(0));
      var carry = Arrays.asList(Array.of(from), init);
      Scanned<List<?>, Object> out =
          scan(
              Carry.of("foriLoop", carry).withPaths("[1]"),
              args -> {
                var c = (List<?>) args[0];
                var next = increment((Array) c.get(0));
                return Arrays.asList(Arrays.asList(next, body.apply(c.toArray())), null);
              },
              carry,
              null,
              Way.steps(Math.toIntExact(n)));
      return second(out.carry());
    }
    var carry = Arrays.asList(Array.of(from), Array.of(to), init);
    List<?> out =
        whileLoop(
            Carry.of("foriLoop", carry).withPaths("[2]"),
            args -> {
              var c = (List<?>) args[0];
              return Array.of(
                  Comparison.lt(((Array) c.get(0)).value(), ((Array) c.get(1)).value()));
            },
            args -> {
              var c = (List<?>) args[0];
              var next = increment((Array) c.get(0));
              return Arrays.asList(next, c.get(1), body.apply(new Object[] {c.get(0), c.get(2)}));
            },
            carry);
    return second(out.subList(1, 3));
  }

  @SuppressWarnings("unchecked") // the structure was C's
  private static <C> C second(List<?> pair) {
    return (C) pair.get(1);
  }

  private static Array increment(Array i) {
    return Array.of(Arithmetic.add(i.value(), Arithmetic.constant(i.value().dtype(), 1)));
  }

  private static DType counter(Value lower, Value upper) {
    for (var bound : List.of(lower, upper)) {
      if (bound.rank() != 0 || bound.dtype().isFloating() || bound.dtype() == DType.BOOL) {
        throw new DTypeException(
            "foriLoop: bounds must be integer scalars, got " + bound.aval() + ".");
      }
    }
    return Promotion.join(
            List.of(lower.aval(), upper.aval()).stream()
                .map(a -> a.withShape(Shape.SCALAR))
                .toList())
        .dtype();
  }
}
