package jacobean;

import static jacobean.type.DType.FLOAT32;

import jacobean.error.ShapeException;
import jacobean.op.GammaSampling;
import jacobean.type.DType;
import jacobean.type.Shape;

/** The gamma distribution and those that are made of it; differentiable by their parameters. */
class RandomGammas extends RandomDistributions {
  static final Sampler GAMMA =
      Sampler.of("gamma", (key, p, shape, dtype) -> gammas(key, p.getFirst(), shape, dtype, false));

  static final Sampler LOGGAMMA =
      Sampler.of(
          "loggamma", (key, p, shape, dtype) -> gammas(key, p.getFirst(), shape, dtype, true));

  private static final Sampler BETA =
      Sampler.of(
          "beta",
          (key, p, shape, dtype) -> {
            var a = LOGGAMMA.draw(fresh(key, 2, 0), shape, dtype, p.get(0));
            var b = LOGGAMMA.draw(fresh(key, 2, 1), shape, dtype, p.get(1));
            var greater = jnp.maximum(a, b);
            var x = jnp.exp(a.minus(greater));
            return x.div(x.plus(jnp.exp(b.minus(greater))));
          });

  private static final Sampler DIRICHLET =
      Sampler.of(
          "dirichlet",
          (key, p, shape, dtype) ->
              jax.nn.softmax(LOGGAMMA.draw(key, shape, dtype, p.getFirst()), -1));

  private static final Sampler CHISQUARE =
      Sampler.of(
          "chisquare",
          (key, p, shape, dtype) ->
              jnp.exp(LOGGAMMA.draw(key, shape, dtype, p.getFirst().div(2))).times(2));

  private static final Sampler T =
      Sampler.of(
          "t",
          (key, p, shape, dtype) -> {
            var n = ContinuousSamplers.NORMAL.draw(fresh(key, 2, 0), shape, dtype);
            var half = p.getFirst().div(2);
            return n.times(jnp.sqrt(half.div(GAMMA.draw(fresh(key, 2, 1), shape, dtype, half))));
          });

  private static final Sampler F =
      Sampler.of(
          "f",
          (key, p, shape, dtype) -> {
            var below = CHISQUARE.draw(fresh(key, 2, 0), shape, dtype, p.get(1)).div(p.get(1));
            var above = CHISQUARE.draw(fresh(key, 2, 1), shape, dtype, p.get(0)).div(p.get(0));
            return above.div(below);
          });

  RandomGammas() {}

  private static Array gammas(Array key, Array a, Shape shape, DType dtype, boolean log) {
    return Array.of(
        GammaSampling.randomGamma(key.value(), Promote.to(a.astype(dtype).value(), shape), log));
  }

  /**
   * Gamma with shape a and scale 1, float32. {@code jax.random.gamma}.
   *
   * {@snippet :
   * random.gamma(random.PRNGKey(0), 2, 2) // => [1.5897877 1.7599413]
   * }
   *
   * @throws ShapeException if key is no key, a length is negative, or the parameters do not
   *     broadcast to the shape
   */
  public static Array gamma(Array key, Number a, int... shape) {
    return gamma(key, jnp.asarray(a), Shape.of(shape), FLOAT32);
  }

  /**
   * Gamma with shape a and scale 1, float32; the parameters broadcast. {@code jax.random.gamma}.
   */
  public static Array gamma(Array key, Array a, int... shape) {
    return gamma(key, a, Shape.of(shape), FLOAT32);
  }

  /**
   * Gamma with shape a and scale 1; the parameters broadcast. {@code jax.random.gamma}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array gamma(Array key, Array a, Shape shape, DType dtype) {
    return GAMMA.sampleLike(key, shape, dtype, a);
  }

  /**
   * The logarithm of a gamma number, which does not vanish for small a, float32. {@code
   * jax.random.loggamma}.
   *
   * {@snippet :
   * random.loggamma(random.PRNGKey(0), 0.1, 2) // => [-1.4369854 -1.1380526]
   * }
   *
   * @throws ShapeException if key is no key, a length is negative, or the parameters do not
   *     broadcast to the shape
   */
  public static Array loggamma(Array key, Number a, int... shape) {
    return loggamma(key, jnp.asarray(a), Shape.of(shape), FLOAT32);
  }

