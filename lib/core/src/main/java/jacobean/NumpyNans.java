package jacobean;

/**
 * The part of {@link jnp} whose reductions pass over NaN. Arrays of integers have none, and are
 * reduced as they are.
 */
abstract sealed class NumpyNans extends NumpyAverages permits NumpyShapes {

  /**
   * The sum of the elements that are not NaN. {@code jnp.nansum}.
   *
   * {@snippet :
   * jnp.nansum(jnp.array(1., jnp.nan, 3.)) // => 4.0
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  public static Array nansum(Array x, int... axes) {
    return nansum(x, Over.axes(axes));
  }

  /** {@link #nansum(Array, Over)} over one axis, which may stay with length 1. */
  public static Array nansum(Array x, int axis, boolean keepdims) {
    return nansum(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The sum of the elements that are not NaN. {@code jnp.nansum}. */
  public static Array nansum(Array x, Over over) {
    return sum(without(x, 0), over);
  }

  /**
   * The product of the elements that are not NaN. {@code jnp.nanprod}.
   *
   * {@snippet :
   * jnp.nanprod(jnp.array(2., jnp.nan, 3.)) // => 6.0
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  public static Array nanprod(Array x, int... axes) {
    return nanprod(x, Over.axes(axes));
  }

  /** {@link #nanprod(Array, Over)} over one axis, which may stay with length 1. */
  public static Array nanprod(Array x, int axis, boolean keepdims) {
    return nanprod(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The product of the elements that are not NaN. {@code jnp.nanprod}. */
  public static Array nanprod(Array x, Over over) {
    return prod(without(x, 1), over);
  }

  /**
   * The greatest element that is not NaN; NaN if there is none. {@code jnp.nanmax}.
   *
   * {@snippet :
   * jnp.nanmax(jnp.array(1., jnp.nan, 3.)) // => 3.0
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  public static Array nanmax(Array x, int... axes) {
    return nanmax(x, Over.axes(axes));
  }

  /** {@link #nanmax(Array, Over)} over one axis, which may stay with length 1. */
  public static Array nanmax(Array x, int axis, boolean keepdims) {
    return nanmax(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The greatest element that is not NaN; NaN if there is none. {@code jnp.nanmax}. */
  public static Array nanmax(Array x, Over over) {
    return orNan(x, max(without(x, -inf), over), over);
  }

  /**
   * The smallest element that is not NaN; NaN if there is none. {@code jnp.nanmin}.
   *
   * {@snippet :
   * jnp.nanmin(jnp.array(1., jnp.nan, 3.)) // => 1.0
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  public static Array nanmin(Array x, int... axes) {
    return nanmin(x, Over.axes(axes));
  }

  /** {@link #nanmin(Array, Over)} over one axis, which may stay with length 1. */
  public static Array nanmin(Array x, int axis, boolean keepdims) {
    return nanmin(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The smallest element that is not NaN; NaN if there is none. {@code jnp.nanmin}. */
  public static Array nanmin(Array x, Over over) {
    return orNan(x, min(without(x, inf), over), over);
  }

  /**
   * The mean of the elements that are not NaN. {@code jnp.nanmean}.
   *
   * {@snippet :
   * jnp.nanmean(jnp.array(1., jnp.nan, 3.)) // => 2.0
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  public static Array nanmean(Array x, int... axes) {
    return nanmean(x, Over.axes(axes));
  }

  /** {@link #nanmean(Array, Over)} over one axis, which may stay with length 1. */
  public static Array nanmean(Array x, int axis, boolean keepdims) {
    return nanmean(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The mean of the elements that are not NaN. {@code jnp.nanmean}. */
  public static Array nanmean(Array x, Over over) {
    if (!x.dtype().isInexact()) {
      return mean(x, over);
    }
    return divide(nansum(x, over), known(x, over));
  }

  /**
   * The variance of the elements that are not NaN. {@code jnp.nanvar}.
   *
   * {@snippet :
   * jnp.nanvar(jnp.array(1., jnp.nan, 3.)) // => 1.0
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  public static Array nanvar(Array x, int... axes) {
    return nanvar(x, Over.axes(axes));
  }

  /** {@link #nanvar(Array, Over)} over one axis, which may stay with length 1. */
  public static Array nanvar(Array x, int axis, boolean keepdims) {
    return nanvar(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The variance of the elements that are not NaN. {@code jnp.nanvar}. */
  public static Array nanvar(Array x, Over over) {
    if (!x.dtype().isInexact()) {
      return var(x, over);
    }
    var centered = where(isnan(x), 0., subtract(x, nanmean(x, over.keepdims())));
    var count = jnp.real(known(x, over));
    var divisor = subtract(count, over.correction());
    var variance = divide(sum(MatrixNorms.squares(centered), over), divisor);
    return where(lessEqual(divisor, 0), nan, variance);
  }

  /**
   * The standard deviation of the elements that are not NaN. {@code jnp.nanstd}.
   *
   * {@snippet :
   * jnp.nanstd(jnp.array(1., jnp.nan, 3.)) // => 1.0
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or named twice
   */
  public static Array nanstd(Array x, int... axes) {
    return nanstd(x, Over.axes(axes));
  }

  /** {@link #nanstd(Array, Over)} over one axis, which may stay with length 1. */
  public static Array nanstd(Array x, int axis, boolean keepdims) {
    return nanstd(x, Over.axes(axis).keepdims(keepdims));
  }

  /** The standard deviation of the elements that are not NaN. {@code jnp.nanstd}. */
  public static Array nanstd(Array x, Over over) {
    return sqrt(nanvar(x, over));
  }

  /**
   * Where the greatest element that is not NaN stands in row-major order, int32; -1 if there is
   * none. {@code jnp.nanargmax}.
   *
   * {@snippet :
   * jnp.nanargmax(jnp.array(1., jnp.nan, 3.)) // => 2
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   * @throws jacobean.error.ShapeException if there is nothing along the axis
   */
  public static Array nanargmax(Array x) {
    return nanargmax(ravel(x), 0);
  }

  /**
   * Where along an axis the greatest element that is not NaN stands, int32; -1 if there is none.
   *
   * @throws jacobean.error.ShapeException if the axis is out of bounds
   */
  public static Array nanargmax(Array x, int axis) {
    return nanargmax(x, axis, false);
  }

  /** {@link #nanargmax(Array, int)}; the axis may stay with length 1. {@code jnp.nanargmax}. */
  public static Array nanargmax(Array x, int axis, boolean keepdims) {
    var found = argmax(without(x, -inf), axis, keepdims);
    return where(all(isnan(x), axis, keepdims), -1, found);
  }

  /**
   * Where the smallest element that is not NaN stands in row-major order, int32; -1 if there is
   * none. {@code jnp.nanargmin}.
   *
   * {@snippet :
   * jnp.nanargmin(jnp.array(2., jnp.nan, 1.)) // => 2
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   * @throws jacobean.error.ShapeException if there is nothing along the axis
   */
  public static Array nanargmin(Array x) {
    return nanargmin(ravel(x), 0);
  }

  /**
   * Where along an axis the smallest element that is not NaN stands, int32; -1 if there is none.
   *
   * @throws jacobean.error.ShapeException if the axis is out of bounds
   */
  public static Array nanargmin(Array x, int axis) {
    return nanargmin(x, axis, false);
  }

  /** {@link #nanargmin(Array, int)}; the axis may stay with length 1. {@code jnp.nanargmin}. */
  public static Array nanargmin(Array x, int axis, boolean keepdims) {
    var found = argmin(without(x, inf), axis, keepdims);
    return where(all(isnan(x), axis, keepdims), -1, found);
  }

  /** Each NaN replaced. */
  static Array without(Array x, double instead) {
    return x.dtype().isInexact() ? where(isnan(x), instead, x) : x;
  }

  private static Array orNan(Array x, Array reduced, Over over) {
    if (!x.dtype().isInexact() || over.start() != null) {
      return reduced;
    }
    return where(
        all(isnan(x), Over.axes(over.of("nan", x.ndim()).toArray()).keepdims(over.kept())),
        nan,
        reduced);
  }

  /** How many elements are not NaN, in the operand's dtype. */
  private static Array known(Array x, Over over) {
    return sum(logicalNot(isnan(x)), over.dtype(x.dtype()));
  }
}
