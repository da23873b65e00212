package jacobean;

import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.debugging.KeyReuse;
import jacobean.error.ShapeException;
import jacobean.prng.Random;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** Keys: made from seeds, split into new ones, combined with numbers. */
class RandomKeys {
  RandomKeys() {}

  /**
   * The key of a seed, uint32[2]. The seed's lower 32 bits count. {@code jax.random.PRNGKey}.
   *
   * {@snippet :
   * random.PRNGKey(42) // => [0 42]
   * }
   */
  public static Array PRNGKey(long seed) {
    return Array.of(Random.key(seed));
  }

  /**
   * The key of a seed; the same as {@link #PRNGKey}. {@code jax.random.key}.
   *
   * {@snippet :
   * random.key(42) // => [0 42]
   * }
   */
  public static Array key(long seed) {
    return PRNGKey(seed);
  }

  /**
   * Two new keys, which give numbers that have nothing to do with each other; the old one is used
   * up. {@code jax.random.split}.
   *
   * {@snippet :
   * random.split(random.PRNGKey(0)) // => [[1797259609 2579123966], [928981903 3453687069]]
   * }
   *
   * @throws ShapeException if it is no key
   */
  public static List<Array> split(Array key) {
    return split(key, 2);
  }

  /** This many new keys. {@code jax.random.split}. */
  public static List<Array> split(Array key, int num) {
    var keys = splitArray(key, num);
    return IntStream.range(0, num).mapToObj(keys::get).toList();
  }

  /**
   * New keys as one array, uint32[shape..., 2], as {@code vmap} takes them. {@code
   * jax.random.split}.
   *
   * {@snippet :
   * random.splitArray(random.PRNGKey(0), 3).shape() // => (3, 2)
   * var keys = random.splitArray(random.PRNGKey(0), 2);
   * vmap(k -> random.normal(k)).apply(keys) // => [1.0040143 -2.4424558]
   * }
   *
   * @throws ShapeException if key is no key, or a length is negative
   */
  public static Array splitArray(Array key, int... shape) {
    KeyReuse.watch().use("split", key.value());
    return Array.of(Random.split(key.value(), Shape.of(shape)));
  }

  /** New keys without counting this one as used: for draws made of several. */
  static Array fresh(Array key, int num, int i) {
    return Array.of(Random.split(key.value(), Shape.of(num))).get(i);
  }

  /**
   * A new key of a key and a number. {@code jax.random.fold_in}.
   *
   * {@snippet :
   * random.foldIn(random.PRNGKey(0), 7) // => [2716826189 292468403]
   * }
   *
   * @throws ShapeException if key is no key
   */
  public static Array foldIn(Array key, long data) {
    return foldIn(key, jnp.array((int) data));
  }

  /** A new key of a key and an integer scalar. {@code jax.random.fold_in}. */
  public static Array foldIn(Array key, Array data) {
    return Array.of(Random.foldIn(key.value(), data.value()));
  }

  /**
   * The words of keys: keys are plain arrays here, so it is the array. {@code jax.random.key_data}.
   *
   * {@snippet :
   * random.keyData(random.PRNGKey(5)) // => [0 5]
   * }
   */
  public static Array keyData(Array keys) {
    return keys;
  }

  /**
   * Keys of their words, uint32[..., 2]. {@code jax.random.wrap_key_data}.
   *
   * {@snippet :
   * random.wrapKeyData(jnp.array(0, 5).astype(jnp.uint32)) // => [0 5]
   * }
   *
   * @throws ShapeException if the array is no array of such words
   */
  public static Array wrapKeyData(Array words) {
    if (words.dtype() != DType.UINT32 || words.ndim() == 0 || words.shape(-1) != 2) {
      throw new ShapeException(
          "random.wrapKeyData: the words of keys are uint32[..., 2], got "
              + words.aval()
              + ". To make a key of a number, use random.key(seed).");
    }
    return words;
  }

  /**
   * The same key, counted as one that was not used yet. {@code jax.random.clone}.
   *
   * {@snippet :
   * var key = random.PRNGKey(0);
   * random.uniform(key).eq(random.uniform(random.clone(key))) // => True
   * }
   */
  public static Array clone(Array key) {
    return key.value() instanceof Concrete c
        ? Array.of(HostArray.gather(c.aval(), c.host(), i -> i).toConcrete())
        : key;
  }

  /**
   * The generator's name. {@code jax.random.key_impl}.
   *
   * {@snippet :
   * random.keyImpl(random.PRNGKey(0)) // => threefry2x32
   * }
   */
  public static String keyImpl(Array keys) {
    return "threefry2x32";
  }
}
