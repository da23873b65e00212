package jacobean;

import jacobean.error.ShapeException;
import java.util.stream.Stream;

/**
 * How {@code jax.nn.dotProductAttention} attends: an immutable value with a method for each of
 * JAX's keyword arguments.
 *
 * {@snippet :
 * var q = jnp.ones(1, 3, 1, 2);
 * var v = jnp.array(1., 2., 6.).reshape(1, 3, 1, 1).times(jnp.ones(2));
 * var causal = AttentionOptions.none().isCausal();
 * jax.nn.dotProductAttention(q, q, v, causal).get("0, :, 0, 0") // => [1. 1.5 3. ]
 * var near = AttentionOptions.none().localWindowSize(1, 0);
 * jax.nn.dotProductAttention(q, q, v, near).get("0, :, 0, 0") // => [1. 1.5 4. ]
 * }
 *
 * @param added what is added to the products, broadcasts to [batch, heads, length, source]; null
 *     for nothing
 * @param where true where a query may attend, broadcasts likewise; null for everywhere
 * @param factor multiplies the products; null for {@code 1 / sqrt(depth)}
 * @param causal whether a query attends only to the sources up to its own place
 * @param queryLengths for each example how many queries are not padding; null for all
 * @param sourceLengths for each example how many sources are not padding; null for all
 * @param window how far a query attends to the sources before and after its place; null for any
 *     distance
 */
public record AttentionOptions(
    @OrNull Array added,
    @OrNull Array where,
    @OrNull Number factor,
    boolean causal,
    @OrNull Array queryLengths,
    @OrNull Array sourceLengths,
    @OrNull Window window) {

  /** How many sources before and after its own place a query attends to. */
  public record Window(int left, int right) {}

  /**
   * The usual scale, and nothing else.
   *
   * {@snippet :
   * AttentionOptions.none().isCausal().causal() // => true
   * }
   */
  public static AttentionOptions none() {
    return new AttentionOptions(null, null, null, false, null, null, null);
  }

  /**
   * With this added to the products; null for nothing.
   *
   * {@snippet :
   * AttentionOptions.none().bias(jnp.zeros(1, 1, 3, 3)).added().shape() // => (1, 1, 3, 3)
   * }
   */
  public AttentionOptions bias(@OrNull Array bias) {
    return new AttentionOptions(bias, where, factor, causal, queryLengths, sourceLengths, window);
  }

  /**
   * Attending only where this is true; null for everywhere.
   *
   * {@snippet :
   * AttentionOptions.none().mask(jnp.tri(3).gt(0)).where().shape() // => (3, 3)
   * }
   */
  public AttentionOptions mask(@OrNull Array mask) {
    return new AttentionOptions(added, mask, factor, causal, queryLengths, sourceLengths, window);
  }

  /**
   * With products multiplied by this.
   *
   * {@snippet :
   * AttentionOptions.none().scale(0.5).factor() // => 0.5
   * }
   */
  public AttentionOptions scale(@OrNull Number scale) {
    return new AttentionOptions(added, where, scale, causal, queryLengths, sourceLengths, window);
  }

  /**
   * Attending only to the sources up to the query's own place.
   *
   * {@snippet :
   * AttentionOptions.none().isCausal().causal() // => true
   * }
   */
  public AttentionOptions isCausal() {
    return causal(true);
  }

  /**
   * Attending only to the sources up to the query's own place, or to all.
   *
   * {@snippet :
   * AttentionOptions.none().causal(true).equals(AttentionOptions.none().isCausal()) // => true
   * }
   */
  public AttentionOptions causal(boolean isCausal) {
    return new AttentionOptions(
        added, where, factor, isCausal, queryLengths, sourceLengths, window);
  }

  /**
   * With so many queries of each example that are not padding; the others give 0.
   *
   * {@snippet :
   * AttentionOptions.none().querySeqLengths(jnp.array(2, 3)).queryLengths() // => [2 3]
   * }
   */
  public AttentionOptions querySeqLengths(@OrNull Array lengths) {
    return new AttentionOptions(added, where, factor, causal, lengths, sourceLengths, window);
  }

  /**
   * With so many sources of each example that are not padding.
   *
   * {@snippet :
   * AttentionOptions.none().keyValueSeqLengths(jnp.array(2, 3)).sourceLengths() // => [2 3]
   * }
   */
  public AttentionOptions keyValueSeqLengths(@OrNull Array lengths) {
    return new AttentionOptions(added, where, factor, causal, queryLengths, lengths, window);
  }

  /**
   * Attending to so many sources before and after the query's own place.
   *
   * {@snippet :
   * AttentionOptions.none().localWindowSize(2, 0).window() // => Window[left=2, right=0]
   * }
   */
  public AttentionOptions localWindowSize(int left, int right) {
    return new AttentionOptions(
        added, where, factor, causal, queryLengths, sourceLengths, new Window(left, right));
  }

  /** Attending to so many sources on each side of the query's own place. */
  public AttentionOptions localWindowSize(int size) {
    return localWindowSize(size, size);
  }

  /**
   * Where queries may attend, broadcasts to [batch, heads, length, source]; null for everywhere.
   */
  Array allowed(int batch, int length, int source) {
    requireOneEach("querySeqLengths", queryLengths, batch);
    requireOneEach("keyValueSeqLengths", sourceLengths, batch);
    var to = jnp.expandDims(jnp.arange(length), 1);
    var from = jnp.expandDims(jnp.arange(source), 0);
    var masks =
        Stream.of(
            where,
            causal ? jnp.lessEqual(from, to) : null,
            window == null ? null : jnp.lessEqual(to, from.plus(window.left)),
            window == null ? null : jnp.greaterEqual(to, from.minus(window.right)),
            queryLengths == null ? null : within(length, queryLengths).reshape(-1, 1, length, 1),
            sourceLengths == null ? null : within(source, sourceLengths).reshape(-1, 1, 1, source));
    return masks
        .filter(java.util.Objects::nonNull)
        .reduce((a, b) -> jnp.logicalAnd(a, b))
        .orElse(null);
  }

  /** [batch, length]: whether a place is below the example's number. */
  static Array within(int length, Array lengths) {
    return jnp.less(jnp.arange(length), jnp.expandDims(lengths, 1));
  }

  private static void requireOneEach(String name, Array lengths, int batch) {
    if (lengths != null && (lengths.ndim() != 1 || lengths.shape(0) != batch)) {
      throw new ShapeException(
          "dotProductAttention: "
              + name
              + " must be a vector with a number for each of "
              + batch
              + " examples, got "
              + lengths.aval()
              + ".");
    }
  }
}