  /**
   * The logarithm of a gamma number, which does not vanish for small a, float32; the parameters
   * broadcast. {@code jax.random.loggamma}.
   */
  public static Array loggamma(Array key, Array a, int... shape) {
    return loggamma(key, a, Shape.of(shape), FLOAT32);
  }

  /**
   * The logarithm of a gamma number, which does not vanish for small a; the parameters broadcast.
   * {@code jax.random.loggamma}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array loggamma(Array key, Array a, Shape shape, DType dtype) {
    return LOGGAMMA.sampleLike(key, shape, dtype, a);
  }

  /**
   * Beta, float32. {@code jax.random.beta}.
   *
   * {@snippet :
   * random.beta(random.PRNGKey(0), 2, 3, 2) // => [0.23627359 0.49045953]
   * }
   *
   * @throws ShapeException if key is no key, a length is negative, or the parameters do not
   *     broadcast to the shape
   */
  public static Array beta(Array key, Number a, Number b, int... shape) {
    return beta(key, jnp.asarray(a), jnp.asarray(b), Shape.of(shape), FLOAT32);
  }

  /** Beta, float32; the parameters broadcast. {@code jax.random.beta}. */
  public static Array beta(Array key, Array a, Array b, int... shape) {
    return beta(key, a, b, Shape.of(shape), FLOAT32);
  }

  /**
   * Beta; the parameters broadcast. {@code jax.random.beta}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array beta(Array key, Array a, Array b, Shape shape, DType dtype) {
    return BETA.sampleLike(key, shape, dtype, a, b);
  }

  /**
   * Chi-squared with df degrees of freedom, float32. {@code jax.random.chisquare}.
   *
   * {@snippet :
   * random.chisquare(random.PRNGKey(0), 3, 2) // => [2.205084 2.4899669]
   * }
   *
   * @throws ShapeException if key is no key, a length is negative, or the parameters do not
   *     broadcast to the shape
   */
  public static Array chisquare(Array key, Number df, int... shape) {
    return chisquare(key, jnp.asarray(df), Shape.of(shape), FLOAT32);
  }

  /**
   * Chi-squared with df degrees of freedom, float32; the parameters broadcast. {@code
   * jax.random.chisquare}.
   */
  public static Array chisquare(Array key, Array df, int... shape) {
    return chisquare(key, df, Shape.of(shape), FLOAT32);
  }

  /**
   * Chi-squared with df degrees of freedom; the parameters broadcast. {@code jax.random.chisquare}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array chisquare(Array key, Array df, Shape shape, DType dtype) {
    return CHISQUARE.sampleLike(key, shape, dtype, df);
  }

  /**
   * Student's t with df degrees of freedom, float32. {@code jax.random.t}.
   *
   * {@snippet :
   * random.t(random.PRNGKey(0), 3, 2) // => [0.69022465 -3.2393365 ]
   * }
   *
   * @throws ShapeException if key is no key, a length is negative, or the parameters do not
   *     broadcast to the shape
   */
  public static Array t(Array key, Number df, int... shape) {
    return t(key, jnp.asarray(df), Shape.of(shape), FLOAT32);
  }

  /**
   * Student's t with df degrees of freedom, float32; the parameters broadcast. {@code
   * jax.random.t}.
   */
  public static Array t(Array key, Array df, int... shape) {
    return t(key, df, Shape.of(shape), FLOAT32);
  }

  /**
   * Student's t with df degrees of freedom; the parameters broadcast. {@code jax.random.t}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array t(Array key, Array df, Shape shape, DType dtype) {
    return T.sampleLike(key, shape, dtype, df);
  }

  /**
   * Fisher's F with dfnum and dfden degrees of freedom, float32. {@code jax.random.f}.
   *
   * {@snippet :
   * random.f(random.PRNGKey(0), 3, 4, 2) // => [2.7039127 0.22600976]
   * }
   *
   * @throws ShapeException if key is no key, a length is negative, or the parameters do not
   *     broadcast to the shape
   */
  public static Array f(Array key, Number dfnum, Number dfden, int... shape) {
    return f(key, jnp.asarray(dfnum), jnp.asarray(dfden), Shape.of(shape), FLOAT32);
  }

