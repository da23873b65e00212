package jacobean;

import jacobean.error.NullException;
import jacobean.error.ShapeException;
import jacobean.fn.Fn1;
import jacobean.op.Slicing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The part of {@link jnp} about functions given by their values: differences, integrals,
 * interpolation.
 */
abstract sealed class NumpyDifferences extends NumpySets permits NumpyStatistics {

  /**
   * Each element less the one before, along the last axis. {@code jnp.diff}.
   *
   * {@snippet :
   * jnp.diff(jnp.array(1, 4, 9, 16)) // => [3 5 7]
   * }
   */
  public static Array diff(Array x) {
    return diff(x, 1, -1);
  }

  /**
   * Differences of differences, n times, along the last axis. {@code jnp.diff}.
   *
   * {@snippet :
   * jnp.diff(jnp.array(1, 4, 9, 16), 2) // => [2 2]
   * }
   */
  public static Array diff(Array x, int n) {
    return diff(x, n, -1);
  }

  /**
   * Differences of differences, n times, along an axis; of bools, whether they differ. {@code
   * jnp.diff}.
   *
   * @throws ShapeException if n is negative
   */
  public static Array diff(Array x, int n, int axis) {
    int at = Dims.axis("diff", axis, x.ndim());
    if (n < 0) {
      throw new ShapeException("diff: the order must not be negative, got " + n + ".");
    }
    var y = x;
    for (int i = 0; i < n && y.shape(at) > 0; i++) {
      var after = part(y, at, 1, y.shape(at));
      var before = part(y, at, 0, y.shape(at) - 1);
      y = x.dtype() == bool_ ? notEqual(after, before) : subtract(after, before);
    }
    return y;
  }

  /** {@link #diff(Array, int, int)} of the array with others before and after it; null for none. */
  public static Array diff(Array x, int n, int axis, @OrNull Array prepend, @OrNull Array append) {
    var parts = new ArrayList<Array>();
    for (var p : java.util.Arrays.asList(prepend, x, append)) {
      if (p != null) {
        int at = Dims.axis("diff", axis, x.ndim());
        parts.add(p.ndim() == 0 ? broadcastTo(p, x.shape().with(at, 1).toArray()) : p);
      }
    }
    return diff(concatenate(parts, axis), n, axis);
  }

  /**
   * Differences of neighbours in row-major order. {@code jnp.ediff1d}.
   *
   * {@snippet :
   * jnp.ediff1d(jnp.array(new int[][] {{1, 4}, {9, 16}})) // => [3 5 7]
   * }
   */
  public static Array ediff1d(Array x) {
    return diff(ravel(x));
  }

  /** {@link #ediff1d(Array)} with others after and before them. {@code jnp.ediff1d}. */
  public static Array ediff1d(Array x, Array toEnd, Array toBegin) {
    return concatenate(
        List.of(ravel(toBegin).astype(x.dtype()), ediff1d(x), ravel(toEnd).astype(x.dtype())));
  }

  /**
   * The slope of a vector, from both neighbours, at the ends from one. {@code jnp.gradient}.
   *
   * {@snippet :
   * jnp.gradient(jnp.array(1., 4., 9., 16.)) // => [3. 4. 6. 7.]
   * }
   *
   * @throws ShapeException if f is not a vector, or has less than two elements
   */
  public static Array gradient(Array f) {
    if (f.ndim() != 1) {
      throw new ShapeException(
          "gradient: of "
              + f.aval()
              + " there is one for each axis; say which with gradient(f, axis).");
    }
    return gradient(f, 0);
  }

  /** The slope along an axis, from both neighbours, at the ends from one. {@code jnp.gradient}. */
  public static Array gradient(Array f, int axis) {
    return gradient(f, 1., axis);
  }

  /**
   * The slope along an axis of values at this distance. {@code jnp.gradient}.
   *
   * {@snippet :
   * jnp.gradient(jnp.array(1., 4., 9.), 0.5, 0) // => [6. 8. 10.]
   * }
   *
   * @throws ShapeException if there are less than two
   */
  public static Array gradient(Array f, Number distance, int axis) {
    int at = Dims.axis("gradient", axis, f.ndim());
    int n = requireTwo(f, at);
    var real = Array.of(Promote.toFloating(f.value()));
    var inner = multiply(subtract(part(real, at, 2, n), part(real, at, 0, n - 2)), 0.5);
    var first = subtract(part(real, at, 1, 2), part(real, at, 0, 1));
    var last = subtract(part(real, at, n - 1, n), part(real, at, n - 2, n - 1));
    return divide(concatenate(List.of(first, inner, last), at), distance);
  }

