package jacobean;

import jacobean.op.Dilogarithm;
import jacobean.op.ExponentialIntegrals;
import jacobean.op.NormalIntegrals;
import jacobean.op.TrigonometricIntegrals;

/** The part of {@link special} with integrals of exponential and trigonometric functions. */
abstract sealed class SpecialIntegrals extends SpecialGammas permits SpecialErrors {
  SpecialIntegrals() {}

  /**
   * What {@link special#sici} gives.
   *
   * {@snippet :
   * special.sici(jnp.array(0.)).si() // => 0.0
   * }
   */
  public record Sici(Array si, Array ci) {}

  /**
   * What {@link special#fresnel} gives.
   *
   * {@snippet :
   * special.fresnel(jnp.array(0.)).s() // => 0.0
   * }
   */
  public record Fresnel(Array s, Array c) {}

  /**
   * The exponential integral Ei: the principal value of that of {@code e^t / t} up to x; minus
   * infinity at 0. {@code special.expi}.
   *
   * {@snippet :
   * special.expi(jnp.array(1., -1.)) // => [1.8951178 -0.21938394]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array expi(Array x) {
    return elementwise(ExponentialIntegrals::expi, x);
  }

  /**
   * The exponential integral E1: that of {@code e^(-x t) / t} for t from 1 on. Infinite at 0, NaN
   * below. {@code special.exp1}.
   *
   * {@snippet :
   * special.exp1(jnp.array(1., 2.)) // => [0.21938394 0.04890051]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array exp1(Array x) {
    return expn(1, x);
  }

  /**
   * The exponential integral of order n: that of {@code e^(-x t) / t^n} for t from 1 on. NaN for
   * negative x or n. Differentiable by x. {@code special.expn}.
   *
   * {@snippet :
   * special.expn(jnp.array(1, 2), jnp.array(1.)) // => [0.21938394 0.14849551]
   * }
   *
   * @throws jacobean.error.DTypeException if an argument is complex
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array expn(Array n, Array x) {
    return elementwise("expn", v -> ExponentialIntegrals.expn(v.get(0), v.get(1)), n, x);
  }

  /** {@link #expn(Array, Array)} of one order. */
  public static Array expn(Number n, Array x) {
    return expn(jnp.asarray(n), x);
  }

  /**
   * The sine integral, of {@code sin t / t} from 0 to x, and the cosine integral, of {@code cos t /
   * t} from infinity to x; that is even here, minus infinity at 0, and NaN at minus infinity.
   * {@code special.sici}.
   *
   * {@snippet :
   * special.sici(jnp.array(1.)).si() // => 0.94608307
   * special.sici(jnp.array(1.)).ci() // => 0.33740392
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Sici sici(Array x) {
    return new Sici(
        elementwise(TrigonometricIntegrals::si, x), elementwise(TrigonometricIntegrals::ci, x));
  }

  /**
   * Fresnel's integrals, of {@code sin(pi t^2 / 2)} and of {@code cos(pi t^2 / 2)} from 0 to x.
   * {@code special.fresnel}.
   *
   * {@snippet :
   * special.fresnel(jnp.array(1.)).s() // => 0.43825915
   * special.fresnel(jnp.array(1.)).c() // => 0.7798934
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Fresnel fresnel(Array x) {
    return new Fresnel(
        elementwise(TrigonometricIntegrals::fresnelS, x),
        elementwise(TrigonometricIntegrals::fresnelC, x));
  }

  /**
   * Spence's function: the integral of {@code log t / (1 - t)} from 1 to x, the dilogarithm of 1 -
   * x. NaN for negative x. {@code special.spence}.
   *
   * {@snippet :
   * special.spence(jnp.array(0., 1., 2.)) // => [ 1.644934   0.        -0.822467]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array spence(Array x) {
    return elementwise(Dilogarithm::spence, x);
  }

  /**
   * Dawson's integral: {@code e^(-x^2)} times that of {@code e^(t^2)} from 0 to x. {@code
   * special.dawsn}.
   *
   * {@snippet :
   * special.dawsn(jnp.array(0., 1.)) // => [0.        0.5380795]
   * }
   *
   * @throws jacobean.error.DTypeException if x is complex
   */
  public static Array dawsn(Array x) {
    return elementwise(NormalIntegrals::dawsn, x);
  }

  /**
   * Owen's T function: the probability that {@code X > h} and {@code 0 < Y < a X} for independent
   * standard normal X and Y. {@code special.owens_t}.
   *
   * {@snippet :
   * special.owensT(jnp.array(0., 1.), jnp.array(1.)) // => [0.125      0.06674188]
   * }
   *
   * @throws jacobean.error.DTypeException if an argument is complex
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array owensT(Array h, Array a) {
    return elementwise("owensT", v -> NormalIntegrals.owensT(v.get(0), v.get(1)), h, a);
  }
}
