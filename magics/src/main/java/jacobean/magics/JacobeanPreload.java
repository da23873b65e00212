package jacobean.magics;

import jacobean.Array;
import jacobean.jax;
import jacobean.jnp;
import jacobean.kernel.spi.Notation;
import jacobean.kernel.spi.Preload;
import jacobean.lax;
import jacobean.random;
import jacobean.special;
import jacobean.tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every session has of Jacobean without an import. */
public final class JacobeanPreload implements Preload {
  private static final String SEVERAL =
      "several values are a List.of(a, b), or a record of your own; a loop's are lax.step(carry, y)";

  @Override
  public List<String> imports() {
    return List.of(
        "import jacobean.*;",
        "import jacobean.fn.*;",
        "import jacobean.plots.Plot;",
        "import jacobean.pytree.PyTreeNode;",
        "import jacobean.pytree.Static;",
        "import jacobean.type.Complex;",
        "import jacobean.type.DType;",
        "import jacobean.type.Shape;",
        "import static jacobean.jax.*;",
        "import static jacobean.magics.Show.*;");
  }

  @Override
  public Optional<Notation> notation() {
    return Optional.of(
        new Notation(
            Array.class.getName(),
            Map.ofEntries(
                Map.entry("+", "plus"),
                Map.entry("-", "minus"),
                Map.entry("*", "times"),
                Map.entry("/", "div"),
                Map.entry("%", "rem"),
                Map.entry("<", "lt"),
                Map.entry("<=", "le"),
                Map.entry(">", "gt"),
                Map.entry(">=", "ge"),
                Map.entry("==", "eq"),
                Map.entry("!=", "ne"),
                Map.entry("&", "and"),
                Map.entry("|", "or"),
                Map.entry("^", "xor"),
                Map.entry("<<", "shl"),
                Map.entry(">>", "shr")),
            Map.ofEntries(
                Map.entry("+", "jnp.add"),
                Map.entry("-", "jnp.subtract"),
                Map.entry("*", "jnp.multiply"),
                Map.entry("/", "jnp.divide"),
                Map.entry("%", "jnp.remainder"),
                Map.entry("<", "jnp.less"),
                Map.entry("<=", "jnp.lessEqual"),
                Map.entry(">", "jnp.greater"),
                Map.entry(">=", "jnp.greaterEqual"),
                Map.entry("==", "jnp.equal"),
                Map.entry("!=", "jnp.notEqual"),
                Map.entry("&", "jnp.bitwiseAnd"),
                Map.entry("|", "jnp.bitwiseOr"),
                Map.entry("^", "jnp.bitwiseXor"),
                Map.entry("<<", "jnp.leftShift"),
                Map.entry(">>", "jnp.rightShift")),
            Map.of("-", "unaryMinus", "~", "not", "!", "not"),
            "get",
            "toBoolean",
            "jnp.asarray",
            "ArrayFn"));
  }

  @Override
  public Map<String, String> hints() {
    String dtype = "dtypes are names in jnp: jnp.float32, jnp.int32";
    return Map.ofEntries(
        Map.entry("np", "NumPy's functions are in jnp: jnp.arange(3)"),
        Map.entry("numpy", "NumPy's functions are in jnp: jnp.arange(3)"),
        Map.entry("float32", dtype),
        Map.entry("float64", dtype),
        Map.entry("int32", dtype),
        Map.entry("int64", dtype),
        Map.entry("DType", "dtypes are named jnp.float32, jnp.int32"),
        Map.entry("Array", "jnp.array(...) makes one array of numbers, lists and Java arrays"),
        Map.entry(
            "DType as int", "a dtype comes after a Shape: jnp.zeros(Shape.of(2, 3), jnp.int32)"),
        Map.entry("VmapOption", "axes are options: vmap(f, inAxes(0, null), outAxes(1))"),
        Map.entry("JitOption", "static arguments are an option: jit(f, staticArgnums(1))"),
        Map.entry("ndarray", "the type of arrays is Array: x instanceof Array"),
        Map.entry("Shape", "a shape with what follows it is written Shape.of(2, 3)"),
        Map.entry("aux", "a value with more beside it is withAux(value, more)"),
        Map.entry("config", "switches are methods, such as debugNans(true)"),
        Map.entry("Pair", SEVERAL),
        Map.entry("pair", SEVERAL),
        Map.entry("Tuple", SEVERAL),
        Map.entry("tuple", SEVERAL),
        Map.entry("dict", "values with names are a record of your own, or a Map.of(name, value)"),
        Map.entry("keepdims", "an axis is kept by jnp.sum(x, axis, true)"),
        Map.entry("slice", "slices are text: x.get(i + \":\" + j), or lax.dynamicSlice"));
  }

  @Override
  public List<Class<?>> homes() {
    return List.of(
        jnp.class,
        jax.nn.class,
        random.class,
        lax.class,
        tree.class,
        jnp.linalg.class,
        jnp.fft.class,
        special.class,
        jax.debug.class);
  }

  /** The first array starts the engine and loads what most cells use. */
  @Override
  public void warmUp() {
    jnp.array(1., 2., 3.).times(2).plus(1).sum().toString();
  }
}
