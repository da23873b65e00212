package jacobean;

import java.util.Arrays;

/** The part of {@link jnp} that asks whether arrays are equal, or nearly so. */
abstract sealed class NumpyCloseness extends NumpyIntegers permits NumpyReductions {
  private static final double RELATIVE = 1e-5;
  static final double ABSOLUTE = 1e-8;

  /**
   * {@link #isclose(Array, Array, double, double, boolean)} within 1e-5 relative, 1e-8 absolute.
   *
   * {@snippet :
   * jnp.isclose(jnp.array(1., 100.), jnp.array(1.00001, 100.1)) // => [False False]
   * }
   */
  public static Array isclose(Array x, Array y) {
    return isclose(x, y, RELATIVE, ABSOLUTE, false);
  }

  /** {@link #isclose(Array, Array, double, double, boolean)}; NaN is near nothing. */
  public static Array isclose(Array x, Array y, double rtol, double atol) {
    return isclose(x, y, rtol, atol, false);
  }

  /**
   * Element by element whether {@code |x - y| <= atol + rtol |y|}; infinities are near themselves.
   * Operands broadcast and promote; the result is bool. {@code jnp.isclose}.
   *
   * {@snippet :
   * var x = jnp.array(1., jnp.nan);
   * jnp.isclose(x, x.plus(1e-6), 1e-5, 1e-8, true) // => [True True]
   * }
   *
   * @param equalNan whether NaN is near NaN
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array isclose(Array x, Array y, double rtol, double atol, boolean equalNan) {
    var promoted = Promote.values(x.value(), y.value());
    var a = Array.of(promoted.get(0));
    var b = Array.of(promoted.get(1));
    if (!a.dtype().isFloating()) {
      a = Array.of(Promote.toFloating(a.value()));
      b = Array.of(Promote.toFloating(b.value()));
    }
    var near = lessEqual(abs(subtract(a, b)), add(atol, multiply(rtol, abs(b))));
    var finite = logicalAnd(isfinite(a), isfinite(b));
    var close = logicalOr(logicalAnd(finite, near), equal(a, b));
    return equalNan ? logicalOr(close, logicalAnd(isnan(a), isnan(b))) : close;
  }

  /**
   * Whether all elements are near each other, a bool scalar. {@code toBoolean()} makes it Java's.
   * {@code jnp.allclose}.
   *
   * {@snippet :
   * jnp.allclose(jnp.array(0.1, 0.2).plus(0.1), jnp.array(0.2, 0.3)) // => True
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array allclose(Array x, Array y) {
    return allclose(x, y, RELATIVE, ABSOLUTE);
  }

  /** Whether all elements are within these tolerances, a bool scalar. {@code jnp.allclose}. */
  public static Array allclose(Array x, Array y, double rtol, double atol) {
    return jnp.all(isclose(x, y, rtol, atol));
  }

  /** {@link #allclose(Array, Array, double, double)}. @param equalNan whether NaN is near NaN */
  public static Array allclose(Array x, Array y, double rtol, double atol, boolean equalNan) {
    return jnp.all(isclose(x, y, rtol, atol, equalNan));
  }

  /**
   * Whether shapes and all elements are equal, a bool scalar. {@code jnp.array_equal}.
   *
   * {@snippet :
   * jnp.arrayEqual(jnp.ones(2), jnp.array(1, 1)) // => True
   * jnp.arrayEqual(jnp.ones(2), jnp.ones(2, 1)) // => False
   * }
   */
  public static Array arrayEqual(Array x, Array y) {
    return arrayEqual(x, y, false);
  }

  /** {@link #arrayEqual(Array, Array)}. @param equalNan whether NaN equals NaN */
  public static Array arrayEqual(Array x, Array y, boolean equalNan) {
    return x.shape().equals(y.shape()) ? jnp.all(same(x, y, equalNan)) : array(false);
  }

  /**
   * Whether the arrays broadcast to one shape and are equal there, a bool scalar. {@code
   * jnp.array_equiv}.
   *
   * {@snippet :
   * jnp.arrayEquiv(jnp.ones(2), jnp.ones(2, 1)) // => True
   * }
   */
  public static Array arrayEquiv(Array x, Array y) {
    return broadcast(x, y) ? jnp.all(equal(x, y)) : array(false);
  }

  private static Array same(Array x, Array y, boolean equalNan) {
    return equalNan ? logicalOr(equal(x, y), logicalAnd(isnan(x), isnan(y))) : equal(x, y);
  }

  private static boolean broadcast(Array x, Array y) {
    var a = reversed(x.shape().toArray());
    var b = reversed(y.shape().toArray());
    return java.util.stream.IntStream.range(0, Math.min(a.length, b.length))
        .allMatch(i -> a[i] == b[i] || a[i] == 1 || b[i] == 1);
  }

  private static int[] reversed(int[] dims) {
    var reversed = Arrays.copyOf(dims, dims.length);
    for (int i = 0; i < dims.length; i++) {
      reversed[i] = dims[dims.length - 1 - i];
    }
    return reversed;
  }
}
