package jacobean;

import jacobean.error.ShapeException;
import jacobean.fn.Arity;
import jacobean.fn.Fn;
import jacobean.op.Shaping;
import jacobean.pytree.PyTree;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A function of arrays of few axes as a function of arrays of more: the first axes broadcast, and
 * the function is mapped over them. {@code jnp.vectorize}.
 *
 * @param arguments the names of the last axes of each argument, those that the function sees
 * @param results the names of the axes of each result; null where the signature does not tell
 */
record Vectorized(Fn<?> function, List<List<String>> arguments, List<List<String>> results) {
  private static final Pattern TUPLE =
      Pattern.compile("\\(\\s*(\\w+\\s*(,\\s*\\w+\\s*)*)?,?\\s*\\)");
  private static final Pattern TUPLES =
      Pattern.compile("\\s*" + TUPLE + "(\\s*,\\s*" + TUPLE + ")*\\s*");

  /** Of scalars. */
  static Vectorized of(Fn<?> function) {
    return new Vectorized(function, Collections.nCopies(function.arity(), List.of()), null);
  }

  /**
   * Of arrays.
   *
   * @param signature as NumPy writes it: {@code (n,m),(m)->(n)}
   */
  static Vectorized of(Fn<?> function, String signature) {
    var sides = signature.split("->", -1);
    if (sides.length != 2
        || !TUPLES.matcher(sides[0]).matches()
        || !TUPLES.matcher(sides[1]).matches()) {
      throw new ShapeException(
          "vectorize: the signature must name the axes of arguments and results, as in (n,m),(m)->(n), got '"
              + signature
              + "'.");
    }
    var arguments = names(sides[0]);
    if (arguments.size() != function.arity()) {
      throw new ShapeException(
          "vectorize: the signature '"
              + signature
              + "' has "
              + arguments.size()
              + " arguments, the function "
              + function.arity()
              + ".");
    }
    return new Vectorized(function, arguments, names(sides[1]));
  }

  private static List<List<String>> names(String side) {
    return TUPLE
        .matcher(side)
        .results()
        .map(
            m ->
                m.group(1) == null
                    ? List.<String>of()
                    : Arrays.stream(m.group(1).split(",")).map(String::strip).toList())
        .toList();
  }

  <R> R call(Object... args) {
    Arity.require("vectorize", function, args);
    var operands = Lifted.values(PyTree.flatten(Arrays.asList(args)), "vectorize");
    var lengths = new HashMap<String, Integer>();
    var loops = new ArrayList<Shape>();
    for (int i = 0; i < operands.size(); i++) {
      var shape = operands.get(i).shape();
      int own = arguments.get(i).size();
      if (shape.rank() < own) {
        throw new ShapeException(
            "vectorize: argument "
                + i
                + " must have at least the axes "
                + arguments.get(i)
                + ", got "
                + operands.get(i).aval()
                + ".");
      }
      loops.add(part(shape, 0, shape.rank() - own));
      agree(
          "argument " + i,
          arguments.get(i),
          part(shape, shape.rank() - own, shape.rank()),
          lengths);
    }
    var loop = Promote.common("vectorize", loops);
    if (loop.rank() == 0) {
      return checked(function.call(args), loop, lengths);
    }
    int size =
        Math.toIntExact(
            Arrays.stream(loop.toArray()).asLongStream().reduce(1, Math::multiplyExact));
    var flat = new Object[args.length];
    for (int i = 0; i < args.length; i++) {
      var x = operands.get(i);
      int rank = loops.get(i).rank();
      var whole = joined(loop, part(x.shape(), rank, x.rank()));
      // What does not run along the loop is not repeated for it.
      flat[i] =
          rank == 0
              ? args[i]
              : Array.of(
                  Shaping.reshape(
                      Shaping.broadcastInDim(
                          x, whole, Axes.range(loop.rank() - rank, whole.rank())),
                      joined(Shape.of(size), part(x.shape(), rank, x.rank()))));
    }
    var axes = loops.stream().map(s -> s.rank() == 0 ? null : 0).toArray();
    var mapped = Vmapped.of("vectorize", function, jax.inAxes(axes)).call(flat);
    var tree = PyTree.flatten(mapped);
    var spread =
        Lifted.values(tree, "vectorize").stream()
            .map(v -> Shaping.reshape(v, joined(loop, v.shape().drop(0))))
            .toList();
    return checked(Lifted.wrap(tree.structure(), spread), loop, lengths);
  }

  @SuppressWarnings("unchecked") // the function's own result type
  private <R> R checked(Object result, Shape loop, Map<String, Integer> lengths) {
    var leaves = PyTree.flatten(result).leaves();
    for (int i = 0; results != null && i < leaves.size(); i++) {
      if (leaves.size() != results.size()) {
        throw new ShapeException(
            "vectorize: the signature has "
                + results.size()
                + " results, the function gave "
                + leaves.size()
                + ".");
      }
      var shape = ((Array) leaves.get(i)).shape();
      agree("result " + i, results.get(i), part(shape, loop.rank(), shape.rank()), lengths);
    }
    return (R) result;
  }

  private static void agree(
      String what, List<String> names, Shape shape, Map<String, Integer> lengths) {
    if (names.size() != shape.rank()) {
      throw new ShapeException(
          "vectorize: " + what + " must have the axes " + names + ", got shape " + shape + ".");
    }
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      var known =
          Character.isDigit(name.charAt(0))
              ? Integer.valueOf(name)
              : lengths.putIfAbsent(name, shape.dim(i));
      if (known != null && known != shape.dim(i)) {
        throw new ShapeException(
            "vectorize: axis "
                + name
                + " of "
                + what
                + " must have length "
                + known
                + ", got "
                + shape.dim(i)
                + ".");
      }
    }
  }

  private static Shape part(Shape shape, int from, int to) {
    return Shape.of(Arrays.copyOfRange(shape.toArray(), from, to));
  }

  private static Shape joined(Shape first, Shape second) {
    var both = Arrays.copyOf(first.toArray(), first.rank() + second.rank());
    System.arraycopy(second.toArray(), 0, both, first.rank(), second.rank());
    return Shape.of(both);
  }
}
