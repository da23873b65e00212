package jacobean;

import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.Spectra;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;

/** The part of {@link jnp} on polynomials: vectors of coefficients, highest power first. */
abstract sealed class NumpyPolynomials extends NumpyStatistics permits NumpyProducts {

  /**
   * The polynomial with these coefficients, highest power first, at every x. {@code jnp.polyval}.
   *
   * {@snippet :
   * jnp.polyval(jnp.array(1., 0., -1.), jnp.array(2., 3.)) // => [3. 8.]
   * }
   *
   * @param p the coefficients along the first axis, the highest power first; other axes broadcast
   *     with x
   * @throws ShapeException if p is a number
   */
  public static Array polyval(Array p, Array x) {
    if (p.ndim() == 0) {
      requireCoefficients("polyval", p);
    }
    var promoted = Promote.values(p.value(), x.value());
    var at = Array.of(promoted.get(1));
    var y = binary("polyval", Arithmetic::mul, zeros(p.shape().drop(0), at.dtype()), at);
    for (int i = 0; i < p.shape(0); i++) {
      y = add(multiply(y, at), Array.of(promoted.get(0)).get(i));
    }
    return y;
  }

  /**
   * The sum of two polynomials. {@code jnp.polyadd}.
   *
   * {@snippet :
   * jnp.polyadd(jnp.array(1, 2, 3), jnp.array(10, 20)) // => [1 12 23]
   * }
   *
   * @throws ShapeException if an argument is no vector
   */
  public static Array polyadd(Array a, Array b) {
    int n = Math.max(a.shape(0), b.shape(0));
    return add(lengthened("polyadd", a, n), lengthened("polyadd", b, n));
  }

  /**
   * The difference of two polynomials. {@code jnp.polysub}.
   *
   * {@snippet :
   * jnp.polysub(jnp.array(1, 2, 3), jnp.array(10, 20)) // => [1 -8 -17]
   * }
   *
   * @throws ShapeException if an argument is no vector
   */
  public static Array polysub(Array a, Array b) {
    int n = Math.max(a.shape(0), b.shape(0));
    return subtract(lengthened("polysub", a, n), lengthened("polysub", b, n));
  }

  /**
   * The product of two polynomials. {@code jnp.polymul}.
   *
   * {@snippet :
   * jnp.polymul(jnp.array(1., 1.), jnp.array(1., -1.)) // => [1. 0. -1.]
   * }
   *
   * @throws ShapeException if an argument is no vector
   */
  public static Array polymul(Array a, Array b) {
    requireCoefficients("polymul", a);
    requireCoefficients("polymul", b);
    return jnp.convolve(atLeastOne(a), atLeastOne(b));
  }

  private static Array atLeastOne(Array p) {
    return p.size() > 0 ? p : zeros(Shape.of(1), p.dtype());
  }

  /**
   * Quotient and remainder of two polynomials; the remainder has as many coefficients as u, zeros
   * first. {@code jnp.polydiv}.
   *
   * {@snippet :
   * jnp.polydiv(jnp.array(1., 0., -1.), jnp.array(1., 1.)) // => [[1. -1.], [0. 0. 0.]]
   * }
   *
   * @throws ShapeException if an argument is no vector, or v is empty
   */
  public static List<Array> polydiv(Array u, Array v) {
    requireCoefficients("polydiv", u);
    requireCoefficients("polydiv", v);
    if (v.size() == 0) {
      throw new ShapeException("polydiv: the divisor " + v.aval() + " has no coefficients.");
    }
    int m = u.shape(0) - v.shape(0);
    var type = jnp.promoteTypes(u.dtype(), v.dtype());
    var rest = Array.of(Promote.toFloating(u.astype(type).value()));
    var quotient = new ArrayList<Array>();
    for (int i = 0; i <= m; i++) {
      var factor = divide(rest.get(i), v.get(0));
      quotient.add(factor);
      rest = rest.at(i + ":" + (i + v.shape(0))).add(negative(multiply(factor, v)));
    }
    return List.of(quotient.isEmpty() ? zeros(Shape.of(1), rest.dtype()) : stack(quotient), rest);
  }

  /**
   * The derivative of a polynomial. {@code jnp.polyder}.
   *
   * {@snippet :
   * jnp.polyder(jnp.array(1., 2., 3.)) // => [2. 2.]
   * }
   *
   * @throws ShapeException if p is no vector, or a count is negative
   */
  public static Array polyder(Array p) {
    return polyder(p, 1);
  }

  /** The m-th derivative. */
  public static Array polyder(Array p, int m) {
    requireCoefficients("polyder", p);
    requireOrder("polyder", m);
    var d = Array.of(Promote.toFloating(p.value()));
    for (int i = 0; i < m && d.shape(0) > 0; i++) {
      int n = d.shape(0) - 1;
      d = multiply(d.get("0:" + n), flip(arange(1, n + 1)));
    }
    return d;
  }

  /**
   * The integral of a polynomial, with constant 0. {@code jnp.polyint}.
   *
   * {@snippet :
   * jnp.polyint(jnp.array(2., 2.)) // => [1. 2. 0.]
   * }
   */
  public static Array polyint(Array p) {
    return polyint(p, 1);
  }

  private static void requireOrder(String operation, int m) {
    if (m < 0) {
      throw new ShapeException(operation + ": the order must not be negative, got " + m + ".");
    }
  }

