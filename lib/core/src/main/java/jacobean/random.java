package jacobean;

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
    return Array.of(Random.bits(key.value(), Shape.of(shape)));
  }

  /** Uniform in [0, 1), float32. */
  public static Array uniform(Array key, int... shape) {
    return uniform(key, Shape.of(shape), DType.FLOAT32, 0., 1.);
  }

  /** Uniform in [minval, maxval). */
  public static Array uniform(Array key, Shape shape, DType dtype, Number minval, Number maxval) {
    return Array.of(
        Random.uniform(
            key.value(), shape, dtype, scalar(minval, dtype), scalar(maxval, dtype)));
  }

  /** Standard normal, float32. */
  public static Array normal(Array key, int... shape) {
    return normal(key, Shape.of(shape), DType.FLOAT32);
  }

  /** Standard normal of a floating dtype. */
  public static Array normal(Array key, Shape shape, DType dtype) {
    return Array.of(Random.normal(key.value(), shape, dtype));
  }

  private static jacobean.core.Value scalar(Number n, DType dtype) {
    return jnp.asarray(n).astype(dtype).value();
  }
}
