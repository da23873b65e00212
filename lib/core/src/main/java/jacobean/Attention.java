package jacobean;

import jacobean.error.ShapeException;
import jacobean.op.Contractions;
import jacobean.op.Contractions.DimensionNumbers;
import jacobean.type.Axes;
import jacobean.type.DType;

/**
 * The part of {@code jax.nn} that attends: each query gives the mean of the values, weighted by how
 * its products with the keys compare.
 */
abstract class Attention {
  Attention() {}

  /**
   * {@link #dotProductAttention(Array, Array, Array, Array, Array, double, boolean)} without bias
   * and mask.
   *
   * {@snippet :
   * var q = jnp.ones(2, 5, 4, 8);
   * var kv = jnp.ones(2, 7, 4, 8);
   * jax.nn.dotProductAttention(q, kv, kv).shape() // => (2, 5, 4, 8)
   * }
   */
  public static Array dotProductAttention(Array query, Array key, Array value) {
    return dotProductAttention(query, key, value, null, null, scale(query), false);
  }

  /**
   * {@link #dotProductAttention(Array, Array, Array, Array, Array, double, boolean)} without bias
   * and mask.
   *
   * {@snippet :
   * var v = jnp.array(1., 3.).reshape(2, 1, 1);
   * jax.nn.dotProductAttention(jnp.ones(2, 1, 1), jnp.ones(2, 1, 1), v, true).ravel() // => [1. 2.]
   * }
   */
  public static Array dotProductAttention(Array query, Array key, Array value, boolean isCausal) {
    return dotProductAttention(query, key, value, null, null, scale(query), isCausal);
  }

  /**
   * {@link #dotProductAttention(Array, Array, Array, Array, Array, double, boolean)} with the usual
   * scale.
   */
  public static Array dotProductAttention(
      Array query, Array key, Array value, @OrNull Array bias, @OrNull Array mask) {
    return dotProductAttention(query, key, value, bias, mask, scale(query), false);
  }

  /**
   * {@code softmax(scale query key^T + bias) value} for each head. {@code
   * jax.nn.dot_product_attention}.
   *
   * @param query [batch, length, heads, depth], or without the batch axis
   * @param key [batch, source, key heads, depth]; the number of heads is a multiple of that of key
   *     heads
   * @param value as key
   * @param bias added to the products, broadcasts to [batch, heads, length, source]; null for none
   * @param mask true where a query may attend, broadcasts likewise; null for everywhere
   * @param scale multiplies the products; usually {@code 1 / sqrt(depth)}
   * @param isCausal whether a query attends only to the sources up to its own place
   * @return as query
   * @throws ShapeException if the shapes do not fit
   */
  public static Array dotProductAttention(
      Array query,
      Array key,
      Array value,
      @OrNull Array bias,
      @OrNull Array mask,
      double scale,
      boolean isCausal) {
    return dotProductAttention(
        query,
        key,
        value,
        AttentionOptions.none().bias(bias).mask(mask).scale(scale).causal(isCausal));
  }

  /**
   * {@code softmax(scale query key^T + bias) value} for each head, with any of JAX's options.
   * {@code jax.nn.dot_product_attention}.
   *
   * {@snippet :
   * var x = jnp.arange(4.).reshape(4, 1, 1);
   * jax.nn.dotProductAttention(x, x, x, AttentionOptions.none().localWindowSize(0, 0)).ravel() // => [0. 1. 2. 3.]
   * }
   *
   * @param query [batch, length, heads, depth], or without the batch axis
   * @param key [batch, source, key heads, depth]; the number of heads is a multiple of that of key
   *     heads
   * @param value as key
   * @return as query
   * @throws ShapeException if the shapes do not fit
   */
  public static Array dotProductAttention(
      Array query, Array key, Array value, AttentionOptions options) {
    if (query.ndim() == 3) {
      var one =
          dotProductAttention(
              jnp.expandDims(query, 0), jnp.expandDims(key, 0), jnp.expandDims(value, 0), options);
      return jnp.squeeze(one, 0);
    }
    requireFit(query, key, value);
    int times = query.shape(2) / key.shape(2);
    var keys = perHead(key, times);
    var values = perHead(value, times);
    double scale = options.factor() == null ? scale(query) : options.factor().doubleValue();
    // The logits of narrow numbers are wide.
    var wide = jnp.promoteTypes(query.dtype(), DType.FLOAT32);
    var queries = jnp.swapaxes(query, 1, 2).astype(wide);
    var logits = batched(queries, keys.astype(wide), 3).times(scale);
    var biased = options.added() == null ? logits : logits.plus(options.added()).astype(wide);
    var allowed = options.allowed(query.shape(0), query.shape(1), key.shape(1));
    var masked =
        allowed == null
            ? biased
            : jnp.where(allowed, biased, -0.7 * jacobean.op.Floats.greatest(biased.dtype()));
    var shares = jax.nn.softmax(masked).astype(key.dtype());
    var attended = jnp.swapaxes(batched(shares, values, 2), 1, 2);
    var lengths = options.queryLengths();
    return lengths == null
        ? attended
        : jnp.where(
            AttentionOptions.within(query.shape(1), lengths).reshape(-1, query.shape(1), 1, 1),
            attended,
            0.);
  }

  private static double scale(Array query) {
    return 1 / Math.sqrt(query.shape(-1));
  }

  /** [batch, source, key heads, depth] as [batch, heads, source, depth]. */
  private static Array perHead(Array x, int times) {
    var heads = jnp.swapaxes(x, 1, 2);
    if (times == 1) {
      return heads;
    }
    var grouped = jnp.expandDims(heads, 2);
    var repeated = jnp.broadcastTo(grouped, grouped.shape().with(2, times).toArray());
    return jnp.reshape(repeated, heads.shape().with(1, heads.shape(1) * times).toArray());
  }

  /**
   * Products of stacks of matrices, summed over the last axis of the left and this axis of the
   * right.
   */
  private static Array batched(Array left, Array right, int axis) {
    var numbers = new DimensionNumbers(Axes.of(3), Axes.of(axis), Axes.of(0, 1), Axes.of(0, 1));
    var p = Promote.values(left.value(), right.value());
    return Array.of(Contractions.dotGeneral(p.get(0), p.get(1), numbers));
  }

  private static void requireFit(Array query, Array key, Array value) {
    boolean ranks = query.ndim() == 4 && key.ndim() == 4 && value.ndim() == 4;
    boolean fit =
        ranks
            && query.shape(0) == key.shape(0)
            && query.shape(3) == key.shape(3)
            && key.shape(2) > 0
            && query.shape(2) % key.shape(2) == 0
            && key.shape().with(3, 1).equals(value.shape().with(3, 1));
    if (!fit) {
      throw new ShapeException(
          "dotProductAttention: wanted a query [batch, length, heads, depth], a key and a value"
              + " [batch, source, key heads, depth] with heads a multiple of key heads, got "
              + query.aval()
              + ", "
              + key.aval()
              + " and "
              + value.aval()
              + ".");
    }
  }
}
