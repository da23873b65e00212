package jacobean;

import jacobean.fn.Fn;
import jacobean.fn.Fn0;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import java.util.List;

/**
 * A compiled function, as {@code jit} gives it: a function like any other, that can also be
 * compiled ahead of time and asked why it was traced again.
 *
 * <p>These are classes of their own, and {@link Fn} has no {@code lower}, because only what {@code
 * jit} made has programs to show: the compiler of Java says so of any other function.
 *
 * {@snippet :
 * var f = jit(x -> x.times(2));
 * f.apply(jnp.ones(2)) // => [2. 2.]
 * f.apply(jnp.ones(3)) // => [2. 2. 2.]
 * f.cacheSize() // => 2
 * f.retraces().size() // => 1
 * f.lower(jnp.ones(2)).outInfo() // => ShapeDtypeStruct(shape=(2,), dtype=float32)
 * f.clearCache();
 * }
 */
public abstract sealed class JitFunction<R> implements Fn<R> {
  private final Jitted jitted;

  private JitFunction(Jitted jitted) {
    this.jitted = jitted;
  }

  @Override
  public int arity() {
    return jitted.arity();
  }

  @Override
  public R call(Object... args) {
    return jitted.call(args);
  }

  /**
   * The program for arguments like these, not yet compiled. Leaves may be {@link ShapeDtypeStruct},
   * for only their types are read. {@code jax.jit(f).lower}.
   */
  public Lowered<R> lower(Object... args) {
    return jitted.lower(args);
  }

  /** How many programs there are: one for each combination of types and static arguments so far. */
  public int cacheSize() {
    return jitted.cacheSize();
  }

  /** Forgets all programs; the next call traces again. {@code clear_cache}. */
  public void clearCache() {
    jitted.clearCache();
  }

  /**
   * Why it was traced each time after the first, in order: what differed from the nearest earlier
   * call.
   */
  public List<String> retraces() {
    return jitted.retraces();
  }

  /** A compiled function without arguments. */
  public static final class Of0<R> extends JitFunction<R> implements Fn0<R> {
    Of0(Jitted jitted) {
      super(jitted);
    }

    @Override
    public R apply() {
      return call();
    }
  }

  /** A compiled function of 1 argument. */
  public static final class Of1<A, R> extends JitFunction<R> implements Fn1<A, R> {
    Of1(Jitted jitted) {
      super(jitted);
    }

    @Override
    public R apply(A a) {
      return call(a);
    }
  }

  /** A compiled function of 1 array. */
  public static final class OfArrays1 extends JitFunction<Array> implements ArrayFn1 {
    OfArrays1(Jitted jitted) {
      super(jitted);
    }

    @Override
    public Array apply(Array a) {
      return call(a);
    }
  }

  /** A compiled function of 2 arguments. */
  public static final class Of2<A, B, R> extends JitFunction<R> implements Fn2<A, B, R> {
    Of2(Jitted jitted) {
      super(jitted);
    }

    @Override
    public R apply(A a, B b) {
      return call(a, b);
    }
  }

  /** A compiled function of 2 arrays. */
  public static final class OfArrays2 extends JitFunction<Array> implements ArrayFn2 {
    OfArrays2(Jitted jitted) {
      super(jitted);
    }

    @Override
    public Array apply(Array a, Array b) {
      return call(a, b);
    }
  }

  /** A compiled function of 3 arguments. */
  public static final class Of3<A, B, C, R> extends JitFunction<R> implements Fn3<A, B, C, R> {
    Of3(Jitted jitted) {
      super(jitted);
    }

    @Override
    public R apply(A a, B b, C c) {
      return call(a, b, c);
    }
  }

  /** A compiled function of 3 arrays. */
  public static final class OfArrays3 extends JitFunction<Array> implements ArrayFn3 {
    OfArrays3(Jitted jitted) {
      super(jitted);
    }

    @Override
    public Array apply(Array a, Array b, Array c) {
      return call(a, b, c);
    }
  }

  /** A compiled function of 4 arguments. */
  public static final class Of4<A, B, C, D, R> extends JitFunction<R>
      implements Fn4<A, B, C, D, R> {
    Of4(Jitted jitted) {
      super(jitted);
    }

    @Override
    public R apply(A a, B b, C c, D d) {
      return call(a, b, c, d);
    }
  }

  /** A compiled function of 4 arrays. */
  public static final class OfArrays4 extends JitFunction<Array> implements ArrayFn4 {
    OfArrays4(Jitted jitted) {
      super(jitted);
    }

    @Override
    public Array apply(Array a, Array b, Array c, Array d) {
      return call(a, b, c, d);
    }
  }

  /** A compiled function of 5 arguments. */
  public static final class Of5<A, B, C, D, E, R> extends JitFunction<R>
      implements Fn5<A, B, C, D, E, R> {
    Of5(Jitted jitted) {
      super(jitted);
    }

    @Override
    public R apply(A a, B b, C c, D d, E e) {
      return call(a, b, c, d, e);
    }
  }

  /** A compiled function of 5 arrays. */
  public static final class OfArrays5 extends JitFunction<Array> implements ArrayFn5 {
    OfArrays5(Jitted jitted) {
      super(jitted);
    }

    @Override
    public Array apply(Array a, Array b, Array c, Array d, Array e) {
      return call(a, b, c, d, e);
    }
  }
}