  /**
   * The m-th integral, with constants 0, as many coefficients longer. {@code jnp.polyint}.
   *
   * @throws ShapeException if p is a number, or m is negative
   */
  public static Array polyint(Array p, int m) {
    requireCoefficients("polyint", p);
    requireOrder("polyint", m);
    var whole = Array.of(Promote.toFloating(p.value()));
    // The e-th power becomes the (e + m)-th, divided by (e + 1) (e + 2) ... (e + m).
    var type = whole.dtype().component();
    var grid = add(expandDims(lax.iota(type, m), 1), flip(add(lax.iota(type, p.shape(0)), 1)));
    return pad(divide(whole, prod(grid, 0)), new int[][] {{0, m}});
  }

  /**
   * The polynomial with these roots and leading coefficient 1; of a square matrix, the one whose
   * roots are its eigenvalues. {@code jnp.poly}.
   *
   * {@snippet :
   * jnp.poly(jnp.array(1., 2.)) // => [1. -3. 2.]
   * }
   *
   * @throws ShapeException if roots is no vector
   */
  public static Array poly(Array roots) {
    var zeros = Array.of(Promote.toFloating(roots.value()));
    if (roots.ndim() == 2 && roots.shape(0) == roots.shape(1) && roots.size() > 0) {
      zeros = LinearAlgebra.eigvals(roots);
    }
    requireCoefficients("poly", zeros);
    var p = ones(Shape.of(1), zeros.dtype());
    if (zeros.shape(0) == 0) {
      return p.get(0);
    }
    for (int i = 0; i < zeros.shape(0); i++) {
      p = jnp.convolve(p, stack(List.of(onesLike(zeros.get(i)), negative(zeros.get(i)))));
    }
    return p;
  }

  /**
   * The complex roots of the polynomial with these coefficients, highest power first, as many as
   * its degree: leading zeros are left out. {@code jnp.roots}.
   *
   * {@snippet :
   * jnp.imag(jnp.roots(jnp.array(1., 0., 1.))) // => [1. -1.]
   * }
   *
   * @throws jacobean.error.TracerException inside jit, where nobody knows how many there are; there
   *     use {@link #roots(Array, boolean)}
   * @throws ShapeException if p is no vector
   * @throws jacobean.error.DTypeException if p is of 16-bit floats
   */
  public static Array roots(Array p) {
    return roots(p, true);
  }

  /**
   * {@link #roots(Array)}.
   *
   * @param stripZeros whether leading zeros are left out; if not, there are as many roots as the
   *     length of p less 1, and those too many are NaN, last
   */
  public static Array roots(Array p, boolean stripZeros) {
    requireCoefficients("roots", p);
    var coefficients = Array.of(Promote.toFloating(p.value()));
    int n = p.shape(0);
    if (n < 2) {
      return zeros(Shape.of(0), Spectra.complexOf(coefficients.dtype()));
    }
    var leading = where(all(equal(coefficients, 0)), n, argmin(equal(coefficients, 0)));
    if (stripZeros) {
      return companionRoots(coefficients.get(leading.toInt() + ":"));
    }
    var some = where(equal(leading, n), onesLike(coefficients), coefficients);
    var places = remainder(add(arange(n), leading), n);
    var roots = companionRoots(jnp.take(some, places, 0));
    var order = argsort(equal(roots, 0));
    var sorted = jnp.take(roots, order, 0);
    var known = less(arange(n - 1), subtract(n - 1, leading));
    return where(known, sorted, jnp.complex(Double.NaN, Double.NaN).astype(sorted.dtype()));
  }

  /** The eigenvalues of a matrix that has this characteristic polynomial. */
  private static Array companionRoots(Array p) {
    int n = p.shape(0) - 1;
    if (n < 1) {
      return zeros(Shape.of(0), Spectra.complexOf(p.dtype()));
    }
    var first = divide(negative(p.get("1:")), p.get(0));
    var shifted = eye(n - 1, n, 0, p.dtype());
    return LinearAlgebra.eigvals(concatenate(List.of(expandDims(first, 0), shifted), 0));
  }

  /**
   * The coefficients of the polynomial of this degree that fits points best by least squares.
   * {@code jnp.polyfit}.
   *
   * {@snippet :
   * jnp.round(jnp.polyfit(jnp.array(0., 1., 2.), jnp.array(1., 3., 5.), 1), 3) // => [2. 1.]
   * }
   *
   * @throws ShapeException if x is not a vector, or y has not as many rows
   */
  public static Array polyfit(Array x, Array y, int deg) {
    if (x.ndim() != 1 || y.ndim() < 1 || y.ndim() > 2 || y.shape(0) != x.shape(0) || deg < 0) {
      throw new ShapeException(
          "polyfit: wanted a vector x, a y with as many rows, and a degree of 0 or more; got "
              + x.aval()
              + ", "
              + y.aval()
              + " and "
              + deg
              + ".");
    }
    var powers = new ArrayList<Array>();
    var real = Array.of(Promote.toFloating(x.value()));
    var power = onesLike(real);
    for (int i = 0; i <= deg; i++) {
      powers.addFirst(power);
      power = multiply(power, real);
    }
    var matrix = stack(powers, 1);
    // Columns of length 1 make the numbers of a high degree comparable.
    var scale = sqrt(sum(square(matrix), 0));
    double rcond = x.shape(0) * LinearAlgebra.epsilon(real.dtype());
    var solution = LinearAlgebra.lstsq(divide(matrix, scale), y, rcond).x();
    return y.ndim() == 1 ? divide(solution, scale) : divide(solution, expandDims(scale, 1));
  }

  private static Array lengthened(String operation, Array p, int n) {
    requireCoefficients(operation, p);
    return p.shape(0) == n
        ? p
        : concatenate(List.of(zeros(n - p.shape(0)).astype(p.dtype()), p), 0);
  }

  private static void requireCoefficients(String operation, Array p) {
    if (p.ndim() != 1) {
      throw new ShapeException(
          operation + ": coefficients must be a vector, got " + p.aval() + ".");
    }
  }
}
