package jacobean;

/** The part of {@link jnp} that is there by a second name, that of the array API standard. */
abstract sealed class NumpyNames extends NumpyTypes permits NumpyGrids {
  /** Euler's constant, the limit of the harmonic sums less the logarithm. */
  public static final double euler_gamma = 0.57721566490153286060651209008240243;

  /**
   * {@link #arccos}. {@code jnp.acos}.
   *
   * {@snippet :
   * jnp.acos(jnp.array(1.)) // => 0.0
   * }
   */
  public static Array acos(Array x) {
    return arccos(x);
  }

  /**
   * {@link #arccosh}. {@code jnp.acosh}.
   *
   * {@snippet :
   * jnp.acosh(jnp.array(1.)) // => 0.0
   * }
   */
  public static Array acosh(Array x) {
    return arccosh(x);
  }

  /**
   * {@link #arcsin}. {@code jnp.asin}.
   *
   * {@snippet :
   * jnp.asin(jnp.array(0.)) // => 0.0
   * }
   */
  public static Array asin(Array x) {
    return arcsin(x);
  }

  /**
   * {@link #arcsinh}. {@code jnp.asinh}.
   *
   * {@snippet :
   * jnp.asinh(jnp.array(0.)) // => 0.0
   * }
   */
  public static Array asinh(Array x) {
    return arcsinh(x);
  }

  /**
   * {@link #arctan}. {@code jnp.atan}.
   *
   * {@snippet :
   * jnp.atan(jnp.array(0.)) // => 0.0
   * }
   */
  public static Array atan(Array x) {
    return arctan(x);
  }

  /**
   * {@link #arctanh}. {@code jnp.atanh}.
   *
   * {@snippet :
   * jnp.atanh(jnp.array(0.)) // => 0.0
   * }
   */
  public static Array atanh(Array x) {
    return arctanh(x);
  }

  /**
   * {@link #arctan2}. {@code jnp.atan2}.
   *
   * {@snippet :
   * jnp.atan2(jnp.array(0.), jnp.array(1.)) // => 0.0
   * }
   */
  public static Array atan2(Array x, Array y) {
    return arctan2(x, y);
  }

  /** {@link #atan2(Array, Array)} with a number. */
  public static Array atan2(Array x, Number y) {
    return arctan2(x, y);
  }

  /** {@link #atan2(Array, Array)} with a number. */
  public static Array atan2(Number x, Array y) {
    return arctan2(x, y);
  }

  /**
   * The array as {@code print} shows it, the same as its {@code toString}. {@code jnp.array_str}.
   *
   * {@snippet :
   * jnp.arrayStr(jnp.array(1., 2.)) // => [1. 2.]
   * }
   */
  public static String arrayStr(Array x) {
    return x.toString();
  }

  /**
   * The array as a cell shows it, the same as its {@code repr}. {@code jnp.array_repr}.
   *
   * {@snippet :
   * jnp.arrayRepr(jnp.array(1., 2.)) // => Array([1., 2.], dtype=float32)
   * }
   */
  public static String arrayRepr(Array x) {
    return x.repr();
  }
}
