package jacobean;

import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.op.BesselJ;
import jacobean.op.Hypergeometric;
import jacobean.op.Trigonometric;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The part of {@link special} with hypergeometric, Bessel and spherical functions, and the power
 * transformations.
 */
abstract sealed class SpecialSeries extends SpecialErrors permits SpecialEntropies {
  /** Each degree is a step of the recurrence. */
  private static final int MOST_DEGREES = 10_000;

  SpecialSeries() {}

  /**
   * Kummer's confluent hypergeometric function 1F1(a; b; x). By a and b it can be differentiated
   * once. {@code special.hyp1f1}.
   *
   * {@snippet :
   * special.hyp1f1(jnp.array(1.), jnp.array(2.), jnp.array(1.)) // => 1.7182819
   * }
   *
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array hyp1f1(Array a, Array b, Array x) {
    return elementwise("hyp1f1", v -> Hypergeometric.hyp1f1(v.get(0), v.get(1), v.get(2)), a, b, x);
  }

  /**
   * Gauss' hypergeometric function 2F1(a, b; c; x) for x up to 1, infinite beyond. By a, b and c it
   * can be differentiated once, for x between -1 and 1. {@code special.hyp2f1}.
   *
   * {@snippet :
   * special.hyp2f1(jnp.array(1.), jnp.array(1.), jnp.array(2.), jnp.array(.5)) // => 1.3862944
   * }
   *
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array hyp2f1(Array a, Array b, Array c, Array x) {
    return elementwise(
        "hyp2f1", v -> Hypergeometric.hyp2f1(v.get(0), v.get(1), v.get(2), v.get(3)), a, b, c, x);
  }

  /**
   * The Bessel functions of the first kind of the orders 0 to v, along a new first axis. {@code
   * special.bessel_jn}.
   *
   * {@snippet :
   * special.besselJn(jnp.array(1.), 2) // => [0.7651977  0.44005057 0.11490349]
   * }
   *
   * @throws ShapeException if v is negative
   * @throws DTypeException if z is complex
   */
  public static Array besselJn(Array z, int v) {
    if (v < 0) {
      throw new ShapeException("besselJn: the greatest order must be 0 or more, got " + v + ".");
    }
    return jnp.stack(
        IntStream.rangeClosed(0, v)
            .mapToObj(order -> elementwise(x -> BesselJ.besselJ(order, x), z))
            .toList(),
        0);
  }

  // --- On the sphere ---

  /**
   * The spherical harmonics of degree n and order m, complex: normalized so that the integral of
   * the square of their size over the sphere is 1. Degrees above the greatest in n are not asked
   * for; n must be known, not traced. {@code special.sph_harm_y}.
   *
   * {@snippet :
   * special.sphHarmY(jnp.array(0), jnp.array(0), jnp.array(.3), jnp.array(.5)) // => [0.2820948+0.j]
   * }
   *
   * @param theta the angle from the pole, in [0, pi]
   * @param phi the angle around the axis
   * @throws DTypeException if the degrees are no integers
   * @throws ShapeException if one is above 10,000
   */
  public static Array sphHarmY(Array n, Array m, Array theta, Array phi) {
    if (!n.dtype().isInteger()) {
      throw new DTypeException(
          "sphHarmY: wanted integer degrees n, got " + n.aval() + ". n.astype(jnp.int32) rounds.");
    }
    var degrees = n.host();
    long greatest = LongStream.range(0, degrees.size()).map(degrees::integer).max().orElse(0);
    return sphHarmY(n, m, theta, phi, (int) Math.min(greatest, Integer.MAX_VALUE));
  }

