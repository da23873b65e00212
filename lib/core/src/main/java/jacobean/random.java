package jacobean;

/**
 * Random numbers as pure functions of a key: {@code jax.random}, with JAX's bits. The same key
 * gives the same numbers; split a key to get new ones. A key that is used twice is warned of, see
 * {@code debug.keyReuse}.
 *
 * {@snippet :
 * var keys = random.split(random.PRNGKey(2022));
 * random.normal(keys.get(0), 2) // => [0.46558708 0.68398917]
 * random.uniform(keys.get(1), 2) // => [0.9629992 0.22632658]
 * }
 */
public final class random extends RandomMatrices {
  private random() {}
}
