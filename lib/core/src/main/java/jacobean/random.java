package jacobean;

import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn5;
import jacobean.prng.Random;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Random numbers as pure functions of a key: {@code jax.random}, with JAX's bits. The same key gives
 * the same numbers; split a key to get new ones.
 *
 * <pre>{@code
 * var key = random.PRNGKey(2022);
 * random.normal(key, 2)              // [ 0.0561482 -0.9661636]
 * var keys = random.split(key);      // two new keys
 * }</pre>
 */
public final class random {
  /** From so many elements on, compiling a whole function pays; below, its operations run one by one. */
  private static final long WORTH_COMPILING = 10_000;

  private static final Fn2<Array, Shape, Array> BITS =
      jax.jit((Array key, Shape shape) -> Array.of(Random.bits(key.value(), shape)), jax.staticArgnums(1));

  private static final Fn5<Array, Shape, DType, Array, Array, Array> UNIFORM =
      jax.jit(
          (Array key, Shape shape, DType dtype, Array low, Array high) ->
              Array.of(Random.uniform(key.value(), shape, dtype, low.value(), high.value())),
          jax.staticArgnums(1, 2));

  private static final Fn3<Array, Shape, DType, Array> NORMAL =
      jax.jit(
          (Array key, Shape shape, DType dtype) -> Array.of(Random.normal(key.value(), shape, dtype)),
          jax.staticArgnums(1, 2));

  private random() {}

  /** The key of a seed, uint32[2]. The seed's lower 32 bits count. */
  public static Array PRNGKey(long seed) {
    return Array.of(Random.key(seed));
  }

  /** Two new keys. */
  public static List<Array> split(Array key) {
    return split(key, 2);
  }

  /** This many new keys. */
  public static List<Array> split(Array key, int num) {
    var keys = splitArray(key, num);
    return IntStream.range(0, num).mapToObj(keys::get).toList();
  }

  /** This many new keys as one array, uint32[num, 2], as {@code vmap} takes them. */
  public static Array splitArray(Array key, int num) {
    return Array.of(Random.split(key.value(), Shape.of(num)));
  }

  /** A new key of a key and a number. */
  public static Array foldIn(Array key, long data) {
    return foldIn(key, jnp.array((int) data));
  }

  /** A new key of a key and an integer scalar. */
  public static Array foldIn(Array key, Array data) {
    return Array.of(Random.foldIn(key.value(), data.value()));
  }

  /** Uniform bits, uint32. */
  public static Array bits(Array key, int... shape) {
    var s = Shape.of(shape);
    return s.size() < WORTH_COMPILING ? Array.of(Random.bits(key.value(), s)) : BITS.apply(key, s);
  }

  /** Uniform in [0, 1), float32. */
  public static Array uniform(Array key, int... shape) {
    return uniform(key, Shape.of(shape), DType.FLOAT32, 0., 1.);
  }

  /** Uniform in [minval, maxval). */
  public static Array uniform(Array key, Shape shape, DType dtype, Number minval, Number maxval) {
    var low = jnp.asarray(minval).astype(dtype);
    var high = jnp.asarray(maxval).astype(dtype);
    return shape.size() < WORTH_COMPILING
        ? Array.of(Random.uniform(key.value(), shape, dtype, low.value(), high.value()))
        : UNIFORM.apply(key, shape, dtype, low, high);
  }

  /** Standard normal, float32. */
  public static Array normal(Array key, int... shape) {
    return normal(key, Shape.of(shape), DType.FLOAT32);
  }

  /** Standard normal of a floating dtype. */
  public static Array normal(Array key, Shape shape, DType dtype) {
    return shape.size() < WORTH_COMPILING
        ? Array.of(Random.normal(key.value(), shape, dtype))
        : NORMAL.apply(key, shape, dtype);
  }
}
