package jacobean;

import static jacobean.type.DType.FLOAT32;

import jacobean.error.DTypeException;
import jacobean.op.Arithmetic;
import jacobean.op.Conversion;
import jacobean.op.ErrorFunctions;
import jacobean.prng.Random;
import jacobean.type.DType;
import jacobean.type.Shape;

/** Continuous distributions that one or a few uniform numbers are turned into. */
class RandomDistributions extends RandomKeys {
  static final Sampler BITS =
      Sampler.of(
          "bits", (key, p, shape, dtype) -> Array.of(Random.bits(key.value(), shape, dtype)));

  static final Sampler UNIFORM =
      Sampler.of(
          "uniform",
          (key, p, shape, dtype) ->
              Array.of(
                  Random.uniform(
                      key.value(),
                      shape,
                      dtype,
                      spread(p.get(0), shape),
                      spread(p.get(1), shape))));

  static final Sampler NORMAL =
      Sampler.of(
          "normal", (key, p, shape, dtype) -> Array.of(Random.normal(key.value(), shape, dtype)));

  static final Sampler EXPONENTIAL =
      Sampler.of(
          "exponential",
          (key, p, shape, dtype) -> jnp.negative(jnp.log1p(jnp.negative(unit(key, shape, dtype)))));

  static final Sampler GUMBEL =
      Sampler.of(
          "gumbel",
          (key, p, shape, dtype) ->
              jnp.negative(
                  jnp.log(jnp.negative(jnp.log(between(key, shape, dtype, tiny(dtype), 1))))));

  private static final Sampler LAPLACE =
      Sampler.of(
          "laplace",
          (key, p, shape, dtype) -> {
            var u =
                between(
                    key,
                    shape,
                    dtype,
                    dtype == DType.FLOAT64 ? Math.nextUp(-1.) : Math.nextUp(-1f),
                    1);
            return jnp.sign(u).times(jnp.log1p(jnp.negative(jnp.abs(u))));
          });

  private static final Sampler LOGISTIC =
      Sampler.of(
          "logistic",
          (key, p, shape, dtype) -> {
            var u = between(key, shape, dtype, tiny(dtype), 1);
            return jnp.log(u).minus(jnp.log1p(jnp.negative(u)));
          });

  private static final Sampler CAUCHY =
      Sampler.of(
          "cauchy",
          (key, p, shape, dtype) -> {
            var u =
                between(key, shape, dtype, dtype == DType.FLOAT64 ? Math.ulp(1.) : Math.ulp(1f), 1);
            return jnp.tan(u.minus(0.5).times(Math.PI));
          });

  private static final Sampler TRUNCATED_NORMAL =
      Sampler.of(
          "truncatedNormal",
          (key, p, shape, dtype) -> {
            double root = dtype.round(Math.sqrt(2));
            var low = Array.of(ErrorFunctions.erf(p.get(0).div(root).value()));
            var high = Array.of(ErrorFunctions.erf(p.get(1).div(root).value()));
            var u = UNIFORM.draw(key, shape, dtype, low, high);
            var x = Array.of(ErrorFunctions.erfInv(u.value())).times(root);
            var inside = jnp.maximum(x, next(jax.stopGradient(p.get(0)), true));
            return jnp.minimum(inside, next(jax.stopGradient(p.get(1)), false));
          });

  private static final Sampler PARETO =
      Sampler.of(
          "pareto",
          (key, p, shape, dtype) -> jnp.exp(EXPONENTIAL.draw(key, shape, dtype).div(p.getFirst())));

  private static final Sampler RAYLEIGH =
      Sampler.of(
          "rayleigh",
          (key, p, shape, dtype) ->
              p.getFirst().times(jnp.sqrt(jnp.log(unit(key, shape, dtype)).times(-2))));

  private static final Sampler WEIBULL_MIN =
      Sampler.of(
          "weibullMin",
          (key, p, shape, dtype) -> {
            var e = jnp.negative(jnp.log1p(jnp.negative(unit(key, shape, dtype))));
            return jnp.power(e, jnp.divide(1, p.get(1))).times(p.get(0));
          });

  static final Sampler MAXWELL =
      Sampler.of(
          "maxwell",
          (key, p, shape, dtype) -> {
            var x = NORMAL.draw(key, shape.insert(shape.rank(), 3), dtype);
            return jnp.sqrt(jnp.sum(jnp.square(x), -1));
          });

  private static final Sampler LOGNORMAL =
      Sampler.of(
          "lognormal",
          (key, p, shape, dtype) -> jnp.exp(NORMAL.draw(key, shape, dtype).times(p.getFirst())));

