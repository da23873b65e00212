package jacobean;

import jacobean.fourier.Plan;
import jacobean.op.ErrorFunctions;
import jacobean.type.DType;

/** The part of {@link special} with scaled error functions, of reals and of complex numbers. */
abstract sealed class SpecialErrors extends SpecialIntegrals permits SpecialSeries {
  SpecialErrors() {}

  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

  /** Of {@code 1 / (x sqrt(pi))} by powers of {@code 1 / x^2}. */
  private static final double[] ASYMPTOTIC = {
    7918.06640625, -1055.7421875, 162.421875, -29.53125, 6.5625, -1.875, 0.75, -0.5, 1
  };

  /**
   * The scaled complementary error function: {@code e^(x^2) erfc(x)}, which for great x is neither
   * 0 nor NaN. Also of complex numbers. {@code special.erfcx}.
   *
   * {@snippet :
   * special.erfcx(jnp.array(0., 1., 100.)) // => [1. 0.42758355 0.00564161]
   * }
   */
  public static Array erfcx(Array x) {
    if (jnp.iscomplexobj(x)) {
      return wofz(jnp.complex(jnp.negative(jnp.imag(x)), jnp.real(x)));
    }
    var given = floating(x);
    var type = given.dtype() == DType.FLOAT64 ? DType.FLOAT64 : DType.FLOAT32;
    return jax.customJvps(
            SpecialErrors::scaledErfc,
            (t, y, z) -> t.times(z.times(y).times(2).minus(TWO_OVER_ROOT_PI)))
        .apply(given.astype(type))
        .astype(given.dtype());
  }

  private static Array scaledErfc(Array x) {
    // Beyond, erfc has lost digits, and nine terms have them all.
    var far = x.gt(x.dtype() == DType.FLOAT64 ? 20 : 5);
    var near = jnp.where(far, 1., x);
    var direct = jnp.exp(jnp.square(near)).times(elementwise(ErrorFunctions::erfc, near));
    var great = jnp.where(far, x, 100.);
    var series = polynomial(ASYMPTOTIC, jnp.reciprocal(jnp.square(great)));
    return jnp.where(far, series.div(great.times(Math.sqrt(Math.PI))), direct);
  }

  /** By Horner's rule, the highest power first. */
  private static Array polynomial(double[] coefficients, Array x) {
    var sum = jnp.fullLike(x, coefficients[0]);
    for (int k = 1; k < coefficients.length; k++) {
      sum = sum.times(x).plus(coefficients[k]);
    }
    return sum;
  }

  /**
   * Faddeeva's function {@code w(z) = e^(-z^2) erfc(-i z)} of complex numbers; reals become
   * complex. {@code special.wofz}.
   *
   * {@snippet :
   * special.wofz(jnp.complex(0, 1)) // => (0.42758358+0j)
   * }
   */
  public static Array wofz(Array z) {
    boolean wide = z.dtype() == DType.FLOAT64 || z.dtype() == DType.COMPLEX128;
    // All of it in double precision: the rational function has large terms.
    return jax.customJvps(
            SpecialErrors::faddeeva,
            (t, w, x) -> t.times(x.times(w).times(-2).plus(imaginary(x, TWO_OVER_ROOT_PI))))
        .apply(z.astype(DType.COMPLEX128))
        .astype(wide ? DType.COMPLEX128 : DType.COMPLEX64);
  }

  /** This number times i, for every element of z. */
  private static Array imaginary(Array z, double number) {
    var re = jnp.real(z);
    return jnp.complex(jnp.zerosLike(re), jnp.fullLike(re, number));
  }

  private static Array faddeeva(Array z) {
    var upper = jnp.imag(z).ge(0);
    var w = weideman(jnp.where(upper, z, jnp.negative(z)));
    var mirrored = jnp.exp(jnp.negative(jnp.square(z))).times(2).minus(w);
    return jnp.where(upper, w, mirrored);
  }

  // --- Weideman, "Computation of the complex error function" (1994) ---

  private static final int TERMS = 40;
  private static final double WIDTH = Math.sqrt(TERMS / Math.sqrt(2));
  private static final double[] EXPANSION = expansion();

  /**
   * The coefficients, highest power first: the Fourier transform of {@code (L^2 + t^2) e^(-t^2)} on
   * a circle that the line is bent to.
   */
  private static double[] expansion() {
    int n = 4 * TERMS;
    var re = new double[n];
    for (int k = -n / 2 + 1; k < n / 2; k++) {
      double t = WIDTH * Math.tan(Math.PI * k / n);
      re[Math.floorMod(k, n)] = Math.exp(-t * t) * (WIDTH * WIDTH + t * t);
    }
    Plan.of(n).transform(re, new double[n]);
    var coefficients = new double[TERMS];
    for (int k = 0; k < TERMS; k++) {
      coefficients[k] = re[TERMS - k] / n;
    }
    return coefficients;
  }

  /** For numbers in the upper half plane. */
  private static Array weideman(Array z) {
    var turned = jnp.complex(jnp.negative(jnp.imag(z)), jnp.real(z));
    var below = jnp.negative(turned).plus(WIDTH);
    var sum = polynomial(EXPANSION, turned.plus(WIDTH).div(below));
    return sum.times(2).div(jnp.square(below)).plus(jnp.divide(1 / Math.sqrt(Math.PI), below));
  }
}
