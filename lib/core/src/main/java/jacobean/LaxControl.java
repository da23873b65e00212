package jacobean;

import jacobean.core.Concrete;
import jacobean.error.ShapeException;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The part of {@link lax} that branches and loops. The functions are traced once and compiled,
 * whether in {@code jit} or not; arrays that they close over are fine. Carries, operands and
 * results may be pytrees.
 *
 * <pre>{@code
 * var out = lax.scan((c, x) -> lax.step(c.plus(x), c.times(x)), jnp.array(0.), jnp.array(1., 2., 3.));
 * out.carry()   // 6.0
 * out.ys()      // [0. 2. 9.]
 * }</pre>
 */
abstract sealed class LaxControl extends LaxConvolutions permits LaxParallel {

  // --- Branches ---

  /**
   * The value of one of two functions, of which only the chosen one runs; under {@code vmap} with a
   * batched predicate both do. {@code jax.lax.cond}.
   *
   * {@snippet :
   * var x = jnp.array(-3.);
   * lax.cond(x.gt(0), () -> x, () -> x.unaryMinus()) // => 3.0
   * }
   *
   * @param predicate a scalar; a number is true if it is not 0
   * @throws jacobean.error.JacobeanException if the predicate is no scalar, or the functions give
   *     different structures, shapes or dtypes
   */
  public static <R> R cond(Array predicate, Supplier<R> trueFun, Supplier<R> falseFun) {
    return Branches.cond(predicate, new Thunk<>(trueFun), new Thunk<>(falseFun));
  }

  /**
   * {@link #cond(Array, Supplier, Supplier)} for functions of an operand.
   *
   * {@snippet :
   * Fn1<Array, Array> safe = x -> lax.cond(x.gt(0), (Array v) -> jnp.log(v), v -> v, x);
   * grad(safe).apply(jnp.array(2.)) // => 0.5
   * }
   */
  public static <A, R> R cond(Array predicate, Fn1<A, R> trueFun, Fn1<A, R> falseFun, A operand) {
    return Branches.cond(predicate, trueFun, falseFun, operand);
  }

  /** {@link #cond(Array, Fn1, Fn1, Object)} of a number. */
  public static Array cond(Array predicate, ArrayFn1 trueFun, ArrayFn1 falseFun, double operand) {
    return cond(predicate, trueFun, falseFun, Array.of(Leaves.value(operand, "cond: operand")));
  }

  /** {@link #cond(Array, Fn1, Fn1, Object)} of an integer. */
  public static Array cond(Array predicate, ArrayFn1 trueFun, ArrayFn1 falseFun, int operand) {
    return cond(predicate, trueFun, falseFun, Array.of(Leaves.value(operand, "cond: operand")));
  }

  /** {@link #cond(Array, Supplier, Supplier)} for functions of two operands. */
  public static <A, B, R> R cond(
      Array predicate, Fn2<A, B, R> trueFun, Fn2<A, B, R> falseFun, A a, B b) {
    return Branches.cond(predicate, trueFun, falseFun, a, b);
  }

  /** {@link #cond(Array, Supplier, Supplier)} for functions of three operands. */
  public static <A, B, C, R> R cond(
      Array predicate, Fn3<A, B, C, R> trueFun, Fn3<A, B, C, R> falseFun, A a, B b, C c) {
    return Branches.cond(predicate, trueFun, falseFun, a, b, c);
  }

  /** {@link #cond(Array, Fn1, Fn1, Object)} with a predicate that is known. */
  public static <A, R> R cond(boolean predicate, Fn1<A, R> trueFun, Fn1<A, R> falseFun, A operand) {
    return cond(bool(predicate), trueFun, falseFun, operand);
  }

  /** {@link #cond(Array, Fn1, Fn1, Object)} of a number, with a predicate that is known. */
  public static Array cond(boolean predicate, ArrayFn1 trueFun, ArrayFn1 falseFun, double operand) {
    return cond(bool(predicate), trueFun, falseFun, operand);
  }