  private static final Sampler TRIANGULAR =
      Sampler.of(
          "triangular",
          (key, p, shape, dtype) -> {
            var left = p.get(0);
            var mode = p.get(1);
            var right = p.get(2);
            var width = right.minus(left);
            var u = unit(key, shape, dtype);
            var rising = left.plus(jnp.sqrt(u.times(width).times(mode.minus(left))));
            var falling =
                right.minus(jnp.sqrt(jnp.subtract(1, u).times(width).times(right.minus(mode))));
            return jnp.where(u.lt(mode.minus(left).div(width)), rising, falling);
          });

  private static final Sampler WALD =
      Sampler.of(
          "wald",
          (key, p, shape, dtype) -> {
            var mean = p.getFirst();
            var y = jnp.square(NORMAL.draw(fresh(key, 2, 0), shape, dtype));
            var z = unit(fresh(key, 2, 1), shape, dtype);
            var root = jnp.sqrt(mean.times(4).times(y).plus(jnp.square(mean).times(jnp.square(y))));
            var x = mean.plus(jnp.square(mean).times(y).div(2)).minus(mean.div(2).times(root));
            return jnp.where(z.le(mean.div(mean.plus(x))), x, jnp.square(mean).div(x));
          });

  RandomDistributions() {}

  private static jacobean.core.Value spread(Array x, Shape shape) {
    return x.ndim() == 0 ? x.value() : Promote.to(x.value(), shape);
  }

  static Array unit(Array key, Shape shape, DType dtype) {
    return between(key, shape, dtype, 0, 1);
  }

  static Array between(Array key, Shape shape, DType dtype, Number low, Number high) {
    return UNIFORM.draw(
        key,
        shape,
        dtype,
        jnp.asarray(low.doubleValue()).astype(dtype),
        jnp.asarray(high.doubleValue()).astype(dtype));
  }

  private static double tiny(DType dtype) {
    return dtype == DType.FLOAT64 ? Double.MIN_NORMAL : Float.MIN_NORMAL;
  }

  /** The neighbouring floating number, upwards or downwards. */
  private static Array next(Array x, boolean up) {
    var bits = x.dtype() == DType.FLOAT64 ? DType.INT64 : DType.INT32;
    var away = Array.of(Conversion.bitcast(x.value(), bits));
    var toward = up ? x.gt(0) : x.lt(0);
    var one = Array.of(Arithmetic.constant(bits, 1));
    var moved =
        Array.of(
            Conversion.bitcast(
                jnp.where(toward, away.plus(one), away.minus(one)).value(), x.dtype()));
    double least = x.dtype() == DType.FLOAT64 ? Double.MIN_VALUE : Float.MIN_VALUE;
    return jnp.where(x.eq(0), Array.of(Arithmetic.constant(x.dtype(), up ? least : -least)), moved);
  }

  static void requireFloating(String name, DType dtype) {
    if (!dtype.isFloating()) {
      throw new DTypeException(
          "random."
              + name
              + ": dtype must be floating, got "
              + dtype
              + ". Convert the draw with astype("
              + dtype
              + ").");
    }
  }

  // --- Without parameters ---

  /**
   * Uniform bits, uint32. {@code jax.random.bits}.
   *
   * {@snippet :
   * random.bits(random.PRNGKey(0), 2) // => [4070199207 4202968722]
   * }
   */
  public static Array bits(Array key, int... shape) {
    return bits(key, Shape.of(shape));
  }

  /** {@link #bits(Array, int...)} of the shape of another array. */
  public static Array bits(Array key, Shape shape) {
    return BITS.sample(key, shape, DType.UINT32);
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
    return BITS.sample(key, shape, dtype);
  }

  /**
   * Uniform in [0, 1), float32. {@code jax.random.uniform}.
   *
   * {@snippet :
   * random.uniform(random.PRNGKey(0), 3) // => [0.947667 0.9785799 0.33229148]
   * }
   */
  public static Array uniform(Array key, int... shape) {
    return uniform(key, Shape.of(shape), FLOAT32);
  }

  /** {@link #uniform(Array, int...)} of the shape of another array. */
  public static Array uniform(Array key, Shape shape) {
    return uniform(key, shape, FLOAT32);
  }

