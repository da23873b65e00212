package jacobean;

import jacobean.core.Jaxpr;
import jacobean.fn.Fn;
import jacobean.fn.Fn0;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;

/** The part of {@link jax} that compiles functions and shows their programs. */
abstract sealed class JaxCompiling extends JaxHessians permits JaxBatching {

  /**
   * f compiled: traced at the first call, so what it reads from elsewhere is what it was then.
   *
   * {@snippet :
   * jit(() -> jnp.arange(3.).sum()).apply() // => 3.0
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number, or a static
   *     argument is none of the function's
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
   */
  public static <R> JitFunction.Of0<R> jit(Fn0<R> f) {
    return new JitFunction.Of0<>(Jitted.of(f));
  }

  /**
   * f compiled: traced once to a program, which later calls run. Traced again when shapes, dtypes
   * or static arguments change. {@code jax.jit}.
   *
   * {@snippet :
   * var f = jit(x -> { System.out.println("traced"); return x.times(2); });
   * f.apply(jnp.array(1., 2.)) // => [2. 4.]
   * f.apply(jnp.array(3., 4.)) // => [6. 8.]
   * f.cacheSize() // => 1
   * }
   */
  public static JitFunction.OfArrays1 jit(ArrayFn1 f, JitOption... options) {
    return new JitFunction.OfArrays1(Jitted.of(f, options));
  }

  /** f compiled; arguments and result may be pytrees. */
  public static <A, R> JitFunction.Of1<A, R> jit(Fn1<A, R> f, JitOption... options) {
    return new JitFunction.Of1<>(Jitted.of(f, options));
  }

  /** f compiled. Traced again when shapes, dtypes or static arguments change. {@code jax.jit}. */
  public static JitFunction.OfArrays2 jit(ArrayFn2 f, JitOption... options) {
    return new JitFunction.OfArrays2(Jitted.of(f, options));
  }

  /** f compiled; arguments and result may be pytrees. */
  public static <A, B, R> JitFunction.Of2<A, B, R> jit(Fn2<A, B, R> f, JitOption... options) {
    return new JitFunction.Of2<>(Jitted.of(f, options));
  }

  /** f compiled. Traced again when shapes, dtypes or static arguments change. {@code jax.jit}. */
  public static JitFunction.OfArrays3 jit(ArrayFn3 f, JitOption... options) {
    return new JitFunction.OfArrays3(Jitted.of(f, options));
  }

  /** f compiled; arguments and result may be pytrees. */
  public static <A, B, C, R> JitFunction.Of3<A, B, C, R> jit(
      Fn3<A, B, C, R> f, JitOption... options) {
    return new JitFunction.Of3<>(Jitted.of(f, options));
  }

  /** f compiled. Traced again when shapes, dtypes or static arguments change. {@code jax.jit}. */
  public static JitFunction.OfArrays4 jit(ArrayFn4 f, JitOption... options) {
    return new JitFunction.OfArrays4(Jitted.of(f, options));
  }

  /** f compiled; arguments and result may be pytrees. */
  public static <A, B, C, D, R> JitFunction.Of4<A, B, C, D, R> jit(
      Fn4<A, B, C, D, R> f, JitOption... options) {
    return new JitFunction.Of4<>(Jitted.of(f, options));
  }

  /** f compiled. Traced again when shapes, dtypes or static arguments change. {@code jax.jit}. */
  public static JitFunction.OfArrays5 jit(ArrayFn5 f, JitOption... options) {
    return new JitFunction.OfArrays5(Jitted.of(f, options));
  }

  /** f compiled; arguments and result may be pytrees. */
  public static <A, B, C, D, E, R> JitFunction.Of5<A, B, C, D, E, R> jit(
      Fn5<A, B, C, D, E, R> f, JitOption... options) {
    return new JitFunction.Of5<>(Jitted.of(f, options));
  }

  /**
   * The function from arguments of f to the program that f is for them. {@code jax.make_jaxpr}.
   *
   * {@snippet :
   * makeJaxpr(x -> x.times(2)).apply(jnp.ones(3)) // => { lambda ; a:f32[3]. let b:f32[3] = mul a
   *                                               //    2.0:f32[] in (b,) }
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.TreeException if the arguments are not as many as the function takes
   */
  public static Fn1<Array, Jaxpr> makeJaxpr(ArrayFn1 f) {
    return (a) -> Jitted.trace(f, a);
  }

  /** {@code jax.make_jaxpr} of a function of pytrees. */
  public static <A> Fn1<A, Jaxpr> makeJaxpr(Fn1<A, ?> f) {
    return (a) -> Jitted.trace(f, a);
  }

  /** The function from arguments of f to the program that f is for them. {@code jax.make_jaxpr}. */
  public static Fn2<Array, Array, Jaxpr> makeJaxpr(ArrayFn2 f) {
    return (a, b) -> Jitted.trace(f, a, b);
  }

  /** {@code jax.make_jaxpr} of a function of pytrees. */
  public static <A, B> Fn2<A, B, Jaxpr> makeJaxpr(Fn2<A, B, ?> f) {
    return (a, b) -> Jitted.trace(f, a, b);
  }

  /** The function from arguments of f to the program that f is for them. {@code jax.make_jaxpr}. */
  public static Fn3<Array, Array, Array, Jaxpr> makeJaxpr(ArrayFn3 f) {
    return (a, b, c) -> Jitted.trace(f, a, b, c);
  }