  /** {@link #cond(Array, Fn1, Fn1, Object)} of an integer, with a predicate that is known. */
  public static Array cond(boolean predicate, ArrayFn1 trueFun, ArrayFn1 falseFun, int operand) {
    return cond(bool(predicate), trueFun, falseFun, operand);
  }

  private static Array bool(boolean b) {
    return Array.of(Concrete.scalar(DType.BOOL, false, b ? 1 : 0));
  }

  /** A function of nothing. */
  private record Thunk<R>(Supplier<R> supplier) implements jacobean.fn.Fn<R> {
    @Override
    public int arity() {
      return 0;
    }

    @Override
    public R call(Object... args) {
      return supplier.get();
    }
  }

  /**
   * The value of the branch of this number. {@code jax.lax.switch}; {@code switch} is a word of
   * Java, so it has the underscore that Python gives to names that are its own words.
   *
   * @param index an integer scalar; one that is out of bounds takes the nearest branch
   * @throws jacobean.error.JacobeanException as {@link #cond(Array, Supplier, Supplier)}
   */
  public static <A, R> R switch_(Array index, List<? extends Fn1<A, R>> branches, A operand) {
    return Branches.choose(index, branches, operand);
  }

  /**
   * {@link #switch_(Array, List, Object)} for functions of arrays: lambdas need no types.
   *
   * {@snippet :
   * lax.switch_(jnp.array(1), List.of(x -> x, x -> x.times(10)), jnp.array(3.)) // => 30.0
   * }
   */
  public static Array switch_(Array index, List<ArrayFn1> branches, Array operand) {
    return Branches.choose(index, branches, operand);
  }

  /** {@link #switch_(Array, List, Object)} for functions of two operands. */
  public static <A, B, R> R switch_(Array index, List<? extends Fn2<A, B, R>> branches, A a, B b) {
    return Branches.choose(index, branches, a, b);
  }

  // --- Loops ---

  /**
   * A loop along the first axis of all leaves of xs. {@code jax.lax.scan}. It is differentiated
   * forward and backward.
   *
   * {@snippet :
   * var out = lax.scan((c, x) -> lax.step(c.plus(x), c.times(x)), jnp.array(0.), jnp.arange(1., 4.));
   * out.carry() // => 6.0
   * out.ys() // => [0. 2. 9.]
   * }
   *
   * @param f from the carry and one element of xs to {@link #step}: the next carry, and one element
   *     of the result
   * @param init the first carry; every carry has its structure, shapes and dtypes
   * @param xs arrays of one length along the first axis; null for none, with {@link #length}
   * @param options {@link #length}, {@link #reverse}, {@link #unroll}
   * @return the last carry, and all results along new first axes
   * @throws jacobean.error.JacobeanException if the carry changes its type, naming the leaf; or if
   *     lengths differ
   */
  public static <C, X, Y> Scanned<C, Y> scan(
      Fn2<C, X, Step<C, Y>> f, C init, X xs, ScanOption... options) {
    return Loops.scan(
        "scan",
        args -> {
          var step = f.call(args);
          if (step == null) {
            throw new ShapeException("scan: the body must give lax.step(carry, y), got null.");
          }
          return Arrays.asList(step.carry(), step.y());
        },
        init,
        xs,
        Loops.Way.of(options));
  }

  /**
   * {@link #scan(Fn2, Object, Object, ScanOption...)} that starts with a number.
   *
   * {@snippet :
   * lax.scan((c, x) -> lax.step(c.plus(x), c), 0., jnp.arange(1., 4.)).ys() // => [0. 1. 3.]
   * }
   */
  public static <X, Y> Scanned<Array, Y> scan(Fn2<Array, X, Step<Array, Y>> f, double init, X xs) {
    return scan(f, Array.of(Leaves.value(init, "scan: init")), xs);
  }

  /** {@link #scan(Fn2, Object, Object, ScanOption...)} that starts with an integer. */
  public static <X, Y> Scanned<Array, Y> scan(Fn2<Array, X, Step<Array, Y>> f, int init, X xs) {
    return scan(f, Array.of(Leaves.value(init, "scan: init")), xs);
  }