  /**
   * The slope along an axis of values at these places. {@code jnp.gradient}.
   *
   * @param places a vector as long as the axis
   * @throws ShapeException if it is not, or there are less than two
   */
  public static Array gradient(Array f, Array places, int axis) {
    int at = Dims.axis("gradient", axis, f.ndim());
    int n = requireTwo(f, at);
    if (places.ndim() != 1 || places.shape(0) != n) {
      throw new ShapeException(
          "gradient: wanted a vector of " + n + " places, got " + places.aval() + ".");
    }
    var real = Array.of(Promote.toFloating(f.value()));
    var shape = new int[f.ndim()];
    java.util.Arrays.fill(shape, 1);
    shape[at] = n - 1;
    var steps = reshape(diff(places), shape);
    var slopes = divide(diff(real, 1, at), steps);
    var before = part(steps, at, 0, n - 2);
    var after = part(steps, at, 1, n - 1);
    var weighted =
        add(
            multiply(part(slopes, at, 0, n - 2), after),
            multiply(part(slopes, at, 1, n - 1), before));
    var inner = divide(weighted, add(before, after));
    return concatenate(List.of(part(slopes, at, 0, 1), inner, part(slopes, at, n - 2, n - 1)), at);
  }

  private static int requireTwo(Array f, int axis) {
    if (f.shape(axis) < 2) {
      throw new ShapeException(
          "gradient: wanted at least two elements along axis " + axis + ", got " + f.aval() + ".");
    }
    return f.shape(axis);
  }

  /**
   * The integral along the last axis of values at distance 1, by trapezoids. {@code jnp.trapezoid}.
   *
   * {@snippet :
   * jnp.trapezoid(jnp.array(1., 2., 3.)) // => 4.0
   * }
   */
  public static Array trapezoid(Array y) {
    return trapezoid(y, 1., -1);
  }

  /**
   * The integral along an axis of values at distance 1, by trapezoids. {@code jnp.trapezoid}.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array trapezoid(Array y, int axis) {
    return trapezoid(y, 1., axis);
  }

  /** The integral along an axis of values at a distance, by trapezoids. {@code jnp.trapezoid}. */
  public static Array trapezoid(Array y, double dx, int axis) {
    var last = moveaxis(Array.of(Promote.toFloating(y.value())), axis, -1);
    int at = last.ndim() - 1;
    int n = last.shape(at);
    var ends =
        n == 0
            ? zerosLike(sum(last, -1))
            : sum(add(part(last, at, 0, 1), part(last, at, n - 1, n)), -1);
    return multiply(subtract(sum(last, -1), multiply(ends, 0.5)), dx);
  }

  /**
   * The integral along the last axis of values at these places, by trapezoids. {@code
   * jnp.trapezoid}.
   *
   * {@snippet :
   * jnp.trapezoid(jnp.array(1., 2., 3.), jnp.array(0., 1., 3.)) // => 6.5
   * }
   */
  public static Array trapezoid(Array y, Array x) {
    return trapezoid(y, x, -1);
  }

  /** The integral along an axis of values at these places, by trapezoids. {@code jnp.trapezoid}. */
  public static Array trapezoid(Array y, Array x, int axis) {
    var last = moveaxis(Array.of(Promote.toFloating(y.value())), axis, -1);
    var steps = x.ndim() == 1 ? diff(x) : moveaxis(diff(x, 1, axis), axis, -1);
    int at = last.ndim() - 1;
    int n = last.shape(at);
    var sums = add(part(last, at, 1, n), part(last, at, 0, n - 1));
    return multiply(sum(multiply(steps, sums), -1), 0.5);
  }