  /** {@code jax.make_jaxpr} of a function of pytrees. */
  public static <A, B, C> Fn3<A, B, C, Jaxpr> makeJaxpr(Fn3<A, B, C, ?> f) {
    return (a, b, c) -> Jitted.trace(f, a, b, c);
  }

  /** The function from arguments of f to the program that f is for them. {@code jax.make_jaxpr}. */
  public static Fn4<Array, Array, Array, Array, Jaxpr> makeJaxpr(ArrayFn4 f) {
    return (a, b, c, d) -> Jitted.trace(f, a, b, c, d);
  }

  /** {@code jax.make_jaxpr} of a function of pytrees. */
  public static <A, B, C, D> Fn4<A, B, C, D, Jaxpr> makeJaxpr(Fn4<A, B, C, D, ?> f) {
    return (a, b, c, d) -> Jitted.trace(f, a, b, c, d);
  }

  /** The function from arguments of f to the program that f is for them. {@code jax.make_jaxpr}. */
  public static Fn5<Array, Array, Array, Array, Array, Jaxpr> makeJaxpr(ArrayFn5 f) {
    return (a, b, c, d, e) -> Jitted.trace(f, a, b, c, d, e);
  }

  /** {@code jax.make_jaxpr} of a function of pytrees. */
  public static <A, B, C, D, E> Fn5<A, B, C, D, E, Jaxpr> makeJaxpr(Fn5<A, B, C, D, E, ?> f) {
    return (a, b, c, d, e) -> Jitted.trace(f, a, b, c, d, e);
  }

  /** The program that f is for these arguments. */
  public static Jaxpr makeJaxpr(Fn<?> f, Object... args) {
    return Jitted.trace(f, args);
  }

  /** {@link #makeJaxpr(Fn, Object...)} for a lambda of one array. */
  public static Jaxpr makeJaxpr(ArrayFn1 f, Array x) {
    return Jitted.trace(f, x);
  }

  /** {@link #makeJaxpr(Fn, Object...)} for a lambda of two arrays. */
  public static Jaxpr makeJaxpr(ArrayFn2 f, Array x, Array y) {
    return Jitted.trace(f, x, y);
  }

  /**
   * The shape and dtype of what f gives, found without computing. {@code jax.eval_shape}.
   *
   * {@snippet :
   * evalShape(x -> jnp.outer(x, x), jnp.ones(1000)) // => ShapeDtypeStruct(shape=(1000, 1000),
   *                                                 //    dtype=float32)
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.TreeException if the arguments are not as many as the function takes
   */
  public static ShapeDtypeStruct evalShape(ArrayFn1 f, Array x) {
    return (ShapeDtypeStruct) Jitted.evalShape(f, x);
  }

  /** {@link #evalShape(ArrayFn1, Array)} of a function of two arrays. */
  public static ShapeDtypeStruct evalShape(ArrayFn2 f, Array x, Array y) {
    return (ShapeDtypeStruct) Jitted.evalShape(f, x, y);
  }

  /**
   * The shapes and dtypes of what f gives: its tree with a {@link ShapeDtypeStruct} for each array,
   * and a map in the place of each record. Leaves of the arguments may be such, too.
   */
  public static Object evalShape(Fn<?> f, Object... args) {
    return Jitted.evalShape(f, args);
  }

  /**
   * For {@link #jit}: these arguments are constants of the program; a new value traces again. JAX's
   * argument {@code static_argnums}.
   *
   * {@snippet :
   * ArrayFn2 power = (x, n) -> x.pow(n.toInt());
   * jit(power, staticArgnums(1)).apply(jnp.array(2., 3.), jnp.array(3)) // => [8. 27.]
   * }
   */
  public static JitOption staticArgnums(int... argnums) {
    return new JitOption.StaticArgnums(argnums);
  }

  /**
   * For {@link #jit}: the caller promises not to use these arguments again. After a call their
   * arrays are deleted, so that the collector frees their memory unless another array shares it; to
   * use one throws {@link jacobean.error.DeletedException}. In calls that are traced themselves it
   * has no effect. Unlike XLA, engines never write results into the arguments' memory: while the
   * function runs, both are there. JAX's argument {@code donate_argnums}.
   *
   * {@snippet :
   * var x = jnp.ones(2);
   * jit(y -> y.plus(1), donateArgnums(0)).apply(x) // => [2. 2.]
   * x.isDeleted() // => true
   * }
   */
  public static JitOption donateArgnums(int... argnums) {
    return new JitOption.DonateArgnums(argnums);
  }

  /**
   * Whether each trace of a compiled function after its first is told on standard error, with what
   * differed. {@code jax_explain_cache_misses}. See also {@link JitFunction#retraces}.
   *
   * {@snippet :
   * explainCacheMisses(false);
   * }
   */
  public static void explainCacheMisses(boolean told) {
    Retraces.tell(told);
  }

  /**
   * Makes all compiled functions forget their programs. {@code jax.clear_caches}.
   *
   * {@snippet :
   * var f = jit(x -> x.plus(1)); f.apply(jnp.ones(2));
   * clearCaches();
   * f.cacheSize() // => 1
   * }
   */
  public static void clearCaches() {
    Retraces.clearAll();
  }
}
