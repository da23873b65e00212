package jacobean.magics;

import jacobean.Array;
import jacobean.core.Concrete;
import jacobean.kernel.spi.Magic;
import jacobean.kernel.spi.MagicCall;
import jacobean.kernel.spi.MagicException;
import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.SessionView.Variable;
import jacobean.pytree.PyTree;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code %keys}: the session's random keys, and what each was made from where that can be found
 * out. A key is a {@code uint32[2]} array, or a row of a {@code uint32[..., 2]} one, in a variable
 * or in a pytree that a variable holds.
 */
public final class KeysMagic implements Magic {
  /** Larger pytrees are not looked through. */
  private static final int LEAVES = 1000;

  /** Of so many keys in one array, each is shown. */
  private static final int ROWS = 3;

  @Override
  public String name() {
    return "keys";
  }

  @Override
  public String summary() {
    return "lists the random keys in the session's variables, and what they were made from";
  }

  @Override
  public MimeBundle run(MagicCall call) {
    if (!call.arguments().isEmpty()) {
      throw new MagicException("%keys takes no arguments, but got '" + call.line() + "'");
    }
    List<Found> found = call.session().variables().stream().flatMap(v -> keys(v).stream()).toList();
    if (found.isEmpty()) {
      return MimeBundle.text("no keys; make one with random.PRNGKey(seed)");
    }
    var lineage = KeyLineage.of(found.stream().flatMap(f -> f.named().stream()).toList());
    List<List<String>> rows = new ArrayList<>();
    for (Found f : found) {
      rows.add(
          List.of(
              f.path,
              "In [" + f.cell + "]",
              f.array.aval().toString(),
              listed(f, key -> "%08x %08x".formatted((int) (key.bits() >>> 32), (int) key.bits())),
              listed(f, lineage::origin)));
    }
    return new Table(
            List.of("variable", "cell", "type", "key", "made by"),
            rows,
            "split(k)[i] and foldIn(k, i) give the same key. Use each key once.")
        .bundle();
  }

  /** An array of keys in a variable. */
  private record Found(String path, int cell, Array array, List<KeyLineage.Key> named) {}

  private static String listed(
      Found found, java.util.function.Function<KeyLineage.Key, String> text) {
    String shown = found.named.stream().limit(ROWS).map(text).collect(Collectors.joining(", "));
    int more = found.named.size() - ROWS;
    return more > 0 ? shown + ", … " + more + " more" : shown;
  }

  private static List<Found> keys(Variable variable) {
    List<Found> found = new ArrayList<>();
    if (variable.value() == null) {
      return found;
    }
    PyTree tree;
    try {
      tree = PyTree.flatten(variable.value());
    } catch (RuntimeException notATree) {
      return found;
    }
    List<String> paths = tree.structure().paths();
    for (int i = 0; i < Math.min(LEAVES, tree.leaves().size()); i++) {
      if (tree.leaves().get(i) instanceof Array array && isKeys(array)) {
        String path = variable.name() + paths.get(i);
        found.add(new Found(path, variable.cell(), array, named(path, array)));
      }
    }
    return found;
  }

  private static boolean isKeys(Array array) {
    return !array.isDeleted()
        && array.value() instanceof Concrete
        && array.dtype() == DType.UINT32
        && array.ndim() >= 1
        && array.shape().dim(-1) == 2
        && array.size() > 0;
  }

  private static List<KeyLineage.Key> named(String path, Array array) {
    long[] words = array.toLongs();
    List<KeyLineage.Key> keys = new ArrayList<>();
    for (int i = 0; i < words.length / 2; i++) {
      String name = array.ndim() == 1 ? path : path + "[" + i + "]";
      keys.add(new KeyLineage.Key(name, words[2 * i] << 32 | words[2 * i + 1]));
    }
    return keys;
  }
}