  /**
   * Values between given ones on straight lines, at the ends the first and the last. {@code
   * jnp.interp}. {@code xp} increases.
   *
   * {@snippet :
   * var xp = jnp.array(0., 1., 2.);
   * jnp.interp(jnp.array(0.5, 1.5, 9.), xp, jnp.array(0., 10., 40.)) // => [5. 25. 40.]
   * }
   *
   * @throws ShapeException if xp and fp are not vectors of one length
   * @throws jacobean.error.DTypeException if an argument is complex
   */
  public static Array interp(Array x, Array xp, Array fp) {
    return interp(x, xp, fp, null, null);
  }

  /**
   * Values between given ones on straight lines. {@code jnp.interp}.
   *
   * @param xp places, a vector that grows
   * @param fp values at these places
   * @param left the value before the first place; null for the first value
   * @param right the value after the last place; null for the last value
   * @throws ShapeException if places and values are no vectors of one length
   */
  public static Array interp(
      Array x, Array xp, Array fp, @OrNull Number left, @OrNull Number right) {
    if (xp.ndim() != 1 || !xp.shape().equals(fp.shape()) || xp.size() == 0) {
      throw new ShapeException(
          "interp: wanted places and values as vectors of one length, got "
              + xp.aval()
              + " and "
              + fp.aval()
              + ".");
    }
    int n = xp.shape(0);
    var values = Array.of(Promote.toFloating(fp.value()));
    var promoted = Promote.values(x.value(), xp.value());
    var at = Array.of(Promote.toFloating(promoted.get(0)));
    var places = Array.of(Promote.toFloating(promoted.get(1)));
    var above = clip(searchsorted(places, at, "right"), Math.min(1, n - 1), n - 1);
    var below = maximum(subtract(above, 1), 0);
    var from = take(places, below);
    var width = subtract(take(places, above), from);
    var flat = equal(width, 0);
    var share = divide(subtract(at, from), where(flat, 1, width));
    var base = take(values, below);
    var line = where(flat, base, add(base, multiply(share, subtract(take(values, above), base))));
    var before = left == null ? values.get(0) : LaxOperations.like(left, values);
    var after = right == null ? values.get(-1) : LaxOperations.like(right, values);
    var started = where(less(at, places.get(0)), before, line);
    return where(greater(at, places.get(-1)), after, started);
  }

  /** Values between given ones of a function with this period. {@code jnp.interp}. */
  public static Array interp(Array x, Array xp, Array fp, double period) {
    var inPeriod = remainder(xp, period);
    var order = argsort(inPeriod);
    var places = take(inPeriod, order);
    var values = take(fp, order);
    int n = xp.shape(0);
    var around =
        List.of(
            subtract(part(places, 0, n - 1, n), period),
            places,
            add(part(places, 0, 0, 1), period));
    var aroundValues = List.of(part(values, 0, n - 1, n), values, part(values, 0, 0, 1));
    return interp(remainder(x, period), concatenate(around), concatenate(aroundValues));
  }

  /**
   * Angles along the last axis without jumps by more than pi. {@code jnp.unwrap}.
   *
   * {@snippet :
   * jnp.unwrap(jnp.array(0., 3., -3., 0.)) // => [0. 3. 3.2831855 6.2831855]
   * }
   *
   * @throws jacobean.error.DTypeException if p is complex
   */
  public static Array unwrap(Array p) {
    return unwrap(p, Math.PI, -1, 2 * Math.PI);
  }

  /**
   * Angles along an axis without jumps by more than pi. {@code jnp.unwrap}.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array unwrap(Array p, int axis) {
    return unwrap(p, Math.PI, axis, 2 * Math.PI);
  }

  /**
   * Values along an axis without jumps, by adding multiples of a period. {@code jnp.unwrap}.
   *
   * @param discont jumps smaller than this stay; at least half of the period
   */
  public static Array unwrap(Array p, double discont, int axis, double period) {
    var real = Array.of(Promote.toFloating(p.value()));
    int at = Dims.axis("unwrap", axis, p.ndim());
    if (p.shape(at) == 0) {
      return real;
    }
    double half = period / 2;
    var steps = diff(real, 1, at);
    var near = subtract(remainder(add(steps, half), period), half);
    var signed = where(logicalAnd(equal(near, -half), greater(steps, 0)), half, near);
    var correction = where(less(abs(steps), discont), 0., subtract(signed, steps));
    var later = add(part(real, at, 1, p.shape(at)), cumsum(correction, at));
    return concatenate(List.of(part(real, at, 0, 1), later), at);
  }

