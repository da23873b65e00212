package jacobean;

import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;

/** The part of {@link jnp} that maps functions over the axes that they do not know of. */
abstract sealed class NumpyVectorized extends NumpyFiles permits NumpyTypes {

  /** f of scalars, on arrays that broadcast. {@code jnp.vectorize}. */
  public static ArrayFn1 vectorize(ArrayFn1 f) {
    var mapped = Vectorized.of(f);
    return (a) -> mapped.<Array>call(a);
  }

  /**
   * f of arrays, on arrays with more axes before theirs, which broadcast. {@code jnp.vectorize}.
   *
   * {@snippet :
   * jnp.vectorize(x -> jnp.mean(x), "(n)->()").apply(jnp.ones(2, 3)) // => [1. 1.]
   * }
   *
   * @param signature the axes that f sees, as NumPy writes them: {@code (n,m),(m)->(n)}
   * @throws jacobean.error.ShapeException if it cannot be read, or axes differ from it
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
   */
  public static ArrayFn1 vectorize(ArrayFn1 f, String signature) {
    var mapped = Vectorized.of(f, signature);
    return (a) -> mapped.<Array>call(a);
  }

  /** {@code vectorize} of a function with several results. */
  public static <R> Fn1<Array, R> vectorize(Fn1<Array, R> f, String signature) {
    var mapped = Vectorized.of(f, signature);
    return (a) -> mapped.<R>call(a);
  }

  /**
   * f of scalars, on arrays that broadcast. {@code jnp.vectorize}.
   *
   * {@snippet :
   * ArrayFn2 larger = (a, b) -> lax.max(a, b);
   * jnp.vectorize(larger).apply(jnp.array(1., 5.), jnp.array(3.)) // => [3. 5.]
   * }
   */
  public static ArrayFn2 vectorize(ArrayFn2 f) {
    var mapped = Vectorized.of(f);
    return (a, b) -> mapped.<Array>call(a, b);
  }

  /**
   * f of arrays, on arrays with more axes before theirs, which broadcast. {@code jnp.vectorize}.
   *
   * @param signature the axes that f sees, as NumPy writes them: {@code (n,m),(m)->(n)}
   * @throws jacobean.error.ShapeException if it cannot be read, or axes differ from it
   */
  public static ArrayFn2 vectorize(ArrayFn2 f, String signature) {
    var mapped = Vectorized.of(f, signature);
    return (a, b) -> mapped.<Array>call(a, b);
  }

  /** {@code vectorize} of a function with several results. */
  public static <R> Fn2<Array, Array, R> vectorize(Fn2<Array, Array, R> f, String signature) {
    var mapped = Vectorized.of(f, signature);
    return (a, b) -> mapped.<R>call(a, b);
  }

  /** f of scalars, on arrays that broadcast. {@code jnp.vectorize}. */
  public static ArrayFn3 vectorize(ArrayFn3 f) {
    var mapped = Vectorized.of(f);
    return (a, b, c) -> mapped.<Array>call(a, b, c);
  }

  /**
   * f of arrays, on arrays with more axes before theirs, which broadcast. {@code jnp.vectorize}.
   *
   * @param signature the axes that f sees, as NumPy writes them: {@code (n,m),(m)->(n)}
   * @throws jacobean.error.ShapeException if it cannot be read, or axes differ from it
   */
  public static ArrayFn3 vectorize(ArrayFn3 f, String signature) {
    var mapped = Vectorized.of(f, signature);
    return (a, b, c) -> mapped.<Array>call(a, b, c);
  }

  /** {@code vectorize} of a function with several results. */
  public static <R> Fn3<Array, Array, Array, R> vectorize(
      Fn3<Array, Array, Array, R> f, String signature) {
    var mapped = Vectorized.of(f, signature);
    return (a, b, c) -> mapped.<R>call(a, b, c);
  }

  /** f of scalars, on arrays that broadcast. {@code jnp.vectorize}. */
  public static ArrayFn4 vectorize(ArrayFn4 f) {
    var mapped = Vectorized.of(f);
    return (a, b, c, d) -> mapped.<Array>call(a, b, c, d);
  }

  /**
   * f of arrays, on arrays with more axes before theirs, which broadcast. {@code jnp.vectorize}.
   *
   * @param signature the axes that f sees, as NumPy writes them: {@code (n,m),(m)->(n)}
   * @throws jacobean.error.ShapeException if it cannot be read, or axes differ from it
   */
  public static ArrayFn4 vectorize(ArrayFn4 f, String signature) {
    var mapped = Vectorized.of(f, signature);
    return (a, b, c, d) -> mapped.<Array>call(a, b, c, d);
  }

  /** {@code vectorize} of a function with several results. */
  public static <R> Fn4<Array, Array, Array, Array, R> vectorize(
      Fn4<Array, Array, Array, Array, R> f, String signature) {
    var mapped = Vectorized.of(f, signature);
    return (a, b, c, d) -> mapped.<R>call(a, b, c, d);
  }

  /** f of scalars, on arrays that broadcast. {@code jnp.vectorize}. */
  public static ArrayFn5 vectorize(ArrayFn5 f) {
    var mapped = Vectorized.of(f);
    return (a, b, c, d, e) -> mapped.<Array>call(a, b, c, d, e);
  }

  /**
   * f of arrays, on arrays with more axes before theirs, which broadcast. {@code jnp.vectorize}.
   *
   * @param signature the axes that f sees, as NumPy writes them: {@code (n,m),(m)->(n)}
   * @throws jacobean.error.ShapeException if it cannot be read, or axes differ from it
   */
  public static ArrayFn5 vectorize(ArrayFn5 f, String signature) {
    var mapped = Vectorized.of(f, signature);
    return (a, b, c, d, e) -> mapped.<Array>call(a, b, c, d, e);
  }

  /** {@code vectorize} of a function with several results. */
  public static <R> Fn5<Array, Array, Array, Array, Array, R> vectorize(
      Fn5<Array, Array, Array, Array, Array, R> f, String signature) {
    var mapped = Vectorized.of(f, signature);
    return (a, b, c, d, e) -> mapped.<R>call(a, b, c, d, e);
  }
}
