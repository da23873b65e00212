package jacobean;

import static jacobean.type.DType.FLOAT32;

import jacobean.error.DTypeException;
import jacobean.type.DType;
import jacobean.type.Shape;

/** Uniform bits and numbers, and continuous distributions in their standard form. */
class RandomStandards extends RandomKeys {
  RandomStandards() {}

  /**
   * Uniform bits, uint32. {@code jax.random.bits}.
   *
   * {@snippet :
   * random.bits(random.PRNGKey(0), 2) // => [4070199207 4202968722]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, or a length is negative
   */
  public static Array bits(Array key, int... shape) {
    return bits(key, Shape.of(shape));
  }

  /** {@link #bits(Array, int...)} of the shape of another array. */
  public static Array bits(Array key, Shape shape) {
    return ContinuousSamplers.BITS.sample(key, shape, DType.UINT32);
  }

  /**
   * Uniform bits of an unsigned dtype. {@code jax.random.bits}.
   *
   * {@snippet :
   * random.bits(random.key(0), Shape.of(2), jnp.uint8).dtype() // => uint8
   * }
   *
   * @throws DTypeException if it is none
   */
  public static Array bits(Array key, Shape shape, DType dtype) {
    return ContinuousSamplers.BITS.sample(key, shape, dtype);
  }

  /**
   * Uniform in [0, 1), float32. {@code jax.random.uniform}.
   *
   * {@snippet :
   * random.uniform(random.PRNGKey(0), 3) // => [0.947667 0.9785799 0.33229148]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array uniform(Array key, int... shape) {
    return uniform(key, Shape.of(shape), FLOAT32);
  }

  /** {@link #uniform(Array, int...)} of the shape of another array. */
  public static Array uniform(Array key, Shape shape) {
    return uniform(key, shape, FLOAT32);
  }

  /**
   * Uniform in [0, 1). {@code jax.random.uniform}.
   *
   * @throws DTypeException if dtype is not floating
   */
  public static Array uniform(Array key, Shape shape, DType dtype) {
    return uniform(key, shape, dtype, 0., 1.);
  }

  /**
   * Uniform in [minval, maxval), float32. {@code jax.random.uniform}.
   *
   * {@snippet :
   * random.uniform(random.PRNGKey(0), Shape.of(2), -1, 1) // => [0.895334 0.95715976]
   * }
   */
  public static Array uniform(Array key, Shape shape, Number minval, Number maxval) {
    return uniform(key, shape, FLOAT32, minval, maxval);
  }

  /** Uniform in [minval, maxval). {@code jax.random.uniform}. */
  public static Array uniform(Array key, Shape shape, DType dtype, Number minval, Number maxval) {
    return uniform(key, shape, dtype, jnp.asarray(minval), jnp.asarray(maxval));
  }

  /** Uniform between arrays that broadcast to the shape. {@code jax.random.uniform}. */
  public static Array uniform(Array key, Shape shape, DType dtype, Array minval, Array maxval) {
    return ContinuousSamplers.UNIFORM.sampleLike(key, shape, dtype, minval, maxval);
  }

  /**
   * Standard normal, float32. {@code jax.random.normal}.
   *
   * {@snippet :
   * random.normal(random.PRNGKey(2022), 2) // => [0.0561482 -0.96616364]
   * jnp.std(random.normal(random.PRNGKey(0), 1000)) // => 0.98407435
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, or a length is negative
   */
  public static Array normal(Array key, int... shape) {
    return normal(key, Shape.of(shape), FLOAT32);
  }

  /**
   * {@link #normal(Array, int...)} of the shape of another array.
   *
   * {@snippet :
   * random.normal(random.key(0), jnp.ones(2, 3).shape()).shape() // => (2, 3)
   * }
   */
  public static Array normal(Array key, Shape shape) {
    return normal(key, shape, FLOAT32);
  }

  /**
   * Standard normal of a floating dtype. {@code jax.random.normal}.
   *
   * @throws DTypeException if dtype is not floating
   */
  public static Array normal(Array key, Shape shape, DType dtype) {
    return ContinuousSamplers.NORMAL.sampleLike(key, shape, dtype);
  }

  /**
   * Exponential with mean 1, float32. {@code jax.random.exponential}.
   *
   * {@snippet :
   * random.exponential(random.PRNGKey(0), 2) // => [2.950128 3.8434246]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, or a length is negative
   */
  public static Array exponential(Array key, int... shape) {
    return exponential(key, Shape.of(shape), FLOAT32);
  }

  /** {@link #exponential(Array, int...)} of the shape of another array. */
  public static Array exponential(Array key, Shape shape) {
    return exponential(key, shape, FLOAT32);
  }

  /**
   * Exponential with mean 1. {@code jax.random.exponential}.
   *
   * @throws DTypeException if dtype is not floating
   */
  public static Array exponential(Array key, Shape shape, DType dtype) {
    return ContinuousSamplers.EXPONENTIAL.sampleLike(key, shape, dtype);
  }

