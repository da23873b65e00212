package jacobean;

import jacobean.core.Concrete;
import jacobean.debugging.HostCallback;
import jacobean.error.ShapeException;
import jacobean.error.TreeException;
import jacobean.fn.Fn;
import jacobean.fn.Fn1;
import jacobean.pytree.PyTree;
import jacobean.pytree.Structure;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The part of {@link jax} that lets compiled programs call Java, and lets Java run instead. */
abstract sealed class JaxCallbacks extends JaxAux permits JaxTools {

  /**
   * Calls Java with the numbers of x whenever the program runs, and takes what it gives back into
   * the program. A batch calls once for each example. {@code jax.pure_callback}.
   *
   * {@snippet :
   * var f = jit(x -> pureCallback(v -> jnp.array(Math.cbrt(v.item())), x, x));
   * f.apply(jnp.array(27.)) // => 3.0
   * }
   *
   * @param f has no effect but its result: calls may be left out or repeated
   * @param result an array or {@link ShapeDtypeStruct} of the shape and dtype that f gives
   * @throws ShapeException while the program runs, if f gives another shape or dtype
   * @throws jacobean.error.GradException if it is differentiated; give it a rule with customJvp
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws TreeException if the function gives another tree than the described result
   */
  public static Array pureCallback(ArrayFn1 f, Object result, Array x) {
    return call("pureCallback", f, false, leaf("pureCallback", result), x);
  }

  /** {@link #pureCallback(ArrayFn1, Object, Array)} with two arrays. */
  public static Array pureCallback(ArrayFn2 f, Object result, Array x, Array y) {
    return call("pureCallback", f, false, leaf("pureCallback", result), x, y);
  }

  /**
   * {@link #pureCallback(ArrayFn1, Object, Array)} with a pytree.
   *
   * @param result the tree that f gives, of arrays or {@link ShapeDtypeStruct}s
   */
  public static <A, R> R pureCallback(Fn1<A, R> f, Object result, A tree) {
    return call("pureCallback", f, false, result, tree);
  }

  /**
   * {@link #pureCallback(ArrayFn1, Object, Array)} of a function with effects: it is called exactly
   * when the program says so, in its order. {@code jax.experimental.io_callback}.
   *
   * {@snippet :
   * var seen = new ArrayList<Double>();
   * var f = jit(x -> ioCallback(v -> { seen.add(v.item()); return jnp.array(seen.size()); }, jnp.array(0), x));
   * f.apply(jnp.array(2.));
   * f.apply(jnp.array(3.)) // => 2
   * seen // => [2.0, 3.0]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws ShapeException if the function gives another shape or dtype than it said
   * @throws TreeException if the function gives another tree than the described result
   */
  public static Array ioCallback(ArrayFn1 f, Object result, Array x) {
    return call("ioCallback", f, true, leaf("ioCallback", result), x);
  }

  /** {@link #ioCallback(ArrayFn1, Object, Array)} with two arrays. */
  public static Array ioCallback(ArrayFn2 f, Object result, Array x, Array y) {
    return call("ioCallback", f, true, leaf("ioCallback", result), x, y);
  }

  /** {@link #ioCallback(ArrayFn1, Object, Array)} with a pytree. */
  public static <A, R> R ioCallback(Fn1<A, R> f, Object result, A tree) {
    return call("ioCallback", f, true, result, tree);
  }

  /** What stands for one array. */
  private static Object leaf(String operation, Object result) {
    var structure = PyTree.flatten(result).structure();
    if (!(structure instanceof Structure.Leaf)) {
      throw new TreeException(
          operation
              + ": a function of arrays gives one array, but the result is to be "
              + structure
              + ". Wanted an array or a ShapeDtypeStruct; a tree is given by a function of trees, as"
              + " in (Fn1<Array, List<Array>>) x -> List.of(x).");
    }
    return result;
  }

  private static <R> R call(
      String operation, Fn<?> f, boolean hasEffect, Object result, Object... args) {
    var arguments = PyTree.flatten(Arrays.asList(args));
    var results = PyTree.flatten(result);
    var types =
        Lifted.types(results, operation + ": result").stream().map(t -> t.strong()).toList();
    HostCallback.Action action =
        operands -> {
          var given =
              f.call(Lifted.<List<?>>wrap(arguments.structure(), List.copyOf(operands)).toArray());
          var leaves = Lifted.values(results.like(given, operation), operation + ": result");
          for (int i = 0; i < leaves.size(); i++) {
            var got = leaves.get(i).aval();
            if (got.dtype() != types.get(i).dtype() || !got.shape().equals(types.get(i).shape())) {
              throw new ShapeException(
                  operation
                      + ": the function said to give "
                      + types.get(i)
                      + results.structure().paths().get(i)
                      + ", got "
                      + got
                      + ". Convert it, or declare that type as the result.");
            }
          }
          return leaves.stream().map(Concrete.class::cast).toList();
        };
    var called =
        new HostCallback(action, types, hasEffect, List.of())
            .bind(Lifted.values(arguments, operation));
    return Lifted.wrap(results.structure(), called);
  }

  /**
   * Runs a body in which {@code jit} does not compile, and the functions of {@code lax.cond},
   * {@code scan}, {@code whileLoop}, {@code foriLoop} and {@code map} are not traced: all run
   * operation by operation each time, so that prints and debuggers see numbers. {@code with
   * jax.disable_jit()}.
   *
   * {@snippet :
   * var f = jit(x -> x.item() > 0 ? x.plus(1) : x);
   * disableJit(() -> f.apply(jnp.array(1.))) // => 2.0
   * Fn2<Array, Array, Array> sum = (i, s) -> { System.out.print(s + " "); return s.plus(i); };
   * disableJit(() -> lax.foriLoop(0, 4, sum, jnp.array(0))); // prints 0 0 1 3
   * }
   */
  public static <R> R disableJit(Supplier<R> body) {
    return Unstaged.within(body);
  }
}
