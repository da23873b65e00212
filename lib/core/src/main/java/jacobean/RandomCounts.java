package jacobean;

import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.INT32;
import static jacobean.type.DType.UINT32;
import static jacobean.type.DType.UINT64;

import jacobean.error.DTypeException;
import jacobean.op.Arithmetic;
import jacobean.op.CountSampling;
import jacobean.type.DType;
import jacobean.type.Shape;

/** Discrete distributions: integers, coins, counts. */
class RandomCounts extends RandomGammas {
  static final Sampler RANDINT =
      Sampler.of(
          "randint", (key, p, shape, dtype) -> integers(key, p.get(0), p.get(1), shape, dtype));

  static final Sampler BERNOULLI =
      Sampler.of(
          "bernoulli",
          (key, p, shape, dtype) -> ContinuousSamplers.unit(key, shape, dtype).lt(p.getFirst()));

  static final Sampler RADEMACHER =
      Sampler.of(
          "rademacher",
          (key, p, shape, dtype) ->
              BERNOULLI.draw(key, shape, FLOAT32, 0.5).astype(dtype).times(2).minus(1));

  private static final Sampler GEOMETRIC =
      Sampler.of(
          "geometric",
          (key, p, shape, dtype) -> {
            var u = ContinuousSamplers.unit(key, shape, p.getFirst().dtype());
            var failure = jnp.log1p(jnp.negative(p.getFirst()));
            return jnp.floor(jnp.log(jnp.where(u.eq(0), 1, u)).div(failure)).plus(1).astype(dtype);
          });

  private static final Sampler POISSON =
      Sampler.of(
          "poisson",
          (key, p, shape, dtype) ->
              Array.of(CountSampling.poisson(key.value(), Promote.to(p.getFirst().value(), shape)))
                  .astype(dtype));

  static final Sampler BINOMIAL =
      Sampler.of(
          "binomial",
          (key, p, shape, dtype) ->
              Array.of(
                  CountSampling.binomial(
                      key.value(),
                      Promote.to(p.get(0).value(), shape),
                      Promote.to(p.get(1).value(), shape))));

  private static final Sampler DOUBLE_SIDED_MAXWELL =
      Sampler.of(
          "doubleSidedMaxwell",
          (key, p, shape, dtype) -> {
            var length = ContinuousSamplers.MAXWELL.draw(fresh(key, 2, 0), shape, dtype);
            var sign = RADEMACHER.draw(fresh(key, 2, 1), shape, INT32).astype(dtype);
            return sign.times(length).times(p.get(1)).plus(p.get(0));
          });

  RandomCounts() {}

  /** Twice as many bits as the dtype has, reduced modulo the span: the bias is beyond notice. */
  private static Array integers(Array key, Array low, Array high, Shape shape, DType dtype) {
    var unsigned = dtype.itemsize() == 8 ? UINT64 : UINT32;
    var above = ContinuousSamplers.BITS.draw(fresh(key, 2, 0), shape, unsigned);
    var below = ContinuousSamplers.BITS.draw(fresh(key, 2, 1), shape, unsigned);
    var one = Array.of(Arithmetic.constant(unsigned, 1));
    var span = jnp.where(high.le(low), one, high.minus(low).astype(unsigned));
    var half = rem(Array.of(Arithmetic.constant(unsigned, 1L << 4 * dtype.itemsize())), span);
    var multiplier = rem(half.times(half), span);
    var offset = rem(rem(above, span).times(multiplier).plus(rem(below, span)), span);
    return low.plus(offset.astype(dtype));
  }

  private static Array rem(Array x, Array y) {
    var p = Promote.broadcast("random.randint", x.value(), y.value());
    return Array.of(Arithmetic.rem(p.get(0), p.get(1)));
  }

  private static DType requireInteger(String name, DType dtype) {
    if (!dtype.isInteger()) {
      throw new DTypeException(
          "random."
              + name
              + ": dtype must be an integer type, got "
              + dtype
              + ". Convert the draw with astype("
              + dtype
              + ").");
    }
    return dtype;
  }

