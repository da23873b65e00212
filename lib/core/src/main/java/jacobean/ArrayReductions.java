package jacobean;

/**
 * What an {@link Array} folds to: sums, extremes, moments, over some axes or all. Each is the
 * function of {@link jnp} of its name, called on the array.
 *
 * {@snippet :
 * var x = jnp.array(new int[][] {{1, 2}, {3, 4}});
 * x.sum() // => 10
 * x.max(0) // => [3 4]
 * }
 */
public sealed interface ArrayReductions permits Array {

  /**
   * The sum over these axes, or all. As {@link jnp#sum(Array, int...)}.
   *
   * {@snippet :
   * jnp.ones(2, 3).sum(0) // => [2. 2. 2.]
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array sum(int... axes) {
    return jnp.sum((Array) this, axes);
  }

  /** {@link #sum(int...)} over one axis, which may stay with length 1. */
  default Array sum(int axis, boolean keepdims) {
    return jnp.sum((Array) this, axis, keepdims);
  }

  /**
   * The product over these axes, or all. As {@link jnp#prod(Array, int...)}.
   *
   * {@snippet :
   * jnp.array(2, 3, 4).prod() // => 24
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array prod(int... axes) {
    return jnp.prod((Array) this, axes);
  }

  /** {@link #prod(int...)} over one axis, which may stay with length 1. */
  default Array prod(int axis, boolean keepdims) {
    return jnp.prod((Array) this, axis, keepdims);
  }

  /**
   * The mean over these axes, or all. As {@link jnp#mean(Array, int...)}.
   *
   * {@snippet :
   * jnp.array(1, 2).mean() // => 1.5
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array mean(int... axes) {
    return jnp.mean((Array) this, axes);
  }

  /** {@link #mean(int...)} over one axis, which may stay with length 1. */
  default Array mean(int axis, boolean keepdims) {
    return jnp.mean((Array) this, axis, keepdims);
  }

  /**
   * The variance over these axes, or all. As {@link jnp#var(Array, int...)}.
   *
   * {@snippet :
   * jnp.array(1., 3.).var() // => 1.0
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array var(int... axes) {
    return jnp.var((Array) this, axes);
  }

  /** {@link #var(int...)} over one axis, which may stay with length 1. */
  default Array var(int axis, boolean keepdims) {
    return jnp.var((Array) this, axis, keepdims);
  }

  /**
   * The standard deviation over these axes, or all. As {@link jnp#std(Array, int...)}.
   *
   * {@snippet :
   * jnp.array(1., 5.).std() // => 2.0
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array std(int... axes) {
    return jnp.std((Array) this, axes);
  }

  /** {@link #std(int...)} over one axis, which may stay with length 1. */
  default Array std(int axis, boolean keepdims) {
    return jnp.std((Array) this, axis, keepdims);
  }

  /**
   * The greatest element along these axes, or of all. As {@link jnp#max(Array, int...)}.
   *
   * {@snippet :
   * jnp.array(1., 3., 2.).max() // => 3.0
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array max(int... axes) {
    return jnp.max((Array) this, axes);
  }

  /** {@link #max(int...)} over one axis, which may stay with length 1. */
  default Array max(int axis, boolean keepdims) {
    return jnp.max((Array) this, axis, keepdims);
  }

  /**
   * The smallest element along these axes, or of all. As {@link jnp#min(Array, int...)}.
   *
   * {@snippet :
   * jnp.array(1., 3., 2.).min() // => 1.0
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array min(int... axes) {
    return jnp.min((Array) this, axes);
  }

  /** {@link #min(int...)} over one axis, which may stay with length 1. */
  default Array min(int axis, boolean keepdims) {
    return jnp.min((Array) this, axis, keepdims);
  }

