package jacobean;

import jacobean.core.Value;
import jacobean.error.TracerException;
import jacobean.pytree.PyTree;
import jacobean.pytree.Structure;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A function of pytrees as a function of lists of values, which is what transformations work on.
 * Remembers the structure of the result when it is called.
 */
final class Lifted implements Function<List<Value>, List<Value>> {
  private static final Pattern NUMBER =
      Pattern.compile(
          "^class jacobean\\.Array cannot be cast to class java\\.lang\\.(Boolean|Byte|Character|Double|Float|Integer|Long|Number|Short)\\b");

  private final Function<Object[], ?> function;
  private final PyTree arguments;
  private Structure result;

  /**
   * @param arguments the tree of all arguments, a list
   */
  private Lifted(Function<Object[], ?> function, PyTree arguments) {
    this.function = function;
    this.arguments = arguments;
  }

  static Lifted of(Function<Object[], ?> function, Object... args) {
    return new Lifted(function, PyTree.flatten(Arrays.asList(args)));
  }

  /** The types of the arguments' leaves. */
  List<Aval> types(String operation) {
    return types(arguments, operation);
  }

  static List<Aval> types(PyTree tree, String operation) {
    var types = new ArrayList<Aval>(tree.leaves().size());
    for (int i = 0; i < tree.leaves().size(); i++) {
      types.add(
          tree.leaves().get(i) instanceof ShapeDtypeStruct s
              ? s.aval()
              : value(tree, i, operation).aval());
    }
    return types;
  }

  /** The arguments' leaves as values. */
  List<Value> operands(String operation) {
    return values(arguments, operation);
  }

  static List<Value> values(PyTree tree, String operation) {
    var values = new ArrayList<Value>(tree.leaves().size());
    for (int i = 0; i < tree.leaves().size(); i++) {
      values.add(value(tree, i, operation));
    }
    return values;
  }

  private static Value value(PyTree tree, int i, String operation) {
    var leaf = tree.leaves().get(i);
    return leaf instanceof Array a
        ? a.value()
        : Leaves.value(leaf, Leaves.where(operation, tree.structure().paths().get(i)));
  }

  @Override
  public List<Value> apply(List<Value> operands) {
    var args = (List<?>) arguments.unflatten(arrays(operands));
    var out = PyTree.flatten(called(args.toArray()));
    result = out.structure();
    return values(out, "result of the traced function");
  }

  /**
   * A function that declares a number where a transformation passes an array is told how to mend
   * that.
   */
  private Object called(Object[] args) {
    try {
      return function.apply(args);
    } catch (ClassCastException e) {
      var number = NUMBER.matcher(String.valueOf(e.getMessage()));
      if (!number.find()) {
        throw e;
      }
      throw new TracerException(
          "a transformed function gets an Array for every number among its arguments, but here one"
              + " is declared as "
              + number.group(1)
              + ". Declare it as Array, or make the argument static: jit(f, staticArgnums(i)).");
    }
  }

  /** The structure of the list of arguments. */
  Structure arguments() {
    return arguments.structure();
  }

  /** The structure of the result of the last call. */
  Structure result() {
    return result;
  }

  /** Values in a structure, as arrays. */
  @SuppressWarnings("unchecked") // the structure says what it holds
  static <R> R wrap(Structure structure, List<Value> values) {
    return (R) PyTree.build(structure, arrays(values));
  }

  private static List<Array> arrays(List<Value> values) {
    var arrays = new ArrayList<Array>(values.size());
    for (var v : values) {
      arrays.add(Array.of(v));
    }
    return arrays;
  }
}
