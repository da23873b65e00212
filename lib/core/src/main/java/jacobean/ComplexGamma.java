package jacobean;

/**
 * The logarithm of the gamma function of complex numbers, on the sheet that is real for positive
 * numbers and cut along the negative ones. By Lanczos' approximation right of 1/2, and by
 * reflection left of it, all of it in double precision.
 */
final class ComplexGamma {
  private static final double G = 7;
  private static final double[] LANCZOS = {
    0.99999999999980993227684700473478,
    676.520368121885098567009190444019,
    -1259.13921672240287047156078755283,
    771.3234287776531788486528258894,
    -176.61502916214059906584551354,
    12.507343278686904814458936853,
    -0.13857109526572011689554707,
    9.984369578019570859563e-6,
    1.50563273514931155834e-7
  };

  private ComplexGamma() {}

  static Array log(Array given) {
    var z = given.astype(jnp.complex128);
    var re = jnp.real(z);
    var im = jnp.imag(z);
    var pole = im.eq(0).and(re.eq(jnp.floor(re))).and(re.le(0)).or(jnp.isnan(z));
    var safe = jnp.where(pole, jnp.onesLike(z), z);
    var left = jnp.real(safe).lt(0.5);
    var right = lanczos(jnp.where(left, jnp.negative(safe).plus(1), safe));
    // The unused branch sees a number that it can take, or its cotangent would become NaN.
    var mirror = jnp.where(left, safe, jnp.zerosLike(z).plus(0.25));
    var reflected = jnp.negative(logSine(mirror)).plus(Math.log(Math.PI)).minus(right);
    var nan = jnp.fullLike(re, Double.NaN);
    var value = jnp.where(left, reflected, right);
    return jnp.where(pole, jnp.complex(nan, nan), value).astype(given.dtype());
  }

  /** Of numbers with a real part of at least 1/2. */
  private static Array lanczos(Array z) {
    var x = z.minus(1);
    var sum = jnp.zerosLike(z).plus(LANCZOS[0]);
    for (int k = 1; k < LANCZOS.length; k++) {
      sum = sum.plus(jnp.divide(LANCZOS[k], x.plus(k)));
    }
    var t = x.plus(G + 0.5);
    return x.plus(0.5)
        .times(jnp.log(t))
        .minus(t)
        .plus(jnp.log(sum))
        .plus(0.5 * Math.log(2 * Math.PI));
  }

  /**
   * The logarithm of {@code sin(pi z)} without a cut in the upper half plane, {@code log(1 - e^(2
   * pi i z)) - i pi (z - 1/2) - log 2}, and its mirror image in the lower one.
   */
  private static Array logSine(Array z) {
    var im = jnp.imag(z);
    var below = im.lt(0);
    var upper = jnp.where(below, jnp.conj(z), z);
    var x = jnp.real(upper).times(Math.PI);
    var y = jnp.imag(upper).times(Math.PI);
    // i pi z
    var turned = jnp.complex(jnp.negative(y), x);
    var quarter = jnp.complex(jnp.zerosLike(x), jnp.fullLike(x, Math.PI / 2));
    var value =
        jnp.log(jnp.negative(jnp.exp(turned.times(2))).plus(1))
            .minus(turned)
            .plus(quarter)
            .minus(Math.log(2));
    return jnp.where(below, jnp.conj(value), value);
  }
}
