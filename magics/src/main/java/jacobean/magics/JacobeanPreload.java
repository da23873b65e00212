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
import jacobean.type.Complex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What every session has of Jacobean without an import. */
public final class JacobeanPreload implements Preload {
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
            "ArrayFn",
            // the keys of random.split, for vmap
            Set.of(Complex.class.getName(), "java.util.List<jacobean.Array>")));
  }

  @Override
  public Map<String, String> hints() {
    return LibraryHints.ALL;
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
