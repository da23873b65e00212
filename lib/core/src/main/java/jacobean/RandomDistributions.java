package jacobean;

import static jacobean.type.DType.FLOAT32;

import jacobean.type.DType;
import jacobean.type.Shape;

/**
 * Continuous distributions with parameters. A draw has the shape asked for, or that of the
 * parameters if none is.
 */
class RandomDistributions extends RandomStandards {
  RandomDistributions() {}

  /**
   * Standard normal, given that it lies between lower and upper, float32. {@code
   * jax.random.truncated_normal}.
   *
   * {@snippet :
   * random.truncatedNormal(random.PRNGKey(0), -1, 1, 2) // => [0.8618594 0.9412883]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array truncatedNormal(Array key, Number lower, Number upper, int... shape) {
    return truncatedNormal(key, jnp.asarray(lower), jnp.asarray(upper), Shape.of(shape), FLOAT32);
  }

  /**
   * Standard normal, given that it lies between lower and upper, float32; the parameters broadcast.
   * {@code jax.random.truncated_normal}.
   */
  public static Array truncatedNormal(Array key, Array lower, Array upper, int... shape) {
    return truncatedNormal(key, lower, upper, Shape.of(shape), FLOAT32);
  }

  /**
   * Standard normal, given that it lies between lower and upper; the parameters broadcast. {@code
   * jax.random.truncated_normal}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array truncatedNormal(
      Array key, Array lower, Array upper, Shape shape, DType dtype) {
    return ContinuousSamplers.TRUNCATED_NORMAL.sampleLike(key, shape, dtype, lower, upper);
  }

  /**
   * Pareto with shape b and least value 1, float32. {@code jax.random.pareto}.
   *
   * {@snippet :
   * random.pareto(random.PRNGKey(0), 2, 2) // => [4.3713155 6.832648 ]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array pareto(Array key, Number b, int... shape) {
    return pareto(key, jnp.asarray(b), Shape.of(shape), FLOAT32);
  }

  /**
   * Pareto with shape b and least value 1, float32; the parameters broadcast. {@code
   * jax.random.pareto}.
   */
  public static Array pareto(Array key, Array b, int... shape) {
    return pareto(key, b, Shape.of(shape), FLOAT32);
  }

  /**
   * Pareto with shape b and least value 1; the parameters broadcast. {@code jax.random.pareto}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array pareto(Array key, Array b, Shape shape, DType dtype) {
    return ContinuousSamplers.PARETO.sampleLike(key, shape, dtype, b);
  }

  /**
   * Rayleigh, float32. {@code jax.random.rayleigh}.
   *
   * {@snippet :
   * random.rayleigh(random.PRNGKey(0), 1, 2) // => [0.32787833 0.20810027]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array rayleigh(Array key, Number scale, int... shape) {
    return rayleigh(key, jnp.asarray(scale), Shape.of(shape), FLOAT32);
  }

  /** Rayleigh, float32; the parameters broadcast. {@code jax.random.rayleigh}. */
  public static Array rayleigh(Array key, Array scale, int... shape) {
    return rayleigh(key, scale, Shape.of(shape), FLOAT32);
  }

  /**
   * Rayleigh; the parameters broadcast. {@code jax.random.rayleigh}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array rayleigh(Array key, Array scale, Shape shape, DType dtype) {
    return ContinuousSamplers.RAYLEIGH.sampleLike(key, shape, dtype, scale);
  }

  /**
   * Weibull, float32. {@code jax.random.weibull_min}.
   *
   * {@snippet :
   * random.weibullMin(random.PRNGKey(0), 1, 2, 2) // => [1.7175937 1.9604654]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array weibullMin(Array key, Number scale, Number concentration, int... shape) {
    return weibullMin(
        key, jnp.asarray(scale), jnp.asarray(concentration), Shape.of(shape), FLOAT32);
  }

  /** Weibull, float32; the parameters broadcast. {@code jax.random.weibull_min}. */
  public static Array weibullMin(Array key, Array scale, Array concentration, int... shape) {
    return weibullMin(key, scale, concentration, Shape.of(shape), FLOAT32);
  }

  /**
   * Weibull; the parameters broadcast. {@code jax.random.weibull_min}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array weibullMin(
      Array key, Array scale, Array concentration, Shape shape, DType dtype) {
    return ContinuousSamplers.WEIBULL_MIN.sampleLike(key, shape, dtype, scale, concentration);
  }

  /**
   * Triangular from left to right with its peak at mode, float32. {@code jax.random.triangular}.
   *
   * {@snippet :
   * random.triangular(random.PRNGKey(0), 0, 1, 3, 2) // => [2.4396448 2.6415021]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array triangular(Array key, Number left, Number mode, Number right, int... shape) {
    return triangular(
        key, jnp.asarray(left), jnp.asarray(mode), jnp.asarray(right), Shape.of(shape), FLOAT32);
  }

  /**
   * Triangular from left to right with its peak at mode, float32; the parameters broadcast. {@code
   * jax.random.triangular}.
   */
  public static Array triangular(Array key, Array left, Array mode, Array right, int... shape) {
    return triangular(key, left, mode, right, Shape.of(shape), FLOAT32);
  }

  /**
   * Triangular from left to right with its peak at mode; the parameters broadcast. {@code
   * jax.random.triangular}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array triangular(
      Array key, Array left, Array mode, Array right, Shape shape, DType dtype) {
    return ContinuousSamplers.TRIANGULAR.sampleLike(key, shape, dtype, left, mode, right);
  }

  /**
   * The exponential of a normal number with deviation sigma, float32. {@code jax.random.lognormal}.
   *
   * {@snippet :
   * random.lognormal(random.PRNGKey(0), 1, 2) // => [5.066459 7.578117]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array lognormal(Array key, Number sigma, int... shape) {
    return lognormal(key, jnp.asarray(sigma), Shape.of(shape), FLOAT32);
  }

  /**
   * The exponential of a normal number with deviation sigma, float32; the parameters broadcast.
   * {@code jax.random.lognormal}.
   */
  public static Array lognormal(Array key, Array sigma, int... shape) {
    return lognormal(key, sigma, Shape.of(shape), FLOAT32);
  }

  /**
   * The exponential of a normal number with deviation sigma; the parameters broadcast. {@code
   * jax.random.lognormal}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array lognormal(Array key, Array sigma, Shape shape, DType dtype) {
    return ContinuousSamplers.LOGNORMAL.sampleLike(key, shape, dtype, sigma);
  }

  /**
   * Wald, the inverse Gaussian, with scale 1, float32. {@code jax.random.wald}.
   *
   * {@snippet :
   * random.wald(random.PRNGKey(0), 1, 2) // => [0.3805977 0.41566527]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array wald(Array key, Number mean, int... shape) {
    return wald(key, jnp.asarray(mean), Shape.of(shape), FLOAT32);
  }

  /**
   * Wald, the inverse Gaussian, with scale 1, float32; the parameters broadcast. {@code
   * jax.random.wald}.
   */
  public static Array wald(Array key, Array mean, int... shape) {
    return wald(key, mean, Shape.of(shape), FLOAT32);
  }

  /**
   * Wald, the inverse Gaussian, with scale 1; the parameters broadcast. {@code jax.random.wald}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array wald(Array key, Array mean, Shape shape, DType dtype) {
    return ContinuousSamplers.WALD.sampleLike(key, shape, dtype, mean);
  }
}
