package jacobean;

import jacobean.debugging.DebugCallback;
import jacobean.debugging.KeyReuse;
import jacobean.debugging.Template;
import jacobean.error.IndexException;
import jacobean.pytree.PyTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What {@link jax.debug} has. */
class DebugFunctions {
  DebugFunctions() {}

  /**
   * Prints when the program runs, also inside {@code jit}, where {@code System.out.println} prints
   * once, while tracing. Under {@code vmap} it prints once for each example. {@code
   * jax.debug.print}.
   *
   * {@snippet :
   * var f = jit(x -> { debug.print("x = {}, sum = {:.1f}", x, x.sum()); return x; });
   * f.apply(jnp.array(1., 2.)); // prints x = [1. 2.], sum = 3.0
   * }
   *
   * @param text with {@code {}} where the values go
   * @param values arrays, pytrees, or anything with a text
   * @throws IndexException if there are not as many values as places
   */
  public static void print(String text, Object... values) {
    show(System.out::println, text, values);
  }

  /**
   * As {@link #print}, but to the {@link System.Logger} named {@code jacobean.debug}, at level
   * INFO. {@code jax.debug.log}.
   *
   * {@snippet :
   * debug.log("x = {}", jnp.array(1., 2.));
   * }
   *
   * @throws IndexException if there are not as many values as places
   */
  public static void log(String text, Object... values) {
    var log = System.getLogger("jacobean.debug");
    show(line -> log.log(System.Logger.Level.INFO, line), text, values);
  }

  private static void show(Consumer<String> to, String text, Object... values) {
    var template = new Template(text, values.length);
    call(v -> to.accept(template.fill(v.stream().map(DebugFunctions::plain).toList())), values);
  }

  /** A scalar as a number, so that formats apply. */
  private static Object plain(Object value) {
    return value instanceof Array a && a.ndim() == 0 ? new Scalar(a) : value;
  }

  /** A number that prints as its array does. */
  private static final class Scalar extends Number {
    private final Array array;

    Scalar(Array array) {
      this.array = array;
    }

    @Override
    public int intValue() {
      return (int) longValue();
    }

    @Override
    public long longValue() {
      return (long) array.item();
    }

    @Override
    public float floatValue() {
      return (float) array.item();
    }

    @Override
    public double doubleValue() {
      return array.item();
    }

    @Override
    public String toString() {
      return array.toString();
    }
  }

  /**
   * Calls Java with the numbers of an array or pytree each time the program runs. What it does
   * cannot change the program's results. {@code jax.debug.callback}.
   *
   * {@snippet :
   * var seen = new ArrayList<Double>();
   * jit(x -> { debug.callback(v -> seen.add(v.item()), x); return x; }).apply(jnp.array(7.));
   * seen // => [7.0]
   * }
   */
  @SuppressWarnings("unchecked") // the value is built as what was given
  public static <A> void callback(Consumer<? super A> action, A a) {
    call(v -> action.accept((A) v.get(0)), a);
  }

  /** {@link #callback(Consumer, Object)} with two values. */
  @SuppressWarnings("unchecked") // the values are built as what was given
  public static <A, B> void callback(BiConsumer<? super A, ? super B> action, A a, B b) {
    call(v -> action.accept((A) v.get(0), (B) v.get(1)), a, b);
  }

  /**
   * Arrays in the values are operands, so that they are numbers when the action runs; the rest
   * stays.
   */
  private static void call(Consumer<List<?>> action, Object... values) {
    var tree = PyTree.flatten(Arrays.asList(values));
    var operands =
        tree.leaves().stream()
            .filter(Array.class::isInstance)
            .map(l -> ((Array) l).value())
            .toList();
    DebugCallback.Action run =
        numbers -> {
          var next = numbers.iterator();
          var leaves = new ArrayList<Object>();
          for (var leaf : tree.leaves()) {
            leaves.add(leaf instanceof Array ? Array.of(next.next()) : leaf);
          }
          action.accept((List<?>) tree.unflatten(leaves));
        };
    new DebugCallback(run, 0).bind(operands);
  }

  /**
   * What happens when a random key is used twice: {@code "warn"}, as by default once for each
   * place, {@code "error"}, or {@code "off"}. Keys inside traced functions are not watched. Not in
   * JAX, which has {@code jax_debug_key_reuse}.
   *
   * {@snippet :
   * debug.keyReuse("off");
   * }
   *
   * @throws IndexException for another level
   */
  public static void keyReuse(String level) {
    for (var l : KeyReuse.Level.values()) {
      if (l.name().toLowerCase(Locale.ROOT).equals(level)) {
        KeyReuse.watch().setLevel(l);
        return;
      }
    }
    throw new IndexException(
        "debug.keyReuse: wanted \"off\", \"warn\" or \"error\", got \"" + level + "\".");
  }
}