  /**
   * {@link #scan(Fn2, Object, Object, ScanOption...)} of so many steps; xs may be null.
   *
   * {@snippet :
   * lax.scan((Array c, Array x) -> lax.step(c.times(2), c), jnp.array(1), null, 4).ys() // => [1 2 4 8]
   * }
   */
  public static <C, X, Y> Scanned<C, Y> scan(Fn2<C, X, Step<C, Y>> f, C init, X xs, int length) {
    return scan(f, init, xs, length(length));
  }

  /**
   * What the body of {@link #scan} gives. In JAX a pair.
   *
   * {@snippet :
   * lax.step(jnp.array(1.), jnp.array(2.)) // => Step[carry=1.0, y=2.0]
   * }
   */
  public static <C, Y> Step<C, Y> step(C carry, Y y) {
    return new Step<>(carry, y);
  }

  /** What the body of a {@link #scan} gives that has no result but the carry. */
  public static <C> Step<C, Void> step(C carry) {
    return new Step<>(carry, null);
  }

  /**
   * For {@link #scan}: the number of steps. JAX's argument {@code length}.
   *
   * {@snippet :
   * var one = jnp.array(1);
   * lax.scan((c, x) -> lax.step(c.times(2), c), one, null, lax.length(4)).ys() // => [1 2 4 8]
   * }
   */
  public static ScanOption length(int steps) {
    return new ScanOption.Length(steps);
  }

  /**
   * For {@link #scan}: from the last element to the first. JAX's argument {@code reverse}.
   *
   * {@snippet :
   * var xs = jnp.array(1, 2, 3);
   * lax.scan((c, x) -> lax.step(c.plus(x), c), jnp.array(0), xs, lax.reverse()).ys() // => [5 3 0]
   * }
   */
  public static ScanOption reverse() {
    return new ScanOption.Reverse();
  }

  /**
   * For {@link #scan}: how many steps a compiler may put into one. Results do not depend on it, and
   * today neither does the code: steps of compiled loops follow each other without leaving native
   * code, so that there is nothing to save by putting several into one. JAX's argument {@code
   * unroll}.
   *
   * {@snippet :
   * var xs = jnp.array(1, 2);
   * lax.scan((c, x) -> lax.step(c.plus(x)), jnp.array(0), xs, lax.unroll(2)).carry() // => 3
   * }
   */
  public static ScanOption unroll(int steps) {
    return new ScanOption.Unroll(steps);
  }

  /**
   * A loop that goes on while a condition holds. {@code jax.lax.while_loop}. It is differentiated
   * forward ({@code jvp}) only.
   *
   * {@snippet :
   * lax.whileLoop(x -> x.lt(100), x -> x.times(2), jnp.array(3)) // => 192
   * }
   *
   * @param cond from the carry to a bool scalar
   * @param body from a carry to the next
   * @throws jacobean.error.JacobeanException if the carry changes its type, naming the leaf; or if
   *     the condition is no bool scalar
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static <C> C whileLoop(Fn1<C, Array> cond, Fn1<C, C> body, C init) {
    return Loops.whileLoop(cond::call, body::call, init);
  }

  /** {@link #whileLoop(Fn1, Fn1, Object)} from a number. */
  public static Array whileLoop(ArrayFn1 cond, ArrayFn1 body, double init) {
    return whileLoop(cond, body, Array.of(Leaves.value(init, "whileLoop: init")));
  }

  /** {@link #whileLoop(Fn1, Fn1, Object)} from a number. */
  public static Array whileLoop(ArrayFn1 cond, ArrayFn1 body, int init) {
    return whileLoop(cond, body, Array.of(Leaves.value(init, "whileLoop: init")));
  }

  /**
   * A counting loop: {@code for (i = lower; i < upper; i++) carry = body(i, carry)}. {@code
   * jax.lax.fori_loop}. With these bounds, which are known, it is differentiated forward and
   * backward.
   *
   * {@snippet :
   * lax.foriLoop(0, 5, (i, sum) -> sum.plus(i), jnp.array(0)) // => 10
   * lax.foriLoop(0, 5, (i, sum) -> sum.plus(i), 0) // => 10
   * lax.foriLoop(0, 5, (i, sum) -> sum.plus(i), 0.) // => 10.0
   * }
   *
   * @param body from the counter, an int32 scalar, and the carry to the next carry
   * @throws jacobean.error.JacobeanException if the carry changes its type, naming the leaf
   */
  public static <C> C foriLoop(int lower, int upper, Fn2<Array, C, C> body, C init) {
    return foriLoop(integer(lower), integer(upper), body, init);
  }

