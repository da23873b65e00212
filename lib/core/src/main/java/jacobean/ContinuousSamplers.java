package jacobean;

import jacobean.core.Value;
import jacobean.op.ErrorFunctions;
import jacobean.prng.Random;
import jacobean.type.DType;
import jacobean.type.Shape;

/** Continuous distributions, as functions of one or a few uniform or normal numbers. */
final class ContinuousSamplers {
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

  static final Sampler LAPLACE =
      Sampler.of(
          "laplace",
          (key, p, shape, dtype) -> {
            var u = between(key, shape, dtype, FloatInfo.of(dtype).epsneg() - 1, 1);
            return jnp.sign(u).times(jnp.log1p(jnp.negative(jnp.abs(u))));
          });

  static final Sampler LOGISTIC =
      Sampler.of(
          "logistic",
          (key, p, shape, dtype) -> {
            var u = between(key, shape, dtype, tiny(dtype), 1);
            return jnp.log(u).minus(jnp.log1p(jnp.negative(u)));
          });

  static final Sampler CAUCHY =
      Sampler.of(
          "cauchy",
          (key, p, shape, dtype) -> {
            var u = between(key, shape, dtype, FloatInfo.of(dtype).eps(), 1);
            return jnp.tan(u.minus(0.5).times(Math.PI));
          });

  static final Sampler TRUNCATED_NORMAL =
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

  static final Sampler PARETO =
      Sampler.of(
          "pareto",
          (key, p, shape, dtype) -> jnp.exp(EXPONENTIAL.draw(key, shape, dtype).div(p.getFirst())));

  static final Sampler RAYLEIGH =
      Sampler.of(
          "rayleigh",
          (key, p, shape, dtype) ->
              p.getFirst().times(jnp.sqrt(jnp.log(unit(key, shape, dtype)).times(-2))));

  static final Sampler WEIBULL_MIN =
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

  static final Sampler LOGNORMAL =
      Sampler.of(
          "lognormal",
          (key, p, shape, dtype) -> jnp.exp(NORMAL.draw(key, shape, dtype).times(p.getFirst())));

  static final Sampler TRIANGULAR =
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

  static final Sampler WALD =
      Sampler.of(
          "wald",
          (key, p, shape, dtype) -> {
            var mean = p.getFirst();
            var y = jnp.square(NORMAL.draw(RandomKeys.fresh(key, 2, 0), shape, dtype));
            var z = unit(RandomKeys.fresh(key, 2, 1), shape, dtype);
            var root = jnp.sqrt(mean.times(4).times(y).plus(jnp.square(mean).times(jnp.square(y))));
            var x = mean.plus(jnp.square(mean).times(y).div(2)).minus(mean.div(2).times(root));
            return jnp.where(z.le(mean.div(mean.plus(x))), x, jnp.square(mean).div(x));
          });

  private ContinuousSamplers() {}

  private static Value spread(Array x, Shape shape) {
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
    return FloatInfo.of(dtype).tiny();
  }

  /** The neighbouring floating number, upwards or downwards. */
  private static Array next(Array x, boolean up) {
    return jnp.nextafter(x, up ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
  }
}