  /**
   * {@link #sphHarmY(Array, Array, Array, Array)} for degrees of at most nMax, to which greater
   * ones are brought.
   */
  public static Array sphHarmY(Array n, Array m, Array theta, Array phi, int nMax) {
    if (nMax > MOST_DEGREES) {
      throw new ShapeException(
          "sphHarmY: wanted degrees n of at most " + MOST_DEGREES + ", got " + nMax + ".");
    }
    var angle = jnp.atleast1d(floating(theta));
    var type = angle.dtype();
    var order = jnp.abs(m).astype(type);
    var legendre = legendre(jnp.minimum(n, nMax).astype(type), order, angle, nMax);
    var turned = order.times(floating(phi));
    var y =
        jnp.complex(
            legendre.times(elementwise(Trigonometric::cos, turned)),
            legendre.times(elementwise(Trigonometric::sin, turned)));
    var sign = jnp.where(jnp.remainder(order, 2).eq(1), -1., 1.).astype(type);
    return jnp.where(m.lt(0), jnp.conj(y).times(sign), y);
  }

  /**
   * The normalized associated Legendre function of {@code cos theta}: upwards in the order to
   * {@code P(m, m)}, then by the recurrence of three terms upwards in the degree.
   */
  private static Array legendre(Array n, Array m, Array theta, int nMax) {
    var x = jnp.cos(theta);
    var sine = jnp.sin(theta);
    var none = jnp.zerosLike(n.plus(m).plus(x));
    var here = none.plus(1 / Math.sqrt(4 * Math.PI));
    for (int k = 1; k <= nMax; k++) {
      here = jnp.where(m.ge(k), here.times(sine).times(-Math.sqrt((2. * k + 1) / (2. * k))), here);
    }
    var before = none;
    var square = jnp.square(m);
    for (int l = 1; l <= nMax; l++) {
      var above = m.lt(l);
      // Where the degree is not above the order, a number that has a root.
      var width = jnp.where(above, jnp.negative(square).plus((double) l * l), 1.);
      var scale = jnp.sqrt(jnp.divide(4. * l * l - 1, width));
      var last = jnp.maximum(jnp.negative(square).plus((l - 1.) * (l - 1)), 0.);
      var ratio = jnp.sqrt(last.div(Math.max(1, 4. * (l - 1) * (l - 1) - 1)));
      var next = scale.times(x.times(here).minus(ratio.times(before)));
      var step = above.and(n.ge(l));
      before = jnp.where(step, here, before);
      here = jnp.where(step, next, here);
    }
    return jnp.where(m.gt(n), 0., here);
  }

  // --- Power transformations ---

  /**
   * Box and Cox' transformation: {@code (x^lambda - 1) / lambda}, the logarithm where lambda is 0.
   * {@code special.boxcox}.
   *
   * {@snippet :
   * special.boxcox(jnp.array(1., 2., 3.), 2) // => [0.  1.5 4. ]
   * }
   *
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array boxcox(Array x, Array lmbda) {
    return transformed(jnp.log(floating(x)), lmbda);
  }

  /** {@link #boxcox(Array, Array)} with one lambda. */
  public static Array boxcox(Array x, Number lmbda) {
    return boxcox(x, jnp.asarray(lmbda));
  }

  /**
   * {@link #boxcox(Array, Array)} of 1 + x, exact near 0. {@code special.boxcox1p}.
   *
   * {@snippet :
   * special.boxcox1p(jnp.array(0., 1e-8), 0) // => [0.e+00 1.e-08]
   * }
   *
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Array boxcox1p(Array x, Array lmbda) {
    return transformed(jnp.log1p(floating(x)), lmbda);
  }

  /** {@link #boxcox1p(Array, Array)} with one lambda. */
  public static Array boxcox1p(Array x, Number lmbda) {
    return boxcox1p(x, jnp.asarray(lmbda));
  }

  private static Array transformed(Array logarithm, Array lmbda) {
    var power = floating(lmbda);
    var zero = power.eq(0);
    var safe = jnp.where(zero, 1., power);
    return jnp.where(zero, logarithm, jnp.expm1(safe.times(logarithm)).div(safe));
  }
}