  /** Uniform in [0, 1). {@code jax.random.uniform}. */
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
    return UNIFORM.sampleLike(key, shape, dtype, minval, maxval);
  }

  /**
   * Standard normal, float32. {@code jax.random.normal}.
   *
   * {@snippet :
   * random.normal(random.PRNGKey(2022), 2) // => [0.0561482 -0.96616364]
   * jnp.std(random.normal(random.PRNGKey(0), 1000)) // => 0.98407435
   * }
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

  /** Standard normal of a floating dtype. {@code jax.random.normal}. */
  public static Array normal(Array key, Shape shape, DType dtype) {
    return NORMAL.sampleLike(key, shape, dtype);
  }

  /**
   * Exponential with mean 1, float32. {@code jax.random.exponential}.
   *
   * {@snippet :
   * random.exponential(random.PRNGKey(0), 2) // => [2.950128 3.8434246]
   * }
   */
  public static Array exponential(Array key, int... shape) {
    return exponential(key, Shape.of(shape), FLOAT32);
  }

  /** {@link #exponential(Array, int...)} of the shape of another array. */
  public static Array exponential(Array key, Shape shape) {
    return exponential(key, shape, FLOAT32);
  }

  /** Exponential with mean 1. {@code jax.random.exponential}. */
  public static Array exponential(Array key, Shape shape, DType dtype) {
    return EXPONENTIAL.sampleLike(key, shape, dtype);
  }

  /**
   * Standard Gumbel, float32. {@code jax.random.gumbel}.
   *
   * {@snippet :
   * random.gumbel(random.PRNGKey(0), 2) // => [2.9233725 3.8326175]
   * }
   */
  public static Array gumbel(Array key, int... shape) {
    return gumbel(key, Shape.of(shape), FLOAT32);
  }

  /** {@link #gumbel(Array, int...)} of the shape of another array. */
  public static Array gumbel(Array key, Shape shape) {
    return gumbel(key, shape, FLOAT32);
  }

  /** Standard Gumbel. {@code jax.random.gumbel}. */
  public static Array gumbel(Array key, Shape shape, DType dtype) {
    return GUMBEL.sampleLike(key, shape, dtype);
  }

  /**
   * Standard Laplace, float32. {@code jax.random.laplace}.
   *
   * {@snippet :
   * random.laplace(random.PRNGKey(0), 2) // => [-2.2569816 -3.1502788]
   * }
   */
  public static Array laplace(Array key, int... shape) {
    return laplace(key, Shape.of(shape), FLOAT32);
  }

  /** {@link #laplace(Array, int...)} of the shape of another array. */
  public static Array laplace(Array key, Shape shape) {
    return laplace(key, shape, FLOAT32);
  }

  /** Standard Laplace. {@code jax.random.laplace}. */
  public static Array laplace(Array key, Shape shape, DType dtype) {
    return LAPLACE.sampleLike(key, shape, dtype);
  }

  /**
   * Standard logistic, float32. {@code jax.random.logistic}.
   *
   * {@snippet :
   * random.logistic(random.PRNGKey(0), 2) // => [2.896376 3.8217716]
   * }
   */
  public static Array logistic(Array key, int... shape) {
    return logistic(key, Shape.of(shape), FLOAT32);
  }

  /** {@link #logistic(Array, int...)} of the shape of another array. */
  public static Array logistic(Array key, Shape shape) {
    return logistic(key, shape, FLOAT32);
  }

  /** Standard logistic. {@code jax.random.logistic}. */
  public static Array logistic(Array key, Shape shape, DType dtype) {
    return LOGISTIC.sampleLike(key, shape, dtype);
  }

  /**
   * Standard Cauchy, float32. {@code jax.random.cauchy}.
   *
   * {@snippet :
   * random.cauchy(random.PRNGKey(0), 2) // => [6.0274944 14.837895 ]
   * }
   */
  public static Array cauchy(Array key, int... shape) {
    return cauchy(key, Shape.of(shape), FLOAT32);
  }

  /** {@link #cauchy(Array, int...)} of the shape of another array. */
  public static Array cauchy(Array key, Shape shape) {
    return cauchy(key, shape, FLOAT32);
  }

  /** Standard Cauchy. {@code jax.random.cauchy}. */
  public static Array cauchy(Array key, Shape shape, DType dtype) {
    return CAUCHY.sampleLike(key, shape, dtype);
  }

  /**
   * Maxwell: the length of a standard normal vector in three dimensions, float32. {@code
   * jax.random.maxwell}.
   *
   * {@snippet :
   * random.maxwell(random.PRNGKey(0), 2) // => [2.6310966 0.9910329]
   * }
   */
  public static Array maxwell(Array key, int... shape) {
    return maxwell(key, Shape.of(shape), FLOAT32);
  }

  /**
   * Maxwell: the length of a standard normal vector in three dimensions. {@code
   * jax.random.maxwell}.
   */
  public static Array maxwell(Array key, Shape shape, DType dtype) {
    return MAXWELL.sampleLike(key, shape, dtype);
  }

  // --- With parameters; a draw has the shape asked for, or the parameters if none is ---

  /**
   * Standard normal, given that it lies between lower and upper, float32. {@code
   * jax.random.truncated_normal}.
   *
   * {@snippet :
   * random.truncatedNormal(random.PRNGKey(0), -1, 1, 2) // => [0.86185926 0.9412883 ]
   * }
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
   */
  public static Array truncatedNormal(
      Array key, Array lower, Array upper, Shape shape, DType dtype) {
    return TRUNCATED_NORMAL.sampleLike(key, shape, dtype, lower, upper);
  }

  /**
   * Pareto with shape b and least value 1, float32. {@code jax.random.pareto}.
   *
   * {@snippet :
   * random.pareto(random.PRNGKey(0), 2, 2) // => [4.3713155 6.832648 ]
   * }
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

  /** Pareto with shape b and least value 1; the parameters broadcast. {@code jax.random.pareto}. */
  public static Array pareto(Array key, Array b, Shape shape, DType dtype) {
    return PARETO.sampleLike(key, shape, dtype, b);
  }

  /**
   * Rayleigh, float32. {@code jax.random.rayleigh}.
   *
   * {@snippet :
   * random.rayleigh(random.PRNGKey(0), 1, 2) // => [0.32787833 0.20810027]
   * }
   */
  public static Array rayleigh(Array key, Number scale, int... shape) {
    return rayleigh(key, jnp.asarray(scale), Shape.of(shape), FLOAT32);
  }

  /** Rayleigh, float32; the parameters broadcast. {@code jax.random.rayleigh}. */
  public static Array rayleigh(Array key, Array scale, int... shape) {
    return rayleigh(key, scale, Shape.of(shape), FLOAT32);
  }

  /** Rayleigh; the parameters broadcast. {@code jax.random.rayleigh}. */
  public static Array rayleigh(Array key, Array scale, Shape shape, DType dtype) {
    return RAYLEIGH.sampleLike(key, shape, dtype, scale);
  }

  /**
   * Weibull, float32. {@code jax.random.weibull_min}.
   *
   * {@snippet :
   * random.weibullMin(random.PRNGKey(0), 1, 2, 2) // => [1.7175937 1.9604654]
   * }
   */
  public static Array weibullMin(Array key, Number scale, Number concentration, int... shape) {
    return weibullMin(
        key, jnp.asarray(scale), jnp.asarray(concentration), Shape.of(shape), FLOAT32);
  }

  /** Weibull, float32; the parameters broadcast. {@code jax.random.weibull_min}. */
  public static Array weibullMin(Array key, Array scale, Array concentration, int... shape) {
    return weibullMin(key, scale, concentration, Shape.of(shape), FLOAT32);
  }

  /** Weibull; the parameters broadcast. {@code jax.random.weibull_min}. */
  public static Array weibullMin(
      Array key, Array scale, Array concentration, Shape shape, DType dtype) {
    return WEIBULL_MIN.sampleLike(key, shape, dtype, scale, concentration);
  }

  /**
   * Triangular from left to right with its peak at mode, float32. {@code jax.random.triangular}.
   *
   * {@snippet :
   * random.triangular(random.PRNGKey(0), 0, 1, 3, 2) // => [2.4396448 2.6415021]
   * }
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
   */
  public static Array triangular(
      Array key, Array left, Array mode, Array right, Shape shape, DType dtype) {
    return TRIANGULAR.sampleLike(key, shape, dtype, left, mode, right);
  }

  /**
   * The exponential of a normal number with deviation sigma, float32. {@code jax.random.lognormal}.
   *
   * {@snippet :
   * random.lognormal(random.PRNGKey(0), 1, 2) // => [5.066459 7.578117]
   * }
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
   */
  public static Array lognormal(Array key, Array sigma, Shape shape, DType dtype) {
    return LOGNORMAL.sampleLike(key, shape, dtype, sigma);
  }

  /**
   * Wald, the inverse Gaussian, with scale 1, float32. {@code jax.random.wald}.
   *
   * {@snippet :
   * random.wald(random.PRNGKey(0), 1, 2) // => [0.3805977 0.41566527]
   * }
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
   */
  public static Array wald(Array key, Array mean, Shape shape, DType dtype) {
    return WALD.sampleLike(key, shape, dtype, mean);
  }
}
