package jacobean;

import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import java.util.Arrays;
import java.util.List;

/** The part of {@link jax} that gives derivatives along directions, and their transposes. */
abstract sealed class JaxDerivatives extends JaxValuesAndGradients permits JaxJacobians {

  /**
   * The value of f at x and how it moves when x moves by t. {@code jax.jvp}.
   *
   * @throws jacobean.error.TreeException if t has not the structure of x
   */
  public static <A, R> Directional.Jvp<R> jvp(Fn1<A, R> f, A x, A t) {
    return Directional.jvp(f, Arrays.asList(x), Arrays.asList(t));
  }

  /**
   * The value of f at x and how it moves when x moves by t. {@code jax.jvp}.
   *
   * {@snippet :
   * jvp(x -> jnp.sin(x), jnp.array(0.), jnp.array(2.)) // => Jvp[value=0.0, tangent=2.0]
   * }
   *
   * @throws jacobean.error.ShapeException if t has not the shape of x
   * @throws jacobean.error.DTypeException if a tangent has another dtype than what it belongs to,
   *     or a leaf is neither an array nor a number
   */
  public static Directional.Jvp<Array> jvp(ArrayFn1 f, Array x, Array t) {
    return Directional.jvp(f, Arrays.asList(x), Arrays.asList(t));
  }

  /** The value of f of 2 arrays and how it moves when each moves by its tangent. */
  public static Directional.Jvp<Array> jvp(ArrayFn2 f, List<Array> primals, List<Array> tangents) {
    return Directional.jvp(f, primals, tangents);
  }

  /** The value of f of 2 arguments and how it moves when each moves by its tangent. */
  public static <A, B, R> Directional.Jvp<R> jvp(
      Fn2<A, B, R> f, List<?> primals, List<?> tangents) {
    return Directional.jvp(f, primals, tangents);
  }

  /** The value of f of 3 arrays and how it moves when each moves by its tangent. */
  public static Directional.Jvp<Array> jvp(ArrayFn3 f, List<Array> primals, List<Array> tangents) {
    return Directional.jvp(f, primals, tangents);
  }

  /** The value of f of 3 arguments and how it moves when each moves by its tangent. */
  public static <A, B, C, R> Directional.Jvp<R> jvp(
      Fn3<A, B, C, R> f, List<?> primals, List<?> tangents) {
    return Directional.jvp(f, primals, tangents);
  }

  /** The value of f of 4 arrays and how it moves when each moves by its tangent. */
  public static Directional.Jvp<Array> jvp(ArrayFn4 f, List<Array> primals, List<Array> tangents) {
    return Directional.jvp(f, primals, tangents);
  }

  /** The value of f of 4 arguments and how it moves when each moves by its tangent. */
  public static <A, B, C, D, R> Directional.Jvp<R> jvp(
      Fn4<A, B, C, D, R> f, List<?> primals, List<?> tangents) {
    return Directional.jvp(f, primals, tangents);
  }

  /** The value of f of 5 arrays and how it moves when each moves by its tangent. */
  public static Directional.Jvp<Array> jvp(ArrayFn5 f, List<Array> primals, List<Array> tangents) {
    return Directional.jvp(f, primals, tangents);
  }

  /** The value of f of 5 arguments and how it moves when each moves by its tangent. */
  public static <A, B, C, D, E, R> Directional.Jvp<R> jvp(
      Fn5<A, B, C, D, E, R> f, List<?> primals, List<?> tangents) {
    return Directional.jvp(f, primals, tangents);
  }

  /**
   * The value of f at x and the function that takes a cotangent of the value to that of x. {@code
   * jax.vjp}.
   */
  public static <A, R> Directional.Vjp<A, R> vjp(Fn1<A, R> f, A x) {
    return Directional.vjp1(f, x);
  }

  /**
   * The value of f at x and the function that takes a cotangent of the value to that of x. {@code
   * jax.vjp}.
   *
   * {@snippet :
   * var y = vjp(x -> x.times(x), jnp.array(1., 2.));
   * y.value() // => [1. 4.]
   * y.pullback().apply(jnp.array(1., 10.)) // => [2. 40.]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number, or a
   *     cotangent has another dtype than what it belongs to
   * @throws jacobean.error.ShapeException if a cotangent has another shape than what it belongs to
   * @throws jacobean.error.TreeException if the trees have different structures, or with hasAux()
   *     the function does not give withAux(value, more)
   */
  public static Directional.Vjp<Array, Array> vjp(ArrayFn1 f, Array x) {
    return Directional.vjp1(f, x);
  }