  /**
   * Fisher's F with dfnum and dfden degrees of freedom, float32; the parameters broadcast. {@code
   * jax.random.f}.
   */
  public static Array f(Array key, Array dfnum, Array dfden, int... shape) {
    return f(key, dfnum, dfden, Shape.of(shape), FLOAT32);
  }

  /**
   * Fisher's F with dfnum and dfden degrees of freedom; the parameters broadcast. {@code
   * jax.random.f}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array f(Array key, Array dfnum, Array dfden, Shape shape, DType dtype) {
    return F.sampleLike(key, shape, dtype, dfnum, dfden);
  }

  /**
   * Dirichlet: points of the simplex over alpha's last axis, float32. {@code jax.random.dirichlet}.
   *
   * {@snippet :
   * random.dirichlet(random.PRNGKey(0), jnp.array(1., 2., 3.)).sum() // => 1.0
   * random.dirichlet(random.PRNGKey(0), jnp.ones(3), 5).shape() // => (5, 3)
   * }
   *
   * @param shape of the draw without that axis; alpha's, if none is given
   * @throws ShapeException if alpha is a scalar
   */
  public static Array dirichlet(Array key, Array alpha, int... shape) {
    return dirichlet(key, alpha, Shape.of(shape), FLOAT32);
  }

  /**
   * Dirichlet: points of the simplex over alpha's last axis. {@code jax.random.dirichlet}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array dirichlet(Array key, Array alpha, Shape shape, DType dtype) {
    if (alpha.ndim() == 0) {
      throw new ShapeException(
          "random.dirichlet: alpha needs an axis of concentrations, got " + alpha.aval() + ".");
    }
    var asked = shape.rank() == 0 ? shape : shape.insert(shape.rank(), alpha.shape(-1));
    return DIRICHLET.sampleLike(key, asked, dtype, alpha);
  }

  /**
   * Density proportional to {@code exp(-|x|^p)}, float32. {@code jax.random.generalized_normal}.
   *
   * {@snippet :
   * random.generalizedNormal(random.PRNGKey(0), 2, 2) // => [0.9542763 0.09015025]
   * }
   *
   * @throws ShapeException if key is no key, a length is negative, or the parameters do not
   *     broadcast to the shape
   */
  public static Array generalizedNormal(Array key, double p, int... shape) {
    return generalizedNormal(key, p, Shape.of(shape), FLOAT32);
  }

  /**
   * Density proportional to {@code exp(-|x|^p)}. {@code jax.random.generalized_normal}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array generalizedNormal(Array key, double p, Shape shape, DType dtype) {
    return generalized(p).sampleLike(key, shape, dtype);
  }

  private static Sampler generalized(double p) {
    return Sampler.of(
        "generalizedNormal",
        (key, none, shape, dtype) -> {
          var g = GAMMA.draw(fresh(key, 2, 0), shape, dtype, 1 / p);
          var sign = RandomCounts.RADEMACHER.draw(fresh(key, 2, 1), shape, DType.INT32);
          return jnp.power(g, 1 / p).times(sign.astype(dtype));
        });
  }

  /**
   * Uniform in the ball of d dimensions, float32. {@code jax.random.ball}.
   *
   * {@snippet :
   * random.ball(random.PRNGKey(0), 3, 5).shape() // => (5, 3)
   * }
   *
   * @throws ShapeException if key is no key, or a length is negative
   */
  public static Array ball(Array key, int d, int... shape) {
    return ball(key, d, 2, Shape.of(shape), FLOAT32);
  }

  /**
   * Uniform in the ball of d dimensions by the p-norm: shape (shape..., d). {@code
   * jax.random.ball}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array ball(Array key, int d, double p, Shape shape, DType dtype) {
    return Sampler.of(
            "ball",
            (k, none, points, type) -> {
              var g = generalized(p).draw(fresh(k, 2, 0), points, type);
              var e = ContinuousSamplers.EXPONENTIAL.draw(fresh(k, 2, 1), shape, type);
              var length = jnp.power(jnp.sum(jnp.power(jnp.abs(g), p), -1).plus(e), 1 / p);
              return g.div(jnp.expandDims(length, -1));
            })
        .sampleLike(key, shape.insert(shape.rank(), d), dtype);
  }
}