  /** {@link #foriLoop(int, int, Fn2, Object)} with a bound that may be traced. */
  public static <C> C foriLoop(int lower, Array upper, Fn2<Array, C, C> body, C init) {
    return foriLoop(integer(lower), upper, body, init);
  }

  /**
   * {@link #foriLoop(int, int, Fn2, Object)} with bounds that may be traced; where one is, the loop
   * is differentiated forward only.
   */
  public static <C> C foriLoop(Array lower, Array upper, Fn2<Array, C, C> body, C init) {
    return Loops.foriLoop(lower.value(), upper.value(), body::call, init);
  }

  /** {@link #foriLoop(int, int, Fn2, Object)} from a number. */
  public static Array foriLoop(int lower, int upper, ArrayFn2 body, double init) {
    return foriLoop(lower, upper, body, Array.of(Leaves.value(init, "foriLoop: init")));
  }

  /** {@link #foriLoop(int, int, Fn2, Object)} from a number. */
  public static Array foriLoop(int lower, int upper, ArrayFn2 body, int init) {
    return foriLoop(lower, upper, body, Array.of(Leaves.value(init, "foriLoop: init")));
  }

  private static Array integer(int i) {
    return Array.of(Concrete.scalar(DType.INT32, true, i));
  }

  /**
   * A function of each element along the first axis, one after the other: a {@link #scan} without
   * carry. {@code jax.lax.map}. Needs less memory than {@code vmap}, and more time.
   *
   * {@snippet :
   * lax.map((Array x) -> x.times(x), jnp.array(1., 2., 3.)) // => [1. 4. 9.]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.IndexException if xs is a scalar
   */
  public static <X, Y> Y map(Fn1<X, Y> f, X xs) {
    return Loops.<Object, Y>scan(
            "map", args -> Arrays.asList(null, f.call(args[1])), null, xs, Loops.Way.of())
        .ys();
  }

  /**
   * {@link #map(Fn1, Object)} of so many elements at once, by {@code vmap}: less time and more
   * memory, as {@code batchSize} says. {@code jax.lax.map} with {@code batch_size}.
   *
   * {@snippet :
   * lax.map(x -> x.times(2), jnp.arange(5), 2) // => [0 2 4 6 8]
   * }
   *
   * @throws ShapeException if {@code batchSize} is less than 1
   */
  public static <X, Y> Y map(Fn1<X, Y> f, X xs, int batchSize) {
    return BatchedMap.of(f, xs, batchSize);
  }

  /**
   * All prefixes combined: {@code x0, f(x0, x1), f(f(x0, x1), x2), ...} along the first axis.
   * {@code jax.lax.associative_scan}.
   *
   * {@snippet :
   * lax.associativeScan((Array a, Array b) -> a.times(b), jnp.array(1, 2, 3, 4)) // => [1 2 6 24]
   * }
   *
   * @param f associative; it combines many elements at once, so it keeps all axes
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws ShapeException if the leaves differ in length along the axis, or a leaf is a scalar
   * @throws jacobean.error.TreeException if the trees have different structures
   */
  public static <T> T associativeScan(Fn2<T, T, T> f, T elements) {
    return associativeScan(f, elements, false, 0);
  }

  /** {@link #associativeScan(Fn2, Object)}, from the end if {@code reverse}. */
  public static <T> T associativeScan(Fn2<T, T, T> f, T elements, boolean reverse) {
    return associativeScan(f, elements, reverse, 0);
  }

  /** {@link #associativeScan(Fn2, Object)} along an axis, from its end if {@code reverse}. */
  public static <T> T associativeScan(Fn2<T, T, T> f, T elements, boolean reverse, int axis) {
    return AssociativeScan.of(f::call, elements, reverse, axis);
  }
}