  /**
   * The value of f and the function from a cotangent of it to the list of those of the arguments.
   */
  public static Directional.Vjp<List<Array>, Array> vjp(ArrayFn2 f, Array a, Array b) {
    return Directional.arrays(Directional.vjp(f, a, b));
  }

  /**
   * The value of f and the function from a cotangent of it to the list of those of the arguments.
   */
  public static <A, B, R> Directional.Vjp<List<Object>, R> vjp(Fn2<A, B, R> f, A a, B b) {
    return Directional.vjp(f, a, b);
  }

  /**
   * The value of f and the function from a cotangent of it to the list of those of the arguments.
   */
  public static Directional.Vjp<List<Array>, Array> vjp(ArrayFn3 f, Array a, Array b, Array c) {
    return Directional.arrays(Directional.vjp(f, a, b, c));
  }

  /**
   * The value of f and the function from a cotangent of it to the list of those of the arguments.
   */
  public static <A, B, C, R> Directional.Vjp<List<Object>, R> vjp(
      Fn3<A, B, C, R> f, A a, B b, C c) {
    return Directional.vjp(f, a, b, c);
  }

  /**
   * The value of f and the function from a cotangent of it to the list of those of the arguments.
   */
  public static Directional.Vjp<List<Array>, Array> vjp(
      ArrayFn4 f, Array a, Array b, Array c, Array d) {
    return Directional.arrays(Directional.vjp(f, a, b, c, d));
  }

  /**
   * The value of f and the function from a cotangent of it to the list of those of the arguments.
   */
  public static <A, B, C, D, R> Directional.Vjp<List<Object>, R> vjp(
      Fn4<A, B, C, D, R> f, A a, B b, C c, D d) {
    return Directional.vjp(f, a, b, c, d);
  }

  /**
   * The value of f and the function from a cotangent of it to the list of those of the arguments.
   */
  public static Directional.Vjp<List<Array>, Array> vjp(
      ArrayFn5 f, Array a, Array b, Array c, Array d, Array e) {
    return Directional.arrays(Directional.vjp(f, a, b, c, d, e));
  }

  /**
   * The value of f and the function from a cotangent of it to the list of those of the arguments.
   */
  public static <A, B, C, D, E, R> Directional.Vjp<List<Object>, R> vjp(
      Fn5<A, B, C, D, E, R> f, A a, B b, C c, D d, E e) {
    return Directional.vjp(f, a, b, c, d, e);
  }

  /**
   * The value of f at x and the linear function that it is near x: {@code jvp} with the work that
   * depends on x done once. {@code jax.linearize}.
   */
  public static <A, R> Directional.Linearized<A, R> linearize(Fn1<A, R> f, A x) {
    return Directional.linearize(f, x);
  }

  /**
   * {@link #linearize(Fn1, Object)} of a function of an array.
   *
   * {@snippet :
   * var near = linearize(x -> jnp.exp(x), jnp.array(0.));
   * near.jvp().apply(jnp.array(3.)) // => 3.0
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.ShapeException if a tangent has another shape than what it belongs to
   * @throws jacobean.error.TreeException if the trees have different structures
   */
  public static Directional.Linearized<Array, Array> linearize(ArrayFn1 f, Array x) {
    return Directional.linearize(f, x);
  }

  /**
   * The transpose of a linear function. {@code jax.linear_transpose}, which gives a tuple of one.
   *
   * @param like an argument, of which only the type is read; or a {@link ShapeDtypeStruct}
   * @throws jacobean.error.GradException if f turns out not to be linear
   */
  public static <A, R> Fn1<R, A> linearTranspose(Fn1<A, R> f, A like) {
    return Directional.linearTranspose(f, like);
  }

  /**
   * {@link #linearTranspose(Fn1, Object)} of a function of an array.
   *
   * {@snippet :
   * linearTranspose(x -> x.sum().times(2), jnp.zeros(3)).apply(jnp.array(1.)) // => [2. 2. 2.]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.ShapeException if a cotangent has another shape than what it belongs to
   * @throws jacobean.error.TreeException if a function of arrays is called with something else, or
   *     the trees have different structures
   */
  public static ArrayFn1 linearTranspose(ArrayFn1 f, Array like) {
    Fn1<Array, Array> transposed = Directional.linearTranspose(f, like);
    return transposed::apply;
  }
}