  /**
   * Integers in [minval, maxval), int32. {@code jax.random.randint}.
   *
   * {@snippet :
   * random.randint(random.PRNGKey(0), Shape.of(5), 0, 10) // => [9 0 2 3 1]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array randint(Array key, Shape shape, Number minval, Number maxval) {
    return randint(key, shape, jnp.asarray(minval), jnp.asarray(maxval), INT32);
  }

  /** Integers in [minval, maxval). {@code jax.random.randint}. */
  public static Array randint(Array key, Shape shape, Number minval, Number maxval, DType dtype) {
    return randint(key, shape, jnp.asarray(minval), jnp.asarray(maxval), dtype);
  }

  /**
   * Integers in [minval, maxval), int32; the bounds broadcast to the shape. {@code
   * jax.random.randint}.
   */
  public static Array randint(Array key, Shape shape, Array minval, Array maxval) {
    return randint(key, shape, minval, maxval, INT32);
  }

  /**
   * Integers in [minval, maxval); minval where that is empty. {@code jax.random.randint}.
   *
   * @throws DTypeException if the dtype is no integer type
   */
  public static Array randint(Array key, Shape shape, Array minval, Array maxval, DType dtype) {
    var drawn = requireInteger("randint", dtype).itemsize() < 4 ? INT32 : dtype;
    var asked = RANDINT.shapeOf(shape, minval, maxval);
    return RANDINT
        .sample(key, asked, drawn, minval.astype(drawn), maxval.astype(drawn))
        .astype(dtype);
  }

  /** True with probability 1/2. {@code jax.random.bernoulli}. */
  public static Array bernoulli(Array key, int... shape) {
    return bernoulli(key, 0.5, shape);
  }

  /**
   * True with probability p. {@code jax.random.bernoulli}.
   *
   * {@snippet :
   * random.bernoulli(random.PRNGKey(0), 0.9, 5) // => [False False True True True]
   * }
   *
   * @throws DTypeException if dtype is not floating
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array bernoulli(Array key, double p, int... shape) {
    return bernoulli(key, p, Shape.of(shape));
  }

  /** {@link #bernoulli(Array, double, int...)} of the shape of another array. */
  public static Array bernoulli(Array key, double p, Shape shape) {
    return BERNOULLI.sample(key, shape, FLOAT32, p);
  }

  /** True with these probabilities, which broadcast. {@code jax.random.bernoulli}. */
  public static Array bernoulli(Array key, Array p, int... shape) {
    Sampler.requireFloating("bernoulli", p.dtype());
    return bernoulli(key, p, Shape.of(shape), "low");
  }

  /**
   * True with these probabilities, which broadcast. {@code jax.random.bernoulli}.
   *
   * {@snippet :
   * random.bernoulli(random.PRNGKey(0), jnp.array(0.9), Shape.of(5), "high") // => [False False True True True]
   * }
   *
   * @param mode {@code "low"} or {@code "high"}: how many random bits are used, that is, how small
   *     probabilities may be
   */
  public static Array bernoulli(Array key, Array p, Shape shape, String mode) {
    Sampler.requireFloating("bernoulli", p.dtype());
    var sampler = PreciseSamplers.bernoulli(mode);
    return sampler.sample(key, sampler.shapeOf(shape, p), p.dtype(), p);
  }

  /**
   * -1 or 1, int32. {@code jax.random.rademacher}.
   *
   * {@snippet :
   * random.rademacher(random.PRNGKey(0), 5) // => [-1 -1 1 1 -1]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, or a length is negative
   */
  public static Array rademacher(Array key, int... shape) {
    return rademacher(key, Shape.of(shape), INT32);
  }

  /** -1 or 1. {@code jax.random.rademacher}. */
  public static Array rademacher(Array key, Shape shape, DType dtype) {
    return RADEMACHER.sample(key, shape, dtype);
  }