  /**
   * Standard Gumbel, float32. {@code jax.random.gumbel}.
   *
   * {@snippet :
   * random.gumbel(random.PRNGKey(0), 2) // => [2.9233725 3.8326175]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, or a length is negative
   */
  public static Array gumbel(Array key, int... shape) {
    return gumbel(key, Shape.of(shape), FLOAT32);
  }

  /** {@link #gumbel(Array, int...)} of the shape of another array. */
  public static Array gumbel(Array key, Shape shape) {
    return gumbel(key, shape, FLOAT32);
  }

  /**
   * Standard Gumbel. {@code jax.random.gumbel}.
   *
   * @throws DTypeException if dtype is not floating
   */
  public static Array gumbel(Array key, Shape shape, DType dtype) {
    return ContinuousSamplers.GUMBEL.sampleLike(key, shape, dtype);
  }

  /**
   * Standard Gumbel. {@code jax.random.gumbel}.
   *
   * {@snippet :
   * random.gumbel(random.PRNGKey(0), Shape.of(2), jnp.float32, "high") // => [-1.0818486 -1.3463638]
   * }
   *
   * @param mode {@code "low"}, {@code "high"} or {@code "highest"}: how many random bits are used,
   *     that is, how great draws can be
   */
  public static Array gumbel(Array key, Shape shape, DType dtype, String mode) {
    return PreciseSamplers.gumbel(mode).sampleLike(key, shape, dtype);
  }

  /**
   * Standard Laplace, float32. {@code jax.random.laplace}.
   *
   * {@snippet :
   * random.laplace(random.PRNGKey(0), 2) // => [-2.2569816 -3.1502788]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, or a length is negative
   */
  public static Array laplace(Array key, int... shape) {
    return laplace(key, Shape.of(shape), FLOAT32);
  }

  /** {@link #laplace(Array, int...)} of the shape of another array. */
  public static Array laplace(Array key, Shape shape) {
    return laplace(key, shape, FLOAT32);
  }

  /**
   * Standard Laplace. {@code jax.random.laplace}.
   *
   * @throws DTypeException if dtype is not floating
   */
  public static Array laplace(Array key, Shape shape, DType dtype) {
    return ContinuousSamplers.LAPLACE.sampleLike(key, shape, dtype);
  }

  /**
   * Standard logistic, float32. {@code jax.random.logistic}.
   *
   * {@snippet :
   * random.logistic(random.PRNGKey(0), 2) // => [2.896376 3.8217716]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, or a length is negative
   */
  public static Array logistic(Array key, int... shape) {
    return logistic(key, Shape.of(shape), FLOAT32);
  }

  /** {@link #logistic(Array, int...)} of the shape of another array. */
  public static Array logistic(Array key, Shape shape) {
    return logistic(key, shape, FLOAT32);
  }

  /**
   * Standard logistic. {@code jax.random.logistic}.
   *
   * @throws DTypeException if dtype is not floating
   */
  public static Array logistic(Array key, Shape shape, DType dtype) {
    return ContinuousSamplers.LOGISTIC.sampleLike(key, shape, dtype);
  }

  /**
   * Standard Cauchy, float32. {@code jax.random.cauchy}.
   *
   * {@snippet :
   * random.cauchy(random.PRNGKey(0), 2) // => [6.0274944 14.837895 ]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, or a length is negative
   */
  public static Array cauchy(Array key, int... shape) {
    return cauchy(key, Shape.of(shape), FLOAT32);
  }

  /** {@link #cauchy(Array, int...)} of the shape of another array. */
  public static Array cauchy(Array key, Shape shape) {
    return cauchy(key, shape, FLOAT32);
  }

  /**
   * Standard Cauchy. {@code jax.random.cauchy}.
   *
   * @throws DTypeException if dtype is not floating
   */
  public static Array cauchy(Array key, Shape shape, DType dtype) {
    return ContinuousSamplers.CAUCHY.sampleLike(key, shape, dtype);
  }

  /**
   * Maxwell: the length of a standard normal vector in three dimensions, float32. {@code
   * jax.random.maxwell}.
   *
   * {@snippet :
   * random.maxwell(random.PRNGKey(0), 2) // => [2.6310966 0.9910329]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, or a length is negative
   */
  public static Array maxwell(Array key, int... shape) {
    return maxwell(key, Shape.of(shape), FLOAT32);
  }

  /**
   * Maxwell: the length of a standard normal vector in three dimensions. {@code
   * jax.random.maxwell}.
   *
   * @throws DTypeException if dtype is not floating
   */
  public static Array maxwell(Array key, Shape shape, DType dtype) {
    return ContinuousSamplers.MAXWELL.sampleLike(key, shape, dtype);
  }
}