  /**
   * The greatest element less the smallest, along these axes or of all. As {@link jnp#ptp(Array,
   * int...)}.
   *
   * {@snippet :
   * jnp.array(4, 9, 2).ptp() // => 7
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array ptp(int... axes) {
    return jnp.ptp((Array) this, axes);
  }

  /** {@link #ptp(int...)} over one axis, which may stay with length 1. */
  default Array ptp(int axis, boolean keepdims) {
    return jnp.ptp((Array) this, axis, keepdims);
  }

  /**
   * Whether none is zero along these axes, or of all. As {@link jnp#all(Array, int...)}.
   *
   * {@snippet :
   * jnp.array(1., 0.).gt(-1).all() // => True
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array all(int... axes) {
    return jnp.all((Array) this, axes);
  }

  /** {@link #all(int...)} over one axis, which may stay with length 1. */
  default Array all(int axis, boolean keepdims) {
    return jnp.all((Array) this, axis, keepdims);
  }

  /**
   * Whether one is not zero along these axes, or of all. As {@link jnp#any(Array, int...)}.
   *
   * {@snippet :
   * jnp.array(1., 0.).gt(2).any() // => False
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array any(int... axes) {
    return jnp.any((Array) this, axes);
  }

  /** {@link #any(int...)} over one axis, which may stay with length 1. */
  default Array any(int axis, boolean keepdims) {
    return jnp.any((Array) this, axis, keepdims);
  }

  /**
   * The place of the greatest element among all, in row-major order. As {@link jnp#argmax(Array)}.
   *
   * {@snippet :
   * jnp.array(1., 3., 2.).argmax() // => 1
   * }
   *
   * @throws jacobean.error.ShapeException if there are no elements
   */
  default Array argmax() {
    return jnp.argmax((Array) this);
  }

  /**
   * The places of the greatest elements along an axis. As {@link jnp#argmax(Array, int)}.
   *
   * {@snippet :
   * jnp.array(new int[][] {{1, 2}, {4, 3}}).argmax(1) // => [1 0]
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array argmax(int axis) {
    return jnp.argmax((Array) this, axis);
  }

  /**
   * The place of the smallest element among all, in row-major order. As {@link jnp#argmin(Array)}.
   *
   * {@snippet :
   * jnp.array(4., 3., 9.).argmin() // => 1
   * }
   *
   * @throws jacobean.error.ShapeException if there are no elements
   */
  default Array argmin() {
    return jnp.argmin((Array) this);
  }

  /**
   * The places of the smallest elements along an axis. As {@link jnp#argmin(Array, int)}.
   *
   * {@snippet :
   * jnp.array(new int[][] {{1, 2}, {4, 3}}).argmin(1) // => [0 1]
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array argmin(int axis) {
    return jnp.argmin((Array) this, axis);
  }

  /**
   * Sums of the elements so far, in row-major order. As {@link jnp#cumsum(Array)}.
   *
   * {@snippet :
   * jnp.array(1, 2, 3).cumsum() // => [1 3 6]
   * }
   */
  default Array cumsum() {
    return jnp.cumsum((Array) this);
  }

  /**
   * Sums along an axis from its start. As {@link jnp#cumsum(Array, int)}.
   *
   * {@snippet :
   * jnp.array(1, 2, 3).cumsum(0) // => [1 3 6]
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array cumsum(int axis) {
    return jnp.cumsum((Array) this, axis);
  }

  /**
   * Products of the elements so far, in row-major order. As {@link jnp#cumprod(Array)}.
   *
   * {@snippet :
   * jnp.array(1, 2, 3).cumprod() // => [1 2 6]
   * }
   */
  default Array cumprod() {
    return jnp.cumprod((Array) this);
  }

  /**
   * Products along an axis from its start. As {@link jnp#cumprod(Array, int)}.
   *
   * {@snippet :
   * jnp.array(1, 2, 3).cumprod(0) // => [1 2 6]
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  default Array cumprod(int axis) {
    return jnp.cumprod((Array) this, axis);
  }
}
