package jacobean;

import jacobean.core.Concrete;
import jacobean.core.Executable;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.error.TracerException;
import jacobean.error.TreeException;
import jacobean.pytree.PyTree;
import jacobean.pytree.Structure;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A compiled program. It never traces again: arguments must have the structure, shapes and dtypes
 * that it was compiled for. {@code Compiled}.
 *
 * {@snippet :
 * var compiled = jit(x -> x.times(2)).lower(jnp.ones(3)).compile();
 * compiled.call(jnp.array(1., 2., 3.)) // => [2. 4. 6.]
 * compiled.call(jnp.ones(4)) // throws ShapeException
 * compiled.asText().isEmpty() || compiled.stages().isEmpty() // => false
 * }
 */
public final class Compiled<R> {
  private final Executable code;
  private final List<Value> captured;
  private final Structure arguments;
  private final List<Aval> types;
  private final Structure result;

  Compiled(
      Executable code,
      List<Value> captured,
      Structure arguments,
      List<Aval> types,
      Structure result) {
    this.code = code;
    this.captured = captured;
    this.arguments = arguments;
    this.types = types;
    this.result = result;
  }

  /**
   * Runs it; static arguments are left out.
   *
   * @throws TreeException if the arguments are of another structure
   * @throws ShapeException if one has another shape
   * @throws DTypeException if one has another dtype
   * @throws TracerException if one is being traced: only numbers can be passed to machine code
   */
  public R call(Object... args) {
    var tree = PyTree.flatten(Arrays.asList(args));
    if (!tree.structure().equals(arguments)) {
      throw new TreeException(
          "Compiled.call: the arguments must have the structure that was compiled for, "
              + arguments
              + ", got "
              + tree.structure()
              + ". Static arguments are left out.");
    }
    var operands = new ArrayList<Concrete>();
    captured.forEach(v -> operands.add(number(v)));
    var values = Lifted.values(tree, "Compiled.call");
    for (int i = 0; i < values.size(); i++) {
      operands.add(number(checked(values.get(i), types.get(i), arguments.paths().get(i))));
    }
    return Lifted.wrap(result, List.<Value>copyOf(code.call(operands)));
  }

  private static Value checked(Value value, Aval wanted, String path) {
    var got = value.aval();
    if (!got.shape().equals(wanted.shape())) {
      throw new ShapeException(
          "Compiled.call: argument "
              + path
              + " must be "
              + wanted
              + ", for which it was compiled, got "
              + got
              + ". Call the function that jit gave, which traces again.");
    }
    if (got.dtype() != wanted.dtype()) {
      throw new DTypeException(
          "Compiled.call: argument "
              + path
              + " must be "
              + wanted
              + ", for which it was compiled, got "
              + got
              + ". Convert it with astype, or call the function that jit gave.");
    }
    return value;
  }

  private static Concrete number(Value v) {
    if (v instanceof Concrete c) {
      return c;
    }
    throw new TracerException(
        "Compiled.call: a compiled program takes numbers, got a value that is being traced: "
            + v
            + ". Inside jit, grad or vmap call the function that jit gave.");
  }

  /** What the program became at each stage of compilation, by the stage's name, in order. */
  public Map<String, String> stages() {
    return code.stages();
  }

  /** The text of all stages. {@code as_text}. */
  public String asText() {
    return stages().entrySet().stream()
        .map(e -> "--- " + e.getKey() + " ---\n" + e.getValue().stripTrailing() + "\n")
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return asText();
  }
}
