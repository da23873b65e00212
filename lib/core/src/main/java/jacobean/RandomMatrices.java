package jacobean;

import static jacobean.type.DType.FLOAT32;

import jacobean.debugging.KeyReuse;
import jacobean.error.ShapeException;
import jacobean.prng.Random;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;

/** Distributions of vectors and matrices that linear algebra makes of normal numbers. */
class RandomMatrices extends RandomChoices {
  RandomMatrices() {}

  /**
   * Normal vectors with this mean and covariance: shape (shape..., n), float32. {@code
   * jax.random.multivariate_normal} with its method "cholesky".
   *
   * {@snippet :
   * random.multivariateNormal(random.PRNGKey(0), jnp.zeros(2), jnp.eye(2), 5).shape() // => (5, 2)
   * }
   *
   * @param mean (..., n)
   * @param cov (..., n, n), positive definite
   * @param shape of the draw without the last axis; that of the parameters, if none is given
   * @throws ShapeException if mean and covariance do not fit each other or the shape
   */
  public static Array multivariateNormal(Array key, Array mean, Array cov, int... shape) {
    int n = mean.ndim() == 0 ? 0 : mean.shape(-1);
    if (mean.ndim() == 0 || cov.ndim() < 2 || cov.shape(-1) != n || cov.shape(-2) != n) {
      throw new ShapeException(
          "random.multivariateNormal: wanted a mean of shape (..., n) and a covariance of shape (..., n, n), got "
              + mean.aval()
              + " and "
              + cov.aval()
              + ".");
    }
    var own =
        Promote.common(
            "random.multivariateNormal",
            List.of(
                mean.shape().drop(mean.ndim() - 1),
                cov.shape().drop(cov.ndim() - 1).drop(cov.ndim() - 2)));
    var asked = shape.length == 0 ? own : Shape.of(shape);
    if (!Promote.common("random.multivariateNormal", List.of(asked, own)).equals(asked)) {
      throw new ShapeException(
          "random.multivariateNormal: parameters of shape "
              + own
              + " do not fit a draw of shape "
              + asked
              + ".");
    }
    KeyReuse.watch().use("multivariateNormal", key.value());
    var factor = jnp.linalg.cholesky(Array.of(Promote.toFloating(cov.value())));
    var x = ContinuousSamplers.NORMAL.draw(key, asked.insert(asked.rank(), n), factor.dtype());
    var turned = jnp.squeeze(jnp.matmul(factor, jnp.expandDims(x, -1)), -1);
    return jnp.add(mean, turned);
  }

  /**
   * A uniform orthogonal matrix of n rows, float32: shape (shape..., n, n). {@code
   * jax.random.orthogonal}.
   *
   * {@snippet :
   * var q = random.orthogonal(random.PRNGKey(0), 3);
   * jnp.allclose(q.matmul(q.T()), jnp.eye(3), 1e-5, 1e-5) // => True
   * }
   *
   * @throws ShapeException if key is no key, or a length is negative
   */
  public static Array orthogonal(Array key, int n, int... shape) {
    return orthogonal(key, n, Shape.of(shape), FLOAT32, n);
  }

  /**
   * A uniform matrix of n rows and m columns of which the shorter are orthonormal. {@code
   * jax.random.orthogonal}.
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array orthogonal(Array key, int n, Shape shape, DType dtype, int m) {
    Sampler.requireFloating("orthogonal", dtype);
    KeyReuse.watch().use("orthogonal", key.value());
    int rank = shape.rank();
    var drawn = shape.insert(rank, Math.max(n, m)).insert(rank + 1, Math.min(n, m));
    var parts = jnp.linalg.qr(ContinuousSamplers.NORMAL.draw(key, drawn, dtype));
    var signs = jnp.sign(jnp.diagonal(parts.r(), 0, -2, -1));
    var x = parts.q().times(jnp.expandDims(signs, -2));
    return n < m ? jnp.swapaxes(x, -1, -2) : x;
  }

  /**
   * How often each outcome occurs in n trials, as floating numbers, float32. {@code
   * jax.random.multinomial}.
   *
   * {@snippet :
   * jnp.sum(random.multinomial(random.key(0), 10, jnp.array(.2, .3, .5))) // => 10.0
   * }
   *
   * @param p the probability of each outcome, along the last axis
   */
  public static Array multinomial(Array key, Number n, Array p) {
    requireOutcomes(p);
    return multinomial(key, jnp.asarray(n), p, p.shape().drop(-1), FLOAT32);
  }

  private static void requireOutcomes(Array p) {
    if (p.ndim() == 0) {
      throw new ShapeException(
          "random.multinomial: wanted probabilities along a last axis, got " + p.aval() + ".");
    }
  }

  /**
   * How often each outcome occurs in n trials. {@code jax.random.multinomial}.
   *
   * @param n how many trials, broadcasts to the shape
   * @param p (..., outcomes), broadcasts to (shape..., outcomes)
   * @param shape of the draw without its last axis, the outcomes
   * @throws ShapeException if the parameters do not broadcast
   * @throws jacobean.error.DTypeException if dtype is not floating
   */
  public static Array multinomial(Array key, Array n, Array p, Shape shape, DType dtype) {
    Sampler.requireFloating("multinomial", dtype);
    requireOutcomes(p);
    KeyReuse.watch().use("multinomial", key.value());
    int outcomes = p.shape(-1);
    var promoted = Promote.values(n.value(), p.value());
    var trials = Array.of(Promote.toFloating(promoted.get(0)));
    var all = shape.insert(shape.rank(), outcomes).toArray();
    var shares = jnp.broadcastTo(Array.of(Promote.toFloating(promoted.get(1))), all);
    var rows = jnp.moveaxis(shares, -1, 0);
    var left = lax.cumsum(rows, 0, true);
    // The share of an outcome among those that are left.
    var ratios = rows.div(jnp.where(left.eq(0), 1., left));
    var keys = Array.of(Random.split(key.value(), Shape.of(outcomes)));
    var remaining = jnp.broadcastTo(trials, shape.toArray());
    var counts = new ArrayList<Array>();
    for (int i = 0; i < outcomes; i++) {
      var count =
          BINOMIAL.draw(
              keys.get(i), shape, remaining.dtype(), remaining, jnp.clip(ratios.get(i), 0, 1));
      remaining = remaining.minus(count);
      counts.add(count);
    }
    return jnp.stack(counts, -1).astype(dtype);
  }
}
