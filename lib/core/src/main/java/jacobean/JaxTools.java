package jacobean;

import jacobean.fn.Fn;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import java.util.List;

/** The part of {@link jax} with tools for those who write derivatives. */
abstract sealed class JaxTools extends JaxCallbacks permits JaxRuntime {

  // --- A function and what it closes over ---

  /**
   * f as a function of its argument and of what it closes over, which is given beside it; so that
   * rules can differentiate by that, too. {@code jax.closure_convert}.
   *
   * {@snippet :
   * var w = jnp.array(1., 2.);
   * var c = closureConvert(x -> x.times(w), jnp.array(3., 4.));
   * c.function().apply(jnp.array(1., 1.), List.of(jnp.array(5., 6.))) // => [5. 6.]
   * }
   *
   * @param like an argument, of which the type is read
   */
  public static ClosureConverted closureConvert(ArrayFn1 f, Array like) {
    return ClosureConverted.of(f, like);
  }

  /**
   * Two functions that make up {@code vjp}: the first goes forward and keeps what the second, the
   * backward pass, needs. Both can be compiled. {@code jax.experimental.fwd_and_bwd}.
   *
   * {@snippet :
   * var both = fwdAndBwd(x -> jnp.sin(x));
   * var there = jit(both.fwd()).apply(jnp.array(0.));
   * jit(both.bwd()).apply(there.residuals(), jnp.array(2.)) // => 2.0
   * }
   */
  public static FwdAndBwd<Array, Array> fwdAndBwd(ArrayFn1 f) {
    return FwdAndBwd.of(f);
  }

  /** {@code fwdAndBwd} of a function of a pytree. */
  public static <A, R> FwdAndBwd<A, R> fwdAndBwd(Fn1<A, R> f) {
    return FwdAndBwd.of(f);
  }

  /**
   * {@code f(residuals, x)}, which is linear in x, with a transpose that is written by hand. {@code
   * jax.custom_derivatives.linear_call}.
   *
   * {@snippet :
   * var halved = grad(x -> linearCall((n, t) -> t.div(n), (n, t) -> t.div(n), jnp.array(2.), x));
   * halved.apply(jnp.array(1.)) // => 0.5
   * }
   *
   * @param f linear in its second argument, which is not checked
   * @param transposed from the residuals and the cotangent of the result to that of x
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static Array linearCall(ArrayFn2 f, ArrayFn2 transposed, Array residuals, Array x) {
    return CustomRules.linear(f, transposed, residuals, x);
  }

  /** {@code linearCall} of functions of pytrees. */
  public static <S, A, R> R linearCall(Fn2<S, A, R> f, Fn2<S, R, A> transposed, S residuals, A x) {
    return CustomRules.linear(f, transposed, residuals, x);
  }

  // --- Checking ---

  /**
   * Compares derivatives of f with differences of its values, forward and backward, along random
   * directions. {@code jax.test_util.check_grads}.
   *
   * {@snippet :
   * checkGrads(x -> jnp.sin(x), List.of(jnp.array(1., 2.)), 2);
   * }
   *
   * @param args the arguments, floating
   * @param order how many derivatives of derivatives are checked
   * @throws jacobean.error.GradException where they differ
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.TreeException if the arguments are not as many as the function takes
   */
  public static void checkGrads(Fn<?> f, List<?> args, int order) {
    GradCheck.check(f, args, order);
  }

  /** {@link #checkGrads(Fn, List, int)} of a function of 1 array. */
  public static void checkGrads(ArrayFn1 f, List<Array> args, int order) {
    GradCheck.check(f, args, order);
  }

  /** {@link #checkGrads(Fn, List, int)} of a function of 2 arrays. */
  public static void checkGrads(ArrayFn2 f, List<Array> args, int order) {
    GradCheck.check(f, args, order);
  }

  /** {@link #checkGrads(Fn, List, int)} of a function of 3 arrays. */
  public static void checkGrads(ArrayFn3 f, List<Array> args, int order) {
    GradCheck.check(f, args, order);
  }

  /** {@link #checkGrads(Fn, List, int)} of a function of 4 arrays. */
  public static void checkGrads(ArrayFn4 f, List<Array> args, int order) {
    GradCheck.check(f, args, order);
  }

  /** {@link #checkGrads(Fn, List, int)} of a function of 5 arrays. */
  public static void checkGrads(ArrayFn5 f, List<Array> args, int order) {
    GradCheck.check(f, args, order);
  }
}