  /**
   * How many trials of probability p until the first success, int32. {@code jax.random.geometric}.
   *
   * {@snippet :
   * random.geometric(random.PRNGKey(0), 0.5, 5) // => [1 1 2 2 1]
   * }
   *
   * @throws DTypeException if dtype is not floating
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array geometric(Array key, Number p, int... shape) {
    return geometric(key, jnp.asarray(p), shape);
  }

  /** How many trials until the first success, int32; p broadcasts. {@code jax.random.geometric}. */
  public static Array geometric(Array key, Array p, int... shape) {
    return GEOMETRIC.sample(
        key, GEOMETRIC.shapeOf(Shape.of(shape), p), INT32, Array.of(Promote.toFloating(p.value())));
  }

  /**
   * Poisson counts of this rate, int32. {@code jax.random.poisson}.
   *
   * {@snippet :
   * random.poisson(random.PRNGKey(0), 3, 5) // => [0 0 4 4 1]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array poisson(Array key, Number lam, int... shape) {
    return poisson(key, jnp.asarray(lam), shape);
  }

  /** Poisson counts of these rates, which broadcast, int32. {@code jax.random.poisson}. */
  public static Array poisson(Array key, Array lam, int... shape) {
    return poisson(key, lam, Shape.of(shape), INT32);
  }

  /**
   * Poisson counts of these rates. {@code jax.random.poisson}.
   *
   * @throws DTypeException if dtype is no integer type
   */
  public static Array poisson(Array key, Array lam, Shape shape, DType dtype) {
    requireInteger("poisson", dtype);
    return POISSON.sample(key, POISSON.shapeOf(shape, lam), dtype, lam.astype(FLOAT32));
  }

  /**
   * How many of n trials of probability p succeed, as floating numbers, float32. {@code
   * jax.random.binomial}.
   *
   * {@snippet :
   * random.binomial(random.PRNGKey(0), 10, 0.5, 5) // => [6. 7. 5. 6. 7.]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array binomial(Array key, Number n, Number p, int... shape) {
    return binomial(key, jnp.asarray(n), jnp.asarray(p), Shape.of(shape), FLOAT32);
  }

  /**
   * How many of n trials of probability p succeed, as floating numbers, float32; the parameters
   * broadcast. {@code jax.random.binomial}.
   */
  public static Array binomial(Array key, Array n, Array p, int... shape) {
    return binomial(key, n, p, Shape.of(shape), FLOAT32);
  }

  /**
   * How many of n trials of probability p succeed, as floating numbers; the parameters broadcast.
   * {@code jax.random.binomial}.
   *
   * @throws DTypeException if dtype is not floating
   */
  public static Array binomial(Array key, Array n, Array p, Shape shape, DType dtype) {
    return BINOMIAL.sampleLike(key, shape, dtype, n, p);
  }

  /**
   * A Maxwell number with a random sign, scaled and moved, float32. {@code
   * jax.random.double_sided_maxwell}.
   *
   * {@snippet :
   * random.doubleSidedMaxwell(random.PRNGKey(0), 0, 1, 2) // => [1.5457209 1.5741276]
   * }
   *
   * @throws jacobean.error.ShapeException if key is no key, a length is negative, or the parameters
   *     do not broadcast to the shape
   */
  public static Array doubleSidedMaxwell(Array key, Number loc, Number scale, int... shape) {
    return doubleSidedMaxwell(key, jnp.asarray(loc), jnp.asarray(scale), Shape.of(shape), FLOAT32);
  }

  /**
   * A Maxwell number with a random sign, scaled and moved. {@code jax.random.double_sided_maxwell}.
   *
   * @param shape stands before the shape of the parameters; theirs twice, if none is given
   * @throws DTypeException if dtype is not floating
   */
  public static Array doubleSidedMaxwell(
      Array key, Array loc, Array scale, Shape shape, DType dtype) {
    Sampler.requireFloating("doubleSidedMaxwell", dtype);
    var own = DOUBLE_SIDED_MAXWELL.shapeOf(Shape.SCALAR, loc, scale);
    var all = shape.rank() == 0 ? own : shape;
    for (int i = 0; i < own.rank(); i++) {
      all = all.insert(all.rank(), own.dim(i));
    }
    return DOUBLE_SIDED_MAXWELL.sample(key, all, dtype, loc.astype(dtype), scale.astype(dtype));
  }
}
