package jacobean;

/**
 * Random numbers as pure functions of a key: {@code jax.random}, with JAX's bits. The same key
 * gives the same numbers; split a key to get new ones. A key that is used twice is warned of, see
 * {@code debug.keyReuse}.
 *
 * <pre>{@code
 * var key = random.PRNGKey(2022);
 * random.normal(key, 2)              // [ 0.0561482 -0.9661636]
 * var keys = random.split(key);      // two new keys
 * }</pre>
 */
public final class random extends RandomMatrices {
  private random() {}
}