  /**
   * For each element the function of the last condition that is true there. {@code jnp.piecewise}.
   *
   * {@snippet :
   * var x = jnp.array(-2., 3.);
   * Fn1<Array, Array> square = v -> v.times(v);
   * jnp.piecewise(x, List.of(x.lt(0), x.ge(0)), List.of(-1, square)) // => [-1. 9.]
   * }
   *
   * @param conditions bool arrays
   * @param functions for each condition a function of the array, or a number; one more for where
   *     none is true, which otherwise gives 0
   * @throws ShapeException if there are more or less functions
   */
  public static Array piecewise(Array x, List<Array> conditions, List<?> functions) {
    int n = conditions.size();
    if (functions.size() != n && functions.size() != n + 1) {
      throw new ShapeException(
          "piecewise: with "
              + n
              + " conditions wanted "
              + n
              + " or "
              + (n + 1)
              + " functions, got "
              + functions.size()
              + ".");
    }
    var result = functions.size() > n ? piece(x, functions.get(n)) : zerosLike(x);
    for (int i = 0; i < n; i++) {
      result = where(conditions.get(i), piece(x, functions.get(i)), result);
    }
    return result;
  }

  @SuppressWarnings("unchecked") // functions of what else than arrays
  private static Array piece(Array x, Object function) {
    var values =
        switch (function) {
          case null ->
              throw new NullException(
                  "piecewise: a function is null, wanted functions of arrays, or numbers.");
          case UnaryOperator<?> f -> ((UnaryOperator<Array>) f).apply(x);
          case Fn1<?, ?> f -> ((Fn1<Array, Array>) f).apply(x);
          default -> broadcastTo(asarray(function), x.shape().toArray());
        };
    return Given.result(values, "piecewise", "an array").astype(x.dtype());
  }

  /**
   * A function of vectors applied to each vector along an axis. {@code jnp.apply_along_axis}.
   *
   * {@snippet :
   * var x = jnp.array(new int[][] {{1, 3}, {2, 2}});
   * jnp.applyAlongAxis(v -> v.div(v.sum()), 1, x) // => [[0.25 0.75] [0.5 0.5 ]]
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array applyAlongAxis(UnaryOperator<Array> f, int axis, Array x) {
    int at = Dims.axis("applyAlongAxis", axis, x.ndim());
    var rows = moveaxis(x, at, -1);
    var others = java.util.Arrays.copyOf(rows.shape().toArray(), x.ndim() - 1);
    ArrayFn1 given = v -> Given.result(f.apply(v), "applyAlongAxis", "an array");
    var results = jax.vmap(given).apply(reshape(rows, -1, x.shape(at)));
    var inner = java.util.Arrays.stream(results.shape().toArray()).skip(1);
    var whole =
        reshape(
            results,
            java.util.stream.IntStream.concat(java.util.Arrays.stream(others), inner).toArray());
    int rank = results.ndim() - 1;
    for (int i = 0; i < rank; i++) {
      whole = moveaxis(whole, others.length + i, at + i);
    }
    return whole;
  }

  /**
   * A reduction applied over these axes, one after the other; axes stay. {@code
   * jnp.apply_over_axes}.
   *
   * {@snippet :
   * jnp.applyOverAxes(jnp::sum, jnp.ones(2, 3, 4), 0, 2) // => [[[8.] [8.] [8.]]]
   * }
   *
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array applyOverAxes(BiFunction<Array, Integer, Array> f, Array x, int... axes) {
    var result = x;
    for (int axis : axes) {
      int at = Dims.axis("applyOverAxes", axis, x.ndim());
      var reduced = Given.result(f.apply(result, at), "applyOverAxes", "an array");
      result = reduced.ndim() == x.ndim() ? reduced : expandDims(reduced, at);
    }
    return result;
  }

  static Array part(Array x, int axis, int start, int end) {
    return Array.of(Slicing.sliceAxis(x.value(), axis, start, Math.max(start, end)));
  }
}
